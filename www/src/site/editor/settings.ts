/**
 * What is set of a table: of all of it, and of the column that is focused. What is not set is guessed, and the fields
 * show the guess.
 */
import { at, letters, shown, type Rows } from './cells.js';
import { dayOf, written } from './day.js';
import type { Grid } from './grid.js';
import type { Mapping, Understood } from './import.js';
import { by, field, fill } from './page.js';
import { roleOf } from './table-of.js';
import { figure, say, unitOf } from './words.js';
import type { History, Work } from './work.js';

/** Roles that one column has. */
const SINGLE = ['place', 'district', 'craft', 'id'] as const;
/** Parts of a mapping that are a text. */
const TEXTS = ['title', 'source', 'time', 'decimal', 'locale'] as const;

/** The heading of a column, by which a mapping names it: that in the last row of headings, else its letters. */
export function headingOf(rows: Rows, understood: Understood | undefined, column: number): string {
  const [first, end] = understood?.headings ?? [0, 0];
  for (let row = end - 1; row >= first; row--) {
    const text = shown(at(rows, row, column)).trim();
    if (text) return text;
  }
  return letters(column);
}

/** A map of the mapping with a value for a name, or without. */
export function pair(map: Record<string, string> | undefined, name: string, value: string): Record<string, string> {
  const { [name]: _, ...rest } = map ?? {};
  return value.trim() ? { ...rest, [name]: value.trim() } : rest;
}

/** What is set of columns by their headings, once these are others; a column that is gone has none. */
export function renamed(set: Mapping, names: ReadonlyMap<string, string | undefined>): Mapping {
  const next = { ...set };
  const now = (name: string) => (names.has(name) ? names.get(name) : name);
  for (const role of SINGLE) {
    const name = now(set[role] ?? '');
    if (name) next[role] = name;
    else delete next[role];
  }
  for (const part of ['dimensions', 'times', 'column_times', 'unit', 'kind'] as const) {
    const pairs = Object.entries(set[part] ?? {}).flatMap(([name, value]) => {
      const to = now(name);
      return to === undefined ? [] : [[to, part === 'dimensions' && value === name ? to : value]];
    });
    if (set[part]) next[part] = Object.fromEntries(pairs) as Record<string, string>;
  }
  if (set.indicators)
    next.indicators = set.indicators.flatMap(([of, name]): [string, string][] => {
      const to = now(of);
      return to === undefined ? [] : [[to, now(name) ?? name]];
    });
  return next;
}

/** The mapping with another role of a column; `figures` are the headings of the columns that have figures. */
function withRole(before: Mapping, heading: string, role: string, figures: string[]): Mapping {
  const set = { ...before };
  for (const single of SINGLE) if (set[single] === heading) delete set[single];
  set.dimensions = Object.fromEntries(Object.entries(set.dimensions ?? {}).filter(([of]) => of !== heading));
  const others = (set.indicators ?? figures.map((of): [string, string] => [of, of])).filter(([of]) => of !== heading);
  if (role === 'figure') set.indicators = [...others, [heading, heading]];
  else if (role === 'left' || set.indicators) set.indicators = others;
  if (role === 'dimension') set.dimensions[heading] = heading;
  const single = SINGLE.find((single) => single === role);
  if (single) set[single] = heading;
  return set;
}

export class Settings {
  /** @param understood What the table was understood as, last. */
  constructor(
    readonly history: History,
    readonly grid: Grid,
    readonly understood: () => Understood | undefined,
  ) {
    this.#listen();
  }

  get #heading(): string {
    return headingOf(this.history.work.rows, this.understood(), this.grid.at.column);
  }

  /** The indicator of the focused column. */
  get #indicator(): string {
    return this.understood()?.columns[this.grid.at.column]?.of?.name ?? '';
  }

  #listen(): void {
    const { history } = this;
    for (const part of ['unit', 'kind'] as const) {
      const input = field(`column-${part}`);
      input.onchange = () => this.set({ [part]: pair(history.work.set[part], this.#indicator, input.value) });
    }
    field('column-time').onchange = () =>
      this.set({ column_times: pair(history.work.set.column_times, this.#heading, field('column-time').value) });
    field('column-role').onchange = () => {
      const { rows, set } = history.work;
      const understood = this.understood();
      const figures = (understood?.columns ?? []).flatMap((of, column) =>
        of.role === 'figure' ? [headingOf(rows, understood, column)] : [],
      );
      history.change({ set: withRole(set, this.#heading, field('column-role').value, figures) });
    };
    for (const part of TEXTS)
      field(`set-${part}`).oninput = () => this.set({ [part]: field(`set-${part}`).value }, part);
    field('set-url').oninput = () => history.change({ url: field('set-url').value }, 'url');
    const asOf = field('set-as-of');
    // what is no day does not reach the data
    asOf.oninput = () => {
      const day = dayOf(asOf.value);
      if (day !== undefined) this.#doubt(false);
      if ((day ?? '') !== history.work.asOf) history.change({ asOf: day ?? '' }, 'as-of');
    };
    asOf.onchange = () => {
      const day = dayOf(asOf.value);
      this.#doubt(day === undefined);
      if (day) asOf.value = written(day);
    };
    field('set-one').oninput = field('set-many').oninput = () => {
      const [one, many] = [field('set-one').value, field('set-many').value];
      const { nouns: _, ...set } = history.work.set;
      history.change({ set: one || many ? { ...set, nouns: [one || many, many || one] } : set }, 'nouns');
    };
    field('force').onchange = () => history.change({ force: field('force').checked });
  }

  /** Says at the field of the day that it has none, or takes that back. */
  #doubt(isNone: boolean): void {
    by('as-of-fault').hidden = !isNone;
    if (isNone) field('set-as-of').setAttribute('aria-invalid', 'true');
    else field('set-as-of').removeAttribute('aria-invalid');
  }

  /** Other work begins: what was no day was that of the work before. */
  begin(): void {
    field('set-as-of').value = '';
    this.#doubt(false);
  }

  /**
   * Sets a part of the mapping; what is empty is found out.
   *
   * @param kind As `History.change` has it.
   */
  set(part: Partial<Mapping>, kind = ''): void {
    const set = { ...this.history.work.set, ...part };
    for (const [name, value] of Object.entries(set)) if (value === '') delete set[name as keyof Mapping];
    this.history.change({ set }, kind);
  }

  /** Shows what is set of the table. */
  show({ set, url, asOf, force }: Work): void {
    field('force').checked = force;
    for (const part of TEXTS) fill(`set-${part}`, set[part]);
    fill('set-url', url);
    if ((dayOf(field('set-as-of').value) ?? '') !== asOf) {
      fill('set-as-of', written(asOf));
      this.#doubt(dayOf(field('set-as-of').value) === undefined);
    }
    fill('set-one', set.nouns?.[0]);
    fill('set-many', set.nouns?.[1]);
  }

  /** Says which cell is focused, and how it is understood; the form of its column follows. */
  focus(): void {
    const { row, column } = this.grid.at;
    const understood = this.understood();
    const of = understood?.columns[column];
    const unit = of?.of ? unitOf(of.of.unit) : '';
    this.#cell(row, column, understood, unit);

    const { set } = this.history.work;
    const heading = this.#heading;
    const box = by<HTMLFieldSetElement>('column');
    box.disabled = !of;
    by('column-title').textContent = say('column-of', { letters: letters(column), name: heading });
    for (const part of box.querySelectorAll<HTMLElement>('.of-figures')) part.hidden = of?.role !== 'figure';
    const name = of?.of?.name ?? '';
    fill('column-role', roleOf(set, heading));
    fill('column-unit', set.unit?.[name] ?? unit);
    fill('column-kind', set.kind?.[name]);
    fill('column-time', set.column_times?.[heading] ?? of?.of?.time ?? '');
  }

  #cell(row: number, column: number, understood: Understood | undefined, unit: string): void {
    const name = `${letters(column)}${row + 1}`;
    const text = shown(at(this.history.work.rows, row, column));
    // of a column that is in doubt one cell is told, and each is marked
    const wrong = this.grid.wrong(row, column);
    const json = understood?.figures.find(([r, c]) => r === row && c === column)?.[2];
    const said = wrong
      ? say('said-wrong', { at: name, why: wrong })
      : json
        ? say('said-cell', { at: name, text, meant: figure(json) + (unit && ` (${unit})`) })
        : say(text ? 'said-text' : 'said-empty', { at: name, text });
    const line = by('said');
    line.classList.toggle('wrong', !!wrong);
    if (line.textContent !== said) line.textContent = said;
  }
}
