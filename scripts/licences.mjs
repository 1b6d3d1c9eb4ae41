// Checks where all dependencies come from and under which licences: the crates of Cargo.lock and the packages of both
// package-lock.json. Those that the WebAssembly modules contain are looked at more closely by third-party.mjs.
//   node scripts/licences.mjs
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Licences that ask for a notice at most, and two that tools may have which are not handed on: CC-BY-4.0 and MPL-2.0.
 */
const ALLOWED = new Set(
  (
    '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC-BY-4.0 ISC MIT MIT-0 MPL-2.0 NCSA Unicode-3.0 ' +
    'Unlicense Zlib'
  ).split(' '),
);

/**
 * What single tools may have besides: packages that only the tests use, and that are never handed on. Each by its name,
 * so that no other comes in under the same licence unseen, and only where the lock file says that it is for development
 * alone.
 * @type {Record<string, string>}
 */
const TESTED_WITH = {
  '@wordpress/autop': 'GPL-2.0-or-later', // what WordPress does with a fragment: tests/browser/cms.test.mjs
  argparse: 'PSF-2.0', // the command of markdown-it, which no test runs
};

/**
 * Whether one may choose allowed licences only: of each part between ANDs, one. An OR around an AND is refused rather
 * than taken apart.
 * @param {string | null | undefined} licence
 */
function allowed(licence) {
  const plain = (licence ?? '')
    .replaceAll('/', ' OR ')
    .replace(/ WITH LLVM-exception/g, '')
    .replace(/[()]/g, '');
  return plain.split(' AND ').every((part) => part.split(' OR ').some((name) => ALLOWED.has(name.trim())));
}

const wrong = /** @type {string[]} */ ([]);
let count = 0;
/** @type {(name: string, licence: string | null | undefined, fromRegistry: boolean, excepted?: boolean) => void} */
const look = (name, licence, fromRegistry, excepted = false) => {
  count += 1;
  if (!allowed(licence) && !excepted) wrong.push(`${name}: its licence is ${licence || 'none'}`);
  if (!fromRegistry) wrong.push(`${name}: it is of no registry, or has no digest`);
};

const ask = ['metadata', '--locked', '--all-features', '--format-version', '1'];
const metadata = execFileSync('cargo', ask, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
for (const { name, version, license, source, id } of JSON.parse(metadata).packages) {
  if (id.startsWith('path+')) continue; // our own
  look(`${name} ${version}`, license, source === 'registry+https://github.com/rust-lang/crates.io-index');
}
for (const lock of ['package-lock.json', 'tests/consumers/package-lock.json']) {
  const { packages } = JSON.parse(await readFile(`${root}${lock}`, 'utf8'));
  for (const [path, it] of Object.entries(packages)) {
    if (!path.includes('node_modules/') || it.link) continue; // our own
    // only what is of no registry has an address in these files
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const excepted = it.dev === true && it.license === TESTED_WITH[name];
    look(`${path} of ${lock}`, it.license, !it.resolved && !!it.integrity, excepted);
  }
}
if (wrong.length) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
const besides = Object.entries(TESTED_WITH).map(([name, licence]) => `${name} ${licence}`);
console.log(`licences: ${count} dependencies, all of a registry and under ${[...ALLOWED].join(', ')}`);
console.log(`only tests use, and nothing hands on: ${besides.join(', ')}`);
