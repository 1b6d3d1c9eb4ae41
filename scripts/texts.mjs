// Makes of the languages in texts/ what scripts import: a module for each in www/dist/texts, and
// target/texts/languages.js, which knows them all; and www/embed.html, which says in each that it needs a script.
// node scripts/texts.mjs BUILD
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

/** @type {typeof import('../www/src/fluent.js')} */
const { messages } = await import(new URL('../www/dist/village-charts-fluent.js', import.meta.url).href);
const [build = ''] = process.argv.slice(2);

const files = (await readdir('texts')).filter((name) => name.endsWith('.ftl')).sort();
/** @type {[tag: string, messages: import('../www/src/texts.js').Messages][]} */
const languages = await Promise.all(
  files.map(async (file) => {
    const { made, wrong } = messages(await readFile(`texts/${file}`, 'utf8'));
    if (wrong.length) {
      console.error(`texts: texts/${file}: ${wrong.join('; ')}`);
      process.exit(1);
    }
    return [file.slice(0, -'.ftl'.length), made];
  }),
);

/**
 * The messages whose ids begin so, of every language: what is said where no module may be loaded. @param {string}
 * prefix
 */
const few = (prefix) =>
  Object.fromEntries(
    languages.map(([tag, all]) => [
      tag,
      Object.fromEntries(Object.entries(all).filter(([id]) => id.startsWith(prefix))),
    ]),
  );

/**
 * The messages of those groups of English whose headings name a module's feature: they are loaded with that module.
 * @type {Map<string, string>}
 */
const features = new Map();
const FEATURES = ['', 'indicators', 'many', 'tools'];
let group = '';
for (const line of (await readFile('texts/en.ftl', 'utf8')).split('\n')) {
  if (line.startsWith('## ')) group = FEATURES.find((feature) => line.endsWith(`(${feature})`)) ?? '';
  const [id] = line.match(/^[a-z][\w-]*(?= =)/) ?? [];
  if (id) features.set(id, group);
}
/** @param {string} tag @param {string} feature */
const fileOf = (tag, feature) => `${[tag, ...(feature ? [feature] : [])].join('-')}.js`;

/**
 * Is a message heard as it is read? Then `texts.ts` takes the one that is read. @param {string} id @param
 * {import('../www/src/texts.js').Messages} all
 */
function isHeardAsRead(id, all) {
  const read = id.replace(/-spoken$/, '');
  const [heard, ...same] = [all[id], all[read], [[read, 0]]].map((pattern) => JSON.stringify(pattern));
  return read !== id && same.includes(heard);
}

await rm('target/texts', { recursive: true, force: true });
await rm('www/dist/texts', { recursive: true, force: true });
await mkdir('target/texts/texts', { recursive: true });
for (const [tag, all] of languages) {
  // those of the frame are in its own script
  const loaded = Object.entries(all).filter(([id]) => !id.startsWith('frame-') && !isHeardAsRead(id, all));
  for (const feature of FEATURES) {
    const some = Object.fromEntries(loaded.filter(([id]) => (features.get(id) ?? '') === feature));
    await writeFile(
      `target/texts/texts/${fileOf(tag, feature)}`,
      `export const build = ${JSON.stringify(build)};\nexport default ${JSON.stringify(some)};\n`,
    );
  }
}
const page = await readFile('www/src/site/embed.html', 'utf8');
const lines = languages.map(([tag, all]) => `<p lang="${tag}">${all['frame-no-script']}</p>\n`);
await writeFile(
  'www/embed.html',
  page.replace('<noscript>\n', (start) => start + lines.join('')),
);

await cp('target/texts/texts', 'www/dist/texts', { recursive: true });
const imports = FEATURES.map((feature) => {
  const files = languages.map(
    ([tag]) => `  ${JSON.stringify(tag)}: () => import('./texts/${fileOf(tag, feature)}'),\n`,
  );
  return `{\n${files.join('')}}`;
});
await writeFile(
  'target/texts/languages.js',
  `export const languages = [${imports.join(', ')}];\n` +
    `export const failures = ${JSON.stringify(few('failed').en)};\n`,
);
await writeFile('target/texts/frame.js', `export const frame = ${JSON.stringify(few('frame-'))};\n`);
await writeFile(
  'target/texts/languages.d.ts',
  `import type { Messages } from '../../www/src/texts.js';
type Load = () => Promise<{ build: string; default: Messages }>;
/** The languages by their tags, what each Said of texts.ts adds. */
export const languages: [Record<string, Load>, ...Record<string, Load>[]];
/** What is said where nothing can be loaded, in English. */
export const failures: Messages;
`,
);
await writeFile('target/texts/frame.d.ts', `export const frame: Record<string, Record<string, string>>;\n`);
