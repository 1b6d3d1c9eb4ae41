// What the screen shows. Emulated ratios snap boxes to CSS pixels and blur what a real screen does not: here the
// browser itself has the ratio, as on a Windows laptop at 125 %, at 150 %, or on a phone of 2.625.
import assert from 'node:assert/strict';
import test from 'node:test';
import { bare, open, settle } from './browser.mjs';

const SCREENS = [
  [1.25, '1301,1100'],
  [1.5, '1300,1100'],
  [2.625, '1000,900'],
];
for (const [what, html, [ratio, size]] of [
  ['over static charts', undefined],
  ['alone', bare('vi')],
].flatMap((page) => SCREENS.map((screen) => [...page, screen]))) {
  test(`at ratio ${ratio} the screen shows the canvas pixel by pixel, nothing resampled: ${what}`, async (t) => {
    const page = await open(t, {
      html,
      viewport: null,
      args: [`--force-device-scale-factor=${ratio}`, `--window-size=${size}`],
    });
    await settle(page);
    assert.equal(await page.evaluate(() => devicePixelRatio), ratio);
    const client = await page.context().newCDPSession(page);
    for (const type of ['revenue', 'clusters']) {
      const chart = page.locator(`village-chart[type=${type}]`);
      await chart.evaluate((element) => element.scrollIntoView());
      const { data } = await client.send('Page.captureScreenshot', { format: 'png' });
      const wrong = await chart.evaluate(async (element, base64) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const screen = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const picture = element.shadowRoot.querySelector('canvas');
        const box = picture.getBoundingClientRect();
        const left = Math.round(box.x * devicePixelRatio);
        const top = Math.round(box.y * devicePixelRatio);
        const { width } = picture;
        const height = Math.min(picture.height, screen.height - top - 2);
        const pixels = (paint) => {
          const context = new OffscreenCanvas(width, height).getContext('2d');
          paint(context);
          return context.getImageData(0, 0, width, height).data;
        };
        const wanted = pixels((context) => {
          context.fillStyle = getComputedStyle(document.querySelector('main')).backgroundColor;
          context.fillRect(0, 0, width, height);
          context.drawImage(picture, 0, 0);
        });
        // a half of a pixel is rounded either way
        const counts = [-1, 0, 1].flatMap((x) =>
          [-1, 0, 1].map((y) => {
            const shown = pixels((context) => context.drawImage(screen, -left - x, -top - y));
            return shown.filter((value, i) => Math.abs(value - wanted[i]) > 24).length;
          }),
        );
        return height > 200 ? Math.min(...counts) : NaN;
      }, data);
      assert.equal(wrong, 0, type);
    }
  });
}
