// Makes of modules and the glue of wasm-bindgen what this project loads.   node scripts/glue.mjs FILE.wasm… FILE.js
// - One glue is for all: that of the module that can do the most, which is to be the last.
// - Imports and exports get the names that they have in the code: digests do not compress, and were half a KB.
// - The imports are under a digest of the modules: with the script of another build they do not start.
// - The glue becomes a function: what it keeps is of one instance, and goes with it.
// - What no page needs is left out: detours for browsers that could not run the module, and other ways to start it.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { file, imports, list, number, part, Reader, SECTION, sections } from './wasm-file.mjs';

/** @param {string} why @returns {never} */
function die(why) {
  console.error(`glue: ${why}; does wasm-bindgen write it otherwise now?`);
  process.exit(1);
}

const files = process.argv.slice(2);
const js = files.pop() ?? '';
const glue = await readFile(js, 'utf8');
const digest = createHash('sha256');
for (const wasm of files) digest.update(await readFile(wasm));
const build = digest.digest('hex').slice(0, 16);
const of = imports(await sections(files.at(-1) ?? ''));
const from = of[0]?.from ?? die('it imports nothing');

/**
 * Names without what wasm-bindgen puts around them: "fillRect" for "__wbg_fillRect_8e1f0c2a9b3d4e5f".
 * @param {string[]} names
 */
function plain(names) {
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const name of names) {
    const bare = name.replace(/^(_*(wbg|wbindgen)_)*_*(chart_)?|_[0-9a-f]{16}$/g, '');
    const twins = [...made.values()].filter((other) => other.replace(/\d*$/, '') === bare).length;
    made.set(name, bare + (twins || ''));
  }
  return made;
}
const importNames = plain(of.map(({ name }) => name));

/** @param {string} text @param {RegExp} part @param {string} by */
const replaced = (text, part, by) => (text.search(part) < 0 ? die(`${part} was not found`) : text.replace(part, by));
let body = glue.replaceAll(from, build);
/** Leaves a part out. @param {RegExp} part */
const without = (part) => (body = replaced(body, part, ''));
without(/^async function __wbg_load[^]*?^}\n/m);
without(/^async function __wbg_init[^]*?^}\n/m);
without(/^function initSync[^]*?^}\n/m);
without(/^let wasmModule[^]*?^}\n/m);
without(/^export \{ initSync, __wbg_init as default \};\n/m);
body = replaced(body, /^export class Chart/m, 'class Chart');
// who made a chart frees it: no garbage is to call into an instance that was given up
without(/^const ChartFinalization[^]*?;\n$/m);
without(/^ *ChartFinalization\.\w+\(.*\);\n/gm);
without(/^if \(Symbol\.dispose\).*\n/m);
// every browser that runs the module can do this
without(/^if \(!\('encodeInto' in cachedTextEncoder\)\)[^]*?^}\n/m);
// memory that has grown is another buffer
body = body.replace(/if \((cached\w+Memory0) === null \|\| .*\) \{/g, 'if ($1?.buffer !== wasm.memory.buffer) {');
// a text is written in one go instead of letter by letter
const letters = /(?<=^function passStringToWasm0\(.*\) \{\n)[^]*?(const buf [^]*?return ptr;\n)[^]*?(?=^}\n)/m;
body = replaced(body, letters, '$1');
body = replaced(body, /, wasm\.__wbindgen_realloc\)/g, ')');
const START = '__wbindgen_start';
const used = plain([...new Set([START, ...Array.from(body.matchAll(/\bwasm\.(\w+)/g), ([, name = '']) => name)])]);

/** Only what the glue calls goes out of the module. @param {Buffer} exports */
function exported(exports) {
  const reader = new Reader(exports);
  const all = reader.list(() => ({ name: used.get(reader.text()), rest: [reader.take(1), number(reader.number())] }));
  return list(all.flatMap(({ name, rest }) => (name ? [Buffer.concat([part(name), ...rest])] : [])));
}

/** Under the digest, by the name that the glue has. @param {import('./wasm-file.mjs').Section[]} module */
function imported(module) {
  const name = (/** @type {string} */ name) => part(importNames.get(name) ?? die(`${name} is not in the glue`));
  return list(imports(module).map((one) => Buffer.concat([part(build), name(one.name), one.rest])));
}

body = body.replace(/(?<=^ +)\w+(?=: function\()/gm, (name) => importNames.get(name) ?? die(`${name} is not imported`));
body = body.replace(/(?<=\bwasm\.)\w+/g, (name) => used.get(name) ?? name);
if (/^export /m.test(body)) die('something else is exported');

for (const wasm of files) {
  const module = await sections(wasm);
  const made = module.map((section) => {
    if (section.id === SECTION.exports) return { ...section, body: exported(section.body) };
    return section.id === SECTION.imports ? { ...section, body: imported(module) } : section;
  });
  await writeFile(wasm, file(made));
}
await writeFile(
  js,
  `export function instance(module) {
${body}
const wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
wasm.${used.get(START)}();
return Chart;
}
`,
);
const types = js.replace(/\.js$/, '.d.ts');
await writeFile(
  types,
  `${await readFile(types, 'utf8')}
/** Starts the module: what makes charts in this instance of it. */
export function instance(module: WebAssembly.Module): typeof Chart;
`,
);
