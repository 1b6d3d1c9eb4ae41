// What readers ask of a chart, with a mouse, a finger and a keyboard; and what they take away.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { canvas, HANOI, inside, open, revenue, settle, until, withData } from './browser.mjs';

const chart = (type, attributes = '') => `<village-chart type="${type}" src="${HANOI}" ${attributes}></village-chart>`;

/** What the status says; where it says the same again, a blank at its end makes it new. */
const said = async (status) => (await status.textContent()).trimEnd();

/** One chart with its tools open. */
async function tools(t, html, options = {}) {
  const page = await open(t, { html, ...options });
  await settle(page);
  const parts = inside(page);
  await parts.chart.locator('button[value=tools]').click();
  await parts.chart.locator('[part=tools] .row').first().waitFor();
  const titles = () => parts.items.evaluateAll((all) => all.map((item) => item.textContent.split(/[,:]/)[0]));
  const status = parts.chart.locator('figure [aria-live]');
  const search = parts.chart.locator('input[type=search]');
  const line = parts.chart.locator('input[type=checkbox]');
  const amount = parts.chart.locator('input[type=number]');
  const slider = parts.chart.locator('input[type=range]');
  const button = (name) => parts.chart.getByRole('button', { name, exact: true });
  return { page, ...parts, titles, status, search, line, amount, slider, button };
}

const ALL = ['Tất cả làng nghề Hà Nội', 'La Phù', 'Phùng Xá', 'Thiết Úng', 'Sơn Đồng', 'Minh Khai', 'Hữu Bằng'];

test('the tools are loaded when a reader asks for them, and not before', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await settle(page);
  assert.ok(
    asked.every((path) => !path.includes('tools')),
    asked.join(),
  );
  const button = inside(page).chart.locator('button[value=tools]');
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  await button.click();
  await page.locator('[part=tools] .row').first().waitFor();
  // script, module and words
  assert.equal(asked.filter((path) => path.includes('tools')).length, 3, asked.join());
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await button.click();
  await page.locator('[part=tools]').waitFor({ state: 'hidden' });
  assert.deepEqual(page.messages, []);
});

test('tools that cannot be loaded leave the chart as it is, and are tried again', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  await page.route('**/*tools_bg.wasm', (route) => route.abort());
  const { items, chart: element } = inside(page);
  await element.locator('button[value=tools]').click();
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelector('figure [aria-live]').textContent,
  );
  assert.equal(await items.count(), 7);
  assert.ok((await canvas(page, 'village-chart')).painted > 2000);
  await page.unroute('**/*tools_bg.wasm');
  await element.locator('button[value=tools]').click();
  await page.locator('[part=tools] .row').first().waitFor();
  assert.equal((await page.evaluate(() => window.events)).filter((event) => event.type === 'error').length, 0);
});

test('a search without marks finds the village, says how many, and leaves the typing alone', async (t) => {
  const { page, search, titles, status } = await tools(t, chart('revenue'));
  await search.focus();
  await page.keyboard.type('son dong', { delay: 60 });
  await until(titles, [ALL[0], 'Sơn Đồng']);
  await until(() => said(status), '1 trong 6 làng.');
  assert.equal(await search.inputValue(), 'son dong');
  for (const query of ['SÓN Đ', 'đống', 'DÒNG', 'n đ']) {
    await search.fill('');
    await until(titles, ALL);
    await search.fill(query);
    await until(titles, [ALL[0], 'Sơn Đồng'], query);
  }
  await search.fill('son dong');
  assert.equal(await search.evaluate((input) => input.getRootNode().activeElement === input), true, 'the focus stays');
  for (let i = 0; i < 8; i++) await page.keyboard.press('Backspace');
  await until(titles, ALL);
  await page.keyboard.type('không có');
  await until(titles, [ALL[0]]);
  await until(() => said(status), 'Không có làng nào khớp.');
  assert.deepEqual(page.messages, []);
});

test('a search goes on in other data, in another language and in words that a page brings', async (t) => {
  const data = (...villages) => ({
    format: 'village-charts/1',
    indicators: [{ id: 'x', name: 'X', kind: 'count' }],
    villages: villages.map(([name, district, x]) => ({ name, district, figures: x ? { x } : {} })),
  });
  const first = data(['A 1', 'Y', 9], ['A 2', 'Y', 8], ['B 1', 'Z', 7], [{ vi: 'A 3', en: 'C 3' }, 'Z']);
  const { chart: element, items, search, titles } = await tools(t, withData(first, 'type="ranking" locale="vi"'));
  const district = element.getByLabel('Địa bàn');
  await search.fill('a');
  await until(titles, ['A 1', 'A 2', 'A 3']);
  await element.evaluate((e, data) => (e.data = data), data(['B 1', 'V', 9], ['A 1', 'W', 1], ['A 2', 'V', 2]));
  await until(titles, ['A 2', 'A 1']);
  assert.deepEqual(await district.locator('option').allTextContents(), ['Tất cả', 'V', 'W']);
  await element.evaluate((e, data) => (e.data = data), first);
  await until(titles, ['A 1', 'A 2', 'A 3']);
  await element.evaluate((e) => (e.locale = 'en'));
  await until(titles, ['A 1', 'A 2']);
  await search.fill('c');
  await until(titles, ['C 3']);
  assert.match(await items.first().textContent(), /no figure/);
  await element.evaluate((e) => e.constructor.translate('en', 'no-figure = nobody knows'));
  await until(
    () => items.first().textContent(),
    (text) => /nobody knows/.test(text),
  );
});

test('a craft filters the list, by mouse and by keyboard', async (t) => {
  const { page, chart: element, titles } = await tools(t, chart('revenue'));
  const craft = element.locator('label', { hasText: 'Nghề' }).locator('select');
  await craft.selectOption('bánh kẹo');
  await until(titles, [ALL[0], 'La Phù']);
  await craft.focus();
  await page.keyboard.press('Home');
  await until(titles, ALL);
});

test('a district filters the list where villages have one', async (t) => {
  const data = revenue(['A', 3], ['B', 2], ['C', 1]);
  data.villages.forEach((village, i) => (village.district = i ? 'Hoài Đức' : 'Đông Anh'));
  const { chart: element, titles } = await tools(t, withData(data));
  await element.getByLabel('Địa bàn').selectOption('Hoài Đức');
  await until(titles, ['B', 'C']);
});

test('a threshold is switched on, typed, moved by arrow keys and dragged, each time says who is over', async (t) => {
  const { page, line, amount, slider, status } = await tools(t, chart('revenue'));
  const says = (text) => until(() => said(status), text);
  assert.equal(await slider.isVisible(), false);
  await line.click();
  await says('Trên 1000 tỷ đồng một năm: 5 làng. Không quá mức ấy: Hữu Bằng (gần 1000 tỷ đồng).');
  await amount.fill('1150');
  await says(
    'Trên 1150 tỷ đồng một năm: 2 làng. Không quá mức ấy: Thiết Úng (1100 tỷ đồng), Hữu Bằng (gần 1000 tỷ đồng). ' +
      'Số liệu để ngỏ: Sơn Đồng (trên 1000 tỷ đồng), Minh Khai (trên 1000 tỷ đồng).',
  );
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await until(() => amount.inputValue(), '1100');
  await says(''); // the slider says it itself
  await until(
    () => slider.getAttribute('aria-valuetext'),
    'Trên 1100 tỷ đồng một năm: 2 làng. Không quá mức ấy: Thiết Úng (1100 tỷ đồng), Hữu Bằng (gần 1000 tỷ đồng). ' +
      'Số liệu để ngỏ: Sơn Đồng (trên 1000 tỷ đồng), Minh Khai (trên 1000 tỷ đồng).',
  );
  // the handle is where its amount is on the axis: drag it half way to 0
  const box = await slider.boundingBox();
  const handle = (value) => box.x + 14 + ((box.width - 28) * value) / 1300;
  await page.mouse.move(handle(1100), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle(550), box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await until(
    () => amount.inputValue(),
    (at) => Math.abs(at - 550) <= 10,
  );
  await line.click();
  await slider.waitFor({ state: 'hidden' });
  assert.deepEqual(page.messages, []);
});

test('a threshold goes below zero where figures do; other languages and indicators keep no number of it', async (t) => {
  const money = { currency: 'VND', scale: 'billion' };
  const data = {
    format: 'village-charts/1',
    indicators: [
      { id: 'x', name: 'X', kind: 'change', unit: money },
      { id: 'y', name: 'Y', kind: 'amount', unit: money },
    ],
    villages: [-9, -4, 8].map((x, i) => ({ name: 'ABC'[i], figures: { x, y: i + 1 } })),
  };
  const { chart: element, line, amount, slider, status } = await tools(t, withData(data, 'type="ranking" locale="en"'));
  await line.click();
  await until(() => amount.inputValue(), '-5');
  await amount.fill('-6');
  await until(
    () => said(status),
    (text) => text.startsWith('Over minus 6 billion dong: 2 villages'),
  );
  await slider.focus();
  await slider.press('ArrowRight');
  await until(() => amount.inputValue(), '-5.95');
  await slider.press('Home');
  await until(() => amount.inputValue(), '-9');
  await element.evaluate((e) => (e.locale = 'zh-Hans'));
  await until(() => amount.inputValue(), '-90');
  await element.evaluate((e) => Object.assign(e, { locale: 'en', indicator: 'y' }));
  await slider.waitFor({ state: 'hidden' });
  await line.click();
  await until(() => amount.inputValue(), '2');
  await amount.fill('-6');
  await until(() => slider.inputValue(), '0');
});

test('a finger drags the threshold', async (t) => {
  const {
    page,
    chart: element,
    line,
    slider,
    amount,
  } = await tools(t, chart('revenue') + '<p>text</p>'.repeat(60), {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  await line.tap();
  await slider.waitFor();
  await slider.evaluate((input) => input.scrollIntoView({ block: 'center' }));
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const box = await slider.boundingBox();
  const x = box.x + 14 + ((box.width - 28) * 1000) / 1300;
  const y = box.y + box.height / 2;
  await touch('touchStart', { x, y });
  for (let i = 1; i <= 10; i++) await touch('touchMove', { x: x - 8 * i, y });
  await touch('touchEnd');
  await element.evaluate((e) => e.updated);
  const at = Number(await amount.inputValue());
  assert.ok(at > 500 && at < 800, `${at}`);
});

test('typing goes on where nothing matches, and a threshold stays what was asked', async (t) => {
  const { page, search, line, amount, status } = await tools(t, chart('revenue'));
  await search.focus();
  await page.keyboard.type('son zzz', { delay: 220 });
  assert.equal(await search.inputValue(), 'son zzz');
  assert.equal(await search.evaluate((input) => input.getRootNode().activeElement === input), true);
  await search.fill('');
  await until(() => said(status), '6 làng.');
  await line.click();
  await amount.fill('5000');
  await until(
    () => said(status),
    'Trên 5000 tỷ đồng một năm: 0 làng. ' +
      'Không quá mức ấy: Phùng Xá (1200 tỷ đồng), Thiết Úng (1100 tỷ đồng), Hữu Bằng (gần 1000 tỷ đồng). ' +
      'Số liệu để ngỏ: La Phù (trên 1300 tỷ đồng), Sơn Đồng (trên 1000 tỷ đồng), Minh Khai (trên 1000 tỷ đồng).',
  );
  await amount.blur();
  assert.equal(await amount.inputValue(), '5000', 'not the end of the axis');
});

test('a slider that is dragged over figures selects none and keeps the one selected', async (t) => {
  const { page, line, slider, items } = await tools(t, chart('revenue'));
  await line.click();
  await slider.waitFor();
  await items.nth(2).focus();
  await page.keyboard.press('Enter');
  const box = await slider.boundingBox();
  const x = box.x + 14 + ((box.width - 28) * 1000) / 1300;
  await page.mouse.move(x, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(x - 100, box.y + 120, { steps: 6 });
  await page.mouse.up();
  const told = await page.evaluate(() =>
    window.events.filter((event) => event.type === 'select').map((event) => event.detail?.id ?? null),
  );
  assert.deepEqual(told, ['phung-xa']);
});

test('tools stay inside a narrow page', async (t) => {
  for (const path of ['', 'en.html']) {
    const page = await open(t, { path, viewport: { width: 320, height: 740 } });
    await settle(page);
    for (const type of ['villages', 'revenue', 'clusters']) {
      const element = page.locator(`village-chart[type=${type}]`);
      await element.locator('button[value=tools]').click();
      await element.locator('[part=tools] .row').first().waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${path} ${type}: ${overflow} px too wide`);
    }
  }
});

test('cells are counted out for one subset at a time', async (t) => {
  const { page, chart: element, items } = await tools(t, chart('clusters'));
  const before = await canvas(page, 'village-chart');
  await element.getByLabel('Đếm từng ô').selectOption({ label: 'Đã đi vào hoạt động' });
  await until(async () => (await canvas(page, 'village-chart')).height > before.height, true);
  assert.equal(await items.count(), 3, 'every figure is still there');
  await element.getByLabel('Đếm từng ô').selectOption({ label: 'Không' });
  await until(async () => (await canvas(page, 'village-chart')).height, before.height);
});

test('the table opens under the chart, with all figures, and follows what is asked', async (t) => {
  const { button, chart: element, search } = await tools(t, chart('revenue'));
  await button('Bảng số liệu').click();
  const rows = () =>
    element
      .locator('table tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const all = await rows();
  assert.equal(all.length, 7);
  assert.deepEqual(all[1], [
    'La Phù',
    'bánh kẹo, dệt kim',
    'trên 1.300 tỷ đồng/năm',
    'Hạng từ 1 đến 3 trong 6 làng được nêu',
  ]);
  assert.deepEqual(await element.locator('thead th').allTextContents(), ['Tên', 'Chi tiết', 'Số liệu', 'Ghi chú']);
  assert.match(await element.locator('caption').textContent(), /Sáu làng nghề/);
  await search.fill('huu');
  await until(async () => (await rows()).length, 2);
  assert.equal(await button('Bảng số liệu').getAttribute('aria-expanded'), 'true');
});

test('a long list is searched as a whole, and its table has every page', async (t) => {
  const data = revenue(...Array.from({ length: 60 }, (_, i) => [`Làng ${i}`, { more_than: i }]));
  const { chart: element, search, titles, button } = await tools(t, withData(data));
  await button('Bảng số liệu').click();
  assert.equal(await element.locator('tbody tr').count(), 60);
  await element.locator('[part=pager] select').selectOption({ index: 2 });
  await until(async () => (await titles())[0], 'Làng 19');
  await search.fill('lang 5');
  await until(titles, [
    'Làng 59',
    'Làng 58',
    'Làng 57',
    'Làng 56',
    'Làng 55',
    'Làng 54',
    'Làng 53',
    'Làng 52',
    'Làng 51',
    'Làng 50',
    'Làng 5',
  ]);
});

test('on a phone the table comes into sight, and no column of it is cut', async (t) => {
  const { page, chart: element, button } = await tools(t, chart('revenue'), { viewport: { width: 360, height: 640 } });
  await button('Bảng số liệu').click();
  const table = element.locator('.table');
  await until(() => table.evaluate((e) => e.getBoundingClientRect().top < innerHeight - 100), true);
  assert.deepEqual(await table.evaluate((e) => [e.scrollWidth - e.clientWidth, getComputedStyle(e).maskImage]), [
    0,
    'none',
  ]);
  // where it has more columns than there is room for, its edge fades until one has been there
  await page.setViewportSize({ width: 220, height: 640 });
  await until(
    () => table.evaluate((e) => [e.scrollWidth > e.clientWidth, /gradient/.test(getComputedStyle(e).maskImage)]),
    [true, true],
  );
  await table.evaluate((e) => (e.scrollLeft = 1000));
  await until(() => table.evaluate((e) => getComputedStyle(e).maskImage), 'none');
});

test('a picture, shapes and data can be saved, and are what the chart shows', async (t) => {
  const { page, button } = await tools(t, chart('revenue'), { acceptDownloads: true });
  await page.locator('village-chart summary').click();
  const save = async (format) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(`Tải về ${format}`).click()]);
    assert.equal(download.suggestedFilename(), `village-chart-revenue.${format.toLowerCase()}`);
    return readFile(await download.path());
  };
  const png = await save('PNG');
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  const { cssWidth } = await canvas(page, 'village-chart');
  assert.equal(png.readUInt32BE(16), 2 * (cssWidth + 32), 'two pixels to one');
  const svg = (await save('SVG')).toString();
  for (const text of ['Sáu làng nghề', 'trên 1.300', 'gần 1.000', 'Nguồn: UBND', '5/7/2024'])
    assert.ok(svg.includes(text), text);
  const parsed = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return [root.localName, root.querySelectorAll('text').length, root.querySelectorAll('[style], script').length];
  }, svg);
  assert.equal(parsed[0], 'svg');
  const colours = new Set(svg.match(/(?<=(fill|stroke)=")[^"]*/g));
  assert.deepEqual(
    [...colours].filter((colour) => colour !== 'none' && !/^#[0-9a-f]{6}$/.test(colour)),
    [],
    'no program but a browser knows mixed colours',
  );
  assert.ok(parsed[1] > 20 && parsed[2] === 0);
  const csv = await save('CSV');
  assert.deepEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'the byte order mark that spreadsheets know UTF-8 by');
  assert.match(
    csv.toString(),
    /La Phù,"bánh kẹo, dệt kim",trên 1\.300 tỷ đồng\/năm,trên,1300,,tỷ đồng\/năm,,.*,5\/7\/2024,,,,,\r\n/,
  );
  assert.deepEqual(page.messages, []);
});

test('the data is copied as a spreadsheet takes it', async (t) => {
  const { page, button, status } = await tools(t, chart('income'), {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.locator('village-chart summary').click();
  await button('Chép số liệu').click();
  await until(() => said(status), 'Đã chép số liệu.');
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
  assert.equal(lines.length, 4);
  assert.ok(lines.every((line) => line.length === 17));
  assert.deepEqual(lines[1].slice(3, 8), ['4–5,5 triệu đồng/tháng', 'trong khoảng', '4', '5.5', 'triệu đồng/tháng']);
});

test('the table has source and date where the line says others; no copied cell begins a formula', async (t) => {
  const data = {
    format: 'village-charts/1',
    as_of: '2023',
    sources: [
      { id: 'o', name: 'Cục Thống kê' },
      { id: 'p', name: 'Thống kê' },
    ],
    villages: [
      { name: 'A', craft: 'gỗ;=1+1', revenue: { exact: 3, source: 'p' } },
      { name: '＝B', revenue: 5 },
    ],
    revenue: { unit: 'billion_vnd', per: 'year' },
  };
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, chart: element, button } = await tools(t, withData(data), { permissions });
  await button('Bảng số liệu').click();
  await element.locator('tbody tr').first().waitFor();
  assert.deepEqual(await element.locator('thead th').allTextContents(), [
    'Tên',
    'Chi tiết',
    'Số liệu',
    'Ghi chú',
    'Nguồn',
    'Số liệu đến',
  ]);
  await page.locator('village-chart').evaluate((e) => e.copyData());
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.includes("\tgỗ;'=1+1\t") && copied.includes("\t'＝B\t"), copied);
});

test('a page can take away what readers can', async (t) => {
  const page = await open(t, { html: chart('clusters', 'controls="none"') });
  await settle(page);
  const { svg, csv, png } = await page.locator('village-chart').evaluate(async (element) => ({
    svg: await (await element.toBlob('svg')).text(),
    csv: await (await element.toBlob('csv')).text(),
    png: (await element.toBlob('png')).type,
  }));
  const refused = await page
    .locator('village-chart')
    .evaluate((element) => element.toBlob('pdf').catch((error) => `${error}`));
  assert.match(refused, /^TypeError: "pdf" is no format; expected png, svg or csv/);
  assert.ok(svg.includes('70 trong 102 cụm') && csv.includes('70 trong 102 cụm') && png === 'image/png');
});

test('controls are shown as the attribute says', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  const shown = async (value) => {
    await page
      .locator('village-chart')
      .evaluate((element, controls) => ((element.controls = controls), element.updated), value);
    return page.locator('[part=controls] button').evaluateAll((all) => all.map((button) => button.value));
  };
  assert.deepEqual(await shown('none'), []);
  assert.deepEqual(await shown('sort'), ['value', 'name']);
  assert.deepEqual(await shown('tools'), ['tools']);
  assert.deepEqual(await shown('all'), ['value', 'name', 'tools']);
});

test('with the keyboard alone: tools open, a search, a threshold and the table', async (t) => {
  const page = await open(t, { html: `<button id="before">before</button>${chart('revenue')}` });
  await settle(page);
  await page.locator('#before').focus();
  const focused = () =>
    page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.value ?? document.activeElement.id);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
  assert.equal(await focused(), 'tools');
  await page.keyboard.press('Enter');
  await page.locator('[part=tools] .row').first().waitFor();
  assert.equal(await focused(), 'tools', 'the focus stays on the button');
  await page.keyboard.press('Tab');
  await page.keyboard.type('la phu');
  await until(() => inside(page).items.count(), 2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.locator('input[type=range]').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('table').waitFor();
  assert.equal(await page.locator('tbody tr').count(), 2);
});

test('the menu of what can be taken away opens and closes with the keyboard', async (t) => {
  const { page, button } = await tools(t, chart('revenue'));
  const menu = page.locator('village-chart summary');
  assert.ok(await button('Tải về PNG').isHidden());
  await menu.focus();
  await page.keyboard.press('Enter');
  await button('Tải về PNG').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  assert.ok(await button('Tải về PNG').isHidden());
  assert.ok(
    await menu.evaluate((summary) => summary.getRootNode().activeElement === summary),
    'the focus is where it was',
  );
});
