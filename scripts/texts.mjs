// Makes of the languages in texts/ what scripts import: a module for each in www/dist/texts, and
// target/texts/languages.js, which knows them all; and www/embed.html, which says in each that it needs a script.
// node scripts/texts.mjs BUILD
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { FEATURES, features, names } from './messages.mjs';

/** @type {typeof import('../www/src/fluent.js')} */
const { messages } = await import(new URL('../www/dist/village-charts-fluent.js', import.meta.url).href);
const [build = ''] = process.argv.slice(2);

const files = (await readdir('texts')).filter((name) => name.endsWith('.ftl')).sort();
/** @type {[tag: string, messages: import('../www/src/texts.js').Messages][]} */
const languages = await Promise.all(
  files.map(async (file) => {
    const { made, wrong } = messages(file.slice(0, -'.ftl'.length), await readFile(`texts/${file}`, 'utf8'));
    if (wrong.length) {
      console.error(`texts: texts/${file}: ${wrong.join('; ')}`);
      process.exit(1);
    }
    return [file.slice(0, -'.ftl'.length), made];
  }),
);

/** The places of the messages whose names begin so. @param {string} prefix */
const beginning = (prefix) => [...names.keys()].filter((place) => names[place]?.startsWith(prefix));

/** @param {string} tag @param {string} feature */
const fileOf = (tag, feature) => `${[tag, ...(feature ? [feature] : [])].join('-')}.js`;

/**
 * Is a message heard as it is read? Then `texts.ts` takes the one that is read, before it. @param {number} place @param
 * {import('../www/src/texts.js').Messages} all
 */
function isHeardAsRead(place, all) {
  const [heard, ...same] = [all[place], all[place - 1], [[place - 1, 0]]].map((pattern) => JSON.stringify(pattern));
  return names[place] === `${names[place - 1]}-spoken` && same.includes(heard);
}

const english = languages.find(([tag]) => tag === 'en')?.[1] ?? {};
await rm('target/texts/texts', { recursive: true, force: true });
await rm('www/dist/texts', { recursive: true, force: true });
await mkdir('target/texts/texts', { recursive: true });
for (const [tag, own] of languages) {
  // what a language lacks is English
  const all = { ...english, ...own };
  for (const feature of FEATURES) {
    const places = [...names.keys()].filter((place) => features[place] === feature);
    const some = places.map((place) => (isHeardAsRead(place, all) ? 0 : all[place]));
    await writeFile(
      `target/texts/texts/${fileOf(tag, feature)}`,
      `export const build = ${JSON.stringify(build)};\nexport default ${JSON.stringify(some)};\n`,
    );
  }
}
const page = await readFile('www/src/site/embed.html', 'utf8');
/** The texts of the frame's own script, by their names. */
const frame = Object.fromEntries(
  languages.map(([tag, own]) => [
    tag,
    Object.fromEntries(beginning('frame-').map((place) => [names[place], own[place] ?? english[place]])),
  ]),
);
const lines = Object.entries(frame).map(([tag, all]) => `<p lang="${tag}">${all['frame-no-script']}</p>\n`);
await writeFile(
  'www/embed.html',
  page.replace('<noscript>\n', (start) => start + lines.join('')),
);

await cp('target/texts/texts', 'www/dist/texts', { recursive: true });
const failures = Object.fromEntries(beginning('failed').map((at) => [at, english[at]]));
const imports = FEATURES.map((feature) => {
  const files = languages.map(
    ([tag]) => `  ${JSON.stringify(tag)}: () => import('./texts/${fileOf(tag, feature)}'),\n`,
  );
  return `{\n${files.join('')}}`;
});
await writeFile(
  'target/texts/languages.js',
  `export const languages = [${imports.join(', ')}];\n` + `export const failures = ${JSON.stringify(failures)};\n`,
);
await writeFile('target/texts/frame.js', `export const frame = ${JSON.stringify(frame)};\n`);
await writeFile(
  'target/texts/languages.d.ts',
  `import type { Messages, Pattern } from '../../www/src/texts.js';
type Load = () => Promise<{ build: string; default: (Pattern | 0)[] }>;
/** The languages by their tags, what each Said of texts.ts adds. */
export const languages: [Record<string, Load>, ...Record<string, Load>[]];
/** What is said where nothing can be loaded, in English. */
export const failures: Messages;
`,
);
await writeFile('target/texts/frame.d.ts', `export const frame: Record<string, Record<string, string>>;\n`);
