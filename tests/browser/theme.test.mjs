// The page's own look: its font and text colour, its colour scheme, CSS custom properties and parts; also when it
// changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HANOI, open, settle, until } from './browser.mjs';

const chart = `<village-chart type="revenue" src="${HANOI}"></village-chart>`;

/** Puts a style sheet into the page, as a strict policy allows it. */
const style = (page, css) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);

/** How many pixels of the picture have a colour. */
const pixels = (page, color) =>
  page.locator('village-chart').evaluate((element, [red, green, blue]) => {
    const canvas = element.shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let found = 0;
    for (let i = 0; i < data.length; i += 4)
      found += data[i] === red && data[i + 1] === green && data[i + 2] === blue && data[i + 3] === 255;
    return found;
  }, color);

/** Waits until the picture has that many pixels of a colour. */
const shows = (page, color, least) =>
  until(
    () => pixels(page, color),
    (found) => found >= least,
    `pixels of ${color}`,
  );

const TEAL = [11, 107, 107];

test('a chart has the text colour of its page, and dark colours where the page, not the system, is dark', async (t) => {
  const page = await open(t, { html: chart, colorScheme: 'dark' });
  await style(page, ':root { color-scheme: light; color: #123456 }');
  await settle(page);
  await shows(page, TEAL, 10_000);
  await shows(page, [0x12, 0x34, 0x56], 100);
  const figure = () =>
    page
      .locator('village-chart')
      .evaluate((e) => getComputedStyle(e.shadowRoot.querySelector('figure')).backgroundColor);
  assert.equal(await figure(), 'rgba(0, 0, 0, 0)', 'on the ground of the page');
  await style(page, ':root { color-scheme: dark; color: #fedcba }');
  await shows(page, [0x45, 0xb3, 0xa9], 10_000);
  await shows(page, [0xfe, 0xdc, 0xba], 100);
});

test('a page that is dark by colours alone has the dark colours, and its ground shows through', async (t) => {
  const page = await open(t, { html: `${chart}<village-chart id="bad" type="pie" src="${HANOI}"></village-chart>` });
  await style(page, 'body { background: #1b1e2a; color: #e8e8f0 }');
  await settle(page);
  const first = page.locator('village-chart').first();
  const found = await first.evaluate((element) => {
    const canvas = element.shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let [bars, light, dark] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue, alpha] = data.subarray(i, i + 4);
      if (alpha < 255) continue;
      bars += red === 0x45 && green === 0xb3 && blue === 0xa9;
      light += Math.min(red, green, blue) > 0xf4;
      dark += red === 0x0b && green === 0x6b;
    }
    return { bars: bars > 10_000, light, dark };
  });
  assert.deepEqual(found, { bars: true, light: 0, dark: 0 });
  // and what is said in place of a chart is in the page's colours, too
  const [ink, ground] = await page
    .locator('#bad .message')
    .evaluate((message) => [getComputedStyle(message).color, getComputedStyle(message).backgroundColor]);
  assert.equal(ink, 'rgb(232, 232, 240)');
  assert.match(ground, /\/ 0\.08\)$/, 'a tint of the page');
});

test('the whole that a part is of is a tint of whatever ground the page has', async (t) => {
  const page = await open(t, { html: `<village-chart type="clusters" src="${HANOI}"></village-chart>` });
  await settle(page);
  const tints = await page.locator('village-chart').evaluate((element) => {
    const canvas = element.shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let tints = 0;
    for (let i = 3; i < data.length; i += 4) tints += data[i] > 20 && data[i] < 36; // 11 % of 255
    return tints;
  });
  assert.ok(tints > 10_000, `${tints} pixels`);
});

test('colours are followed when they change, whatever changes them', async (t) => {
  const page = await open(t, { html: `<div class="box">${chart}</div>` });
  await style(
    page,
    '.sepia { --village-chart-solid: #8a3324; --village-chart-ink: #2b1d0e; --village-chart-surface: #f4ecd8 }',
  );
  await settle(page);
  await shows(page, TEAL, 10_000);
  await page.locator('.box').evaluate((box) => box.classList.add('sepia'));
  await shows(page, [0x8a, 0x33, 0x24], 10_000);
  await shows(page, [0x2b, 0x1d, 0x0e], 100);
  assert.equal(
    await page
      .locator('village-chart')
      .evaluate((e) => getComputedStyle(e.shadowRoot.querySelector('figure')).backgroundColor),
    'rgb(244, 236, 216)',
  );
  assert.equal(await pixels(page, TEAL), 0);
});

test('bars and gaps have the heights that the page gives them', async (t) => {
  const page = await open(t, { html: chart });
  await settle(page);
  const row = () =>
    page
      .locator('village-chart')
      .evaluate((e) => e.shadowRoot.querySelectorAll('.stage li button')[1].getBoundingClientRect().height);
  const [before, bars] = [await row(), await pixels(page, TEAL)];
  await style(page, 'village-chart { --village-chart-bar: 1.5 }');
  await shows(page, TEAL, bars * 1.4);
  assert.equal(await row(), before + 13);
  await style(page, 'village-chart { --village-chart-gap: 2 }');
  await page.waitForFunction(
    (height) =>
      document.querySelector('village-chart').shadowRoot.querySelectorAll('.stage li button')[1].getBoundingClientRect()
        .height === height,
    before + 13 + 20,
  );
  await style(page, 'village-chart { --village-chart-bar: thick; --village-chart-gap: -3 }');
  await page.waitForFunction(
    (height) =>
      document.querySelector('village-chart').shadowRoot.querySelectorAll('.stage li button')[1].getBoundingClientRect()
        .height < height,
    before,
  );
});

test("the room around a chart is the page's to set, also later", async (t) => {
  const page = await open(t, { html: chart, viewport: { width: 360, height: 900 } });
  await settle(page);
  const drawn = () =>
    page
      .locator('village-chart')
      .evaluate((e) => [
        e.clientWidth - e.shadowRoot.querySelector('canvas').getBoundingClientRect().width,
        e.shadowRoot.querySelector('[part=title]').getBoundingClientRect().left - e.getBoundingClientRect().left,
      ]);
  assert.deepEqual(await drawn(), [32, 16]);
  await style(page, 'village-chart { --village-chart-padding: 0px }');
  await page.waitForFunction(() => {
    const e = document.querySelector('village-chart');
    return e.shadowRoot.querySelector('canvas').getBoundingClientRect().width === e.clientWidth;
  });
  assert.deepEqual(await drawn(), [0, 0]);
});

test('the font of the page is followed when it changes', async (t) => {
  const page = await open(t, {
    html: chart,
    init: () => {
      window.fonts = new Set();
      const { fillText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function (...rest) {
        window.fonts.add(this.font);
        return fillText.apply(this, rest);
      };
    },
  });
  await style(page, 'body { font-family: "Noto Sans" }');
  await settle(page);
  assert.ok((await page.evaluate(() => [...window.fonts].join())).includes('Noto Sans'));
  await page.evaluate(() => window.fonts.clear());
  await style(page, 'body { font-family: monospace }');
  await page.waitForFunction(() => [...window.fonts].some((font) => font.includes('monospace')));
});

test('its parts are styled from outside', async (t) => {
  const page = await open(t, { html: chart });
  await style(
    page,
    'village-chart::part(title) { text-transform: uppercase } village-chart::part(source) { color: #777 }',
  );
  await settle(page);
  const styles = await page
    .locator('village-chart')
    .evaluate((e) =>
      ['title', 'source']
        .map((part) => getComputedStyle(e.shadowRoot.querySelector(`[part=${part}]`)))
        .map((s) => [s.textTransform, s.color]),
    );
  assert.deepEqual([styles[0][0], styles[1][1]], ['uppercase', 'rgb(119, 119, 119)']);
});

test('a wide font moves marks rather than cutting a figure', async (t) => {
  const page = await open(t, {
    html: chart,
    viewport: { width: 600, height: 900 },
    init: () => {
      window.drawn = [];
      const { fillText, measureText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        window.drawn.push(text);
        return fillText.call(this, text, ...rest);
      };
      // every letter half as wide again
      CanvasRenderingContext2D.prototype.measureText = function (text) {
        return { width: measureText.call(this, text).width * 1.5 };
      };
    },
  });
  await settle(page);
  const drawn = await page.evaluate(() => window.drawn);
  for (const text of ['trên 1.300', '1.200', 'gần 1.000']) assert.ok(drawn.includes(text), `${text} of ${drawn}`);
});
