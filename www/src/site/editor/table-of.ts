/**
 * A data file → a table, for those who go on in cells: what figures say stands in words that the import reads. What a
 * table has no place for stays in the file that it was made of: `carry.ts` puts both together again.
 */
import { field, listed, places, textOf } from './data.js';
import { rowOf } from './cells.js';
import type { Mapping } from './import.js';

const WORDS: Record<string, Record<string, string>> = {
  vi: {
    about: 'khoảng',
    nearly: 'gần',
    more_than: 'trên',
    at_least: 'ít nhất',
    less_than: 'dưới',
    at_most: 'nhiều nhất',
  },
  en: {
    about: 'about',
    nearly: 'nearly',
    more_than: 'over',
    at_least: 'at least',
    less_than: 'under',
    at_most: 'at most',
  },
};

/** How a flag is written behind a figure. */
const FLAGS: Record<string, string> = { provisional: 'p', revised: 'r', estimated: 'e', few_cases: 'u', break: 'b' };

/** What a column of the table is in the file. */
export interface Meta {
  /** Of the places themselves. */
  head?: 'name' | 'id' | 'district' | 'craft';
  /** The id of a dimension. */
  dimension?: string;
  /** The id of an indicator, and the time of its figures; without one it is empty. */
  id?: string;
  time?: string;
}

/** The figures that every file knows, whatever its indicators are. */
export const REVENUE = 'revenue';

export interface TableOf {
  /** The headings, then a row for each place; nothing where the file has no figures of places. */
  rows: string[];
  set: Mapping;
  asOf: string;
  url: string;
  /** What the columns are. */
  metas: Meta[];
  /** The language of its words. */
  tag: string;
}

/** What a column of this heading is set to be. */
export function roleOf(set: Mapping, heading: string): string {
  for (const role of ['place', 'district', 'craft', 'id'] as const) if (set[role] === heading) return role;
  if (set.dimensions && heading in set.dimensions) return 'dimension';
  if (set.indicators) return set.indicators.some(([of]) => of === heading) ? 'figure' : '';
  return '';
}

/** The table of a file's places and figures, with what the file says of its columns. */
export function tableOf(data: unknown): TableOf {
  const tag = textOf(field(data, 'locale'), '');
  const locale = tag.split('-')[0] ?? '';
  const words = WORDS[locale] ?? WORDS.en ?? {};
  const label = (value: unknown) => textOf(value, typeof field(value, tag) === 'string' ? tag : locale);
  // no row of a file is a heading of others, or a sum
  const set: Mapping = { decimal: 'point', unit: {}, kind: {}, sections: [''], references: [''] };
  if (locale) set.locale = locale;
  if (field(data, 'title')) set.title = label(field(data, 'title'));
  const sources = listed(data, 'sources');
  if (sources[0]) set.source = label(field(sources[0], 'name'));
  const nouns = field(data, 'places');
  if (nouns) set.nouns = [label(field(nouns, 'one')), label(field(nouns, 'many'))];

  const all = places(data);
  const has = (key: string) => all.some((place) => place[key] !== undefined && place[key] !== null);
  const metas: Meta[] = [];
  const headings: string[] = [];
  const add = (meta: Meta, heading: string): string => {
    // the import knows columns by their headings
    let own = heading || (meta.id ?? meta.dimension ?? '');
    for (let n = 2; headings.includes(own); n++)
      own = `${heading} (${meta.id ?? meta.dimension ?? n}${n > 2 ? n : ''})`;
    metas.push(meta);
    headings.push(own);
    return own;
  };
  const isVietnamese = locale === 'vi';
  set.place = add({ head: 'name' }, set.nouns?.[0] || (isVietnamese ? 'Địa phương' : 'Place'));
  for (const [head, vi, en] of [
    ['id', 'Mã', 'Id'],
    ['district', 'Huyện', 'District'],
    ['craft', 'Nghề', 'Craft'],
  ] as const)
    if (has(head)) set[head] = add({ head }, isVietnamese ? vi : en);
  for (const of of listed(data, 'dimensions')) {
    const name = label(field(of, 'name'));
    (set.dimensions ??= {})[add({ dimension: String(field(of, 'id')) }, name)] = name;
  }
  const first = metas.length;
  const revenue = field(data, REVENUE);
  const measured = listed(data, 'indicators').map((of): [unknown, string, string] => [
    of,
    String(field(of, 'id')),
    label(field(of, 'name')),
  ]);
  if (has(REVENUE))
    measured.unshift([
      { kind: 'amount', unit: field(revenue, 'unit'), per: field(revenue, 'per') },
      REVENUE,
      label(field(revenue, 'title')) || (isVietnamese ? 'Doanh thu' : 'Revenue'),
    ]);
  for (const [of, id, name] of measured) {
    const kind = textOf(field(of, 'kind'), '');
    if (kind) (set.kind ??= {})[name] = kind;
    const unit = unitOf(field(of, 'unit'), textOf(field(of, 'per'), ''), label);
    if (unit) (set.unit ??= {})[name] = unit;
    const times = new Set<string>();
    for (const place of all) {
      const figures = figuresOf(place, id);
      if (isTimed(figures)) for (const time of Object.keys(figures)) if (/^\d/.test(time)) times.add(time);
    }
    if (!times.size) add({ id, time: '' }, name);
    for (const time of [...times].sort()) add({ id, time }, `${name} ${time}`);
  }

  const said = (figure: unknown): string => {
    if (figure === undefined || figure === null) return '';
    if (typeof figure === 'number') return plain(figure);
    let text = '..';
    for (const [key, value] of Object.entries(figure as object) as [string, unknown][]) {
      if (key === 'exact') text = plain(Number(value));
      else if (key === 'estimate') text = `${plain(Number(value))} (e)`;
      else if (key === 'range') text = (value as number[]).map(plain).join('–');
      else if (words[key] && typeof value === 'number') text = `${words[key]} ${plain(value)}`;
    }
    for (const [key, value] of Object.entries(figure as object))
      if (value === true && FLAGS[key]) text += ` (${FLAGS[key]})`;
    return text;
  };
  const rows = all.map((place) =>
    rowOf(
      metas.map((meta) => {
        const value = valueOf(place, meta);
        return meta.id === undefined ? label(value) : said(value);
      }),
    ),
  );
  return {
    rows: metas.length > first ? [rowOf(headings), ...rows] : [],
    set,
    asOf: textOf(field(data, 'as_of'), ''),
    url: textOf(field(sources[0], 'url'), ''),
    metas,
    tag,
  };
}

/** Are these figures of times? */
export const isTimed = (figures: unknown): figures is Record<string, unknown> =>
  !!figures && typeof figures === 'object' && Object.keys(figures).some((key) => /^\d/.test(key));

/** The figures that a place has of an indicator. */
export const figuresOf = (place: Record<string, unknown>, id: string): unknown =>
  id === REVENUE ? place[REVENUE] : field(place.figures, id);

/** What a place has in a column. */
export function valueOf(place: Record<string, unknown>, { head, dimension, id = '', time }: Meta): unknown {
  if (head) return place[head];
  if (dimension !== undefined) return field(place.dimensions, dimension);
  const figures = figuresOf(place, id);
  if (time) return isTimed(figures) ? figures[time] : undefined;
  return isTimed(figures) ? undefined : figures;
}

const plain = (n: number): string =>
  /e/.test(String(n)) ? n.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : String(n);

function unitOf(unit: unknown, per: string, label: (value: unknown) => string): string {
  const time = per ? `/${per}` : '';
  if (unit === 'percent') return `%${time}`;
  if (unit === 'permille') return `‰${time}`;
  if (unit === 'billion_vnd' || unit === 'million_vnd') return `${String(unit).split('_')[0]} VND${time}`;
  if (!unit || unit === 'index') return '';
  const currency = field(unit, 'currency');
  if (typeof currency !== 'string') return label(unit) + time;
  const scale = String(field(unit, 'scale') ?? 'one').replace('_', ' ');
  return `${scale === 'one' ? '' : `${scale} `}${currency}${time}`;
}
