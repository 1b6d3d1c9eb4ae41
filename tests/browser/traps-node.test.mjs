// What stops in Node leaves the next chart what it is.
import assert from 'node:assert/strict';
import test from 'node:test';
import { trappable } from './traps.mjs';

const MANY = JSON.stringify({
  format: 'village-charts/1',
  revenue: { unit: 'billion_vnd', per: 'year' },
  villages: Array.from({ length: 5 }, (_, i) => ({ name: `Làng ${i + 1}`, revenue: 100 + i })),
});

test('in Node, five hundred stops leave the next chart what it is, and each says what it was', async () => {
  const { Instance } = WebAssembly;
  trappable();
  try {
    const { renderToString } = await import('../../www/dist/village-charts-node.js');
    const right = await renderToString(MANY, { type: 'revenue' });
    for (let i = 0; i < 500; i++) {
      globalThis.trap = { at: 'number', times: 1, how: i % 2 ? 'throw' : 'trap' };
      const expected = i % 2 ? /the page is wrong/ : /unreachable/;
      await assert.rejects(renderToString(MANY, { type: 'revenue' }), expected);
    }
    assert.equal(await renderToString(MANY, { type: 'revenue' }), right);
    assert.equal(globalThis.instances, 501);
  } finally {
    WebAssembly.Instance = Instance;
  }
});
