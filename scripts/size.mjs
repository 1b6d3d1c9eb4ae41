// Prints what a page downloads until its charts can be used, with indicators and without, what it may load later, and
// what the static picture adds to an article. Exit code 1 where one of those that a page loads first is too much, the
// static picture, or the script around an iframe.
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LIMIT = 62 * 1024;
const FRAGMENT_LIMIT = 12 * 1024; // after gzip
const AROUND_LIMIT = 1024; // as it is: it stands in other people's pages
const AIM = 45.7; // KB: Chart.js with only its bar chart
const BASE = 'village_charts_bg.wasm';
const FILES = ['village-charts.js', BASE];
const MANY = ['indicators', 'many'];
// and those in place of the first module, by the charts that they draw, with the words of these features, and the limit
// of such a page in KB
const MORE = [
  { charts: 'a ranking', module: 'indicators', features: ['indicators'], limit: 83 },
  { charts: 'a spread', module: 'spread', features: MANY, limit: 90 },
  { charts: 'a make-up', module: 'makeup', features: MANY, limit: 90 },
  { charts: 'a scatter', module: 'scatter', features: MANY, limit: 90 },
  { charts: 'a trend', module: 'trend', features: MANY, limit: 90 },
  { charts: 'groups', module: 'groups', features: MANY, limit: 91 },
  { charts: 'a trend in an article', module: 'article_trend', features: MANY, limit: 95 },
  { charts: 'a spread and a scatter', module: 'spread_scatter', features: MANY, limit: 104 },
  { charts: 'groups and a make-up', module: 'groups_makeup', features: MANY, limit: 107 },
  { charts: 'several of these kinds', module: 'all', features: MANY, limit: 137 },
];
// what each of these loads, too
const CHOICES = 'village-charts-choices.js';
// loaded when a reader first searches, compares, opens the table or saves a picture
const LATER = ['village-charts-tools.js', 'village_charts_tools_bg.wasm'];
// loaded by who makes a chart, when the first table comes
const MAKERS = ['editor.js', 'village-charts-import.js', 'village_charts_import_bg.wasm'];
// what www/embed.html loads beside all of these, and the page around its iframe
const AROUND = 'village-charts-frames.js';
const FRAME = ['frame.js', AROUND];
// the script, the module and the words of the language that has the most, in one file
const ONE = 'village-charts.th.js';
const ONE_LIMIT = 64 * 1024;

/** @param {string} path below www @returns {Promise<Buffer>} */
function read(path) {
  return readFile(new URL(`../www/${path}`, import.meta.url)).catch(() => {
    console.error(`size: www/${path} is missing. Run 'make build'`);
    process.exit(1);
  });
}

/** @param {string} name @returns {Promise<{ name: string, sizes: number[] }>} */
async function row(name) {
  return { name, sizes: sizes(await read(`dist/${name}`)) };
}

/** @param {Buffer} bytes @returns {number[]} */
function sizes(bytes) {
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
}
const rows = await Promise.all(FILES.map(row));
// a page loads one language: the largest of them is counted, for each module
const texts = await Promise.all(
  (await readdir(new URL('../www/dist/texts', import.meta.url))).map((name) => row(`texts/${name}`)),
);
/** @param {RegExp} files */
const largest = (files) =>
  texts.filter(({ name }) => files.test(name)).sort((a, b) => (b.sizes[2] ?? 0) - (a.sizes[2] ?? 0))[0];
const words = largest(/^((?!-(indicators|many|tools)).)*$/);
const wordsOf = (/** @type {string} */ feature) => [largest(new RegExp(`-${feature}`))].filter((row) => !!row);
rows.push(...(words ? [words] : []));
/** @param {{ sizes: number[] }[]} rows */
const sum = (rows) => [0, 1, 2].map((i) => rows.reduce((sum, row) => sum + (row.sizes[i] ?? 0), 0));
const total = sum(rows);
const without = rows.filter(({ name }) => name !== BASE);
const more = [];
for (const { charts, module, features, limit } of MORE) {
  const own = [await row(`village_charts_${module}_bg.wasm`), await row(CHOICES), ...features.flatMap(wordsOf)];
  more.push({ own, limit: limit * 1024, all: { name: `… with ${charts}`, sizes: sum([...without, ...own]) } });
}
const one = await row(ONE);
rows.push(
  { name: 'to be interactive', sizes: total },
  one,
  ...more.flatMap(({ own, all }) => [...own, all]),
  ...(await Promise.all([...LATER, ...MAKERS, ...FRAME].map(row))),
  ...wordsOf('tools'),
);
const around = rows.find(({ name }) => name === AROUND)?.sizes[0] ?? 0;
const { renderToString } = await import(new URL('../www/dist/village-charts-node.js', import.meta.url).href);
const html = await renderToString(String(await read('data/hanoi-2024.json')), {
  type: 'revenue',
  src: 'data/hanoi-2024.json',
});
const fragment = sizes(Buffer.from(html));
rows.push({ name: 'static fragment of revenue', sizes: fragment });

const kb = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1);
const cell = (/** @type {number} */ bytes) => `${bytes.toLocaleString('en')} (${kb(bytes)} KB)`.padStart(20);
console.log(''.padEnd(34) + ['raw', 'gzip', 'brotli'].map((head) => head.padStart(20)).join(''));
for (const { name, sizes } of rows) console.log(name.padEnd(34) + sizes.map(cell).join(''));
const brotli = total[2];
console.log(
  `1 KB is 1,024 bytes. Limit ${kb(LIMIT)} KB after brotli, aim ${AIM} KB: ` +
    (brotli > LIMIT
      ? `${kb(brotli - LIMIT)} KB above the limit.`
      : `${kb(LIMIT - brotli)} KB below the limit, ` +
        (brotli < AIM * 1024 ? 'the aim is met.' : `${kb(brotli - AIM * 1024)} KB above the aim.`)),
);
for (const { all, limit } of more) {
  const above = (all.sizes[2] ?? 0) - limit;
  console.log(`${all.name}: limit ${kb(limit)} KB, ${kb(Math.abs(above))} KB ${above > 0 ? 'above' : 'below'} it.`);
}
const ofOne = one.sizes[2] ?? 0;
if (ofOne > ONE_LIMIT) console.log(`${ONE}: ${kb(ofOne - ONE_LIMIT)} KB above ${kb(ONE_LIMIT)} KB.`);
const tooMuch = more.some(({ all, limit }) => (all.sizes[2] ?? 0) > limit);
const over = fragment[1] > FRAGMENT_LIMIT;
console.log(
  `Static fragment: ${kb(fragment[1])} KB after gzip, limit ${kb(FRAGMENT_LIMIT)} KB${over ? ': too much' : ''}.`,
);
if (around > AROUND_LIMIT)
  console.log(`village-charts-frames.js: ${around - AROUND_LIMIT} bytes above ${kb(AROUND_LIMIT)} KB.`);
if (brotli > LIMIT || ofOne > ONE_LIMIT || tooMuch || over || around > AROUND_LIMIT) process.exitCode = 1;
