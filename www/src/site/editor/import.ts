/** Asks the worker that imports tables: one question at a time, which can be given up. */
import { flatten } from '../../value.js';
import type { Finding } from '../../wire.js';

export type Ask =
  | { what: 'cells'; file: Blob; set: string }
  | { what: 'table'; cells: string; set: string; force: boolean }
  | { what: 'card'; json: string; words: string; numbers: Float64Array; dark: boolean; locale: string };

export type Reply =
  { doing: 'load' | 'open' | 'read' } | { text: string; rest: string } | { fault: string; trap: boolean };

/** What is set of an import, as a mapping file has it. */
export interface Mapping {
  place?: string;
  id?: string;
  district?: string;
  craft?: string;
  dimensions?: Record<string, string>;
  indicators?: [column: string, name: string][];
  indicator?: string;
  time?: string;
  times?: Record<string, string>;
  unit?: Record<string, string>;
  kind?: Record<string, string>;
  decimal?: 'comma' | 'point';
  source?: string;
  title?: string;
  locale?: string;
  nouns?: [one: string, many: string];
  headings?: [first: number, last: number];
}

/** What a column of figures measures. */
export interface Measured {
  id: string;
  name: string;
  kind: string;
  guessed: boolean;
  unit: string;
  time: string | null;
}

export interface Column {
  role: string;
  name: string;
  of: Measured | null;
}

/** What a table was understood as. */
export interface Understood {
  /** The data file. */
  text: string;
  understood: string[];
  problems: [row: number, column: number, at: string, found: string, expected: string][];
  count: number;
  mapping: Mapping;
  headings: [first: number, end: number];
  columns: Column[];
  figures: [row: number, column: number, json: string][];
  findings: Finding[];
}

/** The file, or the table, is at fault: the message is a line that says what is wrong with it. */
export class Refused extends Error {}
/** Another question took its place, or it was given up. */
export class Cancelled extends Error {}

const ADDRESS = () => new URL('village-charts-import.js', import.meta.url);

export class Importer {
  #worker?: Worker;
  #asked?: { resolve: (reply: { text: string; rest: string }) => void; reject: (error: Error) => void };

  /** @param doing Is told what is being done, and `''` when nothing is any more. */
  constructor(readonly doing: (what: string) => void) {}

  /** The cells of a file, as `src/web/import.rs` writes them, and what the file says of its columns. */
  async cells(file: Blob, set: Mapping): Promise<{ text: string; about: string; mapping: Mapping }> {
    const { text, rest } = await this.#ask({ what: 'cells', file, set: JSON.stringify(set) });
    return { ...(JSON.parse(rest) as { about: string; mapping: Mapping }), text };
  }

  async table(cells: string, set: Mapping, force: boolean): Promise<Understood> {
    const { text, rest } = await this.#ask({ what: 'table', cells, set: JSON.stringify(set), force });
    return { ...(JSON.parse(rest) as Understood), text };
  }

  /** A card as an SVG document. */
  async card(json: string, view: { locale: string }, dark: boolean): Promise<string> {
    const [words, numbers] = flatten(view);
    return (await this.#ask({ what: 'card', json, words, numbers, dark, locale: view.locale })).text;
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

  async #ask(ask: Ask): Promise<{ text: string; rest: string }> {
    this.cancel();
    const worker = (this.#worker ??= this.#begin());
    const { text, rest } = await new Promise<{ text: string; rest: string }>((resolve, reject) => {
      this.#asked = { resolve, reject };
      worker.postMessage(ask);
    });
    if (rest.startsWith('{"error":')) throw new Refused((JSON.parse(rest) as { error: string }).error);
    return { text, rest };
  }

  #begin(): Worker {
    const worker = new Worker(ADDRESS(), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (worker !== this.#worker) return;
      if ('doing' in data) return this.doing(data.doing);
      if ('text' in data) return this.#end()?.resolve(data);
      this.#give(worker, data.trap ? new Refused('trap') : new Error(data.fault));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#give(worker, new Error(event.message || 'the worker did not start'));
    };
    return worker;
  }

  #give(worker: Worker, error: Error): void {
    worker.terminate();
    this.#worker = undefined;
    this.#end()?.reject(error);
  }
}
