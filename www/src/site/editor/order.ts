/**
 * Rows and columns that are put in between others, taken out and moved. What was done is told by where each of them was
 * before: from that follow the cells, what is set of columns, what is known of cells, and `carry.ts`.
 */
import { cellsOf, letters, rowOf, type Rows } from './cells.js';
import type { Mapping } from './import.js';
import { key, type Notes } from './lines.js';
import { renamed } from './settings.js';

export type Axis = 'row' | 'column';
/** Put in before or after those that are selected; these taken out; these moved one towards the start or the end. */
export type Change = 'before' | 'after' | 'delete' | 'back' | 'forth';

/** Where each row or column was before; -1 was nowhere. */
export type Order = readonly number[];
/** Where the rows and columns of a table were in that which its data file made. */
export interface Orders {
  readonly rows: Order;
  readonly columns: Order;
}

/** What a change makes: which rows or columns there are then, and which of them are selected. */
export interface Arranged {
  order: Order;
  first: number;
  last: number;
}

/**
 * The change of those from `first` to `last`, of `count` that there are; nothing where it changes nothing. Beyond them
 * a table is empty: what is put in there is selected, no more.
 */
export function arranged(change: Change, first: number, last: number, count: number): Arranged | undefined {
  const order = Array.from({ length: count }, (_, i) => i);
  const size = last - first + 1;
  const end = Math.min(last, count - 1);
  if (first >= count) return undefined;
  if (change === 'before' || change === 'after') {
    const at = change === 'before' ? first : last + 1;
    order.splice(at, 0, ...Array.from({ length: at < count ? size : 0 }, () => -1));
    return { order, first: at, last: at + size - 1 };
  }
  if (change === 'delete') {
    order.splice(first, size);
    return { order, first, last: first };
  }
  const by = change === 'back' ? -1 : 1;
  if (first + by < 0 || end + by >= count) return undefined;
  const [beside = 0] = order.splice(change === 'back' ? first - 1 : end + 1, 1);
  order.splice(change === 'back' ? end : first, 0, beside);
  return { order, first: first + by, last: end + by };
}

/** The cells in this order; there were `count` rows or columns before. */
export function inOrder(rows: Rows, axis: Axis, order: Order, count: number): string[] {
  const next =
    axis === 'row'
      ? order.map((from) => rows[from] ?? '')
      : rows.map((row) => {
          const cells = cellsOf(row);
          // of a long table some rows are counted: a longer one keeps its end
          return rowOf([...order.map((from) => cells[from] ?? ''), ...cells.slice(count)]);
        });
  while (next.length && !next.at(-1)) next.pop();
  return next;
}

/** Where each was at first, after one change and another. */
export const after = (before: Order | undefined, order: Order): Order =>
  before ? order.map((from) => before[from] ?? -1) : order;

/** What is set of the columns, of which each had a heading; one without has its letters, which are others now. */
export function setInOrder(set: Mapping, headings: string[], order: Order): Mapping {
  const names = new Map<string, string | undefined>();
  const still = new Set(order.map((from) => headings[from]));
  headings.forEach((name, from) => {
    const to = order.indexOf(from);
    if (to < 0 && !still.has(name)) names.set(name, undefined);
    else if (name === letters(from)) names.set(name, letters(to));
  });
  return renamed(set, names);
}

/** The rows of headings that are set, counted from 1, in another order of rows. */
export function headingsInOrder(set: Mapping, order: Order): Mapping {
  const { headings, ...rest } = set;
  if (!headings) return set;
  const [first, last] = headings;
  const now = order.flatMap((from, row) => (from + 1 >= first && from < last ? [row + 1] : []));
  return now.length ? { ...rest, headings: [Math.min(...now), Math.max(...now)] } : rest;
}

/** What is known of the cells, until it is read anew. */
export function notesInOrder(notes: Notes, axis: Axis, order: Order): Notes {
  const isRow = axis === 'row';
  const to = new Map(order.map((from, now) => [from, now]));
  const moved = <T>(of: ReadonlyMap<string, T>) =>
    new Map(
      [...of].flatMap(([at, what]): [string, T][] => {
        const [row = 0, column = 0] = at.split(',').map(Number);
        const now = to.get(isRow ? row : column);
        return now === undefined ? [] : [[isRow ? key(now, column) : key(row, now), what]];
      }),
    );
  const both = { ...notes, wrong: moved(notes.wrong), meant: moved(notes.meant) };
  if (!isRow)
    return { ...both, heads: order.map((from) => notes.heads[from] ?? ''), names: order.indexOf(notes.names) };
  const [first, end] = notes.headings;
  const rows = order.flatMap((from, row) => (from >= first && from < end ? [row] : []));
  return { ...both, headings: rows.length ? [Math.min(...rows), Math.max(...rows) + 1] : [0, 0] };
}
