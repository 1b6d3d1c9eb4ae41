// Which of the modules a page loads: one for most charts, one that reads the whole format.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { TYPES } from '../../scripts/attributes.mjs';
import { canvas, fileOf, HANOI, inside, open, pageStart, revenue, settle, until, withData } from './browser.mjs';
import { standsWhereItStood } from './static.mjs';
import { trappable } from './traps.mjs';

const BASE = 'village_charts_bg.wasm';
const WHOLE = 'village_charts_indicators_bg.wasm';
const TREND = 'village_charts_trend_bg.wasm';
const GROUPS = 'village_charts_groups_bg.wasm';
const ALL = 'village_charts_all_bg.wasm';
const makeup = JSON.parse(readFileSync(new URL('../../www/data/gallery/makeup.json', import.meta.url), 'utf8'));
const communes = JSON.parse(readFileSync(new URL('../data/communes.json', import.meta.url), 'utf8'));
const data = revenue(['An', 5], ['Bình', 3]);
const PLACES = { one: { vi: 'xã', en: 'commune' }, many: { vi: 'xã', en: 'communes' } };

/** A page that notes which modules it asks for. */
async function noting(t, html, options = {}) {
  const asked = [];
  const at = (page) =>
    page.on('request', (request) => {
      const name = request.url().replace(/.*\//, '');
      if (name.endsWith('.wasm')) asked.push(name);
    });
  const page = await open(t, { html, at, ...options });
  await settle(page);
  return { page, asked };
}

/** All that a chart says. */
const summary = (page, selector = 'village-chart') =>
  page.locator(selector).evaluate((e) => e.shadowRoot.querySelector('figure').textContent);

test('the charts of an article need one module', async (t) => {
  const { page, asked } = await noting(t, `<village-chart type="revenue" src="${HANOI}"></village-chart>`);
  assert.deepEqual(asked, [BASE]);
  assert.deepEqual(page.messages, []);
});

test('a page with a ranking alone never loads the module for other charts', async (t) => {
  const { page, asked } = await noting(t, withData(communes, 'type="ranking"'));
  assert.ok((await canvas(page, 'village-chart')).painted > 1000);
  assert.deepEqual(asked, [WHOLE]);
  assert.deepEqual(page.messages, []);
});

test('an income of an indicator is drawn by the module that reads the whole format', async (t) => {
  const { page, asked } = await noting(
    t,
    '<village-chart type="income" locale="en" src="data/mau.json"></village-chart>',
  );
  assert.deepEqual(asked, [BASE, WHOLE]);
  const { items } = inside(page);
  const first = () => items.first().textContent();
  assert.match(await first(), /^Mẫu An, .*6\.42, between 6\.16 and 6\.68 million dong a month/);
  await page.getByRole('button', { name: /year/i }).click();
  await settle(page);
  assert.match(await first(), /77\.04, .*million dong a year.*As stated: 6\.42/);
  assert.deepEqual(page.messages, []);
  await standsWhereItStood(t, 'www/data/mau.json', ['--type', 'income', '--indicator', 'income']);
});

test('a page with both kinds loads one module, which draws both', async (t) => {
  const html = `<village-chart type="revenue" src="${HANOI}"></village-chart>` + withData(communes, 'type="ranking"');
  const { page, asked } = await noting(t, html);
  assert.deepEqual(asked, [WHOLE]);
  for (const type of ['revenue', 'ranking']) assert.ok((await canvas(page, `[type=${type}]`)).painted > 1000, type);
  assert.deepEqual(page.messages, []);
});

test('a page with a ranking and a trend loads the module that draws both', async (t) => {
  const html = withData(communes, 'type="ranking"') + withData(communes, 'type="trend"');
  const { page, asked } = await noting(t, html);
  assert.deepEqual(asked, [TREND]);
  for (const type of ['ranking', 'trend']) assert.ok((await canvas(page, `[type=${type}]`)).painted > 500, type);
  assert.deepEqual(page.messages, []);
});

for (const [types, module] of [
  [['spread'], 'village_charts_spread_bg.wasm'],
  [['scatter'], 'village_charts_scatter_bg.wasm'],
  [['groups'], GROUPS],
  [['makeup'], 'village_charts_makeup_bg.wasm'],
  [['spread', 'scatter', 'ranking'], 'village_charts_spread_scatter_bg.wasm'],
  [['groups', 'ranking'], 'village_charts_groups_makeup_bg.wasm'],
  [['revenue', 'trend'], 'village_charts_article_trend_bg.wasm'],
  [['revenue', 'spread'], ALL],
  [['trend', 'spread', 'groups'], ALL],
])
  test(`a page with ${types.join(', ')} loads one module, that draws them`, async (t) => {
    const of = { revenue: data, makeup };
    const page = types.map((type) => withData(of[type] ?? communes, `type="${type}"`)).join('');
    const {
      page: { messages },
      page: at,
      asked,
    } = await noting(t, page);
    assert.deepEqual(asked, [module]);
    for (const type of types) assert.ok((await canvas(at, `[type=${type}]`)).painted > 500, type);
    assert.deepEqual(messages, []);
  });

test('charts of one data file ask for it once, as long as one of them has it', async (t) => {
  let asked = 0;
  const held = [];
  const at = (page) =>
    page.route('**/hanoi-2024.json', async (route) => {
      asked++;
      await new Promise((resolve) => held.push(resolve));
      await route.continue().catch(() => undefined); // given up
    });
  const chart = (type) => `<village-chart type="${type}" src="${HANOI}"></village-chart>`;
  const page = await open(t, { html: chart('revenue') + chart('income'), at });
  await until(
    () => held.length,
    (count) => count === 1,
  );
  // the first that asked goes away while the file is on its way
  await page.evaluate(() => document.querySelector('[type=revenue]').remove());
  held.forEach((go) => go());
  await settle(page);
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), chart('clusters'));
  await settle(page);
  for (const type of ['income', 'clusters']) assert.ok((await canvas(page, `[type=${type}]`)).painted > 500, type);
  assert.equal(asked, 1);
  // it may be another file by now
  await page.evaluate(() => {
    window.gone = document.querySelector('[type=income]');
    document.body.replaceChildren();
  });
  const again = page.waitForRequest('**/hanoi-2024.json');
  await page.evaluate(() => document.body.append(window.gone));
  await again;
  await until(
    () => held.length,
    (count) => count === 2,
  );
  held.forEach((go) => go());
  await settle(page);
  assert.equal(asked, 2);
  assert.deepEqual(page.messages, []);
});

test('a chart stays in its module when its type changes to one that this draws, too', async (t) => {
  const { page, asked } = await noting(t, withData(communes, 'type="trend"'));
  await page.evaluate(() => (document.querySelector('village-chart').type = 'ranking'));
  await settle(page);
  assert.deepEqual(asked, [TREND]);
  await page.evaluate(() => (document.querySelector('village-chart').type = 'groups'));
  await settle(page);
  assert.deepEqual(asked, [TREND, GROUPS]);
  assert.ok((await canvas(page, 'village-chart')).painted > 500);
  assert.deepEqual(page.messages, []);
});

test('a trend that comes later loads its module; a ranking after it is drawn in the one that is there', async (t) => {
  const { page, asked } = await noting(t, withData(communes, 'type="ranking"'));
  for (const type of ['trend', 'ranking']) {
    await page.evaluate(
      (html) => document.body.insertAdjacentHTML('beforeend', html),
      withData(communes, `type="${type}"`),
    );
    await settle(page);
  }
  assert.deepEqual(asked, [WHOLE, TREND]);
  assert.deepEqual(page.messages, []);
});

test('a ranking that comes later loads its module; the chart that is there stays, and stops alone', async (t) => {
  const { page, asked } = await noting(t, withData(data, 'type="revenue" id="first"'), { init: trappable });
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML('beforeend', html),
    withData(communes, 'type="ranking"'),
  );
  await settle(page);
  assert.deepEqual(asked, [BASE, WHOLE]);
  // one trap in each engine: the other kind goes on
  for (const [type, other] of [
    ['ranking', 'revenue'],
    ['revenue', 'ranking'],
  ]) {
    await page.evaluate((type) => {
      window.trap = { at: 'message', times: 1, how: 'trap' };
      document.querySelector(`[type=${type}]`).locale = 'en';
    }, type);
    await page.waitForFunction((type) => window.events.some((e) => e.type === 'error' && e.chart.length), type);
    await settle(page);
    assert.ok((await canvas(page, `[type=${other}]`)).painted > 1000, `${other} goes on`);
    await page.evaluate((type) => (document.querySelector(`[type=${type}]`).locale = 'vi'), type);
    await settle(page);
    assert.ok((await canvas(page, `[type=${type}]`)).painted > 1000, `${type} comes back`);
  }
});

/** A page of one script that holds module and words, which notes what it asks for beside it and the data. */
async function ofOneFile(t, html, language = 'vi') {
  const asked = [];
  const at = (page) =>
    page.on('request', (request) => {
      if (/\.(js|wasm)$/.test(request.url())) asked.push(request.url().replace(/.*\/dist\//, ''));
    });
  const script = `<script type="module" src="dist/village-charts.${language}.js"></script>`;
  const page = await open(t, { html: pageStart(script) + html, at });
  await settle(page);
  return { page, asked };
}

test('one file draws all charts of an article under a strict policy, without another request', async (t) => {
  const types = ['revenue', 'income', 'clusters', 'villages', 'petitions'];
  const html = types.map((type) => `<village-chart type="${type}" locale="vi" src="${HANOI}"></village-chart>`);
  const { page, asked } = await ofOneFile(t, html.join(''));
  for (const type of types) assert.ok((await canvas(page, `[type=${type}]`)).painted > 500, type);
  assert.match(await summary(page, '[type=revenue]'), /trên 1300 tỷ đồng/);
  assert.deepEqual(asked, ['village-charts.vi.js']);
  assert.deepEqual(page.messages, []);
});

test('beside one file, what it has not is loaded: another language, a module that draws more', async (t) => {
  const ranking = withData(communes, 'type="ranking" locale="fr"');
  const { page, asked } = await ofOneFile(t, ranking, 'fr');
  assert.ok((await canvas(page, 'village-chart')).painted > 1000);
  assert.deepEqual(asked.sort(), [
    'texts/fr-indicators.js',
    'village-charts-choices.js',
    'village-charts.fr.js',
    WHOLE,
  ]);
  await page.evaluate(() => (document.querySelector('village-chart').locale = 'id'));
  await settle(page);
  assert.deepEqual(asked.slice(4).sort(), ['texts/id-indicators.js', 'texts/id.js']);
  assert.deepEqual(page.messages, []);
});

test('each language has its one file; the script of many files beside it changes nothing', async (t) => {
  const tags = readdirSync(new URL('../../texts', import.meta.url))
    .filter((name) => name.endsWith('.ftl'))
    .map((name) => name.replace('.ftl', ''));
  const chart = (tag) => `<village-chart type="revenue" locale="${tag}" src="${HANOI}"></village-chart>`;
  const said = [];
  for (const tag of tags) {
    const { page, asked } = await ofOneFile(t, chart(tag), tag);
    assert.deepEqual(asked, [`village-charts.${tag}.js`]);
    said.push(await summary(page));
    await page.evaluate(() => import('/dist/village-charts.js'));
    assert.equal(await summary(page), said.at(-1));
    assert.deepEqual(page.messages, []);
  }
  assert.equal(new Set(said).size, tags.length);
});

test('one file under a policy that allows no module says so, and the fallback stays', async (t) => {
  const script = '<script type="module" src="dist/village-charts.vi.js"></script>';
  const html = `${pageStart(script)}<village-chart type="revenue" src="${HANOI}">Hữu Bằng</village-chart>`;
  const page = await open(t, { html, policy: "script-src 'self'; style-src 'self'" });
  await page.waitForFunction(() => window.events.some(({ type }) => type === 'error'));
  const [{ detail }] = await page.evaluate(() => window.events.filter(({ type }) => type === 'error'));
  assert.equal(detail.reason, 'wasm');
  assert.match(detail.message, /'wasm-unsafe-eval' in its script-src/);
});

const ONE = { vi: 'hộ', en: 'household' };
for (const [what, file, said] of [
  ['what its places are called', { ...data, places: PLACES }, '2 xã'],
  ['another currency', { ...data, revenue: { unit: { currency: 'IDR', scale: 'billion' }, per: 'year' } }, 'rupiah'],
  [
    'an estimate with its interval',
    revenue(['An', { estimate: 5, interval: [4, 6] }], ['Bình', 3]),
    'trong khoảng từ 4 đến 6',
  ],
  ['a flag', revenue(['An', { exact: 5, provisional: true }], ['Bình', 3]), 'số sơ bộ'],
  [
    'columns',
    {
      ...data,
      villages: {
        columns: ['name', 'revenue'],
        rows: [
          ['An', 5],
          ['Bình', 3],
        ],
      },
    },
    'An',
  ],
  ['indicators', { ...data, indicators: [{ id: 'poor', name: 'Poor', kind: 'count', unit: ONE }] }, 'An'],
]) {
  test(`a file with ${what} is left to the module that reads it`, async (t) => {
    const { page, asked } = await noting(t, withData(file));
    assert.deepEqual(asked, [BASE, WHOLE]);
    assert.ok((await summary(page)).includes(said), await summary(page));
    assert.ok((await canvas(page, 'village-chart')).painted > 1000);
    assert.deepEqual(await page.evaluate(() => window.events.map((e) => e.type)), ['ready']);
    assert.deepEqual(page.messages, []);
  });
}

test('a key of no module is a warning all the same, and a wrong number beside it an error', async (t) => {
  const { page, asked } = await noting(t, withData({ ...data, vilages: [] }));
  assert.deepEqual(asked, [BASE, WHOLE]);
  assert.match(page.messages.join('\n'), /the data has warnings/);
  const wrong = { ...revenue(['An', '1.300']), places: PLACES };
  await page.evaluate((data) => (document.querySelector('village-chart').data = data), wrong);
  await settle(page);
  assert.match(page.messages.join('\n'), /\$\.villages\[0\]\.revenue/);
});

test('where that module does not come, the fallback stays, and one line says why', async (t) => {
  const at = (page) => page.route(`**/${WHOLE}`, (route) => route.abort());
  const page = await open(t, { html: withData({ ...data, places: PLACES }), at });
  await settle(page);
  const events = await page.evaluate(() => window.events.map((e) => [e.type, e.detail?.reason]));
  assert.deepEqual(events, [['error', 'wasm']]);
  const [line, ...others] = page.messages.filter((line) => line.startsWith('village-chart'));
  assert.ok(line.includes(WHOLE), line);
  assert.deepEqual(others, []);
});

test('the tools open on either kind, and both go on in them', async (t) => {
  const { page } = await noting(t, withData(data, 'type="revenue"'));
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML('beforeend', html),
    withData(communes, 'type="ranking"'),
  );
  await settle(page);
  for (const type of ['ranking', 'revenue']) {
    const { chart } = inside(page, `[type=${type}]`);
    await chart.locator('button[value=tools]').click();
    await chart.locator('[part=tools] .row').first().waitFor();
    assert.ok((await canvas(page, `[type=${type}]`)).painted > 1000, type);
  }
  assert.ok(await summary(page, '[type=revenue]'));
  assert.deepEqual(page.messages, []);
});

/** The ids of the messages that are loaded with a feature. @param {string} feature */
const idsOf = async (feature) => {
  const { default: all } = await import(`../../www/dist/texts/en-${feature}.js`);
  return Object.keys(all).filter((id) => id.includes('-'));
};

// a message that has not been loaded is its id
for (const [without, types, features, module] of [
  ['the tools', TYPES, ['tools'], ALL],
  [
    'many',
    TYPES.filter((type) => !['trend', 'spread', 'scatter', 'groups', 'makeup'].includes(type)),
    ['many', 'tools'],
    WHOLE,
  ],
  [
    'indicators',
    TYPES.filter((type) => !['trend', 'spread', 'scatter', 'groups', 'makeup', 'ranking'].includes(type)),
    ['indicators', 'many', 'tools'],
    BASE,
  ],
]) {
  test(`without ${without}, no chart says what only they have words for`, async (t) => {
    const ids = (await Promise.all(features.map(idsOf))).flat();
    const { page, asked } = await noting(
      t,
      types.map((type) => `<village-chart type="${type}" src="${fileOf(type)}" locale="en" group="district">`).join(''),
    );
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('village-chart')].map((e) => e.shadowRoot.textContent).join(' '),
    );
    assert.ok(said.includes('billion'));
    assert.deepEqual(
      ids.filter((id) => said.split(/\s/).includes(id)),
      [],
    );
    assert.deepEqual(asked, [module]);
  });
}
