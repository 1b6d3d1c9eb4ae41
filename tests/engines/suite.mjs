// One suite for every engine that is found: Chromium's, Firefox's and WebKit's. What readers see and do, with real
// pointers and keys. The tests of tests/browser go deeper, in Chromium alone.
import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test as nodeTest } from 'node:test';
import { Gone, engine as find, start } from './drivers.mjs';
import { open as openPage, site as makeSite } from './page.mjs';

const HANOI = 'data/hanoi-2024.json';
const TYPES = ['villages', 'revenue', 'income', 'clusters', 'petitions'];
const TEAL = [11, 107, 107];
const LIGHT_TEAL = [69, 179, 169];

const chart = (type, attributes = '', inner = '') =>
  `<village-chart type="${type}" ${attributes}>${inner}</village-chart>`;
const hanoi = (type, attributes = '', inner = '') => chart(type, `src="/${HANOI}" ${attributes}`, inner);
const script = (data) =>
  `<script type="application/json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const revenue = (...villages) => ({
  format: 'village-charts/1',
  revenue: { unit: 'billion_vnd', per: 'year' },
  villages: villages.map(([name, value]) => ({ name, revenue: value })),
});

/** The tests, in one engine. Where it is not found there is one test, which is skipped with the reason. */
export function suite(name) {
  const { why, ...found } = find(name);
  if (why) return void nodeTest(`${name}: ${why}`, { skip: why });
  let site;
  let engine;
  before(async () => {
    site = await makeSite();
    engine = await start(found);
  });
  after(async () => {
    await engine?.close();
    await site?.close();
  });
  /**
   * A test that gives up before the file of all of them does, so that the browser is ended with it. Where the browser
   * ended by itself, perhaps long after what made it, the test begins once more in a new one: the tests are of the
   * charts, and a chart that ends a browser does so again.
   */
  const test = (title, body) =>
    nodeTest(title, { timeout: 120_000 }, async (context) => {
      try {
        await body(context);
      } catch (error) {
        if (!(error instanceof Gone)) throw error;
        console.log(`${name} ended by itself (${error.message}): "${title}" begins once more in a new one`);
        await engine.close();
        engine = await start(found);
        await body(context);
      }
    });
  const open = (what) => openPage(engine, site, what);

  /** A page whose charts are painted. */
  async function painted(what) {
    const page = await open(typeof what === 'string' ? { body: what } : what);
    await page.see('settle');
    return page;
  }
  /** Nothing was said in the console, and no policy was broken. */
  const quiet = async (page) => assert.deepEqual(await page.run(() => window.said), []);
  const selected = (page) =>
    page.run(() => window.events.filter((event) => event.type === 'select').map(({ detail }) => detail?.title ?? null));
  const failures = (page) =>
    page.run(() =>
      window.events.filter((event) => event.type === 'error').map(({ chart, detail }) => `${chart} ${detail.reason}`),
    );
  const style = (page, selector, add) => page.run((s, c) => document.querySelector(s).classList.add(c), selector, add);

  for (const width of ['narrow', 'wide']) {
    test(`the five charts are drawn, sharp and in silence: ${width}`, async () => {
      const page = await painted(
        `<main class="${width}">${TYPES.map((type) => hanoi(type, `id="${type}"`)).join('')}</main>`,
      );
      const ready = await page.run(() => window.events.map((event) => `${event.type} ${event.chart}`));
      assert.deepEqual(ready.sort(), TYPES.map((type) => `ready ${type}`).sort());
      for (const type of TYPES) {
        const ratio = await page.run(() => devicePixelRatio);
        const {
          painted,
          found: [teal],
          ...size
        } = await page.see('canvas', `#${type}`, [TEAL]);
        assert.ok(painted > 5000, `${type}: ${painted} pixels are painted`);
        if (type !== 'petitions') assert.ok(teal > 1000, `${type}: ${teal} pixels in the colour of what is certain`);
        assert.equal(size.width, Math.round(size.cssWidth * ratio), type);
        assert.equal(size.height, Math.round(size.cssHeight * ratio), type);
      }
      assert.equal(
        await page.run(() => document.documentElement.scrollWidth <= innerWidth),
        true,
        'nothing sticks out',
      );
      await quiet(page);
    });
  }

  test('the demo article: five static charts wake where they stand', async () => {
    const page = await open({ path: '', height: 1000 });
    const places = () =>
      page.run(() =>
        [...document.querySelectorAll('village-chart')].map((e) => Math.round(e.getBoundingClientRect().top + scrollY)),
      );
    const before = await places();
    await page.run(async () => {
      await customElements.whenDefined('village-chart');
      for (const chart of document.querySelectorAll('village-chart')) {
        chart.scrollIntoView({ block: 'center' });
        await chart.updated;
      }
      scrollTo(0, 0);
    });
    assert.deepEqual(await places(), before);
    for (const type of TYPES)
      assert.ok(
        await page.run((t) => {
          const canvas = document.querySelector(`village-chart[type=${t}]`).shadowRoot.querySelector('canvas');
          return canvas
            .getContext('2d')
            .getImageData(0, 0, canvas.width, canvas.height)
            .data.some((channel) => channel > 0);
        }, type),
        type,
      );
  });

  test('in English all words are English; numbers have marks where they are read, not where heard', async () => {
    const page = await painted({ lang: 'en', body: hanoi('revenue') });
    const words = await page.see('words', 'village-chart');
    assert.match(words, /La Phù, confectionery, knitting: over 1300 billion dong a year\./);
    await page.move(await page.see('spot', 'village-chart', 'La Phù'));
    const tip = await page.tip('village-chart', /La Phù/);
    assert.match(tip, /over 1,300 billion đồng a year/);
    for (const text of [words, tip]) assert.doesNotMatch(text, /trên|gần|tỷ|năm|Nguồn|Hạng|1\.300/);
    // a pointer that rests where the next test moves it says nothing
    await page.move({ x: 2, y: 2 });
  });

  test('a mouse: the tooltip has all words, follows, goes; a click selects and lets go', async () => {
    const page = await painted(hanoi('revenue'));
    const spot = (name) => page.see('spot', 'village-chart', name);
    await page.move(await spot('La Phù'));
    const text = await page.tip('village-chart', /La Phù/);
    for (const part of ['bánh kẹo, dệt kim', 'trên 1.300 tỷ đồng/năm', 'Nguồn: UBND', '5/7/2024'])
      assert.ok(text.includes(part), `${part} in ${text}`);
    const { left, right, top, bottom } = await page.see('tipPlace', 'village-chart');
    const { x, y } = await spot('La Phù');
    const over = left <= x && right >= x && top <= y && bottom >= y;
    assert.ok(left >= 0 && top >= 0 && right <= 900 && !over, 'it is in the window, and not over its figure');
    await page.move(await spot('Hữu Bằng'));
    await page.tip('village-chart', /Hữu Bằng[^]*gần 1\.000/);
    await page.move({ x: 2, y: 2 });
    await page.tip('village-chart', /^$/);
    const frame = async () => (await page.see('canvas', 'village-chart', [], 1)).painted;
    assert.equal(await frame(), 0);
    await page.click(await spot('Thiết Úng'));
    assert.deepEqual(await selected(page), ['Thiết Úng']);
    await page.move({ x: 2, y: 2 });
    assert.ok((await frame()) > 300, 'what is selected has a frame');
    await page.click(await spot('Thiết Úng'));
    assert.deepEqual(await selected(page), ['Thiết Úng', null]);
    await quiet(page);
  });

  const finger = name === 'webkit' ? "a finger (a script's events: this driver has none)" : 'a finger';
  test(`${finger}: a tap shows and selects, one elsewhere closes, sideways goes from figure to figure`, async () => {
    const page = await painted(`<p id="away">Ở ngoài</p>${hanoi('revenue')}`);
    const spot = (name) => page.see('spot', 'village-chart', name);
    await page.touch(await spot('Thiết Úng'));
    await page.tip('village-chart', /Thiết Úng[^]*1\.100 tỷ đồng\/năm/);
    assert.deepEqual(await selected(page), ['Thiết Úng']);
    await page.touch({ x: 20, y: 8 });
    await page.tip('village-chart', /^$/);
    const from = await spot('La Phù');
    // as many steps as there are pixels: where they end is of the list's length, but it is another village
    await page.touch(from, ...[40, 80, 120, 160].map((step) => ({ x: from.x + step, y: from.y })));
    const text = await page.tip('village-chart', /./);
    assert.ok(!text.startsWith('La Phù'), text);
    await quiet(page);
  });

  test('keys: one stop for all figures, arrows, Home and End, letters, Enter and Esc', async () => {
    const page = await painted(
      `<button id="before">Trước</button>${hanoi('revenue', 'controls="none"')}<button id="after">Sau</button>`,
    );
    await page.run(() => document.querySelector('#before').focus());
    const focused = () => page.see('focused');
    await page.press('Tab');
    assert.match(await focused(), /Tất cả làng nghề/);
    for (const [key, expected] of [
      ['ArrowDown', 'La Phù'],
      ['ArrowRight', 'Phùng Xá'],
      ['ArrowUp', 'La Phù'],
      ['End', 'Hữu Bằng'],
      ['Home', 'Tất cả'],
      ['t', 'Thiết Úng'],
    ]) {
      await page.press(key);
      assert.ok((await focused()).includes(expected), `${key}: ${await focused()}`);
    }
    await page.tip('village-chart', /Thiết Úng[^]*1\.100/);
    await page.press('Enter');
    assert.deepEqual(await selected(page), ['Thiết Úng']);
    await page.press('Escape');
    await page.tip('village-chart', /^$/);
    assert.deepEqual(await selected(page), ['Thiết Úng', null]);
    await page.press('Tab');
    assert.equal(await focused(), 'after');
    await page.press('Shift+Tab');
    assert.match(await focused(), /Thiết Úng/, 'back to where it was');
    await quiet(page);
  });

  test('order, period and pages of a long list', async () => {
    const long = revenue(...Array.from({ length: 23 }, (_, i) => [`Làng ${String.fromCharCode(90 - i)}`, 100 - i]));
    const page = await painted(
      `${hanoi('revenue', 'id="a"')}${hanoi('income', 'id="b"')}${chart('revenue', 'id="c"', script(long))}`,
    );
    const press = async (id, button) => {
      await page.run((id) => document.querySelector(id).scrollIntoView(), id);
      await page.click(await page.see('find', id, button));
      await page.run((id) => document.querySelector(id).updated, id);
    };
    const y = async (name) => (await page.see('spot', '#a', name)).y;
    assert.ok((await y('La Phù')) < (await y('Hữu Bằng')));
    await press('#a', 'Tên');
    assert.ok((await y('La Phù')) > (await y('Hữu Bằng')));
    assert.match(await page.see('words', '#b'), /4–5,5|4 đến 5,5/);
    await press('#b', 'Năm');
    assert.match(await page.see('words', '#b'), /48–66|48 đến 66/);
    assert.equal(await page.see('spot', '#c', 'Làng D'), null);
    await press('#c', '›');
    assert.ok(await page.see('spot', '#c', 'Làng D'));
    assert.ok((await page.see('canvas', '#c')).painted > 500);
    await quiet(page);
  });

  test('tools: search, a threshold, the table, and files', async () => {
    const page = await painted(hanoi('revenue'));
    const find = (what) => page.see('find', 'village-chart', what);
    await page.click(await find('Tìm, so sánh, bảng, tải về'));
    await page.until(() =>
      document.querySelector('village-chart').shadowRoot.querySelector('input[type=search]')?.checkVisibility(),
    );
    await page.click(await find('input[type=search]'));
    await page.press(...'son dong');
    await page.until(
      () => !window.eyes.spot('village-chart', 'La Phù') && window.eyes.spot('village-chart', 'Sơn Đồng'),
    );
    await page.press(...Array(8).fill('Backspace'));
    await page.until(() => window.eyes.spot('village-chart', 'La Phù'));
    await page.click(await find('input[type=checkbox]'));
    await page.until(() =>
      document.querySelector('village-chart').shadowRoot.querySelector('input[type=range]')?.checkVisibility(),
    );
    await page.click(await find('Bảng số liệu'));
    const table = await page.until(
      () => document.querySelector('village-chart').shadowRoot.querySelector('table')?.innerText,
    );
    for (const text of ['La Phù', 'trên 1.300', 'gần 1.000']) assert.ok(table.includes(text), text);
    await page.click(await find('thead th:nth-child(3) button'));
    await page.until(() => {
      const { rows, tHead } = document.querySelector('village-chart').shadowRoot.querySelector('table');
      return rows[2].cells[0].textContent === 'Hữu Bằng' && !!tHead.querySelector('[aria-sort=ascending] button');
    });
    const files = await page.run(async () => {
      const chart = document.querySelector('village-chart');
      const png = await createImageBitmap(await chart.toBlob('png'));
      const [svg, csv] = await Promise.all(['svg', 'csv'].map(async (format) => (await chart.toBlob(format)).text()));
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return {
        wide: png.width,
        texts: parsed.querySelectorAll('text').length,
        fills: svg.match(/(?<=fill=")[^"]*/g),
        svg,
        csv,
      };
    });
    assert.ok(files.wide > 1500 && files.texts > 20);
    assert.ok(files.fills.includes('#0b6b6b'));
    assert.deepEqual(
      files.fills.filter((fill) => fill !== 'none' && !/^#[0-9a-f]{6}$/.test(fill)),
      [],
      'every program knows the colours',
    );
    for (const text of ['trên 1.300', 'gần 1.000', '5/7/2024'])
      assert.ok(files.svg.includes(text) && files.csv.includes(text), text);
    await quiet(page);
  });

  test('a theme and the colours of the page are followed when they change', async () => {
    const page = await painted(`<div id="box">${hanoi('revenue')}</div>`);
    const shows = (color) => page.until((c) => window.eyes.canvas('village-chart', [c]).found[0] > 5000, color);
    await shows(TEAL);
    await page.run(() => (document.querySelector('village-chart').theme = 'dark'));
    await shows(LIGHT_TEAL);
    await page.run(() => document.querySelector('village-chart').removeAttribute('theme'));
    await shows(TEAL);
    await style(page, 'body', 'dark');
    await shows(LIGHT_TEAL);
    await style(page, '#box', 'sepia');
    await shows([0x8a, 0x33, 0x24]);
    await quiet(page);
  });

  test('it follows its room, its data and its language, also out of the document and back', async () => {
    const data = revenue(['An', { more_than: 7 }], ['Bình', 5]);
    const page = await painted(`<div id="box" class="wide">${chart('revenue', '', script(data))}</div>`);
    const wide = (await page.see('canvas', 'village-chart')).cssWidth;
    await page.run(() => document.querySelector('#box').classList.replace('wide', 'narrow'));
    await page.until((most) => window.eyes.canvas('village-chart').cssWidth < most, wide / 2);
    await page.run(
      (data) => {
        const chart = document.querySelector('village-chart');
        Object.assign(chart, { data, locale: 'en' });
        return chart.updated;
      },
      revenue(['Cam', 1300]),
    );
    assert.match(await page.see('words', 'village-chart'), /Cam[^]*1[,]?300 billion/);
    await page.run(async () => {
      const chart = document.querySelector('village-chart');
      chart.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.body.append(chart);
      chart.scrollIntoView();
      await chart.updated;
    });
    await page.move(await page.see('spot', 'village-chart', 'Cam'));
    await page.tip('village-chart', /Cam/);
    assert.ok((await page.see('canvas', 'village-chart')).painted > 500);
    await quiet(page);
  });

  test('a fragment: a whole chart without the script, and with it at the same place', async () => {
    const { renderToString } = await import('../../www/dist/village-charts-node.js');
    const data = await readFile(join(site.folder, HANOI), 'utf8');
    for (const type of TYPES) {
      // the style sheet beside it: the pages here allow none within
      const fragment = await renderToString(data, { type, src: `/${HANOI}`, unstyled: true });
      const body =
        '<link rel="stylesheet" href="/dist/village-charts.css">' +
        `<main class="narrow">${fragment}<p id="after">Hết</p></main>`;
      const asleep = await open({ body, script: '' });
      const still = await asleep.run(() => {
        const all = [...document.querySelectorAll('village-chart svg')].filter((svg) => svg.getClientRects().length);
        const fills = new Set([...all[0].querySelectorAll('*')].map((mark) => getComputedStyle(mark).fill));
        const context = document.createElement('canvas').getContext('2d');
        const bars = [...fills].map((fill) => {
          context.fillStyle = fill;
          context.fillRect(0, 0, 1, 1);
          return String(context.getImageData(0, 0, 1, 1).data.slice(0, 3));
        });
        return {
          count: all.length,
          wide: all[0].getBoundingClientRect().width,
          bars,
          after: document.querySelector('#after').getBoundingClientRect().top + scrollY,
          room: document.documentElement.scrollWidth - innerWidth,
        };
      });
      assert.equal(still.count, 1, `${type}: one picture of the widths is shown`);
      assert.ok(still.wide > 300 && still.wide <= 360 && still.room <= 0, `${type}: ${still.wide} px`);
      if (type !== 'petitions') assert.ok(still.bars.includes(String(TEAL)), `${type}: ${still.bars.join(' ')}`);
      const page = await painted({ body });
      const awake = await page.run(() => document.querySelector('#after').getBoundingClientRect().top + scrollY);
      assert.ok(Math.abs(awake - still.after) < 1, `${type}: what follows is at ${awake}, was at ${still.after}`);
      assert.ok((await page.see('canvas', 'village-chart')).painted > 5000, type);
      await quiet(page);
    }
  });

  test('in a frame it is as high as its chart', async () => {
    const address = `/embed.html?type=income&amp;src=/${HANOI}`;
    const page = await open({
      body: `<iframe src="${address}" title="Biểu đồ" width="100%" height="200"></iframe>`,
      script: '<script async src="/dist/village-charts-frames.js"></script>',
    });
    await page.until(() => {
      const frame = document.querySelector('iframe');
      const inner = frame.contentDocument?.body;
      const canvas = frame.contentDocument?.querySelector('village-chart')?.shadowRoot?.querySelector('canvas');
      return (
        canvas?.height > 100 &&
        frame.clientHeight > 250 &&
        Math.ceil(inner.getBoundingClientRect().height) === frame.clientHeight
      );
    });
  });

  test('it asks for its own files and its data, and keeps nothing', async () => {
    const page = await painted(hanoi('revenue'));
    await page.click(await page.see('find', 'village-chart', 'Tìm, so sánh, bảng, tải về'));
    await page.until(() => document.querySelector('village-chart').shadowRoot.querySelector('input[type=search]'));
    const { asked, kept } = await page.run(async () => ({
      asked: performance.getEntriesByType('resource').map(({ name }) => name.replace(`${location.origin}/`, '')),
      kept: [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await caches.keys()).length,
        (await indexedDB.databases()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ],
    }));
    const own = [
      'village-charts.js',
      'texts/vi.js',
      'texts/vi-indicators.js',
      'texts/vi-many.js',
      'texts/vi-tools.js',
      'village-charts-tools.js',
      'village-charts-choices.js',
      'village_charts_bg.wasm',
      'village_charts_tools_bg.wasm',
    ];
    const expected = [HANOI, ...own.map((name) => `dist/${name}`)];
    assert.ok(asked.length >= expected.length, asked.join());
    assert.deepEqual(
      asked.filter((name) => ![...expected, 'eyes.js', 'test.css', 'icon.svg'].includes(name)),
      [],
    );
    assert.deepEqual(kept, ['', 0, 0, 0, 0, 0]);
  });

  test('wrong data, a wrong type, no file: the fallback, words, an event; the other charts go on', async () => {
    const kept = '<p class="kept">La Phù dẫn đầu.</p>';
    const bad = JSON.stringify(revenue(['An', '1.300']));
    const page = await painted(
      chart('revenue', 'id="data"', kept + script(bad)) +
        chart('revenue', 'id="json"', kept + script('{')) +
        hanoi('pie', 'id="type"', kept) +
        chart('revenue', 'id="network" src="/data/none.json"', kept) +
        hanoi('revenue', 'id="good"'),
    );
    assert.deepEqual((await failures(page)).sort(), ['data data', 'json data', 'network network', 'type type']);
    for (const id of ['data', 'json', 'type', 'network']) {
      assert.match(await page.see('message', `#${id}`), /Không vẽ được biểu đồ/, id);
      assert.ok(await page.see('seen', `#${id} .kept`), `${id}: what the author put inside stays`);
    }
    await page.run(() => document.querySelector('#good').scrollIntoView());
    await page.move(await page.see('spot', '#good', 'La Phù'));
    await page.tip('#good', /La Phù/);
    const said = await page.run(() => window.said.filter((text) => !text.startsWith('village-chart: ')));
    assert.deepEqual(said, []);
  });

  test('no module, a broken one, no WebAssembly: the fallback, and one line in the console', async () => {
    for (const base of ['none/', 'broken/', 'off/'])
      await cp(join(site.folder, 'dist'), join(site.folder, base, 'dist'), { recursive: true });
    await rm(join(site.folder, 'none/dist/village_charts_bg.wasm'));
    await writeFile(
      join(site.folder, 'broken/dist/village_charts_bg.wasm'),
      (await readFile(join(site.folder, 'dist/village_charts_bg.wasm'))).subarray(0, 5000),
    );
    await writeFile(join(site.folder, 'off/off.js'), 'delete window.WebAssembly;');
    for (const base of ['none/', 'broken/', 'off/']) {
      const body =
        (base === 'off/' ? '<script src="off.js"></script>' : '') +
        hanoi('revenue', 'id="a"', '<p class="kept">La Phù dẫn đầu.</p>').repeat(2);
      const page = await painted({ base, body });
      assert.deepEqual(await failures(page), ['a wasm', 'a wasm'], base);
      assert.match(await page.see('message', '#a'), /Không tải được phần vẽ biểu đồ/, base);
      assert.ok(await page.see('seen', '#a .kept'), base);
      const said = await page.run(() => window.said);
      assert.equal(said.length, 1, `${base}: ${said.join('\n')}`);
      assert.match(said[0], /^village-chart: /);
    }
  });
}
