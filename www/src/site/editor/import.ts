/** Asks the worker that imports tables: one question at a time, which can be given up. */
import { flatten } from '../../value.js';
import type { Finding } from '../../wire.js';
import type { Lost } from './carry.js';
import { joined, split } from './cells.js';
import { say, told, type Given, type Line } from './words.js';
import type { Work } from './work.js';

export type Ask =
  | { what: 'cells'; file: Blob; set: string }
  | ({ what: 'table'; cells: string; set: string } & Pick<Work, 'force' | 'base' | 'order' | 'asOf' | 'url'>)
  | { what: 'card'; json: string; words: string; numbers: Float64Array; dark: boolean; locale: string };

export type Reply =
  | { doing: 'load' | 'open' | 'read' }
  | { bytes: Uint8Array<ArrayBuffer>; rest: string }
  /** Why there is no answer, and what is at fault: the file, the browser, the network, or something else. */
  | { fault: string; what: 'trap' | 'wasm' | 'load' | 'unreadable' | 'other' };

/** What is set of an import, as a mapping file has it. */
export interface Mapping {
  sheet?: string;
  place?: string;
  id?: string;
  district?: string;
  craft?: string;
  dimensions?: Record<string, string>;
  indicators?: [column: string, name: string][];
  indicator?: string;
  time?: string;
  times?: Record<string, string>;
  column_times?: Record<string, string>;
  unit?: Record<string, string>;
  kind?: Record<string, string>;
  decimal?: 'comma' | 'point';
  source?: string;
  title?: string;
  locale?: string;
  nouns?: [one: string, many: string];
  headings?: [first: number, last: number];
  sections?: string[];
  references?: string[];
}

/** What a column of figures measures. */
export interface Measured {
  id: string;
  name: string;
  kind: string;
  guessed: boolean;
  unit: Line;
  time: string | null;
}

export interface Column {
  role: string;
  name: string;
  of: Measured | null;
}

/** What is in a file. */
export interface Cells {
  rows: string[];
  mapping: Mapping;
  sheet: string;
  sheets: string[];
}

/** What a table was understood as. */
export interface Understood {
  /** The data file: where it is long only what it says before its places, and the bytes of what follows. */
  text: string;
  rest: Uint8Array<ArrayBuffer> | undefined;
  /** The cells that were understood, where those that came were of one column. */
  cut: string | null;
  understood: Line[];
  problems: [row: number, column: number, at: Given, found: Given, expected: Line][];
  count: number;
  mapping: Mapping;
  headings: [first: number, end: number];
  columns: Column[];
  figures: [row: number, column: number, json: string][];
  findings: Finding[];
  /** What of the data file that the table was made of can no longer belong to anything. */
  lost?: Lost[];
}

/** The file, or the table, is at fault: the message is a line that says what is wrong with it. */
export class Refused extends Error {}
/** Another question took its place, or it was given up. */
export class Cancelled extends Error {}

type Answer = Extract<Reply, { bytes: unknown }>;

/** So many bytes become a text at a time: more would hold the page up. */
const LONG = 1_000_000;

/** Lets the page have its turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

const ADDRESS = () => new URL('village-charts-import.js', import.meta.url);

export class Importer {
  #worker?: Worker;
  #asked?: { resolve: (answer: Answer) => void; reject: (error: Error) => void };

  /** @param doing Is told what is being done, and `''` when nothing is any more. */
  constructor(readonly doing: (what: string) => void) {}

  /**
   * The rows of a file, as `src/web/import.rs` writes them, what the file says of its columns and, of a workbook, which
   * sheet that is, and the names of all.
   */
  async cells(file: Blob, set: Mapping): Promise<Cells> {
    const { bytes, rest } = await this.#ask({ what: 'cells', file, set: JSON.stringify(set) });
    const rows = [''];
    const decoder = new TextDecoder();
    for (let from = 0; from < bytes.length; from += LONG) {
      const [first = '', ...more] = split(decoder.decode(bytes.subarray(from, from + LONG), { stream: true }));
      rows.push((rows.pop() ?? '') + first);
      for (const row of more) rows.push(row);
      if (from + LONG < bytes.length) await turn();
    }
    return { ...(JSON.parse(rest) as Omit<Cells, 'rows'>), rows };
  }

  /** Reads a table. */
  async table({ rows, set, force, base, order, asOf, url }: Work): Promise<Understood> {
    const [cells, mapping] = [joined(rows), JSON.stringify(set)];
    const { bytes, rest } = await this.#ask({ what: 'table', cells, set: mapping, force, base, order, asOf, url });
    const understood = JSON.parse(rest) as Understood;
    const whole = (part: Uint8Array) => new TextDecoder().decode(part);
    if (bytes.length <= LONG) return { ...understood, text: whole(bytes), rest: undefined };
    await turn();
    const [text = ''] = whole(bytes.subarray(0, LONG)).split(/(?="villages": )/);
    return { ...understood, text, rest: bytes.subarray(new TextEncoder().encode(text).length) };
  }

  /** A card as an SVG document. */
  async card(json: string, view: { locale: string }, dark: boolean): Promise<string> {
    const [words, numbers] = flatten(view);
    const { bytes } = await this.#ask({ what: 'card', json, words, numbers, dark, locale: view.locale });
    return new TextDecoder().decode(bytes);
  }

  /** Ends what is being done. */
  cancel(): void {
    if (!this.#asked) return;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#end()?.reject(new Cancelled());
  }

  #end() {
    const asked = this.#asked;
    this.#asked = undefined;
    this.doing('');
    return asked;
  }

  async #ask(ask: Ask): Promise<Answer> {
    this.cancel();
    const worker = (this.#worker ??= this.#begin());
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#asked = { resolve, reject };
      worker.postMessage(ask);
    });
    const { rest } = answer;
    if (rest.startsWith('{"error":')) throw new Refused(told((JSON.parse(rest) as { error: Line }).error));
    return answer;
  }

  #begin(): Worker {
    const worker = new Worker(ADDRESS(), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (worker !== this.#worker) return;
      if ('doing' in data) return this.doing(data.doing);
      if ('bytes' in data) return this.#end()?.resolve(data);
      this.#give(worker, new Refused(say(`fault-${data.what}`, { why: data.fault })));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#give(worker, new Refused(say('fault-load')));
    };
    return worker;
  }

  #give(worker: Worker, error: Error): void {
    worker.terminate();
    this.#worker = undefined;
    this.#end()?.reject(error);
  }
}
