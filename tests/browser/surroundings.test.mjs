// What a browser or a server may refuse, each in turn: there is a chart, or the fallback with one line and one event.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { canvas, HANOI, inside, open, settle } from './browser.mjs';

const html = `<village-chart type="revenue" src="${HANOI}"><p>The fallback.</p></village-chart>`;
const lines = (page) => page.messages.filter((message) => message.startsWith('village-chart:'));
const told = (page) =>
  page.evaluate(() => window.events.map(({ type, detail }) => [type, detail?.reason].filter(Boolean).join(' ')));

/** Each makes one part of the browser fail, as a page's script or a privacy setting may. */
const FAULTS = {
  'no 2D context': () => (HTMLCanvasElement.prototype.getContext = () => null),
  'a 2D context that throws': () =>
    (HTMLCanvasElement.prototype.getContext = () => {
      throw new Error('refused');
    }),
  'no measuring': () =>
    (CanvasRenderingContext2D.prototype.measureText = () => {
      throw new Error('refused');
    }),
  'widths that are none': () => (CanvasRenderingContext2D.prototype.measureText = () => ({ width: NaN })),
  'no numbers': () =>
    (Intl.NumberFormat = () => {
      throw new Error('refused');
    }),
  'no observer of sizes': () => delete window.ResizeObserver,
  'no observer of the viewport': () => delete window.IntersectionObserver,
  'no media queries': () => delete window.matchMedia,
  'no fonts': () => Object.defineProperty(document, 'fonts', { value: undefined }),
  'no fetch': () => delete window.fetch,
  'no WebAssembly': () => delete window.WebAssembly,
  'no addresses': () =>
    (window.URL = function () {
      throw new Error('refused');
    }),
  'no style sheets': () => delete window.CSSStyleSheet,
  'style sheets that throw': () =>
    (window.CSSStyleSheet = function () {
      throw new Error('refused');
    }),
  'a shadow root that takes no style sheets': () => delete ShadowRoot.prototype.adoptedStyleSheets,
  'a shadow root that throws at style sheets': () =>
    Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
      get: () => [],
      set: () => {
        throw new Error('refused');
      },
    }),
  'no controllers': () => delete window.AbortController,
  'no ways of languages': () => delete window.Intl,
  'no order of names': () => delete Intl.Collator,
  'an order of names that throws': () =>
    (Intl.Collator = () => {
      throw new Error('refused');
    }),
  'no shadow roots': () => delete Element.prototype.attachShadow,
  'a shadow root that is refused': () =>
    (Element.prototype.attachShadow = () => {
      throw new Error('refused');
    }),
  'a shadow root of the page': () => {
    // before the element is known, as a library may
    const { define } = CustomElementRegistry.prototype;
    CustomElementRegistry.prototype.define = function (...definition) {
      document.querySelector('village-chart').attachShadow({ mode: 'open' }).append(document.createElement('slot'));
      return define.apply(this, definition);
    };
  },
  'no names of parts': () => Object.defineProperty(Element.prototype, 'part', { value: undefined }),
  'an observer of the language that throws': () => {
    // only this one: the driver of the tests has its own
    const { observe } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (node, options) {
      if (options.attributeFilter) throw new Error('refused');
      observe.call(this, node, options);
    };
  },
  'an observer that throws': () =>
    (window.IntersectionObserver = function () {
      throw new Error('refused');
    }),
  'media queries that throw': () =>
    (window.matchMedia = () => {
      throw new Error('refused');
    }),
  'media queries that are none': () => (window.matchMedia = () => null),
  'no frames': () => delete window.requestAnimationFrame,
  'frames that throw': () =>
    (window.requestAnimationFrame = () => {
      throw new Error('refused');
    }),
  'no idle time': () => delete window.requestIdleCallback,
  'no copies': () => delete window.structuredClone,
  'no own properties': () => delete Object.hasOwn,
  'no texts of bytes': () => delete window.TextDecoder,
  'no bytes of texts': () => delete window.TextEncoder,
  'no module that starts as it arrives': () => delete WebAssembly.compileStreaming,
};
const DRAWN = [
  'no measuring',
  'widths that are none',
  'no fonts',
  'no order of names',
  'an order of names that throws',
  'no idle time',
  'no copies',
];

for (const [name, init] of Object.entries(FAULTS)) {
  test(`${name}: ${DRAWN.includes(name) ? 'a chart' : 'the fallback, one line and one event'}`, async (t) => {
    const page = await open(t, { html, init });
    // not in frames, which may be what is missing
    await page.waitForFunction(() => window.events.length > 0, undefined, { polling: 50 });
    await page.waitForTimeout(100);
    const events = await told(page);
    const drawn = DRAWN.includes(name);
    assert.equal(events.length, 1, events.join());
    assert.match(events[0], drawn ? /^ready$/ : /^error (wasm|network)$/);
    assert.equal(lines(page).length, drawn ? 0 : 1, page.messages.join('\n'));
    assert.equal(page.messages.length, lines(page).length, page.messages.join('\n'));
    assert.equal(await page.getByText('The fallback.').isVisible(), !drawn);
    if (drawn) assert.ok((await canvas(page, 'village-chart')).painted > 1000);
  });
}

for (const [name, init] of [
  ['no custom elements', () => Object.defineProperty(window, 'customElements', { value: undefined })],
  [
    'custom elements that are refused',
    () =>
      (CustomElementRegistry.prototype.define = () => {
        throw new Error('refused');
      }),
  ],
]) {
  test(`${name}: the fallback and one line; there is no chart to tell it by an event`, async (t) => {
    const page = await open(t, { html, init });
    await page.waitForLoadState();
    assert.deepEqual([lines(page).length, page.messages.length], [1, 1], page.messages.join('\n'));
    assert.equal(await page.getByText('The fallback.').isVisible(), true);
  });
}

const dist = new URL('../../www/dist/', import.meta.url);

/** What the imports of a module of `www/dist` are under: a digest of it. */
async function digest(module) {
  const [first] = WebAssembly.Module.imports(new WebAssembly.Module(await readFile(new URL(module, dist))));
  assert.match(first.module, /^[0-9a-f]{16,}$/);
  return first.module;
}

/** The bytes of a file of another build: a module and the script that starts it know each other by that digest. */
const another = (bytes, digest, other) =>
  Buffer.from(bytes.toString('latin1').replaceAll(digest, other(digest)), 'latin1');

/**
 * As another build names imports, and as builds did that had no digest: each as long as this one's, and a name of
 * JavaScript where that is one, since a script that was made small has it without quotes.
 */
const OTHERS = {
  'another build': (digest) =>
    digest
      .replace(/[0-9]/g, (c) => '1234567890'[c])
      .replace(/[a-f]/g, (c) => (c === 'f' ? 'a' : String.fromCharCode(c.charCodeAt(0) + 1))),
  'a build without digests': (digest) => 'village_charts_bg_js'.padEnd(digest.length, '_').slice(0, digest.length),
};

for (const [which, other] of Object.entries(OTHERS)) {
  for (const [script, module] of [
    ['village-charts.js', 'village_charts_bg.wasm'],
    ['village-charts.js', 'village_charts_indicators_bg.wasm'],
    ['village-charts.js', 'village_charts_trend_bg.wasm'],
    ['village-charts.js', 'village_charts_spread_bg.wasm'],
    ['village-charts.js', 'village_charts_groups_bg.wasm'],
    ['village-charts-tools.js', 'village_charts_tools_bg.wasm'],
  ]) {
    for (const [file, against] of [
      [module, script],
      [script, module],
    ]) {
      test(`${file} of ${which} beside ${against} of this one: refused with one line`, async (t) => {
        const page = await open(t, { html: '' });
        const known = await digest(module);
        let changed = 0;
        await page.route(`**/${file}`, async (route) => {
          const response = await route.fetch();
          const [was, body] = [await response.body(), another(await response.body(), known, other)];
          changed += was.equals(body) ? 0 : 1;
          await route.fulfill({
            headers: { 'content-type': file === module ? 'application/wasm' : 'text/javascript' },
            body,
          });
        });
        await page.reload();
        const [, part = ''] = /charts_(\w+)_bg/.exec(module) ?? [];
        const type = { indicators: 'ranking', trend: 'trend', spread: 'spread', groups: 'groups' }[part] ?? 'revenue';
        await page.evaluate((html) => (document.body.innerHTML = html), html.replace('revenue', type));
        await settle(page);
        const tools = module.includes('tools');
        if (tools) {
          const refused = page.waitForEvent('console');
          await inside(page).chart.getByRole('button', { name: 'Tìm, so sánh' }).click();
          await refused;
        }
        assert.equal(changed, 1);
        assert.deepEqual(await told(page), [tools ? 'ready' : 'error wasm']);
        assert.deepEqual([lines(page).length, page.messages.length], [1, 1], page.messages.join('\n'));
        assert.match(
          lines(page)[0],
          new RegExp(`${module}: .*the module is of another build than the script: copy both of one build`),
        );
        if (tools) assert.ok((await canvas(page, 'village-chart')).painted > 1000, 'the chart stays');
        else assert.equal(await page.getByText('The fallback.').isVisible(), true);
      });
    }
  }
}

/** Another name for the build that a script is of. */
const renamed = (text) =>
  text.replace(/(?<=build:)[0-9a-f]{8}/g, (build) => build.replace(/./g, (c) => (c === '0' ? '1' : '0')));

/** Has the words come from another build. */
const mixTexts = (page) =>
  page.route('**/texts/*.js', async (route) => {
    await route.fulfill({
      headers: { 'content-type': 'text/javascript' },
      body: renamed(await (await route.fetch()).text()),
    });
  });

/** Has a script come from another build: `newer` and `older` know of builds, `older, which has no build` does not. */
async function mix(page, file, other) {
  await page.route(`**/${file}`, async (route) => {
    const body = await (await route.fetch()).text();
    const made = other.includes('no build')
      ? body.replace(/\bas build\b|\bbuild,$/m, (name) => (name === 'as build' ? 'as unbuilt' : 'build as unbuilt,'))
      : body;
    const mixed = made === body ? renamed(body) : made;
    await route.fulfill({ headers: { 'content-type': 'text/javascript' }, body: mixed });
  });
  // the words come with the script
  if (file === 'village-charts.js') await mixTexts(page);
  await page.reload();
}
const REFUSED = /village-charts-tools\.js is of another build than the script: copy both of one build/;

for (const [file, other] of [
  ['village-charts-tools.js', 'newer'],
  ['village-charts.js', 'older'],
  ['village-charts-tools.js', 'older, which has no build'],
]) {
  test(`${file} of another build (${other}): the tools stay closed, the chart goes on`, async (t) => {
    const page = await open(t, { html: '' });
    await mix(page, file, other);
    await page.evaluate((html) => (document.body.innerHTML = html), html);
    await settle(page);
    const said = page.waitForEvent('console');
    await inside(page).chart.getByRole('button', { name: 'Tìm, so sánh' }).click();
    await said;
    assert.deepEqual([lines(page).length, page.messages.length], [1, 1], page.messages.join('\n'));
    assert.match(lines(page)[0], REFUSED);
    assert.equal(await inside(page).chart.locator('[part~=tools]').isVisible(), false);
    assert.ok((await canvas(page, 'village-chart')).painted > 1000, 'the chart goes on');
    assert.deepEqual(await told(page), ['ready']);
  });

  test(`${file} of another build (${other}): it is not asked what is wrong in data either`, async (t) => {
    const page = await open(t, { html: '' });
    await mix(page, file, other);
    await page.evaluate((html) => {
      document.body.innerHTML = html;
      document.querySelector('village-chart').data = {
        format: 'village-charts/1',
        villages: [{ name: 'A', revenue: 'x' }],
      };
    }, html);
    await settle(page);
    assert.deepEqual(await told(page), ['error data']);
    assert.deepEqual([lines(page).length, page.messages.length], [1, 1], page.messages.join('\n'));
    assert.match(lines(page)[0], /the command village-charts check says what is wrong/);
    assert.match(lines(page)[0], REFUSED);
    assert.equal(await page.getByText('The fallback.').isVisible(), true);
  });
}

test('lists to choose from of another build: the fallback, one line and one event', async (t) => {
  const page = await open(t, { html: '' });
  await mix(page, 'village-charts-choices.js', 'newer');
  await page.evaluate((html) => (document.body.innerHTML = html), html.replace('revenue', 'ranking'));
  await settle(page);
  assert.deepEqual(await told(page), ['error wasm']);
  assert.deepEqual([lines(page).length, page.messages.length], [1, 1], page.messages.join('\n'));
  assert.match(lines(page)[0], /village-charts-choices\.js is of another build than the script/);
  assert.equal(await page.getByText('The fallback.').isVisible(), true);
});

test('words of another build: the fallback, one line and one event', async (t) => {
  const page = await open(t, { html: '' });
  await mixTexts(page);
  await page.reload();
  await page.evaluate((html) => (document.body.innerHTML = html), html);
  await settle(page);
  assert.deepEqual(await told(page), ['error wasm']);
  assert.deepEqual([lines(page).length, page.messages.length], [1, 1], page.messages.join('\n'));
  assert.match(lines(page)[0], /texts\/ is of another build than the script: copy both of one build/);
  assert.equal(await page.getByText('The fallback.').isVisible(), true);
});

test('the editor says that the tools are of another build, and finds nothing with them', async (t) => {
  const page = await open(t, { path: 'editor-en.html' });
  await mix(page, 'village-charts-tools.js', 'newer');
  await page.getByRole('button', { name: 'The article’s data' }).click();
  await page.getByText(REFUSED).first().waitFor();
});

for (const [which, other] of Object.entries(OTHERS)) {
  for (const file of ['village_charts_tools_bg.wasm', 'village-charts-node.js']) {
    test(`${file} of ${which} is refused in Node`, async (t) => {
      const folder = await mkdtemp(new URL('../../target/mixed-', import.meta.url).pathname);
      t.after(() => rm(folder, { recursive: true }));
      const known = await digest('village_charts_tools_bg.wasm');
      for (const [name, to] of [
        ['village-charts-node.js', 'charts.mjs'],
        ['village_charts_tools_bg.wasm', 'village_charts_tools_bg.wasm'],
      ]) {
        const bytes = await readFile(new URL(name, dist));
        await writeFile(`${folder}/${to}`, name === file ? another(bytes, known, other) : bytes);
      }
      const { renderToString } = await import(pathToFileURL(`${folder}/charts.mjs`).href);
      await assert.rejects(renderToString('{}', { type: 'revenue' }), /of another build than the script/);
    });
  }
}

test('a server that is busy is asked again', async (t) => {
  const page = await open(t, { html: '' });
  let asked = 0;
  await page.route(`**/${HANOI}`, (route) => (asked++ ? route.continue() : route.fulfill({ status: 503, body: '' })));
  await page.evaluate((html) => (document.body.innerHTML = html), html);
  await page.waitForFunction(() => window.events.length > 0);
  assert.deepEqual([await told(page), asked, lines(page)], [['ready'], 2, []]);
});

const MEANWHILE = {
  'the room changes': () => (document.body.style.width = '300px'),
  'a font arrives': () => document.fonts.dispatchEvent(new Event('loadingdone')),
  'the language changes': () => (document.documentElement.lang = 'en'),
};
for (const [what, change] of Object.entries(MEANWHILE)) {
  test(`data that does not come is asked for once, though ${what} meanwhile`, async (t) => {
    const page = await open(t, { html: '' });
    let asked = 0;
    let answer;
    const asking = new Promise((resolve) => (answer = resolve));
    await page.route(`**/${HANOI}`, async (route) => {
      asked++;
      await asking;
      await route.fulfill({ status: 404, body: '' });
    });
    const first = page.waitForRequest(`**/${HANOI}`);
    await page.evaluate((html) => (document.body.innerHTML = html), html);
    await first;
    await page.evaluate(change);
    // after the frames in which the chart hears of it
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        ),
    );
    answer();
    await settle(page);
    assert.deepEqual([await told(page), asked, lines(page).length], [['error network'], 1, 1]);
  });
}

test('another type that is chosen while the first fails is drawn', async (t) => {
  const page = await open(t, { html: '' });
  await page.route(`**/${HANOI}`, async (route) => {
    await page.evaluate(() => (document.querySelector('village-chart').type = 'revenue'));
    await route.continue();
  });
  await page.evaluate((html) => (document.body.innerHTML = html.replace('"revenue"', '"revenues"')), html);
  await page.waitForFunction(() => window.events.length > 0);
  assert.deepEqual([await told(page), lines(page)], [['ready'], []]);
});

test('in Node data is read once: what is drawn is what is embedded', async () => {
  const { renderToString } = await import('../../www/dist/village-charts-node.js');
  let reads = 0;
  const village = {
    name: 'A',
    get revenue() {
      return (reads += 1) * 100;
    },
  };
  const data = { format: 'village-charts/1', revenue: { unit: 'billion_vnd', per: 'year' }, villages: [village] };
  const made = await renderToString(data, { type: 'revenue' });
  assert.equal(reads, 1);
  assert.match(made, /"revenue":100\b/);
  assert.ok(made.includes('100 billion') && !made.includes('200 billion'));
  await assert.rejects(renderToString({ ...data, villages: [{ name: 'A', revenue: NaN }] }, { type: 'revenue' }), {
    name: 'DataError',
  });
  await assert.rejects(renderToString({ ...data, villages: [{ name: 'A', revenue: 1n }] }, { type: 'revenue' }), {
    name: 'DataError',
  });
});

test('in Node a start that failed is tried again', async (t) => {
  const folder = await mkdtemp(new URL('../../target/late-', import.meta.url).pathname);
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(`${folder}/charts.mjs`, await readFile(new URL('village-charts-node.js', dist)));
  await cp(new URL('texts', dist), `${folder}/texts`, { recursive: true });
  const { renderToString } = await import(pathToFileURL(`${folder}/charts.mjs`).href);
  const data = {
    format: 'village-charts/1',
    revenue: { unit: 'billion_vnd', per: 'year' },
    villages: [{ name: 'A', revenue: 1 }],
  };
  await assert.rejects(renderToString(data, { type: 'revenue' }), /village_charts_tools_bg\.wasm: ENOENT/);
  await writeFile(
    `${folder}/village_charts_tools_bg.wasm`,
    await readFile(new URL('village_charts_tools_bg.wasm', dist)),
  );
  assert.match(await renderToString(data, { type: 'revenue' }), /<svg/);
});
