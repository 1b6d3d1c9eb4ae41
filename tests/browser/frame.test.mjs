// The chart in an iframe is as high as what it shows, on pages that listen for its height each in its own way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fits, frames, heights, HOSTS, open, ready, root, SRC, until } from './frame.mjs';

/** Shows the incomes of a year. */
async function year(page) {
  await page.frame.getByRole('button', { name: 'Năm', exact: true }).click();
  await page.frame.locator('.stage li', { hasText: 'từ 48 đến 66' }).waitFor({ state: 'attached' });
}

for (const name of Object.keys(HOSTS)) {
  for (const width of name === 'Datawrapper, by id' ? [360] : [360, 800]) {
    test(`${name}, ${width} px: the frame is as high as its chart, after a font and another unit, too`, async (t) => {
      let late;
      const font = new Promise((resolve) => (late = resolve));
      const page = await open(t, name, {
        width,
        at: async (page) => {
          await page.route('**/frame.css', async (route) => {
            const css = await (await route.fetch()).text();
            const face =
              '@font-face { font-family: Late; src: url(late.ttf); font-display: swap; size-adjust: 200%; } ' +
              ':root { font-family: Late, sans-serif; }';
            await route.fulfill({ contentType: 'text/css', body: css.replace(/font-family:[^;]*;/, '') + face });
          });
          await page.route('**/late.ttf', async (route) => {
            await font;
            await route.fulfill({ path: `${root}src/cli/fonts/NotoSans-Bold.ttf`, contentType: 'font/ttf' });
          });
        },
      });
      await ready(page);
      const first = await fits(page);

      late();
      await page.frame.locator('html').evaluate(() => document.fonts.ready);
      await page.waitForFunction(
        (first) => window.heard.at(-1) && document.querySelector('iframe[src*="embed.html"]').clientHeight !== first,
        first,
      );
      const second = await fits(page);
      assert.notEqual(second, first);

      await year(page);
      await fits(page);

      // told once each, and then no more
      const told = await heights(page);
      for (const [i, height] of told.entries()) assert.notEqual(height, told[i - 1], told.join());
      const { length } = await page.evaluate(() => window.heard);
      await frames(page, 30);
      assert.equal(await page.evaluate(() => window.heard.length), length);
      assert.deepEqual(page.messages, []);
    });
  }
}

test('the frame follows its width, the tools, a page of the list and the keyboard', async (t) => {
  const villages = Array.from({ length: 23 }, (_, i) => ({ name: `Làng ${i + 1}`, revenue: 100 - i }));
  const data = { format: 'village-charts/1', revenue: { unit: 'billion_vnd', per: 'year' }, villages };
  const at = (page) => page.route(`**/${SRC}`, (route) => route.fulfill({ json: data }));
  const page = await open(t, 'our script', { query: { type: 'revenue', locale: 'vi' }, at });
  await ready(page);
  const first = await fits(page);
  // no scrollbar comes and goes: that would be another width, another chart and another height
  await page.frame.locator('html').evaluate((html) => {
    window.bars = new Set();
    new ResizeObserver(() => window.bars.add(innerWidth - html.clientWidth)).observe(html);
  });
  await page.frame.getByRole('button', { name: 'Trang sau' }).click();
  await page.frame.getByText('Làng 23').first().waitFor();
  const second = await fits(page);
  assert.ok(second < first - 200, `${second} with three villages, ${first} with twenty`);

  await page.frame.getByRole('button', { name: 'Tìm, so sánh' }).click();
  await page.frame.getByRole('searchbox').waitFor();
  const tools = await fits(page);
  assert.ok(tools > second, 'the tools have room');
  await page.frame.getByText('Tải về', { exact: true }).first().click();
  await fits(page);
  await page.keyboard.press('Escape');
  await page.frame.getByRole('button', { name: 'Tìm, so sánh' }).click();
  await page.frame.getByRole('button', { name: 'Trang trước' }).click();
  await page.frame.locator('.stage li button').nth(19).waitFor();
  await fits(page, first);
  assert.deepEqual(await page.frame.locator('html').evaluate(() => [...window.bars]), [0]);

  await page.setViewportSize({ width: 360, height: 640 });
  await until(
    () =>
      page.frame
        .locator('canvas')
        .first()
        .evaluate((canvas) => canvas.clientWidth),
    (width) => width <= 360,
  );
  await fits(page);
  // with the keyboard on a figure, how the keys work is said below the picture
  await page.frame.locator('.stage li button').last().focus();
  await page.keyboard.press('ArrowUp');
  await fits(page);
  await page.setViewportSize({ width: 800, height: 900 });
  await fits(page, first);
});

test('a tooltip in a frame that is higher than the screen is beside its figure', async (t) => {
  const page = await open(t, 'our script', { query: { type: 'revenue' }, width: 360 });
  await ready(page);
  await fits(page);
  const figure = page.frame.locator('.stage li button', { hasText: 'Phùng Xá' });
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.boundingBox();
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.frame.locator('.tip').waitFor();
  const tip = await page.frame.locator('.tip').boundingBox();
  const gap = Math.max(box.y - (tip.y + tip.height), tip.y - (box.y + box.height));
  assert.ok(gap >= 0 && gap < 20, `${gap} px from its figure`);
  await fits(page);
});

test('our script sets no other frame, and no height that is none', async (t) => {
  const page = await open(t, 'our script');
  await ready(page);
  const height = await fits(page);
  for (const wrong of [NaN, -1, 0, 1e9, Infinity, '300', null, { valueOf: 300 }]) {
    await page.frame
      .locator('html')
      .evaluate((_, wrong) => parent.postMessage({ 'village-chart-height': wrong }, '*'), wrong);
  }
  await page.frame.locator('html').evaluate(() => ['pym', null, 7].forEach((data) => parent.postMessage(data, '*')));
  // from the page itself
  await page.evaluate(() => postMessage({ 'village-chart-height': 300 }, '*'));
  await frames(page, 10);
  assert.equal(await page.element.evaluate((frame) => frame.clientHeight), height);
  // an address that is none, of another frame, is no one else's fault
  await page.evaluate(() =>
    Object.assign(document.body.appendChild(document.createElement('iframe')), { src: 'https://%HOST%/embed.html' }),
  );
  page.frame = page.locator('iframe[title]').contentFrame();
  await year(page);
  await fits(page);
  assert.deepEqual(page.messages, []);
});

test('our script comes late, and borders are part of a height: the frame fits all the same', async (t) => {
  let come;
  const late = new Promise((resolve) => (come = resolve));
  const style = '* { box-sizing: border-box; } iframe { border: 3px solid; }';
  const page = await open(t, 'our script', {
    style,
    until: 'commit', // a page has loaded when its scripts have
    at: (page) => page.route('**/village-charts-frames.js', (route) => late.then(() => route.continue())),
  });
  await ready(page);
  await page.waitForFunction(() => window.heard.length);
  assert.equal(await page.element.evaluate((frame) => frame.offsetHeight), 200);
  come();
  await fits(page);
});
