// From a click on a link to a chart that answers, on a slow line and a slow phone: a fragment of `village-charts
// embed` with preload lines, an element alone with the script that holds all, and Chart.js with the same bars.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

const ROUNDS = 7;
const root = new URL('../../', import.meta.url);
const read = (path) => readFile(new URL(path, root));

/** Everything compressed, as any server sends it; from a slow line's other end. */
async function serve(files) {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url, 'http://localhost').pathname];
    if (!file) return response.writeHead(404).end();
    response
      .writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': 'br', 'Cache-Control': 'no-store' })
      .end(file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const head =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<title>bench</title><link rel="icon" href="data:,">';
const preload = (href) => `<link rel="preload" as="fetch" crossorigin href="${href}">`;
const modulePreload = (href) => `<link rel="modulepreload" href="${href}">`;
const module = (src) => `<script type="module" src="${src}"></script>`;

export async function wake(browser) {
  const fragment = execFileSync(
    'cargo',
    ['run', '--quiet', '--', 'embed', 'www/data/hanoi-2024.json', '--type', 'revenue', '--src', '/data.json'],
    { cwd: root.pathname },
  ).toString();
  const { outputFiles } = await build({
    entryPoints: [new URL('chart-js.mjs', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const ready = `<script>
    addEventListener('village-chart-ready', () => (window.ready = performance.now()), { once: true });
  </script>`;
  const page = (parts, body) => [head, ...parts, '<body><h1>Làng nghề</h1>', body].join('');
  const ours = page(
    [
      ready,
      modulePreload('/village-charts.js'),
      modulePreload('/texts/vi.js'),
      preload('/village_charts_bg.wasm'),
      preload('/data.json'),
      module('/village-charts.js'),
    ],
    fragment,
  );
  const theirs = page(
    [preload('/data.json'), modulePreload('/chart-js.js'), module('/chart-js.js')],
    '<div style="width:100%;height:380px"><canvas></canvas></div>',
  );
  const alone = page(
    [ready, module('/village-charts.vi.js')],
    '<village-chart type="revenue" locale="vi" src="/data.json"></village-chart>',
  );
  const file = (type, body) => ({ type, body: brotliCompressSync(body) });
  const server = await serve({
    '/ours': file('text/html', ours),
    '/alone': file('text/html', alone),
    '/theirs': file('text/html', theirs),
    '/data.json': file('application/json', await read('www/data/hanoi-2024.json')),
    '/village-charts.js': file('text/javascript', await read('www/dist/village-charts.js')),
    '/village-charts.vi.js': file('text/javascript', await read('www/dist/village-charts.vi.js')),
    '/texts/vi.js': file('text/javascript', await read('www/dist/texts/vi.js')),
    '/village_charts_bg.wasm': file('application/wasm', await read('www/dist/village_charts_bg.wasm')),
    '/chart-js.js': file('text/javascript', outputFiles[0].contents),
  });
  const times = { ours: [], alone: [], theirs: [], seen: [] };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const which of round % 2 ? ['theirs', 'alone', 'ours'] : ['ours', 'alone', 'theirs']) {
        const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 });
        const page = await context.newPage();
        const client = await context.newCDPSession(page);
        await client.send('Network.enable');
        await client.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 150,
          downloadThroughput: 1.6e6 / 8,
          uploadThroughput: 0.75e6 / 8,
        });
        await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await page.goto(`http://127.0.0.1:${server.address().port}/${which}`, { waitUntil: 'commit' });
        await page.waitForFunction(() => window.ready, undefined, { timeout: 30_000 });
        times[which].push(await page.evaluate(() => window.ready));
        if (which === 'ours')
          times.seen.push(
            await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime),
          );
        await context.close();
      }
    }
  } finally {
    server.close();
  }
  const median = (list) => Math.round(list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
  const theirsReady = median(times.theirs);
  const row = (seen, answers) => ({
    'chart seen': seen,
    'chart answers': answers,
    'to Chart.js': Number((answers / theirsReady).toFixed(2)),
  });
  const [ours1, alone1] = [median(times.ours), median(times.alone)];
  console.log(`\nFrom the click, 150 ms, 1.6 Mbit/s, CPU ÷ 4, medians of ${ROUNDS} (ms):`);
  console.table({
    'static picture, preload lines': row(median(times.seen), ours1),
    'one file, no preload lines': row(alone1, alone1),
    'Chart.js, preload lines': row(theirsReady, theirsReady),
  });
}
