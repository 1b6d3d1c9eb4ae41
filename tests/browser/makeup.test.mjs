// What places are made of: what a reader chooses, keys, fingers, pages, who is kept, tables, paper, and a static one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canvas, inside, open, settle, withData } from './browser.mjs';
import { standsWhereItStood } from './static.mjs';

const root = new URL('../..', import.meta.url).pathname;
const FILE = 'www/data/gallery/makeup.json';
const data = JSON.parse(readFileSync(`${root}${FILE}`, 'utf8'));
const makeup = (attributes, of = data) => withData(of, `type="makeup" locale="en" ${attributes}`);
/** A file of so many places with five parts each. */
const many = (count) => {
  const parts = ['a', 'b', 'c', 'd', 'e'];
  const of = (id, more) => ({ id, name: `Kind ${id}`, kind: 'count', unit: 'houses', ...more });
  const villages = Array.from({ length: count }, (_, i) => {
    const numbers = parts.map((_, at) => (i * 7919 * (at + 3)) % 97);
    const figures = Object.fromEntries(parts.map((id, at) => [id, numbers[at]]));
    return { name: `Commune ${i}`, id: `c${i}`, figures: { w: numbers.reduce((a, b) => a + b), ...figures } };
  });
  const indicators = [of('w', { name: 'Houses', parts }), ...parts.map((id) => of(id))];
  return { format: 'village-charts/1', places: { one: 'commune', many: 'communes' }, indicators, villages };
};
const choose = (page, name) => inside(page).chart.getByRole('combobox', { name, exact: true });
const title = (page) => inside(page).figure.locator('[part=title]').textContent();
const attribute = (page, name) => page.locator('village-chart').getAttribute(name);

test('a reader chooses whole, time, shares, and by which part places are in order', async (t) => {
  const page = await open(t, { html: makeup('') });
  await settle(page);
  const { items } = inside(page);
  const first = async (i = 1) => (await items.nth(i).textContent()).split(':')[0];
  assert.equal(await title(page), 'Average income a person, 2023');
  assert.equal(await first(0), 'Whole province');
  assert.equal(await first(), 'Mẫu Minh');
  await choose(page, 'In order of').selectOption({ label: 'Farming, forestry, fishing' });
  await settle(page);
  assert.equal(await attribute(page, 'order'), 'farming');
  assert.equal(await first(), 'Mẫu Sơn');
  await choose(page, 'Show as').selectOption({ label: 'Shares' });
  await settle(page);
  assert.equal(await attribute(page, 'shown'), 'shares');
  assert.match(await items.nth(1).textContent(), /Farming, forestry, fishing: 1\.42 million dong, 59%/);
  assert.ok(await choose(page, 'Show as').evaluate((e) => e.isConnected));
  await choose(page, 'Time').selectOption({ label: '2020' });
  await settle(page);
  assert.equal(await title(page), 'Average income a person, 2020');
  await choose(page, 'Figures').selectOption({ label: 'Roofs of houses' });
  await settle(page);
  assert.equal(await title(page), 'Roofs of houses, 2023');
  assert.equal(await choose(page, 'Show as').count(), 0, 'they are shares');
  // a part of the other whole is none of this one: the reader is told nothing wrong
  assert.deepEqual(page.messages, []);
});

test('keys go from place to place and letters to a name; a place is chosen', async (t) => {
  const page = await open(t, { html: makeup('') });
  await settle(page);
  const { items } = inside(page);
  const focused = () =>
    page.locator('village-chart').evaluate((chart) => chart.shadowRoot.activeElement?.textContent ?? '');
  await items.first().focus();
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(), /^Mẫu Minh: 4\.64 million dong a month\. Wages: 2\.48 million dong, 53%/);
  await page.keyboard.press('End');
  assert.match(await focused(), /^Mẫu Sơn/);
  await page.keyboard.press('Enter');
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'select'));
  assert.equal(`${detail.title}: ${detail.value}`, 'Mẫu Sơn: 2.39 million đồng a month');
  assert.deepEqual(page.messages, []);
});

test('a finger has 44 pixels for each place, finds it, and does not keep the page from scrolling', async (t) => {
  const viewport = { width: 360, height: 640 };
  const page = await open(t, { html: makeup('', many(20)), hasTouch: true, isMobile: true, viewport });
  await settle(page);
  const { items, tip, stage } = inside(page);
  for (const box of await items.evaluateAll((all) => all.map((item) => item.getBoundingClientRect().height)))
    assert.ok(box >= 44, `${box} pixels`);
  await items.nth(9).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = await items.nth(9).boundingBox();
  await page.touchscreen.tap(x + width / 3, y + height / 2);
  const name = (await items.nth(9).textContent()).split(':')[0];
  assert.ok((await tip.textContent()).startsWith(name), await tip.textContent());
  assert.match(await tip.textContent(), /Kind a: \d+ houses, [\d.]+%/);
  assert.match(await stage.evaluate((element) => getComputedStyle(element).touchAction), /pan-y/);
});

test('a long list has pages, and who is kept stands above each', async (t) => {
  const page = await open(t, { html: makeup('places="c7"', many(60)) });
  await settle(page);
  const { items, chart } = inside(page);
  const names = async () => (await items.allTextContents()).map((text) => text.split(':')[0]);
  const first = await names();
  assert.equal(first.length, 21);
  assert.equal(first[0], 'Commune 7');
  await chart.getByRole('button', { name: 'Next page' }).click();
  await settle(page);
  const second = await names();
  assert.equal(second[0], 'Commune 7');
  assert.ok(second.slice(1).every((name) => !first.includes(name)));
  await chart.getByRole('button', { name: 'Find, compare, table, save' }).click();
  await chart.getByRole('searchbox').fill('commune 5');
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelectorAll('.stage li').length < 15,
  );
  await chart.getByRole('button', { name: 'Commune 52', exact: true }).first().click();
  await chart.evaluate((element) => element.updated);
  assert.equal(await attribute(page, 'places'), 'c7,c52');
  assert.deepEqual(page.messages, []);
});

test('its table has a column for the whole and for each part', async (t) => {
  const page = await open(t, { html: makeup('') });
  await settle(page);
  const { chart, figure } = inside(page);
  await chart.getByRole('button', { name: 'Find, compare, table, save' }).click();
  await chart.locator('[part=tools] button[aria-expanded]').click();
  const table = figure.locator('table');
  await table.filter({ hasText: 'over 1.10' }).waitFor();
  const head = await table.locator('thead th').allTextContents();
  assert.equal(head.length, 7, head.join(' | '));
  const csv = await page.locator('village-chart').evaluate(async (chart) => (await chart.toBlob('csv')).text());
  assert.equal(csv.trim().split('\n').length, 14);
  assert.deepEqual(page.messages, []);
});

test('an indicator without parts is an error that names those with some', async (t) => {
  const page = await open(t, { html: makeup('indicator="wages"') });
  await page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'error'));
  assert.equal(detail.findings[0].code, 'no_parts');
  assert.match(detail.findings[0].expected, /income, roofs/);
});

test('forced colours and paper have every mark', async (t) => {
  const page = await open(t, { html: makeup('indicator="roofs"'), forcedColors: 'active' });
  await settle(page);
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
});

test('a static make-up is awake what it was before', async (t) => {
  await standsWhereItStood(t, FILE, ['--type', 'makeup', '--shown', 'shares', '--order', 'farming']);
  await standsWhereItStood(t, FILE, ['--type', 'makeup', '--indicator', 'roofs', '--group', 'district']);
});
