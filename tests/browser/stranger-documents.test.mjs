// On pages of strangers: the language changes, charts move to other documents, and there are many of them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, inside, open, settle, until } from './browser.mjs';
import { CHART, DATA, styled } from './strangers.mjs';

test('the language around is followed when it changes, across shadow roots too, and when a chart moves', async (t) => {
  const page = await open(t, { html: `<div id="around"></div><section lang="en"></section>` });
  await page.evaluate((data) => {
    const root = document.querySelector('#around').attachShadow({ mode: 'open' });
    const chart = Object.assign(document.createElement('village-chart'), { type: 'revenue', data });
    root.append(document.createElement('div'));
    root.firstChild.append(chart);
    window.chart = chart;
  }, DATA);
  await page.evaluate(() => window.chart.updated);
  const speaks = (lang) =>
    page.waitForFunction((wanted) => window.chart.shadowRoot.querySelector('figure').lang === wanted, lang);
  const title = () => page.evaluate(() => window.chart.shadowRoot.querySelector('li button').textContent);
  await speaks('vi');
  const vietnamese = await title();
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await speaks('en');
  assert.notEqual(await title(), vietnamese);
  await page.evaluate(() => (document.querySelector('#around').lang = 'vi'));
  await speaks('vi');
  await page.evaluate(() => (window.chart.parentElement.lang = 'en'));
  await speaks('en');
  await page.evaluate(() => window.chart.parentElement.removeAttribute('lang'));
  await speaks('vi');
  await page.evaluate(() => document.querySelector('section').append(window.chart));
  await speaks('en');
  await page.evaluate(() => (document.querySelector('section').lang = 'vi'));
  await speaks('vi');
  assert.deepEqual(page.messages, []);
});

test('a chart moved into another document has its styles, its room and its answers there, and back', async (t) => {
  const frame = '<iframe width="500" height="700"></iframe>';
  const page = await open(t, { html: `<div>${CHART}</div>${frame}`, viewport: { width: 800, height: 1500 } });
  await page.evaluate(() => {
    const out = document.querySelector('iframe').contentDocument;
    out.documentElement.lang = 'en';
    window.there = out.implementation.createHTMLDocument('');
  });
  await settle(page);
  await page.locator('village-chart').evaluate((e) => (window.chart = e));
  const look = () =>
    page.evaluate(() => {
      const { shadowRoot: root } = window.chart;
      const style = (selector) => root.ownerDocument.defaultView.getComputedStyle(root.querySelector(selector));
      return [
        style('canvas').position,
        style('.stage').position,
        style('li button').position,
        style('[part=title]').fontWeight,
        style('[part=title]').fontSize,
        root.adoptedStyleSheets.length,
      ];
    });
  const there = await look();
  const width = () => page.evaluate(() => window.chart.shadowRoot.querySelector('canvas').width);
  const wide = await width();
  // tools open: they have sheets of their own
  await page.evaluate(() => window.chart.shadowRoot.querySelector('button[value=tools]').click());
  await page.waitForFunction(() => window.chart.shadowRoot.querySelector('[part=tools] input'));
  const withTools = await look();
  assert.equal(withTools.at(-1), there.at(-1) + 2);
  await page.evaluate(() => document.querySelector('iframe').contentDocument.body.append(window.chart));
  await page.waitForFunction((before) => window.chart.shadowRoot.querySelector('canvas').width < before - 100, wide);
  assert.deepEqual(await look(), withTools);
  // it follows the room of the other window, and answers in it
  const before = await width();
  await page.locator('iframe').evaluate((e) => (e.width = '600'));
  await page.waitForFunction((narrow) => window.chart.shadowRoot.querySelector('canvas').width > narrow, before);
  const point = async () => {
    const box = await page.evaluate(() => {
      const view = window.chart.ownerDocument.defaultView;
      const { x, y } = view.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
      const button = [...window.chart.shadowRoot.querySelectorAll('li button')].find((b) =>
        /La Phù/.test(b.textContent),
      );
      button.scrollIntoView({ block: 'center' });
      const box = button.getBoundingClientRect();
      return { x: x + box.x + 40, y: y + box.y + box.height / 2 };
    });
    await page.mouse.move(1, 1);
    await page.mouse.move(box.x, box.y);
    await page.waitForFunction(() =>
      /La Phù/.test(window.chart.shadowRoot.querySelector('.tip:not([hidden])')?.textContent ?? ''),
    );
  };
  await point();
  // it is printed with that window, and not with the one that it came from
  const printed = (there, type) =>
    page.evaluate(
      ([there, type]) => {
        (there ? document.querySelector('iframe').contentWindow : window).dispatchEvent(new Event(type));
        return window.chart.shadowRoot.querySelector('canvas').width;
      },
      [there, type],
    );
  const onScreen = await width();
  assert.equal(await printed(false, 'beforeprint'), onScreen);
  assert.equal(await printed(true, 'beforeprint'), 640 * 3);
  await printed(true, 'afterprint');
  await page.waitForFunction((before) => window.chart.shadowRoot.querySelector('canvas').width === before, onScreen);
  await page.evaluate(() => document.querySelector('div').append(window.chart));
  await page.waitForFunction((before) => window.chart.shadowRoot.querySelector('canvas').width === before, wide);
  assert.deepEqual(await look(), withTools);
  await point();
  // a document that no one sees, and back
  await page.evaluate(() => window.there.body.append(window.chart));
  await page.evaluate(() => document.querySelector('div').append(window.chart));
  await page.waitForFunction((before) => window.chart.shadowRoot.querySelector('canvas').width === before, wide);
  assert.deepEqual(await look(), withTools);
  assert.deepEqual(
    page.messages.filter((m) => !/frame|CSP/i.test(m)),
    [],
  );
});

test('charts that are far away give their pixels back, and have them again for a reader and on paper', async (t) => {
  const page = await open(t, { html: CHART.repeat(24), deviceScaleFactor: 2, viewport: { width: 400, height: 700 } });
  await settle(page);
  const pixels = () =>
    page.locator('village-chart').evaluateAll((all) =>
      all.map((e) => {
        const c = e.shadowRoot.querySelector('canvas');
        return c.width * c.height;
      }),
    );
  const far = await until(pixels, (all) => all[0] === 0 && all.filter((n) => n > 0).length < 16);
  assert.ok(far.at(-1) > 0, far.join());
  const heights = await page.locator('village-chart').evaluateAll((all) => all.map((e) => e.clientHeight));
  assert.equal(new Set(heights).size, 1, 'its room stays');
  const total = () =>
    page
      .locator('village-chart')
      .evaluateAll((all) =>
        all.reduce(
          (sum, e) =>
            sum + [...e.shadowRoot.querySelectorAll('canvas')].slice(1).reduce((n, c) => n + c.width * c.height, 0),
          0,
        ),
      );
  assert.equal(await total(), 24, 'no overlay is larger than what it shows');
  await page
    .locator('village-chart')
    .first()
    .evaluate((e) => e.scrollIntoView());
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelector('canvas').width > 0,
  );
  assert.ok((await canvas(page, 'village-chart >> nth=0')).painted > 2000);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const printed = await pixels();
  assert.ok(Math.min(...printed) > 0, printed.join());
  const last = await page
    .locator('village-chart')
    .last()
    .evaluate((e) =>
      e.shadowRoot
        .querySelector('canvas')
        .getContext('2d')
        .getImageData(100, 100, 400, 400)
        .data.some((v) => v > 0),
    );
  assert.ok(last, 'painted');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(
    () => [...document.querySelectorAll('village-chart')].at(-1).shadowRoot.querySelector('canvas').width === 0,
  );
});

test('charts that no reader came to have pixels on paper, and none after it', async (t) => {
  const page = await open(t, {
    html: CHART.repeat(4),
    viewport: { width: 400, height: 700 },
    init: styled('village-chart { min-height: 1000px }'),
  });
  await page
    .locator('village-chart')
    .first()
    .evaluate((e) => customElements.whenDefined('village-chart').then(() => e.updated));
  const last = page.locator('village-chart').last();
  const shown = () =>
    last.evaluate((e) => [
      e.shadowRoot.querySelector('canvas').width,
      e.shadowRoot.querySelector('canvas + canvas').width,
      e.shadowRoot.querySelector('figure').hidden,
      e.shadowRoot.querySelector('slot').hidden,
    ]);
  const print = (type) => page.evaluate((type) => dispatchEvent(new Event(type)), type);
  // its data comes when the page has nothing else to do
  const printed = async () => {
    await print('afterprint');
    await print('beforeprint');
    return shown();
  };
  await until(printed, [640 * 3, 1, false, true]);
  await print('afterprint');
  assert.deepEqual(await shown(), [0, 1, true, false]);
});

test('the overlay is as large as the frame in it', async (t) => {
  const page = await open(t, { html: CHART, deviceScaleFactor: 2, viewport: { width: 700, height: 900 } });
  await settle(page);
  const { spot } = inside(page);
  const { x, y, box } = await spot('La Phù');
  await page.mouse.move(x, y);
  const overlay = await canvas(page, 'village-chart', 1);
  assert.ok(overlay.painted > 500);
  assert.ok(overlay.height < 2 * (box.height + 20), `${overlay.height} pixels high`);
  const place = await page
    .locator('village-chart')
    .evaluate((e) => e.shadowRoot.querySelectorAll('canvas')[1].getBoundingClientRect().toJSON());
  assert.ok(Math.abs(place.x - (box.x - 6)) <= 1 && Math.abs(place.y - box.y) <= 2, JSON.stringify([place, box]));
  assert.equal(overlay.width, Math.round(overlay.cssWidth * 2), 'sharp');
});
