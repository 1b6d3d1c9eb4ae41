/** A data file → a table, for those who go on in cells: what figures say stands in words that the import reads. */
import { field, listed, places, textOf } from './form.js';
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

/** What a table can say; anything else of a file is lost in it. */
const HELD = [
  '$schema',
  'format',
  'locale',
  'title',
  'sources',
  'as_of',
  'places',
  'dimensions',
  'indicators',
  'villages',
];
const HELD_OF_INDICATOR = ['id', 'name', 'kind', 'unit', 'per', 'decimals'];

/** The table of a file's indicators, with what the file says of its columns, and what of it has no place there. */
export function tableOf(data: unknown): { rows: string[]; set: Mapping; asOf: string; url: string; lost: string[] } {
  const lost = new Set(Object.keys(data as object).filter((key) => !HELD.includes(key)));
  const locale = textOf(field(data, 'locale'), '').split('-')[0] ?? '';
  const words = WORDS[locale] ?? WORDS.en ?? {};
  const label = (value: unknown) => {
    if (value && typeof value === 'object' && Object.keys(value).length > 1) lost.add('languages');
    return textOf(value, locale);
  };
  const set: Mapping = { decimal: 'point', unit: {}, kind: {} };
  if (locale) set.locale = locale;
  if (field(data, 'title')) set.title = label(field(data, 'title'));
  const sources = listed(data, 'sources');
  if (sources.length > 1) lost.add('sources');
  if (sources[0]) set.source = label(field(sources[0], 'name'));
  const nouns = field(data, 'places');
  if (nouns) set.nouns = [label(field(nouns, 'one')), label(field(nouns, 'many'))];

  const all = places(data);
  const dimensions = listed(data, 'dimensions').map((of) => ({
    id: String(field(of, 'id')),
    name: label(field(of, 'name')),
  }));
  const columns = listed(data, 'indicators').flatMap((of) => {
    const id = String(field(of, 'id'));
    const name = label(field(of, 'name'));
    for (const key of Object.keys(of as object)) if (!HELD_OF_INDICATOR.includes(key)) lost.add(key);
    const kind = textOf(field(of, 'kind'), '');
    if (kind) (set.kind ??= {})[name] = kind;
    const unit = unitOf(field(of, 'unit'), textOf(field(of, 'per'), ''), label);
    if (unit) (set.unit ??= {})[name] = unit;
    const times = new Set<string>();
    for (const place of all) {
      const figures = field(place.figures, id);
      const isTimed = figures && typeof figures === 'object' && Object.keys(figures).every((key) => /^\d/.test(key));
      if (isTimed) for (const time of Object.keys(figures)) times.add(time);
    }
    const own = [...times].sort().map((time) => ({ id, time, heading: `${name} ${time}` }));
    return own.length ? own : [{ id, time: '', heading: name }];
  });
  const has = (key: string) => all.some((place) => place[key]);
  const isVietnamese = locale === 'vi';
  const heads = [
    { key: 'name', heading: set.nouns?.[0] || (isVietnamese ? 'Địa phương' : 'Place') },
    ...(has('id') ? [{ key: 'id', heading: isVietnamese ? 'Mã' : 'Id' }] : []),
    ...(has('district') ? [{ key: 'district', heading: isVietnamese ? 'Huyện' : 'District' }] : []),
    ...(has('craft') ? [{ key: 'craft', heading: isVietnamese ? 'Nghề' : 'Craft' }] : []),
  ];
  set.place = heads[0]?.heading;
  for (const { key, heading } of heads.slice(1)) set[key as 'id' | 'district' | 'craft'] = heading;
  if (dimensions.length) set.dimensions = Object.fromEntries(dimensions.map(({ name }) => [name, name]));

  const said = (figure: unknown): string => {
    if (figure === undefined || figure === null) return '';
    if (typeof figure === 'number') return plain(figure);
    let text = '..';
    for (const [key, value] of Object.entries(figure as object) as [string, unknown][]) {
      if (key === 'exact') text = plain(Number(value));
      else if (key === 'estimate') text = `${plain(Number(value))} (e)`;
      else if (key === 'range') text = (value as number[]).map(plain).join('–');
      else if (words[key] && typeof value === 'number') text = `${words[key]} ${plain(value)}`;
      else if (key === 'provisional' && value) text += ' (p)';
      else if (key === 'revised' && value) text += ' (r)';
      else if (key === 'estimated' && value) text += ' (e)';
      else lost.add(key);
    }
    return text;
  };
  const rows = all.map((place) =>
    rowOf([
      ...heads.map(({ key }) => label(place[key])),
      ...dimensions.map(({ id }) => label(field(place.dimensions, id))),
      ...columns.map(({ id, time }) => {
        const figures = field(place.figures, id);
        return said(time ? field(figures, time) : figures);
      }),
    ]),
  );
  const title = [...heads.map(({ heading }) => heading), ...dimensions.map(({ name }) => name)];
  return {
    rows: columns.length ? [rowOf([...title, ...columns.map(({ heading }) => heading)]), ...rows] : [],
    set,
    asOf: textOf(field(data, 'as_of'), ''),
    url: textOf(field(sources[0], 'url'), ''),
    lost: [...lost],
  };
}

const plain = (n: number): string =>
  Number.isFinite(n) ? n.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 }) : '';

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
