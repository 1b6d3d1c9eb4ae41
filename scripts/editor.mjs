// Writes the pages of the editor: www/src/site/editor.html in the words of each language of texts/site, with the
// messages that its script says: those of the page, what the import tells, and, where the language has its own, what is
// found in data files.   node scripts/editor.mjs
import { FluentResource } from '@fluent/bundle';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { TYPES } from './attributes.mjs';

const www = new URL('../www/', import.meta.url);
const texts = new URL('../texts/site/', import.meta.url);
const source = await readFile(new URL('src/site/editor.html', www), 'utf8');

/** @param {string} why @returns {never} */
function die(why) {
  console.error(`editor: ${why}`);
  process.exit(1);
}

/** What names an option of the command: a page has fields for these. */
const OPTION = / ?[[(][^\])]*--[^\])]*[\])]/g;

/**
 * Messages with `{name}` where something stands in its place. Of what the import tells, as a page says it.
 * @param {string} file
 */
async function messages(file) {
  const text = await readFile(new URL(file, texts), 'utf8');
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const { id, value, attributes } of new FluentResource(text).body) {
    if (made.has(id)) die(`${file} has ${id} twice`);
    const said = attributes['page'] ?? value;
    const parts = typeof said === 'string' ? [said] : (said ?? die(`${file}: ${id} has no text`));
    const written = parts.map((part) => {
      if (typeof part === 'string') return part;
      return part.type === 'var' ? `{${part.name}}` : die(`${file}: ${id} has ${part.type}; expected { $name }`);
    });
    // of several lines
    const line = written.join('').replace(/\s*\n\s*/g, ' ');
    made.set(id, file.startsWith('import.') ? line.replace(OPTION, '') : line);
  }
  const ids = [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id = '']) => id);
  for (const id of ids) if (!made.has(id)) die(`${file}: ${id} is no message of Fluent's syntax`);
  return made;
}

/** The picture of a type: what its marks look like, 48 by 30. @type {Record<string, string>} */
const PICTURES = {
  revenue: 'M4 4h34v5H4zM4 12h26v5H4zM4 20h18v5H4zM40 4l4 2.5-4 2.5z',
  income: 'M4 8h12v4H4zM24 8h16v4H24zM10 19h18v4H10z',
  clusters: 'M4 6h40v18H4zm2 2v14h22V8z',
  villages: 'M4 20h6v6H4zM12 20h6v6h-6zM20 20h6v6h-6zM28 20h6v6h-6zM4 12h6v6H4zM12 12h6v6h-6zM20 12h6v6h-6zM4 4h6v6H4z',
  petitions: 'M4 4h28v6H4zM4 13h12v5H4zM18 13h8v5h-8zM4 21h20v5H4z',
  ranking: 'M4 4h38v4H4zM4 10h30v4H4zM4 16h22v4H4zM4 22h14v4H4z',
  trend: 'M4 24L16 14l10 5L42 5l2 2-17 16-10-5L6 27zM40 3h6v6h-6zM13 11h6v6h-6z',
  spread:
    'M6 20h4v4H6zM14 20h4v4h-4zM14 14h4v4h-4zM20 20h4v4h-4zM20 14h4v4h-4zM20 8h4v4h-4zM26 20h4v4h-4zM26 14h4v4h-4z' +
    'M38 20h4v4h-4z',
  scatter: 'M6 4h2v20h36v2H6zM12 18h4v4h-4zM18 14h4v4h-4zM24 16h4v4h-4zM26 9h4v4h-4zM34 11h4v4h-4zM37 5h4v4h-4z',
  groups: 'M4 6h40v1H4zM12 4h14v5H12zM4 15h40v1H4zM20 13h18v5H20zM4 24h40v1H4zM8 22h10v5H8z',
  makeup:
    'M4 4h16v5H4zM22 4h10v5H22zM34 4h8v5h-8zM4 12h10v5H4zM16 12h14v5H16zM32 12h5v5h-5zM4 20h20v5H4zM26 20h4v5h-4z',
};
/** What a table makes comes first. */
const ORDER = ['ranking', 'trend', 'spread', 'scatter', 'groups', 'makeup'];

const files = (await readdir(texts)).filter((name) => /^editor\.[\w-]+\.ftl$/.test(name));
const languages = await Promise.all(
  files.map(async (file) => {
    const made = await messages(file);
    // what the import tells has names of its own
    const told = await messages(file.replace('editor', 'import'));
    for (const [id, text] of told) made.set(`told-${id}`, text);
    return made;
  }),
);
const [first = die('texts/site has no language')] = languages;
for (const [i, words] of languages.entries()) {
  for (const [id, text] of first) {
    const places = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].sort().join(' ');
    if (places(words.get(id) ?? die(`${files[i]} lacks ${id}`)) !== places(text))
      die(`${files[i]}: ${id} has other places`);
  }
  for (const id of words.keys()) if (!first.has(id)) die(`${files[i]} has ${id}, which ${files[0]} lacks`);
  // the checks of data files themselves speak English
  const findings = files[i]?.replace('editor', 'findings') ?? '';
  if (existsSync(new URL(findings, texts)))
    for (const [id, text] of await messages(findings)) words.set(`finding-${id}`, text);
  const escape = (/** @type {string} */ text) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const types = [...ORDER, ...TYPES.filter((type) => !ORDER.includes(type))].map((type) => {
    const picture = PICTURES[type] ?? die(`the type ${type} has no picture`);
    const name = escape(words.get(`type-${type}`) ?? die(`the type ${type} has no name`));
    const checked = type === 'ranking' ? ' checked' : '';
    return (
      `<label${ORDER.includes(type) ? '' : ' hidden'}><input type="radio" name="type" value="${type}"${checked}>` +
      `<svg viewBox="0 0 48 30" aria-hidden="true"><path d="${picture}"/></svg>${name}</label>`
    );
  });
  const given = new Map([
    ['types', types.join('\n')],
    // within a script no text may end it
    ['words', JSON.stringify(Object.fromEntries(words)).replace(/</g, '\\u003c')],
  ]);
  const page = source.replace(
    /\{\{([\w-]+)\}\}/g,
    (_, id) => given.get(id) ?? escape(words.get(id) ?? die(`editor.html names ${id}, which ${files[i]} lacks`)),
  );
  await writeFile(new URL(words.get('page') ?? '', www), page);
}
