// The demo article is made with static charts: it is whole before any script runs, and nothing moves when they wake.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { frames, open, settle, TYPES } from './browser.mjs';
import { WRITTEN } from './facts.mjs';

const root = new URL('../..', import.meta.url).pathname;
/** Each with its charts, and with the column of the facts where it has the article's. */
const PAGES = [
  { path: 'index.html', charts: TYPES, column: 1 },
  { path: 'en.html', charts: TYPES, column: 2 },
  { path: 'province.html', charts: ['ranking', 'ranking', 'ranking'], column: 0 },
];
/** What the second article's charts are of, and figures that have to be read of each. */
const PROVINCE = [
  ['poor', /^Mẫu Giang: 8,2%.*sơ bộ.*ít trường hợp/, /^Mẫu An: dưới 2,0%/, /^Mẫu Vinh: chưa công bố/],
  ['migration', /^Mẫu Cường: -0,8‰/, /^Mẫu Giang: từ -8,0 đến -5,0‰/, /^Mẫu Lâm: dưới -13,0‰/],
  ['income', /^Mẫu An: 6,42 \(6,16–6,68\) triệu đồng\/tháng/, /^Mẫu Giang: khoảng 3,50 triệu đồng\/tháng/],
];
const PERIOD = /\/(năm|tháng)| a (year|month)/g;

for (const { path, charts, column } of PAGES) {
  test(`what is written around the charts is heard as it is meant: ${path}`, async (t) => {
    const page = await open(t, { path, javaScriptEnabled: false });
    const texts = await page.evaluate(() => {
      for (const chart of document.querySelectorAll('village-chart')) chart.remove();
      return [document.title, document.body.innerText];
    });
    // voices name these, pass over them, or take them for another word
    for (const text of texts) assert.doesNotMatch(text, /[·•|→‑]|\d ?[–-] ?\d|\d\/|\/\d|… /);
  });

  for (const width of [360, 1200]) {
    test(`with scripts off all charts are shown and every figure can be read: ${path}, ${width} px`, async (t) => {
      const page = await open(t, { path, viewport: { width, height: 800 }, javaScriptEnabled: false });
      assert.deepEqual(
        await page.locator('village-chart').evaluateAll((all) => all.map((chart) => chart.getAttribute('type'))),
        charts,
      );
      for (const [i, type] of charts.entries()) {
        const chart = page.locator('village-chart').nth(i);
        const svg = chart.locator('svg:visible');
        assert.equal(await svg.count(), 1, type);
        const box = await svg.boundingBox();
        assert.ok(
          box.width > 320 && box.height > 100 && box.x >= 0 && box.x + box.width <= width,
          `${type}: ${JSON.stringify(box)}`,
        );
        // the table, row by row
        await chart.locator('summary').click();
        const rows = await chart
          .locator('tbody tr')
          .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
        const heads = await chart.locator('thead th').allInnerTexts();
        const figure = heads.findIndex((head) => /^(Số liệu|Figure)$/.test(head));
        const said = rows.map(
          (row) =>
            `${row.slice(0, figure).filter(Boolean).join(', ')}: ${row.slice(figure).filter(Boolean).join('. ')}.`,
        );
        const facts = column ? WRITTEN.filter(([of]) => of === type).map((fact) => fact[column]) : PROVINCE[i].slice(1);
        for (const fact of facts)
          assert.ok(
            said.some((text) => fact.test(text)),
            `${fact} in ${said.join(' | ')}`,
          );
        if (!column) assert.equal(await chart.getAttribute('indicator'), PROVINCE[i][0]);
        // the picture; it gives the period once, on its axis or in its note
        const runs = await svg
          .locator('text')
          .evaluateAll((all) => all.flatMap((text) => [...text.childNodes].map((run) => run.textContent)));
        const drawn = runs.join(' ').replace(/\s+/g, ' ').replace(PERIOD, '');
        for (const row of rows)
          assert.ok(drawn.includes(row[figure].replace(PERIOD, '')), `${row[figure]} in ${drawn}`);
      }
      // nothing is wider than the window, with all tables open
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
      assert.ok(wide <= width, `${wide} px`);
    });
  }

  for (const [width, deviceScaleFactor] of [
    [360, 3],
    [1200, 1],
  ]) {
    test(`nothing moves while it loads, wakes and is scrolled through: ${path}, ${width} px`, async (t) => {
      const page = await open(t, {
        path,
        viewport: { width, height: 800 },
        deviceScaleFactor,
        init: () => {
          window.shifts = [];
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries())
              window.shifts.push(`${value} ${sources.map(({ node }) => node?.nodeName)}`);
          }).observe({ type: 'layout-shift', buffered: true });
        },
      });
      const ready = (count) => window.events.filter(({ type }) => type === 'ready').length === count;
      const awake = page.waitForFunction(ready, charts.length);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let y = 0; y < height; y += 400) {
        await page.evaluate((y) => scrollTo(0, y), y);
        await frames(page); // a chart hears in one of the next that it is near
      }
      await awake;
      await frames(page, 10);
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height);
      assert.deepEqual(page.messages, []);
    });
  }

  for (const [name, media] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'forced colours': { forcedColors: 'active' },
  })) {
    test(`axe finds nothing before the charts wake, and after: ${path}, ${name}`, async (t) => {
      const page = await open(t, { path: 'icon.svg', viewport: { width: 360, height: 800 }, ...media });
      let wake;
      const waiting = new Promise((resolve) => (wake = resolve));
      await page.route('**/village-charts.js', async (route) => {
        await waiting;
        await route.continue();
      });
      await page.goto(page.base + path, { waitUntil: 'commit' });
      await page.locator('footer').last().waitFor();
      await page.evaluate(axe.source);
      const violations = async () => {
        const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        return found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`);
      };
      assert.deepEqual(await violations(), []);
      assert.equal(await page.evaluate(() => customElements.get('village-chart')), undefined, 'not awake yet');
      wake();
      await settle(page);
      assert.deepEqual(await violations(), []);
    });
  }
}

test('an element that the build does not understand ends it with one line that names the place', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'village-charts-'));
  t.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'scripts'));
  await mkdir(join(folder, 'www/src/site'), { recursive: true });
  await cp(join(root, 'scripts/article.mjs'), join(folder, 'scripts/article.mjs'));
  for (const name of ['dist', 'data']) await symlink(join(root, 'www', name), join(folder, 'www', name));
  const build = async (element) => {
    for (const path of [...PAGES.map(({ path }) => path), 'portal.html', 'portal-en.html'])
      await writeFile(join(folder, 'www/src/site', path), `<html lang="en">\n${element}\n`);
    return spawnSync(process.execPath, ['scripts/article.mjs'], { cwd: folder, encoding: 'utf8' });
  };
  const good = '<village-chart type="revenue" src="data/hanoi-2024.json"></village-chart>';
  assert.equal((await build(good)).status, 0);
  const made = await readFile(join(folder, 'www/en.html'), 'utf8');
  assert.match(made, /^<html lang="en">\n<div><village-chart type="revenue" locale="en" src=[^]*over 1,300/);
  assert.match(made, /<\/village-chart><\/div>\n$/);
  for (const [element, why] of [
    [good.replace('><', '><p>Text</p><'), /expected one line/],
    [good.replace('></village-chart>', '>'), /expected one line/],
    [`<p>${good}</p>`, /expected one line/],
    [good.replace('type', "link='off' type"), /expected one line/],
    [good.replace('type', 'colour="off" type'), /options\.colour: found an unknown option/],
    [good.replace('revenue', 'revenues'), /options\.type: found "revenues"/],
    [good.replace(/ src="[^"]*"/, ''), /src is missing/],
    [good.replace('hanoi', 'huế'), /no such file/],
  ]) {
    const { status, stderr } = await build(element);
    assert.equal(status, 1, element);
    assert.match(stderr, /^article: www\/src\/site\/index\.html:2: /, element);
    assert.match(stderr, why, element);
  }
});
