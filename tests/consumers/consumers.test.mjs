// What others build with the package shows the chart: each project of this folder, as scripts/consumers has built it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import test, { after, before } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { launch } from '../chromium.mjs';

const built = new URL('../../target/consumers/', import.meta.url);
const names = ['vite-react', 'vite-vue', 'vite-svelte', 'webpack', 'esbuild', 'react-ssr'];
const FALLBACK = 'La Phù dẫn đầu với doanh thu trên 1.300 tỷ đồng một năm.';
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Opens an address; `page.messages` are all warnings and errors, also of the page's policy. */
async function open(t, url, options) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.messages = [];
  // React's and Vite's development builds say that they are there
  page.on('console', (message) => ['debug', 'info'].includes(message.type()) || page.messages.push(message.text()));
  page.on('pageerror', (error) => page.messages.push(String(error)));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(url);
  return page;
}

/** Reads the chart of craft villages by its pixels and by its names, selects a figure and opens the tools. */
async function readsAndWorks(page) {
  const first = page.getByRole('button', { name: /La Phù.*trên 1300 tỷ đồng một năm/ });
  await first.waitFor({ state: 'attached' });
  const solid = await page.locator('village-chart').evaluate(async (chart) => {
    await chart.updated;
    const canvas = chart.shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let solid = 0;
    for (let i = 0; i < data.length; i += 4)
      solid += data[i] === 0x0b && data[i + 1] === 0x6b && data[i + 2] === 0x6b && data[i + 3] === 255;
    return solid;
  });
  assert.ok(solid > 20_000, `the colour of bars is on ${solid} pixels`);

  const output = page.locator('output');
  if (await output.count()) {
    const { x, y, height } = await first.boundingBox();
    await page.mouse.click(x + 60, y + height - 8);
    await page.waitForFunction(() => document.querySelector('output').textContent);
    assert.match(await output.textContent(), /trên 1\.300 tỷ đồng/, 'the event reached its listener');
  }

  // another bundle and another module, which the project's bundler has to have found
  await page.getByRole('button', { name: 'Tìm, so sánh, bảng, tải về' }).click();
  await page.getByRole('searchbox').fill('la phu');
  await page.getByRole('button', { name: /Phùng Xá/ }).waitFor({ state: 'detached' });
  assert.equal(await first.count(), 1);
  assert.deepEqual(page.messages, []);
}

for (const name of names) {
  test(`${name}: the chart is drawn, answers and loads its tools, under a strict policy`, async (t) => {
    const server = await serve(new URL(`${name}/dist`, built).pathname);
    t.after(() => server.close());
    await readsAndWorks(await open(t, server.url));
  });
}

test('react-ssr: what the server sent has the fallback, and is kept when React takes over', async (t) => {
  const server = await serve(new URL('react-ssr/dist', built).pathname);
  t.after(() => server.close());
  const still = await open(t, server.url, { javaScriptEnabled: false });
  assert.equal(await still.getByText(FALLBACK).isVisible(), true);

  const page = await open(t, server.url);
  await page.getByRole('button', { name: /La Phù/ }).waitFor({ state: 'attached' });
  assert.equal(await page.getByText(FALLBACK).isVisible(), false);
  assert.deepEqual(page.messages, [], 'no warning of hydration');
});

test('vite-react: the development server has the chart and its tools, too', async (t) => {
  const { createServer } = await import(new URL('node_modules/vite/dist/node/index.js', built).href);
  const root = new URL('vite-react', built).pathname;
  const server = await createServer({
    root,
    logLevel: 'error',
    cacheDir: '../node_modules/.vite',
    server: { host: '127.0.0.1', port: 0 },
  });
  t.after(() => server.close());
  await server.listen();
  await readsAndWorks(await open(t, server.resolvedUrls.local[0]));
});

/** Serves `find(path)`, a body and its headers, on a port of its own. */
async function host(t, find) {
  const server = createServer(async ({ url }, response) => {
    try {
      const [body, headers] = await find(url);
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.closeAllConnections() ?? server.close());
  return `http://localhost:${server.address().port}`;
}

/** The page of `plain` on one origin and the widget on another, with the headers that docs/embedding.md names. */
async function plain(t, { integrity } = {}) {
  const dist = new URL('node_modules/village-charts/dist/', built);
  const types = { js: 'text/javascript', wasm: 'application/wasm' };
  const charts = await host(t, async (url) => [
    await readFile(new URL(`.${url}`, dist)),
    { 'Content-Type': types[url.split('.').pop()], 'Access-Control-Allow-Origin': '*' },
  ]);
  const digests = JSON.parse(await readFile(new URL('../integrity.json', dist), 'utf8'));
  const source = await readFile(new URL('plain/index.html', built), 'utf8');
  const fill = { 'https://charts.example': charts, 'sha384-…': integrity ?? digests['dist/village-charts.js'] };
  let html = source;
  for (const [placeholder, value] of Object.entries(fill)) {
    assert.ok(html.includes(placeholder), placeholder);
    html = html.replace(placeholder, value);
  }
  const policy = (await readFile(new URL('plain/policy.txt', built), 'utf8'))
    .trim()
    .replace(/\n */g, ' ')
    .replaceAll('https://charts.example', charts);
  const site = await host(t, async (url) => {
    if (url === '/')
      return [
        html,
        { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy.replace(/^[^:]*: /, '') },
      ];
    return [await readFile(new URL(`../../www${url}`, import.meta.url)), { 'Content-Type': 'application/json' }];
  });
  return open(t, site);
}

test('plain: a page without a bundler, with the widget from another origin and its digest', async (t) => {
  await readsAndWorks(await plain(t));
});

test('plain: another digest keeps the script from running, and the fallback stays', async (t) => {
  const page = await plain(t, { integrity: `sha384-${'A'.repeat(64)}` });
  await page.waitForFunction(() => document.readyState === 'complete');
  assert.equal(await page.getByText(FALLBACK).isVisible(), true);
  assert.equal(await page.evaluate(() => customElements.get('village-chart') === undefined), true);
  assert.match(page.messages.join(), /integrity/);
});
