import { Message, type Argument } from '../../target/texts/messages.js';
import { written, type Arguments, type Texts } from './texts.js';
import { unflatten } from './value.js';

/**
 * What the browser lends to the Rust core: the width of text and the ways of a language with numbers
 * and names. One of them serves all charts of one font.
 */
export class Host {
  // made when it is first needed: where no one measures there may be no document
  #context?: CanvasRenderingContext2D | null;
  readonly #widths = new Map<string, number>();

  /**
   * @param texts The words of the reader's language; without them messages are empty.
   * @param family The CSS list of font families that the chart is drawn in.
   * @param document The one that has them.
   */
  constructor(
    readonly texts: Texts | undefined,
    readonly family: string,
    readonly document = globalThis.document,
  ) {}

  /** The advance width of a line of text in CSS pixels; not a number where the browser does not measure it. */
  width(text: string, size: number, bold: boolean): number {
    try {
      return this.#measure(text, size, bold);
    } catch {
      return NaN;
    }
  }

  #measure(text: string, size: number, bold: boolean): number {
    const font = `${bold ? 'bold ' : ''}${size}px ${this.family}`;
    const key = font + text;
    let width = this.#widths.get(key);
    const context = (this.#context ??= precise(this.document.createElement('canvas').getContext('2d')));
    if (width === undefined && context) {
      context.font = font;
      width = context.measureText(text).width;
      // thousands of villages, each elided in several steps, are not worth their memory
      if (this.#widths.size > 2000) this.#widths.clear();
      this.#widths.set(key, width);
    }
    return width ?? NaN;
  }

  /** Has the browser load what the first text and the first number need, while the module is still on its way. */
  warm(): void {
    const { tag = 'en' } = this.texts ?? {};
    for (const bold of [false, true]) this.width(this.message(Message.keys, ''), 14, bold);
    this.number(0, 0, 0, tag, true);
  }

  /** What Rust hands out: one of the records of `wire.ts`, or a list of them. */
  value(words: string, numbers: Float64Array): unknown {
    return unflatten(words, numbers);
  }

  /** A message; `list` has of each argument its number as a letter from "0" on, its text, and a NUL. */
  message(message: Message, list: string): string {
    const given: Arguments = {};
    for (const argument of list.split('\0')) given[(argument.charCodeAt(0) - 48) as Argument] = argument.slice(1);
    return this.texts?.say(message, given) ?? '';
  }

  /** See {@link written}. */
  number(x: number, least: number, most: number, locale: string, grouped: boolean): string {
    return written(x, least, most, locale, grouped);
  }

  /**
   * How many letters stand before each word but the first, in writing that has no blanks; none where the browser knows
   * no words.
   */
  breaks(text: string, locale: string): Uint32Array {
    const places: number[] = [];
    if (!('Segmenter' in Intl)) return new Uint32Array();
    let letters = 0;
    for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
      if (isWordLike && letters) places.push(letters);
      letters += [...segment].length;
    }
    return Uint32Array.from(places);
  }

  /** The indices of names, one on each line, in the order of the language's lists. */
  sort(lines: string, locale: string): Uint32Array {
    const names = lines.split('\n');
    const { compare } = new Intl.Collator(locale);
    return Uint32Array.from(names.keys()).sort((a, b) => compare(names[a] ?? '', names[b] ?? '') || a - b);
  }

  /** What is the same for two spellings of one name. */
  fold(name: string): string {
    return name.normalize('NFC').toLowerCase();
  }
}

/** The host that was made last in a document, and how many fonts that had then. */
const last = new WeakMap<Document, { host?: Host; fonts?: number }>();

/** A host; charts of one font and one language share it, and what it has measured. */
export function hostOf(Made: typeof Host, texts: Texts, family: string, document: Document): Host {
  const { fonts } = document;
  let known = last.get(document);
  if (!known) {
    last.set(document, (known = {}));
    const all = known;
    // before any chart hears of it, which is given another one then
    fonts?.addEventListener('loadingdone', () => (all.host = undefined), true);
  }
  const { host } = known;
  // a page may add a font that is there already: no one is told of it
  const fits = host?.constructor === Made && host.texts === texts && host.family === family;
  if (host && fits && known.fonts === fonts?.size) return host;
  known.fonts = fonts?.size;
  return (known.host = new Made(texts, family, document));
}

/** Letters as far apart at any scale, as those of the static picture are. */
export function precise(context: CanvasRenderingContext2D | null): CanvasRenderingContext2D | null {
  if (context) context.textRendering = 'geometricPrecision';
  return context;
}
