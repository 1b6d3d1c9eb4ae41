/**
 * The table that one types into: keys, selection and clipboard as a spreadsheet has them, in a `<table>` with the role
 * of a grid. Of a long table only the rows in view are in the page, each as high as the others.
 *
 * Tab goes on to the next cell while something is typed, and leaves the table else: no one is caught in it.
 */
import { h, sheetOf } from '../../dom.js';
import { block, cellsOf, letters, shown as plain, unblock, type Rows } from './cells.js';
import { key, Lines, NO_NOTES, type Notes, type Place } from './lines.js';
import type { Axis } from './order.js';
import { say } from './words.js';

/** The height of a row in pixels: `.cells tr` in site.css; a finger needs more room. */
const touch = matchMedia('(pointer: coarse)');
const high = () => (touch.matches ? 44 : 34);
/** Rows that are in the page beyond those in view. */
const MORE = 20;
/** Columns of a wider table are not shown. */
const WIDEST = 200;

export class Grid {
  readonly #box: HTMLElement;
  readonly #table = h('table', { className: 'cells' });
  readonly #head = h('tr', {});
  readonly #body = h('tbody', {});
  readonly #above = h('tr', { className: 'above' }, h('td', {}));
  readonly #below = h('tr', { className: 'below' }, h('td', {}));
  readonly #sheet = sheetOf(document);
  readonly #lines = new Lines();
  readonly #input = h('input', { type: 'text', autocomplete: 'off', spellcheck: false });
  #rows: Rows = [];
  #width = 0;
  #notes = NO_NOTES;
  #at: Place = { row: 0, column: 0 };
  #from: Place = { row: 0, column: 0 };
  #typing = false;
  #drags = false;
  /** The column in which a row was begun, while Tab goes along it: Enter leads there. */
  #began: number | undefined;
  /** A finger is on the cell that was focused before: that types into it. */
  #again = false;
  /** Whole rows or whole columns are selected. */
  #whole: Axis | undefined;
  /** The row or column at whose head a mouse began to select. */
  #anchor: { axis: Axis; index: number } | undefined;

  /**
   * @param box What scrolls.
   * @param put Cells were typed, pasted or deleted.
   * @param moved Another cell is focused.
   * @param menu The menu of rows, columns or both is asked for, at a place of the window.
   */
  constructor(
    box: HTMLElement,
    readonly put: (row: number, column: number, block: string[][]) => void,
    readonly moved: () => void,
    readonly menu: (axes: readonly Axis[], at: { left: number; top: number; bottom: number }) => void,
  ) {
    this.#box = box;
    document.adoptedStyleSheets.push(this.#sheet);
    for (const [name, value] of [
      ['role', 'grid'],
      ['aria-label', say('grid')],
      ['aria-multiselectable', 'true'],
    ] as const)
      this.#table.setAttribute(name, value);
    for (const row of [this.#above, this.#below]) row.setAttribute('aria-hidden', 'true');
    this.#input.setAttribute('aria-label', say('cell'));
    this.#head.setAttribute('aria-rowindex', '1');
    this.#table.append(h('thead', {}, this.#head), this.#body);
    box.append(this.#table);
    box.onscroll = () => this.#draw();
    new ResizeObserver(() => requestAnimationFrame(() => this.#draw())).observe(box);
    this.#listen();
  }

  get at(): Place {
    return this.#at;
  }

  get notes(): Notes {
    return this.#notes;
  }

  /** Are whole rows or whole columns selected? */
  get whole(): Axis | undefined {
    return this.#whole;
  }

  /** The rows or columns in which something is selected: the first and the last. */
  range(axis: Axis): [first: number, last: number] {
    const [top, left, bottom, right] = this.#selected();
    return axis === 'row' ? [top, bottom] : [left, right];
  }

  /** Gives the focus back to the cell that had it. */
  focus(): void {
    this.#cell()?.focus({ preventScroll: true });
  }

  /** Selects whole rows or columns. */
  select(axis: Axis, first: number, last: number): void {
    const isRow = axis === 'row';
    const end = Math.max(0, (isRow ? this.#width : this.#rows.length) - 1);
    this.#from = this.#within(isRow ? { row: last, column: end } : { row: end, column: last });
    this.go(isRow ? first : 0, isRow ? 0 : first, true);
    this.#whole = axis;
  }

  /** Columns that can be seen, and one more to type into. */
  get #columns(): number {
    return Math.min(WIDEST, Math.max(4, this.#width + 1));
  }

  get #height(): number {
    return Math.max(8, this.#rows.length + 2);
  }

  show(rows: Rows, width: number): void {
    this.#rows = rows;
    if (width !== this.#width) this.#lines.clear();
    this.#width = width;
    this.#at = this.#within(this.#at);
    this.#from = this.#within(this.#from);
    this.#table.setAttribute('aria-rowcount', String(this.#height + 1));
    this.#table.setAttribute('aria-colcount', String(this.#columns + 1));
    this.#draw();
  }

  note(notes: Notes): void {
    this.#notes = notes;
    this.#draw();
  }

  /** What is wrong with a cell. */
  wrong(row: number, column: number): string | undefined {
    return this.#notes.wrong.get(key(row, column));
  }

  /** Goes to a cell. */
  go(row: number, column: number, keeps = false): void {
    this.#at = this.#within({ row, column });
    if (!keeps) this.#from = this.#at;
    this.#began = this.#whole = undefined;
    const top = this.#at.row * high();
    const head = this.#head.offsetHeight;
    const room = this.#box.clientHeight - head - high();
    if (top < this.#box.scrollTop) this.#box.scrollTop = top;
    else if (top > this.#box.scrollTop + room) this.#box.scrollTop = top - room;
    this.#draw();
    const cell = this.#cell();
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#uncover(cell);
    this.moved();
  }

  /** Scrolls a cell out from behind the names of places. */
  #uncover(cell: HTMLElement | undefined): void {
    const names = this.#lines.cell({ row: this.#at.row, column: this.#notes.names });
    if (!cell || !names || cell === names) return;
    const over = names.getBoundingClientRect().right - cell.getBoundingClientRect().left;
    if (over > 0) this.#box.scrollLeft -= over;
  }

  #within({ row, column }: Place): Place {
    const between = (n: number, most: number) => Math.max(0, Math.min(n, most));
    return { row: between(row, this.#height - 1), column: between(column, this.#columns - 1) };
  }

  #cell(): HTMLTableCellElement | undefined {
    return this.#lines.cell(this.#at);
  }

  #text(row: number, column: number): string {
    return plain(cellsOf(this.#rows[row])[column] ?? '');
  }

  /** The selected cells: from one to another. */
  #selected(): [top: number, left: number, bottom: number, right: number] {
    const [a, b] = [this.#at, this.#from];
    return [Math.min(a.row, b.row), Math.min(a.column, b.column), Math.max(a.row, b.row), Math.max(a.column, b.column)];
  }

  #draw(): void {
    const height = this.#height;
    const fits = Math.ceil((this.#box.clientHeight || 400) / high());
    const all = height <= fits + 3 * MORE;
    const first = all ? 0 : Math.max(0, Math.floor(this.#box.scrollTop / high()) - MORE);
    const end = all ? height : Math.min(height, first + fits + 2 * MORE);
    this.#title();
    const wanted: HTMLElement[] = [];
    this.#lines.keep(first, end, this.#at.row);
    const shown = {
      rows: this.#rows,
      columns: this.#columns,
      notes: this.#notes,
      at: this.#at,
      selected: this.#selected(),
      typing: this.#typing,
    };
    for (let row = first; row < end; row++) wanted.push(this.#lines.draw(row, shown));
    if (this.#at.row < first) wanted.unshift(this.#lines.draw(this.#at.row, shown));
    if (this.#at.row >= end) wanted.push(this.#lines.draw(this.#at.row, shown));
    const rule = (name: string, rows: number) =>
      rows > 0 ? `.cells .${name} > td { height: ${rows * high()}px }` : `.cells .${name} { display: none }`;
    const names = `.cells .names { left: ${this.#head.firstElementChild?.clientWidth ?? 0}px }`;
    const css = `${names} ${rule('above', first - (this.#at.row < first ? 1 : 0))} ${rule('below', height - end)}`;
    if (this.#sheet.cssRules.length === 0 || this.#css !== css) this.#sheet.replaceSync((this.#css = css));
    const now = [...this.#body.children];
    const next = [this.#above, ...wanted, this.#below];
    if (now.length !== next.length || now.some((row, i) => row !== next[i])) {
      const focused = this.#body.contains(document.activeElement);
      this.#body.replaceChildren(...next);
      if (focused && !this.#typing) this.#cell()?.focus({ preventScroll: true });
    }
  }
  #css = '';

  #title(): void {
    const count = this.#columns + 1;
    while (this.#head.childElementCount > count) this.#head.lastElementChild?.remove();
    while (this.#head.childElementCount < count)
      this.#head.append(
        this.#head.childElementCount
          ? h('th', { scope: 'col' }, h('b', {}), h('span', {}), h('i', { className: 'more' }))
          : h('th', { className: 'corner' }, h('span', { className: 'unseen' }, say('row'))),
      );
    for (let column = 0; column < count - 1; column++) {
      this.#head.children[column + 1]?.classList.toggle('names', column === this.#notes.names);
      this.#head.children[column + 1]?.classList.toggle('at', column === this.#at.column);
      const [letter, role] = this.#head.children[column + 1]?.children ?? [];
      if (letter && letter.textContent !== letters(column)) letter.textContent = letters(column);
      const text = this.#notes.heads[column] ?? '';
      if (role && role.textContent !== text) role.textContent = text;
    }
  }

  /** Which cell an event is at; of the heads of rows and columns the first of these. */
  #of(target: EventTarget | null): Place | undefined {
    const cell = (target as Element | null)?.closest('td, th');
    if (!(cell instanceof HTMLTableCellElement)) return undefined;
    const place = this.#lines.find(cell);
    if (place) return place;
    const column = [...this.#head.children].indexOf(cell) - 1;
    return column >= 0 ? { row: 0, column } : undefined;
  }

  /** The row or column of whose head an event is. */
  #headOf(target: EventTarget | null): { axis: Axis; index: number; box: DOMRect } | undefined {
    const head = (target as Element | null)?.closest('th');
    const place = this.#of(head ?? null);
    if (!head || !place) return undefined;
    const axis = this.#head.contains(head) ? 'column' : 'row';
    return { axis, index: axis === 'row' ? place.row : place.column, box: head.getBoundingClientRect() };
  }

  /** Selects the row or column of a head, unless it is among those that are selected, and opens its menu. */
  #open({ axis, index, box }: { axis: Axis; index: number; box: DOMRect }): void {
    this.#end();
    const [first, last] = this.range(axis);
    if (this.#whole !== axis || index < first || index > last) this.select(axis, index, index);
    this.menu([axis], box);
  }

  /** Opens the menu of what is selected. */
  #ask(at: { left: number; top: number; bottom: number }): void {
    this.#end();
    this.menu(this.#whole ? [this.#whole] : ['row', 'column'], at);
  }

  #listen(): void {
    const table = this.#table;
    table.onkeydown = (event) => this.#key(event);
    table.oncontextmenu = (event) => {
      if (event.target === this.#input) return;
      const place = this.#of(event.target);
      if (!place) return;
      event.preventDefault();
      const head = this.#headOf(event.target);
      if (head) return this.#open(head);
      const [top, left, bottom, right] = this.#selected();
      const { row, column } = place;
      if (row < top || row > bottom || column < left || column > right) this.go(row, column);
      this.#ask({ left: event.clientX, top: event.clientY, bottom: event.clientY });
    };
    table.onpointerdown = (event) => {
      this.#anchor = undefined;
      if (event.target === this.#input || event.button) return;
      const place = this.#of(event.target);
      if (!place) return;
      const isSame = place.row === this.#at.row && place.column === this.#at.column;
      const isTouch = event.pointerType !== 'mouse';
      this.#again = isSame && isTouch && document.activeElement === this.#cell();
      if (isTouch) return;
      event.preventDefault();
      this.#end();
      this.#drags = true;
      const head = this.#headOf(event.target);
      if (!head) return this.go(place.row, place.column, event.shiftKey);
      const { axis, index } = head;
      this.#anchor = { axis, index: event.shiftKey ? this.#at[axis] : index };
      this.#reach(index);
    };
    table.onpointerover = (event) => {
      const place = this.#drags && event.buttons ? this.#of(event.target) : undefined;
      if (!place) return;
      if (this.#anchor) this.#reach(place[this.#anchor.axis]);
      else this.go(place.row, place.column, true);
    };
    document.addEventListener('pointerup', () => (this.#drags = false));
    // a finger: the first tap chooses a cell, the second one types into it
    table.onclick = (event) => {
      const { pointerType } = event as PointerEvent;
      const head = this.#headOf(event.target);
      if (head && (pointerType !== 'mouse' || (event.target as Element).matches('.more'))) return this.#open(head);
      if (event.target === this.#input || pointerType === 'mouse') return;
      const place = this.#of(event.target);
      if (!place) return;
      this.#end();
      this.go(place.row, place.column);
      if (this.#again) this.#type(true);
    };
    table.ondblclick = ({ target }) =>
      target !== this.#input && this.#of(target) && !this.#headOf(target) && this.#type(true);
    table.addEventListener('copy', (event) => this.#copy(event));
    table.addEventListener('cut', (event) => this.#copy(event) && this.#clear());
    table.addEventListener('paste', (event) => {
      if (this.#typing) return;
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain');
      if (!text) return;
      const [top, left, bottom, right] = this.#selected();
      let cells = block(text);
      const [[cell = ''] = []] = cells;
      // one cell fills all that are selected
      if (cells.length === 1 && cells[0]?.length === 1)
        cells = Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => cell));
      this.put(top, left, cells);
      this.go(top, left);
    });
    this.#input.onblur = () => this.#end();
  }

  /** Selects whole rows or columns from that at whose head it began to another. */
  #reach(index: number): void {
    if (!this.#anchor) return;
    const { axis, index: from } = this.#anchor;
    this.select(axis, Math.min(from, index), Math.max(from, index));
  }

  #copy(event: ClipboardEvent): boolean {
    if (this.#typing) return false;
    event.preventDefault();
    const [top, left, bottom, right] = this.#selected();
    const rows: string[][] = [];
    for (let row = top; row <= bottom; row++)
      rows.push(Array.from({ length: right - left + 1 }, (_, i) => this.#text(row, left + i)));
    event.clipboardData?.setData('text/plain', unblock(rows));
    return true;
  }

  #clear(): void {
    const [top, left, bottom, right] = this.#selected();
    const line = Array.from({ length: right - left + 1 }, () => '');
    this.put(
      top,
      left,
      Array.from({ length: bottom - top + 1 }, () => line),
    );
  }

  /** Begins to type: with what is there, or anew. */
  #type(goesOn: boolean): void {
    const cell = this.#cell();
    if (!cell || this.#typing) return;
    this.#from = this.#at;
    this.#draw();
    this.#typing = true;
    this.#input.value = goesOn ? this.#text(this.#at.row, this.#at.column) : '';
    cell.replaceChildren(this.#input);
    this.#input.focus();
    this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
  }

  /** Ends it; what was typed is kept, or not. */
  #end(keeps = true): void {
    if (!this.#typing) return;
    this.#typing = false;
    const { row, column } = this.#at;
    const { value } = this.#input;
    const had = document.activeElement === this.#input;
    this.#input.remove();
    const changed = keeps && value !== this.#text(row, column);
    this.#draw();
    if (had) this.#cell()?.focus({ preventScroll: true });
    if (changed) this.put(row, column, [[value]]);
  }

  #key(event: KeyboardEvent): void {
    const { key, shiftKey, altKey, isComposing } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (isComposing || altKey) return;
    const { row, column } = this.#at;
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      event.preventDefault();
      const box = this.#cell()?.getBoundingClientRect();
      if (box) this.#ask(box);
      return;
    }
    const step = (down: number, right: number, keeps = false) => {
      event.preventDefault();
      this.go(this.#at.row + down, this.#at.column + right, keeps);
    };
    const down = () => step(1, (this.#began ?? column) - column);
    if (this.#typing) {
      if (key === 'Escape') this.#end(false);
      else if (key === 'Enter') (this.#end(), shiftKey ? step(-1, 0) : down());
      else if (key === 'Tab') {
        const began = this.#began ?? column;
        this.#end();
        step(0, shiftKey ? -1 : 1);
        this.#began = began;
      } else if (key === 'ArrowUp') (this.#end(), step(-1, 0));
      else if (key === 'ArrowDown') (this.#end(), step(1, 0));
      return;
    }
    const page = Math.max(1, Math.floor(this.#box.clientHeight / high()) - 2);
    const last = Math.max(0, this.#rows.length - 1);
    const end = Math.max(0, cellsOf(this.#rows[row]).length - 1);
    const far = (down: number, right: number) =>
      down ? (down < 0 ? -row : last - row) : right < 0 ? -column : end - column;
    if (key === 'ArrowUp') step(ctrl ? far(-1, 0) : -1, 0, shiftKey);
    else if (key === 'ArrowDown') step(ctrl ? far(1, 0) : 1, 0, shiftKey);
    else if (key === 'ArrowLeft') step(0, ctrl ? far(0, -1) : -1, shiftKey);
    else if (key === 'ArrowRight') step(0, ctrl ? far(0, 1) : 1, shiftKey);
    else if (key === 'PageUp') step(-page, 0, shiftKey);
    else if (key === 'PageDown') step(page, 0, shiftKey);
    else if (key === 'Home') step(ctrl ? -row : 0, -column, shiftKey);
    else if (key === 'End') step(ctrl ? last - row : 0, far(0, 1), shiftKey);
    else if (key === 'Enter' && !ctrl && !shiftKey && this.#began !== undefined) down();
    else if (key === 'Enter' && !ctrl) (event.preventDefault(), this.#type(true));
    else if (key === 'F2') (event.preventDefault(), this.#type(true));
    else if (key === 'Delete' || key === 'Backspace') (event.preventDefault(), this.#clear());
    else if (key === ' ' && (shiftKey || ctrl)) {
      event.preventDefault();
      if (ctrl) this.select('column', ...this.range('column'));
      else this.select('row', ...this.range('row'));
    } else if (ctrl && key.toLowerCase() === 'a') {
      event.preventDefault();
      this.#from = { row: 0, column: 0 };
      this.go(last, Math.max(0, this.#width - 1), true);
    } else if (!ctrl && (key.length === 1 || key === 'Process')) this.#type(false);
  }
}
