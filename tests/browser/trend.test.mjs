// Lines over time: what an author chooses, how a reader goes through them, and that a static one is the same picture.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canvas, inside, open, settle, until, withData } from './browser.mjs';
import { standsWhereItStood } from './static.mjs';

const root = new URL('../..', import.meta.url).pathname;
const FILE = 'tests/data/years.json';
const data = JSON.parse(readFileSync(`${root}${FILE}`, 'utf8'));
const trend = (attributes) => withData(data, `type="trend" locale="en" ${attributes}`);
const heard = (page) => inside(page).items.allTextContents();
/** What has the focus in the chart. */
const focused = (page) =>
  page.locator('village-chart').evaluate((chart) => chart.shadowRoot.activeElement?.textContent ?? '');

test('an author chooses places by attribute and property; others are told of', async (t) => {
  const page = await open(t, { html: trend('indicator="pupils" places="a, Bắc Sơn"') });
  await settle(page);
  const names = async () => [...new Set((await heard(page)).map((text) => text.split(',')[0]))];
  assert.deepEqual(await names(), ['An Binh', 'Bắc Sơn']);
  assert.ok((await canvas(page, 'village-chart')).painted > 1000);
  await page.locator('village-chart').evaluate((chart) => ((chart.places = 'b'), chart.updated));
  assert.deepEqual(await names(), ['Bắc Sơn']);
  await page.locator('village-chart').evaluate((chart) => ((chart.places = ''), chart.updated));
  assert.deepEqual(await names(), ['An Binh', 'Bắc Sơn', 'Cẩm Thủy']);
  assert.deepEqual(page.messages, []);
  await page.locator('village-chart').evaluate((chart) => ((chart.places = 'b, Cam Thuy'), chart.updated));
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'error'));
  assert.equal(detail.reason, 'attribute');
  assert.match(detail.message, /the attribute places is "Cam Thuy"; expected .* such as "Cẩm Thủy"/);
});

test('arrows go along time, and up and down from line to line', async (t) => {
  const page = await open(t, { html: trend('indicator="jobs"') });
  await settle(page);
  await inside(page).items.first().focus();
  const go = async (key, begins) => {
    await page.keyboard.press(key);
    const text = await focused(page);
    assert.ok(text.startsWith(begins), `${key}: ${text}`);
  };
  for (const time of [2017, 2018, 2020]) await go('ArrowRight', `An Binh, ${time}`);
  await go('ArrowDown', 'Bắc Sơn, 2020');
  await go('ArrowDown', 'Cẩm Thủy, 2020');
  await go('ArrowDown', 'Đại Đồng, 2020');
  await go('ArrowDown', 'Đại Đồng, 2020');
  await go('ArrowUp', 'Cẩm Thủy, 2020');
  await go('ArrowRight', 'Cẩm Thủy, 2023');
  await go('ArrowDown', 'Đại Đồng, 2020');
  await go('Home', 'An Binh, 2015');
  await go('b', 'Bắc Sơn, 2015');
  await page.waitForTimeout(800); // another name
  await go('b', 'Bắc Sơn, 2015');
  await go('ArrowRight', 'Bắc Sơn, 2017');
  await page.keyboard.press('Enter');
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'select'));
  assert.equal(detail.id, 'b@2017');
  assert.deepEqual(page.messages, []);
});

test('a pointer finds the nearest figure, and its card says the change', async (t) => {
  const page = await open(t, { html: trend('indicator="prices"') });
  await settle(page);
  const { items, tip, stage } = inside(page);
  await stage.scrollIntoViewIfNeeded();
  for (let i = 0; i < (await items.count()); i++) {
    const box = await items.nth(i).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const [name, time] = (await items.nth(i).textContent()).split(/, |: /);
    const said = await tip.textContent();
    assert.ok(said.startsWith(`${name}${time}`), `${said} at ${name}, ${time}`);
  }
  assert.match(await tip.textContent(), /up by 0.3 points since July 2023/);
  assert.deepEqual(page.messages, []);
});

test('a line that is pointed at or focused stands out, and is as it was on paper and afterwards', async (t) => {
  const page = await open(t, { html: trend('indicator="prices"') });
  await settle(page);
  const { items, stage } = inside(page);
  await stage.scrollIntoViewIfNeeded();
  const picture = () =>
    page.locator('village-chart').evaluate((chart) => chart.shadowRoot.querySelector('canvas').toDataURL());
  const layer = () => canvas(page, 'village-chart', 1);
  const before = await picture();
  const box = await items.nth(1).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const first = await picture();
  assert.notEqual(first, before, 'others are quiet');
  const last = await items.nth(4).boundingBox();
  assert.ok((await layer()).cssWidth > last.x - box.x, 'the layer has the whole line');
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2);
  assert.equal(await picture(), first, 'the same line');
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: 'screen' });
  await page.mouse.move(1, 1);
  assert.equal(await picture(), before, 'none');
  await items.nth(1).focus();
  assert.equal(await picture(), first, 'by keys, too');
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await picture(), first, 'another line');
  assert.deepEqual(page.messages, []);
});

test('a finger goes from figure to figure, and does not keep the page from scrolling', async (t) => {
  const page = await open(t, {
    html: trend('indicator="pupils"'),
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 500 },
  });
  await settle(page);
  const { item, tip, stage } = inside(page);
  await stage.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  const box = await item('An Binh, 2023').boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  assert.match(await tip.textContent(), /^An Binh2023–2024798 pupils/);
  assert.equal(await item('An Binh, 2023').getAttribute('aria-pressed'), 'true');
  assert.match(await stage.evaluate((element) => getComputedStyle(element).touchAction), /pan-y/);
});

test('a table of places by times stands first, and files have all figures', async (t) => {
  const page = await open(t, { html: trend('indicator="jobs" places="a, b"') });
  await settle(page);
  const { chart } = inside(page);
  await chart.getByRole('button', { name: 'Table, save' }).click();
  await chart.getByRole('button', { name: 'Table', exact: true }).click();
  const table = chart.locator('table');
  await table.waitFor();
  assert.deepEqual(await table.locator('thead th').allTextContents(), [
    'Name',
    'District',
    '2015',
    '2017',
    '2018',
    '2020',
    '2023',
  ]);
  assert.match((await table.locator('tbody tr').allTextContents()).join('\n'), /An Binh.*over 950/);
  const csv = (form) => chart.evaluate(async (e, form) => (await e.toBlob('csv', form)).text(), form);
  assert.match(await csv('chart'), /An Binh,2018,over 950 jobs/);
  assert.match(await csv('long'), /Đại Đồng/);
  assert.deepEqual(page.messages, []);
});

test('forced colours and paper have every line', async (t) => {
  const page = await open(t, { html: trend('indicator="prices"'), forcedColors: 'active' });
  await settle(page);
  assert.ok((await canvas(page, 'village-chart')).painted > 1000);
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  assert.ok((await canvas(page, 'village-chart')).painted > 1000);
});

test('a static trend is awake what it was before', async (t) => {
  const asked = ['--type', 'trend', '--indicator', 'prices', '--places', 'a,b'];
  await standsWhereItStood(t, FILE, asked, async (page) =>
    assert.equal(await page.locator('village-chart').getAttribute('places'), 'a,b'),
  );
});

/** The buttons of a list of the tools. */
const picks = (page, name) => inside(page).chart.getByRole('list', { name }).getByRole('button');

test('a reader finds places by keys, keeps several, and the page is told', async (t) => {
  const html = withData(JSON.parse(readFileSync(`${root}www/data/mau.json`, 'utf8')), 'type="trend" locale="en"');
  const page = await open(t, {
    html,
    init: () => addEventListener('village-chart-places', ({ detail }) => window.events.push(detail)),
  });
  await settle(page);
  const { chart } = inside(page);
  const names = async () =>
    [...new Set((await heard(page)).map((text) => text.split(',')[0]))].filter((name) => name.startsWith('Mẫu'));
  const before = await names();
  assert.equal(before.length, 6);
  const said = () => chart.locator('figure [aria-live]').textContent();
  let keys = 0;
  const press = async (...all) => {
    for (const key of all) {
      keys++;
      await page.keyboard.press(key);
    }
  };
  await chart.locator('select').first().focus();
  await press('Tab', 'Enter');
  await chart.getByRole('searchbox').waitFor();
  assert.deepEqual((await picks(page, 'On the chart').allTextContents()).sort(), [...before].sort());
  await press('Tab', ...'binh');
  const found = picks(page, 'Find a commune');
  await until(
    () => found.allTextContents(),
    (all) => all.join() === 'Mẫu Bình',
    'found',
  );
  await until(said, (text) => text === '1 of 14 communes.', 'an answer');
  const isDrawn = before.includes('Mẫu Bình');
  assert.equal(await found.getAttribute('aria-pressed'), String(isDrawn));
  await press('Tab', 'Enter');
  await until(names, (now) => now.includes('Mẫu Bình') !== isDrawn, 'drawn, or not');
  assert.equal(await focused(page), 'Mẫu Bình', 'the focus stays');
  await until(said, (text) => /^. of 14 communes are drawn\.$/.test(text), 'what is new, and no more');
  assert.ok(keys < 20, `${keys}`);
  await page.keyboard.press('Enter');
  await until(names, (now) => now.includes('Mẫu Bình') === isDrawn, 'the other way');
  const told = await page.evaluate(() =>
    window.events.filter((event) => 'places' in event).map((event) => event.places),
  );
  assert.equal(told.length, 2);
  assert.equal(told[1], await page.locator('village-chart').evaluate((chart) => chart.places));
  // taken away one by one: the focus goes to the next, and in the end to the search
  const chips = picks(page, 'On the chart');
  await chips.first().focus();
  for (let left = await chips.count(); left > 1; left--) {
    const name = await chips.first().getAttribute('aria-label');
    assert.match(name, /^Remove /);
    await page.keyboard.press('Enter');
    await until(
      () => chips.count(),
      (count) => count === left - 1,
      name,
    );
  }
  await until(said, (text) => text === '1 of 14 communes is drawn.', 'how many are left');
  // what is chosen stays where another indicator is shown
  const [last] = await names();
  await chart.locator('select').first().selectOption({ index: 1 });
  await until(names, (now) => now.join() === last, 'the same place');
  await page.locator('village-chart').evaluate((chart) => ((chart.places = ''), chart.updated));
  assert.ok((await chips.count()) > 1, 'the chart chooses again');
  assert.deepEqual(page.messages, []);
});
