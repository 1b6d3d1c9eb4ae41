// Groups of places: what keys, a mouse and a finger find, what choosing one does to other charts, and a static one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canvas, inside, open, settle, withData } from './browser.mjs';
import { standsWhereItStood } from './static.mjs';

const root = new URL('../..', import.meta.url).pathname;
const FILE = 'www/data/mau.json';
const data = JSON.parse(readFileSync(`${root}${FILE}`, 'utf8'));
const groups = (attributes, of = data) => withData(of, `type="groups" locale="en" ${attributes}`);
const SRC = 'src="/data/mau.json" locale="en"';
/** A file of so many places in so many districts. */
const many = (count, districts) => ({
  format: 'village-charts/1',
  places: { one: 'commune', many: 'communes' },
  indicators: [
    { id: 'x', name: 'Rate', kind: 'rate', unit: 'percent' },
    { id: 'y', name: 'People', kind: 'count' },
  ],
  villages: Array.from({ length: count }, (_, i) => ({
    name: `Commune ${i}`,
    id: `c${i}`,
    district: `District ${String(i % districts).padStart(3, '0')}`,
    figures: { x: Math.round((((i * 7919) % 1009) * ((i * 104729) % 997)) / 1e4) / 10, y: (i * 6007) % 911 },
  })),
});
const attributes = (page, name) =>
  page.locator('village-chart').evaluateAll((all, name) => all.map((one) => one.getAttribute(name)), name);
/** Chooses the figure of a button, as a click on its place in the picture does. */
const choose = (button) => button.evaluate((element) => element.click());
const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

test('keys go from row to row in their order, and letters to a name', async (t) => {
  const page = await open(t, { html: groups('indicator="people" controls="sort"') });
  await settle(page);
  const { items } = inside(page);
  const heard = (await items.allTextContents()).filter((text) => !text.startsWith('Whole province'));
  const numbers = heard.map((text) => Number(/: (?:about )?(\d+) people/.exec(text)?.[1]));
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => b - a),
    heard.join('\n'),
  );
  assert.equal(numbers.length, 4);
  await items.first().focus();
  await page.keyboard.press('n');
  const focused = () => page.locator('village-chart').evaluate((one) => one.shadowRoot.activeElement?.textContent);
  assert.match(await focused(), /^Nam Mẫu district: 35710 people\. 4 communes/);
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(), /^Mẫu town/);
  await page.keyboard.press('Enter');
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'select'));
  assert.deepEqual(detail, { id: 'group-Mẫu town', title: 'Mẫu town', value: '29,050 people' });
  await inside(page).chart.getByRole('button', { name: 'Name', exact: true }).click();
  await settle(page);
  const names = (await items.allTextContents()).map((text) => text.split(':')[0]);
  assert.deepEqual(names.slice(1), ['Đông Mẫu district', 'Mẫu town', 'Nam Mẫu district', 'Tây Mẫu district']);
  assert.deepEqual(page.messages, []);
});

test('who chooses a group narrows the other charts of the data, and only these', async (t) => {
  const html = `<village-chart type="groups" ${SRC} indicator="people" group="terrain"></village-chart>
    <village-chart type="ranking" ${SRC} group="district" only="Mẫu town"></village-chart>
    <village-chart type="spread" ${SRC} link="off"></village-chart>
    <village-chart type="spread" src="/data/portal.json"></village-chart>
    <village-chart type="scatter" ${SRC}></village-chart>`;
  const page = await open(t, { html });
  await settle(page);
  const rows = page.locator('village-chart').first().locator('.stage li button');
  const row = rows.filter({ hasNotText: 'Whole province' }).first();
  const name = (await row.textContent()).split(':')[0];
  await choose(row);
  await settle(page);
  assert.deepEqual(await attributes(page, 'only'), [name, name, null, null, name]);
  assert.deepEqual(await attributes(page, 'group'), ['terrain', 'terrain', null, null, 'terrain']);
  // a reader goes on from there in one of them: that stays, the others show what they did before
  await page
    .locator('village-chart')
    .nth(1)
    .evaluate((one) => (one.only = ''));
  await settle(page);
  await row.focus();
  await page.keyboard.press('Escape');
  await settle(page);
  assert.deepEqual(await attributes(page, 'only'), [null, '', null, null, null]);
  assert.deepEqual(await attributes(page, 'group'), ['terrain', 'terrain', null, null, null]);
  // by another dimension no row is chosen any more
  await choose(row);
  await settle(page);
  await page
    .locator('village-chart')
    .first()
    .getByRole('combobox', { name: 'Group by' })
    .selectOption({ label: 'District' });
  await settle(page);
  assert.deepEqual(await attributes(page, 'only'), [null, '', null, null, null]);
  assert.deepEqual(page.messages, []);
});

test('a chart of groups that leaves the page takes back what it narrowed', async (t) => {
  const html = `<village-chart type="groups" ${SRC}></village-chart>
    <village-chart type="ranking" ${SRC}></village-chart>`;
  const page = await open(t, { html });
  await settle(page);
  const first = page.locator('village-chart').first();
  await choose(first.locator('.stage li button', { hasText: /^Mẫu town/ }));
  await settle(page);
  assert.deepEqual(await attributes(page, 'only'), ['Mẫu town', 'Mẫu town']);
  await first.evaluate((one) => one.remove());
  await settle(page);
  assert.deepEqual([await attributes(page, 'only'), await attributes(page, 'group')], [[null], [null]]);
});

test('a finger finds a row, which is as high as a thumb needs', async (t) => {
  const viewport = { width: 360, height: 640 };
  const page = await open(t, { html: groups('indicator="poor"'), hasTouch: true, isMobile: true, viewport });
  await settle(page);
  const { items, tip } = inside(page);
  const rows = items.filter({ hasText: /communes?\./ });
  for (const row of await rows.all()) assert.ok((await row.boundingBox()).height >= 44);
  await rows.last().evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const [x, y] = middle(await rows.last().boundingBox());
  const name = (await rows.last().textContent()).split(':')[0];
  await page.touchscreen.tap(x, y);
  assert.ok((await tip.textContent()).startsWith(name), await tip.textContent());
  assert.equal(await rows.last().getAttribute('aria-pressed'), 'true');
  assert.deepEqual(page.messages, []);
});

test('hundreds of groups of thousands of places have pages; a place that is found is named in its row', async (t) => {
  const page = await open(t, { html: groups('indicator="x"', many(7745, 368)) });
  await settle(page);
  const { items, chart, figure } = inside(page);
  assert.equal(await items.count(), 20);
  await figure.locator('[part=pager] button').last().click();
  await settle(page);
  assert.match(await figure.locator('[part=pager] select').inputValue(), /^1$/);
  const took = await page.locator('village-chart').evaluate(async (one) => {
    const start = performance.now();
    one.indicator = 'y';
    await one.updated;
    return performance.now() - start;
  });
  t.diagnostic(`another indicator: ${Math.round(took)} ms`);
  assert.ok(took < 3000, `${took} ms`);
  await chart.getByRole('button', { name: 'Find, compare, table, save' }).click();
  await chart.getByRole('searchbox').fill('commune 4031');
  await chart.getByRole('button', { name: /^Commune 4031/ }).click();
  await chart.evaluate((element) => element.updated);
  assert.match(await page.locator('village-chart').getAttribute('places'), /c4031/);
  assert.deepEqual(page.messages, []);
});

test('its table has the groups with their counts; CSV and paper have all of it', async (t) => {
  const page = await open(t, { html: groups('indicator="poor"'), forcedColors: 'active' });
  await settle(page);
  const { chart, figure } = inside(page);
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
  await chart.getByRole('button', { name: 'Find, compare, table, save' }).click();
  await chart.locator('[part=tools] button[aria-expanded]').click();
  const head = figure.locator('thead');
  await head.filter({ hasText: 'Number of communes' }).filter({ hasText: 'Lowest number stated' }).waitFor();
  const csv = await page.locator('village-chart').evaluate(async (one) => (await one.toBlob('csv')).text());
  assert.match(csv, /Mẫu town,2,2,"under 2.0%, provisional",under,2,/);
  assert.equal(csv.trim().split('\n').length, 5);
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
});

test('data without groups is an error that says so', async (t) => {
  const plain = { ...many(3, 1), villages: many(3, 1).villages.map(({ district, ...rest }) => rest) };
  const page = await open(t, { html: groups('', plain) });
  await page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'error'));
  assert.equal(detail.findings[0].code, 'no_groups');
});

for (const indicator of ['people', 'poor'])
  test(`static groups are awake what they were before: ${indicator}`, async (t) => {
    await standsWhereItStood(t, FILE, ['--type', 'groups', '--indicator', indicator, '--places', 'Mẫu Hà']);
  });

const CLUSTERS = 'www/data/gallery/clusters.json';
const LIST = '--type ranking --also'.split(' ');

test('groups that are split count what their places are, and who chooses one narrows the others', async (t) => {
  const src = 'src="/data/gallery/clusters.json" locale="en"';
  const html = `<village-chart type="groups" ${src} group="district" split="status"></village-chart>
    <village-chart type="ranking" ${src} also="district, status, area"></village-chart>`;
  const page = await open(t, { html });
  await settle(page);
  const [first, list] = [page.locator('village-chart').first(), page.locator('village-chart').last()];
  const row = first.locator('.stage li button').filter({ hasText: 'Chương Mỹ' });
  const words = '3 operating, 2 being built, 1 planned, 1 not stated';
  assert.ok((await row.textContent()).startsWith(`Chương Mỹ: 7 industrial clusters, of them ${words}.`));
  await choose(row);
  await settle(page);
  assert.deepEqual(await attributes(page, 'only'), ['Chương Mỹ', 'Chương Mỹ']);
  const places = list.locator('.stage li button').filter({ hasText: 'District: Chương Mỹ' });
  assert.equal(await places.count(), 7);
  const untold = list.locator('.stage li button').filter({ hasText: 'Đầm Sáo' });
  assert.match(await untold.textContent(), /Status: not stated\. Area: 12\.4 ha/);
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'select'));
  assert.deepEqual(detail, { id: 'group-Chương Mỹ', title: 'Chương Mỹ', value: `7: ${words}` });
  // without the attribute they are of an indicator again
  await first.evaluate((chart) => {
    chart.split = '';
    chart.only = '';
  });
  await settle(page);
  assert.match(await first.locator('.stage li button').first().textContent(), /: 90 to 100%\./);
  assert.deepEqual(page.messages, []);
});

test('static split groups, and a static list that says more, are awake what they were before', async (t) => {
  await standsWhereItStood(t, CLUSTERS, ['--type', 'groups', '--split', 'status']);
  await standsWhereItStood(t, CLUSTERS, [...LIST, 'district, status, area', '--locale', 'vi']);
});

test('data without the dimension that groups are to be split by says which it has', async (t) => {
  const page = await open(t, { html: groups('split="status"') });
  await settle(page);
  assert.match(page.messages.join('\n'), /the attribute split is "status"; expected one of: terrain/);
});
