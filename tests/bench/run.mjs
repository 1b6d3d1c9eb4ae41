// `make bench`: what parsing, the first paint, a resize and a hover cost, beside plain Canvas 2D doing the
// same strokes. Milliseconds of main-thread work with raster, medians; to be read as ratios.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { launch } from '../chromium.mjs';
import { many } from './many.mjs';
import { wake } from './wake.mjs';

const root = new URL('../../', import.meta.url);
const { outputFiles } = await build({
  entryPoints: [new URL('page.ts', import.meta.url).pathname],
  bundle: true,
  format: 'esm',
  write: false,
});

const browser = await launch();
try {
  const page = await browser.newPage();
  const serve = (path, contentType, body) =>
    page.route(`http://bench.test${path}`, (route) => route.fulfill({ contentType, body }));
  await serve('/', 'text/html', '<!doctype html>');
  await serve('/page.js', 'text/javascript', outputFiles[0].text);
  await serve(
    '/pkg/village_charts_bg.wasm',
    'application/wasm',
    await readFile(new URL('target/pkg/village_charts_bg.wasm', root)),
  );
  await page.goto('http://bench.test/');
  const rows = {};
  for (const count of [6, 1350, 5400]) {
    const times = await page.evaluate(async (n) => (await import('/page.js')).run(n), count);
    rows[`${count} villages`] = Object.fromEntries(
      Object.entries(times).map(([step, ms]) => [step, Number(ms.toFixed(1))]),
    );
  }
  console.log('Milliseconds, medians of 9, Chromium with software raster, 640 px wide at ratio 2:');
  console.table(rows);
  await wake(browser);
  await many(browser);
} finally {
  await browser.close();
}
