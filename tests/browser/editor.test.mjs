// The editor: from a block out of a spreadsheet to a chart in a blank page, for those who have never seen JSON; what is
// typed, undone, kept, sent as a link and saved.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { inside, open, settle } from './browser.mjs';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
/** As a spreadsheet copies it: tabs, lines, a cell in quotes. */
const BLOCK = [
  'Xã\tThu nhập (triệu đồng/tháng)\tHộ nghèo (%)',
  'Mẫu An\ttrên 4,5\t2,8',
  'Mẫu Hà\t3,75\tdưới 2',
  '"Mẫu ""Lâm"""\t2,9–3,1\t11,7',
].join('\r\n');

/** Longer than a line of a data file. */
const SOURCE = 'Cục Thống kê tỉnh Mẫu, niên giám thống kê năm 2023, phần thu nhập và mức sống của dân cư, trang 112';

const verdict = (page, text) => page.locator('#verdict', { hasText: text }).waitFor();
const cell = (page, name) => {
  const [, letter, row] = /^([A-Z])(\d+)$/.exec(name);
  return page.locator(`#sheet tbody tr[aria-rowindex="${Number(row) + 1}"] td`).nth(letter.charCodeAt(0) - 65);
};

async function editor(t, options) {
  const page = await open(t, { path: 'editor.html', ...CLIPBOARD, ...options });
  await verdict(page, 'Chưa có số liệu.');
  return page;
}

const clipboard = (page, text) => page.evaluate((text) => navigator.clipboard.writeText(text), text);
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The code draws this in a page that has nothing else. */
async function draws(t, code, ...texts) {
  const page = await open(t, {
    html: `<!doctype html><meta charset="utf-8"><link rel="icon" href="icon.svg"><title>blank</title>\n${code}`,
  });
  await settle(page);
  const items = (await inside(page).items.allTextContents()).join('\n');
  for (const text of texts) assert.match(items, text);
  assert.deepEqual(page.messages, []);
}

async function nothingFound(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(
    violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`),
    [],
  );
}

/** Presses Tab until this has the focus. */
async function tab(page, selector) {
  for (let i = 0; i < 80; i++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab leads to no ${selector}`);
}

test('from a pasted block to a chart in a blank page, by mouse, and nothing is sent', async (t) => {
  const page = await editor(t);
  const asked = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await clipboard(page, BLOCK);
  await page.locator('#paste').click();
  await page.keyboard.press('ControlOrMeta+v');
  await verdict(page, 'Không thấy gì sai');
  assert.equal(await cell(page, 'A4').textContent(), 'Mẫu "Lâm"');
  await cell(page, 'B2').click();
  await page.locator('#said', { hasText: 'B2, “trên 4,5”: trên 4,5 (triệu đồng/tháng)' }).waitFor();
  // a cell that is not understood says so, and is mended
  await cell(page, 'B3').dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('rất cao');
  await cell(page, 'B2').click();
  await page.locator('#findings li', { hasText: 'Ô B3 thấy “rất cao”; cần một con số' }).waitFor();
  assert.equal(await cell(page, 'B3').getAttribute('aria-invalid'), 'true');
  // chart and code are of what was understood before
  await page.locator('#stale').waitFor();
  await page.locator('#waits', { hasText: 'lần không có lỗi gần nhất' }).waitFor();
  assert.match(await page.locator('#element-code').textContent(), /3\.75/);
  await page.locator('#findings li button').first().click();
  await page.locator('#said', { hasText: 'rất cao' }).waitFor();
  await page.locator('#undo').click();
  await verdict(page, 'Không thấy gì sai');
  await page.locator('.types label', { hasText: 'Phân bố' }).click();
  await page.locator('.types label', { hasText: 'Xếp hạng' }).click();
  await page.locator('[name=indicator]').selectOption({ label: 'Hộ nghèo' });
  await inside(page).item('Mẫu "Lâm": 11,7%').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Sao chép phần tử' }).click();
  await page.locator('#status', { hasText: 'Đã sao chép phần tử.' }).waitFor();
  await draws(t, await copied(page), /Mẫu Hà: dưới 2%/, /Mẫu "Lâm": 11,7%/);
  // files of the site alone, and nothing with them
  for (const one of asked) assert.match(one, /^GET http:\/\/localhost:\d+\/dist\/[\w./-]+ $/);
  await nothingFound(page);
  assert.deepEqual(page.messages, []);
});

test('the same by keyboard alone, which is caught nowhere', async (t) => {
  const page = await editor(t);
  await clipboard(page, BLOCK);
  await tab(page, '#paste');
  await page.keyboard.press('ControlOrMeta+v');
  await verdict(page, 'Không thấy gì sai');
  // the table has the focus: a row is typed as in a spreadsheet
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (const text of ['Mẫu Ba', 'gần 5', '3,5']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  assert.equal(await cell(page, 'C5').textContent(), '3,5');
  await page.keyboard.press('ControlOrMeta+z');
  assert.equal(await cell(page, 'C5').textContent(), '');
  await page.keyboard.press('ControlOrMeta+y');
  assert.equal(await cell(page, 'C5').textContent(), '3,5');
  // Esc leaves a cell as it was; Enter goes down
  await page.keyboard.press('Home');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  assert.equal(await cell(page, 'A5').textContent(), 'Mẫu Ba');
  // a block is copied and pasted
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('ControlOrMeta+c');
  assert.equal(await copied(page), 'Mẫu Ba\tgần 5\t3,5');
  await page.keyboard.press('Delete');
  assert.equal(await cell(page, 'B5').textContent(), '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ControlOrMeta+v');
  assert.equal(await cell(page, 'B5').textContent(), 'gần 5');
  await inside(page).item('Mẫu Ba: gần 5 triệu đồng').waitFor({ state: 'attached' });
  await tab(page, '[name=type]');
  await page.keyboard.press('ArrowRight');
  // there is no time: a trend is passed
  assert.equal(await page.locator('[name=type]:checked').getAttribute('value'), 'spread');
  await page.keyboard.press('ArrowLeft');
  await tab(page, '#element-code button');
  await page.keyboard.press('Enter');
  await page.locator('#status', { hasText: 'Đã sao chép phần tử.' }).waitFor();
  await draws(t, await copied(page), /Mẫu An: trên 4,5 triệu đồng/, /Mẫu Ba: gần 5 triệu đồng/);
  assert.deepEqual(page.messages, []);
});

test('the same by touch on a phone of 360 px', async (t) => {
  const page = await editor(t, PHONE);
  await clipboard(page, BLOCK);
  await page.locator('#paste').tap();
  await page.keyboard.press('ControlOrMeta+v');
  await verdict(page, 'Không thấy gì sai');
  // the first tap chooses a cell, the second one types
  await cell(page, 'A3').tap();
  await page.locator('#said', { hasText: 'A3: Mẫu Hà' }).waitFor();
  await cell(page, 'A3').tap();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Mẫu Hoà');
  await page.keyboard.press('Enter');
  await page.locator('#chart').scrollIntoViewIfNeeded();
  await inside(page).item('Mẫu Hoà').waitFor({ state: 'attached' });
  await page.locator('.types label', { hasText: 'Xếp hạng' }).tap();
  await page.getByRole('button', { name: 'Sao chép phần tử' }).tap();
  await page.locator('#status', { hasText: 'Đã sao chép phần tử.' }).waitFor();
  await draws(t, await copied(page), /Mẫu Hoà: 3,75 triệu đồng/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  await nothingFound(page);
  assert.deepEqual(page.messages, []);
});

test('a number that can be read in two ways is asked, and answered with a press', async (t) => {
  const page = await editor(t);
  await clipboard(page, 'Làng\tDoanh thu (tỷ đồng)\nA\t1.300\nB\t2.400');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.locator('#findings .answer').first().click();
  await verdict(page, 'Không thấy gì sai');
  await inside(page).item('A: 1300 tỷ đồng').waitFor({ state: 'attached' });
});

test('a column gets what it is, a unit, a kind and a time; the data a title, a source and words', async (t) => {
  const page = await editor(t);
  await clipboard(page, 'Xã\tVùng\tHộ\tThu nhập\nMẫu An\tđồng bằng\t1200\t4,5\nMẫu Hà\tmiền núi\t800\t3,75');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await verdict(page, /./);
  const column = async (name) => {
    await cell(page, name).click();
    await page.waitForFunction(() => !document.getElementById('column').disabled);
  };
  const data = async () => JSON.parse(await page.locator('#text').inputValue());
  const holds = (words) =>
    page.waitForFunction((words) => document.getElementById('text').value.includes(words), words);
  await column('D2');
  await page.locator('#column-unit').fill('triệu đồng/tháng');
  await page.keyboard.press('Tab');
  await holds('"currency": "VND", "scale": "million"');
  await page.locator('#column-kind').selectOption('average');
  await holds('"kind": "average"');
  await page.locator('#column-time').fill('2023');
  await page.keyboard.press('Tab');
  await holds('"2023": 4.5');
  await column('B2');
  await page.locator('#column-role').selectOption('district');
  await holds('"district": "miền núi"');
  await page.locator('#column-role').selectOption('dimension');
  await holds('"dimensions": {');
  await column('C2');
  await page.locator('#column-role').selectOption('left');
  await page.waitForFunction(() => !document.getElementById('text').value.includes('1200'));
  await page.locator('#undo').click();
  await holds('1200');
  await page.locator('#about summary').click();
  await page.locator('#set-source').fill(SOURCE);
  await page.locator('#set-url').fill('https://example.org/');
  await page.locator('#set-one').fill('xã');
  await page.locator('#set-many').fill('xã');
  await page.locator('#set-as-of').fill('2024');
  await holds('"url": "https://example.org/"');
  await holds('"as_of": "2024"');
  const { sources, places, indicators } = await data();
  assert.deepEqual(sources, [{ id: 'source', name: SOURCE, url: 'https://example.org/' }]);
  assert.deepEqual(places, { one: 'xã', many: 'xã' });
  assert.equal(indicators.length, 2);
  assert.deepEqual(page.messages, []);
});

test('a table comes from an address of this site, and from a workbook that is dropped', async (t) => {
  const page = await editor(t);
  await page.locator('#address').fill(`${page.base}data/hanoi-2024.tsv`);
  await page.locator('#fetch button').click();
  await page.locator('#findings .answer').first().click();
  await inside(page).item('La Phù, bánh kẹo, dệt kim: trên 1300 tỷ đồng').waitFor({ state: 'attached' });
  const bytes = [...(await readFile(new URL('../data/import/book.xlsx', import.meta.url)))];
  const transfer = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], 'book.xlsx'));
    return transfer;
  }, bytes);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.locator('#status', { hasText: 'Đã mở book.xlsx.' }).waitFor();
  // its numbers are what they are: 1.234 is no thousand
  await verdict(page, 'Không thấy gì sai');
  await page.waitForFunction(() => document.getElementById('text').value.includes('1.234'));
  await page.locator('#start summary').click();
  await page.locator('#address').fill(`${page.base}data/none.csv`);
  await page.locator('#fetch button').click();
  await page.locator('#fault', { hasText: 'none.csv: máy chủ không có tệp này (404)' }).waitFor();
});

test('the sheet of a workbook is chosen; what is told of it is in the language of the page', async (t) => {
  const page = await editor(t);
  await page.setInputFiles('#file', 'tests/data/import/three.xlsx');
  // the first sheet is a note: the first that is a table is shown
  await page.locator('#status', { hasText: 'Đã mở three.xlsx: trang tính 2022.' }).waitFor();
  const sheets = page.getByLabel('Trang tính');
  assert.deepEqual(await sheets.locator('option').allTextContents(), ['Ghi chú', '2022', '2023']);
  assert.equal(await sheets.inputValue(), '2022');
  await verdict(page, 'Không thấy gì sai');
  await inside(page).item('Mẫu An: 2,8%').waitFor({ state: 'attached' });
  await page.locator('#how summary').click();
  const account = await page.locator('#understood li').allTextContents();
  assert.deepEqual(account.slice(0, 2), ['tiêu đề cột ở hàng 1', 'địa phương: “Xã” (cột A)']);
  assert.ok(account.includes('chỉ tiêu “Hộ nghèo”: 2 số liệu, %, loại tỷ lệ'), account.join('\n'));
  assert.equal(account.at(-1), '2 hàng: 2 địa phương và 0 nơi để so sánh, 2 số liệu; bỏ qua 0 hàng');
  assert.doesNotMatch(account.join('\n'), /--|\{|told-/);
  await sheets.selectOption('2023');
  await page.locator('#findings li', { hasText: 'Ô B4 thấy “rất cao”; cần một con số' }).waitFor();
  assert.equal(await page.locator('#findings [lang=en]').count(), 0);
  // of what is no table there is no account
  await sheets.selectOption('Ghi chú');
  await page.locator('#findings li', { hasText: 'bảng chỉ có một cột; cần các địa phương' }).waitFor();
  assert.equal(await page.locator('#understood li').count(), 0);
  // a step back is the sheet before, and a table that is typed has none
  await page.locator('#undo').click();
  await page.locator('#findings li', { hasText: 'Ô B4' }).waitFor();
  await page.locator('#undo').click();
  await verdict(page, 'Không thấy gì sai');
  assert.equal(await sheets.inputValue(), '2022');
  await page.locator('#start summary').click();
  await page.locator('#blank').click();
  await page.locator('#sheet-box').waitFor({ state: 'hidden' });
  assert.deepEqual(page.messages, []);
});

test('a table that comes as one column is shown as it is cut; typed, its cells are where they are typed', async (t) => {
  const page = await editor(t);
  await clipboard(page, 'Xã; Hộ nghèo (%)\nMẫu An; 2,8\nMẫu Hà; cao');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.locator('#findings li', { hasText: 'Ô B3 thấy “cao”' }).waitFor();
  assert.equal(await cell(page, 'B3').textContent(), 'cao');
  await page.locator('#start summary').click();
  await page.locator('#blank').click();
  await cell(page, 'A1').click();
  for (const text of ['Xã; Hộ nghèo (%)', 'Mẫu An; 2,8', 'Mẫu Hà; cao']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.locator('#findings li', { hasText: 'Ô A3 thấy “cao”' }).getByRole('button').click();
  await page.locator('#said', { hasText: 'A3: thấy “cao”; cần' }).waitFor();
  assert.equal(await cell(page, 'A3').textContent(), 'Mẫu Hà; cao');
  assert.deepEqual(page.messages, []);
});

test('times are told as the page writes them', async (t) => {
  const page = await editor(t);
  await clipboard(page, 'Xã\tHộ nghèo 7/2024 (%)\tHộ nghèo quý 3/2024 (%)\nMẫu An\t2,8\t3,1\nMẫu Hà\t4,5\t5,2');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.locator('#understood li', { hasText: 'thời gian: quý 3/2024, 07/2024' }).waitFor({ state: 'attached' });
  assert.match(await page.locator('#sheet thead').textContent(), /tỷ lệ, 07\/2024.*tỷ lệ, quý 3\/2024/);
});

test('work is kept over a reload, and a link opens it elsewhere', async (t) => {
  const page = await editor(t);
  await clipboard(page, BLOCK);
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await verdict(page, 'Không thấy gì sai');
  await page.locator('#about summary').click();
  await page.locator('#set-source').fill('Cục Thống kê');
  await page.locator('#set-as-of').fill('2024-07-05');
  await page.locator('.types label', { hasText: 'Phân bố' }).click();
  await page.locator('#element-code code', { hasText: '"as_of": "2024-07-05"' }).waitFor();
  await page.locator('#element-code code', { hasText: 'type="spread"' }).waitFor();
  await page.waitForTimeout(1000);
  await page.reload();
  await verdict(page, 'Không thấy gì sai');
  assert.equal(await cell(page, 'A2').textContent(), 'Mẫu An');
  assert.equal(await page.locator('[name=type]:checked').getAttribute('value'), 'spread');
  await page.locator('#make-link').click();
  await page.locator('#status', { hasText: 'Đã sao chép liên kết.' }).waitFor();
  const link = await copied(page);
  assert.ok(link.length < 1000, String(link.length));
  const { hash } = new URL(link);
  const other = await open(t, { path: `editor.html${hash}` });
  await verdict(other, 'Không thấy gì sai');
  await other.locator('#element-code code', { hasText: 'Cục Thống kê' }).waitFor();
  assert.equal(await cell(other, 'C4').textContent(), '11,7');
  assert.equal(new URL(other.url()).hash, '');
  // in an open editor, too; one that is cut says so, and goes
  const bad = 'Địa chỉ này không có bản làm việc';
  await other.evaluate(() => (location.hash = 'work=abc'));
  await other.locator('#fault', { hasText: bad }).waitFor();
  await other.waitForTimeout(700);
  assert.ok(await other.locator('#fault').isVisible(), 'it was taken back');
  assert.equal(new URL(other.url()).hash, '');
  // who opens a link keeps the own work: a step back, or after a reload
  await cell(page, 'A2').click();
  await page.keyboard.type('Của tôi');
  await page.keyboard.press('Enter');
  await page.locator('#element-code code', { hasText: 'Của tôi' }).waitFor();
  await page.evaluate((hash) => (location.hash = hash), hash);
  await page.locator('#own').waitFor();
  assert.equal(await cell(page, 'A2').textContent(), 'Mẫu An');
  await page.locator('#undo').click();
  assert.equal(await cell(page, 'A2').textContent(), 'Của tôi');
  await page.locator('#redo').click();
  await page.waitForTimeout(700);
  await page.reload();
  await verdict(page, 'Không thấy gì sai');
  assert.equal(await cell(page, 'A2').textContent(), 'Mẫu An');
  await page.locator('#own-back').click();
  await page.locator('#element-code code', { hasText: 'Của tôi' }).waitFor();
  await page.locator('#own').waitFor({ state: 'hidden' });
});

test('every option of every type is set in the form, and goes into the code, the link and what is kept', async (t) => {
  const page = await editor(t);
  await page.locator('#province').click();
  await verdict(page, /./);
  const code = page.locator('#element-code code');
  // what rows of a ranking say besides
  await page.locator('[data-of=also] summary').click();
  await page.getByRole('checkbox', { name: 'Địa hình' }).check();
  await page.getByRole('checkbox', { name: 'Quận, huyện' }).check();
  await code.filter({ hasText: 'also="terrain, district"' }).waitFor();
  await inside(page).figure.locator('[part=title]').waitFor();
  await page.locator('summary', { hasText: 'Người đọc được chọn gì' }).click();
  await page.locator('[name=link]').selectOption('off');
  await code.filter({ hasText: 'also="terrain, district" link="off"' }).waitFor();
  assert.match(await page.locator('#fragment-code code').textContent(), /<village-chart [^>]*link="off"/);
  await page.fill('#source', 'https://example.org/a.json');
  assert.match(await page.locator('#frame-code code').textContent(), /also=terrain%2C\+district/);
  assert.doesNotMatch(await page.locator('#frame-code code').textContent(), /link=off/);
  assert.match(await page.locator('#module-code code').textContent(), /chart\.also = 'terrain, district'/);
  // what groups are split by
  await page.locator('.types label', { hasText: 'Theo nhóm' }).click();
  await page.locator('[name=split]').selectOption('terrain');
  await code.filter({ hasText: /type="groups"[^>]* split="terrain"/ }).waitFor();
  assert.ok(await page.locator('[data-of=indicator]').isHidden(), 'they are of no indicator then');
  await page.locator('[name=only]').selectOption({ index: 1 });
  await code.filter({ hasText: /split="terrain"[^>]* only="/ }).waitFor();
  // income of one of the indicators, and a trend of one group
  await page.locator('.types label', { hasText: 'Thu nhập' }).click();
  await page.locator('[name=indicator]').selectOption('income');
  await page.locator('[name=unit]').selectOption('year');
  await code.filter({ hasText: /type="income"[^>]* unit="year" indicator="income"/ }).waitFor();
  await page.locator('.types label', { hasText: 'Diễn biến' }).click();
  await page.locator('[name=group]').selectOption('district');
  await page.locator('[name=only]').selectOption({ index: 1 });
  await code.filter({ hasText: /type="trend"[^>]* group="district" only="/ }).waitFor();
  await page.locator('.types label', { hasText: 'Xếp hạng' }).click();
  await code.filter({ hasText: 'also="terrain, district" link="off"' }).waitFor();
  await page.waitForTimeout(1000);
  await page.reload();
  await code.filter({ hasText: /type="ranking"[^>]* also="terrain, district" link="off"/ }).waitFor();
  await nothingFound(page);
  assert.deepEqual(page.messages, []);
});

test('what an address does not give is said in the language of the page, with what would help', async (t) => {
  const page = await editor(t);
  const ask = async (answer, said) => {
    await page.unroute('https://example.org/**');
    await page.route('https://example.org/**', answer);
    await page.locator('#address').fill('https://example.org/a.csv');
    await page.locator('#fetch button').click();
    await page.locator('#fault', { hasText: `a.csv: ${said}` }).waitFor();
  };
  const headers = { 'access-control-allow-origin': '*' };
  const gives =
    (status, body = '', more = {}) =>
    (route) =>
      route.fulfill({ status, body, headers: { ...headers, ...more } });
  await ask(gives(404), 'máy chủ không có tệp này (404)');
  await ask(gives(403), 'máy chủ chỉ đưa tệp này cho người có quyền (403)');
  await ask(gives(503), 'máy chủ đang lỗi hoặc quá bận (503)');
  await ask((route) => route.abort(), 'không có máy chủ nào trả lời ở đó');
  await ask(
    (route) => route.fulfill({ body: 'a,b\n1,2', headers: { 'access-control-allow-origin': 'https://example.com' } }),
    'máy chủ có trả lời, nhưng không cho trang khác',
  );
  await ask(gives(200, '<!doctype html><p>x'), 'HTML hoặc XML; cần một bảng');
  await ask(gives(200, ''), 'tệp trống');
  // what the policy of this page does not allow
  await page.locator('#address').fill('http://example.org/a.csv');
  await page.locator('#fetch button').click();
  await page.locator('#fault', { hasText: 'a.csv: trang web này không cho tải gì từ đó (connect-src' }).waitFor();
  await page.locator('#address').fill('https://example.org/a.csv');
  // one that takes long is given up
  await page.unroute('https://example.org/**');
  await page.route('https://example.org/**', () => undefined);
  await page.locator('#fetch button').click();
  await page.locator('#doing', { hasText: 'Đang tải a.csv' }).waitFor();
  await page.locator('#cancel').click();
  await page.locator('#status', { hasText: 'Đã hủy' }).waitFor();
  assert.ok(await page.locator('#fault').isHidden());
});

test('a part of the page that does not come is said, and so is a browser without WebAssembly', async (t) => {
  const page = await editor(t);
  await page.route('**/village_charts_import_bg.wasm', (route) => route.abort());
  await clipboard(page, BLOCK);
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.locator('#findings li', { hasText: 'chưa tải được phần đọc bảng' }).waitFor();
  // once it is there the next change reads the table
  await page.unroute('**/village_charts_import_bg.wasm');
  await cell(page, 'A2').click();
  await page.keyboard.type('Mẫu Ân');
  await page.keyboard.press('Enter');
  await verdict(page, 'Không thấy gì sai');
  const other = await editor(t);
  await other.route('**/village_charts_import_bg.wasm', (route) =>
    route.fulfill({ contentType: 'application/wasm', body: 'no module' }),
  );
  await other.locator('#table').click();
  await other.locator('#fault', { hasText: 'trình duyệt này không chạy phần đọc bảng (WebAssembly)' }).waitFor();
});

test('a broken file ends in a line that says what is wrong, and the table stays', async (t) => {
  const page = await editor(t);
  await page.locator('#table').click();
  await verdict(page, 'Không thấy gì sai');
  const file = async (name, bytes) => {
    await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await page.locator('#fault', { hasText: name }).waitFor();
    return page.locator('#fault').textContent();
  };
  assert.match(await file('old.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /hãy lưu lại thành/);
  assert.match(await file('picture.png', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /ảnh \(PNG\); cần một bảng/);
  assert.match(await file('broken.xlsx', [0x50, 0x4b, 3, 4, 1, 2, 3]), /broken\.xlsx: ./);
  assert.match(await file('empty.csv', []), /tệp trống/);
  const page1 = await cell(page, 'A2').textContent();
  assert.equal(page1, 'La Phù');
  await page.setInputFiles('#file', {
    name: 'good.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Place,Rate (%)\nA,1.5\nB,2.5\n'),
  });
  await verdict(page, 'Không thấy gì sai');
  assert.ok(await page.locator('#fault').isHidden());
  assert.deepEqual(page.messages, []);
});

test('100,000 rows are imported without holding the page up, and an import is given up', async (t) => {
  const page = await editor(t);
  await page.evaluate(() => {
    const rows = ['Place\tPoor 2023 (%)\tIncome (thousand VND/month)\tPeople'];
    for (let i = 0; i < 100_000; i++) rows.push(`Xã ${i}\t${(i % 370) / 10}\t${1000 + (i % 5000)}\t${2000 + i}`);
    const file = new File([rows.join('\n')], 'many.tsv');
    window.choose = () => {
      const transfer = new DataTransfer();
      transfer.items.add(file);
      const input = document.getElementById('file');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    };
  });
  // what made the file is no import
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) =>
      window.long.push(...list.getEntries().map((e) => Math.round(e.duration))),
    ).observe({
      type: 'longtask',
    });
  });
  await page.evaluate(() => window.choose());
  await page.locator('#cancel').waitFor();
  await page.locator('#cancel').click();
  await page.locator('#status', { hasText: 'Đã hủy' }).waitFor();
  assert.ok(await page.locator('#progress').isHidden());
  // given up after the file was read, while its table was: its rows are there, and go with a step back
  if (await page.locator('#undo').isEnabled()) await page.locator('#undo').click();
  await page.locator('#undo:disabled').waitFor();
  // other programs of the machine hold a page up, too: one import of a few that they leave alone is enough
  let most = Infinity;
  for (let i = 0; i < 6 && most > 50; i++) {
    await page.evaluate(() => {
      window.long = [];
      window.choose();
    });
    await page.locator('#status', { hasText: 'Đã mở many.tsv.' }).waitFor({ timeout: 120_000 });
    await page.waitForFunction(
      () => document.getElementById('progress').hidden && document.querySelector('.fault').hidden,
    );
    await page.locator('#large', { hasText: '300.000' }).waitFor({ timeout: 120_000 });
    const long = await page.evaluate(() => window.long);
    t.diagnostic(`long tasks: ${long.join(', ') || 'none'}`);
    most = Math.max(0, ...long);
    await page.evaluate(() => (document.getElementById('status').textContent = ''));
    await page.locator('#undo').click();
    await page.locator('#large').waitFor({ state: 'hidden' });
    assert.ok(await page.locator('#text').isEditable(), 'a data file cannot be typed');
  }
  assert.ok(most <= 50, `the page was held up for ${most} ms`);
  await page.locator('#redo').click();
  // the end of the table is as near as its beginning
  await cell(page, 'A1').click();
  await page.keyboard.press('ControlOrMeta+End');
  assert.equal(await cell(page, 'D100001').textContent(), '101999');
  assert.deepEqual(page.messages, []);
});

test('files are saved: page, pictures, card and data', async (t) => {
  const page = await editor(t);
  await page.locator('#table').click();
  await verdict(page, 'Không thấy gì sai');
  await settle(page);
  const save = async (kind) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`#files button[value=${kind}]`).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const json = await save('json');
  assert.equal(json.name, 'doanh-thu.json');
  const data = JSON.parse(json.bytes.toString());
  assert.deepEqual(data.villages[0].figures['doanh-thu'], { more_than: 1300, quote: 'trên 1.300' });
  assert.equal(data.as_of, '2024-07-05');
  assert.match((await save('svg')).bytes.toString(), /^<svg[^]*trên 1\.300/);
  assert.equal((await save('png')).bytes.toString('latin1', 1, 4), 'PNG');
  const card = await save('card-svg');
  assert.match(card.bytes.toString(), /^<svg[^>]* width="1200" height="630"[^]*trên 1\.300/);
  const picture = await save('card-png');
  assert.deepEqual([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)], [1200, 630]);
  const html = (await save('html')).bytes.toString();
  const still = await open(t, { html, javaScriptEnabled: false, policy: '' });
  assert.match(await still.locator('.village-chart svg:visible').textContent(), /La Phù/);
  assert.deepEqual(page.messages, []);
});

/** The editor with a block pasted into it. */
async function pasted(t, block, options) {
  const page = await editor(t, options);
  await clipboard(page, block);
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await verdict(page, /Không thấy gì sai|Nhận xét/);
  return page;
}

test('a day is typed as people write it, and what is no day does not reach the data', async (t) => {
  const page = await pasted(t, BLOCK);
  await page.locator('#about summary').click();
  const code = page.locator('#element-code code');
  for (const [typed, day] of [
    ['05/07/2024', '2024-07-05'],
    ['7/2024', '2024-07'],
    ['ngày 6 tháng 7 năm 2024', '2024-07-06'],
    ['tháng 8/2024', '2024-08'],
    ['2023', '2023'],
    ['March 2024', '2024-03'],
    ['Apr-24', '2024-04'],
    ['5 March 2024', '2024-03-05'],
    ['May 5, 2024', '2024-05-05'],
  ]) {
    await page.locator('#set-as-of').fill(typed);
    await page.keyboard.press('Tab');
    await code.filter({ hasText: `"as_of": "${day}"` }).waitFor();
  }
  for (const typed of ['31/2/2024', '7/13/2024', 'hôm qua', 'March', '31 Feb 2024', 'Mat 2024']) {
    await page.locator('#set-as-of').fill(typed);
    await page.keyboard.press('Tab');
    await page.locator('#as-of-fault', { hasText: 'như 05/07/2024' }).waitFor();
    await code.filter({ hasNotText: 'as_of' }).waitFor();
  }
  await verdict(page, 'Không thấy gì sai');
  await page.locator('#set-as-of').fill('5/7/2024');
  await page.locator('#as-of-fault').waitFor({ state: 'hidden' });
  const english = await open(t, { path: 'editor-en.html' });
  await english.locator('#about summary').click();
  await english.locator('#set-as-of').fill('5/7/2024');
  await english.keyboard.press('Tab');
  assert.equal(await english.locator('#set-as-of').inputValue(), '2024-07-05');
});

test('without any code yet a line says what it waits for; a type that needs more cannot be chosen', async (t) => {
  const page = await pasted(t, 'Xã\tHộ nghèo (%)\nAn\t4,x5\nHà\t?7?\nLâm\t3,5\nLo\t2,5');
  await page.locator('#waits', { hasText: 'Cần sửa 2 ô trước khi đăng.' }).waitFor();
  assert.ok(await page.locator('#codes').isHidden());
  await page.locator('#stale', { hasText: 'chưa có số liệu của những ô cần sửa' }).waitFor();
  await page.locator('#needs', { hasText: 'Tương quan cần hai chỉ tiêu.' }).waitFor();
  for (const type of ['scatter', 'makeup', 'trend', 'groups'])
    assert.ok(await page.locator(`[value=${type}]`).isDisabled());
  const anew = async (block) => {
    await clipboard(page, block);
    if (!(await page.locator('#paste').isVisible())) await page.locator('#start summary').click();
    await page.locator('#paste').focus();
    await page.keyboard.press('ControlOrMeta+v');
  };
  await anew(BLOCK);
  await page.locator('#waits').waitFor({ state: 'hidden' });
  await page.locator('[value=scatter]').check();
  await page.locator('#element-code code', { hasText: 'type="scatter"' }).waitFor();
  await page.locator('#undo').click();
  await page.locator('#element-code code', { hasText: 'type="ranking"' }).waitFor();
  await page.locator('#redo').click();
  await page.locator('#element-code code', { hasText: 'type="scatter"' }).waitFor();
  // the data has one indicator now: chart and code stay
  await cell(page, 'C2').click();
  await page.waitForFunction(() => !document.getElementById('column').disabled);
  await page.locator('#column-role').selectOption('left');
  await page.locator('#stale').waitFor();
  await page.locator('#waits', { hasText: 'lần không có lỗi gần nhất' }).waitFor();
  await inside(page).item('Mẫu').first().waitFor({ state: 'attached' });
  assert.match(await page.locator('#element-code').textContent(), /2\.8/);
  await anew('Xã\tHộ nghèo (%)\nAn\t2,5\nHà\t3,5');
  await page.locator('#element-code code', { hasText: 'type="ranking"' }).waitFor();
});

test('rows are typed one after the other, and Enter leads to where the row began', async (t) => {
  const page = await editor(t);
  await page.locator('#blank').click();
  await cell(page, 'B1').click();
  for (const key of ['Tab', 'Tab', 'Enter', 'Tab', 'Enter', 'Enter']) {
    await page.keyboard.type('x');
    await page.keyboard.press(key);
  }
  await page.locator('#said', { hasText: 'B4' }).waitFor();
  assert.equal(await cell(page, 'D1').textContent(), 'x');
  assert.equal(await cell(page, 'C2').textContent(), 'x');
});

test('a block is pasted at the first of the selected cells, and one cell into all of them', async (t) => {
  const page = await editor(t);
  await clipboard(page, 'Xã\tHuyện\tSố hộ\nA\t\t10\nB\t\t20\nC\t\t30');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await verdict(page, 'Không thấy gì sai');
  // from the last to the first
  await cell(page, 'B4').click();
  await cell(page, 'B2').click({ modifiers: ['Shift'] });
  await clipboard(page, 'Mẫu');
  await page.keyboard.press('ControlOrMeta+v');
  for (const name of ['B2', 'B3', 'B4']) assert.equal(await cell(page, name).textContent(), 'Mẫu');
  await cell(page, 'C2').click();
  await cell(page, 'C4').click({ modifiers: ['Shift'] });
  await clipboard(page, '11\n21\n31');
  await page.keyboard.press('ControlOrMeta+v');
  for (const [name, text] of [
    ['C2', '11'],
    ['C3', '21'],
    ['C4', '31'],
    ['C5', ''],
  ])
    assert.equal(await cell(page, name).textContent(), text);
  assert.deepEqual(page.messages, []);
});

test('all numbers of a column that is in doubt are marked, and the names of places stay in view', async (t) => {
  const page = await pasted(t, 'Làng\tHộ\tDoanh thu (tỷ đồng)\nAn\t12\t1.300\nHà\t13\t2.400\nLâm\t14\t7', PHONE);
  await page.locator('#findings .answer').first().waitFor();
  const wrong = await page.locator('#sheet .wrong').allTextContents();
  assert.deepEqual(wrong, ['1.300', '2.400']);
  await cell(page, 'D3').tap();
  const left = await cell(page, 'A3').evaluate((cell) => cell.getBoundingClientRect().left);
  assert.ok(left > 0 && left < 100, String(left));
  const [name, figure] = await Promise.all([cell(page, 'A3').boundingBox(), cell(page, 'D3').boundingBox()]);
  assert.ok(figure.x >= name.x + name.width - 1, 'the name lies over the cell');
});

test('what is wrong with a cell is in view where it is chosen; iOS zooms into no field', async (t) => {
  const rows = Array.from({ length: 30 }, (_, i) => `Làng ${i}\t${i === 29 ? 'nhiều' : i}\t1.300`);
  const page = await pasted(t, ['Làng\tHộ\tDoanh thu (tỷ đồng)', ...rows].join('\n'), PHONE);
  await page.locator('#findings .answer').first().waitFor();
  const seen = async (name, text) => {
    const line = page.locator('#said', { hasText: text });
    await line.waitFor();
    const [box, at] = await Promise.all([line.boundingBox(), cell(page, name).boundingBox()]);
    assert.ok(box.y >= 0 && box.y + box.height <= PHONE.viewport.height, `the line is at ${box.y}`);
    assert.ok(at.y + at.height <= box.y + 1, `the line at ${box.y} lies over the cell at ${at.y}`);
  };
  // the table begins in the lower half of the screen
  await page.evaluate(() => scrollBy(0, document.getElementById('sheet').getBoundingClientRect().top - 400));
  await cell(page, 'C4').tap();
  await seen('C4', 'C4: thấy “1.300”');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await seen('B31', 'B31: thấy “nhiều”');
  await cell(page, 'B31').tap();
  const small = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input:not([type=radio], [type=checkbox]), select, textarea')];
    return fields.filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML);
  });
  assert.deepEqual(small, []);
});

test('a number that is alone below zero is told at its cell, and taken at a press', async (t) => {
  const page = await pasted(t, 'Xã\tHộ nghèo (%)\nAn\t2,5\nBa\t-3\nCa\t4,1\nDa\t5,2');
  const found = page.locator('#findings .warning');
  await found.filter({ hasText: 'Ô B3 “Hộ nghèo” được coi là mức thay đổi, vì B3 là “-3”' }).waitFor();
  await found.getByRole('button', { name: 'Ô B3' }).click();
  await found.locator('.answer').click();
  await verdict(page, 'Không thấy gì sai');
  assert.equal(await page.locator('#column-kind').inputValue(), 'change');
  // of many such no one is told
  await page.locator('#start summary').click();
  await clipboard(page, 'Xã\tHộ nghèo (%)\nAn\t2,5\nBa\t-3\nCa\t-4,1\nDa\t5,2');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await cell(page, 'B4').filter({ hasText: '-4,1' }).waitFor();
  await verdict(page, 'Không thấy gì sai');
});

test('what is found in a data file is in the language of the page, at the cell of a table', async (t) => {
  const page = await pasted(t, 'Xã\tHộ nghèo (%)\nMẫu \u0410n\t2,8\nMẫu Hà\t3,1');
  const found = page.locator('#findings li');
  await found.filter({ hasText: 'có chữ trông giống chữ khác' }).waitFor();
  assert.match(await found.textContent(), /Ô A2 “Mẫu \u0410n”: có chữ/);
  await found.getByRole('button').click();
  await page.locator('#said', { hasText: 'A2' }).waitFor();
  // a place that is there twice is said once, at its cell, and nothing in the words of JSON
  await cell(page, 'A3').click();
  await page.keyboard.type('Mẫu \u0410n');
  await page.keyboard.press('Enter');
  await found.filter({ hasText: 'Ô A3 thấy “Mẫu \u0410n”, như ở hàng 2' }).waitFor();
  assert.equal(await found.filter({ hasText: 'Ô A3' }).count(), 1);
  assert.doesNotMatch((await found.allTextContents()).join('\n'), /\$\.|"name"/);
  await page.locator('#json-box').evaluate((box) => (box.open = true));
  const wrong = {
    format: 'village-charts/1',
    revenue: { unit: 'billion_vnd', per: 'yeer' },
    villages: [
      { name: 'A', revenue: '1.300' },
      { name: 7, revenu: 5 },
    ],
  };
  await page.locator('#text').fill(JSON.stringify(wrong, null, 1));
  await page
    .locator('#findings li', { hasText: '"per": "yeer": từ này không dùng được ở đây; dùng được: day,' })
    .waitFor();
  const lines = (await found.allTextContents()).join('\n');
  assert.match(lines, /Dòng 10, cột 4 \$\.villages\[0\]\.revenue: "revenue": "1\.300": chữ ở chỗ của con số/);
  assert.match(lines, /"name": 7: sai kiểu giá trị; cần một văn bản trong dấu ngoặc kép/);
  assert.match(lines, /"revenu": 5: định dạng không có khóa này; dùng được: .*; có lẽ là “revenue”/);
  await page.locator('#text').fill('{ "format": "village-charts/1", }');
  await found.filter({ hasText: 'văn bản không phải JSON kể từ }' }).waitFor();
  assert.equal(await page.locator('#findings [lang=en]').count(), 0);
  assert.deepEqual(page.messages, []);
});

test('the title is that of the saved page and of files; a toast covers nothing that was pressed', async (t) => {
  const page = await pasted(t, BLOCK);
  await page.locator('#about summary').click();
  await page.locator('#set-title').fill('Mức sống ở tỉnh Mẫu');
  await page.locator('#element-code code', { hasText: 'Mức sống' }).waitFor();
  const press = page.locator('#files button[value=html]');
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  assert.match(download.suggestedFilename(), /^muc-song-o-tinh-mau-thu-nhap/);
  const html = (await readFile(await download.path())).toString();
  assert.match(html, /<title>Mức sống ở tỉnh Mẫu<\/title>[^]*<h1>Mức sống ở tỉnh Mẫu<\/h1>/);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.locator('#make-link').click();
  await page.locator('#status', { hasText: 'Đã sao chép liên kết.' }).waitFor();
  const [toast, button] = await Promise.all([
    page.locator('#status').boundingBox(),
    page.locator('#make-link').boundingBox(),
  ]);
  assert.ok(toast.y + toast.height <= button.y || toast.y >= button.y + button.height, 'it is covered');
  await page.setInputFiles('#file', { name: 'x.xls', mimeType: 'x/x', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) });
  await page.locator('#fault', { hasText: 'x.xls' }).waitFor();
  assert.equal(await page.locator('#status').textContent(), '');
});

test('what a file cannot carry is said beside it, before it is saved', async (t) => {
  const page = await editor(t);
  await page.locator('#province').click();
  await page.locator('#leaves-csv', { hasText: 'Không có trong đó' }).waitFor();
  const said = async (way) =>
    (await page.locator(`#leaves-${way}`).textContent()).replace(/^.*: |\.$/g, '').split(', ');
  assert.deepEqual(await said('json'), ['kiểu và cách vẽ biểu đồ']);
  const ofAll = ['ngôn ngữ khác (en)', 'những gì người đọc được chọn'];
  assert.deepEqual(await said('html'), [...ofAll, 'chỉ tiêu khác (3)', 'thời gian khác (4)']);
  assert.ok(!(await said('picture')).includes('các trang khác của danh sách dài'), 'it has one page');
  assert.ok((await said('csv')).includes('ghi chú của chỉ tiêu (4)'));
  assert.ok((await said('csv')).includes('tiêu đề'));
  // and heard
  const button = page.locator('#files button[value=csv]');
  assert.equal(await button.getAttribute('aria-describedby'), 'leaves-csv');
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  assert.equal(download.suggestedFilename(), 'tinh-mau-so-lieu-gia-dinh-ty-le-ho-ngheo.csv');
  const csv = await readFile(await download.path(), 'utf8');
  // all figures of the file, a row each; none of what is said not to be in it
  assert.match(csv, /^\ufeff?Tên,/);
  assert.match(csv, /Mẫu An,.*,2023,"dưới 2,0%",dưới,2,/);
  assert.doesNotMatch(csv, /Mẫu province|Phần trăm số hộ|Poverty/);
  // a trend has all times
  await page.locator('.types label', { hasText: 'Diễn biến' }).click();
  await page.locator('#element-code code', { hasText: 'type="trend"' }).waitFor();
  assert.deepEqual(await said('html'), [...ofAll, 'chỉ tiêu khác (3)']);
  await nothingFound(page);
  assert.deepEqual(page.messages, []);
});

test('a page that is saved is in the language in which the chart was seen', async (t) => {
  const page = await open(t, { path: 'editor-en.html' });
  await page.locator('#province').click();
  // the data is in Vietnamese, and has English
  await page.locator('#fragment-code code', { hasText: 'locale="en"' }).waitFor();
  await page.fill('#source', 'https://example.org/a.json');
  assert.match(await page.locator('#frame-code code').textContent(), /title="Poverty rate"/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#files button[value=html]').click(),
  ]);
  const html = await readFile(await download.path(), 'utf8');
  assert.match(html, /<html lang="en">[^]*<h1>Mẫu province: made-up figures<\/h1>[^]*Poverty rate, 2023/);
});

test('the time that a column gets is that of its figures: it keeps its name', async (t) => {
  const page = await editor(t);
  await clipboard(page, 'Xã\tThu nhập\tHộ\nMẫu An\t4,5\t1200\nMẫu Hà\t3,75\t800');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  for (const [name, time, figure] of [
    ['B2', '2023', '"thu-nhap": { "2023": 4.5 }'],
    ['C2', '2022', '"ho": { "2022": 1200 }'],
  ]) {
    await cell(page, name).click();
    await page.waitForFunction(() => !document.getElementById('column').disabled);
    await page.locator('#column-time').fill(time);
    await page.keyboard.press('Tab');
    await page.waitForFunction((words) => document.getElementById('text').value.includes(words), figure);
  }
  const { times, indicators } = JSON.parse(await page.locator('#text').inputValue());
  assert.equal(times, undefined);
  assert.deepEqual(
    indicators.map(({ name }) => name),
    ['Thu nhập', 'Hộ'],
  );
});

test('what is undone takes along what was said of its cells, and covers none of it', async (t) => {
  const page = await editor(t, PHONE);
  await clipboard(page, 'Xã\tHộ nghèo (%)\nMẫu An\trất cao\nMẫu Hà\t3,1\nMẫu Lâm\t4\nMẫu Sơn\t5');
  await page.locator('#paste').tap();
  await page.keyboard.press('ControlOrMeta+v');
  await cell(page, 'B2').tap();
  await page.locator('#said', { hasText: 'B2: thấy “rất cao”' }).waitFor();
  await page.locator('#said').evaluate((said) => scrollBy(0, said.getBoundingClientRect().bottom - innerHeight));
  await page.locator('#undo').tap();
  await page.locator('#status', { hasText: 'Đã hoàn tác.' }).waitFor();
  const [toast, said] = await Promise.all(['#status', '#said'].map((id) => page.locator(id).boundingBox()));
  assert.ok(toast.y + toast.height <= said.y || toast.y >= said.y + said.height, 'it is covered');
  await page.locator('#said', { hasText: 'B2: trống' }).waitFor();
});
