/** Reads a language file in Fluent's syntax: what {@link Texts} puts into words. Fluent's own library parses it. */
import { given, messages as names } from '../../target/texts/names.js';
import { FluentResource } from '@fluent/bundle';
import type { Messages, Part, Pattern } from './texts.js';

type Parsed = NonNullable<FluentResource['body'][number]['value']>;

/** `<b>` and `</b>` as `src/text/figure.rs` knows them. */
const marked = (text: string) => text.replaceAll('<b>', '\u0002').replaceAll('</b>', '\u0003');

/** Is it the tag of a language? */
function isTag(tag: unknown): boolean {
  try {
    return typeof tag === 'string' && !!new Intl.Locale(tag);
  } catch {
    return false;
  }
}

/**
 * The messages of a file of a language, and what in it is wrong or not of the part of Fluent that is used here. Both
 * are what a page gives, which may be anything.
 */
export function messages(tag: unknown, file: unknown): { made: Messages; wrong: string[] } {
  const wrong: string[] = [];
  const found = (value: unknown) =>
    value === undefined ? 'nothing' : typeof value === 'string' ? JSON.stringify(value) : String(value);
  if (!isTag(tag)) wrong.push(`tag: found ${found(tag)}; expected that of a language, such as 'vi' or 'pt-BR'`);
  if (typeof file !== 'string' || !file.trim())
    wrong.push(`file: found ${found(file)}; expected the text of a file of messages, such as 'no-figure = unknown'`);
  if (wrong.length || typeof file !== 'string') return { made: {}, wrong };
  const made: Messages = {};
  const number = (name: string, known: string[], id: string) => {
    const at = known.indexOf(name);
    if (at < 0) wrong.push(`${id}: found the name ${name}; expected one of texts/en.ftl`);
    return at;
  };
  const put = (id: string, pattern: Parsed): Pattern => {
    if (typeof pattern === 'string') return marked(pattern);
    const parts = pattern.map((part): string | Part => {
      if (typeof part === 'string') return marked(part);
      if (part.type === 'var') return [number(part.name, given, id)];
      if (part.type === 'mesg' && !part.attr) return [number(part.name, names, id), 0];
      if (part.type === 'select' && part.selector.type === 'var') {
        const variants = part.variants.map(({ key, value }) => [String(key.value), put(id, value)] as const);
        const of = number(part.selector.name, given, id);
        return [of, Object.fromEntries(variants), String(part.variants[part.star]?.key.value)];
      }
      wrong.push(`${id}: found ${part.type}; expected text, { $argument }, { message } or a selection by an argument`);
      return '';
    });
    // a text of several lines
    return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
  };
  // the library passes over what it cannot read: so it is counted
  const ids = [...file.matchAll(/^([A-Za-z][\w-]*) *=/gm)].map(([, id = '']) => id);
  const read = new Set<string>();
  for (const { id, value } of new FluentResource(file).body) {
    if (value === null) continue;
    read.add(id);
    made[number(id, names, id)] = put(id, value);
  }
  for (const id of ids)
    if (!read.has(id)) wrong.push(`${id}: found what is no message of Fluent's syntax; expected id = text`);
  if (new Set(ids).size < ids.length) wrong.push('found an id twice; expected each once');
  const stray = file.split('\n').findIndex((line) => line && !/^(#|\s|[A-Za-z][\w-]* *=)/.test(line));
  if (stray >= 0) wrong.push(`line ${stray + 1}: found what is no message; expected id = text, or # before a comment`);
  return { made, wrong };
}
