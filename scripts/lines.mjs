// Checks that no line of a source, style sheet, script, page or document has more than 120 characters.
//   node scripts/lines.mjs
// It walks the tree and leaves out what .gitignore names, so that it needs no git.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const LONGEST = 120;
const root = fileURLToPath(new URL('..', import.meta.url));

/** What nobody writes by hand, or what cannot be broken into lines: data, recordings and pictures. */
const EXEMPT = [
  /\.(lock|png|snap|svg|ttf|xlsx)$/,
  /(^|\/)package-lock\.json$/,
  /^LICENSE-/,
  /^src\/cli\/fonts\/OFL\.txt$/,
  /^tests\/data\/.*\.json$/,
  /^tests\/fuzz\/found\/.*\.json$/,
  /^tests\/screen-reader\/[\w-]+\.txt$/, // what is heard
  /^www\/(data|schema)\/.*\.json$/,
];
/** An address alone, but for what makes the line a comment or an item of a list. */
const ADDRESS = /^\W*https?:\/\/\S+$/;

/** What the .gitignore of each folder names: paths from the root on. */
const ignored = new Set(['.git']);

/** @type {(folder: string) => Promise<string[]>} the files in it and below, from the root on */
async function files(folder) {
  const entries = await readdir(root + folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === '.gitignore')) {
    const lines = (await readFile(`${root}${folder}.gitignore`, 'utf8')).split('\n');
    for (const line of lines) ignored.add(folder + line.replace(/^\//, ''));
  }
  const found = entries
    .map((entry) => ({ entry, path: folder + entry.name }))
    .filter(({ path }) => !ignored.has(path))
    .map(({ entry, path }) => (entry.isDirectory() ? files(`${path}/`) : [path]));
  return (await Promise.all(found)).flat();
}

const long = [];
let count = 0;
for (const path of await files('')) {
  if (EXEMPT.some((pattern) => pattern.test(path))) continue;
  count += 1;
  const lines = (await readFile(root + path, 'utf8')).split('\n');
  for (const [i, line] of lines.entries()) {
    // characters, not the units of UTF-16
    const length = [...line].length;
    if (length > LONGEST && !ADDRESS.test(line)) long.push(`${path}:${i + 1}: ${length} characters`);
  }
}
if (long.length) {
  console.error(`${long.join('\n')}\nlines: ${long.length} have more than ${LONGEST} characters`);
  process.exit(1);
}
console.log(`lines: ${count} files, no line longer than ${LONGEST} characters`);
