// Writes www/reference.html: what www/src/element.ts and the JSON Schema say of themselves, put into
// www/src/site/reference.html.
import { readFile, writeFile } from 'node:fs/promises';
import { NAMES, type } from './attributes.mjs';

const www = new URL('../www/', import.meta.url);
const read = (/** @type {string} */ path) => readFile(new URL(path, www), 'utf8');

const escape = (/** @type {string} */ text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const code = (/** @type {string} */ text) => `<code>${escape(text)}</code>`;

/** A comment as HTML: paragraphs, words in backticks, links to names, parameters, examples. @param {string} text */
function html(text) {
  const [words = '', ...examples] = text.replace(/^@param (\w+) /gm, '\n`$1`: ').split(/^@example$/m);
  const marked = (/** @type {string} */ part) =>
    escape(part.replace(/\{@link ([^}]+)\}/g, '`$1`')).replace(/`([^`]+)`/g, '<code>$1</code>');
  const paragraphs = words
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p>${marked(part)}</p>`);
  const shown = examples.map((part) => `<pre tabindex="0">${code(part.trim())}</pre>`);
  return [...paragraphs, ...shown].join('\n');
}

/** @param {string} label @param {string[]} heads @param {string[][]} rows of HTML */
function table(label, heads, rows) {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map(
    ([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return [
    `<div class="scroll" tabindex="0" role="group" aria-label="${label}">`,
    `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>`,
    ...body,
    '</tbody>\n</table>\n</div>',
  ].join('\n');
}

/**
 * The public properties and methods of the element with their comments.
 * @param {string} source
 */
function members(source) {
  const comment = String.raw`/\*\*((?:(?!\*/)[^])*)\*/\s+`;
  const text = (/** @type {string} */ raw) => raw.replace(/^ *\* ?/gm, '').trim();
  const getters = [
    ...source.matchAll(new RegExp(`${comment}(?:get (\\w+)\\(\\)|declare (\\w+)): ([^{;]+)(?: \\{|;)`, 'g')),
  ].map(([, doc, getter, attribute, type]) => ({ name: getter ?? attribute, type, doc: text(doc) }));
  const methods = [
    ...source.matchAll(new RegExp(`${comment}(static )?(?:async )?(\\w+)\\(([^)]*)\\): (Promise<[^{]+) \\{`, 'g')),
  ].map(([, doc, own, name, parameters, result]) => ({
    name,
    signature: `${own ? 'VillageChart.' : ''}${name}(${parameters}): ${result}`,
    doc: text(doc),
  }));
  // `@attr {type} [name=default] - text`; the default is in the accessor's words, too
  const tagged = (/** @type {string} */ tag) =>
    [
      ...source.matchAll(
        new RegExp(`^ \\* @${tag} (?:\\{(.+)\\} )?\\[?([\\w-]+)[^ ]* - (.+(?:\\n \\* [^@\\s].*)*)$`, 'gm'),
      ),
    ].map(([, type = '', name, doc]) => ({ name, type, doc: text(doc) }));
  for (const name of NAMES)
    if (!getters.some((getter) => getter.name === name)) throw new Error(`element.ts documents no property ${name}`);
  return {
    attributes: NAMES.map((name) => ({
      name,
      type: type(name),
      doc: getters.find((getter) => getter.name === name)?.doc ?? '',
    })),
    events: tagged('fires'),
    parts: tagged('csspart'),
    styles: tagged('cssprop'),
    properties: getters.filter((getter) => !NAMES.some((name) => name === getter.name)),
    methods,
  };
}

/**
 * @typedef {{
 *   $ref?: string, type?: string | string[], const?: string, description?: string, pattern?: string, default?: unknown,
 *   anyOf?: Schema[], oneOf?: Schema[], allOf?: Schema[], items?: Schema, properties?: Record<string, Schema>,
 *   required?: string[], enum?: string[], minimum?: number, maximum?: number,
 *   additionalProperties?: boolean | Schema, patternProperties?: Record<string, Schema>, $defs?: Record<string, Schema>
 * }} Schema
 */

/** What a value may be, in HTML. @param {Schema} schema @returns {string} */
function kind(schema) {
  const name = schema.$ref?.split('/').at(-1);
  if (name) return `<a href="#format-${name}">${name}</a>`;
  const choices = schema.anyOf?.filter((choice) => choice.type !== 'null');
  if (choices) return choices.map(kind).join(' or ');
  if (schema.enum) return schema.enum.map((word) => code(`"${word}"`)).join(' or ');
  if (schema.items) return `list of ${kind(schema.items)}`;
  if (schema.type === 'integer') return `whole number from ${schema.minimum} to ${schema.maximum}`;
  // keys that are the author's own; those that begin with $ are left to tools
  const [own] = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) => pattern !== '^\\$');
  const each = own?.[1] ?? schema.additionalProperties;
  if (each && typeof each === 'object') return `object with ${kind(each)} for each key`;
  const types = [schema.type ?? 'object'].flat().filter((type) => type !== 'null');
  return types.map((type) => ({ string: 'text', boolean: 'true or false' })[type] ?? type).join(' or ');
}

/** @param {string} name @param {Schema} schema @returns {string} */
function definition(name, schema) {
  const parts = [`<h3 id="format-${name}">${name}</h3>`, html(schema.description ?? '')];
  // a figure is a number, or an object; a label a text, or translations
  const forms = [schema, ...(schema.anyOf ?? [])];
  const of = name.replace('IndicatorFigure', 'Figure');
  const object = forms.find((form) => form.properties);
  if (object?.properties) {
    const rows = Object.entries(object.properties).map(([key, property]) => [
      code(key) + (object.required?.includes(key) ? ' *' : ''),
      kind(property),
      html(property.description ?? notes[`${of}.${key}`] ?? ''),
    ]);
    parts.push(table(name, ['Key', 'Value', 'What it says'], rows));
  }
  const words = (schema.oneOf ?? schema.anyOf ?? []).filter((form) => form.const);
  if (words.length) {
    const rows = words.map((word) => [code(`"${word.const}"`), html(word.description ?? '')]);
    parts.push(table(`Words of ${name}`, ['Word', 'What it says'], rows));
  } else if (object) {
    // the table says it
  } else if (schema.anyOf) {
    const forms = schema.anyOf.map((form) => (form.allOf ? form.allOf.map(kind).join(' and ') : kind(form)));
    parts.push(`<p>${forms.join(', or ')}</p>`);
  } else if (kind(schema) !== 'text') {
    parts.push(`<p>${kind(schema)}</p>`);
  }
  return parts.join('\n');
}

/** The words of keys that the schema leaves without a description. @type {Record<string, string>} */
const notes = {
  'Dataset.$schema': 'The address of the JSON Schema, for editors.',
  'Figure.exact': 'This number; the same as the bare number.',
  'Figure.about': 'Near this number, no one has said how near.',
  'Figure.nearly': 'Less than this number, and not by much.',
  'Figure.more_than': 'Greater than this number.',
  'Figure.at_least': 'This number or greater.',
  'Figure.less_than': 'Less than this number.',
  'Figure.at_most': 'This number or less.',
  'Figure.missing': 'There is no number: why.',
  'Figure.estimate': 'The number of an estimate that comes with its `interval`.',
  'Figure.provisional': 'The source calls it provisional; together with one of the above, like the other flags.',
  'Figure.few_cases': 'It stands on few cases.',
  'Figure.revised': 'It was published otherwise before.',
  'Figure.break': 'It cannot be compared with the figures before it.',
  'Figure.estimated': 'The source estimated it; together with one of the above.',
  'Figure.source': 'The `id` of one of `sources`; else the first of them.',
  'Figure.as_of': 'The day that it speaks of, where that is another than the file’s.',
  'Figure.quote': 'The source’s own words.',
  'Figure.unit': 'Said again, to be checked: has to be that of its section or indicator.',
  'Figure.per': 'Said again, to be checked: has to be that of its section or indicator.',
  'MoneyUnit.scale': 'How much of it is one; `one` where it is left out.',
};

const element = members(await read('src/element.ts'));
/** @type {Schema} */
const schema = JSON.parse(await read('schema/village-charts-1.json'));
/** @type {Record<string, string>} */
const filled = {
  attributes: table(
    'Attributes',
    ['Attribute', 'Values', 'What it says'],
    element.attributes.map(({ name, type, doc }) => [code(name), code(type), html(doc)]),
  ),
  properties: table(
    'Properties',
    ['Property', 'Type', 'What it is'],
    element.properties.map(({ name, type, doc }) => [code(name), code(type), html(doc)]),
  ),
  events: table(
    'Events',
    ['Event', 'Type', 'When'],
    element.events.map(({ name, type, doc }) => [code(name), code(type), html(doc)]),
  ),
  parts: table(
    'Parts',
    ['Part', 'What it is'],
    element.parts.map(({ name, doc }) => [code(name), html(doc)]),
  ),
  styles: table(
    'Custom properties',
    ['Property', 'What it is for'],
    element.styles.map(({ name, doc }) => [code(name), html(doc)]),
  ),
  methods: element.methods
    .map(({ name, signature, doc }) => `<h3 id="method-${name}">${code(signature)}</h3>\n${html(doc)}`)
    .join('\n'),
  format: [
    definition('Dataset', schema),
    ...Object.entries(schema.$defs ?? {}).map(([name, def]) => definition(name, def)),
  ].join('\n\n'),
};
const page = (await read('src/site/reference.html')).replace(/\{\{(\w+)\}\}/g, (_, name) => filled[name] ?? '');
await writeFile(new URL('reference.html', www), page);
