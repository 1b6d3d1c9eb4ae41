// Writes what is known only when all files of the package are there: its version, and the digests of what pages load.
//   node scripts/finish-package.mjs FOLDER VERSION
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';

const [, , folder, version] = process.argv;
if (!folder || !version) throw new Error('usage: node scripts/finish-package.mjs FOLDER VERSION');
const write = (/** @type {string} */ name, /** @type {unknown} */ value) =>
  writeFile(`${folder}/${name}`, `${JSON.stringify(value, null, 2)}\n`);

const manifest = JSON.parse(await readFile(new URL('../npm/package.json', import.meta.url), 'utf8'));
await write('package.json', { ...manifest, version });

// for the attribute `integrity` of scripts and style sheets
const entries = await readdir(`${folder}/dist`, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(`${folder}/dist/`.length));
const files = paths.filter((name) => !name.endsWith('.d.ts')).sort();
const digests = files.map(async (name) => {
  const digest = createHash('sha384')
    .update(await readFile(`${folder}/dist/${name}`))
    .digest('base64');
  return [`dist/${name}`, `sha384-${digest}`];
});
await write('integrity.json', Object.fromEntries(await Promise.all(digests)));
