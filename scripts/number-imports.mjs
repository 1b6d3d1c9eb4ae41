// Numbers the digests in the names of a module's imports, in the module and in its glue alike: digests do not compress,
// and they were half a KB of what a page downloads.   node scripts/number-imports.mjs FILE.wasm FILE.js
import { readFile, writeFile } from 'node:fs/promises';

/** @type {Map<string, string>} */
const numbers = new Map();
for (const file of process.argv.slice(2)) {
  const text = await readFile(file, 'latin1');
  // as long as before: lengths stand in the module, too
  const numbered = text.replace(/(?<=\b__wbg_\w+_)[0-9a-f]{16}\b/g, (digest) => {
    const number = numbers.get(digest) ?? String(numbers.size).padStart(16, '0');
    numbers.set(digest, number);
    return number;
  });
  await writeFile(file, numbered, 'latin1');
}
if (!numbers.size) {
  console.error('number-imports: no import with a digest was found; does wasm-bindgen name them otherwise now?');
  process.exit(1);
}
