// Makes the file of a module as small as it gets after brotli, once its glue is made.   node scripts/shrink.mjs FILE
// - No one hears what a panic says: the functions that say it end the instance at once, and what only they use is
//   left out, texts as well. So is what runs promises: no closure is handed to a page. 0.4 KB less.
// - wasm-opt. Measured: control flow found anew twice, and less inlined than -Oz does, is 2 KB less; that nothing lies
//   at the first addresses (there the stack ends), and that nothing is loaded from outside of memory, 0.3 KB.
// - Functions that are alike stand side by side, which brotli can tell in fewer bytes: 1.4 KB less.
// - No load or store says how its address is aligned, which engines ignore: 0.15 KB less.
// - Floats that are whole numbers are integers and a conversion, in three bytes in place of nine, and others that 32
//   bits tell are of 32: 0.3 KB less.
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { body, file, imports, list, number, part, Reader, SECTION, sections } from './wasm-file.mjs';

const [wasm = ''] = process.argv.slice(2);

/** What the standard library calls where it panics, and what says so. */
const PANIC = new RegExp(
  String.raw`\b(core|alloc|std|__rustc)(\[\w+\])?::.*` +
    String.raw`(panicking::panic\b|\bpanic_\w+|_fail\b|_failed\b|` +
    String.raw`\bhandle_error|\bcapacity_overflow|alloc_error_handler)`,
);
/** What writes values as text. */
const FORMAT = /\b(core|alloc|std)(\[\w+\])?::(fmt::|string::.*ToString)/;
/** What js-sys and wasm-bindgen bring along for closures that a page calls, whether there are any or not. */
const CLOSURE = /\bjs_sys(\[\w+\])?::futures::|\bwasm_bindgen(\[\w+\])?::convert::closures::/;
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

/** What the standard library and wasm-bindgen say in a panic, as far as it is long. */
const SAID = new RegExp(
  [
    'slice index starts at | but ends at |range (start|end) index | out of range for slice of length ',
    'index out of bounds: the len is | but the index is |mid > len|.at. split index .is |. should be <= len .is ',
    'copy_from_slice: source slice length .| does not match destination slice length .',
    'attempt to (calculate|join|divide)[\\w :>-]+|capacity overflow|LayoutError|Tried to shrink to a larger capacity',
    'called `\\w+::unwrap\\(\\)` on an? `\\w+` value|a formatting trait implementation returned an error when[\\w ]+',
    'RefCell already (mutably )?borrowed|rwlock (has not been locked for reading|overflowed read locks)',
    'attempted to take ownership of Rust value while it was borrowed|closure invoked recursively[\\w ]+',
    'null pointer passed to rust|recursive use of an object detected which would lead to[\\w ]+',
  ].join('|'),
  'g',
);

/**
 * Puts zeros, which compress, in the place of what only panics read: what they say, and where they are. @param {Buffer}
 * data
 */
function silence(data) {
  const reader = new Reader(data);
  const parts = reader.list(() => {
    // 0, and the place: `i32.const`, a number and an end
    if (reader.number() !== 0 || reader.number() !== 0x41)
      throw new Error('shrink: the data is told in another way now');
    const from = reader.number();
    reader.take(1);
    const bytes = reader.part();
    return { from, bytes };
  });
  /** @param {number} from @param {number} length */
  const at = (from, length) => {
    const part = parts.find((part) => part.from <= from && from + length <= part.from + part.bytes.length);
    return part?.bytes.subarray(from - part.from, from - part.from + length);
  };
  for (const { from, bytes } of parts) {
    for (const { index, 0: said } of bytes.toString('latin1').matchAll(SAID)) bytes.fill(0, index, index + said.length);
    // where a panic is: the place and the length of its file's name, line, column
    for (let i = -from & 3; i + 16 <= bytes.length; i += 4) {
      const name = at(bytes.readUInt32LE(i), bytes.readUInt32LE(i + 4));
      if (name && /^([\w.-]+\/)+\w+\.rs$/.test(name.toString('latin1'))) (bytes.fill(0, i, i + 16), name.fill(0));
    }
  }
}

/** Does a function write values as text, but for the standard library's own that panic? */
function formats() {
  const text = execFileSync('wasm-dis', [wasm], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return text.split('\n (func ').some((text) => {
    const [head = '', ...lines] = text.split('\n');
    return (
      !/^\$("[^"]*|\S*)\b(core|alloc|std)\b/.test(head) &&
      lines.some((line) => line.includes('(call $') && FORMAT.test(line))
    );
  });
}

const full = await sections(wasm);
const [named, first] = [names(full), imports(full).length];

/** Can a page call a closure? Then the module gives it the function that does so. */
function takesClosures() {
  const reader = new Reader(body(full, SECTION.exports));
  const exported = reader.list(() => ({ name: reader.text(), kind: reader.number(), i: reader.number() }));
  return exported.some(({ kind, i }) => kind === 0 && CLOSURE.test(named.get(i) ?? ''));
}

let panics = 0;
const unused = [PANIC, ...(formats() ? [] : [FORMAT]), ...(takesClosures() ? [] : [CLOSURE])];
const kept = codes(full).map((code, i) => {
  const name = named.get(first + i) ?? '';
  const panic = unused.some((unused) => unused.test(name)) && !name.includes('village_charts');
  panics += panic ? 1 : 0;
  return panic ? STOP : part(code);
});
if (panics < 10) throw new Error(`shrink: ${panics} functions that panic were found; have they other names now?`);
silence(body(full, SECTION.data));
const { code } = SECTION;
await writeFile(wasm, file(full.map(({ id, body }) => ({ id, body: id === code ? list(kept) : body }))));

// no load of ours is outside of memory
const known = ['--low-memory-unused', '--ignore-implicit-traps'];
const anew = ['--flatten', '--rereloop', '-Oz'];
optimized(...anew, ...anew, '-Oz', '--converge', '-aimfs', '5', '-fimfs', '4', '-ocimfs', '2', ...known);

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
  for (let at = 0; left.size;) {
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

// wasm-opt would make floats of them again, so this is the last step
const text = execFileSync('wasm-dis', ['--all-features', wasm], { encoding: 'utf8', maxBuffer: 2 ** 28 });
const numbers = text.replace(/ align=\d+/g, '').replace(/\(f64\.const (\S+)\)/g, (all, written) => {
  const x = Number(written.replace('inf', 'Infinity'));
  if (Object.is(x, -0)) return all;
  if (Number.isInteger(x) && Math.abs(x) < 2 ** 31) return `(f64.convert_i32_s (i32.const ${x}))`;
  return Math.fround(x) === x ? `(f64.promote_f32 (f32.const ${written}))` : all;
});
await writeFile(`${wasm}.wat`, numbers);
// with no feature that Rust has not used: of those wasm-as makes use where it writes an import or a null
const features = ['reference-types', 'bulk-memory', 'multivalue', 'nontrapping-float-to-int', 'sign-ext'];
const enabled = features.map((feature) => `--enable-${feature}`);
execFileSync('wasm-as', [...enabled, `${wasm}.wat`, '-o', wasm], { stdio: 'inherit' });
await rm(`${wasm}.wat`);
