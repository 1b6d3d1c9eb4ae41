/**
 * A table that was made of a data file → that data file with what the table changes. A cell that no one has changed is
 * what the file says, with all that a table has no place for: notes, quotes, sources, intervals, other languages,
 * references, the sections of other charts. Of a cell that was changed, a new row and a new column the import's reading
 * is taken. What can no longer belong to anything is told.
 */
import { cellsOf, shown, type Rows } from './cells.js';
import { field, listed, places, textOf } from './data.js';
import type { Column, Mapping, Understood } from './import.js';
import { isTimed, REVENUE, roleOf, tableOf, valueOf, type Meta } from './table-of.js';

type Place = Record<string, unknown>;

/** The table as it is now. */
export interface Table {
  rows: Rows;
  set: Mapping;
  asOf: string;
  url: string;
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
  'times',
  'dimensions',
  'indicators',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === 'object' && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const ofId = (list: unknown[], id: string): unknown => list.find((of) => field(of, 'id') === id);

/**
 * Which of the things before each of those now is: by the first of its names that one of them alone has.
 *
 * @param isStill Is the thing now that which stood at its place, under another name?
 */
function aligned(now: string[][], before: string[][], isStill: (now: number) => boolean): number[] {
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
  return found.map((at, i) => (at < 0 && i < before.length && !taken.has(i) && isStill(i) ? i : at));
}

/** The file, as text, with what the table changes in it. `json` is its text, `made` the import's file. */
export function carry(json: string, table: Table, made: Made, madeFile: unknown): Carried {
  const base: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
  const before = tableOf(base);
  const lost: Lost[] = [];
  const lose = (what: Lost['what'], name: string, at?: [number, number]) =>
    lost.push(at ? { what, name, at } : { what, name });
  const [, end] = made.headings;
  const cells = table.rows.map((row) => cellsOf(row).map((cell) => shown(cell).trim()));
  const cell = (row: number, column: number) => cells[row]?.[column] ?? '';
  const was = before.rows.map((row) => cellsOf(row).map((text) => text.trim()));
  const old = (place: number, column: number) => (place < 0 || column < 0 ? '' : (was[place + 1]?.[column] ?? ''));
  const [headingsBefore = []] = was;
  const headingOf = (column: number) => {
    for (let row = end - 1; row >= made.headings[0]; row--) if (cell(row, column)) return cell(row, column);
    return '';
  };

  // which column is which
  const width = Math.max(made.columns.length, ...cells.slice(0, 200).map((row) => row.length));
  const headings = Array.from({ length: width }, (_, column) => headingOf(column));
  const isSameColumn = (column: number) => {
    const texts = was.slice(1).map((row, i) => [row[column] ?? '', cell(end + i, column)]);
    const filled = texts.filter(([text]) => text);
    return filled.length > 0 && filled.filter(([text, now]) => text === now).length * 2 >= filled.length;
  };
  const columns = aligned(
    headings.map((heading) => [heading]),
    before.metas.map((_, i) => [headingsBefore[i] ?? '']),
    isSameColumn,
  );
  const ids = new Map<string, string>();
  const named = new Map<string, string>();
  const indicators = listed(base, 'indicators');
  const isKnown = (column: number) => headings[column] === headingsBefore[columns[column] ?? -1];
  const metaOf = (column: number): Meta => before.metas[columns[column] ?? -1] ?? {};
  for (let column = 0; column < width; column++) {
    const { id } = metaOf(column);
    const of = made.columns[column]?.of;
    if (id !== undefined && of && isKnown(column)) ids.set(of.id, id);
  }
  for (let column = 0; column < width; column++) {
    // all columns of an indicator have another name now: it is the same one
    const { id } = metaOf(column);
    const of = made.columns[column]?.of;
    if (id === undefined || !of || ids.has(of.id)) continue;
    const all = headings.flatMap((_, i) => (metaOf(i).id === id ? [made.columns[i]?.of?.id] : []));
    if (all.some((other) => other !== of.id)) continue;
    ids.set(of.id, id);
    named.set(id, of.name);
  }
  const idOf = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    let own = id;
    for (let n = 2; own === REVENUE || ofId(indicators, own) !== undefined; n++) own = `${id}-${n}`;
    ids.set(id, own);
    return own;
  };
  const madeDimensions = listed(madeFile, 'dimensions');
  const dimensions = new Map<string, string>();
  const targets = headings.map((heading, column): Meta | undefined => {
    const meta = columns[column] === -1 ? undefined : metaOf(column);
    const isLeft = meta?.id !== undefined && !!table.set.indicators && roleOf(table.set, heading) !== 'figure';
    const isSet = roleOf(table.set, heading) !== roleOf({ ...before.set, indicators: table.set.indicators }, heading);
    const { role = '', name = '', of = null } = made.columns[column] ?? ({} as Partial<Column>);
    if (meta && isKnown(column) && !isSet && !isLeft) {
      const { times, time } = table.set;
      const isTimeSet = (times?.[heading] ?? '') !== '' || (time ?? '') !== '';
      return meta.id !== undefined && isTimeSet ? { ...meta, time: of?.time ?? '' } : meta;
    }
    if (role === 'place') return { head: 'name' };
    if (role === 'id' || role === 'district' || role === 'craft') return { head: role };
    if (role === 'dimension') {
      const own = madeDimensions.find((of) => field(of, 'name') === name);
      let id = meta?.dimension ?? String(field(own, 'id') ?? name);
      if (meta?.dimension === undefined) while (ofId(listed(base, 'dimensions'), id)) id += '-2';
      dimensions.set(id, name);
      return { dimension: id };
    }
    return role === 'figure' && of ? { id: idOf(of.id), time: of.time ?? '' } : undefined;
  });

  // which row is which place
  const rows = Array.from({ length: Math.max(0, table.rows.length - end) }, (_, i) => end + i);
  const columnOf = (head: Meta['head']) => targets.findIndex((meta) => meta?.head === head);
  const beforeOf = (head: Meta['head']) => before.metas.findIndex((meta) => meta.head === head);
  const heads = (['name', 'district', 'id'] as const).map((head) => [columnOf(head), beforeOf(head)] as const);
  const names = ([name = '', district = '', id = '']: string[]) => [
    name && [name, district, id].join('\n'),
    id,
    name && [name, district].join('\n'),
    name,
  ];
  const all = places(base);
  const nameColumn = columnOf('name');
  const placeOf = aligned(
    rows.map((row) => (cell(row, nameColumn) ? names(heads.map(([now]) => (now < 0 ? '' : cell(row, now)))) : [])),
    all.map((_, i) => names(heads.map(([, then]) => old(i, then)))),
    (i) =>
      !!cell(end + i, nameColumn) &&
      columns.some(
        (column, now) =>
          before.metas[column]?.id !== undefined && old(i, column) !== '' && old(i, column) === cell(end + i, now),
      ),
  );
  if (all.length && placeOf.every((place) => place < 0)) {
    lose('file', '');
    return { ...made, text: '', lost };
  }

  const figures = new Map(made.figures.map(([row, column, json]) => [`${row},${column}`, json]));
  const isUnchanged = (i: number, column: number) => {
    const [place = -1, from = -1] = [placeOf[i], columns[column]];
    return place >= 0 && from >= 0 && old(place, from) === cell(end + i, column);
  };
  const label = (value: unknown, text: string, row: number, column: number) => {
    if (isObject(value) && Object.keys(value).length > 1) {
      const { tag } = before;
      const shownBefore = value[tag] ?? value[tag.split('-')[0] ?? ''] ?? textOf(value, '');
      const others = Object.entries(value).filter(([, other]) => other !== shownBefore);
      lose('languages', others.map(([tag, other]) => `${tag}: ${String(other)}`).join(', '), [row, column]);
    }
    return text || undefined;
  };
  const madeNames = new Set(places(madeFile).map(({ name }) => name));
  const villages: Place[] = [];
  rows.forEach((row, i) => {
    const name = nameColumn < 0 ? '' : cell(row, nameColumn);
    const at = placeOf[i] ?? -1;
    const hasFigures = headings.some((_, column) => figures.has(`${row},${column}`));
    // a note below the table is no place
    if (!name || (at < 0 && !hasFigures && !madeNames.has(name))) return;
    const village = structuredClone(all[at] ?? {});
    const own = structuredClone(village);
    const changes: [Meta, unknown][] = [];
    targets.forEach((to, column) => {
      const from = columns[column] === -1 ? undefined : metaOf(column);
      const isSame = isUnchanged(i, column);
      const had = from && valueOf(own, from);
      if (from && !same(from, to)) put(village, from, undefined);
      if (!to || (isSame && same(from, to))) return;
      if (isSame) changes.push([to, had]);
      else if (to.id === undefined) changes.push([to, label(had, cell(row, column), row, column)]);
      else {
        const read = figures.get(`${row},${column}`);
        changes.push([
          to,
          read && refigured(from ? had : undefined, read, !!from, (what, name) => lose(what, name, [row, column])),
        ]);
      }
    });
    before.metas.forEach((meta, column) => columns.includes(column) || put(village, meta, undefined));
    for (const [to, value] of changes) put(village, to, value);
    villages.push(village);
  });
  const still = new Set(placeOf);
  all.forEach((place, i) => still.has(i) || lose('place', textOf(place.name, '')));

  const value = topOf(base, before, table, madeFile);
  const used = new Set(targets.flatMap((meta) => (meta?.id === undefined ? [] : [meta.id])));
  const isSetAnew = (part: 'kind' | 'unit', name: string) =>
    (table.set[part]?.[name] ?? '') !== (before.set[part]?.[name] ?? '');
  const madeOf = (id: string) => listed(madeFile, 'indicators').find((of) => ids.get(String(field(of, 'id'))) === id);
  const changed = (of: Record<string, unknown>, id: string): Record<string, unknown> => {
    const own = madeOf(id);
    const name = textOf(field(own, 'name'), '');
    if (!own) return of;
    const next = { ...of };
    const anew = named.get(id);
    if (anew !== undefined)
      next[id === REVENUE ? 'title' : 'name'] = label(
        of.name,
        anew,
        end - 1,
        targets.findIndex((to) => to?.id === id),
      );
    if (isSetAnew('kind', name) && id !== REVENUE) next.kind = field(own, 'kind');
    if (isSetAnew('unit', name)) for (const key of ['unit', 'per']) set(next, key, field(own, key));
    return next;
  };
  const kept = indicators.filter((of) => used.has(String(field(of, 'id'))));
  for (const of of indicators)
    if (!kept.includes(of)) lose('indicator', textOf(field(of, 'name'), before.set.locale ?? ''));
  const added = listed(madeFile, 'indicators').flatMap((of) => {
    const id = ids.get(String(field(of, 'id')));
    return id === undefined || id === REVENUE || !used.has(id) || ofId(indicators, id)
      ? []
      : [{ ...(of as object), id }];
  });
  const next = [...kept.map((of) => changed(of as Record<string, unknown>, String(field(of, 'id')))), ...added];
  const has = (id: unknown) => next.some((of) => field(of, 'id') === id);
  for (const of of next as Record<string, unknown>[]) {
    const parts = listed(of, 'parts');
    if (parts.every(has)) continue;
    lose('parts', textOf(of.name, before.set.locale ?? ''));
    set(of, 'parts', parts.some(has) ? parts.filter(has) : undefined);
  }
  if (next.length || 'indicators' in value) value.indicators = next;
  if (isObject(value.revenue)) value.revenue = changed(value.revenue, REVENUE);
  const references = listed(base, 'references');
  for (const of of references)
    if (!has(field(of, 'indicator')) && field(of, 'indicator') !== REVENUE)
      lose('references', textOf(field(of, 'name'), before.set.locale ?? ''));
  if (references.length)
    value.references = references.filter((of) => has(field(of, 'indicator')) || field(of, 'indicator') === REVENUE);
  const inUse = new Set(targets.map((meta) => meta?.dimension));
  const nameOf = (of: unknown, name: string) => {
    const [id, was] = [field(of, 'id'), field(of, 'name')];
    const column = targets.findIndex((meta) => meta?.dimension === id);
    return headingsBefore[columns[column] ?? -1] === name ? was : label(was, name, end - 1, column);
  };
  const renamed = listed(base, 'dimensions')
    .filter((of) => inUse.has(String(field(of, 'id'))))
    .map((of) =>
      dimensions.has(String(field(of, 'id')))
        ? { ...(of as object), name: nameOf(of, dimensions.get(String(field(of, 'id'))) ?? '') }
        : of,
    );
  const news = [...dimensions].filter(([id]) => !ofId(renamed, id)).map(([id, name]) => ({ id, name }));
  if (renamed.length || news.length || 'dimensions' in value) value.dimensions = [...renamed, ...news];
  value.villages =
    Array.isArray(field(base, 'villages')) || !isObject(field(base, 'villages'))
      ? villages
      : inColumns(base, villages, news);

  const isSame = same(Object.entries(value), Object.entries(base as object));
  return {
    text: isSame && json.length <= LONG ? json : written(ordered(base, value)),
    lost,
    columns: made.columns.map((column, i) => {
      const to = targets[i];
      return column.of && to?.id !== undefined ? { ...column, of: { ...column.of, id: to.id } } : column;
    }),
    headings: made.headings,
    // of an unchanged cell the file says what it means
    problems: made.problems.filter(([row, column]) => !isUnchanged(row - end, column)),
    figures: rows.flatMap((row, i) =>
      targets.flatMap((to, column): Made['figures'] => {
        if (to?.id === undefined) return [];
        const place = all[placeOf[i] ?? -1];
        const value = isUnchanged(i, column) && place ? valueOf(place, metaOf(column)) : undefined;
        const json = value === undefined || value === null ? figures.get(`${row},${column}`) : JSON.stringify(value);
        return json === undefined ? [] : [[row, column, json]];
      }),
    ),
  };
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
function refigured(
  before: unknown,
  json: string,
  wasOurs: boolean,
  lose: (what: Lost['what'], name: string) => void,
): unknown {
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
function topOf(
  base: unknown,
  before: ReturnType<typeof tableOf>,
  table: Table,
  made: unknown,
): Record<string, unknown> {
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
