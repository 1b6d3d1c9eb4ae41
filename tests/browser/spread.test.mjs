// Every place a dot: what a mouse, a finger and keys find, whom a reader keeps, and a static one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canvas, inside, open, settle, withData } from './browser.mjs';
import { standsWhereItStood } from './static.mjs';

const root = new URL('../..', import.meta.url).pathname;
const FILE = 'www/data/mau.json';
const data = JSON.parse(readFileSync(`${root}${FILE}`, 'utf8'));
const spread = (attributes, of = data) => withData(of, `type="spread" locale="en" ${attributes}`);
/** A file of so many places. */
const many = (count) => ({
  format: 'village-charts/1',
  places: { one: 'commune', many: 'communes' },
  indicators: [{ id: 'x', name: 'Rate', kind: 'rate', unit: 'percent' }],
  villages: Array.from({ length: count }, (_, i) => ({
    name: `Commune ${i}`,
    id: `c${i}`,
    figures: { x: Math.round((((i * 7919) % 1009) * ((i * 104729) % 997)) / 1e4) / 10 },
  })),
});
/** What has the focus in the chart. */
const focused = (page) =>
  page.locator('village-chart').evaluate((chart) => chart.shadowRoot.activeElement?.textContent ?? '');
const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

test('keys go from dot to dot by value, and letters to a name', async (t) => {
  const page = await open(t, { html: spread('indicator="poor" places="Mẫu Hà"') });
  await settle(page);
  const { items } = inside(page);
  const names = (await items.allTextContents()).map((text) => text.split(/[:,]/)[0]);
  await items.first().focus();
  await page.keyboard.press('End');
  assert.ok((await focused(page)).startsWith(names.at(-1)));
  await page.keyboard.press('Home');
  assert.ok((await focused(page)).startsWith(names[0]));
  await page.keyboard.press('m');
  const first = await focused(page);
  await page.keyboard.press('ArrowRight');
  const at = names.findIndex((name) => first.startsWith(name));
  assert.ok((await focused(page)).startsWith(names[at + 1]), `${first}, ${await focused(page)}`);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(page), first);
  await page.keyboard.press('Enter');
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'select'));
  assert.ok(first.startsWith(`${detail.title}: `));
  assert.deepEqual(page.messages, []);
});

test('a mouse finds the nearest dot, also beside it', async (t) => {
  const page = await open(t, { html: spread('', many(60)) });
  await settle(page);
  const { items, tip, stage } = inside(page);
  await stage.scrollIntoViewIfNeeded();
  for (const i of [1, 12, 40, 60]) {
    const [x, y] = middle(await items.nth(i).boundingBox());
    await page.mouse.move(x, y);
    const [name] = (await items.nth(i).textContent()).split(': ');
    assert.ok((await tip.textContent()).startsWith(name), `${await tip.textContent()} at ${name}`);
  }
  // nothing is right of the last one
  const [x, y] = middle(await items.last().boundingBox());
  const said = await tip.textContent();
  await page.mouse.move(x + 9, y - 9);
  assert.equal(await tip.textContent(), said);
  assert.match(said, /Rank 1 of 60/);
  assert.deepEqual(page.messages, []);
});

test('a dot whose words are on another page of the list has them at once, and the picture stays', async (t) => {
  const page = await open(t, { html: spread('', many(300)), viewport: { width: 1240, height: 800 } });
  await settle(page);
  const { items, tip, stage, chart } = inside(page);
  assert.equal(await items.count(), 101);
  const pager = chart.locator('[part=pager]');
  assert.ok((await pager.boundingBox()).height <= 1, 'no one who sees the picture needs it');
  const box = await stage.boundingBox();
  // the greatest is at the right end
  let told = '';
  for (let y = box.y + box.height; y > box.y && !/Rank 1 of/.test(told); y -= 4) {
    await page.mouse.move(box.x + box.width - 18, y);
    told = (await tip.isVisible()) ? await tip.textContent() : '';
  }
  assert.match(told, /Rank 1 of 300/);
  assert.equal(await items.count(), 100);
  await items.last().focus();
  assert.match(await focused(page), /Rank 1 of 300/);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await chart.evaluate((element) => element.updated);
  // the last of the page before
  assert.match(await focused(page), /^Commune \d+: .*Rank 10\d/);
  await pager.locator('select').focus();
  assert.ok((await pager.boundingBox()).height > 10, 'it is seen by who comes there with keys');
  assert.deepEqual(page.messages, []);
});

test('of thousands of places columns say how many there are, and each is in the list', async (t) => {
  const page = await open(t, { html: spread('places="c7"', many(7745)) });
  await settle(page);
  const { items, tip, stage } = inside(page);
  const heard = await items.allTextContents();
  assert.match(heard[1], /^0 to under [\d.]+%: \d+ communes/);
  assert.ok(heard.some((text) => /^Commune \d+: /.test(text)));
  assert.match(await inside(page).figure.locator('p.probe').textContent(), /Commune 7: /);
  await stage.scrollIntoViewIfNeeded();
  const [x, y] = middle(await items.nth(1).boundingBox());
  await page.mouse.move(x, y);
  assert.match(await tip.textContent(), /^0 to under [\d.]+%\d+ communes/);
  const took = await page.locator('village-chart').evaluate(async (chart) => {
    const { left, top, width, height } = chart.shadowRoot.querySelector('.stage').getBoundingClientRect();
    const stage = chart.shadowRoot.querySelector('.stage');
    const start = performance.now();
    for (let i = 0; i < 100; i++) {
      const at = { clientX: left + (width * i) / 100, clientY: top + height / 2, bubbles: true };
      stage.dispatchEvent(new PointerEvent('pointermove', at));
    }
    return (performance.now() - start) / 100;
  });
  assert.ok(took < 40, `${took} ms a move`);
  assert.deepEqual(page.messages, []);
});

test('a finger finds a dot, and does not keep the page from scrolling', async (t) => {
  const viewport = { width: 360, height: 640 };
  const page = await open(t, { html: spread('', many(60)), hasTouch: true, isMobile: true, viewport });
  await settle(page);
  const { items, tip, stage } = inside(page);
  await stage.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  const [x, y] = middle(await items.last().boundingBox());
  await page.touchscreen.tap(x + 6, y - 8);
  assert.match(await tip.textContent(), /^Commune \d+.*Rank 1 of 60/s);
  assert.equal(await items.last().getAttribute('aria-pressed'), 'true');
  assert.match(await stage.evaluate((element) => getComputedStyle(element).touchAction), /pan-y/);
});

test('a reader finds a place among all, and keeps it with its label', async (t) => {
  const page = await open(t, { html: spread('indicator="poor"') });
  await settle(page);
  const { chart, items } = inside(page);
  const all = await items.count();
  await chart.getByRole('button', { name: 'Find, compare, table, save' }).click();
  await chart.getByRole('searchbox').fill('ha');
  await page.waitForFunction(
    (all) => document.querySelector('village-chart').shadowRoot.querySelectorAll('.stage li').length < all,
    all,
  );
  const found = await items.allTextContents();
  assert.ok(found.some((text) => text.startsWith('Mẫu Hà')) && !found.some((text) => text.startsWith('Mẫu An')));
  await chart.getByRole('button', { name: 'Mẫu Hà', exact: true }).click();
  await chart.evaluate((element) => element.updated);
  assert.match(await page.locator('village-chart').getAttribute('places'), /Mẫu Hà/);
  assert.deepEqual(page.messages, []);
});

test('forced colours and paper have every dot', async (t) => {
  const page = await open(t, { html: spread('indicator="poor" places="Mẫu Hà"'), forcedColors: 'active' });
  await settle(page);
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
});

test('a static spread is awake what it was before', async (t) => {
  const asked = ['--type', 'spread', '--indicator', 'poor', '--places', 'Mẫu Hà'];
  await standsWhereItStood(t, FILE, asked);
});
