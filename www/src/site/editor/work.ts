/** What a maker works on: one state, with the ones before it. */
import type { Mapping } from './import.js';
import type { Rows } from './cells.js';
import type { Orders } from './order.js';

/** The attributes of the chart by their names, and what else is chosen for it. */
export type Chosen = Readonly<Record<string, string>>;

export interface Work {
  /** The table, as its source says it. */
  readonly rows: Rows;
  /** What is set of it; the rest is guessed. */
  readonly set: Mapping;
  /** Cells that are not understood become figures without a number. */
  readonly force: boolean;
  /** The day that figures without a time speak of, and the address of their source. */
  readonly asOf: string;
  readonly url: string;
  /** The data file, where that is what is worked on, and not the table. */
  readonly json: string | null;
  /** The data file that the table was made of: what a table has no place for stays there. */
  readonly base: string;
  /** Where its rows and columns were in the table that the file made, where they are in another order now. */
  readonly order: Orders | null;
  readonly chosen: Chosen;
}

export const EMPTY: Work = {
  rows: [],
  set: {},
  force: false,
  asOf: '',
  url: '',
  json: null,
  base: '',
  order: null,
  chosen: {},
};

/** Is there nothing in it? */
export const isEmpty = ({ json, rows }: Work): boolean => (json === null ? !rows.some((row) => row) : !json.trim());

/** So many rows are kept in all states together, and one state at least. */
const MOST = 3_000_000;

export class History {
  #states: Work[] = [EMPTY];
  #at = 0;
  #kind = '';
  #since = 0;

  /** @param changed Is told of each new state: `false` where it was undone or redone. */
  constructor(readonly changed: (work: Work, isNew: boolean) => void) {}

  get work(): Work {
    return this.#states[this.#at] ?? EMPTY;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#states.length - 1;
  }

  /** Begins with a state: there is none before it. */
  begin(work: Work): void {
    this.#states = [work];
    this.#at = 0;
    this.#kind = '';
    this.changed(work, true);
  }

  /** @param kind Changes of one kind that follow one another at once are one: letters typed into a field. */
  change(part: Partial<Work>, kind = ''): void {
    const work = { ...this.work, ...part };
    const now = Date.now();
    const joins = kind && kind === this.#kind && now - this.#since < 1500 && this.canUndo && !this.canRedo;
    if (!joins) this.#at += 1;
    this.#states.splice(this.#at, Infinity, work);
    [this.#kind, this.#since] = [kind, now];
    let rows = this.#states.reduce((sum, { rows }) => sum + rows.length, 0);
    while (rows > MOST && this.#at > 0) {
      rows -= this.#states.shift()?.rows.length ?? 0;
      this.#at -= 1;
    }
    this.changed(work, true);
  }

  /** Changes the state without another one: what follows of it was not done by anyone. */
  amend(part: Partial<Work>): void {
    this.#states[this.#at] = { ...this.work, ...part };
    this.changed(this.work, true);
  }

  undo(): boolean {
    return this.canUndo && this.#go(-1);
  }

  redo(): boolean {
    return this.canRedo && this.#go(1);
  }

  #go(by: number): boolean {
    this.#at += by;
    this.#kind = '';
    this.changed(this.work, false);
    return true;
  }
}
