// Places at two figures each: what a mouse, a finger and keys find, whom a reader keeps, squares, and a static one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canvas, inside, open, settle, until, withData } from './browser.mjs';
import { standsWhereItStood } from './static.mjs';

const root = new URL('../..', import.meta.url).pathname;
const FILE = 'www/data/mau.json';
const data = JSON.parse(readFileSync(`${root}${FILE}`, 'utf8'));
const scatter = (attributes, of = data) => withData(of, `type="scatter" locale="en" ${attributes}`);
/** A file of so many places. */
const many = (count) => ({
  format: 'village-charts/1',
  places: { one: 'commune', many: 'communes' },
  indicators: [
    { id: 'x', name: 'Rate', kind: 'rate', unit: 'percent' },
    { id: 'y', name: 'Growth', kind: 'change', unit: 'percent' },
  ],
  villages: Array.from({ length: count }, (_, i) => ({
    name: `Commune ${i}`,
    id: `c${i}`,
    figures: {
      x: Math.round((((i * 7919) % 1009) * ((i * 104729) % 997)) / 1e4) / 10,
      y: ((i * 6007) % 911) / 10 - 40,
    },
  })),
});
/** What has the focus in the chart. */
const focused = (page) =>
  page.locator('village-chart').evaluate((chart) => chart.shadowRoot.activeElement?.textContent ?? '');
const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

test('keys go from dot to dot from the left to the right, and letters to a name', async (t) => {
  const page = await open(t, { html: scatter('x="poor" y="migration" places="Mẫu Hà"') });
  await settle(page);
  const { items } = inside(page);
  const heard = await items.allTextContents();
  const names = heard.map((text) => text.split(/[:,]/)[0]);
  const rates = heard.map((text) => /^Mẫu .*: Poverty rate: ([\d.]+)%/.exec(text)?.[1]).filter(Boolean);
  assert.deepEqual(
    rates,
    [...rates].sort((a, b) => a - b),
  );
  assert.ok(rates.length > 8, heard.join('\n'));
  await items.first().focus();
  await page.keyboard.press('End');
  assert.ok((await focused(page)).startsWith(names.at(-1)));
  await page.keyboard.press('m');
  const first = await focused(page);
  await page.keyboard.press('ArrowRight');
  const at = names.findIndex((name) => first.startsWith(name));
  assert.ok((await focused(page)).startsWith(names[at + 1]), `${first}, ${await focused(page)}`);
  await page.keyboard.press('Enter');
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'select'));
  assert.match(`${detail.title}: ${detail.value}`, /^Mẫu .*: Poverty rate: .*%; Net migration: /);
  assert.deepEqual(page.messages, []);
});

test('a reader chooses what is on each axis; what is asked for on both changes places', async (t) => {
  const page = await open(t, { html: scatter('x="poor" y="migration"') });
  await settle(page);
  const chosen = () => page.evaluate(() => ['x', 'y'].map((name) => document.querySelector('village-chart')[name]));
  const axis = (name) => inside(page).chart.getByRole('combobox', { name: `${name} axis` });
  const names = await axis('Horizontal').locator('option').allTextContents();
  assert.ok(names.includes('Poverty rate') && names.includes('Net migration'), names.join());
  await axis('Vertical').selectOption('income');
  await settle(page);
  assert.deepEqual(await chosen(), ['poor', 'income']);
  await axis('Horizontal').selectOption('income');
  await settle(page);
  assert.deepEqual(await chosen(), ['income', 'poor']);
  assert.deepEqual([await axis('Horizontal').inputValue(), await axis('Vertical').inputValue()], ['income', 'poor']);
  assert.match(
    await page.locator('village-chart').evaluate((e) => e.shadowRoot.querySelector('[part=title]').textContent),
    /and Poverty rate/,
  );
  assert.deepEqual(page.messages, []);
});

test('a mouse finds the nearest dot, also beside it', async (t) => {
  const page = await open(t, { html: scatter('', many(60)) });
  await settle(page);
  const { items, tip, stage } = inside(page);
  await stage.scrollIntoViewIfNeeded();
  const all = await items.count();
  for (const i of [2, 13, 41, all - 1]) {
    const [x, y] = middle(await items.nth(i).boundingBox());
    await page.mouse.move(x, y);
    const said = await items.nth(i).textContent();
    assert.ok((await tip.textContent()).startsWith(said.split(':')[0]), `${await tip.textContent()} at ${said}`);
  }
  const [x, y] = middle(await items.last().boundingBox());
  await page.mouse.move(x + 9, y - 9);
  assert.match(await tip.textContent(), /^Commune \d+.*Rate: [\d.]+%; Growth: [-−\d.]+%/s);
  assert.deepEqual(page.messages, []);
});

test('who is chosen here is chosen in every chart of the data', async (t) => {
  const src = 'src="/data/mau.json" locale="en"';
  const html = `<village-chart type="scatter" ${src}></village-chart>
    <village-chart type="spread" ${src}></village-chart><village-chart type="ranking" ${src}></village-chart>`;
  const page = await open(t, { html });
  await settle(page);
  const charts = page.locator('village-chart');
  const pressed = (i) => charts.nth(i).locator('.stage [aria-pressed=true]');
  const button = charts.first().locator('.stage li button', { hasText: /^Mẫu Khê/ });
  await button.focus();
  await page.keyboard.press('Enter');
  for (const i of [0, 1, 2]) assert.match(await pressed(i).textContent(), /^Mẫu Khê/, String(i));
  assert.deepEqual(page.messages, []);
});

test('of thousands of places squares say how many there are, and each is in the list', async (t) => {
  const page = await open(t, { html: scatter('places="c7"', many(7745)) });
  await settle(page);
  const { items, tip, stage, chart } = inside(page);
  const heard = await items.allTextContents();
  assert.ok(heard.filter((text) => /^Commune \d+: /.test(text)).length === 100);
  assert.match(await inside(page).figure.locator('p.probe').textContent(), /Commune 7: Rate: /);
  await stage.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await stage.boundingBox();
  let told = '';
  for (let at = 0.2; at < 0.8 && !/communes/.test(told); at += 0.02) {
    await page.mouse.move(x + width * 0.4, y + height * at);
    told = (await tip.isVisible()) ? await tip.textContent() : '';
  }
  assert.match(told, /^Rate: [\d.]+ to under [\d.]+%; Growth: [-−\d.]+ to under [-−\d.]+%\d+ communes?/);
  const pager = chart.locator('[part=pager]');
  assert.ok((await pager.boundingBox()).height <= 1, 'no one who sees the picture needs it');
  const took = await page.locator('village-chart').evaluate(async (chart) => {
    const stage = chart.shadowRoot.querySelector('.stage');
    const { left, top, width, height } = stage.getBoundingClientRect();
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
  const page = await open(t, { html: scatter('', many(20)), hasTouch: true, isMobile: true, viewport });
  await settle(page);
  const { items, tip, stage } = inside(page);
  await items.last().evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const [x, y] = middle(await items.last().boundingBox());
  const name = (await items.last().textContent()).split(':')[0];
  await page.touchscreen.tap(x + 6, y - 8);
  assert.ok((await tip.textContent()).startsWith(name), await tip.textContent());
  assert.equal(await items.last().getAttribute('aria-pressed'), 'true');
  assert.match(await stage.evaluate((element) => getComputedStyle(element).touchAction), /pan-y/);
});

test('a reader finds a place among all, and keeps it with its name; the table has both figures', async (t) => {
  const page = await open(t, { html: scatter('x="poor" y="people"') });
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
  await chart.getByRole('searchbox').fill('');
  await chart.locator('[part=tools] button[aria-expanded]').click();
  const head = inside(page).figure.locator('thead');
  await head.filter({ hasText: 'Poverty rate (%), 2023' }).filter({ hasText: 'Population (people), 2023' }).waitFor();
  assert.deepEqual(page.messages, []);
});

test('an indicator that the data does not have is an error that names those there are', async (t) => {
  const page = await open(t, { html: scatter('x="poor" y="incme"') });
  await page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'error'));
  assert.equal(detail.findings[0].code, 'unknown_indicator');
  // it is the page that has to be mended, not the data
  assert.equal(detail.reason, 'attribute');
  assert.match(detail.message, /^there is nothing to draw: the attribute y is "incme"; expected one of: /);
  assert.match(detail.findings[0].expected, /poor, migration, income, people/);
});

test('forced colours and paper have every mark', async (t) => {
  const page = await open(t, { html: scatter('x="poor" y="income" group="district"'), forcedColors: 'active' });
  await settle(page);
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
});

test('a static scatter is awake what it was before', async (t) => {
  await standsWhereItStood(t, FILE, ['--type', 'scatter', '--x', 'poor', '--y', 'income', '--places', 'Mẫu Hà']);
});

/** Drags a mouse over a part of the stage, in shares of its size. */
async function drag(page, [x0, y0], [x1, y1], within = async () => {}) {
  const { x, y, width, height } = await page.locator('village-chart').locator('canvas').first().boundingBox();
  await page.mouse.move(x + x0 * width, y + y0 * height);
  await page.mouse.down();
  await page.mouse.move(x + ((x0 + x1) / 2) * width, y + ((y0 + y1) / 2) * height);
  await page.mouse.move(x + x1 * width, y + y1 * height);
  await within();
  await page.mouse.up();
  await settle(page);
}
const kept = (page) => page.evaluate(() => document.querySelector('village-chart').places);
const boxes = (page) => page.locator('village-chart').locator('.box').count();

test('a mouse that draws a box keeps the places in it; Esc lets go of the box', async (t) => {
  const page = await open(t, {
    html: scatter('x="x" y="y" link="off"', many(60)),
    viewport: { width: 900, height: 900 },
  });
  await settle(page);
  await page.evaluate(() => {
    window.kept = [];
    addEventListener('village-chart-places', ({ detail }) => window.kept.push(detail.places));
  });
  await drag(page, [0.1, 0.1], [0.45, 0.9], async () => {
    assert.equal(await boxes(page), 1);
    assert.equal(await page.locator('village-chart').locator('[role=tooltip]:visible').count(), 0);
  });
  const names = (await kept(page)).split(',');
  assert.ok(names.length > 5 && names.length < 50, names.join());
  assert.equal(await boxes(page), 0);
  // those, and no others: the box reaches as far as a third of the axis
  const listed = await inside(page).items.allTextContents();
  const rates = new Map(
    listed.map((text) => [/^Commune (\d+):/.exec(text)?.[1], Number(/Rate: ([\d.]+)%/.exec(text)?.[1])]),
  );
  const within = names.map((name) => rates.get(name.slice(1)));
  const most = Math.max(...within);
  for (const [name, rate] of rates)
    if (name && rate < most / 2 && rate > 2) assert.ok(names.includes(`c${name}`), name);
  assert.deepEqual(await page.evaluate(() => window.kept), [names.join(',')]);
  assert.equal(await page.evaluate(() => window.events.filter(({ type }) => type === 'select').length), 0);
  await drag(page, [0.1, 0.1], [0.9, 0.9], async () => {
    await page.keyboard.press('Escape');
    assert.equal(await boxes(page), 0);
  });
  assert.equal(await kept(page), names.join(','), 'as before');
  // a click chooses again
  await inside(page).items.nth(3).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.events.filter(({ type }) => type === 'select').length), 1);
  assert.deepEqual(page.messages, []);
});

test('more places than can be kept are told, and none is; squares and columns have those of theirs', async (t) => {
  for (const type of ['scatter', 'spread']) {
    const html = withData(many(900), `type="${type}" locale="en" x="x" y="y" indicator="x"`);
    const page = await open(t, { html, viewport: { width: 700, height: 900 } });
    await settle(page);
    await drag(page, [0.05, 0.05], [0.95, 0.95]);
    assert.equal(await kept(page), '');
    await until(
      () => page.locator('village-chart').evaluate((e) => e.shadowRoot.querySelector('[aria-live]').textContent),
      (text) => text === 'At most 50 places can be kept at once.',
    );
    // the rightmost part has few
    await drag(page, [0.82, 0.05], [0.99, 0.95]);
    const names = (await kept(page)).split(',');
    assert.ok(names.length > 1 && names.every((name) => /^c\d+$/.test(name)), `${type}: ${names.join()}`);
    assert.deepEqual(page.messages, []);
  }
});
