// One server and one Chromium for a file of tests.
import { after, before } from 'node:test';
import { POLICY, serve } from '../../scripts/serve.mjs';
import { launch } from '../chromium.mjs';
import { PATIENCE } from './wait.mjs';

export * from './wait.mjs';

/** The script of the charts. */
export const SCRIPT = '<script type="module" src="dist/village-charts.js"></script>';

/** How a page begins that a test writes whole: with `more` in its head, in a language or in none. */
export const pageStart = (more = SCRIPT, lang = 'vi') =>
  `<!doctype html><html${lang && ` lang="${lang}"`}><meta charset="utf-8"><title>test</title>` +
  `<meta name="viewport" content="width=device-width"><link rel="icon" href="icon.svg">${more}<body>`;

/** A chart with its data inside. */
export const withData = (data, attributes = 'type="revenue"') =>
  `<village-chart ${attributes}><script type="application/json">${JSON.stringify(data)}</script></village-chart>`;

const www = new URL('../../www', import.meta.url).pathname;
let server;
let browser;

before(async () => {
  server = await serve(www);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Opens a page in a context of its own, which is closed when the test ends. `html` replaces the demo page; it is served
 * under the strict Content-Security-Policy of the server, or under `policy`, and '' is none. `at` is done to the page
 * before it loads. With a `clock` the test can move its time: from the start, since a timer that is older than that
 * clock can be neither moved nor cleared. `page.messages` are all console messages, errors and violations of the
 * policy. With `args` for Chromium the page has a browser of its own.
 */
export async function open(t, { path = '', html, policy = POLICY, init, at, clock, args, ...options } = {}) {
  const own = args ? await launch({ args }) : undefined;
  const context = await (own ?? browser).newContext({ viewport: { width: 800, height: 900 }, ...options });
  t.after(() => (own ?? context).close());
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.messages = [];
  page.on('console', (message) => page.messages.push(message.text()));
  page.on('pageerror', (error) => page.messages.push(String(error)));
  // what the widget says of itself, from before its script runs; and which files have come
  await page.addInitScript(() => {
    window.events = [];
    window.come = [];
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) window.come.push(name);
    }).observe({ type: 'resource', buffered: true });
    for (const type of ['ready', 'select', 'error']) {
      addEventListener(`village-chart-${type}`, ({ target, detail }) =>
        window.events.push({ type, chart: target.id || target.type, detail }),
      );
    }
    addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective}`));
  });
  if (init) await page.addInitScript(init);
  page.base = server.url;
  if (clock) await page.clock.install();
  await at?.(page);
  if (html !== undefined) {
    await page.route(`${server.url}test.html`, (route) =>
      route.fulfill({
        headers: {
          'content-type': 'text/html; charset=utf-8',
          ...(policy && { 'content-security-policy': policy }),
        },
        body: html.startsWith('<!doctype')
          ? html
          : pageStart(`<meta name="color-scheme" content="light dark">${SCRIPT}`) + html,
      }),
    );
  }
  await page.goto(server.url + (html === undefined ? path : 'test.html'));
  return page;
}

/** Brings each chart into view until it is painted or has failed. */
export async function settle(page) {
  await page.waitForFunction(() => customElements.get('village-chart'));
  for (const chart of await page.locator('village-chart').all()) {
    await chart.evaluate(async (element) => {
      element.scrollIntoView({ block: 'center' });
      await element.updated;
    });
  }
}

/** Parts of one chart's inside. The static picture in its slot has a figure and a stage, too, but no canvas. */
export function inside(page, selector = 'village-chart') {
  const chart = page.locator(selector);
  return {
    chart,
    figure: chart.locator('figure:has(canvas)'),
    stage: chart.locator('.stage:has(canvas)'),
    items: chart.locator('.stage li button'),
    item: (text) => chart.locator('.stage li button', { hasText: text }),
    tip: chart.locator('.tip'),
    message: chart.locator('.message'),
    choice: (value) => chart.locator(`.choice button[value=${value}]`),
    /** The middle of an item on the screen. */
    async spot(text) {
      const box = await chart.locator('.stage li button', { hasText: text }).first().boundingBox();
      return { x: box.x + Math.min(60, box.width / 2), y: box.y + box.height / 2, box };
    },
  };
}

/** How many pixels of a canvas are painted, and its sizes. */
export function canvas(page, selector, which = 0) {
  return page.locator(selector).evaluate((element, index) => {
    const canvas = element.shadowRoot.querySelectorAll('canvas')[index];
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let painted = 0;
    for (let i = 3; i < data.length; i += 4) painted += data[i] > 0;
    const { width, height } = canvas.getBoundingClientRect();
    return { painted, width: canvas.width, height: canvas.height, cssWidth: width, cssHeight: height };
  }, which);
}

export const HANOI = 'data/hanoi-2024.json';
/** The file with data for a type. */
export const fileOf = (type) =>
  type === 'makeup'
    ? 'data/gallery/makeup.json'
    : ['ranking', 'trend', 'spread', 'scatter', 'groups'].includes(type)
      ? 'data/mau.json'
      : HANOI;
export const TYPES = ['villages', 'revenue', 'income', 'clusters', 'petitions'];

/** The article's charts without static ones inside: they are laid out for their width exactly. */
export const bare = (locale) =>
  [
    '<link rel="stylesheet" href="article.css"><main><article>',
    ...TYPES.map((type) => `<village-chart type="${type}" src="${HANOI}" locale="${locale}"></village-chart>`),
    '</article></main>',
  ].join('');

/** A small file of revenue. */
export const revenue = (...villages) => ({
  format: 'village-charts/1',
  revenue: { unit: 'billion_vnd', per: 'year' },
  villages: villages.map(([name, value]) => ({ name, revenue: value })),
});
