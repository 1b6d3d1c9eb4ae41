// Writes the licence notices of what the WebAssembly modules are made of: the crates of both, and Rust's standard
// library; and of the scripts beside them, which have wasm-bindgen's glue and Fluent's parser of others.
//   node scripts/third-party.mjs FILE
//   import { crates } from …
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cargo = (/** @type {string[]} */ ...args) =>
  execFileSync('cargo', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });

/**
 * What the command has for what a browser knows, and what writes workbooks: the module with the import calls none of
 * it, so the linker leaves it out. `scripts/build` looks whether it does.
 */
const LEFT_OUT = new RegExp(
  '^(fixed_decimal|fluent|icu_|intl|litemap|potential_utf|ryu$|self_cell|tinystr|unic-langid|writeable|yoke|zerofrom|' +
    'zerotrie|zerovec|zopfli)',
);

/** The crates whose code is in the modules: those that run, not those that build or make code. */
export function crates() {
  const module = ['--target', 'wasm32-unknown-unknown', '--no-default-features', '--features', 'import'];
  const shape = ['-e', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}\t{l}\t{r}'];
  const lines = cargo('tree', '--locked', '--package', 'village-charts', ...module, ...shape).split('\n');
  const all = lines.filter(Boolean).map((line) => {
    const [id = '', licence = '', home = ''] = line.replace(/ \(\*\)$/, '').split('\t');
    const [name = '', version = ''] = id.split(' v');
    return { name, version, licence, home };
  });
  const once = new Map(all.map((crate) => [`${crate.name} ${crate.version}`, crate]));
  const inside = [...once.values()].filter(({ name }) => name !== 'village-charts' && !LEFT_OUT.test(name));
  return inside.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const MIT = `\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
the Software, and to permit persons to whom the Software is furnished to do so, subject to the following
conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO
EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN
AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE
OR OTHER DEALINGS IN THE SOFTWARE.`;

// As Rust's own COPYRIGHT-library.html has it, of the parts that a module can contain.
const STANDARD_LIBRARY = `The Rust standard library (core, alloc, std)
Licence: MIT OR Apache-2.0; of the choice, MIT is taken
Home: https://github.com/rust-lang/rust

Copyright (c) The Rust Project Developers (see https://thanks.rust-lang.org)
In hashbrown: Copyright (c) 2016 Amanieu d'Antras
In compiler_builtins and libm: Copyright (c) 2018 Jorge Aparicio; Copyright (c) 2005-2020 Rich Felker, et al. (musl)
In core, the tables of letters: Copyright (c) 1991-2024 Unicode, Inc.
(Unicode-3.0; its text is at unicode-ident below)

${MIT}`;

// Crates whose file says no more than "../LICENSE", which was not packed: what stands there in their repository.
const PLOTTERS = `MIT License\n\nCopyright (c) 2019 Hao Hou <haohou302@gmail.com>\n\n${MIT}`;
const UNPACKED = new Map([
  // it has no file at all: its author as its Cargo.toml names him
  ['atoi_simd', `MIT License\n\nCopyright (c) Dmitry Rodionov <gh@rdmtr.com>\n\n${MIT}`],
  ['plotters', PLOTTERS],
  ['plotters-backend', PLOTTERS],
]);

/**
 * The texts that a crate's licence asks to be kept. Where it leaves a choice, MIT is taken.
 * @param {{ name: string, version: string, licence: string }} crate
 * @param {string} folder
 */
async function texts({ name, version, licence }, folder) {
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice|copyright)/i.test(file)).sort();
  const kept = files.filter((file) => !/apache/i.test(file));
  const read = await Promise.all(kept.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  const unpacked = UNPACKED.get(name);
  const whole = read.map((text) => (text === '../LICENSE' && unpacked) || text.replaceAll('\r', '').trim());
  if (!files.length && unpacked) whole.push(unpacked);
  const has = (/** @type {string} */ words) => whole.some((text) => text.replace(/\s+/g, ' ').includes(words));
  if (licence === 'Zlib' && has("This software is provided 'as-is', without any express or implied warranty"))
    return whole;
  if (
    !/\bMIT\b/.test(licence) ||
    !has('Permission is hereby granted, free of charge, to any person obtaining a copy')
  ) {
    throw new Error(
      `${name} ${version}: its licence is ${licence || 'none'}, its files are ${files.join(', ') || 'none'}; ` +
        'expected MIT and its text: see which notices it asks for, and teach scripts/third-party.mjs',
    );
  }
  if (/Unicode-3\.0/.test(licence) && !has('UNICODE LICENSE V3')) {
    throw new Error(`${name} ${version}: expected the text of Unicode-3.0`);
  }
  return whole;
}

/** What of npm is in a script of ours, by its name and version: see the imports of www/src. */
export function scripts() {
  return [JSON.parse(readFileSync(`${root}node_modules/@fluent/bundle/package.json`, 'utf8'))];
}

/** @param {{ name: string, version: string, license: string, homepage: string }} script */
async function ofScript({ name, version, license, homepage }) {
  if (license !== 'Apache-2.0') throw new Error(`${name} ${version}: its licence is ${license}; expected Apache-2.0`);
  const apache = await readFile(`${root}LICENSE-APACHE`, 'utf8');
  return `${name} ${version}\nLicence: ${license}\nHome: ${homepage}\n\n${apache.trim()}`;
}

async function notices() {
  const { packages } = JSON.parse(cargo('metadata', '--locked', '--format-version', '1'));
  const parts = [STANDARD_LIBRARY];
  for (const crate of crates()) {
    const { name, version, licence, home } = crate;
    const found = packages.find(
      (/** @type {{ name: string, version: string }} */ other) => other.name === name && other.version === version,
    );
    const kept = await texts(crate, dirname(found.manifest_path));
    const choice = / OR /.test(licence) ? '; of the choice, MIT is taken' : '';
    const head = `${name} ${version}\nLicence: ${licence}${choice}\nHome: ${home}`;
    parts.push([head, ...kept].join('\n\n'));
  }
  for (const script of scripts()) parts.push(await ofScript(script));
  return parts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file] = process.argv;
  if (!file) throw new Error('usage: node scripts/third-party.mjs FILE');
  const head = `\
village-charts is MIT OR Apache-2.0. Its WebAssembly modules, and the scripts that load them, contain the
following work of others, under the licences named here.`;
  await writeFile(file, `${[head, ...(await notices())].join(`\n\n${'='.repeat(80)}\n\n`)}\n`);
}
