// The portal page: five charts of one file with 1,350 villages, in Vietnamese and in English.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import test from 'node:test';
import { frames, open, settle } from './browser.mjs';

const CHARTS = ['spread', 'scatter', 'trend', 'groups', 'ranking'];
const chart = (page, type) => page.locator(`village-chart[type=${type}]`);
/** All charts awake, from the top of the page to its end. */
async function wake(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 400) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await frames(page);
  }
  await settle(page);
}
const times = (page) => page.locator('village-chart').evaluateAll((all) => all.map((one) => one.time));
const titles = (page) =>
  page
    .locator('village-chart')
    .evaluateAll((all) => all.map((one) => one.shadowRoot.querySelector('[part=title]').textContent));

for (const path of ['portal.html', 'portal-en.html']) {
  for (const width of [360, 1200]) {
    test(`it is whole before it wakes, and nothing moves when it does: ${path}, ${width} px`, async (t) => {
      const page = await open(t, {
        path,
        viewport: { width, height: 800 },
        init: () => {
          window.shifts = [];
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries())
              window.shifts.push(`${value} ${sources.map(({ node }) => node?.nodeName)}`);
          }).observe({ type: 'layout-shift', buffered: true });
        },
      });
      assert.deepEqual(
        await page.locator('village-chart').evaluateAll((all) => all.map((one) => one.getAttribute('type'))),
        CHARTS,
      );
      await wake(page);
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
      assert.deepEqual(page.messages, []);
      assert.ok((await page.locator('html').evaluate((html) => html.scrollWidth)) <= width);
      for (const type of CHARTS) {
        const box = await chart(page, type).boundingBox();
        assert.ok(box.width > 320 && box.height > 200, `${type}: ${JSON.stringify(box)}`);
      }
    });
  }

  test(`axe finds nothing, and what one presses has room for a thumb: ${path}`, async (t) => {
    const page = await open(t, { path, viewport: { width: 360, height: 800 }, hasTouch: true });
    await wake(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' '))}`),
      [],
    );
    for (const control of await page.locator('form :is(button, select)').all())
      assert.ok((await control.boundingBox()).height >= 44);
  });
}

test('one step in time is one for all charts, by keys, and stays in the address', async (t) => {
  const page = await open(t, { path: 'portal.html' });
  await wake(page);
  const [before, after] = await page.locator('form button').all();
  assert.ok(await after.isDisabled(), 'there is no later year');
  await before.focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.deepEqual(await times(page), Array(5).fill('2022'));
  const shown = (await titles(page)).filter((_, i) => CHARTS[i] !== 'trend');
  for (const title of shown) assert.match(title, /, 2022(,|$)/);
  await page.keyboard.press('Enter');
  assert.ok(await before.isDisabled(), 'there is no earlier year');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'select', 'the focus is not lost');
  assert.match(page.url(), /#time=2020$/);
  await page.reload();
  await wake(page);
  assert.deepEqual(await times(page), Array(5).fill('2020'));
  assert.equal(await page.locator('select[name=time]').inputValue(), '2020');
  assert.deepEqual(page.messages, []);
});

test('who is selected or pointed at in one chart is so in all, though a trend has an item for each year', async (t) => {
  const page = await open(t, { path: 'portal-en.html' });
  await wake(page);
  const first = chart(page, 'ranking').locator('li button').nth(1);
  const name = (await first.textContent()).split(',')[0];
  await page.locator('village-chart').evaluateAll((all, name) => all.forEach((one) => (one.places = name)), name);
  await settle(page);
  const lines = chart(page, 'trend').locator('li button');
  const pressed = () => lines.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed')));
  assert.deepEqual(await pressed(), ['false', 'false', 'false']);
  await first.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await pressed(), ['false', 'false', 'true'], `${name} in the last year`);
  await page.keyboard.press('Escape');
  assert.deepEqual(await pressed(), ['false', 'false', 'false']);
  await lines.first().focus();
  await page.keyboard.press('Enter');
  assert.equal(await first.getAttribute('aria-pressed'), 'true', name);
  assert.deepEqual(page.messages, []);
});

test('a district that is chosen narrows the other charts, and chosen again widens them', async (t) => {
  const page = await open(t, { path: 'portal-en.html' });
  await wake(page);
  const before = await titles(page);
  const rows = chart(page, 'groups').locator('li button');
  const only = () => page.locator('village-chart').evaluateAll((all) => all.map((one) => one.only));
  const name = 'Sơn Mẫu';
  const row = rows.filter({ hasText: name });
  await row.focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.deepEqual(await only(), Array(5).fill(name));
  const narrowed = await titles(page);
  for (const type of ['spread', 'scatter', 'trend', 'ranking'])
    assert.match(narrowed[CHARTS.indexOf(type)], new RegExp(`– ${name}$`), type);
  assert.equal(narrowed[CHARTS.indexOf('groups')], before[CHARTS.indexOf('groups')], 'all groups stay');
  assert.equal(await row.getAttribute('aria-pressed'), 'true');
  assert.ok(await row.evaluate((button) => button === button.getRootNode().activeElement), 'the focus stays');
  // another one, and the same one again
  const other = rows.filter({ hasText: 'Bắc Mẫu' });
  await other.focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.deepEqual(await only(), Array(5).fill('Bắc Mẫu'));
  assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('district'), 'Bắc Mẫu');
  await page.keyboard.press('Enter');
  await settle(page);
  assert.deepEqual(await only(), ['', '', '', '', '']);
  assert.deepEqual(await titles(page), before);
  assert.equal(await other.getAttribute('aria-pressed'), 'false');
  assert.ok(!page.url().includes('district'));
  // what the address says is chosen after a reload, and can be let go of
  await page.goto(`${page.url().split('#')[0]}#district=B%E1%BA%AFc+M%E1%BA%ABu`);
  await page.reload();
  await wake(page);
  assert.deepEqual(await only(), Array(5).fill('Bắc Mẫu'));
  await other.focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.deepEqual(await only(), ['', '', '', '', '']);
  assert.deepEqual(await titles(page), before);
  assert.deepEqual(page.messages, []);
});

test('places that a reader keeps are in every chart and in the address, also after a reload', async (t) => {
  const page = await open(t, { path: 'portal-en.html' });
  await wake(page);
  await chart(page, 'spread').evaluate((one) => {
    one.places = 'Bình Hà';
    one.dispatchEvent(new CustomEvent('village-chart-places', { bubbles: true, detail: { places: 'Bình Hà' } }));
  });
  await settle(page);
  for (const type of ['spread', 'scatter', 'trend', 'groups'])
    assert.equal(await chart(page, type).evaluate((one) => one.places), 'Bình Hà', type);
  assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('places'), 'Bình Hà');
  await page.reload();
  await wake(page);
  const lines = await chart(page, 'trend').locator('li button').allTextContents();
  assert.equal(lines.length, 3, 'a figure each year');
  for (const line of lines) assert.match(line, /^Bình Hà, 20/);
  // what the address says and no chart knows is no error of the page
  const wrong = await open(t, { path: 'portal.html#time=1999&places=' });
  await wake(wrong);
  assert.equal(await wrong.locator('select[name=time]').inputValue(), '2024');
  assert.deepEqual(wrong.messages, []);
});
