/** Reads a language file in Fluent's syntax: what {@link Texts} puts into words. Fluent's own library parses it. */
import { FluentResource } from '@fluent/bundle';
import type { Messages, Part, Pattern } from './texts.js';

type Parsed = NonNullable<FluentResource['body'][number]['value']>;

/** `<b>` and `</b>` as `src/text/emphasis.rs` knows them. */
const marked = (text: string) => text.replaceAll('<b>', '\u0002').replaceAll('</b>', '\u0003');

/** The messages of a file, and what in it is wrong or not of the part of Fluent that is used here. */
export function messages(file: string): { made: Messages; wrong: string[] } {
  const wrong: string[] = [];
  const made: Messages = {};
  const put = (id: string, pattern: Parsed): Pattern => {
    if (typeof pattern === 'string') return marked(pattern);
    const parts = pattern.map((part): string | Part => {
      if (typeof part === 'string') return marked(part);
      if (part.type === 'var') return [part.name];
      if (part.type === 'mesg' && !part.attr) return [part.name, 0];
      if (part.type === 'select' && part.selector.type === 'var') {
        const variants = part.variants.map(({ key, value }) => [String(key.value), put(id, value)] as const);
        return [part.selector.name, Object.fromEntries(variants), String(part.variants[part.star]?.key.value)];
      }
      wrong.push(`${id}: found ${part.type}; expected text, { $argument }, { message } or a selection by an argument`);
      return '';
    });
    // a text of several lines
    return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
  };
  // the library passes over what it cannot read: so it is counted
  const ids = [...file.matchAll(/^([A-Za-z][\w-]*) *=/gm)].map(([, id = '']) => id);
  for (const { id, value } of new FluentResource(file).body) {
    if (value !== null) made[id] = put(id, value);
  }
  for (const id of ids)
    if (!Object.hasOwn(made, id)) wrong.push(`${id}: found what is no message of Fluent's syntax; expected id = text`);
  if (new Set(ids).size < ids.length) wrong.push('found an id twice; expected each once');
  const stray = file.split('\n').findIndex((line) => line && !/^(#|\s|[A-Za-z][\w-]* *=)/.test(line));
  if (stray >= 0) wrong.push(`line ${stray + 1}: found what is no message; expected id = text, or # before a comment`);
  return { made, wrong };
}
