/**
 * Where the values of a JSON text stand. `JSON.parse` gives the values; this gives the lines, so that a finding at
 * `$.villages[3].revenue` leads to its place in the text.
 */

/**
 * A stretch of the text, as offsets: from a key (or a list's element) to the end of its value, or of its first line's
 * part.
 */
export interface Place {
  start: number;
  end: number;
}

/** Why a text is not JSON. */
export interface Fault {
  /** The offset where reading stopped. */
  at: number;
  found: string;
  expected: string;
}

/** What was read of a text. */
export interface Reading {
  /**
   * The place of each value by its JSON path; of a key given twice that of the last, which is what `JSON.parse` takes.
   */
  places: Map<string, Place>;
  /** The paths of keys that their object has already. */
  repeated: string[];
  fault?: Fault;
}

/** Deeper than any data; deeper texts would end the browser's stack. */
const DEEPEST = 100;

/** Reads a text as far as it is JSON. */
export function read(text: string): Reading {
  const reader = new Reader(text);
  const { places, repeated } = reader;
  try {
    reader.document();
    return { places, repeated };
  } catch (fault) {
    if (fault instanceof Stop) return { places, repeated, fault: fault.fault };
    throw fault;
  }
}

/** The place of a path, or of the nearest thing around it that the text has: a missing key has no place of its own. */
export function place({ places }: Reading, path: string): Place {
  for (let known = path; ;) {
    const found = places.get(known);
    if (found) return found;
    const shorter = known.replace(/(?:\.\w+|\[\d+\]|\['.*?'\])$/s, '');
    if (shorter === known) return { start: 0, end: 0 };
    known = shorter;
  }
}

/** What stands between two offsets, in one line of no more letters than are read at a glance. */
export function excerpt(text: string, { start, end }: Place): string {
  const MOST = 60;
  const line = text.slice(start, Math.min(end, start + 4 * MOST)).replace(/\s+/g, ' ');
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line.trim();
}

/** Tells line and column of offsets in a text, both from 1. */
export function positions(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [line, after] = [0, starts.length];
    while (line + 1 < after) {
      const middle = (line + after) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

class Stop extends Error {
  constructor(readonly fault: Fault) {
    super(fault.found);
  }
}

const BLANK = /[ \t\n\r]*/y;
const STRING = /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const VALUE = 'a value: a text in double quotes, a number, true, false, null, [ or {';

class Reader {
  readonly places = new Map<string, Place>();
  readonly repeated: string[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    if (this.#text.startsWith('\uFEFF')) this.#at = 1; // as the element takes it
    this.#value('$', undefined, 0);
    this.#take(BLANK);
    if (this.#at < this.#text.length) this.#stop('nothing after the end of the data');
  }

  /** Reads a value; `key` is where its key begins. */
  #value(path: string, key: number | undefined, depth: number): void {
    this.#take(BLANK);
    const start = this.#at;
    const place = { start: key ?? start, end: start + 1 };
    this.places.set(path, place);
    if (depth === DEEPEST) this.#stop(`at most ${DEEPEST} lists and objects in one another`);
    if (this.#skip('{')) this.#object(path, depth);
    else if (this.#skip('[')) this.#list(path, depth);
    else if (this.#string() !== undefined || this.#take(NUMBER) || this.#take(WORD)) place.end = this.#at;
    else this.#stop(VALUE);
  }

  #object(path: string, depth: number): void {
    const keys = new Set<string>();
    if (this.#skip('}')) return;
    do {
      this.#take(BLANK);
      const start = this.#at;
      const key = this.#string();
      if (key === undefined)
        return this.#stop(
          keys.size ? 'a key in double quotes (the last one has no comma after it)' : 'a key in double quotes, or }',
        );
      const inner = path + step(key);
      if (keys.has(key)) this.repeated.push(inner);
      keys.add(key);
      if (!this.#skip(':')) this.#stop(`a colon after "${key}"`);
      this.#value(inner, start, depth + 1);
    } while (this.#skip(','));
    if (!this.#skip('}')) this.#stop('a comma, or } at the end of the object');
  }

  #list(path: string, depth: number): void {
    if (this.#skip(']')) return;
    let index = 0;
    do this.#value(`${path}[${index++}]`, undefined, depth + 1);
    while (this.#skip(','));
    if (!this.#skip(']')) this.#stop('a comma, or ] at the end of the list');
  }

  /** A text without its quotes; `undefined` where none begins here. */
  #string(): string | undefined {
    const found = this.#take(STRING);
    if (found) return JSON.parse(found) as string;
    if (this.#text[this.#at] !== '"') return undefined;
    // where it goes wrong: at a line end, at a backslash or at the end
    const good = /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*/y;
    this.#take(good);
    return this.#stop(
      this.#text[this.#at] === '\\'
        ? 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000 after a backslash'
        : 'a closing " on the same line',
    );
  }

  /** Takes a sign after blanks. */
  #skip(sign: string): boolean {
    this.#take(BLANK);
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #stop(expected: string): never {
    const rest = this.#text.slice(this.#at);
    const [word = ''] = /^(?:[\p{L}\p{N}_.]{1,20}|[^])?/u.exec(rest) ?? [];
    const found = !rest ? 'the end of the text' : word === '\n' || word === '\r' ? 'the end of the line' : word;
    throw new Stop({ at: this.#at, found, expected });
  }
}

/** A key as a finding's path has it: see `Context::path` in `src/data/decode.rs`. */
function step(key: string): string {
  if (/^[A-Za-z0-9_]{1,39}$/.test(key)) return `.${key}`;
  const clean = key.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, '').replace(/\p{Cc}/gu, ' ');
  const letters = [...clean];
  return `['${letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : clean}']`;
}
