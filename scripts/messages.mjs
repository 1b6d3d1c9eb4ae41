// The names of all messages and of their arguments, in the order of English's file, as build.rs finds them: code and
// language files know them by their numbers. Makes of them, in target/texts, messages.ts for the scripts that say them,
// and names.js for what reads language files.
// node scripts/messages.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** What a module may have: a group of messages whose heading names one of these is loaded with that module. */
export const FEATURES = ['', 'indicators', 'many', 'tools'];

/** @type {string[]} */
export const names = [];
/** The names of the arguments. @type {string[]} */
export const given = [];
/** The feature of each message. @type {string[]} */
export const features = [];

let feature = '';
for (const line of (await readFile(new URL('../texts/en.ftl', import.meta.url), 'utf8')).split('\n')) {
  if (line.startsWith('## ')) feature = FEATURES.find((feature) => line.endsWith(`(${feature})`)) ?? '';
  const [name] = line.match(/^[a-z][^ ]*(?= =)/) ?? [];
  if (name) {
    names.push(name);
    features.push(name.startsWith('frame-') ? 'frame' : feature);
  }
  for (const [, name = ''] of line.matchAll(/\$([A-Za-z0-9-]*)/g)) if (!given.includes(name)) given.push(name);
}
const order = [...FEATURES, 'frame'];
if (features.some((feature, i) => order.indexOf(feature) < order.indexOf(features[i - 1] ?? ''))) {
  console.error(`texts/en.ftl: groups of messages stand in the order of their features: ${order.join(' ').trim()}`);
  process.exit(1);
}

/** @param {string} name @param {string[]} names */
const numbered = (name, names) =>
  `export const enum ${name} {\n${names.map((name, i) => `  '${name}' = ${i},\n`).join('')}}\n`;
const folder = new URL('../target/texts/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(
  new URL('messages.ts', folder),
  `/** All messages by their names. */\n${numbered('Message', names)}` +
    `/** All arguments of messages by their names. */\n${numbered('Argument', given)}`,
);
await writeFile(
  new URL('names.js', folder),
  `export const messages = ${JSON.stringify(names)};\nexport const given = ${JSON.stringify(given)};\n`,
);
await writeFile(
  new URL('names.d.ts', folder),
  '/** The names of messages and of their arguments, by their numbers. */\n' +
    'export const messages: string[];\nexport const given: string[];\n',
);
