// The table under a chart: what it is of, its headings, which put its rows in order, and all figures to take away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { HANOI, inside, open, revenue, settle, until, withData } from './browser.mjs';

const communes = JSON.parse(readFileSync(new URL('../data/communes.json', import.meta.url), 'utf8'));
const ranking = (attributes = 'locale="en"') => withData(communes, `type="ranking" ${attributes}`);

/** A chart with its table open. */
async function table(t, html, options = {}) {
  const page = await open(t, { html, ...options });
  await settle(page);
  const { chart } = inside(page);
  await chart.locator('button[value=tools]').click();
  await chart.locator('[part=tools] button[aria-expanded]').click();
  await chart.locator('table').waitFor();
  const choice = chart.locator('.tables select');
  const heading = (name) => chart.locator('thead button', { hasText: name });
  const cells = () =>
    chart.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const names = async () => (await cells()).map(([name]) => name);
  const sorts = () =>
    chart.locator('thead th').evaluateAll((all) => all.map((heading) => heading.getAttribute('aria-sort')));
  const status = chart.locator('figure [aria-live]');
  return { page, chart, choice, heading, cells, names, sorts, status };
}

const PLACES = ['An Bình', 'Bắc Sơn', 'Cẩm Thủy', 'Đại Đồng', 'Hòa Lạc'];

test('a reader chooses all times, or all indicators, and each figure is there in words', async (t) => {
  const { page, chart, choice, cells } = await table(t, ranking());
  assert.deepEqual(await choice.locator('option').allTextContents(), ['This chart', 'All times', 'All indicators']);
  assert.equal(await choice.getAttribute('aria-label'), 'Table of');
  await choice.selectOption({ label: 'All times' });
  await until(() => chart.locator('caption').textContent(), 'Table: Poverty rate (%)');
  const head = () => chart.locator('thead th').allTextContents();
  assert.deepEqual(await head(), ['Name', 'District', '2014', '2016', '2018']);
  const rows = await cells();
  assert.deepEqual(rows[2], ['Bắc Sơn', 'Đông', '12.1', 'not surveyed', '9.3 (from few cases)']);
  assert.deepEqual(rows[6], ['Cẩm Thủy', 'Tây', '3.2', 'no figure', 'under 2.0']);
  // heard in words, and named by them
  const range = chart.locator('tbody tr:nth-child(4) td:last-child');
  assert.equal(await range.getAttribute('data-heard'), '5.0 to 7.5');
  await choice.selectOption({ label: 'All indicators' });
  await until(async () => (await head())[5], 'Net migration (‰), 2018');
  assert.equal(
    await chart.locator('thead th', { hasText: 'Net migration' }).getAttribute('aria-label'),
    'Net migration (per mille), 2018',
  );
  assert.match(await chart.locator('.origin').textContent(), /Statistics office .* ¹ Source: Household survey$/);
  // the table follows what is shown
  await page.locator('village-chart').evaluate((e) => ((e.time = '2014'), e.updated));
  await until(async () => (await head())[2], 'Poverty rate (%), 2014 ¹');
  await page.locator('village-chart').evaluate((e) => ((e.locale = 'vi'), e.updated));
  await until(async () => (await head())[1], 'Địa bàn');
  assert.deepEqual(await choice.locator('option').allTextContents(), ['Như biểu đồ', 'Mọi thời điểm', 'Mọi chỉ tiêu']);
  assert.equal(await choice.inputValue(), 'indicators');
  // of one time there are no others
  await choice.selectOption('times');
  await page.locator('village-chart').evaluate((e) => ((e.indicator = 'people'), e.updated));
  await until(() => choice.locator('option').count(), 2);
  assert.equal(await choice.inputValue(), 'chart');
  await until(() => chart.locator('caption').textContent(), 'Bảng số liệu: Dân số');
  assert.deepEqual(page.messages, []);
});

test('a click on a heading puts rows in order, and again in the opposite one', async (t) => {
  const { page, choice, heading, names, sorts, status } = await table(t, ranking());
  await choice.selectOption('times');
  await heading('2014').waitFor();
  assert.deepEqual(await sorts(), ['none', 'none', 'none', 'none', 'none']);
  const above = ['Whole country', 'Province'];
  await heading('Name').click();
  assert.deepEqual(await names(), [...above, ...PLACES]);
  assert.deepEqual(await sorts(), ['ascending', 'none', 'none', 'none', 'none']);
  await until(() => status.textContent(), 'Sorted by Name, ascending.');
  await heading('Name').click();
  assert.deepEqual(await names(), [...above, ...PLACES.toReversed()]);
  await until(() => status.textContent(), 'Sorted by Name, descending.');
  // who has no figure is last, both ways
  await heading('2014').click();
  assert.deepEqual(await names(), [...above, 'Cẩm Thủy', 'Đại Đồng', 'An Bình', 'Bắc Sơn', 'Hòa Lạc']);
  assert.deepEqual(await sorts(), ['none', 'none', 'ascending', 'none', 'none']);
  await heading('2014').click();
  assert.deepEqual(await names(), [...above, 'Bắc Sơn', 'An Bình', 'Đại Đồng', 'Cẩm Thủy', 'Hòa Lạc']);
  assert.deepEqual(await sorts(), ['none', 'none', 'descending', 'none', 'none']);
  // it stays so while the column is there
  await page.locator('village-chart').evaluate((e) => ((e.sort = 'name'), e.updated));
  await until(sorts, ['none', 'none', 'descending', 'none', 'none']);
  assert.deepEqual(await names(), [...above, 'Bắc Sơn', 'An Bình', 'Đại Đồng', 'Cẩm Thủy', 'Hòa Lạc']);
  await choice.selectOption('indicators');
  await heading('Population').waitFor();
  assert.ok((await sorts()).every((sort) => sort === 'none'));
});

test('one group alone has its places in every table', async (t) => {
  const { page, choice, names, chart } = await table(t, ranking('locale="en" group="district" only="Đông"'));
  const east = ['Bắc Sơn', 'An Bình'];
  for (const form of ['times', 'indicators']) {
    await choice.selectOption(form);
    await until(async () => (await names()).slice(-2), east);
  }
  await page.locator('village-chart').evaluate((e) => ((e.only = ''), e.updated));
  await until(async () => (await names()).slice(-5).sort(), [...PLACES].sort());
  assert.equal(await chart.locator('table').count(), 1);
});

test('with the keyboard alone: a heading is pressed, keeps the focus, and is said once', async (t) => {
  const { page, chart, choice, names, sorts, status } = await table(t, ranking());
  const said = [];
  await page.exposeFunction('heard', (text) => said.push(text));
  await status.evaluate((e) =>
    new MutationObserver(() => e.textContent && window.heard(e.textContent)).observe(e, { childList: true }),
  );
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  await until(() => chart.locator('thead button').allTextContents(), ['Name', 'District', '2014', '2016', '2018']);
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent);
  // the box, which scrolls; then the headings
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  assert.equal(await focused(), '2014');
  await page.keyboard.press('Enter');
  assert.equal((await names())[2], 'Cẩm Thủy');
  assert.equal(await focused(), '2014');
  await page.keyboard.press('Space');
  assert.equal((await names())[2], 'Bắc Sơn');
  assert.deepEqual(await sorts(), ['none', 'none', 'descending', 'none', 'none']);
  await until(() => said, ['Sorted by 2014, descending.']);
  // another language, while the focus is there
  await page.locator('village-chart').evaluate((e) => ((e.locale = 'fr'), e.updated));
  await until(() => chart.locator('thead button').first().textContent(), 'Nom');
  assert.equal(await focused(), '2014');
});

test('other charts have headings to press where rows are of one kind', async (t) => {
  const chart = (type) => `<village-chart type="${type}" src="${HANOI}" locale="vi"></village-chart>`;
  const { heading, names, sorts, choice } = await table(t, chart('revenue'));
  assert.equal(await choice.isVisible(), false, 'there is one table');
  await heading('Số liệu').click();
  // the total stays above
  assert.deepEqual((await names()).slice(0, 2), ['Tất cả làng nghề Hà Nội', 'Hữu Bằng']);
  await heading('Số liệu').click();
  assert.deepEqual((await names()).slice(0, 2), ['Tất cả làng nghề Hà Nội', 'La Phù']);
  assert.equal((await sorts())[2], 'descending');
  const wholes = await table(t, chart('clusters'));
  assert.equal(await wholes.chart.locator('thead button').count(), 0, 'a part would be torn from its whole');
  assert.ok((await wholes.sorts()).every((sort) => sort === null));
});

test('of a long table the first rows are shown, in any order, until a reader asks for all', async (t) => {
  const data = revenue(...[...Array(1600).keys()].map((i) => [`Village ${i}`, i + 1]));
  const { page, chart, heading, names } = await table(t, withData(data, 'type="revenue" locale="en"'));
  assert.equal((await names()).length, 1500);
  await heading('Figure').click();
  assert.deepEqual((await names()).slice(0, 2), ['Village 0', 'Village 1']);
  const more = chart.getByRole('button', { name: 'Show all 1,600 rows' });
  await more.click();
  await until(async () => (await names()).length, 1600);
  assert.ok(await more.isHidden());
  assert.ok(
    await page.evaluate(() => document.activeElement.shadowRoot.activeElement.matches('.table')),
    'what was pressed is gone',
  );
  assert.deepEqual((await names()).slice(1598), ['Village 1598', 'Village 1599']);
});

/** The cells of CSV. */
const parsed = (csv) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1] ?? m[2]));

test('all figures can be saved, in a row for each or for each place', async (t) => {
  const { page, chart } = await table(t, ranking(), { acceptDownloads: true });
  await chart.locator('summary').click();
  const save = async (name) => {
    const button = chart.getByRole('button', { name: `Save ${name}`, exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return [download.suggestedFilename(), parsed(await readFile(await download.path(), 'utf8'))];
  };
  const [name, rows] = await save('CSV: this chart');
  assert.equal(name, 'village-chart-ranking.csv');
  assert.equal(rows.length, 8);
  const [longName, long] = await save('CSV: all figures, one to a row (long)');
  assert.equal(longName, 'village-chart-ranking-long.csv');
  assert.equal(long.length, 1 + 5 * 11 + 6);
  const figure = long.find(([place, , , , , what, time]) => place === 'Bắc Sơn' && what === 'Net migration' && time);
  assert.deepEqual(figure.slice(4, 10), ['commune', 'Net migration', '2018', '1.7‰', 'as stated', '1.7']);
  const [wideName, wide] = await save('CSV: all figures, one place to a row (wide)');
  assert.equal(wideName, 'village-chart-ranking-wide.csv');
  const at = wide[0].indexOf('Poverty rate (%), 2018');
  assert.deepEqual(
    wide.slice(1, 6).map((row) => row.slice(at, at + 4)),
    [
      ['4.9%', '4.9', 'as stated', 'provisional'],
      ['9.3%', '9.3', 'as stated', 'from few cases'],
      ['under 2.0%', '2', 'under', ''],
      ['4.9%', '4.9', 'as stated', ''],
      ['5.0–7.5%', '', 'range', ''],
    ],
  );
  assert.deepEqual(page.messages, []);
});

test('a page takes the forms of CSV that there are', async (t) => {
  const page = await open(t, { html: ranking() + withData(revenue(['A', 1]), 'type="revenue" id="r"') });
  await settle(page);
  const ask = (selector, ...asked) =>
    page.locator(selector).evaluate(
      (e, asked) =>
        e.toBlob(...asked).then(
          (blob) => blob.text(),
          (error) => `${error}`,
        ),
      asked,
    );
  const chart = 'village-chart[type=ranking]';
  assert.equal(await ask(chart, 'csv', 'chart'), await ask(chart, 'csv'));
  assert.equal(parsed(await ask(chart, 'csv', 'long')).length, 62);
  assert.equal(parsed(await ask(chart, 'csv', 'wide')).length, 9);
  assert.equal(await ask(chart, 'csv', 'tall'), 'TypeError: "tall" is no form of csv; csv has chart, long, wide');
  assert.equal(await ask(chart, 'svg', 'long'), 'TypeError: "long" is no form of svg; csv has chart, long, wide');
  assert.equal(await ask('#r', 'csv', 'long'), 'TypeError: only charts of indicators have the form "long"');
});

test('a wide table scrolls in its own box, by keys, too, and the names of its rows stay in view', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    const options = { viewport: { width: 360, height: 800 }, colorScheme };
    const { page, chart, choice } = await table(t, ranking(), options);
    await choice.selectOption('indicators');
    await until(() => chart.locator('thead th').count(), 9);
    const box = chart.locator('.table');
    const scrolls = await box.evaluate((e) => e.scrollWidth > e.clientWidth + 100);
    assert.ok(scrolls);
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      'the page does not scroll',
    );
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await until(() => box.evaluate((e) => e.scrollLeft > 0), true);
    await box.evaluate((e) => (e.scrollLeft = 200));
    const name = chart.locator('tbody tr:nth-child(4) th');
    const seen = () =>
      name.evaluate((e) => {
        const { left, top, width, height } = e.getBoundingClientRect();
        const box = e.closest('.table').getBoundingClientRect();
        const under = e.getRootNode().elementFromPoint(left + width - 2, top + height / 2);
        const opaque = !/, 0\)|\/ 0?\.|transparent/.test(getComputedStyle(e).backgroundColor);
        return [Math.round(left - box.left), under === e, opaque];
      });
    await name.scrollIntoViewIfNeeded();
    await until(seen, [0, true, true]);
    const head = chart.locator('thead th').first();
    assert.equal(await head.evaluate((e) => /\/ 0?\./.test(getComputedStyle(e).backgroundColor)), false);
    const caption = await chart.locator('caption').evaluate((e) => {
      const [own, box] = [e, e.closest('.table')].map((each) => each.getBoundingClientRect());
      return own.left >= box.left - 1 && own.right <= box.right + 1;
    });
    assert.ok(caption, 'so does what the table is of');
  }
});

for (const colorScheme of ['light', 'dark'])
  test(`axe finds nothing in any table: ${colorScheme}`, async (t) => {
    const { page, chart, choice, heading } = await table(t, ranking(), { colorScheme });
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    await chart.locator('summary').click();
    for (const form of ['chart', 'times', 'indicators']) {
      await choice.selectOption(form);
      await heading('Name').click();
      const found = await page.evaluate(() => window.axe.run(document.querySelector('village-chart')));
      const violations = found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(', ')}`);
      assert.deepEqual(violations, [], form);
    }
  });

test('figures of many places are written in parts between turns of the page; what changes restarts them', async (t) => {
  const villages = Array.from({ length: 700 }, (_, i) => ({ name: `P${i}`, figures: { x: i } }));
  const indicators = [{ id: 'x', name: { vi: 'Một', en: 'One' }, kind: 'count' }];
  const file = { format: 'village-charts/1', indicators, villages };
  const page = await open(t, { html: withData(file, 'type="ranking" locale="vi"') });
  await settle(page);
  const { turns, texts } = await page.locator('village-chart').evaluate(async (e) => {
    await e.toBlob('csv', 'long');
    let turns = 0;
    const turn = () => {
      turns++;
      timer = setTimeout(turn);
    };
    let timer = setTimeout(turn);
    const first = await (await e.toBlob('csv', 'long')).text();
    clearTimeout(timer);
    const second = e.toBlob('csv', 'wide');
    setTimeout(() => (e.locale = 'en'));
    return { turns, texts: [first, await (await second).text()] };
  });
  assert.ok(turns > 1, `${turns}`);
  const [vi, en] = texts.map(parsed);
  assert.deepEqual([vi.length, en.length], [701, 701]);
  assert.ok(vi.slice(1).every((line, i) => line[0] === `P${i}` && line.includes('Một')));
  assert.ok(en[0].includes('One') && !en[0].includes('Một'), `${en[0]}`);
  await page.locator('village-chart').evaluate((e) => e.updated);
  const { chart } = inside(page);
  await chart.locator('button[value=tools]').click();
  await chart.locator('summary').click();
  // busy from the press on, and pressed once
  const downloads = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  const busy = await chart.getByRole('button', { name: /\(long\)/ }).evaluate((button) => {
    button.click();
    button.click();
    return button.getAttribute('aria-busy');
  });
  assert.equal(busy, 'true');
  await until(() => downloads.length, 1);
  await until(() => chart.locator('[aria-busy]').count(), 0);
  assert.deepEqual(page.messages, []);
});
