// A chart that is removed from a page is let go, whatever state it was in.
import assert from 'node:assert/strict';
import test from 'node:test';
import { HANOI, open, until } from './browser.mjs';

/** Each makes one chart, and takes it out of the page again. */
const LIVES = {
  'one that was drawn': async (chart) => {
    document.body.append(chart);
    await chart.updated;
    chart.remove();
  },
  'one whose src is no address': async (chart) => {
    chart.src = 'https://%HOST%/x.json';
    document.body.append(chart);
    await chart.updated;
    chart.remove();
  },
  'one that no reader came near': async (chart) => {
    chart.style.cssText = 'position: absolute; top: 30000px';
    document.body.append(chart);
    await new Promise((then) => requestAnimationFrame(() => setTimeout(then, 50)));
    chart.remove();
  },
  'one in a frame that went': async (chart) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument.body.append(chart);
    await new Promise((then) => requestAnimationFrame(() => setTimeout(then, 50)));
    frame.remove();
  },
  'one that went into a document that no one sees': async (chart) => {
    document.body.append(chart);
    await chart.updated;
    new DOMParser().parseFromString('<p>', 'text/html').body.append(chart);
  },
};

for (const [name, live] of Object.entries(LIVES)) {
  test(`${name} is let go`, async (t) => {
    const page = await open(t, { html: '' });
    await page.waitForFunction(() => customElements.get('village-chart'));
    await page.evaluate((src) => {
      window.chart = Object.assign(document.createElement('village-chart'), { type: 'revenue', src });
    }, HANOI);
    const chart = await page.evaluateHandle(() => window.chart);
    await chart.evaluate(live);
    await chart.dispose();
    await page.evaluate(() => {
      window.gone = new WeakRef(window.chart);
      delete window.chart;
      window.events = [];
    });
    const client = await page.context().newCDPSession(page);
    const gone = async () => {
      await client.send('HeapProfiler.collectGarbage');
      return page.evaluate(() => !window.gone.deref());
    };
    await until(gone, true, 'it is still there');
  });
}
