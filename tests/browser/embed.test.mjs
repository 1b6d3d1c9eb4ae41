// The fragment of `village-charts embed`: whole without a script, and at the same place when the element wakes.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import { TYPES } from '../../scripts/attributes.mjs';
import { fileOf, frames, inside, open, pageStart, SCRIPT, settle } from './browser.mjs';

const root = new URL('../..', import.meta.url).pathname;
const fragments = {};

before(async () => {
  for (const type of TYPES) {
    const made = await promisify(execFile)(
      'cargo',
      ['run', '--quiet', '--', 'embed', `www/${fileOf(type)}`, '--type', type, '--src', fileOf(type)],
      { cwd: root },
    );
    fragments[type] = made.stdout;
  }
});

/**
 * An article of the page's own font around a fragment, without a policy, since the fragment has its style sheet within.
 */
function article(t, type, { script = '', ...options } = {}) {
  const style = '<style>body { font-family: "Noto Sans", sans-serif; margin: 0; background: Canvas }</style>';
  const html =
    pageStart(`<meta name="color-scheme" content="light dark">${style}${script}`) +
    `<main><h1>Làng nghề</h1><h2>Doanh thu</h2>${fragments[type]}<p id="after">Sau biểu đồ</p></main>`;
  return open(t, { html, policy: '', ...options });
}

for (const [width, colorScheme, bar] of [
  [360, 'light', [11, 107, 107]],
  [1200, 'dark', [69, 179, 169]],
]) {
  test(`without a script it is a whole chart: ${width} px, ${colorScheme}`, async (t) => {
    const page = await article(t, 'revenue', {
      viewport: { width, height: 1000 },
      colorScheme,
      javaScriptEnabled: false,
    });
    assert.equal(await page.locator('svg:visible').count(), 1);
    const { width: shown } = await page.locator('svg:visible').boundingBox();
    assert.ok(Math.abs(shown - (width - 32)) < 1, `${shown} px wide`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => width);
    assert.ok(wide <= width);
    await page.getByText('Bảng số liệu').click();
    assert.ok(await page.getByRole('row', { name: 'Hữu Bằng' }).getByText('gần 1.000 tỷ đồng/năm').isVisible());
    await page.getByText('Bảng số liệu').click();
    // its bars are on the screen
    const screen = await page.screenshot();
    const other = await open(t, { html: '' });
    const bars = await other.evaluate(
      async ([png, [red, green, blue]]) => {
        const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, picture.width, picture.height);
        let found = 0;
        for (let i = 0; i < data.length; i += 4)
          found += data[i] === red && data[i + 1] === green && data[i + 2] === blue;
        return found;
      },
      [screen.toString('base64'), bar],
    );
    assert.ok(bars > 5000, `${bars} pixels`);
  });
}

test('its letters are of a size that can be read in a sidebar, and never larger than its title', async (t) => {
  for (const [width, smallest, largest] of [
    [224, 12, 20],
    [360, 12, 17],
    [1200, 12, 17],
    [2000, 12, 20],
  ]) {
    const page = await article(t, 'income', { viewport: { width, height: 1000 } });
    const sizes = await page.evaluate(() => {
      const svg = [...document.querySelectorAll('svg')].find((svg) => svg.getClientRects().length);
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return [...svg.querySelectorAll('text, tspan')].map((text) => parseFloat(text.getAttribute('font-size')) * scale);
    });
    assert.ok(
      Math.min(...sizes) >= smallest - 0.01 && Math.max(...sizes) < largest,
      `${width} px: ${Math.min(...sizes)} to ${Math.max(...sizes)}`,
    );
  }
});

for (const type of TYPES) {
  test(`axe finds nothing in the static ${type}`, async (t) => {
    for (const [width, colorScheme] of [
      [360, 'dark'],
      [1200, 'light'],
    ]) {
      const page = await article(t, type, { viewport: { width, height: 1000 }, colorScheme });
      await page.evaluate(axe.source);
      const found = await page.evaluate(() => window.axe.run());
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))]),
        [],
      );
    }
  });
}

for (const [type, width, ratio] of [
  ...TYPES.map((type) => [type, 360, 2]),
  ['revenue', 800, 1],
  ['clusters', 1200, 1.5],
]) {
  test(`when it wakes nothing moves: ${type}, ${width} px at ratio ${ratio}`, async (t) => {
    // all of it: what is scrolled would have moved
    const still = { viewport: { width, height: 2000 }, deviceScaleFactor: ratio };
    const asleep = await article(t, type, still);
    await asleep.evaluate(() => document.fonts.ready);
    const places = (page) => page.locator('#after').boundingBox();
    const [before, beforePlace] = [await picture(asleep), await places(asleep)];
    const texts = await asleep.evaluate(staticTexts);
    const rects = await asleep.evaluate(staticRects);

    const page = await article(t, type, { ...still, script: SCRIPT, init: watch });
    await settle(page);
    await frames(page, 10);
    assert.equal(await page.evaluate(() => window.shifts), 0, 'layout shift');
    assert.deepEqual(await places(page), beforePlace);

    // the starts of the canvas' texts, and the edges of its bars and lines, against the static ones
    const { drawn, filled } = await page.evaluate(() => ({ drawn: window.drawn, filled: window.filled }));
    const { x: left, y: top, width: room } = await inside(page).stage.last().boundingBox();
    const unscaled = await page.locator('village-chart').evaluate((e) => e.shadowRoot.querySelector('canvas').width);
    assert.ok(texts.length > 3);
    for (const { text, x, y } of texts) {
      const near = drawn
        .filter((d) => d.text === text)
        .map((d) => [left + (d.x * room) / unscaled, top + (d.y * room) / unscaled]);
      assert.ok(
        near.some((d) => Math.abs(d[0] - x) <= 1 && Math.abs(d[1] - y) <= 1),
        `${text} at ${x}, ${y}: ${JSON.stringify(near)}`,
      );
    }
    const edges = filled.map(([x, y, w, h]) =>
      [x, y, x + w, y + h].map((edge, i) => (i % 2 ? top : left) + (edge * room) / unscaled),
    );
    assert.ok(rects.length > 3);
    for (const rect of rects)
      assert.ok(
        edges.some((other) => other.every((edge, i) => Math.abs(edge - rect[i]) <= 1)),
        `a rectangle at ${rect}`,
      );

    const after = await picture(page);
    const share = await page.evaluate(different, [before.toString('base64'), after.toString('base64')]);
    t.diagnostic(`${(100 * share).toFixed(2)} % of the pixels differ visibly`);
    assert.ok(share < 0.005, `${(100 * share).toFixed(2)} % of the pixels`);
  });
}

/** The chart without its controls, which stand where the table's button was. */
const picture = (page) =>
  page
    .locator('village-chart')
    .screenshot({ style: '.swap, .swap *, [part=controls], [part=controls] * { visibility: hidden !important }' });

/** Notes shifts of the layout, and where each text starts and each rectangle is on a canvas, in its pixels. */
function watch() {
  window.shifts = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifts += entry.value))).observe({
    type: 'layout-shift',
    buffered: true,
  });
  window.drawn = [];
  window.filled = [];
  const { fillText, fillRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillRect = function (...rect) {
    window.filled.push(rect);
    return fillRect.apply(this, rect);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const at = this.getTransform().transformPoint(new DOMPoint(x, y));
    window.drawn.push({ text, x: at.x, y: at.y });
    return fillText.apply(this, arguments);
  };
}

/** Where each run of the shown static picture starts on the page. */
function staticTexts() {
  const svg = [...document.querySelectorAll('svg')].find((svg) => svg.getClientRects().length);
  const runs = [...svg.querySelectorAll('text')].flatMap((text) => {
    let first = 0;
    return [...text.childNodes].map((node) => {
      const length = node.textContent.length;
      const point = text.getStartPositionOfChar(first).matrixTransform(text.getScreenCTM());
      first += length;
      return { text: node.textContent, x: point.x + scrollX, y: point.y + scrollY };
    });
  });
  return runs;
}

/** The edges of each rectangle of the shown static picture on the page: left, top, right, bottom. */
function staticRects() {
  const svg = [...document.querySelectorAll('svg')].find((svg) => svg.getClientRects().length);
  const { left, top, width } = svg.getBoundingClientRect();
  const scale = width / svg.viewBox.baseVal.width;
  const at = (x, y) => [left + scrollX + x * scale, top + scrollY + y * scale];
  return [...svg.querySelectorAll('path:not([shape-rendering])')].flatMap((path) =>
    [...path.getAttribute('d').matchAll(/M([-\d.]+) ([-\d.]+)h([-\d.]+)v([-\d.]+)/g)].map(([, ...numbers]) => {
      const [x, y, w, h] = numbers.map(Number);
      return [...at(x, y), ...at(x + w, y + h)];
    }),
  );
}

/** The share of pixels that have none alike within a pixel of them in the other picture: more than smoothed edges. */
async function different(pictures) {
  const [a, b] = await Promise.all(
    pictures.map(async (png) => {
      const picture = await createImageBitmap(
        new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))], { type: 'image/png' }),
      );
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context.drawImage(picture, 0, 0);
      return context.getImageData(0, 0, picture.width, picture.height);
    }),
  );
  if (a.width !== b.width || a.height !== b.height) return 1;
  const { width, height } = a;
  const has = (p, x, y, [red, green, blue]) => {
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const i = 4 * (v * width + u);
        if (Math.max(Math.abs(p.data[i] - red), Math.abs(p.data[i + 1] - green), Math.abs(p.data[i + 2] - blue)) < 48)
          return true;
      }
    }
    return false;
  };
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = 4 * (y * width + x);
      const pixel = (p) => p.data.subarray(i, i + 3);
      if (!has(b, x, y, pixel(a)) || !has(a, x, y, pixel(b))) count += 1;
    }
  }
  return count / (width * height);
}
