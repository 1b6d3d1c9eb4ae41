// What a reader has chosen is kept: less motion, other colours, more contrast, larger text, paper.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import assert from 'node:assert/strict';
import test from 'node:test';
import { bare, come, frames, HANOI, inside, open, settle, stopTime } from './browser.mjs';
import { keepTexts } from './facts.mjs';

const chart = (type, attributes = '') => `<village-chart type="${type}" src="${HANOI}" ${attributes}></village-chart>`;

const picture = (page) =>
  page.locator('village-chart').evaluate(({ shadowRoot }) => shadowRoot.querySelector('canvas').toDataURL());

for (const [reducedMotion, how] of [
  ['no-preference', 'glide'],
  ['reduce', 'are at once'],
]) {
  test(`marks ${how} where they belong when the order changes`, async (t) => {
    const page = await open(t, { html: chart('revenue'), reducedMotion, clock: true });
    await settle(page);
    await stopTime(page);
    const before = await picture(page);
    await page.locator('village-chart').evaluate((element) => void (element.sort = 'name'));
    const seen = new Set();
    for (let i = 0; i < 20; i++) {
      await page.clock.runFor(20);
      seen.add(await picture(page));
    }
    seen.delete(before);
    if (reducedMotion === 'reduce') assert.equal(seen.size, 1);
    else assert.ok(seen.size > 3, `${seen.size} pictures`);
  });
}

test('a glide that is interrupted goes on from where it is, and ends where it should', async (t) => {
  const page = await open(t, { html: chart('revenue'), clock: true });
  await settle(page);
  await stopTime(page);
  const before = await picture(page);
  for (const [sort, ms] of [
    ['name', 90],
    ['value', 60],
    ['name', 120],
    ['value', 800],
  ]) {
    await page.locator('village-chart').evaluate((element, sort) => void (element.sort = sort), sort);
    await page.clock.runFor(ms);
    assert.equal((await picture(page)) === before, ms === 800, `${ms} ms after ${sort}`);
  }
  assert.deepEqual(page.messages, []);
});

test('forced colours: the picture has those of the system', async (t) => {
  const page = await open(t, { html: chart('revenue'), forcedColors: 'active' });
  await settle(page);
  const { wanted, found } = await page.locator('village-chart').evaluate((element) => {
    const probe = document.createElement('p');
    document.body.append(probe);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('p { color: CanvasText }');
    document.adoptedStyleSheets = [sheet];
    const wanted = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).join();
    const base = element.shadowRoot.querySelector('canvas');
    const { data } = base.getContext('2d').getImageData(0, 0, base.width, base.height);
    const counts = new Map();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 255) continue;
      const color = data.slice(i, i + 3).join();
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    return { wanted, found: [...counts].sort((a, b) => b[1] - a[1])[0][0] };
  });
  assert.equal(found, wanted, 'bars');
});

test('forced colours: the words of a figure are not in the colour of their ground', async (t) => {
  const page = await open(t, { html: chart('revenue'), forcedColors: 'active' });
  await settle(page);
  const { items, tip } = inside(page);
  await items.first().focus();
  const colors = await tip.evaluate((tip) => [
    getComputedStyle(tip).backgroundColor,
    ...[...tip.children].map((line) => getComputedStyle(line).color),
  ]);
  assert.ok(colors.length > 3 && colors.lastIndexOf(colors[0]) === 0, colors.join(' | '));
});

test('forced colours: what is possible only has a pattern', async (t) => {
  const page = await open(t, { html: chart('income'), forcedColors: 'active' });
  await settle(page);
  const changes = await page.locator('village-chart').evaluate((element) => {
    const base = element.shadowRoot.querySelector('canvas');
    const item = element.shadowRoot.querySelector('li button');
    const context = base.getContext('2d');
    const ratio = base.width / base.getBoundingClientRect().width;
    const { top } = element.shadowRoot.querySelector('.stage').getBoundingClientRect();
    const box = item.getBoundingClientRect();
    let most = 0;
    for (let y = Math.round((box.top - top) * ratio); y < (box.bottom - top) * ratio; y++) {
      const { data } = context.getImageData(0, y, base.width, 1);
      let run = 0;
      let stripes = 0;
      let last = -1;
      for (let x = 0; x < base.width; x++) {
        const dark = data[4 * x] + data[4 * x + 1] + data[4 * x + 2] < 384 && data[4 * x + 3] > 0;
        if (dark !== last && last !== -1) stripes = run === 3 * ratio || run === ratio ? stripes + 1 : 0;
        run = dark === last ? run + 1 : 1;
        last = dark;
        most = Math.max(most, stripes);
      }
    }
    return most;
  });
  assert.ok(changes > 10, `${changes} stripes`);
});

for (const [type, locale] of ['petitions', 'revenue'].flatMap((type) => [
  [type, 'vi'],
  [type, 'en'],
])) {
  test(`text of twice the size at 320 px: no word of ${type} is cut: ${locale}`, async (t) => {
    const page = await open(t, {
      html: chart(type, `locale="${locale}"`),
      viewport: { width: 320, height: 900 },
      init: () => {
        addEventListener('DOMContentLoaded', () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('html { font-size: 200% }');
          document.adoptedStyleSheets = [sheet];
        });
      },
    });
    await page.evaluate(keepTexts);
    await settle(page);
    await page.locator('village-chart').evaluate((element) => ((element.theme = 'dark'), element.updated));
    const drawn = await page.evaluate(() => window.drawn);
    assert.ok(drawn.length > 5);
    assert.deepEqual(
      drawn.filter((text) => text.includes('…')),
      [],
    );
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  });
}

test('more contrast: texts are black, and marks darker', async (t) => {
  const ink = async (contrast) => {
    const page = await open(t, { html: chart('revenue'), contrast });
    await settle(page);
    return inside(page).figure.evaluate((figure) => getComputedStyle(figure.querySelector('[part=note]')).color);
  };
  assert.equal(await ink('more'), 'rgb(0, 0, 0)');
  assert.notEqual(await ink('no-preference'), 'rgb(0, 0, 0)');
});

test('letter spacing of the page does not break the picture', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  const same = await page.locator('village-chart').evaluate(async (element) => {
    const picture = () => element.shadowRoot.querySelector('canvas').toDataURL();
    element.theme = 'light';
    await element.updated;
    const before = picture();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('village-chart, village-chart::part(figure) { letter-spacing: .12em; word-spacing: .16em }');
    document.adoptedStyleSheets = [sheet];
    for (const theme of ['dark', 'light']) {
      element.theme = theme;
      await element.updated;
    }
    return picture() === before;
  });
  assert.ok(same);
});

test('text of twice the size makes the whole chart larger, and nothing is lost', async (t) => {
  const page = await open(t, { html: chart('revenue'), viewport: { width: 720, height: 1800 }, init: keepTexts });
  await settle(page);
  const before = await inside(page).stage.boundingBox();
  await page.evaluate(async () => {
    window.drawn.length = 0;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.waitForFunction(
    (height) => document.querySelector('village-chart').shadowRoot.querySelector('.stage').clientHeight > 1.7 * height,
    before.height,
  );
  const { stage, items, spot, tip, figure } = inside(page);
  assert.ok((await stage.boundingBox()).height > 1.7 * before.height);
  assert.equal(await figure.evaluate((element) => getComputedStyle(element).fontSize), '32px');
  const drawn = (await page.evaluate(() => window.drawn)).join(' ');
  for (const text of ['trên 1.300', 'gần 1.000', 'Hữu Bằng']) assert.ok(drawn.includes(text), text);
  // a pointer finds what it points at
  const { x, y } = await spot('Thiết Úng');
  await page.mouse.move(x, y);
  assert.match(await tip.innerText(), /Thiết Úng/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  assert.equal(await items.count(), 7);
});

/** The data of all charts but the first never comes. */
function onlyFirst() {
  let asked = 0;
  const { fetch } = window;
  window.fetch = (url, ...rest) => (/hanoi-2024/.test(url) && asked++ ? new Promise(() => {}) : fetch(url, ...rest));
}

for (const [what, options] of Object.entries({
  'the article': {},
  'charts with nothing inside': { html: bare('vi') },
  'static charts without data': { init: onlyFirst },
})) {
  test(`a printed page shows all charts, light, sharp, with values, whatever a reader had seen: ${what}`, async (t) => {
    const page = await open(t, { ...options, viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await page
      .locator('village-chart')
      .first()
      .evaluate(async (element) => {
        element.scrollIntoView();
        await element.updated;
      });
    // the others take the data that all share when the page has nothing else to do
    await come(page, HANOI);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
    await frames(page);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(pdf);
    let text = '';
    const teal = [];
    let mixed = 0;
    for (const sheet of document.pages()) {
      text += sheet.getText();
      const { data, width } = await sheet.render({ scale: 3, render: 'bitmap' });
      let solid = 0;
      for (let i = 0; i < data.length; i += 4) {
        const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
        if (colour === '11,107,107' || colour === '107,107,11') solid++;
      }
      teal.push(solid);
      mixed += width;
    }
    document.destroy();
    library.destroy();
    assert.ok(mixed > 0);
    // the picture's own texts are text on paper, too: as sharp as the printer
    for (const label of [
      '331 trong 1.350',
      'trên 1.300',
      'gần 1.000',
      '4–5,5',
      'từ khoảng 4,17',
      '70 trong 102',
      '15 cụm câu hỏi',
      'Hữu Bằng',
    ]) {
      assert.ok(text.replace(/\s+/g, ' ').includes(label), label);
    }
    assert.ok(teal.reduce((sum, solid) => sum + solid, 0) > 300_000, teal.join());
    // afterwards it is as it was
    await page
      .locator('village-chart')
      .first()
      .evaluate((element) => element.updated);
    const { width } = await inside(page, 'village-chart >> nth=0').stage.boundingBox();
    assert.ok(width < 360);
    assert.deepEqual(page.messages, []);
  });
}
