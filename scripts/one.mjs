// Makes www/dist/village-charts.TAG.js of each language: what a page asks for with one request where all of its charts
// are those of an article. www/dist/village-charts.one.js is the script of it, with names where module and words go.
// A letter for each byte takes 2 % more than the bytes after brotli, and base64 25 %.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';

const dist = new URL('../www/dist/', import.meta.url);
const script = await readFile(new URL('village-charts.one.js', dist), 'utf8');
const bytes = await readFile(new URL('village_charts_bg.wasm', dist));

// What means something between backticks, or is changed there, is the letter of 256 more. 0 is a caret, which is rare:
// files with a letter of that number are taken for no text. One.ts reads it.
const RETURN = 13;
const CARET = 94;
const SPECIAL = [RETURN, CARET, ...Buffer.from('\\`$')];
const letters = Array.from(bytes, (byte) =>
  byte ? String.fromCharCode(SPECIAL.includes(byte) ? byte + 256 : byte) : '^',
).join('');

/** @param {string} text @param {string} name @param {string} value */
function put(text, name, value) {
  const parts = text.split(new RegExp(`\\b${name}\\b`));
  if (parts.length !== 2) {
    console.error(`one: ${name} stands ${parts.length - 1} times in village-charts.one.js, expected once`);
    process.exit(1);
  }
  return parts.join(value);
}

for (const file of (await readdir(new URL('../texts/', import.meta.url))).filter((name) => name.endsWith('.ftl'))) {
  const tag = file.slice(0, -'.ftl'.length);
  const { default: words } = await import(new URL(`texts/${tag}.js`, dist).href);
  let text = put(script, 'TAG', JSON.stringify(tag));
  text = put(text, 'WORDS', JSON.stringify(words));
  await writeFile(new URL(`village-charts.${tag}.js`, dist), put(text, 'MODULE', `\`${letters}\``));
}
await rm(new URL('village-charts.one.js', dist));
