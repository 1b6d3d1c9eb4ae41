// Whatever comes in: a clear error or a picture; no panic, no script run, the fallback kept, other charts untouched.
// The list is that of tests/bad_input.rs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { canvas, inside, open, revenue, settle } from './browser.mjs';

const inputs = JSON.parse(await readFile(new URL('../data/inputs.json', import.meta.url), 'utf8'));
const GOOD = `<village-chart id="good" type="revenue"><script type="application/json">${JSON.stringify(revenue(['A', 5], ['B', 3]))}</script></village-chart>`;

/** Gives one chart its data and tells what came of it. */
async function outcome(page, give, argument) {
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
      return {
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
const lenient = (t) => open(t, { html: `<div id="box"></div>${GOOD}`, bypassCSP: true });

async function goodIsGood(page) {
  const { spot, tip } = inside(page, '#good');
  await page.locator('#good').scrollIntoViewIfNeeded();
  assert.ok((await canvas(page, '#good')).painted > 0);
  const { x, y } = await spot('B:');
  await page.mouse.move(x, y);
  assert.match(await tip.innerText(), /3 tỷ đồng/);
}

test('eighty nasty files, as a child and as text by property', async (t) => {
  const page = await lenient(t);
  await settle(page);
  for (const { what, type, json, expect } of inputs) {
    for (const give of [
      'chart.type = value.type; chart.data = value.json',
      'chart.type = value.type; const s = document.createElement("script"); s.type = "application/json"; s.textContent = value.json; chart.append(s)',
    ]) {
      const result = await outcome(page, give, { type, json });
      clear(result, what);
      if (expect === 'draws') assert.deepEqual(result.codes, [], what);
      else assert.ok(result.codes.includes(expect), `${what}: ${result.codes}, not ${expect}`);
    }
  }
  assert.ok(inputs.length >= 50);
  await goodIsGood(page);
  assert.deepEqual(page.messages.filter((text) => !text.startsWith('village-chart: ')), [], 'no panic, nothing uncaught');
});

const BASE = 'chart.type = "revenue"; const data = { format: "village-charts/1", revenue: { unit: "billion_vnd", per: "year" }, villages: [{ name: "A", revenue: 5 }] }; ';
/** What JavaScript has and JSON does not. */
const VALUES = {
  'NaN': ['data.villages[0].revenue = NaN', 'number_out_of_range'],
  'Infinity': ['data.villages[0].revenue = Infinity', 'number_out_of_range'],
  'undefined members': ['data.villages[0].craft = undefined', null],
  'a function': ['data.villages[0].revenue = () => 5', 'wrong_type'],
  'a function for all': ['chart.data = () => 5; return', 'wrong_type'],
  'a symbol': ['data.villages[0].name = Symbol("A")', 'wrong_type'],
  'a BigInt': ['data.villages[0].revenue = 5n', 'wrong_type'],
  'a Date': ['data.as_of = new Date()', 'wrong_type'],
  'a Map': ['data.villages[0].revenue = new Map([["exact", 5]])', 'one_qualifier'],
  'a typed array': ['data.villages = new Float64Array([1, 2])', 'wrong_type'],
  'a sparse array': ['data.villages = [, , { name: "A" }]', 'wrong_type'],
  'an object in itself': ['data.villages[0].craft = data', 'empty_text'],
  'an object in its own label': ['const label = {}; label.vi = label; data.title = label', 'wrong_type'],
  'a list in itself': ['data.villages.push(data.villages)', 'wrong_type'],
  'very deep': ['let deep = {}; for (let i = 0; i < 100000; i++) deep = { vi: deep }; data.title = deep', 'wrong_type'],
  'half a character': ['data.villages[0].name = "\\ud800x"', null],
  'a boxed number': ['data.villages[0].revenue = new Number(5)', 'one_qualifier'],
  'a frozen object': ['Object.freeze(data)', null],
  'no prototype': ['Object.setPrototypeOf(data, null)', null],
  'a long name': ['data.villages[0].name = "x".repeat(100000)', 'text_too_long'],
  'a long key': ['data["y".repeat(100000)] = 1', null],
  'many villages': ['data.villages = Array.from({ length: 20000 }, (_, i) => ({ name: "V" + i, revenue: i }))', null],
  'null for all': ['chart.data = null; return', 'wrong_type'],
};

test('what only JavaScript can hold', async (t) => {
  const page = await lenient(t);
  await settle(page);
  for (const [what, [change, expected]] of Object.entries(VALUES)) {
    const result = await outcome(page, `${BASE}${change}; chart.data = data`, null);
    clear(result, what);
    if (expected) assert.ok(result.codes.includes(expected), `${what}: ${result.codes}, not ${expected}`);
    else assert.deepEqual(result.codes, [], what);
  }
  for (const trap of [
    'Object.defineProperty(data, "villages", { enumerable: true, get() { throw new Error("trap") } })',
    'data.villages = new Proxy([], { get() { throw new Error("trap") } })',
  ]) {
    const result = await outcome(page, `${BASE}${trap}; chart.data = data`, null);
    clear(result, trap);
    assert.ok(result.reason, 'data that throws is a failure');
  }
  await goodIsGood(page);
  assert.deepEqual(page.messages.filter((text) => !text.startsWith('village-chart: ')), []);
});
