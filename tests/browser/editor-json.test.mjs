// The editor for those who write JSON: findings at their lines, a chart, code that runs elsewhere, the way to a table.
import * as esbuild from 'esbuild';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { HANOI, inside, open, settle } from './browser.mjs';

const DATA = await readFile(new URL(`../../www/${HANOI}`, import.meta.url), 'utf8');
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** The editor with the article's data in it. */
async function editor(t, options) {
  const page = await open(t, { path: 'editor-en.html', ...options });
  await page.locator('#verdict', { hasText: 'There is no data yet.' }).waitFor();
  await page.getByRole('button', { name: 'The article’s data' }).click();
  await page.locator('#verdict', { hasText: 'Findings: notes: 1.' }).waitFor();
  return page;
}

const choose = (page, type) => page.locator(`[name=type][value=${type}]`).check();

/** Pastes with the keys that a developer has. */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.locator('#text').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  assert.equal(await page.locator('#text').inputValue(), text);
}

/** Presses the button that copies, and gives what it has copied. */
async function copied(page, name) {
  await page.getByRole('button', { name: `Copy ${name}`, exact: true }).click();
  await page.locator('#status', { hasText: `Copied ${name}.` }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

const blank = (code) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="icon.svg"><title>blank</title>\n${code}`;

/** How many pixels of the picture have the colour of bars. */
const bars = (page) =>
  page.locator('village-chart').evaluate((element) => {
    const picture = element.shadowRoot.querySelector('canvas');
    const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) count += data[i] === 0x0b && data[i + 1] === 0x6b && data[i + 2] === 0x6b;
    return count;
  });

test('data that is pasted makes code that draws its chart in a blank page', async (t) => {
  const page = await editor(t, CLIPBOARD);
  // another title, which would end the script that holds it
  const data = JSON.parse(DATA);
  data.clusters.title = { vi: 'Cụm <!-- </script><b>đậm</b>', en: 'x' };
  await paste(page, JSON.stringify(data, null, 1));
  await page.selectOption('[name=locale]', 'vi');
  await choose(page, 'clusters');
  await inside(page).figure.locator('[part=title]', { hasText: '</script>' }).waitFor();
  await page.getByText('What readers can choose').first().click();
  await page.getByRole('checkbox', { name: 'tools' }).uncheck();
  const code = await copied(page, 'the element');
  assert.match(code, /controls="indicator x y time group only order shown sort unit"/);

  const other = await open(t, { html: blank(code) });
  await settle(other);
  const { items, figure } = inside(other);
  assert.match((await items.allTextContents()).join('\n'), /Đã đi vào hoạt động.*70/);
  assert.equal(await figure.locator('[part=title]').textContent(), data.clusters.title.vi);
  assert.ok((await bars(other)) > 3000, 'bars are painted');
  assert.equal(await other.locator('body b').count(), 0, 'no text of the data becomes an element');
  assert.deepEqual(other.messages, []);
  assert.deepEqual(page.messages, []);
});

test('the fragment is a whole chart without a script, and wakes with one under a strict policy', async (t) => {
  const page = await editor(t, CLIPBOARD);
  await page.getByRole('checkbox', { name: /^The style sheet is inside/ }).uncheck();
  await page.locator('#fragment-code code', { hasText: 'village-charts.css' }).waitFor();
  const code = await copied(page, 'the fragment');
  const still = await open(t, { html: blank(code), javaScriptEnabled: false });
  const shown = still.locator('.village-chart svg:visible');
  assert.equal(await shown.count(), 1);
  assert.match(await shown.textContent(), /La Phù/);
  const awake = await open(t, { html: blank(code) });
  await settle(awake);
  // in the language in which the maker saw it, whatever that of the data is
  assert.match((await inside(awake).items.allTextContents()).join('\n'), /La Phù.*over 1300 billion dong/);
  assert.ok((await bars(awake)) > 3000);
  assert.deepEqual(awake.messages, []);

  await page.getByRole('checkbox', { name: /^The style sheet is inside/ }).check();
  await page.locator('#fragment-code code', { hasText: '<style>' }).waitFor();
  assert.ok(!(await copied(page, 'the fragment')).includes('village-charts.css"'));
});

test('the iframe shows the chart of an address in a page that has nothing else, as high as it is', async (t) => {
  const page = await editor(t, CLIPBOARD);
  await page.selectOption('[name=locale]', 'vi');
  await choose(page, 'income');
  await page.getByLabel('Address of the data file').fill(page.base + HANOI);
  const code = await copied(page, 'the iframe');
  await page.route('**/blank.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: blank(code) }),
  );
  await page.goto(`${page.base}blank.html`);
  const chart = page.frameLocator('iframe').locator('village-chart');
  await chart.getByRole('button', { name: /từ khoảng 4,17 triệu đồng/ }).waitFor();
  await page.waitForFunction(() => document.querySelector('iframe').height !== '480');
  const high = await chart.evaluate((element) => element.getBoundingClientRect().height);
  assert.ok(Math.abs((await page.locator('iframe').boundingBox()).height - high) <= 2);
  assert.deepEqual(page.messages, []);
});

test('a finding names its line, and leads the caret there', async (t) => {
  const page = await editor(t, CLIPBOARD);
  const lines = DATA.trimEnd().split('\n');
  const wrong = lines.findIndex((line) => line.includes('"exact": 1100'));
  lines[wrong] = lines[wrong].replace('1100', '"1.100"');
  const unknown = lines.findIndex((line) => line.includes('"open_list"'));
  lines[unknown] = lines[unknown].replace('open_list', 'open_lists');
  const gone = lines.findIndex((line) => line.includes('"per": "year",'));
  lines[gone] = '';
  await paste(page, lines.join('\n'));
  await page.locator('#verdict', { hasText: /errors: 2, warnings: 1/ }).waitFor();
  const caret = async (path) => {
    await page.locator('#findings li', { hasText: path }).getByRole('button').click();
    return page.evaluate(() => {
      const { value, selectionStart, selectionEnd, scrollTop, clientHeight } = document.activeElement;
      const line = value.slice(0, selectionStart).split('\n').length;
      return {
        line,
        text: value.slice(selectionStart, selectionEnd),
        seen: line * 21 > scrollTop && line * 21 < scrollTop + clientHeight,
      };
    });
  };
  assert.deepEqual(await caret('$.villages[2].revenue.exact'), {
    line: wrong + 1,
    text: '"exact": "1.100"',
    seen: true,
  });
  assert.deepEqual(await caret('.open_lists'), { line: unknown + 1, text: '"open_lists": true', seen: true });
  // what is missing has no line: that of the object that misses it
  const section = lines.findIndex((line) => line === '  "revenue": {');
  assert.equal((await caret('$.revenue.per')).line, section + 1);
  const text = await page.locator('#findings li', { hasText: '.exact' }).textContent();
  assert.match(
    text,
    new RegExp(`^error Line ${wrong + 1}, column \\d+ .*found the text "1.100"; expected 1100 or 1\\.1 without quotes`),
  );
  // the chart is still that of the data before
  assert.ok(await page.locator('#stale').isVisible());
  assert.equal(await inside(page).items.count(), 7);
});

test('what is typed is checked as it is typed: a syntax error, a key given twice, and mended again', async (t) => {
  const page = await editor(t, CLIPBOARD);
  const small =
    '{\n  "format": "village-charts/1",\n  "revenue": { "unit": "billion_vnd", "per": "year" },\n' +
    '  "villages": [\n    { "name": "A", "revenue": 3 }\n  ]\n}';
  await paste(page, small);
  await page.locator('#verdict', { hasText: 'the data is in order' }).waitFor();
  await inside(page).item('A').waitFor({ state: 'attached' });
  const at = small.indexOf('3 }') + 1;
  const caret = (offset) =>
    page.locator('#text').evaluate((input, offset) => input.setSelectionRange(offset, offset), offset);
  await caret(at);
  await page.keyboard.type(',');
  const first = page.locator('#findings li').first();
  await first.filter({ hasText: 'Line 5, column 34 found }' }).waitFor();
  assert.match(await first.textContent(), /no comma after it/);
  await page.keyboard.type(' "revenue": 4');
  await first.filter({ hasText: '$.villages[0].revenue: found the same key twice' }).waitFor();
  for (let i = 0; i < ', "revenue": 4'.length; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('5');
  await page.locator('#verdict', { hasText: 'the data is in order' }).waitFor();
  await inside(page).item('35').waitFor({ state: 'attached' });
  assert.equal(await page.locator('#numbers span').count(), 7, 'lines are numbered');
});

test('a file is opened by choosing and by dropping it', async (t) => {
  const page = await editor(t);
  const file = (name) =>
    JSON.stringify({
      format: 'village-charts/1',
      revenue: { unit: 'billion_vnd', per: 'year' },
      villages: [{ name, revenue: 5 }],
    });
  await page.setInputFiles('#file', {
    name: 'chosen.json',
    mimeType: 'application/json',
    buffer: Buffer.from(`\uFEFF${file('Chosen')}`),
  });
  await inside(page).item('Chosen').waitFor({ state: 'attached' });
  await page.locator('#status', { hasText: 'chosen.json is open.' }).waitFor();
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.json'));
    return transfer;
  }, file('Dropped'));
  for (const type of ['dragenter', 'dragover']) await page.dispatchEvent('body', type, { dataTransfer: transfer });
  assert.ok(await page.locator('body.over').isVisible(), 'the box says that it takes it');
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await inside(page).item('Dropped').waitFor({ state: 'attached' });
  assert.equal(await page.locator('.over').count(), 0);
  await page.locator('#start summary').click();
  await page.getByRole('button', { name: 'The article’s data' }).click();
  await inside(page).item('La Phù').first().waitFor({ state: 'attached' });
});

test('a type that the data has nothing for is a finding, until another is chosen', async (t) => {
  const page = await editor(t, CLIPBOARD);
  const { income: _, ...rest } = JSON.parse(DATA);
  await choose(page, 'income');
  await inside(page).figure.waitFor();
  await paste(page, JSON.stringify(rest));
  await page.locator('#findings .error', { hasText: '$.income' }).waitFor();
  await choose(page, 'petitions');
  await page.locator('#verdict', { hasText: 'the data is in order' }).waitFor();
});

test('options show in chart and code, and what a reader chooses in the chart shows in the options', async (t) => {
  const page = await editor(t);
  const { chart, choice } = inside(page);
  const code = page.locator('#element-code code');
  await page.selectOption('[name=locale]', 'en');
  await page.selectOption('[name=theme]', 'dark');
  await page.selectOption('[name=width]', '360');
  await choice('name').click();
  await code.filter({ hasText: '<village-chart type="revenue" locale="en" theme="dark" sort="name">' }).waitFor();
  assert.equal(await page.locator('[name=sort]').inputValue(), 'name');
  assert.equal((await chart.boundingBox()).width, 360);
  await choose(page, 'income');
  await choice('year').click();
  await code.filter({ hasText: 'type="income" locale="en" theme="dark" unit="year">' }).waitFor();
  assert.equal(await page.locator('[name=unit]').inputValue(), 'year');
  await page.fill('#source', 'https://example.org/a.json?x=1&y=2');
  const frame = await page.locator('#frame-code code').textContent();
  assert.match(frame, /title="What craft workers earn"/);
  const { searchParams } = new URL(/src="([^"]*)"/.exec(frame)[1].replaceAll('&amp;', '&'));
  assert.equal(searchParams.get('src'), 'https://example.org/a.json?x=1&y=2');
  assert.equal(searchParams.get('unit'), 'year');
  assert.match(await page.locator('#module-code').textContent(), /chart\.theme = 'dark';/);
});

test('a ranking is of an indicator and a time of the data, chosen in the options and in the chart', async (t) => {
  const page = await editor(t);
  const { chart, item } = inside(page);
  const code = page.locator('#element-code code');
  await page.selectOption('[name=locale]', 'en');
  await page.locator('#start summary').click();
  await page.getByRole('button', { name: 'A made-up province’s' }).click();
  await item('Mẫu Lâm: 12.0 to 15.0%').waitFor({ state: 'attached' });
  await page.selectOption('[name=indicator]', 'people');
  const times = page.locator('[name=time] option');
  assert.deepEqual(await times.allTextContents(), ['the last\n', '2014', '2018', '2023']);
  await page.selectOption('[name=time]', '2018');
  await code.filter({ hasText: '<village-chart type="ranking" locale="en" indicator="people" time="2018">' }).waitFor();
  await item('Mẫu An: 14960 people').waitFor({ state: 'attached' });
  await chart.getByLabel('Figures', { exact: true }).selectOption('income');
  await code.filter({ hasText: '<village-chart type="ranking" locale="en" indicator="income" time="2018">' }).waitFor();
  assert.equal(await page.locator('[name=indicator]').inputValue(), 'income');
  await page.selectOption('[name=group]', 'district');
  await code.filter({ hasText: 'time="2018" group="district">' }).waitFor();
  await page.fill('#source', 'https://example.org/a.json');
  assert.match(await page.locator('#frame-code code').textContent(), /title="Average income a person"/);
});

test('a data file becomes a table and that file again, of which a cell changes one figure', async (t) => {
  const page = await editor(t);
  await page.locator('#start summary').click();
  await page.getByRole('button', { name: 'A made-up province’s' }).click();
  await inside(page).item('Mẫu Lâm').waitFor({ state: 'attached' });
  const old = JSON.parse(await readFile(new URL('../../www/data/mau.json', import.meta.url), 'utf8'));
  const data = async () => JSON.parse(await page.locator('#text').inputValue());
  await page.getByRole('button', { name: 'Make a table of it' }).click();
  await page.locator('#status', { hasText: 'The table is made of the data file' }).waitFor();
  await page.locator('#as-table').waitFor();
  await page.locator('#said', { hasText: 'A1: ' }).waitFor();
  const cell = (row, column) => page.locator(`#sheet tbody tr[aria-rowindex="${row + 1}"] td`).nth(column - 1);
  assert.equal(await cell(2, 1).textContent(), 'Mẫu An');
  await page.waitForFunction(() => document.querySelector('#sheet thead').textContent.includes('rate'));
  assert.deepEqual(await data(), old);
  // one cell: all else is the file's, with the parts that a table has no place for
  const heads = await page.locator('#sheet tbody tr[aria-rowindex="2"] td').allTextContents();
  const column = heads.findIndex((text) => text === 'Dân số 2023') + 1;
  await cell(2, column).dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('16500');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('text').value.includes('16500'));
  const expected = structuredClone(old);
  expected.villages[0].figures.people[2023] = 16500;
  assert.deepEqual(await data(), expected);
  await page.locator('#element-code code', { hasText: '16500' }).waitFor();
  // an estimate loses its interval with its number, and that is said
  const income = heads.findIndex((text) => text.endsWith('2023') && text.startsWith('Thu nhập')) + 1;
  await cell(2, income).dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('7.5');
  await page.keyboard.press('Enter');
  await page
    .locator('#findings li.note', { hasText: 'the interval of the estimate before is left out: 6.16–6.68' })
    .waitFor();
  // it is kept over a reload
  await page.waitForTimeout(1000);
  await page.reload();
  await page.locator('#findings li.note', { hasText: 'the interval' }).waitFor();
  expected.villages[0].figures.income[2023] = 7.5;
  assert.deepEqual(await data(), expected);
  // a heading that is typed anew is another name of the same column, and a new column another time of an indicator
  const type = async (row, column, text) => {
    await cell(row, column).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  const last = heads.filter(Boolean).length + 1;
  await type(1, 3, 'Vùng');
  await type(1, last, 'Dân số 2024');
  await type(2, last, '16900');
  await page.waitForFunction(() => document.getElementById('text').value.includes('16900'));
  expected.dimensions[0].name = 'Vùng';
  expected.villages[0].figures.people[2024] = 16900;
  assert.deepEqual(await data(), expected);
  // JSON that is changed leads again
  await page.locator('#json-box summary').click();
  await page.locator('#text').fill(JSON.stringify(old));
  await page.locator('#as-json').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('#as-table').waitFor();
  assert.deepEqual(page.messages, []);
});

test('the file of an article becomes a table, too: its charts and its sections stay', async (t) => {
  const page = await editor(t);
  await page.getByRole('button', { name: 'Make a table of it' }).click();
  await page.locator('#base', { hasText: 'This table is made of a data file.' }).waitFor();
  const shown = (text) => page.waitForFunction((text) => document.getElementById('text').value.includes(text), text);
  const cell = page.locator('#sheet tbody tr[aria-rowindex="4"] td').nth(3);
  await page.locator('#sheet tbody td', { hasText: 'trên 1300' }).waitFor();
  assert.equal(await cell.textContent(), '1200');
  await cell.dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('gần 1250');
  await page.keyboard.press('Enter');
  await shown('"nearly": 1250');
  const expected = JSON.parse(DATA);
  expected.villages[1].revenue = { nearly: 1250, source: 'conference-2024' };
  assert.deepEqual(JSON.parse(await page.locator('#text').inputValue()), expected);
  await inside(page).item('Phùng Xá').filter({ hasText: 'nearly 1250' }).waitFor({ state: 'attached' });
  assert.equal(await page.locator('[name=type]:checked').getAttribute('value'), 'revenue');
  assert.deepEqual(page.messages, []);
});

test('where nothing may be copied the code is selected, and it is said', async (t) => {
  const page = await editor(t, {
    init: () => (navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))),
  });
  await page.getByRole('button', { name: 'Copy the element' }).click();
  await page.locator('#status', { hasText: 'Selected the element' }).waitFor();
  const selected = await page.evaluate(() => String(getSelection()));
  assert.ok(selected.startsWith('<script type="module"') && selected.trimEnd().endsWith('</village-chart>'));
});

const { outputFiles } = await esbuild.build({
  entryPoints: ['www/src/json-places.ts'],
  absWorkingDir: new URL('../..', import.meta.url).pathname,
  bundle: true,
  format: 'esm',
  write: false,
});
const { place, positions, read } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

test('every value of a file has its place', () => {
  const reading = read(DATA);
  assert.equal(reading.fault, undefined);
  const walk = (value, path) => {
    const { start, end } = place(reading, path);
    const text = DATA.slice(start, end);
    if (typeof value !== 'object' || value === null)
      assert.ok(text.endsWith(JSON.stringify(value)), `${path}: ${text}`);
    else
      for (const [key, inner] of Object.entries(value))
        walk(
          inner,
          Array.isArray(value) ? `${path}[${key}]` : /^\w+$/.test(key) ? `${path}.${key}` : `${path}['${key}']`,
        );
  };
  walk(JSON.parse(DATA), '$');
});

test('places of odd keys, of what is missing and of what is given twice', () => {
  const text = '{ "a b": [1,\n {"x": 2,\n "x": 3}], "đ": {} }';
  const reading = read(text);
  const at = (path) => Object.values(positions(text)(place(reading, path).start)).join(':');
  assert.equal(at("$['a b'][1].x"), '3:2');
  assert.equal(at("$['a b'][1].y"), '2:2', 'of the object that misses it');
  assert.equal(at("$['đ'].id"), '3:12');
  assert.equal(at('$.nothing[3].at_all'), '1:1');
  assert.deepEqual(reading.repeated, ["$['a b'][1].x"]);
});

test('the same texts are JSON as for the browser, and a fault is where the text goes wrong', () => {
  const texts = [
    '',
    ' ',
    '{',
    '{}',
    '[1,]',
    '{"a":1,}',
    "{'a':1}",
    '{"a" 1}',
    '[01]',
    '[1.]',
    '[.5]',
    '[+1]',
    '[-]',
    '[1e5,-0.5E-3]',
    '"\\x"',
    '"\\u12g4"',
    '"\\u00e9\\n"',
    '"a\nb"',
    '"\t"',
    'nul',
    'null',
    'true false',
    '[1] //x',
    '\u00a0{}',
    '[NaN]',
    '{"a":{"b":[[],{},""]}}',
    '"',
    '"\\',
    '{"a":1 "b":2}',
    '{"a":1}\n',
  ];
  for (const text of texts) {
    let good = true;
    try {
      JSON.parse(text);
    } catch {
      good = false;
    }
    assert.equal(read(text).fault === undefined, good, text);
  }
  const fault = (text) => {
    const { at, found, expected } = read(text).fault;
    return [positions(text)(at), found, expected];
  };
  assert.deepEqual(fault('{\n  "a": 1.300,5\n}'), [
    { line: 2, column: 14 },
    '5',
    'a key in double quotes (the last one has no comma after it)',
  ]);
  assert.deepEqual(fault('[\n "a\n]'), [{ line: 2, column: 4 }, 'the end of the line', 'a closing " on the same line']);
  assert.deepEqual(fault('{ "a": [1, 2'), [
    { line: 1, column: 13 },
    'the end of the text',
    'a comma, or ] at the end of the list',
  ]);
  assert.equal(read('['.repeat(100_000)).fault.expected, 'at most 100 lists and objects in one another');
  assert.equal(read(`["${'x\\n'.repeat(400_000)}"]`).fault, undefined, 'a long text is read');
});
