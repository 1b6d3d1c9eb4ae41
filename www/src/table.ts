/** The table of a chart's figures under it: what it is of can be chosen, and its headings put its rows in order. */
import { Argument, Message } from '../../target/texts/messages.js';
import { h } from './dom.js';
import type { Texts } from './texts.js';
import type { Chart } from './tools-engine.js';
import type { Picture } from './wire.js';

/** The tables that a reader may choose, by their words in Rust, and their names. */
const FORMS = {
  chart: Message['table-chart'],
  times: Message['table-times'],
  indicators: Message['table-indicators'],
};
type Form = keyof typeof FORMS;

/** What the table asks of the chart that it belongs to. */
export interface Asking {
  chart(): Chart | undefined;
  /** Says something to those who do not see it change. */
  say(text: string): void;
}

/** A control under its name. */
export function field(label: string, control: HTMLElement): HTMLLabelElement {
  // named by itself: a label beside it would be read once more
  const caption = h('span', {}, label);
  caption.setAttribute('aria-hidden', 'true');
  control.setAttribute('aria-label', label);
  return h('label', {}, caption, control);
}

type Sheet = NonNullable<ReturnType<Chart['table']>>;

/**
 * So many rows are shown until a reader asks for all: a browser takes seconds to lay out some thousand, which few read
 * to the end, and whoever puts them in another order sees the first ones of it.
 */
const MOST = 1500;

export class Table {
  readonly #asking: Asking;
  readonly #choice = h('select', {});
  readonly #row = h('div', { className: 'row', hidden: true });
  /** What scrolls sideways where there are more columns than room. */
  readonly #box = h('div', { className: 'table', tabIndex: 0 });
  readonly #more = h('button', { type: 'button', className: 'more', hidden: true });
  readonly #source = h('p', { className: 'origin', hidden: true });
  readonly element = h('div', { className: 'tables', hidden: true }, this.#row, this.#box, this.#more, this.#source);
  #texts?: Texts;
  #picture?: Picture;
  /** What the table was filled for, and from which data. */
  #filled = '';
  #data: unknown;
  #sheet?: Sheet;
  /** The heading that rows are in the order of; none where they are in that of the chart. */
  #sorted?: { heading: string; descending: boolean };
  /** The reader has asked for all rows. */
  #whole = false;

  constructor(asking: Asking) {
    this.#asking = asking;
    this.#box.setAttribute('role', 'group');
    this.#choice.onchange = () => {
      this.#whole = false;
      this.#fill();
    };
    this.#box.onclick = ({ target }) => {
      const button = (target as Element).closest('thead button');
      const heading = button?.closest('th');
      if (heading) this.#sort(heading);
    };
    this.#more.onclick = () => {
      this.#whole = true;
      this.#fill();
      // it is gone
      this.#box.focus({ preventScroll: true });
    };
  }

  /** Follows the chart, which was painted in these words; `asked` is what its reader asked of it. */
  show(picture: Picture, data: unknown, texts: Texts, asked: string): void {
    const named = texts !== this.#texts;
    [this.#texts, this.#picture] = [texts, picture];
    if (this.#offer() || named) this.#name(texts);
    // thousands of rows are not made again because a line has moved
    const { title, sort, unit, source, summary, lists } = picture;
    const chosen = lists.map((list) => list.chosen);
    const filled = JSON.stringify([texts.tag, title, sort, unit, source, summary, chosen, asked]);
    const same = filled === this.#filled && data === this.#data;
    [this.#filled, this.#data] = [filled, data];
    if (!this.element.hidden && !same) this.#fill();
  }

  /** Opens it, or closes it. */
  toggle(): void {
    this.element.hidden = !this.element.hidden;
    if (this.element.hidden) return;
    this.#fill();
    // on a phone it is out of sight, and for those who listen it is far from its button
    this.element.scrollIntoView({ block: 'nearest' });
    this.#box.focus({ preventScroll: true });
  }

  /** Offers the tables that there are; `true` where these are others than before. */
  #offer(): boolean {
    const { lists = [], rows = [] } = this.#picture ?? {};
    const overTime = rows.length > 0;
    const has = (attribute: string) => lists.some((list) => list.attribute === attribute);
    const there = { chart: true, times: has('time') || overTime, indicators: has('indicator') || has('x') };
    const forms = (['chart', 'times', 'indicators'] as const).filter((form) => there[form]);
    const before = [...this.#choice.options].map(({ value }) => value);
    if (forms.join() === before.join()) return false;
    const { value } = this.#choice;
    this.#choice.replaceChildren(...forms.map((form) => h('option', { value: form })));
    this.#choice.value = forms.includes(value as Form) ? value : overTime ? 'times' : 'chart';
    return true;
  }

  /** Puts names on what can be chosen. */
  #name(texts: Texts): void {
    for (const option of this.#choice.options) option.textContent = texts.say(FORMS[option.value as Form]);
    // moving a control takes the focus from it
    if (this.#choice.isConnected) this.#choice.setAttribute('aria-label', texts.say(Message['table-shows']));
    const caption = this.#choice.previousElementSibling;
    if (caption) caption.textContent = texts.say(Message['table-shows']);
    else this.#row.append(field(texts.say(Message['table-shows']), this.#choice));
    this.#row.hidden = this.#choice.options.length < 2;
  }

  #fill(): void {
    const [texts, chart] = [this.#texts, this.#asking.chart()];
    this.#sheet = chart?.table(this.#choice.value);
    if (!texts || !this.#sheet) return;
    const [title, head, rows, , source] = this.#sheet;
    const column = head.findIndex(([text, , sorts]) => sorts && text === this.#sorted?.heading);
    if (column < 0) this.#sorted = undefined;
    const caption = texts.say(Message['table-of'], { [Argument.title]: title });
    this.#put(
      h(
        'table',
        {},
        h('caption', {}, caption),
        h('thead', {}, h('tr', {}, ...head.map((heading, i) => headCell(heading, i === column && this.#sorted)))),
        h('tbody', {}, ...this.#lines(column)),
      ),
    );
    this.#box.setAttribute('aria-label', caption);
    const number = new Intl.NumberFormat(texts.tag).format(rows.length);
    this.#more.textContent = texts.say(Message['table-all'], { [Argument.number]: number });
    this.#more.hidden = this.#whole || rows.length <= MOST;
    // the line under the chart may say it already
    this.#source.hidden = !source || source === this.#picture?.source;
    this.#source.textContent = source;
  }

  /** The rows that are shown, in the order of a column; in that of the chart where there is no such column. */
  #lines(column: number): HTMLTableRowElement[] {
    const [, head, rows, heard] = this.#sheet ?? ['', [], [], []];
    const order = this.#sorted && this.#asking.chart()?.order(column, this.#sorted.descending);
    const lines: HTMLTableRowElement[] = [];
    for (let i = 0; i < rows.length && (this.#whole || i < MOST); i++) {
      const row = order?.[i] ?? i;
      const cells = (rows[row] ?? []).map((text, place) => cell(text, place, heard[row]?.[place], head[place]?.[0]));
      lines.push(h('tr', {}, ...cells));
    }
    return lines;
  }

  /** Shows a table; a reader may be in the middle of it: where only its words change, its cells stay. */
  #put(made: HTMLTableElement): void {
    const cells = (table: Element) => [...table.querySelectorAll<HTMLElement>('caption, th, td')];
    const [old, now] = [cells(this.#box), cells(made)];
    const rows = (table: Element) => table.querySelectorAll('tr').length;
    if (rows(this.#box) !== rows(made) || old.length !== now.length) return this.#box.replaceChildren(made);
    old.forEach((cell, i) => {
      const made = now[i];
      if (!made || cell.isEqualNode(made)) return;
      const [button, other] = [cell, made].map((cell) => cell.querySelector('button'));
      // what has the focus keeps it
      if (button && other) button.textContent = other.textContent;
      else cell.replaceChildren(...made.childNodes);
      follow(cell, made, ['data-heard', 'aria-sort', 'aria-label']);
    });
  }

  /** Puts the rows in the order of a column; in the opposite one where they are in it already. */
  #sort(heading: HTMLTableCellElement): void {
    const name = heading.textContent;
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    this.#sorted = { heading: name, descending };
    this.#box.querySelector('tbody')?.replaceChildren(...this.#lines(heading.cellIndex));
    for (const other of this.#box.querySelectorAll('thead [aria-sort]')) other.setAttribute('aria-sort', 'none');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const column = heading.getAttribute('aria-label') ?? name;
    this.#asking.say(
      this.#texts?.say(descending ? Message['sorted-down'] : Message['sorted-up'], { [Argument.column]: column }) ?? '',
    );
  }
}

/** What stands above a column; a button where rows can be put in order by it. */
function headCell(
  [text, heard, sorts]: [text: string, heard: string, sorts: boolean],
  sorted: { descending: boolean } | false | undefined,
): HTMLTableCellElement {
  const made = h('th', { scope: 'col' });
  if (!sorts) {
    made.append(h('span', {}, text));
    if (heard) sayOtherwise(made, heard, text);
    return made;
  }
  // whoever says what is pressed says what is read there; what is heard of each cell under it is the heading's name
  made.append(h('button', { type: 'button' }, text));
  if (heard) made.setAttribute('aria-label', heard);
  made.setAttribute('aria-sort', sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none');
  return made;
}

function cell(text: string, place: number, heard = '', column = ''): HTMLTableCellElement {
  const made = place ? h('td', {}, text) : h('th', { scope: 'row' }, text);
  if (heard) sayOtherwise(made, heard, column);
  return made;
}

/** Gives an element the attributes of another one, or takes them away. */
function follow(element: Element, other: Element, names: string[]): void {
  for (const name of names) {
    const value = other.getAttribute(name);
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** Lets a cell be heard in words where it has signs that voices misread; `column` names its column. */
function sayOtherwise(cell: HTMLElement, words: string, column: string): void {
  const written = h('span', {}, ...cell.childNodes);
  cell.append(written);
  if (cell.localName === 'td') {
    // the style sheet puts the words beside what is written: no one copies them
    written.setAttribute('aria-hidden', 'true');
    cell.setAttribute('data-heard', words);
    return;
  }
  // a row is named by its text, of which that is no part: as in a static table, see table.rs
  const attributes = { role: 'img', 'aria-label': words, 'aria-roledescription': column };
  for (const [name, value] of Object.entries(attributes)) written.setAttribute(name, value);
}
