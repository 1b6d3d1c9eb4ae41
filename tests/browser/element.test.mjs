// The element: where its data comes from, what it follows, how it lives, and what it does where something fails.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, frames, HANOI, inside, open, pageStart, revenue, SCRIPT, settle, TYPES } from './browser.mjs';

const DATA = revenue(['A', { more_than: 7 }], ['B', 5]);
const script = (data) =>
  `<script type="application/json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const chart = (attributes, inner = '') => `<village-chart ${attributes}>${inner}</village-chart>`;

const first = async (page, selector) => (await inside(page, selector).items.first().textContent()).split('.')[0];
const events = (page, type) => page.evaluate((wanted) => window.events.filter((event) => event.type === wanted), type);
const updated = (page, selector = 'village-chart') =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.updated);

test('data comes by src, by a child, by property as object or text, and property wins', async (t) => {
  const page = await open(t, {
    html:
      chart(`id="src" type="revenue" src="${HANOI}"`) +
      chart('id="child" type="revenue"', script(DATA)) +
      chart(`id="property" type="revenue" src="${HANOI}"`),
  });
  await page.locator('#property').evaluate((element, data) => (element.data = data), DATA);
  await settle(page);
  assert.equal(await first(page, '#src'), 'Tất cả làng nghề Hà Nội: ước trên 24000 tỷ đồng một năm');
  assert.equal(await first(page, '#child'), 'A: trên 7 tỷ đồng một năm');
  assert.equal(await first(page, '#property'), 'A: trên 7 tỷ đồng một năm');
  await page.locator('#property').evaluate((element, text) => (element.data = text), JSON.stringify(revenue(['C', 1])));
  await updated(page, '#property');
  assert.equal(await first(page, '#property'), 'C: 1 tỷ đồng một năm');
  await page.locator('#property').evaluate((element) => (element.data = undefined));
  await updated(page, '#property');
  assert.equal(await first(page, '#property'), 'Tất cả làng nghề Hà Nội: ước trên 24000 tỷ đồng một năm');
  assert.deepEqual(page.messages, []);
});

test('properties that were set before the script came are taken over', async (t) => {
  const html = `${pageStart('', 'en')}<village-chart></village-chart>`;
  const page = await open(t, { html });
  await page.evaluate(async (data) => {
    Object.assign(document.querySelector('village-chart'), { data, type: 'revenue' });
    await import('/dist/village-charts.js');
  }, DATA);
  await settle(page);
  assert.equal(await first(page), 'A: over 7 billion dong a year');
  assert.equal(await page.locator('village-chart').getAttribute('type'), 'revenue');
});

test('attributes and properties mirror one another, and each change is drawn', async (t) => {
  const page = await open(t, { html: chart(`type="income" src="${HANOI}"`) });
  await settle(page);
  const element = page.locator('village-chart');
  for (const [name, value, text] of [
    ['unit', 'year', /từ 48 đến 66/],
    ['locale', 'en', /million dong a year/],
    ['type', 'clusters', /102 clusters/],
    ['type', 'revenue', /24000/],
    ['sort', 'name', /24000/],
  ]) {
    await element.evaluate((e, [n, v]) => (e[n] = v), [name, value]);
    assert.equal(await element.getAttribute(name), value);
    await updated(page);
    assert.match(await inside(page).items.first().textContent(), text, name);
  }
  await element.evaluate((e) => e.setAttribute('type', 'villages'));
  assert.equal(await element.evaluate((e) => e.type), 'villages');
  // frameworks let go of a property so
  for (const none of [null, undefined]) {
    await element.evaluate((e, value) => ((e.sort = 'name'), (e.sort = value)), none);
    assert.equal(await element.getAttribute('sort'), null);
    assert.equal(await element.evaluate((e) => e.sort), 'value');
  }
  assert.equal((await events(page, 'ready')).length, 1, 'ready comes once');
});

test('the language is the attribute, else that of the page, of the data, of the browser', async (t) => {
  const english = { ...DATA, locale: 'en' };
  const one = (attributes, data = DATA) => chart(`type="revenue" ${attributes}`, script(data));
  const html = `${pageStart(SCRIPT, '')}
    ${one('id="data"', english)}
    <div lang="vi">${one('id="page"', english)}${one('id="own" locale="en-GB"')}</div>
    ${one('id="none"')}
    <div lang="en">${one('id="other" locale="de"')}<div id="card"></div></div>
    <div lang="de">${one('id="unknown"')}</div>
    ${one('id="chinese" locale="zh-CN"')}${one('id="taiwan" locale="zh-TW"')}`;
  const page = await open(t, { html, locale: 'id-ID' });
  await settle(page);
  const inCard = await page.locator('#card').evaluate(async (card, data) => {
    const shadow = card.attachShadow({ mode: 'open' });
    const element = Object.assign(document.createElement('village-chart'), { type: 'revenue', data });
    shadow.append(element);
    element.scrollIntoView();
    await element.updated;
    element.remove();
    return element.shadowRoot.querySelector('figure').lang;
  }, DATA);
  assert.equal(inCard, 'en', "a shadow root's language is that of its host");
  const langs = await page
    .locator('village-chart')
    .evaluateAll((all) => all.map((e) => `${e.id} ${e.shadowRoot.querySelector('figure').lang}`));
  assert.deepEqual(langs, [
    'data en',
    'page vi',
    'own en',
    'none id',
    'other en',
    'unknown id',
    'chinese zh-Hans',
    'taiwan id',
  ]);
});

test('ready comes after the first paint, and what the author put inside is there until then', async (t) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const page = await open(t, {
    html: pageStart(SCRIPT, '') + chart('type="revenue"', `<p>fallback</p>${script(DATA)}`),
    at: (page) => page.route('**/*.wasm', async (route) => (await held, route.continue())),
    init: () =>
      addEventListener('village-chart-ready', ({ target }) => {
        const picture = target.shadowRoot.querySelector('canvas');
        const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
        window.paintedWhenReady = data.some((value, i) => i % 4 === 3 && value > 0);
      }),
  });
  await frames(page, 10);
  assert.ok(await page.getByText('fallback').isVisible());
  release();
  await settle(page);
  assert.ok(!(await page.getByText('fallback').isVisible()));
  assert.equal(await page.evaluate(() => window.paintedWhenReady), true);
});

test('a page of many charts loads the module once, and only when one nears the viewport', async (t) => {
  const page = await open(t, {
    html: `<div id="far">${'<p>text</p>'.repeat(200)}</div>${chart('type="revenue"', script(DATA)).repeat(6)}`,
  });
  const requests = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && requests.push(request.url()));
  await page.waitForFunction(() => customElements.get('village-chart'));
  await frames(page, 10);
  assert.equal(requests.length, 0, 'far away');
  await settle(page);
  assert.equal(requests.length, 1);
  assert.equal((await events(page, 'ready')).length, 6);
});

test('it follows its container, the system and the screen, sharp at once', async (t) => {
  const html = `<div id="box">${chart('type="revenue"', script(DATA))}</div>`;
  const keepQueries = () => {
    window.queries = [];
    const { matchMedia } = window;
    window.matchMedia = (query) => {
      const list = matchMedia(query);
      window.queries.push(list);
      return list;
    };
  };
  const page = await open(t, { html, init: keepQueries });
  await settle(page);
  const size = () => canvas(page, 'village-chart');
  const before = await size();
  await page.setViewportSize({ width: 420, height: 900 });
  await page.waitForFunction(
    (width) => document.querySelector('village-chart').shadowRoot.querySelector('canvas').width < width,
    before.width,
  );
  const narrow = await size();
  assert.ok(narrow.painted > 0 && narrow.width <= 420);
  await page.setViewportSize({ width: 800, height: 900 });
  await page.waitForFunction(
    (width) => document.querySelector('village-chart').shadowRoot.querySelector('canvas').width === width,
    before.width,
  );

  const ink = () =>
    page.locator('village-chart').evaluate((e) => getComputedStyle(e.shadowRoot.querySelector('figure')).color);
  const light = await ink();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(
    (colour) =>
      getComputedStyle(document.querySelector('village-chart').shadowRoot.querySelector('figure')).color !== colour,
    light,
  );
  await page.locator('village-chart').evaluate((e) => (e.theme = 'light'));
  await updated(page);
  assert.equal(await ink(), 'rgb(26, 29, 33)', 'a theme of its own');

  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setDeviceMetricsOverride', {
    width: 800,
    height: 900,
    deviceScaleFactor: 2.5,
    mobile: false,
  });
  // a browser's zoom changes these queries; this emulation changes the ratio without a word
  await page.evaluate(() =>
    window.queries
      .filter((list) => list.media.includes('resolution'))
      .forEach((list) => list.dispatchEvent(new Event('change'))),
  );
  await page.waitForFunction(
    (width) =>
      document.querySelector('village-chart').shadowRoot.querySelector('canvas').width === Math.round(width * 2.5),
    before.width,
  );
  assert.ok((await size()).painted > 4 * before.painted, 'drawn at the new ratio');
});

test('a font that comes late is measured and drawn', async (t) => {
  const page = await open(t, { html: chart('type="revenue"', script(DATA)) });
  await settle(page);
  const drawn = page.evaluate(
    () =>
      new Promise((resolve) => {
        const { fillText } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.fillText = function (...values) {
          resolve(this.font);
          return fillText.apply(this, values);
        };
        document.fonts.dispatchEvent(new Event('loadingdone'));
      }),
  );
  assert.match(await drawn, /px/);
});

test('a chart takes the font of the page, and its parts can be styled', async (t) => {
  const page = await open(t, { html: `${chart('type="revenue"', script(DATA))}${chart('type="pie"')}` });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    const parts = ['figure', 'title', 'note', 'controls', 'tools', 'pager', 'source', 'message'];
    const rules = parts.map((p) => `::part(${p}) { letter-spacing: 3px }`);
    sheet.replaceSync(['body { font-family: "DejaVu Serif", serif }', ...rules].join(' '));
    document.adoptedStyleSheets = [sheet];
  });
  await settle(page);
  const styled = await page
    .locator('village-chart')
    .evaluateAll((all) =>
      all.flatMap((e) =>
        [...e.shadowRoot.querySelectorAll('[part]')]
          .filter((p) => getComputedStyle(p).letterSpacing === '3px')
          .map((p) => p.part[0]),
      ),
    );
  assert.deepEqual([...new Set(styled)].sort(), [
    'controls',
    'figure',
    'message',
    'note',
    'pager',
    'source',
    'title',
    'tools',
  ]);
  const font = await page
    .locator('village-chart')
    .first()
    .evaluate((e) => e.shadowRoot.querySelector('canvas').getContext('2d').font);
  assert.match(font, /DejaVu Serif/);
});

test('a chart that is moved in the document goes on as it was', async (t) => {
  const page = await open(t, {
    html: `<div id="one">${chart('type="revenue"', script(DATA))}</div><div id="two"></div>`,
  });
  await settle(page);
  await page.evaluate(() => document.querySelector('#two').append(document.querySelector('village-chart')));
  await frames(page);
  assert.ok((await canvas(page, 'village-chart')).painted > 0);
  const { spot, tip } = inside(page);
  const { x, y } = await spot('A:');
  await page.mouse.move(x, y);
  assert.match(await tip.innerText(), /trên 7/);
  assert.equal((await events(page, 'ready')).length, 1);
  // out of the document for a while, and back
  await page.evaluate(async () => {
    const element = document.querySelector('village-chart');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.querySelector('#one').append(element);
    await element.updated;
  });
  await page.mouse.move(x, 2);
  const again = await spot('A:');
  await page.mouse.move(again.x, again.y);
  assert.match(await tip.innerText(), /trên 7/);
  assert.deepEqual(page.messages, []);
});

test('a chart that comes back is pointed at while its data still loads', async (t) => {
  const page = await open(t, { html: chart(`type="revenue" src="${HANOI}"`) });
  await settle(page);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/*.json', async (route) => (await held, route.continue()));
  const asked = page.waitForRequest('**/*.json');
  const before = await inside(page).spot('La Phù');
  await page.evaluate(async () => {
    const element = document.querySelector('village-chart');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve)); // long enough to be let go
    document.body.append(element);
  });
  await asked;
  const { x, y, box } = await inside(page).spot('La Phù');
  assert.deepEqual({ x, y, box }, before, 'what was painted stands as it stood');
  await page.mouse.move(x, y);
  await page.mouse.click(x, y + box.height);
  release();
  await updated(page);
  await page.mouse.move(x, y);
  assert.match(await inside(page).tip.innerText(), /^La Phù/);
  assert.deepEqual(page.messages, []);
});

test('what changed while a chart was hidden is there when it is shown again', async (t) => {
  // a tab of a page: its charts have no width while another tab is shown
  const page = await open(t, { html: `<div id="tab">${chart('type="revenue"', script(DATA))}</div>` });
  await settle(page);
  const shown = (hidden) =>
    page.locator('#tab').evaluate(async (tab, value) => {
      tab.hidden = value;
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      await tab.firstChild.updated;
    }, hidden);
  for (const [name, value, expected] of [
    ['data', revenue(['C', 1]), /^C: 1 tỷ đồng/],
    ['locale', 'en', /^C: 1 billion dong/],
  ]) {
    await shown(true);
    await page.locator('village-chart').evaluate((e, [n, v]) => ((e[n] = v), e.updated), [name, value]);
    await shown(false);
    assert.match(await inside(page).items.first().textContent(), expected, name);
  }
});

test('data that throws when read, the mouse on the chart: the fallback, a message, and updated resolves', async (t) => {
  const page = await open(t, { html: chart('type="revenue"', `<p>fallback</p>${script(DATA)}`) });
  await settle(page);
  const { x, y } = await inside(page).spot('A:');
  await page.mouse.move(x, y);
  const kept = await page.locator('village-chart').evaluate(async (element) => {
    element.data = {
      format: 'village-charts/1',
      get villages() {
        throw new Error('trap');
      },
    };
    return element.updated.then(() => 'resolved', String);
  });
  assert.equal(kept, 'resolved');
  assert.ok(await page.getByText('fallback').isVisible());
  assert.ok(await inside(page).message.isVisible());
  assert.equal((await events(page, 'error')).length, 1);
});

test('on a page that is written from right to left, a range still begins with its lower end', async (t) => {
  const income = chart(`type="income" src="${HANOI}"`);
  const page = await open(t, { html: `<div>${income}</div><div dir="rtl">${income}</div>` });
  await settle(page);
  const [ltr, rtl] = await page
    .locator('village-chart')
    .evaluateAll((all) => all.map((e) => e.shadowRoot.querySelector('canvas').toDataURL()));
  assert.ok(ltr === rtl, 'both are one picture');
  const directions = await page
    .locator('village-chart')
    .evaluateAll((all) => all.map((e) => getComputedStyle(e.shadowRoot.querySelector('figure')).direction));
  assert.deepEqual(directions, ['ltr', 'ltr']);
});

test("inside another component's shadow root it draws, answers, and its events come out", async (t) => {
  const page = await open(t, { html: '<div id="host"></div>' });
  await page.evaluate(async (data) => {
    const element = Object.assign(document.createElement('village-chart'), { type: 'revenue', data });
    document.querySelector('#host').attachShadow({ mode: 'open' }).append(element);
    await element.updated;
  }, DATA);
  const { x, y } = await inside(page).spot('A:');
  await page.mouse.click(x, y);
  assert.match(await inside(page).tip.innerText(), /^A/);
  const told = await page.evaluate(() => window.events.map((event) => `${event.type} ${event.chart}`));
  assert.deepEqual(told, ['ready host', 'select host']);
});

test('bad data after good brings the fallback back, and good data after it the picture', async (t) => {
  const page = await open(t, { html: chart('type="revenue"', `<p>fallback</p>${script(DATA)}`) });
  await settle(page);
  const { figure, message } = inside(page);
  assert.ok(await figure.isVisible());
  await page
    .locator('village-chart')
    .evaluate((element) => (element.data = { format: 'village-charts/1', villages: 5 }));
  await updated(page);
  assert.ok(await page.getByText('fallback').isVisible());
  assert.ok(!(await figure.isVisible()));
  // readers are told that there are errors, and those who can mend them what they are
  assert.equal((await message.innerText()).trim(), 'Không vẽ được biểu đồ tương tác.\nDữ liệu có lỗi');
  await message.getByText('Dữ liệu có lỗi').click();
  assert.match(await message.innerText(), /\$\.villages/);
  await page.locator('village-chart').evaluate((element, data) => (element.data = data), DATA);
  await updated(page);
  assert.ok(await figure.isVisible());
  assert.ok(!(await page.getByText('fallback').isVisible()));
});

const FAILURES = {
  'data that is not there': { attributes: 'type="revenue" src="data/no.json"', reason: 'network', message: /404/ },
  'data that is no JSON': {
    attributes: 'type="revenue" src="icon.svg"',
    reason: 'data',
    message: /\$: found .*expected JSON/,
  },
  'data with an error': {
    attributes: 'type="revenue"',
    inner: script(revenue(['A', '1.300'])),
    reason: 'data',
    message: /\$\.villages\[0\]\.revenue: found the text "1\.300"/,
  },
  'data without the section': {
    attributes: 'type="income"',
    inner: script(DATA),
    reason: 'data',
    message: /\$\.income: found nothing/,
  },
  'a type that is none': {
    attributes: 'type="pie"',
    inner: script(DATA),
    reason: 'type',
    message: /"pie"; expected revenue/,
  },
};

for (const [what, { attributes, inner = '', reason, message }] of Object.entries(FAILURES)) {
  test(`${what}: the fallback stays, a message beside it, one event, and other charts are untouched`, async (t) => {
    const page = await open(t, {
      html:
        chart(`id="bad" ${attributes}`, `<p>fallback</p>${inner}`) + chart('id="good" type="revenue"', script(DATA)),
    });
    await settle(page);
    const bad = inside(page, '#bad');
    assert.ok(await page.getByText('fallback').isVisible());
    assert.ok(!(await bad.figure.isVisible()));
    assert.match(await bad.message.innerText(), /Không vẽ được biểu đồ/);
    const errors = await events(page, 'error');
    assert.equal(errors.length, 1);
    assert.equal(errors[0].detail.reason, reason);
    assert.match(errors[0].detail.message, message);
    assert.equal(
      page.messages.filter((text) => text.startsWith('village-chart: ')).length,
      1,
      page.messages.join('\n'),
    );
    assert.ok((await canvas(page, '#good')).painted > 0);
    // a change of what is around is no reason to say it again
    await page.emulateMedia({ colorScheme: 'dark' });
    await frames(page, 5);
    assert.equal((await events(page, 'error')).length, 1);
    // and good data heals it
    await page.locator('#bad').evaluate((e, data) => Object.assign(e, { type: 'revenue', data }), DATA);
    await updated(page, '#bad');
    assert.ok(await bad.figure.isVisible());
    assert.ok(!(await page.getByText('fallback').isVisible()));
    assert.ok(!(await bad.message.isVisible()));
  });
}

test('words that an attribute does not take are told to the developer, once, and the chart is drawn', async (t) => {
  const attributes = 'type="revenue" theme="drak" sort="size" controls="sort search" link="no" unit="week" time="soon"';
  const page = await open(t, {
    html:
      chart(attributes, script(DATA)) +
      chart(attributes, script(DATA)) +
      chart('type="revenue" theme="dark" sort="name" controls=" sort  unit " link="off" unit="year"', script(DATA)),
  });
  await settle(page);
  assert.equal((await events(page, 'ready')).length, 3);
  assert.deepEqual(page.messages.sort(), [
    'village-chart: the attribute controls is "search"; expected ' +
      'all, none, indicator, x, y, time, group, only, order, shown, sort, unit, tools',
    'village-chart: the attribute link is "no"; expected on, off',
    'village-chart: the attribute sort is "size"; expected value, name',
    'village-chart: the attribute theme is "drak"; expected auto, light, dark',
    'village-chart: the attribute time is "soon"; expected a time such as 2024, 2024-07, 2024-Q3 or 2023/24',
    'village-chart: the attribute unit is "week"; expected month, year',
  ]);
});

test('what the console was told is not kept for ever: some hundred lines later it is told again', async (t) => {
  const page = await open(t, { html: chart('type="revenue"', script(DATA)) });
  await settle(page);
  const wrong = (from, to) =>
    page.locator('village-chart').evaluate(
      async (element, [from, to]) => {
        for (let i = from; i < to; i++) {
          for (const name of ['theme', 'unit', 'sort', 'controls', 'link']) element.setAttribute(name, `w${i}`);
          await element.updated;
        }
      },
      [from, to],
    );
  const first = () => page.messages.filter((message) => message.includes('theme is "w0"')).length;
  await wrong(0, 10);
  await wrong(0, 1);
  assert.deepEqual([first(), page.messages.length], [1, 50]);
  await wrong(10, 60);
  await wrong(0, 1);
  assert.equal(first(), 2);
  assert.equal(page.messages.length, 305);
});

test('an element without data says how to give it some, and not while data may still come', async (t) => {
  const page = await open(t, { html: '', clock: true });
  await page.evaluate(() =>
    document.body.append(
      ...['none', 'later', 'src'].map((id) =>
        Object.assign(document.createElement('village-chart'), { id, type: 'revenue' }),
      ),
    ),
  );
  await settle(page);
  await page.locator('#later').evaluate((element, data) => (element.data = data), DATA);
  await page.locator('#src').evaluate((element) => element.remove());
  await page.clock.runFor(10_000);
  assert.deepEqual(
    page.messages.map((text) => text.slice(0, 23)),
    ['village-chart: no data:'],
  );
});

const MODULES = {
  'is not there': { status: 404, body: '' },
  'is something else': { status: 200, contentType: 'application/wasm', body: '<!doctype html>' },
  'is cut off': { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1]) },
};

const FALLBACKS = TYPES.map((type) => chart(`type="${type}" src="${HANOI}"`, `<p>fallback of ${type}</p>`)).join('');

for (const [what, answer] of Object.entries(MODULES)) {
  test(`a WebAssembly module that ${what} leaves the fallback and says so`, async (t) => {
    const page = await open(t, {
      html: FALLBACKS,
      at: (page) => page.route('**/*.wasm', (route) => route.fulfill(answer)),
    });
    await settle(page);
    const errors = await events(page, 'error');
    assert.deepEqual(
      errors.map((event) => event.detail.reason),
      Array(5).fill('wasm'),
    );
    for (const type of TYPES) assert.ok(await page.getByText(`fallback of ${type}`).isVisible());
    assert.match(
      await inside(page, 'village-chart[type=revenue]').message.innerText(),
      /Không tải được phần vẽ biểu đồ/,
    );
  });
}

test('a module that could not be loaded is tried again with the next data', async (t) => {
  let there = false;
  const page = await open(t, {
    html: FALLBACKS,
    at: (page) =>
      page.route('**/*.wasm', (route) => (there ? route.continue() : route.fulfill({ status: 404, body: '' }))),
  });
  await settle(page);
  there = true;
  const { chart: element, figure, message } = inside(page, 'village-chart[type=revenue]');
  assert.ok(await message.isVisible());
  await element.evaluate((e, data) => ((e.data = data), e.updated), DATA);
  assert.ok(await figure.isVisible());
  assert.ok(!(await message.isVisible()));
});

test('a policy that refuses WebAssembly leaves the fallback', async (t) => {
  const page = await open(t, {
    html: pageStart(SCRIPT, '') + chart('type="revenue"', `<p>fallback</p>${script('{}')}`),
    policy: "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'",
  });
  await settle(page);
  assert.equal((await events(page, 'error'))[0].detail.reason, 'wasm');
  assert.ok(await page.getByText('fallback').isVisible());
});
