// Places by the thousand, in one interleaved run: a scatter and a spread of ours, and the same dots by others.
// Milliseconds that the main thread of the page is busy (all of its tasks, with what they put off), medians; to be read
// as ratios. The libraries of peers/package.json are installed to target/bench.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const here = new URL('./', import.meta.url).pathname;
const LIBRARIES = ['plain canvas', 'uPlot', 'Chart.js', 'ECharts', 'village-charts'];
const COUNTS = [1350, 5400, 100_000];
const MOST = 640_000; // by ours alone: the villages of India
const ROUNDS = 3;
const REDRAWS = 4;
const MOVES = 30;

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

async function bundle() {
  const folder = new URL('target/bench/', root).pathname;
  await mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await copyFile(`${here}peers/${file}`, folder + file);
  if (!existsSync(`${folder}node_modules`))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  const { outputFiles } = await build({
    entryPoints: [`${here}many.page.js`],
    bundle: true,
    minify: true,
    format: 'esm',
    nodePaths: [`${folder}node_modules`],
    loader: { '.css': 'empty' },
    write: false,
  });
  return outputFiles[0].text;
}

export async function many(browser) {
  const script = await bundle();
  const types = { js: 'text/javascript', wasm: 'application/wasm' };
  /** A page of its own for each, with what it takes of the main thread. */
  const open = async (count) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.route('http://bench.test/**', async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/')
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8">' });
      const body = path === '/many.js' ? script : await readFile(new URL(`www/dist${path}`, root));
      return route.fulfill({ contentType: types[path.split('.').pop()], body });
    });
    await page.goto('http://bench.test/');
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const busy = async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return 1000 * (of('TaskDuration') - of('DevToolsCommandDuration'));
    };
    await page.evaluate(async (count) => {
      await import('/village-charts.js');
      window.bench = await import('/many.js');
      await window.bench.load(count);
    }, count);
    const timed = async (act) => {
      const before = await busy();
      await act();
      return (await busy()) - before;
    };
    return { page, timed };
  };

  const results = {};
  const note = (row, column, ms) => ((results[row] ??= {})[column] ??= []).push(ms);
  const run = async (count, type, library) => {
    const { page, timed } = await open(count);
    const row = `${type} ${count}, ${library}`;
    const draw = (args) => page.evaluate(([library, type]) => window.bench.draw(library, type), args);
    // the first one loads, and is compiled
    await draw([library, type]);
    await page.evaluate(() => window.bench.remove());
    note(row, 'drawn', await timed(() => draw([library, type])));
    for (let i = 0; i < REDRAWS; i++)
      note(row, 'again', await timed(() => page.evaluate((width) => window.bench.redraw(width), i % 2 ? 720 : 696)));
    const box = await page.locator('body > div').boundingBox();
    const move = async (i) => {
      const angle = (2 * Math.PI * i) / MOVES;
      await page.mouse.move(
        box.x + box.width * (0.4 + 0.2 * Math.cos(angle)),
        box.y + box.height * (0.6 + 0.2 * Math.sin(angle)),
      );
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30))));
    };
    await move(0); // some build what finds a dot
    const moved = await timed(async () => {
      for (let i = 1; i <= MOVES; i++) await move(i);
    });
    note(row, 'a move', moved / MOVES);
    await page.close();
  };

  for (let round = 0; round < ROUNDS; round++)
    for (const count of COUNTS)
      for (const type of ['scatter', 'spread'])
        for (let i = 0; i < LIBRARIES.length; i++) await run(count, type, LIBRARIES[(i + round) % LIBRARIES.length]);
  for (let round = 0; round < ROUNDS; round++)
    for (const type of ['scatter', 'spread']) await run(MOST, type, 'village-charts');

  console.log('\nMany places, main thread busy in ms, medians (in brackets: to plain canvas):');
  const table = {};
  for (const [row, columns] of Object.entries(results)) {
    const plain = results[row.replace(/, .*/, ', plain canvas')];
    const cell = ([column, list]) => {
      const ms = median(list);
      const ratio = plain ? ` (${(ms / median(plain[column])).toFixed(2)})` : '';
      return [column, ms.toFixed(1) + ratio];
    };
    table[row] = Object.fromEntries(Object.entries(columns).map(cell));
  }
  console.table(table);

  const { page } = await open(100_000);
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    times.push(await page.evaluate(() => window.bench.fromText('scatter')));
    await page.evaluate(() => window.bench.remove());
  }
  const [drawn, parsed] = [0, 1].map((i) => median(times.slice(1).map((pair) => pair[i])));
  console.log(
    `From 100,000 rows of JSON text to a picture: ${drawn.toFixed(0)} ms, ${(drawn / parsed).toFixed(1)} times ` +
      `JSON.parse of the text (${parsed.toFixed(0)} ms).`,
  );
  await page.close();
}
