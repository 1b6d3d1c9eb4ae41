import type { Finding } from '../../wire.js';

/** The words of this page, which `scripts/editor.mjs` took from `texts/site` and put into it. */
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Record<string, string>;

/** The page's language. */
export const language = document.documentElement.lang;

const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
export const number = (n: number): string => numbers.format(n);

/** A message, with what stands in its places. */
export const say = (name: string, given: Record<string, string | number> = {}): string =>
  (words[name] ?? name).replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = given[key] ?? '';
    return typeof value === 'number' ? number(value) : value;
  });

/** The message, where there is one of this name. */
export const known = (name: string): string | undefined => words[name];

/** What the import tells: a code of `texts/site/import.*.ftl`, and what stands in its places. */
export interface Line {
  code: string;
  given: Record<string, Given>;
}

export type Given =
  string | number | Line | { quoted: string } | { figure: string } | { time: string } | { list: Given[]; by: string };

/** A time of a data file as this page's readers write it. */
export function timeOf(time: string): string {
  const [, year = '', part = ''] = /^(\d{4})-(Q?\d+)$/.exec(time) ?? [];
  if (!part) return time;
  return part.startsWith('Q')
    ? say('quarter-of', { year, quarter: part.slice(1) })
    : say('month-of', { year, month: part });
}

/** What the import tells, in this page's words. */
export function told(given: Given): string {
  if (typeof given === 'string') return given;
  if (typeof given === 'number') return number(given);
  if ('quoted' in given) return say('quoted', { text: given.quoted });
  if ('figure' in given) return number(Number(given.figure));
  if ('time' in given) return timeOf(given.time);
  if ('list' in given) return given.list.map(told).join(say(`told-${given.by}`));
  const words = Object.entries(given.given).map(([name, given]) => [name, told(given)]);
  return say(`told-${given.code}`, Object.fromEntries(words) as Record<string, string>);
}

/** What is wrong with a cell. */
export const wrong = (found: Given, expected: Line): string =>
  say('told-wrong', { found: told(found), expected: told(expected) });

/** In what is expected: names of which one is meant, and that which is probably meant. */
const NAMES = /(?:(?:one of|an object with): ([^()]+?))?(?: \("(.+)", perhaps\))?$/;

/** What is expected where something of another type stands. */
const TYPES = /^\[?(a number|a whole number|low, high|a text|a date|true or false|a list|an object|the name)/;

/**
 * A finding of a data file: in this page's words for its code, else in the English of the checks.
 *
 * @param stands What stands at its place.
 */
export function finding({ code, found, expected }: Finding, stands: string): { text: string; lang?: string } {
  const id = `finding-${code}`;
  if (known(id) === undefined) return { text: say('wrong', { found, expected }), lang: 'en' };
  const [, names, name] = NAMES.exec(expected) ?? [];
  const [, type] = (code === 'wrong_type' && TYPES.exec(expected)) || [];
  const said = [
    say(id, { found: stands || say('finding-at-end') }),
    type ? say(`finding-${type.replace(/\W+/g, '-')}`) : '',
    names ? say('finding-of-names', { names }) : '',
    name ? say('finding-perhaps', { name }) : '',
  ];
  return { text: said.join('') };
}

/** A unit in this page's words; none is none. */
export const unitOf = (unit: Line): string => (unit.code === 'no-unit' ? '' : told(unit));

/** A figure of a data file in words. */
export function figure(json: string): string {
  const value = JSON.parse(json) as unknown;
  if (typeof value === 'number') return number(value);
  const said: string[] = [];
  for (const [key, of] of Object.entries(value as Record<string, unknown>)) {
    if (key === 'exact') said.push(number(Number(of)));
    else if (Array.isArray(of)) said.push(say(`said-${key}`, { low: Number(of[0]), high: Number(of[1]) }));
    else if (key === 'missing') said.push(say('said-missing', { why: String(of) }));
    else if (of === true) said.push(say(`said-${key}`));
    else if (typeof of === 'number') said.push(say(`said-${key}`, { n: of }));
  }
  return said.join(', ');
}
