// The demo page, as readers get it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { bare, canvas, open, settle, TYPES, withData } from './browser.mjs';
import { keepTexts } from './facts.mjs';

for (const width of [360, 1200]) {
  for (const ratio of [1, 3]) {
    for (const colorScheme of ['light', 'dark']) {
      test(`five sharp charts and no console message at ${width} px, ratio ${ratio}, ${colorScheme}`, async (t) => {
        const page = await open(t, { viewport: { width, height: 800 }, deviceScaleFactor: ratio, colorScheme });
        await settle(page);
        const ready = await page.evaluate(() => window.events.map((event) => `${event.type} ${event.chart}`));
        assert.deepEqual(ready.sort(), TYPES.map((type) => `ready ${type}`).sort());
        for (const type of TYPES) {
          const { painted, ...size } = await canvas(page, `village-chart[type=${type}]`);
          assert.ok(painted > 2000 * ratio * ratio, `${type} is painted`);
          // one pixel of the canvas is one of the screen: nothing is stretched, so nothing is blurred
          assert.equal(size.width, Math.round(size.cssWidth * ratio), type);
          assert.equal(size.height, Math.round(size.cssHeight * ratio), type);
        }
        assert.deepEqual(page.messages, []);
      });
    }
  }
}

test('bars end sharply: between full colour and none there is no pixel', async (t) => {
  for (const [html, deviceScaleFactor] of [undefined, bare('vi')].flatMap((html) =>
    [1, 1.25, 2, 3].map((ratio) => [html, ratio]),
  )) {
    const page = await open(t, { html, viewport: { width: 411, height: 800 }, deviceScaleFactor });
    await settle(page);
    const colours = await page.locator('village-chart[type=clusters]').evaluate((element) => {
      const picture = element.shadowRoot.querySelector('canvas');
      const context = picture.getContext('2d');
      const bar = element.shadowRoot.querySelectorAll('li button')[1].getBoundingClientRect();
      const top = element.shadowRoot.querySelector('.stage').getBoundingClientRect().top;
      // a line through the middle of the strip of 70, which lies at the foot of its row
      const y = Math.round((bar.bottom - top - 17) * devicePixelRatio);
      const { data } = context.getImageData(0, y, picture.width, 1);
      const colours = [];
      for (let i = 0; i < data.length; i += 4) {
        const colour = data.slice(i, i + 4).join();
        if (colours.at(-1) !== colour) colours.push(colour);
      }
      return colours;
    });
    // solid, the whole's track, its outline, and nothing else
    assert.equal(colours.length, 3, `at ratio ${deviceScaleFactor}: ${colours.join(' | ')}`);
  }
});

/** Keeps every text that is drawn, with where it begins and ends. */
function keepPlaces() {
  window.texts = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const right = this.textAlign === 'right';
    const { width, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = this.measureText(text);
    // in CSS pixels of the page: over a static chart the picture is scaled
    const at = new DOMMatrix().scale(1 / devicePixelRatio).multiply(this.getTransform());
    const place = (x, y) => new DOMPoint(x, y).matrixTransform(at);
    const [from, to] = [place(right ? x - width : x, y - up), place(right ? x : x + width, y + down)];
    window.texts.push({
      text,
      left: from.x,
      right: to.x,
      top: from.y,
      bottom: to.y,
      width: this.canvas.width / devicePixelRatio,
      height: this.canvas.height / devicePixelRatio,
    });
    return fillText.call(this, text, x, y);
  };
}

for (const width of [320, 360, 720, 1200]) {
  test(`nothing is cut and nothing sticks out at ${width} px`, async (t) => {
    for (const source of [{ path: '' }, { path: 'en.html' }, { html: bare('vi') }, { html: bare('en') }]) {
      const page = await open(t, { ...source, viewport: { width, height: 800 }, init: keepPlaces });
      await settle(page);
      const texts = await page.evaluate(() => window.texts);
      assert.ok(texts.length > 60);
      for (const text of texts) {
        const fits = text.left >= -1 && text.right <= text.width + 1 && text.top >= 0 && text.bottom <= text.height;
        assert.ok(fits, JSON.stringify(text));
        assert.ok(!/\d…/.test(text.text), `a figure is never cut: ${text.text}`);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${JSON.stringify(source)} is ${overflow} px too wide`);
    }
  });
}

test('the stacked marks of Vietnamese capitals are drawn whole', async (t) => {
  const villages = ['Ế', 'Ộ', 'Ữ', 'Ặ', 'Ẫ'].map((letter, i) => ({ name: letter.repeat(3), revenue: 10 - i }));
  const data = { format: 'village-charts/1', revenue: { unit: 'billion_vnd', per: 'year' }, villages };
  const page = await open(t, { html: withData(data) });
  await settle(page);
  // the first row's name begins at the picture's upper edge: its highest pixel is below that edge
  const first = await page.locator('village-chart').evaluate((element) => {
    const picture = element.shadowRoot.querySelector('canvas');
    const { data } = picture.getContext('2d').getImageData(0, 0, 40, picture.height);
    return Array.from(data).findIndex((value, i) => i % 4 === 3 && value > 0) / 4 / 40;
  });
  assert.ok(first >= 1, `painted from row ${first}`);
});

test('in English, the whole widget is English', async (t) => {
  const chart = (type) => `<village-chart type="${type}" locale="en" src="data/hanoi-2024.json"></village-chart>`;
  for (const page of [
    await open(t, { path: 'en.html' }),
    await open(t, { html: chart('revenue') + chart('income') }),
  ]) {
    await settle(page);
    for (const figure of await page.locator('village-chart figure').all()) {
      const text = await figure.evaluate(
        (element) =>
          element.textContent + [...element.querySelectorAll('[aria-label]')].map((e) => e.ariaLabel).join(' '),
      );
      assert.doesNotMatch(text, /trên|gần|tỷ|triệu|tháng|năm|Nguồn|Sắp xếp|Hạng|làng|1\.300/, text);
      assert.equal(await figure.getAttribute('lang'), 'en');
    }
  }
});

test('in English, the picture is English, too', async (t) => {
  const page = await open(t, { path: 'en.html', init: keepTexts });
  await settle(page);
  const drawn = await page.evaluate(() => window.drawn.join(' '));
  assert.match(drawn, /over 1,300 billion đồng/);
  assert.doesNotMatch(drawn, /trên|gần|tỷ|triệu|tháng|năm|trở lên|Cách đọc|làng|cụm|1\.300/);
});
