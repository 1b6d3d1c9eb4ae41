// Makes the file of a module as small as it gets after brotli, once its glue is made.   node scripts/shrink.mjs FILE
// - No one hears what a panic says: the functions that say it end the instance at once, and what only they use is
//   left out.
// - wasm-opt. Measured: control flow found anew twice, and less inlined than -Oz does, is 2 KB less.
// - Functions that are alike stand side by side, which brotli can tell in fewer bytes: 1.4 KB less.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { body, file, imports, list, number, part, Reader, SECTION, sections } from './wasm-file.mjs';

const [wasm = ''] = process.argv.slice(2);

/** What the standard library calls where it panics, and what says so. */
const PANIC = new RegExp(
  String.raw`\b(core|alloc|std|__rustc)(\[\w+\])?::.*` +
    String.raw`(panicking::panic\b|\bpanic_\w+|_fail\b|_failed\b|\bhandle_error|\bcapacity_overflow|alloc_error_handler)`,
);
/** No variables, `unreachable`, the end. */
const STOP = part(Buffer.from([0, 0, 0x0b]));

/** @typedef {import('./wasm-file.mjs').Section} Section */

/** The codes of the module's own functions, one after another. @param {Section[]} module */
function codes(module) {
  const reader = new Reader(body(module, SECTION.code));
  return reader.list(() => reader.part());
}

/** The names of functions, by their numbers. @param {Section[]} module @returns {Map<number, string>} */
function names(module) {
  for (const { id, body } of module) {
    const reader = new Reader(body);
    if (id !== SECTION.custom || reader.text() !== 'name') continue;
    while (!reader.done) {
      const [kind, names] = [reader.number(), new Reader(reader.part())];
      if (kind === 1) return new Map(names.list(() => [names.number(), names.text()]));
    }
  }
  throw new Error('the module has no names');
}

/** @param {string[]} args */
function optimized(...args) {
  execFileSync('wasm-opt', [wasm, '-o', wasm, ...args], { stdio: 'inherit' });
}

const full = await sections(wasm);
const [named, first] = [names(full), imports(full).length];
let panics = 0;
const kept = codes(full).map((code, i) => {
  const name = named.get(first + i) ?? '';
  const panic = PANIC.test(name) && !name.includes('village_charts');
  panics += panic ? 1 : 0;
  return panic ? STOP : part(code);
});
if (panics < 10) throw new Error(`shrink: ${panics} functions that panic were found; have they other names now?`);
const { code } = SECTION;
await writeFile(wasm, file(full.map(({ id, body }) => ({ id, body: id === code ? list(kept) : body }))));

const anew = ['--flatten', '--rereloop', '-Oz'];
optimized(...anew, ...anew, '-Oz', '--converge', '-aimfs', '6', '-fimfs', '4', '-ocimfs', '2');

/**
 * The numbers of functions in an order in which each is followed by the one that has most in common with it, for its
 * length: runs of four bytes.
 * @param {Buffer[]} codes
 */
function alike(codes) {
  const RUN = 4;
  // what many have tells no two apart
  const MOST = 200;
  /** @type {Map<number, number[]>} */
  const having = new Map();
  const runs = codes.map((code, i) => {
    /** @type {Set<number>} */
    const runs = new Set();
    for (let at = 0; at + RUN <= code.length; at++) runs.add(code.readUInt32LE(at));
    for (const run of runs) {
      const others = having.get(run);
      if (others) others.push(i);
      else having.set(run, [i]);
    }
    return runs;
  });
  const left = new Set(codes.keys());
  const order = [];
  for (let at = 0; left.size; ) {
    order.push(at);
    left.delete(at);
    const common = new Map();
    for (const run of runs[at] ?? []) {
      const others = having.get(run) ?? [];
      if (others.length <= MOST) for (const other of others) common.set(other, (common.get(other) ?? 0) + 1);
    }
    let most = -1;
    for (const other of left) {
      const share = (common.get(other) ?? 0) / Math.sqrt((runs[other]?.size ?? 0) + 1);
      if (share > most) [most, at] = [share, other];
    }
  }
  return order;
}

// wasm-opt puts functions in the order of their names
const small = await sections(wasm);
const own = imports(small).length;
const places = alike(codes(small)).map((i, place) => ({ i: own + i, name: String(place).padStart(5, '0') }));
const numbered = list(places.sort((a, b) => a.i - b.i).map(({ i, name }) => Buffer.concat([number(i), part(name)])));
const section = Buffer.concat([part('name'), Buffer.from([1]), part(numbered)]);
await writeFile(wasm, file([...small, { id: SECTION.custom, body: section }]));
optimized('--reorder-functions-by-name', '--strip-debug', '--strip-producers', '--strip-target-features');
