// Charts that are gone leave nothing behind.
import assert from 'node:assert/strict';
import test from 'node:test';
import { TYPES } from '../../scripts/attributes.mjs';
import { fileOf, open } from './browser.mjs';

test('a thousand charts created and removed leave memory where it was', async (t) => {
  const prepare = () => {
    // where a page is busy, it is told late that it is idle
    const idle = window.requestIdleCallback.bind(window);
    const never = [];
    window.requestIdleCallback = (then) => (window.busy ? never.push(then) : idle(then));
    // wasm-bindgen frees what was collected as garbage, at some time; the element is to free it at once
    delete window.FinalizationRegistry;
    WebAssembly.Instance = class extends WebAssembly.Instance {
      constructor(...values) {
        super(...values);
        window.memory = this.exports.memory;
      }
    };
  };
  const page = await open(t, { html: '<div id="here"></div>', init: prepare });
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.enable');
  const round = () =>
    page.evaluate(
      async (types) => {
        const here = document.querySelector('#here');
        const files = await Promise.all(types.map(async ([, file]) => (await fetch(file)).json()));
        const charts = Array.from({ length: 100 }, (_, i) => {
          const chart = Object.assign(document.createElement('village-chart'), {
            type: types[i % types.length][0],
            data: files[i % types.length],
          });
          here.append(chart);
          return chart;
        });
        for (const chart of charts) {
          chart.scrollIntoView();
          await chart.updated;
          // one that was far away takes its pixels when the browser says that it is near: with one of the next frames
          for (let frames = 0; chart.shadowRoot.querySelector('canvas').height < 50; frames++) {
            if (frames === 60) throw new Error('not painted');
            await new Promise(requestAnimationFrame);
          }
        }
        for (const chart of charts) here.prepend(chart); // a move is not a second life
        here.replaceChildren();
        window.events.length = 0;
      },
      TYPES.map((type) => [type, fileOf(type)]),
    );
  const empty = () =>
    page.evaluate(async () => {
      const here = document.querySelector('#here');
      const charts = Array.from({ length: 100 }, () => document.createElement('village-chart'));
      here.append(...charts);
      for (const chart of charts) {
        chart.scrollIntoView();
        await chart.updated;
      }
      here.replaceChildren();
    });
  const measure = async () => {
    for (let i = 0; i < 3; i++) {
      await client.send('HeapProfiler.collectGarbage');
      // what is said once it has settled, and of which chart, is kept for half a second
      await page.waitForTimeout(700);
    }
    const { nodes, jsEventListeners: listeners } = await client.send('Memory.getDOMCounters');
    const { usedSize: heap } = await client.send('Runtime.getHeapUsage');
    return { nodes, listeners, heap, wasm: await page.evaluate(() => window.memory.buffer.byteLength) };
  };
  // what is made once and kept (the module, style sheets, formats), and the room that the allocator needs for a
  // hundred charts in whatever order they come: it takes a last page of 64 KB in the third or fourth round, and none
  // in the twenty after that
  for (let i = 0; i < 6; i++) await round();
  const before = await measure();
  for (let i = 0; i < 9; i++) await round();
  await page.evaluate(() => (window.busy = true));
  await round();
  // they wait for data, and to say that there is none
  await empty();
  const after = await measure();
  const both = JSON.stringify({ before, after });
  assert.equal(after.wasm, before.wasm, both);
  assert.ok(after.nodes <= before.nodes + 50, both);
  assert.ok(after.listeners <= before.listeners + 10, both);
  assert.ok(after.heap <= before.heap * 1.1 + 200_000, both);
  assert.deepEqual(page.messages, []);
});
