// Makes of a module and the glue of wasm-bindgen what this project loads.   node scripts/glue.mjs FILE.wasm FILE.js
// - The digests in the names of imports become numbers: digests do not compress, and were half a KB of what a page downloads.
// - The name that the imports are under becomes a digest of the module: with the script of another build it does not start.
// - The glue becomes a function: what it keeps is of one instance, and goes with it.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** @param {string} why @returns {never} */
function die(why) {
  console.error(`glue: ${why}; does wasm-bindgen write it otherwise now?`);
  process.exit(1);
}

const [wasm = '', js = ''] = process.argv.slice(2);
const [module, glue] = await Promise.all([readFile(wasm, 'latin1'), readFile(js, 'utf8')]);

const from = /"(\.\/\w+_bg\.js)"/.exec(glue)?.[1] ?? die('no name of imports was found');
// as long as before, as everything here: lengths stand in the module, too
const build = createHash('sha256').update(module, 'latin1').digest('hex').slice(0, from.length);

/** @type {Map<string, string>} */
const numbers = new Map();
/** @param {string} text */
const renamed = (text) =>
  text.replaceAll(from, build).replace(/(?<=\b__wbg_\w+_)[0-9a-f]{16}\b/g, (digest) => {
    const number = numbers.get(digest) ?? String(numbers.size).padStart(16, '0');
    numbers.set(digest, number);
    return number;
  });
const made = renamed(module);
if (!numbers.size) die('no import with a digest was found');

/** @param {string} text @param {RegExp} part @param {string} by */
const replaced = (text, part, by) => (part.test(text) ? text.replace(part, by) : die(`${part} was not found`));
let body = renamed(glue);
body = replaced(body, /^async function __wbg_load[^]*?^}\n/m, '');
body = replaced(body, /^async function __wbg_init[^]*?^}\n/m, '');
body = replaced(body, /^export \{ initSync, __wbg_init as default \};\n/m, '');
body = replaced(body, /^export class Chart/m, 'class Chart');
if (/^export /m.test(body)) die('something else is exported');

await writeFile(wasm, made, 'latin1');
await writeFile(
  js,
  `export function instance(module) {
// what made a chart frees it: no garbage is to call into an instance that was given up
const FinalizationRegistry = undefined;
${body}
initSync({ module });
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
