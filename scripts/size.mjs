// Prints what a page downloads until its charts can be used, and what it may load later. Exit code 1 when the
// first is too much.
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LIMIT = 60 * 1024;
const AIM = 45.7; // KB: Chart.js with only its bar chart
const FILES = ['village-charts.js', 'village_charts_bg.wasm'];
// loaded when a reader first searches, compares, opens the table or saves a picture
const LATER = ['village-charts-tools.js', 'village_charts_tools_bg.wasm'];

/** @param {string} name @returns {Promise<{ name: string, sizes: number[] }>} */
async function row(name) {
  const bytes = await readFile(new URL(`../www/dist/${name}`, import.meta.url)).catch(() => {
    console.error(`size: www/dist/${name} is missing. Run 'make build'`);
    process.exit(1);
  });
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { name, sizes: [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length] };
}
const rows = await Promise.all(FILES.map(row));
const total = [0, 1, 2].map((i) => rows.reduce((sum, row) => sum + row.sizes[i], 0));
rows.push({ name: 'to be interactive', sizes: total }, ...(await Promise.all(LATER.map(row))));

const kb = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1);
const cell = (/** @type {number} */ bytes) => `${bytes.toLocaleString('en')} (${kb(bytes)} KB)`.padStart(20);
console.log(''.padEnd(30) + ['raw', 'gzip', 'brotli'].map((head) => head.padStart(20)).join(''));
for (const { name, sizes } of rows) console.log(name.padEnd(30) + sizes.map(cell).join(''));
const brotli = total[2];
console.log(
  `1 KB is 1,024 bytes. Limit ${kb(LIMIT)} KB after brotli, aim ${AIM} KB: ` +
    (brotli > LIMIT
      ? `${kb(brotli - LIMIT)} KB above the limit.`
      : `${kb(LIMIT - brotli)} KB below the limit, ` +
        (brotli < AIM * 1024 ? 'the aim is met.' : `${kb(brotli - AIM * 1024)} KB above the aim.`)),
);
if (brotli > LIMIT) process.exitCode = 1;
