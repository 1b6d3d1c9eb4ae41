// How soon a chart is there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { frames, inside, open, revenue, settle } from './browser.mjs';

const CHART = '<village-chart id="first" type="revenue" controls="none"></village-chart>';
const DATA = revenue(['A', 5], ['B', 3]);

test('a chart that is seen asks for module and words before the first frame', async (t) => {
  // what a page asks for is noted before its frames are: none is shown while the script that makes charts runs
  const note = () => {
    window.noted = [];
    const { fetch } = window;
    window.fetch = (url, ...rest) => {
      window.noted.push(String(url).replace(/.*\//, ''));
      return fetch(url, ...rest);
    };
    addEventListener('DOMContentLoaded', () => {
      const chart = document.querySelector('village-chart');
      chart.data = { format: 'village-charts/1' };
      requestAnimationFrame(() => window.noted.push('frame'));
    });
  };
  const page = await open(t, { html: CHART, init: note });
  await page.waitForFunction(() => window.noted.includes('frame') && window.noted.length > 1);
  assert.deepEqual(await page.evaluate(() => window.noted.slice(0, 2)), ['village_charts_bg.wasm', 'frame']);
});

test('one more chart is painted in the first frame that it is in', async (t) => {
  const page = await open(t, { html: CHART });
  await page.evaluate((data) => (document.querySelector('#first').data = data), DATA);
  await settle(page);
  const first = await page.evaluate(async (data) => {
    const chart = Object.assign(document.createElement('village-chart'), {
      id: 'second',
      type: 'revenue',
      controls: 'none',
      data,
    });
    document.querySelector('#first').before(chart);
    return new Promise((resolve) =>
      requestAnimationFrame(() => {
        const canvas = chart.shadowRoot.querySelector('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        resolve(data.some((value) => value));
      }),
    );
  }, DATA);
  assert.equal(first, true, 'nothing is painted when the frame is made');
});

test('a chart that is far away, or whose box is not shown, asks for nothing', async (t) => {
  const page = await open(t, {
    html: `${'<p>Far.</p>'.repeat(200)}${CHART}<div hidden><village-chart type="revenue"></village-chart></div>`,
  });
  await page.waitForFunction(() => customElements.get('village-chart'));
  await page.evaluate(
    (data) => document.querySelectorAll('village-chart').forEach((chart) => (chart.data = data)),
    DATA,
  );
  await frames(page, 10);
  assert.deepEqual(
    await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map((entry) => entry.name)
        .filter((name) => name.endsWith('.wasm')),
    ),
    [],
  );
  assert.equal(await inside(page, '#first').figure.isVisible(), false);
});
