// Browsers that let no script read what is painted, or answer with noise: files have the right colours all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HANOI, open, pageStart, SCRIPT, settle } from './browser.mjs';

/** What such browsers do: Firefox gives noise, Brave turns the last bit, others refuse. */
const PROTECTED = {
  noise: () => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...rect) {
      const image = read.apply(this, rect);
      for (let i = 0; i < image.data.length; i++) image.data[i] = Math.random() * 256;
      return image;
    };
  },
  'the last bit': () => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...rect) {
      const image = read.apply(this, rect);
      for (let i = 0; i < image.data.length; i++) image.data[i] ^= 1;
      return image;
    };
  },
  refusal: () => {
    CanvasRenderingContext2D.prototype.getImageData = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
};

/** The files of a chart. */
async function files(t, { init, theme = 'light', style = '' } = {}) {
  const chart = `<village-chart type="clusters" src="${HANOI}" theme="${theme}"></village-chart>`;
  const page = await open(t, {
    html: pageStart(`${SCRIPT}<link rel="stylesheet" href="own.css">`) + chart,
    init,
    at: (page) => page.route('**/own.css', (route) => route.fulfill({ contentType: 'text/css', body: style })),
  });
  await settle(page);
  const made = await page.locator('village-chart').evaluate(async (chart) => {
    const png = new Uint8Array(await (await chart.toBlob('png')).arrayBuffer());
    return {
      svg: await (await chart.toBlob('svg')).text(),
      png: png.toString(),
      left: chart.shadowRoot.querySelectorAll('[style]').length,
    };
  });
  assert.deepEqual(page.messages, []);
  return made;
}
const colours = (svg) => [
  ...new Set([...svg.matchAll(/(?:fill|stroke)="(?!none)([^"]+)"/g)].map(([, colour]) => colour)),
];

for (const [what, init] of Object.entries(PROTECTED)) {
  test(`${what} instead of pixels: SVG and PNG are the same`, async (t) => {
    const [right, found] = [await files(t), await files(t, { init })];
    assert.ok(found.svg.includes('"#0b6b6b"'), colours(found.svg).join());
    assert.equal(found.svg, right.svg);
    assert.equal(found.png, right.png);
  });
}

test('colours in any notation, and those that show the ground, are mixed as they are seen', async (t) => {
  // what a screen shows of each over #f4ecd8: by the definitions of CSS Color 4
  const style = `village-chart {
    --village-chart-surface: #f4ecd8;
    --village-chart-ink: black;
    --village-chart-solid: oklch(62.8% 0.25768 29.234);
    --village-chart-whole: rgb(0 0 255 / 50%);
    --village-chart-muted: color(display-p3 0 1 0);
    --village-chart-outline: hsl(120deg 100% 25%);
  }`;
  const { svg, left } = await files(t, { style });
  const found = colours(svg);
  // the ground, its half under blue, half a green that no sRGB screen has, and red within a unit of each channel
  for (const colour of ['#f4ecd8', '#7a76ec', '#00ff00', '#000000'])
    assert.ok(found.includes(colour), `${colour}: ${found}`);
  assert.ok(
    found.some((colour) => /^#f[ef]0[01]0[01]$/.test(colour)),
    found.join(),
  );
  assert.ok(
    found.every((colour) => /^#[0-9a-f]{6}$/.test(colour)),
    found.join(),
  );
  assert.equal(left, 0, 'nothing that was asked stays in the page');
  const dark = colours((await files(t, { theme: 'dark' })).svg);
  assert.ok(dark.includes('#16181b') && dark.includes('#45b3a9') && dark.includes('#eceff1'), dark.join());
});
