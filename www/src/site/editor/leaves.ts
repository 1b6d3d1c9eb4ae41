/** What a way out of the editor cannot carry of this data: it is said beside its button, before anything is saved. */
import { PARTS } from '../../attributes.js';
import type { Options } from '../embeds.js';
import { field, listed, places } from './data.js';
import { sectionOf } from './form.js';
import { say } from './words.js';

/** The kinds of files that are saved: a page, pictures, cards for links, a table, the data file. */
export const WAYS = ['html', 'picture', 'card', 'csv', 'json'] as const;
export type Way = (typeof WAYS)[number];

/** So many figures a page of a list has: `src/chart`. */
const PAGE = 100;
const LABELS = ['name', 'title', 'note', 'one', 'many', 'district', 'craft', 'missing', 'quote'];
const SECTIONS = ['revenue', 'clusters', 'village_counts', 'petitions', 'income'];

/** The languages of a file's labels. */
function languages(value: unknown, isLabel = false): string[] {
  if (!value || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((of) => languages(of));
  const entries = Object.entries(value);
  if (isLabel) return entries.flatMap(([tag, of]) => (typeof of === 'string' ? [tag] : []));
  return entries.flatMap(([key, of]) =>
    key === 'dimensions' && !Array.isArray(of)
      ? Object.values(Object(of) as object).flatMap((label) => languages(label, true))
      : languages(of, LABELS.includes(key)),
  );
}

/** The indicators that a chart shows. */
function shownOf(data: unknown, { type, indicator, x, y }: Options): unknown[] {
  const all = listed(data, 'indicators');
  if (!PARTS.has(type)) return [];
  const of = (id: string, or: number) => all.find((one) => field(one, 'id') === id) ?? all[or];
  if (type === 'scatter') return [of(x, 0), of(y, 1)];
  const first = type === 'makeup' ? all.findIndex((one) => listed(one, 'parts').length) : 0;
  const whole = of(indicator, first);
  return [whole, ...listed(whole, 'parts').map((id) => of(String(id), -1))];
}

/** The times of an indicator's figures. */
const timesOf = (data: unknown, indicator: unknown): Set<string> =>
  new Set(
    places(data).flatMap(({ figures }) =>
      Object.keys(Object(field(figures, String(field(indicator, 'id')))) as object).filter((key) => /^\d/.test(key)),
    ),
  );

/** A line of what one way leaves out; empty where it leaves out nothing. */
export function leaves(way: Way, data: unknown, options: Options, language: string): string {
  const all = listed(data, 'indicators');
  const found: string[] = [];
  const some = (name: string, n: number) => n > 0 && found.push(say(`leaves-${name}`, { n }));
  const isPicture = way !== 'csv' && way !== 'json';
  if (way === 'json') found.push(say('leaves-chart'));
  else {
    const others = [...new Set(languages(data))].filter((tag) => tag !== language).sort();
    if (others.length) found.push(say('leaves-languages', { tags: others.join(', ') }));
  }
  if (isPicture) {
    found.push(say(way === 'html' ? 'leaves-choice' : 'leaves-use'));
    const shown = shownOf(data, options);
    some('indicators', all.filter((of) => !shown.includes(of)).length);
    if (shown[0] && options.type !== 'trend') some('times', timesOf(data, shown[0]).size - 1);
    const others = SECTIONS.filter((key) => key !== sectionOf(options.type) && field(data, key) !== undefined);
    some('charts', others.length);
    if (way === 'card') found.push(say('leaves-places'));
    else if (way === 'picture' && places(data).length > PAGE) found.push(say('leaves-pages'));
  }
  if (way === 'csv') {
    if (field(data, 'title') !== undefined) found.push(say('leaves-title'));
    some('notes', all.filter((of) => field(of, 'note') !== undefined).length);
    some('parts', all.filter((of) => listed(of, 'parts').length).length);
    some('addresses', listed(data, 'sources').filter((of) => field(of, 'url') !== undefined).length);
    some('names', listed(data, 'times').length);
    some('charts', SECTIONS.filter((key) => key !== 'revenue' && field(data, key) !== undefined).length);
    found.push(say('leaves-locale'), say('leaves-chart'));
  }
  return found.length ? say('leaves', { what: found.join(', ') }) : '';
}
