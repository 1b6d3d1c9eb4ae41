// The package as it is installed: its description, types, digests, and that a server can import it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../scripts/serve.mjs';
import { inside, open, settle } from '../browser/browser.mjs';

const run = promisify(execFile);
const path = (name, base = import.meta.url) => fileURLToPath(new URL(name, base));
const consumers = new URL('../../target/consumers/', import.meta.url);
const installed = new URL('node_modules/village-charts/', consumers);
const json = async (name) => JSON.parse(await readFile(new URL(name, installed), 'utf8'));
const source = async (name) => readFile(new URL(`../../www/src/${name}`, import.meta.url), 'utf8');
const names = (list) => list.map(({ name }) => name).sort();
const unique = (list) => [...new Set(list)].sort();

/** What `custom-elements.json` says of the element. */
async function described() {
  const { modules } = await json('custom-elements.json');
  return modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'village-chart');
}

test('the package says whose work the modules contain, and has every notice that is to be kept', async () => {
  const notices = (await readFile(new URL('THIRD-PARTY.txt', installed), 'utf8')).split(/\n={80}\n/);
  const { crates, scripts } = await import('../../scripts/third-party.mjs');
  const of = (name, version) => notices.find((notice) => notice.trim().startsWith(`${name} ${version}\n`)) ?? '';
  for (const { name, version } of crates()) {
    assert.match(of(name, version), /Licence: .*(MIT|Zlib)/, `${name} ${version}`);
    assert.match(of(name, version), /Permission is (hereby\s+)?granted/, `the text of ${name} ${version}`);
  }
  const standard = notices.find((notice) => notice.includes('The Rust standard library')) ?? '';
  // what the modules say themselves, in the places that their panics name
  for (const module of [
    'village_charts_bg.wasm',
    'village_charts_indicators_bg.wasm',
    'village_charts_spread_bg.wasm',
    'village_charts_makeup_bg.wasm',
    'village_charts_scatter_bg.wasm',
    'village_charts_trend_bg.wasm',
    'village_charts_groups_bg.wasm',
    'village_charts_article_trend_bg.wasm',
    'village_charts_spread_scatter_bg.wasm',
    'village_charts_groups_makeup_bg.wasm',
    'village_charts_all_bg.wasm',
    'village_charts_tools_bg.wasm',
  ]) {
    const bytes = (await readFile(new URL(`dist/${module}`, installed))).toString('latin1');
    const named = [...bytes.matchAll(/([a-z][\w-]*)-(\d+\.\d+\.\d+)\/src\//g)];
    for (const [, name, version] of named) {
      // the standard library has a crate of others, too
      const noticed = of(name, version) || standard.includes(`In ${name}: Copyright`);
      assert.ok(noticed, `${name} ${version} in ${module}`);
    }
  }
  for (const { name, version } of scripts()) {
    assert.match(of(name, version), /Licence: Apache-2\.0/, `${name} ${version}`);
    assert.match(
      of(name, version),
      /TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION/,
      `the text of ${name} ${version}`,
    );
  }
  assert.ok(notices.some((notice) => notice.includes('The Rust standard library') && notice.includes('AS IS')));
  // and the scripts are made of the project's own, and of what is named there
  const others = scripts().map(({ name }) => name);
  for (const name of (await readdir(new URL('../../www/src/', import.meta.url))).filter((name) => /\.ts$/.test(name))) {
    const imports = [...(await source(name)).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from);
    assert.deepEqual(
      imports.filter((from) => !/^(\.|node:)/.test(from) && !others.includes(from)),
      [],
      name,
    );
  }
  const { dependencies, bundledDependencies } = await json('package.json');
  assert.deepEqual([dependencies, bundledDependencies], [undefined, undefined]);
});

test('the manifest names the attributes, properties, methods and parts of the element, and no others', async (t) => {
  const element = await described();
  const page = await open(t);
  await settle(page);
  const found = await page.evaluate(() => {
    const { prototype, observedAttributes } = customElements.get('village-chart');
    const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
      ([name]) => !/constructor|Callback$/.test(name),
    );
    const charts = [...document.querySelectorAll('village-chart')];
    return {
      attributes: [...observedAttributes],
      properties: own.filter(([, it]) => it.get).map(([name]) => name),
      methods: own.filter(([, it]) => it.value).map(([name]) => name),
      parts: charts.flatMap((chart) =>
        [...chart.shadowRoot.querySelectorAll('[part]')].flatMap((element) => [...element.part]),
      ),
      slots: charts.flatMap((chart) => [...chart.shadowRoot.querySelectorAll('slot')].map((slot) => slot.name)),
    };
  });
  const members = (kind) =>
    element.members.filter((member) => member.kind === kind && !/Callback$/.test(member.name) && !member.static);
  assert.deepEqual(names(element.attributes), found.attributes.sort());
  assert.deepEqual(names(members('field')), found.properties.sort());
  assert.deepEqual(names(members('method')), found.methods.sort());
  assert.deepEqual(names(element.cssParts), unique(found.parts));
  assert.deepEqual(names(element.slots), unique(found.slots));
  for (const it of [...element.attributes, ...element.events, ...members('field'), ...members('method')]) {
    assert.ok(it.description, `${it.name} is described`);
  }
});

test('the manifest names the events that are dispatched and the colours that the style sheets take', async () => {
  const element = await described();
  const dispatched = [...(await source('element.ts')).matchAll(/#tell\('([^']+)'/g)].map(([, name]) => name);
  assert.deepEqual(names(element.events), unique(dispatched));
  const styles = (await Promise.all(['base.css', 'static.css', 'awake.css', 'tools.css'].map(source))).join();
  const taken = styles.match(/var\(--village-chart-[a-z-]+/g).map((text) => text.slice('var('.length));
  assert.deepEqual(names(element.cssProperties), unique(taken));
});

test('its page for iframes draws a chart with nothing but its files', async (t) => {
  const { url, close } = await serve(fileURLToPath(installed));
  t.after(close);
  const page = await open(t, { html: '' });
  const data = await readFile(new URL('../../www/data/hanoi-2024.json', import.meta.url), 'utf8');
  await page.route('**/hanoi.json', (route) => route.fulfill({ contentType: 'application/json', body: data }));
  await page.goto(`${url}embed.html?type=revenue&src=hanoi.json`);
  await inside(page).item('La Phù').first().waitFor();
  assert.deepEqual(page.messages, []);
});

test('an attribute has the default that the manifest says', async (t) => {
  const page = await open(t);
  await inside(page, 'village-chart[type=revenue]').chart.waitFor();
  for (const { name, default: value } of (await described()).attributes) {
    if (value === undefined) continue;
    assert.equal(await page.evaluate((name) => document.createElement('village-chart')[name], name), value, name);
  }
});

test('every module of the package can be imported on a server, and registers nothing there', async () => {
  const { exports } = await json('package.json');
  const modules = Object.entries(exports)
    .filter(([, target]) => target.default)
    .map(([name]) => name.replace('.', 'village-charts'));
  assert.ok(modules.length >= 3);
  const script = `const all = await Promise.all(${JSON.stringify(modules)}.map((name) => import(name)));
    const classes = new Set(all.map((module) => module.VillageChart).filter(Boolean));
    console.log(classes.size, typeof globalThis.HTMLElement);`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: path('.', consumers),
  });
  assert.equal(stderr, '');
  assert.equal(stdout, '1 undefined\n', 'one class, and there was no DOM');
});

test("village-charts/node makes a picture with the package's own WebAssembly", async () => {
  const script = `import { renderToString } from 'village-charts/node';
    import { readFile } from 'node:fs/promises';
    const data = await readFile(${JSON.stringify(path('../../www/data/hanoi-2024.json'))}, 'utf8');
    console.log(await renderToString(data, { type: 'revenue', src: '/data.json' }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: path('.', consumers) });
  assert.match(stdout, /^<div><village-chart [^>]*src="\/data\.json"/);
  assert.match(stdout, /<svg/);
  assert.match(stdout, /trên 1\.300/);
});

test('renderToString refuses options that would be left out or taken for others, all of them at once', async () => {
  const { renderToString } = await import(new URL('dist/village-charts-node.js', installed).href);
  const refused = async (...given) => {
    const error = await renderToString(...given).then(
      () => assert.fail('it took them'),
      (error) => error,
    );
    assert.ok(error instanceof TypeError, String(error));
    return error.message.split('\n');
  };
  assert.deepEqual(await refused('{}'), ["options: found nothing; expected an object such as { type: 'revenue' }"]);
  assert.deepEqual(await refused('{}', {}), [
    'options.type: found nothing; expected one of ' +
      'revenue, income, clusters, villages, petitions, ranking, trend, spread, scatter, groups, makeup',
  ]);
  const all =
    'type, src, locale, theme, indicator, x, y, order, shown, split, time, group, only, places, ' +
    'also, unit, sort, controls, link, bar, gap, table, unstyled';
  assert.deepEqual(
    await refused('{}', {
      type: 'income',
      typ: 'revenue',
      theme: 'drak',
      bar: 9,
      gap: '1',
      indicator: 3,
      time: '2024-13',
      controls: 'sort,unit',
      unstyled: 'yes',
      table: 'some',
      src: null,
    }),
    [
      `options.typ: found an unknown option; expected one of ${all}`,
      'options.theme: found "drak"; expected one of auto, light, dark',
      'options.bar: found 9; expected a number from 0.5 to 2',
      'options.gap: found "1"; expected a number from 0.5 to 2',
      'options.indicator: found 3; expected a text',
      'options.time: found "2024-13"; expected a time such as 2024, 2024-07, 2024-Q3 or 2023/24',
      `options.controls: found "sort,unit"; expected 'all', 'none', or some of ` +
        `'indicator x y time group only order shown sort unit tools'`,
      'options.unstyled: found "yes"; expected true or false',
      'options.table: found "some"; expected one of all, page, none',
      'options.src: found null; expected a text',
    ],
  );
  assert.deepEqual(await refused('{}', { type: 'income', bar: NaN, toString: 1 }), [
    'options.bar: found NaN; expected a number from 0.5 to 2',
    `options.toString: found an unknown option; expected one of ${all}`,
  ]);
});

test('renderToString takes every option that its types have, as the element would', async () => {
  const { renderToString } = await import(new URL('dist/village-charts-node.js', installed).href);
  const data = await readFile(path('../../www/data/hanoi-2024.json'), 'utf8');
  const html = await renderToString(`\uFEFF${data}`, {
    type: 'income',
    src: '/d.json',
    locale: 'en',
    theme: 'dark',
    unit: 'year',
    sort: 'value',
    controls: 'unit tools',
    bar: 0.5,
    gap: 2,
    table: 'none',
    unstyled: true,
  });
  assert.ok(!html.includes('<table'));
  const begins =
    '<div><village-chart type="income" locale="en" src="/d.json" theme="dark" unit="year" controls="unit tools">\n' +
    '<div class="village-chart dark"';
  assert.equal(html.slice(0, begins.length), begins);
  const plain = await renderToString(JSON.parse(data), {
    type: 'revenue',
    controls: 'all',
    theme: 'auto',
    unit: undefined,
  });
  assert.match(
    plain,
    /^<div><village-chart type="revenue" locale="vi"><script type="application\/json">/,
    'defaults are not said',
  );
  const communes = await readFile(path('../data/communes.json'), 'utf8');
  const ranking = await renderToString(communes, {
    type: 'ranking',
    src: '/d.json',
    locale: 'en',
    indicator: 'pupils',
    time: '2022/23',
    group: 'district',
  });
  assert.match(
    ranking,
    /^<div><village-chart type="ranking" locale="en" src="\/d\.json" indicator="pupils" time="2022\/23" group="dis/,
  );
  assert.match(ranking, /school year 2022\/23/);
});

test('renderToString says what is wrong with data, and where', async () => {
  const { DataError, renderToString } = await import(new URL('dist/village-charts-node.js', installed).href);
  await assert.rejects(
    renderToString(Buffer.from('{}'), { type: 'revenue' }),
    /^TypeError: data: found bytes; expected an object or JSON text/,
  );
  await assert.rejects(renderToString('{\n  "format": "village-charts/1",\n}', { type: 'revenue' }), (error) => {
    assert.ok(error instanceof SyntaxError && error.cause instanceof SyntaxError);
    assert.match(error.message, /^line 3, column 1: found \}; expected a key in double quotes/);
    return true;
  });
  for (const [data, path] of [
    [{ format: 'village-charts/1', revenue: 3 }, '$.revenue'],
    [{ format: 'village-charts/1' }, '$.income'],
    [undefined, '$'],
  ]) {
    await assert.rejects(
      renderToString(data, { type: 'income' }),
      (error) => error instanceof DataError && error.findings.some((f) => f.path === path),
    );
  }
});

test('integrity.json has the digest of every file that a page loads', async () => {
  const all = await readdir(new URL('dist/', installed), { recursive: true });
  const files = all.filter((name) => /\.\w+$/.test(name) && !name.endsWith('.d.ts'));
  const digests = await json('integrity.json');
  assert.deepEqual(Object.keys(digests).sort(), files.map((name) => `dist/${name}`).sort());
  for (const [name, digest] of Object.entries(digests)) {
    const bytes = await readFile(new URL(name, installed));
    assert.equal(digest, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, name);
  }
});

test('every file that package.json names is there', async () => {
  const { exports, unpkg, jsdelivr, customElements, sideEffects, main, types } = await json('package.json');
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? target : Object.values(target),
  );
  const dist = (await readdir(new URL('dist/', installed))).map((name) => `./dist/${name}`);
  // of these one is a file for each language
  const whole = sideEffects.filter((file) => !file.includes('*'));
  for (const pattern of sideEffects.filter((file) => !whole.includes(file))) {
    const [start, end] = pattern.split('*');
    const found = dist.filter((file) => file.startsWith(start) && file.endsWith(end));
    for (const script of ['village-charts.js', 'village-charts.vi.js'])
      assert.ok(found.includes(`./dist/${script}`), `${script} in ${pattern}`);
  }
  for (const file of [...targets, unpkg, jsdelivr, customElements, ...whole, main, types]) {
    await assert.doesNotReject(readFile(new URL(file, installed)), file);
  }
});

for (const project of ['types', 'vite-react']) {
  test(`types: ${project} compiles`, async () => {
    const tsc = path('../../node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', path(project, consumers)]).catch((error) => error);
    assert.equal(stdout, '');
  });
}
