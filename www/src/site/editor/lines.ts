/** The rows of the table that are in the page: what stands in their cells, what is known of it, what is selected. */
import { h } from '../../dom.js';
import { cellsOf, shown as plain, type Rows } from './cells.js';

/** What is known of the cells. */
export interface Notes {
  /** What is wrong with a cell, by its row and column. */
  wrong: Map<string, string>;
  /** How a cell is understood, and whether it says more than a number. */
  meant: Map<string, { text: string; isWords: boolean }>;
  /** The rows of headings. */
  headings: [first: number, end: number];
  /** What each column is. */
  heads: string[];
  /** The column with the names of places: it stays in view. */
  names: number;
}

export const NO_NOTES: Notes = { wrong: new Map(), meant: new Map(), headings: [0, 0], heads: [], names: -1 };

export const key = (row: number, column: number): string => `${row},${column}`;

export interface Place {
  row: number;
  column: number;
}

/** What of the table is shown. */
export interface Shown {
  rows: Rows;
  /** How many columns there are. */
  columns: number;
  notes: Notes;
  at: Place;
  /** The selected cells: from one to another. */
  selected: [top: number, left: number, bottom: number, right: number];
  /** Something is being typed into the cell that is focused. */
  typing: boolean;
}

interface Line {
  row: HTMLTableRowElement;
  head: HTMLTableCellElement;
  cells: HTMLTableCellElement[];
}

export class Lines {
  readonly #lines = new Map<number, Line>();

  cell({ row, column }: Place): HTMLTableCellElement | undefined {
    return this.#lines.get(row)?.cells[column];
  }

  clear(): void {
    this.#lines.clear();
  }

  /** Keeps those from one row to before another, and that which is focused: keys go on from there. */
  keep(first: number, end: number, at: number): void {
    for (const row of [...this.#lines.keys()]) if ((row < first || row >= end) && row !== at) this.#lines.delete(row);
  }

  /** Where a cell is; of the head of a row its first cell. */
  find(cell: HTMLTableCellElement): Place | undefined {
    for (const [row, line] of this.#lines) {
      const column = line.cells.indexOf(cell);
      if (column >= 0) return { row, column };
      if (line.head === cell) return { row, column: 0 };
    }
    return undefined;
  }

  /** A row as it is now. */
  draw(row: number, { rows, columns, notes, at, selected, typing }: Shown): HTMLTableRowElement {
    const line = this.#lines.get(row) ?? this.#made(row, columns);
    const cells = cellsOf(rows[row]);
    const [top, left, bottom, right] = selected;
    const isHead = row >= notes.headings[0] && row < notes.headings[1];
    line.row.classList.toggle('heading', isHead && row < rows.length);
    line.head.classList.toggle('at', row === at.row);
    line.cells.forEach((cell, column) => {
      const isAt = row === at.row && column === at.column;
      if (isAt && typing) return;
      const text = plain(cells[column] ?? '');
      if (cell.textContent !== text) cell.textContent = text;
      const wrong = notes.wrong.get(key(row, column));
      const meant = notes.meant.get(key(row, column));
      cell.classList.toggle('wrong', !!wrong);
      cell.classList.toggle('meant', !!meant?.isWords && !wrong);
      if (wrong) cell.setAttribute('aria-invalid', 'true');
      else cell.removeAttribute('aria-invalid');
      const title = wrong ?? meant?.text ?? '';
      if (cell.title !== title) cell.title = title;
      cell.classList.toggle('names', column === notes.names);
      cell.tabIndex = isAt ? 0 : -1;
      const isIn = row >= top && row <= bottom && column >= left && column <= right;
      cell.setAttribute('aria-selected', String(isIn));
    });
    return line.row;
  }

  #made(row: number, columns: number): Line {
    const head = h('th', { scope: 'row' }, String(row + 1), h('i', { className: 'more' }));
    const cells = Array.from({ length: columns }, (_, column) => {
      const cell = h('td', {});
      cell.setAttribute('role', 'gridcell');
      cell.setAttribute('aria-colindex', String(column + 2));
      return cell;
    });
    const line = { row: h('tr', {}, head, ...cells), head, cells };
    line.row.setAttribute('aria-rowindex', String(row + 2));
    this.#lines.set(row, line);
    return line;
  }
}
