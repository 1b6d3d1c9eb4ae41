// Fuzzes the WebAssembly modules themselves, as Node runs them, host included: `scripts/fuzz` bundles and starts it.
//   node module.mjs ANSWERS SECONDS SEED
// 1. Files made by the program ANSWERS (see examples/answers.rs): what the module finds in them and makes of them has
// to be
//    what the native code does.
// 2. The wire: words, numbers, calls and answers of the host that no script of ours would send. Nothing may trap.
// Of both, what was found before comes first: tests/fuzz/found.
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { instance } from '../../target/pkg/village_charts_all.js';
import { instance as toolsInstance } from '../../target/pkg-tools/village_charts_tools.js';
import { words } from '../../www/src/attributes.ts';
import { fragment } from '../../www/src/fragment.ts';
import { texts } from '../../www/src/texts.ts';
import { engine } from '../../www/src/tools-engine.ts';
import { Host } from '../../www/src/tools-host.ts';
import { flatten } from '../../www/src/value.ts';

const english = await texts('en', true);
const [answers = '', seconds = '10', seed = '1'] = process.argv.slice(2);
const module = async (file) => WebAssembly.compile(await readFile(`target/${file}`));
const base = { Chart: instance(await module('pkg/village_charts_bg.wasm')) };
const whole = { Chart: instance(await module('pkg/village_charts_indicators_bg.wasm')) };
const TYPES = words('type');

engine.start(await module('pkg-tools/village_charts_tools_bg.wasm'));
const tools = { Chart: toolsInstance(await module('pkg-tools/village_charts_tools_bg.wasm')) };

/** Numbers from 0 to below 1 that depend on the seed alone: mulberry32. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Difference extends Error {}

function same(what, native, module) {
  if (native === module) return;
  let at = 0;
  while (native[at] === module[at]) at += 1;
  const part = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 120));
  throw new Difference(`${what}: they differ at character ${at}\n  native ${part(native)}\n  module ${part(module)}`);
}

/** The modules without the tools find errors where the native code does, or say that there is more than they read. */
function judge(json, native) {
  const isWrong = (found) => String(found.some((f) => f.severity === 'error'));
  for (const [name, { Chart }] of Object.entries({ base, whole })) {
    const chart = new Chart(new Host(undefined, ''));
    try {
      const found = chart.read(...flatten(JSON.parse(json)));
      if (name !== 'base' || found[0]?.code !== 'more')
        same(`errors that ${name} finds`, isWrong(native), isWrong(found));
    } finally {
      chart.free();
    }
  }
}

/** What the module makes of a file, beside what the native code made of it. */
async function compare({ json, findings: native, fragments }) {
  judge(json, native);
  const chart = new tools.Chart(new Host(undefined, ''));
  try {
    same('findings', found(native), found(chart.read(...flatten(JSON.parse(json)))));
  } finally {
    chart.free();
  }
  for (const [name, made] of Object.entries(fragments)) {
    const [type, locale] = name.split(' ');
    let module;
    try {
      module = await fragment(json, { type, locale, src: 'data.json', unstyled: true });
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || !error.findings) throw error;
      module = error.findings;
    }
    const text = (made) => (typeof made === 'string' ? made : found(made));
    same(name, text(made), text(module));
  }
}

/**
 * Findings in one form; only the native code knows their lines. Keys that are numbers come first in JavaScript, in the
 * order of the numbers, so that the order of the file is not known there: `{ "0000": 1, "2014": 1 }`.
 */
function found(list) {
  const one = ({ severity, code, path, found, expected }) => JSON.stringify([severity, code, path, found, expected]);
  return list.map(one).sort().join('\n');
}

/** A host whose answers are anything. */
function host(next) {
  const any = (list) => list[Math.floor(next() * list.length)];
  const number = () => any([0, 1, -1, 7.5, 1e9, -1e300, NaN, Infinity, 2 ** 31, 2 ** 53]);
  const text = () => any(['', 'a', '1.300', '\n', '\0', 'x'.repeat(500), '村\u0301', '\ud800']);
  const indices = () => Uint32Array.from({ length: Math.floor(next() * 6) }, () => number());
  const honest = new Host(english, '');
  const lies = next() < 0.5 ? 0.3 : 0;
  return {
    value: (...a) => honest.value(...a),
    width: (s, size) => (next() < lies ? number() : s.length * size * 0.55),
    number: (...a) => (next() < lies ? text() : honest.number(...a)),
    message: (...a) => (next() < lies ? text() : honest.message(...a)),
    breaks: (...a) => (next() < lies ? indices() : honest.breaks(...a)),
    sort: (...a) => (next() < lies ? indices() : honest.sort(...a)),
    fold: (...a) => (next() < lies ? text() : honest.fold(...a)),
    language: (...a) => (next() < lies ? text() : honest.language(...a)),
    find: (...a) => (next() < lies ? indices() : honest.find(...a)),
  };
}

const FORMS = ['chart', 'times', 'indicators', 'long', 'wide', ''];
const FIELDS = 'kind locale width sizes unit sort filter page hover selected threshold cells other'.split(' ');

/** A chart that is told anything, in any order. */
function monkey(glue, files, next) {
  const any = (list) => list[Math.floor(next() * list.length)];
  const number = () => any([0, 1, 2, 320, 640, -1, 0.5, 1e9, NaN, Infinity, -Infinity, 2 ** 32, 1e300]);
  const text = () =>
    any([
      '',
      'revenue',
      'income',
      'clusters',
      'villages',
      'petitions',
      'en',
      'vi',
      'month',
      'year',
      'name',
      'a',
      '\n',
      'total',
      '\0',
    ]);
  const chart = new glue.Chart(host(next));
  const read = () => {
    const [words, numbers] = flatten(JSON.parse(any(files)));
    if (next() < 0.7) return chart.read(words, numbers);
    // cut, or with other words and numbers in it
    const cut = words
      .split('\0')
      .flatMap((word) => (next() < 0.03 ? [any(['n', '{', '[', '#', '"x', '!', ''])] : next() < 0.03 ? [] : [word]));
    chart.read(
      cut.join('\0'),
      numbers.map((n) => (next() < 0.03 ? number() : n)),
    );
  };
  const set = (change) => chart.set(...flatten(change));
  const calls = [
    read,
    read,
    () => set({ kind: any(TYPES), locale: any(['en', 'vi']), width: any([120, 320, 900]) }),
    () => set({ unit: text(), sort: text(), page: number(), sizes: { bar: number(), gap: number() } }),
    () => set({ hover: any([null, text(), 'total']), selected: any([null, text(), 'total']) }),
    () => set({ filter: { query: text(), craft: text(), district: text() }, threshold: any([null, number()]) }),
    () => set({ cells: any([null, text()]) }),
    () => set({ [any(FIELDS)]: any([null, true, number(), text(), [], {}, { bar: 1 }, [text()]]) }),
    () => chart.dress(text(), 'red\nblue', next() < 0.5),
    () => chart.layout(),
    () => chart.layout(),
    () => chart.hit(number(), number()),
    () => chart.lend(host(next)),
    () => chart.asked?.(),
    () => chart.table?.(any(FORMS)),
    () => chart.order?.(any([0, 1, 2, 99]), next() < 0.5),
    () => chart.csv?.(any(FORMS)),
    () => chart.svg?.(),
    () => chart.fragment?.('{}', text(), text(), text(), next() < 0.5),
  ];
  read();
  for (let i = 0; i < 30; i++) {
    any(calls)();
  }
  chart.free();
}

/** The files that once were wrong, natively or as words and numbers. */
async function before(folder) {
  const names = await readdir(folder);
  if (!names.length) throw new Error(`${folder} is empty`);
  return names.map((name) => join(folder, name));
}

/** Words and numbers that once stopped a module: each chart of them, in each order. */
function replay(glue, [words, numbers]) {
  const chart = new glue.Chart(new Host(english, ''));
  chart.read(words, Float64Array.from(numbers));
  for (const type of TYPES) {
    for (const sort of ['value', 'name']) {
      chart.set(...flatten({ kind: type, locale: 'en', sort, width: 320 }));
      chart.layout();
    }
  }
  chart.free();
}

const wire = await before('tests/fuzz/found/wire');
for (const name of wire) {
  const given = JSON.parse(await readFile(name, 'utf8'));
  for (const glue of [base, whole, tools]) {
    try {
      replay(glue, given);
    } catch (error) {
      console.error(`fuzz: the module: ${name}: ${error.stack}`);
      process.exit(1);
    }
  }
}

const end = Date.now() + Number(seconds) * 1000;
const files = [];
let compared = 0;
let told = 0;
const kept = await before('tests/fuzz/found/text');
const program = spawn(answers, [seed, ...kept], { stdio: ['ignore', 'pipe', 'inherit'] });
let last = '';
try {
  for await (const line of createInterface(program.stdout)) {
    const answer = JSON.parse(line);
    last = `seed ${answer.seed}: ${answer.json}`;
    await compare(answer);
    compared += 1;
    if (!answer.findings.some((f) => f.severity === 'error')) files.push(answer.json);
    if (files.length > 50) files.shift();
    if (files.length) {
      const next = random(answer.seed);
      for (const glue of [base, whole, tools]) (monkey(glue, files, next), (told += 1));
    }
    if (Date.now() > end) break;
  }
} catch (error) {
  console.error(`fuzz: the module: ${error.stack}\n${last}`);
  process.exitCode = 1;
} finally {
  program.kill();
}
if (compared < kept.length) process.exitCode = 1;
const replayed = `${wire.length + kept.length} that were found before`;
const native = `${compared} files as the native code has them`;
console.log(`fuzz: the module: ${replayed}, ${native}, ${told} charts told anything`);
