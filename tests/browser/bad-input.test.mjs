// Whatever comes in: a clear error or a picture; no panic, no script run, the fallback kept, other charts untouched.
// The list is that of tests/bad_input.rs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { canvas, inside, open, revenue, settle, withData } from './browser.mjs';

const inputs = JSON.parse(await readFile(new URL('../data/inputs.json', import.meta.url), 'utf8'));
const GOOD = withData(revenue(['A', 5], ['B', 3]), 'id="good" type="revenue"');

/** What a page may take for any one input: far beyond what it needs, also on a slow machine, and no hang. */
const PATIENCE = 15_000;

/** Gives one chart its data and tells what came of it; rejects where the page hangs. */
async function outcome(page, give, argument) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the page hangs: no answer within ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([attempt(page, give, argument), late]).finally(() => clearTimeout(timer));
}

function attempt(page, give, argument) {
  return page.evaluate(
    async ([text, value]) => {
      const box = document.querySelector('#box');
      window.events.length = 0;
      const chart = document.createElement('village-chart');
      chart.innerHTML = '<p>fallback</p>';
      new Function('chart', 'value', text)(chart, value);
      box.replaceChildren(chart);
      chart.scrollIntoView({ block: 'center' });
      await chart.updated;
      const { shadowRoot: inner } = chart;
      const error = window.events.find((event) => event.type === 'error')?.detail;
      const canvas = inner.querySelector('canvas');
      const top =
        canvas.height && canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.min(canvas.height, 1000)).data;
      return {
        painted: top && top.some((channel) => channel > 0),
        codes: error?.findings.map((f) => f.code) ?? [],
        reason: error?.reason,
        message: inner.querySelector('.message').innerText,
        fallback: chart.querySelector('p').checkVisibility(),
        figure: inner.querySelector('figure').checkVisibility(),
        pwned: window.pwned ?? Object.prototype.pwned ?? null,
        markup: inner.querySelectorAll('figure img, figure script').length,
      };
    },
    [give, argument],
  );
}

const clear = (result, what) => {
  assert.equal(result.pwned, null, what);
  assert.equal(result.markup, 0, what);
  assert.equal(result.fallback, !result.figure, `${what}: the fallback or the figure`);
  if (result.reason) {
    assert.ok(result.fallback, what);
    assert.match(result.message, /Không vẽ được biểu đồ/, what);
  } else {
    assert.ok(result.figure && result.message === '', what);
  }
};

/** A page whose tests may make functions of text; the strict policy is tested elsewhere. */
async function lenient(t) {
  const page = await open(t, { html: `<div id="box"></div>${GOOD}`, bypassCSP: true });
  page.on('dialog', (dialog) => {
    page.messages.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return page;
}

async function goodIsGood(page) {
  const { spot, tip } = inside(page, '#good');
  await page.locator('#good').scrollIntoViewIfNeeded();
  assert.ok((await canvas(page, '#good')).painted > 0);
  const { x, y } = await spot('B:');
  await page.mouse.move(x, y);
  assert.match(await tip.innerText(), /3 tỷ đồng/);
}

test(`${inputs.length} nasty files, as a child and as text by property`, async (t) => {
  const page = await lenient(t);
  await settle(page);
  const wrong = new Set();
  for (const { what, type, json, expect } of inputs) {
    for (const give of [
      'chart.type = value.type; chart.data = value.json',
      `chart.type = value.type;
      const script = document.createElement('script');
      chart.append(Object.assign(script, { type: 'application/json', textContent: value.json }));`,
    ]) {
      const result = await outcome(page, give, { type, json });
      clear(result, what);
      const right = expect === 'draws' ? result.codes.length === 0 : result.codes.includes(expect);
      if (!right) wrong.add(`${what}: ${result.codes}, not ${expect}`);
    }
  }
  assert.deepEqual([...wrong], []);
  assert.ok(inputs.length >= 50);
  await goodIsGood(page);
  assert.deepEqual(
    page.messages.filter((text) => !text.startsWith('village-chart: ')),
    [],
    'no panic, nothing uncaught',
  );
});

const BASE = `chart.type = 'revenue'; const data = ${JSON.stringify(revenue(['A', 5]))}; `;
/** What JavaScript has and JSON does not. */
const VALUES = {
  NaN: ['data.villages[0].revenue = NaN', 'number_out_of_range'],
  Infinity: ['data.villages[0].revenue = Infinity', 'number_out_of_range'],
  'undefined members': ['data.villages[0].craft = undefined', null],
  'a function': ['data.villages[0].revenue = () => 5', 'wrong_type'],
  'a function for all': ['chart.data = () => 5; return', 'wrong_type'],
  'a symbol': ['data.villages[0].name = Symbol("A")', 'wrong_type'],
  'a BigInt': ['data.villages[0].revenue = 5n', 'wrong_type'],
  'a Date': ['data.as_of = new Date()', 'wrong_type'],
  'a Map': ['data.villages[0].revenue = new Map([["exact", 5]])', 'one_qualifier'],
  'a typed array': ['data.villages = new Float64Array([1, 2])', 'wrong_type'],
  'a sparse array': ['data.villages = [, , { name: "A" }]', 'wrong_type'],
  'an object in itself': ['data.villages[0].craft = data', 'wrong_type'],
  'an object in its own label': ['const label = {}; label.vi = label; data.title = label', 'wrong_type'],
  'a list in itself': ['data.villages.push(data.villages)', 'wrong_type'],
  'very deep': ['let deep = {}; for (let i = 0; i < 100000; i++) deep = { vi: deep }; data.title = deep', 'wrong_type'],
  'half a character': ['data.villages[0].name = "\\ud800x"', 'not_utf8'],
  'a boxed number': ['data.villages[0].revenue = new Number(5)', 'one_qualifier'],
  'a frozen object': ['Object.freeze(data)', null],
  'no prototype': ['Object.setPrototypeOf(data, null)', null],
  'a long name': ['data.villages[0].name = "x".repeat(100000)', 'text_too_long'],
  'a number beyond all numbers': [
    'chart.data = JSON.stringify(data).replace(":5", ":1e999"); return',
    'number_out_of_range',
  ],
  'text that begins with a byte order mark': ['chart.data = "\\ufeff" + JSON.stringify(data); return', null],
  'a text object': ['data.villages[0].name = new String("A")', 'empty_text'],
  'a regular expression': ['data.villages[0].name = /A/', 'empty_text'],
  'an error': ['data.villages = new Error("A")', 'wrong_type'],
  'a promise of data': ['chart.data = Promise.resolve(data); return', 'missing_key'],
  'an element': ['data.villages = [document.body]', 'missing_key'],
  'a long key': ['data["y".repeat(100000)] = 1', null],
  'many villages': ['data.villages = Array.from({ length: 20000 }, (_, i) => ({ name: "V" + i, revenue: i }))', null],
  'null for all': ['chart.data = null; return', 'wrong_type'],
};

test('what only JavaScript can hold', async (t) => {
  const page = await lenient(t);
  await settle(page);
  const wrong = [];
  for (const [what, [change, expected]] of Object.entries(VALUES)) {
    const result = await outcome(page, `${BASE}${change}; chart.data = data`, null);
    clear(result, what);
    const right = expected ? result.codes.includes(expected) : result.codes.length === 0 && result.painted;
    if (!right) wrong.push(`${what}: ${result.codes}, not ${expected ?? 'a picture'}`);
  }
  for (const trap of [
    'Object.defineProperty(data, "villages", { enumerable: true, get() { throw new Error("trap") } })',
    'data.villages = new Proxy([], { get() { throw new Error("trap") } })',
  ]) {
    const result = await outcome(page, `${BASE}${trap}; chart.data = data`, null);
    clear(result, trap);
    if (result.reason !== 'data') wrong.push(`${trap}: it is the data that fails, not: ${result.reason}`);
  }
  assert.deepEqual(wrong, []);
  await goodIsGood(page);
  assert.deepEqual(
    page.messages.filter((text) => !text.startsWith('village-chart: ')),
    [],
  );
});

/**
 * Objects whose tree is endless, or far larger than they are. Six villages that point back at their file are nothing
 * unusual.
 */
const ENDLESS = {
  'villages that point back at their file':
    'data.villages = [1, 2, 3, 4, 5, 6].map((i) => ({ name: `V${i}`, revenue: i, file: data }))',
  'an object shared by two keys, thirty times over':
    'let twice = { vi: "A" }; for (let i = 0; i < 30; i++) twice = { vi: twice, en: twice }; data.title = twice',
  'a list of ten million holes': 'data.villages = new Array(1e7)',
  'a list of four thousand million holes': 'data.villages = new Array(4294967295)',
};

for (const [what, change] of Object.entries(ENDLESS)) {
  test(`no hang and no panic: ${what}`, async (t) => {
    const page = await lenient(t);
    await settle(page);
    const result = await outcome(page, `${BASE}${change}; chart.data = data`, null);
    clear(result, what);
    if (result.reason) assert.equal(result.reason, 'data');
    await goodIsGood(page);
    assert.deepEqual((await outcome(page, `${BASE}chart.data = data`, null)).codes, [], 'the next chart is drawn');
  });
}

test('data that throws, time after time, leaves the other charts alone', async (t) => {
  const page = await lenient(t);
  await settle(page);
  await page.evaluate(async () => {
    for (let i = 0; i < 500; i++) {
      const chart = document.createElement('village-chart');
      chart.type = 'revenue';
      let deep = {
        get vi() {
          throw new Error('trap');
        },
      };
      for (let j = 0; j < 25; j++) deep = { vi: deep };
      chart.data = { title: deep };
      document.querySelector('#box').replaceChildren(chart);
      await chart.updated;
    }
  });
  const next = await outcome(page, `${BASE}chart.data = data`, null);
  assert.deepEqual([next.reason, next.figure], [undefined, true], 'a new chart is drawn');
  await goodIsGood(page);
});

test('a long list is painted, or refused, but never a blank picture', async (t) => {
  const page = await lenient(t);
  await settle(page);
  const rows = 'Array.from({ length: 5000 }, (_, i) => ({ name: `R${i}`, per: "month", value: i }))';
  const result = await page.evaluate(async (text) => {
    const chart = document.createElement('village-chart');
    chart.type = 'income';
    chart.data = {
      format: 'village-charts/1',
      income: { unit: 'million_vnd', rows: new Function(`return ${text}`)() },
    };
    document.querySelector('#box').replaceChildren(chart);
    await chart.updated;
    const canvas = chart.shadowRoot.querySelector('canvas');
    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, 500).data;
    return {
      said: chart.shadowRoot.querySelector('.message').innerText,
      painted: pixels.some((channel) => channel > 0),
      size: [canvas.width, canvas.height],
    };
  }, rows);
  assert.ok(result.said || result.painted, `a blank canvas of ${result.size}`);
});
