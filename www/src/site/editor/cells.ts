/**
 * A table as texts: a row is one text, with a sign between its cells. A large file is a list of rows then, which takes
 * no time to keep, to copy and to send to the worker. `src/web/import.rs` knows the same signs.
 */

const CELL = '\x1f';
const ROW = '\x1e';
/** Before a cell that was no text in its file, but a number of a workbook, say. */
const MARK = /^[\x01-\x05]/;

export type Rows = readonly string[];

export const joined = (rows: Rows): string => rows.join(ROW);
export const split = (text: string): string[] => text.split(ROW);
/** The cells of a row, as they are kept. */
export const cellsOf = (row: string | undefined): string[] => (row ? row.split(CELL) : []);
export const rowOf = (cells: readonly string[]): string => cells.join(CELL).replace(/\x1f+$/, '');
/** What a reader sees of a cell. */
export const shown = (cell: string): string => cell.replace(MARK, '');

export const at = (rows: Rows, row: number, column: number): string => cellsOf(rows[row])[column] ?? '';

/** How many columns there are, by the rows at the top and some below. */
export function widthOf(rows: Rows): number {
  let width = 0;
  const step = Math.max(1, Math.floor(rows.length / 2000));
  for (let row = 0; row < rows.length; row += row < 200 ? 1 : step) width = Math.max(width, cellsOf(rows[row]).length);
  return width;
}

/** The rows with a block of cells put in at a place. */
export function put(rows: Rows, row: number, column: number, block: readonly (readonly string[])[]): string[] {
  const next = [...rows];
  block.forEach((line, i) => {
    while (next.length <= row + i) next.push('');
    const cells = cellsOf(next[row + i]);
    line.forEach((cell, j) => {
      while (cells.length <= column + j) cells.push('');
      // what the cell was stays what it was, where its words are the same
      if (shown(cells[column + j] ?? '') !== cell) cells[column + j] = cell;
    });
    next[row + i] = rowOf(cells);
  });
  while (next.length && !next.at(-1)) next.pop();
  return next;
}

/** A cell's words without the signs of this format. */
export const clean = (text: string): string => text.replace(/[\x01-\x08\x0b\x0c\x0e-\x1f]/g, ' ');

/**
 * A block out of a spreadsheet: tabs between cells, lines between rows; a cell with a tab or a line in it stands in
 * quotes. A cell keeps no line break: the table shows one line.
 */
export function block(text: string): string[][] {
  const source = clean(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  if (!/(^|[\t\n])"/.test(source)) return source.split('\n').map((line) => line.split('\t'));
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;
  for (let found = cell.exec(source); found; found = cell.exec(source)) {
    const [, quoted, bare = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"').replace(/\s*\n\s*/g, ' '));
    if (end === '\n') rows.push([]);
    if (!end) break;
  }
  return rows;
}

/** The same the other way, for a spreadsheet. */
export const unblock = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => shown(cell).replace(/[\t\n]/g, ' ')).join('\t')).join('\n');

/** The letters of a column: A to Z, AA and so on. */
export function letters(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
