// Prints what a page downloads until its charts can be used. Exit code 1 when that is too much.
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LIMIT = 60 * 1024;
const AIM = 45.7; // KB: Chart.js with only its bar chart
const FILES = ['village-charts.js', 'village_charts_bg.wasm'];

/** @type {{ name: string, sizes: number[] }[]} */
const rows = [];
for (const name of FILES) {
  const bytes = await readFile(new URL(`../www/dist/${name}`, import.meta.url)).catch(() => {
    console.error(`size: www/dist/${name} is missing. Run 'make build'`);
    process.exit(1);
  });
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  rows.push({ name, sizes: [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length] });
}
const total = [0, 1, 2].map((i) => rows.reduce((sum, row) => sum + row.sizes[i], 0));
rows.push({ name: 'total', sizes: total });

const kb = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1);
const cell = (/** @type {number} */ bytes) => `${bytes.toLocaleString('en')} (${kb(bytes)} KB)`.padStart(20);
console.log(''.padEnd(24) + ['raw', 'gzip', 'brotli'].map((head) => head.padStart(20)).join(''));
for (const { name, sizes } of rows) console.log(name.padEnd(24) + sizes.map(cell).join(''));
const brotli = total[2];
console.log(
  `1 KB is 1,024 bytes. Limit ${kb(LIMIT)} KB after brotli, aim ${AIM} KB: ` +
    (brotli > LIMIT
      ? `${kb(brotli - LIMIT)} KB above the limit.`
      : `${kb(LIMIT - brotli)} KB below the limit, ` +
        (brotli < AIM * 1024 ? 'the aim is met.' : `${kb(brotli - AIM * 1024)} KB above the aim.`)),
);
if (brotli > LIMIT) process.exitCode = 1;
