/**
 * A table that was made of a data file → that data file with what the table changes. A cell that no one has changed is
 * what the file says, with all that a table has no place for: notes, quotes, sources, intervals, other languages,
 * references, the sections of other charts. Of a cell that was changed, a new row and a new column the import's reading
 * is taken. What can no longer belong to anything is told.
 */
import { cellsOf, shown, type Rows } from './cells.js';
import { field, listed, places, textOf } from './data.js';
import type { Column, Mapping, Understood } from './import.js';
import type { Orders } from './order.js';
import { isTimed, REVENUE, roleOf, tableOf, valueOf, type Meta } from './table-of.js';

type Place = Record<string, unknown>;
type Indicator = Record<string, unknown>;

/** The table as it is now. */
export interface Table {
  rows: Rows;
  set: Mapping;
  asOf: string;
  url: string;
  /** Where its rows and columns were in the table that the file made; nothing where they are there still. */
  order?: Orders | null;
}

/** What the import made of it. */
export type Made = Pick<Understood, 'columns' | 'headings' | 'problems'> & {
  figures: [row: number, column: number, json: string][];
};

/** What is left out, since it can no longer belong to anything. */
export interface Lost {
  /** The message `lost-…` of the page. */
  what: 'quote' | 'interval' | 'languages' | 'place' | 'indicator' | 'references' | 'parts' | 'file';
  /** What it was of, or what it said. */
  name: string;
  /** The cell that was changed. */
  at?: [row: number, column: number];
}

export interface Carried extends Made {
  text: string;
  lost: Lost[];
}

/** The keys of a file in the order in which they are written. */
const ORDER = [
  '$schema',
  'format',
  'locale',
  'title',
  'as_of',
  'sources',
  'places',
  'districts',
  'times',
  'dimensions',
  'indicators',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === 'object' && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const ofId = (list: unknown[], id: unknown): unknown => list.find((of) => field(of, 'id') === id);

/**
 * Which of the things before each of those now is: by the first of its names that one of them alone has.
 *
 * @param stood Where the thing now stood then; -1 where it was not there, or is not what stood there.
 */
function aligned(now: string[][], before: string[][], stood: (now: number) => number): number[] {
  const found = now.map(() => -1);
  const taken = new Set<number>();
  for (let name = 0; name < (before[0]?.length ?? 0); name++) {
    const of = new Map<string, number>();
    before.forEach((names, i) => {
      const text = names[name];
      if (text && !taken.has(i)) of.set(text, of.has(text) ? -1 : i);
    });
    now.forEach((names, i) => {
      const at = found[i] === -1 ? of.get(names[name] ?? '') : undefined;
      if (at === undefined || at < 0 || taken.has(at)) return;
      found[i] = at;
      taken.add(at);
    });
  }
  return found.map((at, i) => {
    if (at >= 0) return at;
    const then = stood(i);
    return then < before.length && !taken.has(then) ? then : at;
  });
}

type Before = ReturnType<typeof tableOf>;
type Lose = (what: Lost['what'], name: string, at?: [row: number, column: number]) => void;

/** The file, as text, with what the table changes in it. `json` is its text, `made` the import's file. */
export function carry(json: string, table: Table, made: Made, madeFile: unknown): Carried {
  const base: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
  const before = tableOf(base);
  const lost: Lost[] = [];
  const lose: Lose = (what, name, at) => lost.push(at ? { what, name, at } : { what, name });
  const texts = new Texts(before, table, made);
  const columns = columnsBefore(texts, before);
  const sheet: Sheet = { base, before, table, made, madeFile, texts, columns, lose };
  const ids = idsOf(sheet);
  const targets = targetsOf(sheet, ids);
  const all = places(base);
  const placeOf = placesBefore(sheet, targets, all);
  if (all.length && placeOf.every((place) => place < 0)) {
    lose('file', '');
    return { ...made, text: '', lost };
  }
  const figures = new Map(made.figures.map(([row, column, json]) => [`${row},${column}`, json]));
  const isUnchanged = (i: number, column: number) => {
    const [place = -1, from = -1] = [placeOf[i], columns[column]];
    return place >= 0 && from >= 0 && texts.old(place, from) === texts.cell(texts.end + i, column);
  };
  const rows: Cells = { all, placeOf, figures, isUnchanged };
  const villages = villagesOf(sheet, targets, rows);

  const value = topOf(base, before, table, madeFile);
  const indicators = indicatorsOf(sheet, targets, ids);
  if (indicators.length || 'indicators' in value) value.indicators = indicators;
  if (isObject(value.revenue)) value.revenue = reset(sheet, targets, ids, value.revenue, REVENUE);
  const references = referencesOf(sheet, indicators);
  if (references) value.references = references;
  const { dimensions, added } = dimensionsOf(sheet, targets);
  if (dimensions.length || 'dimensions' in value) value.dimensions = dimensions;
  value.villages =
    Array.isArray(field(base, 'villages')) || !isObject(field(base, 'villages'))
      ? villages
      : inColumns(base, villages, added);

  const isSame = same(Object.entries(value), Object.entries(base as object));
  return {
    text: isSame && json.length <= LONG ? json : written(ordered(base, value)),
    lost,
    columns: made.columns.map((column, i) => {
      const { id } = targets[i]?.meta ?? {};
      return column.of && id !== undefined ? { ...column, of: { ...column.of, id } } : column;
    }),
    headings: made.headings,
    // of an unchanged cell the file says what it means
    problems: made.problems.filter(([row, column]) => !isUnchanged(row - texts.end, column)),
    figures: figuresNow(sheet, targets, rows),
  };
}

/** The cells of both tables: that which the file made, and that which it is now. */
class Texts {
  readonly #now: string[][];
  readonly #was: string[][];
  /** The first row below the headings. */
  readonly end: number;
  readonly width: number;
  readonly headings: string[];
  readonly headingsBefore: string[];
  readonly #order: Orders | undefined;
  /** In which row now a row was before. */
  readonly #rowOf: Map<number, number>;

  constructor(before: Before, table: Table, made: Made) {
    const [first, end] = made.headings;
    this.#now = table.rows.map((row) => cellsOf(row).map((cell) => shown(cell).trim()));
    this.#was = before.rows.map((row) => cellsOf(row).map((text) => text.trim()));
    this.end = end;
    this.#order = table.order ?? undefined;
    this.#rowOf = new Map(this.#order?.rows.map((from, row) => [from, row]));
    this.width = Math.max(made.columns.length, ...this.#now.slice(0, 200).map((row) => row.length));
    this.headingsBefore = this.#was[0] ?? [];
    this.headings = Array.from({ length: this.width }, (_, column) => {
      for (let row = end - 1; row >= first; row--) if (this.cell(row, column)) return this.cell(row, column);
      return '';
    });
  }

  /** The rows below the headings. */
  get rows(): number[] {
    return Array.from({ length: Math.max(0, this.#now.length - this.end) }, (_, i) => this.end + i);
  }

  cell(row: number, column: number): string {
    return this.#now[row]?.[column] ?? '';
  }

  /** What stood in the row of a place. */
  old(place: number, column: number): string {
    return place < 0 || column < 0 ? '' : (this.#was[place + 1]?.[column] ?? '');
  }

  /** At which place of the file a row below the headings stood. */
  placeAt(i: number): number {
    return this.#order ? (this.#order.rows[this.end + i] ?? 0) - 1 : i;
  }

  /** Which column it was, where most of what stood in that still stands in it; else -1. */
  columnAt(column: number): number {
    const then = this.#order ? (this.#order.columns[column] ?? -1) : column;
    const rowOf = (place: number) => (this.#order ? (this.#rowOf.get(place + 1) ?? -1) : this.end + place);
    const texts = this.#was.slice(1).map((row, place) => [row[then] ?? '', this.cell(rowOf(place), column)]);
    const filled = texts.filter(([text]) => text);
    const isStill = filled.length > 0 && filled.filter(([text, now]) => text === now).length * 2 >= filled.length;
    return isStill ? then : -1;
  }
}

/** What all steps know: the file, its table, that of now, and what the import made of it. */
interface Sheet {
  base: unknown;
  before: Before;
  table: Table;
  made: Made;
  madeFile: unknown;
  texts: Texts;
  /** Which of the columns before each column is; -1 is none. */
  columns: number[];
  lose: Lose;
}

/** What is known of the rows: the places of the file, which of them each row is, and the figures of the import. */
interface Cells {
  all: Place[];
  placeOf: number[];
  figures: Map<string, string>;
  /** Does a cell of a row below the headings say what it said before? */
  isUnchanged: (i: number, column: number) => boolean;
}

/** Where a column goes in the file. */
interface Target {
  meta: Meta;
  /** The name of a dimension that is new, or has another name or role than before. */
  name?: string;
}
type Targets = (Target | undefined)[];

/** The indicators of the import by what they are called in the file. */
interface Ids {
  /** The id in the file of one of the import's; one of its own where the file has none. */
  of: (id: string) => string;
  /** The same, where it has one. */
  known: (id: string) => string | undefined;
  /** The import's indicator of an id in the file. */
  made: (id: string) => unknown;
  /** The new names of those whose headings are all other ones now. */
  named: Map<string, string>;
}

function columnsBefore(texts: Texts, before: Before): number[] {
  return aligned(
    texts.headings.map((heading) => [heading]),
    before.metas.map((_, i) => [texts.headingsBefore[i] ?? '']),
    (column) => texts.columnAt(column),
  );
}

const metaBefore = ({ before, columns }: Sheet, column: number): Meta => before.metas[columns[column] ?? -1] ?? {};

/** Has a column the heading that it had? */
const isKnown = ({ texts, columns }: Sheet, column: number): boolean =>
  texts.headings[column] === texts.headingsBefore[columns[column] ?? -1];

function idsOf(sheet: Sheet): Ids {
  const { base, made, madeFile, texts } = sheet;
  const ids = new Map<string, string>();
  const named = new Map<string, string>();
  const measured = texts.headings.map((_, column) => ({
    of: made.columns[column]?.of,
    id: metaBefore(sheet, column).id,
    isKnown: isKnown(sheet, column),
  }));
  for (const { of, id, isKnown } of measured) if (id !== undefined && of && isKnown) ids.set(of.id, id);
  for (const { of, id } of measured) {
    // all columns of an indicator have another name now: it is the same one
    if (id === undefined || !of || ids.has(of.id)) continue;
    if (measured.some((other) => other.id === id && other.of?.id !== of.id)) continue;
    ids.set(of.id, id);
    named.set(id, of.name);
  }
  const indicators = listed(base, 'indicators');
  return {
    of: (id) => {
      const known = ids.get(id);
      if (known !== undefined) return known;
      let own = id;
      for (let n = 2; own === REVENUE || ofId(indicators, own) !== undefined; n++) own = `${id}-${n}`;
      ids.set(id, own);
      return own;
    },
    known: (id) => ids.get(id),
    made: (id) => listed(madeFile, 'indicators').find((of) => ids.get(String(field(of, 'id'))) === id),
    named,
  };
}

/** Where each column goes: where it was, unless it is set to be something else, or the import says. */
function targetsOf(sheet: Sheet, ids: Ids): Targets {
  const { before, table, made, texts, columns } = sheet;
  return texts.headings.map((heading, column) => {
    const meta = columns[column] === -1 ? undefined : metaBefore(sheet, column);
    const isLeft = meta?.id !== undefined && !!table.set.indicators && roleOf(table.set, heading) !== 'figure';
    const isSet = roleOf(table.set, heading) !== roleOf({ ...before.set, indicators: table.set.indicators }, heading);
    const { role = '', name = '', of = null } = made.columns[column] ?? ({} as Partial<Column>);
    if (meta && isKnown(sheet, column) && !isSet && !isLeft) {
      const { column_times: times, time } = table.set;
      const isTimeSet = (times?.[heading] ?? '') !== '' || (time ?? '') !== '';
      return { meta: meta.id !== undefined && isTimeSet ? { ...meta, time: of?.time ?? '' } : meta };
    }
    if (role === 'place') return { meta: { head: 'name' } };
    if (role === 'id' || role === 'district' || role === 'craft') return { meta: { head: role } };
    if (role === 'dimension') return { meta: { dimension: meta?.dimension ?? newDimension(sheet, name) }, name };
    return role === 'figure' && of ? { meta: { id: ids.of(of.id), time: of.time ?? '' } } : undefined;
  });
}

/** The id of a dimension of this name, which the file does not have yet. */
function newDimension({ base, madeFile }: Sheet, name: string): string {
  const own = listed(madeFile, 'dimensions').find((of) => field(of, 'name') === name);
  let id = String(field(own, 'id') ?? name);
  while (ofId(listed(base, 'dimensions'), id)) id += '-2';
  return id;
}

/** Which place of the file each row below the headings is; -1 is none. */
function placesBefore({ before, texts, columns }: Sheet, targets: Targets, all: Place[]): number[] {
  const columnOf = (head: Meta['head']) => targets.findIndex((to) => to?.meta.head === head);
  const beforeOf = (head: Meta['head']) => before.metas.findIndex((meta) => meta.head === head);
  const heads = (['name', 'district', 'id'] as const).map((head) => [columnOf(head), beforeOf(head)] as const);
  const names = ([name = '', district = '', id = '']: string[]) => [
    name && [name, district, id].join('\n'),
    id,
    name && [name, district].join('\n'),
    name,
  ];
  const { end } = texts;
  const nameColumn = columnOf('name');
  const hasName = (row: number) => !!texts.cell(row, nameColumn);
  return aligned(
    texts.rows.map((row) => (hasName(row) ? names(heads.map(([now]) => (now < 0 ? '' : texts.cell(row, now)))) : [])),
    all.map((_, i) => names(heads.map(([, then]) => texts.old(i, then)))),
    (i) => {
      const then = texts.placeAt(i);
      const isStill = columns.some((column, now) => {
        const was = texts.old(then, column);
        return before.metas[column]?.id !== undefined && was !== '' && was === texts.cell(end + i, now);
      });
      return hasName(end + i) && isStill ? then : -1;
    },
  );
}

/** The places of the table, each with what the file says of it. */
function villagesOf(sheet: Sheet, targets: Targets, rows: Cells): Place[] {
  const { madeFile, texts, lose } = sheet;
  const nameColumn = targets.findIndex((to) => to?.meta.head === 'name');
  const madeNames = new Set(places(madeFile).map(({ name }) => name));
  const villages: Place[] = [];
  texts.rows.forEach((row, i) => {
    const name = nameColumn < 0 ? '' : texts.cell(row, nameColumn);
    const hasFigures = texts.headings.some((_, column) => rows.figures.has(`${row},${column}`));
    // a note below the table is no place
    if (!name || ((rows.placeOf[i] ?? -1) < 0 && !hasFigures && !madeNames.has(name))) return;
    villages.push(villageOf(sheet, targets, rows, i));
  });
  const still = new Set(rows.placeOf);
  rows.all.forEach((place, i) => still.has(i) || lose('place', textOf(place.name, '')));
  return villages;
}

/** What a row below the headings says, put into what the file says of its place. */
function villageOf(sheet: Sheet, targets: Targets, { all, placeOf, figures, isUnchanged }: Cells, i: number): Place {
  const { before, texts, columns } = sheet;
  const row = texts.end + i;
  const own = all[placeOf[i] ?? -1] ?? {};
  const village = structuredClone(own);
  const changes: [Meta, unknown][] = [];
  targets.forEach((target, column) => {
    const to = target?.meta;
    const from = columns[column] === -1 ? undefined : metaBefore(sheet, column);
    const isSame = isUnchanged(i, column);
    const had = from && valueOf(own, from);
    if (from && !same(from, to)) put(village, from, undefined);
    if (!to || (isSame && same(from, to))) return;
    if (isSame) changes.push([to, structuredClone(had)]);
    else if (to.id === undefined) changes.push([to, relabelled(sheet, had, texts.cell(row, column), row, column)]);
    else {
      const read = figures.get(`${row},${column}`);
      const lose: Lose = (what, name) => sheet.lose(what, name, [row, column]);
      changes.push([to, read && refigured(from ? had : undefined, read, !!from, lose)]);
    }
  });
  before.metas.forEach((meta, column) => columns.includes(column) || put(village, meta, undefined));
  for (const [to, value] of changes) put(village, to, value);
  return village;
}

/** A label in the words of a cell: those of other languages no longer belong to it. */
function relabelled({ before, lose }: Sheet, value: unknown, text: string, row: number, column: number): unknown {
  if (isObject(value) && Object.keys(value).length > 1) {
    const { tag } = before;
    const shownBefore = value[tag] ?? value[tag.split('-')[0] ?? ''] ?? textOf(value, '');
    const others = Object.entries(value).filter(([, other]) => other !== shownBefore);
    lose('languages', others.map(([tag, other]) => `${tag}: ${String(other)}`).join(', '), [row, column]);
  }
  return text || undefined;
}

/** The indicators that have columns, of the file or new, in the order of these: a chart begins with the first. */
function indicatorsOf(sheet: Sheet, targets: Targets, ids: Ids): Indicator[] {
  const { base, before, madeFile, lose } = sheet;
  const locale = before.set.locale ?? '';
  const indicators = listed(base, 'indicators');
  const used = new Set(targets.flatMap((to) => (to?.meta.id === undefined ? [] : [to.meta.id])));
  const kept = indicators.filter((of) => used.has(String(field(of, 'id'))));
  for (const of of indicators) if (!kept.includes(of)) lose('indicator', textOf(field(of, 'name'), locale));
  const added = listed(madeFile, 'indicators').flatMap((of) => {
    const id = ids.known(String(field(of, 'id')));
    return id === undefined || id === REVENUE || !used.has(id) || ofId(indicators, id)
      ? []
      : [{ ...(of as Indicator), id }];
  });
  const next: Indicator[] = [
    ...kept.map((of) => reset(sheet, targets, ids, of as Indicator, String(field(of, 'id')))),
    ...added,
  ];
  const columnOf = ({ id }: Indicator) => targets.findIndex((to) => to?.meta.id === id);
  next.sort((a, b) => columnOf(a) - columnOf(b));
  const has = (id: unknown) => ofId(next, id) !== undefined;
  for (const of of next) {
    const parts = listed(of, 'parts');
    if (parts.every(has)) continue;
    lose('parts', textOf(of.name, locale));
    set(of, 'parts', parts.some(has) ? parts.filter(has) : undefined);
  }
  return next;
}

/** An indicator of the file with the name, kind and unit that are set of it now. */
function reset(sheet: Sheet, targets: Targets, ids: Ids, of: Indicator, id: string): Indicator {
  const { before, table, texts } = sheet;
  const own = ids.made(id);
  if (!own) return of;
  const name = textOf(field(own, 'name'), '');
  const isSetAnew = (part: 'kind' | 'unit') => (table.set[part]?.[name] ?? '') !== (before.set[part]?.[name] ?? '');
  const next = { ...of };
  const anew = ids.named.get(id);
  if (anew !== undefined) {
    const column = targets.findIndex((to) => to?.meta.id === id);
    next[id === REVENUE ? 'title' : 'name'] = relabelled(sheet, of.name, anew, texts.end - 1, column);
  }
  if (isSetAnew('kind') && id !== REVENUE) next.kind = field(own, 'kind');
  if (isSetAnew('unit')) for (const key of ['unit', 'per']) set(next, key, field(own, key));
  return next;
}

/** What the file compares places with, as far as its indicators are still there; nothing where it has none. */
function referencesOf({ base, before, lose }: Sheet, indicators: Indicator[]): unknown[] | undefined {
  const references = listed(base, 'references');
  const isOf = (of: unknown) => {
    const id = field(of, 'indicator');
    return id === REVENUE || ofId(indicators, id) !== undefined;
  };
  for (const of of references) if (!isOf(of)) lose('references', textOf(field(of, 'name'), before.set.locale ?? ''));
  return references.length ? references.filter(isOf) : undefined;
}

/** The dimensions that have columns: those of the file, then those that are new. */
function dimensionsOf(sheet: Sheet, targets: Targets): { dimensions: unknown[]; added: { id: string }[] } {
  const { base, texts, columns } = sheet;
  const columnOf = (id: unknown) => targets.findIndex((to) => to?.meta.dimension === id);
  const names = new Map(
    targets.flatMap((to) => (to?.name === undefined ? [] : [[to.meta.dimension ?? '', to.name] as const])),
  );
  const nameOf = (of: unknown, name: string) => {
    const [id, was] = [field(of, 'id'), field(of, 'name')];
    const column = columnOf(id);
    const isSame = texts.headingsBefore[columns[column] ?? -1] === name;
    return isSame ? was : relabelled(sheet, was, name, texts.end - 1, column);
  };
  const kept = listed(base, 'dimensions')
    .filter((of) => columnOf(String(field(of, 'id'))) >= 0)
    .map((of) => {
      const name = names.get(String(field(of, 'id')));
      return name === undefined ? of : { ...(of as object), name: nameOf(of, name) };
    });
  const added = [...names].filter(([id]) => !ofId(kept, id)).map(([id, name]) => ({ id, name }));
  return { dimensions: [...kept, ...added], added };
}

/** The figures of the table: of a cell that no one changed what the file says. */
function figuresNow(sheet: Sheet, targets: Targets, { all, placeOf, figures, isUnchanged }: Cells): Made['figures'] {
  return sheet.texts.rows.flatMap((row, i) =>
    targets.flatMap((to, column): Made['figures'] => {
      if (to?.meta.id === undefined) return [];
      const place = all[placeOf[i] ?? -1];
      const value = isUnchanged(i, column) && place ? valueOf(place, metaBefore(sheet, column)) : undefined;
      const json = value === undefined || value === null ? figures.get(`${row},${column}`) : JSON.stringify(value);
      return json === undefined ? [] : [[row, column, json]];
    }),
  );
}

const set = (of: Record<string, unknown>, key: string, value: unknown): void => {
  if (value === undefined) delete of[key];
  else of[key] = value;
};

/** Puts a value where a column is in the file; `undefined` takes it away. */
function put(place: Place, { head, dimension, id = '', time }: Meta, value: unknown): void {
  if (head) return set(place, head, value);
  const isRevenue = dimension === undefined && id === REVENUE;
  const key = dimension === undefined ? 'figures' : 'dimensions';
  const box = isRevenue ? place : isObject(place[key]) ? place[key] : {};
  const name = dimension ?? id;
  if (time) {
    const figures = isTimed(box[name]) ? box[name] : {};
    const isNew = !(time in figures);
    set(figures, time, value);
    const times = Object.keys(figures);
    const sorted = isNew ? Object.fromEntries(times.sort().map((time) => [time, figures[time]])) : figures;
    set(box, name, times.length ? sorted : undefined);
  } else if (value !== undefined || !isTimed(box[name])) set(box, name, value);
  if (isRevenue) return;
  if (Object.keys(box).length) place[key] = box;
  else if (key in place) delete place[key];
}

/** A figure as it was read now, with what of the one before still holds: who says it, and of which day. */
function refigured(before: unknown, json: string, wasOurs: boolean, lose: Lose): unknown {
  const read: unknown = JSON.parse(json);
  // the words of these cells are the table's, and no one else's
  if (wasOurs && isObject(read)) delete read.quote;
  const now = isObject(read) && same(Object.keys(read), ['exact']) ? read.exact : read;
  if (!isObject(before)) return now;
  const { source, as_of, quote, interval } = before;
  if (quote !== undefined) lose('quote', textOf(quote, ''));
  if (interval !== undefined) lose('interval', (interval as number[]).join('–'));
  const more = Object.entries({ source, as_of }).filter(([, value]) => value !== undefined);
  if (!more.length) return now;
  return { ...(isObject(now) ? now : { exact: now }), ...Object.fromEntries(more) };
}

/** What a file says before its places, with what is set of the table now. */
function topOf(base: unknown, before: Before, table: Table, made: unknown): Record<string, unknown> {
  const { set: now, asOf, url } = table;
  let value = structuredClone(base) as Record<string, unknown>;
  const then = before.set;
  if ((now.title ?? '') !== (then.title ?? '')) set(value, 'title', now.title || undefined);
  if ((now.locale ?? '') !== (then.locale ?? '')) set(value, 'locale', now.locale || field(made, 'locale'));
  if (!same(now.nouns, then.nouns)) set(value, 'places', now.nouns && { one: now.nouns[0], many: now.nouns[1] });
  if (asOf !== before.asOf) set(value, 'as_of', asOf.trim() || undefined);
  const sources = listed(value, 'sources');
  const [first] = sources;
  if ((now.source ?? '') !== (then.source ?? '')) {
    if (now.source)
      value.sources = [{ ...(isObject(first) ? first : { id: 'source' }), name: now.source }, ...sources.slice(1)];
    else {
      const id = field(first, 'id');
      value = JSON.parse(
        JSON.stringify(value, (key, of: unknown) => (key === 'source' && of === id ? undefined : of)),
      ) as typeof value;
      set(value, 'sources', sources.length > 1 ? sources.slice(1) : undefined);
    }
  }
  const [own] = listed(value, 'sources');
  if (url.trim() !== before.url && isObject(own)) set(own, 'url', url.trim() || undefined);
  return value;
}

/** Places in the columns that the file has, and those that are new. */
function inColumns(base: unknown, villages: Place[], news: { id: string }[]): unknown {
  const ids = [...listed(base, 'dimensions').map((of) => String(field(of, 'id'))), ...news.map(({ id }) => id)];
  const metaOf = (column: string): Meta => {
    if (column === 'name' || column === 'id' || column === 'district' || column === 'craft') return { head: column };
    if (ids.includes(column)) return { dimension: column };
    const [id = '', time = ''] = column.split('@');
    return { id, time };
  };
  const columns = new Set(listed(field(base, 'villages'), 'columns').map(String));
  for (const place of villages) {
    for (const head of ['name', 'id', 'district', 'craft', REVENUE]) if (place[head] !== undefined) columns.add(head);
    for (const id of Object.keys(Object(place.dimensions) as object)) columns.add(id);
    for (const [id, figures] of Object.entries(Object(place.figures) as object) as [string, unknown][])
      for (const time of isTimed(figures) ? Object.keys(figures) : ['']) columns.add(time ? `${id}@${time}` : id);
  }
  const used = [...columns].filter(
    (column) => column === 'name' || villages.some((place) => (valueOf(place, metaOf(column)) ?? null) !== null),
  );
  return { columns: used, rows: villages.map((place) => used.map((column) => valueOf(place, metaOf(column)) ?? null)) };
}

/** The keys of a file in their order, where it has new ones; of a long one the places come last, for `import.ts`. */
function ordered(base: unknown, { villages, ...top }: Record<string, unknown>): Record<string, unknown> {
  if (JSON.stringify(villages).length > LONG / 2) return { ...top, villages };
  const value: Record<string, unknown> = { ...(base as object), ...top, villages };
  for (const key of Object.keys(value)) if (key !== 'villages' && !(key in top)) delete value[key];
  const keys = Object.keys(value);
  if (keys.every((key) => key in (base as object))) return value;
  const rest = keys.filter((key) => !ORDER.includes(key));
  return Object.fromEntries([...ORDER.filter((key) => key in value), ...rest].map((key) => [key, value[key]]));
}

/** A longer file is no text in the page: `LONG` of `import.ts`. */
const LONG = 1_000_000;
/** So long is a line of a data file. */
const LINE = 116;

/** JSON with what has room in a line in one. */
export function written(value: unknown): string {
  const lines: string[] = [];
  const inline = (of: unknown): string => {
    if (Array.isArray(of)) return `[${of.map(inline).join(', ')}]`;
    if (!isObject(of)) return JSON.stringify(of ?? null);
    const parts = Object.entries(of).map(([key, of]) => `${JSON.stringify(key)}: ${inline(of)}`);
    return parts.length ? `{ ${parts.join(', ')} }` : '{}';
  };
  const write = (of: unknown, before: string, after: string, indent: string): void => {
    const text = inline(of);
    const isSmall = indent !== '' && indent.length + before.length + text.length + after.length <= LINE;
    const entries: [string, unknown][] = Array.isArray(of)
      ? of.map((of: unknown) => ['', of])
      : isObject(of)
        ? Object.entries(of).map(([key, of]) => [`${JSON.stringify(key)}: `, of])
        : [];
    if (isSmall || !entries.length) return void lines.push(indent + before + text + after);
    lines.push(`${indent}${before}${Array.isArray(of) ? '[' : '{'}`);
    entries.forEach(([key, of], i) => write(of, key, i < entries.length - 1 ? ',' : '', `${indent}  `));
    lines.push(`${indent}${Array.isArray(of) ? ']' : '}'}${after}`);
  };
  write(value, '', '', '');
  return `${lines.join('\n')}\n`;
}
