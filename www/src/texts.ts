/**
 * The words and numbers that readers see: the messages of a language, as `scripts/texts.mjs` makes them of a file in
 * `texts/`, and numbers as `Intl` writes them.
 */
import { languages } from '../../target/texts/languages.js';
import type { Argument, Message } from '../../target/texts/messages.js';
import { among } from './tag.js';

/** A text, or its parts one after another. */
export type Pattern = string | Part[];

/**
 * A part of a message: a text; an argument; another message, and 0; or an argument that selects, what there is to
 * select from, and what is taken where nothing fits.
 */
export type Part =
  string | [Argument] | [Message, message: 0] | [Argument, variants: Record<string, Pattern>, other: string];

/** Patterns by their messages; 0 is heard as the one before it is read. */
export type Messages = Record<number, Pattern | 0>;

/** What is said of each argument: a text, or the digits of a number to select by. */
export type Arguments = Partial<Record<Argument, string>>;

/** The words of one language. */
export class Texts {
  readonly #messages: Messages;
  #plurals?: Intl.PluralRules;

  /**
   * @param tag The language.
   * @param messages Its own, and those of another language for what it lacks.
   */
  constructor(
    readonly tag: string,
    messages: Messages,
  ) {
    this.#messages = messages;
  }

  /** A message with its arguments. */
  say(message: Message, given: Arguments = {}): string {
    return this.#put(this.#messages[message] || this.#messages[message - 1] || '', given);
  }

  #put(pattern: Pattern, given: Arguments): string {
    if (typeof pattern === 'string') return pattern;
    let text = '';
    for (const part of pattern) {
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      const [of, variants, other = ''] = part;
      const value = given[of as Argument] ?? '';
      if (variants === undefined) text += value;
      else if (variants === 0) text += this.say(of as Message, given);
      else
        text += this.#put(own(variants, value) ?? this.#plural(value, variants) ?? own(variants, other) ?? '', given);
    }
    return text;
  }

  #plural(value: string, variants: Record<string, Pattern>): Pattern | undefined {
    if (!/^\d+(\.5)?$/.test(value)) return undefined;
    this.#plurals ??= new Intl.PluralRules(this.tag);
    return own(variants, this.#plurals.select(Number(value)));
  }
}

// Intl's objects are slow to make and fast to use.
const formats = new Map<string, Intl.NumberFormat>();

/** A number as a language writes it, with so many decimals; not `grouped`, without marks between thousands. */
export function written(x: number, least: number, most: number, locale: string, grouped: boolean): string {
  const key = `${locale} ${least} ${most} ${grouped}`;
  let format = formats.get(key);
  if (!format)
    formats.set(
      key,
      (format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
        ...(grouped ? {} : { useGrouping: false }),
      })),
    );
  return format.format(x);
}

/** What an object has of its own: not `constructor`, which all objects have. */
function own<T>(object: Record<string, T>, key: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}

/** What a page has added to languages, or replaced: see `VillageChart.translate`. */
const added = new Map<string, Messages>();
const loading = new Map<string, Promise<Texts>>();

/** Adds messages to a language, or replaces them; who asks for it from now on is given them. */
export function add(tag: string, messages: Messages): void {
  added.set(tag, { ...added.get(tag), ...messages });
  loading.clear();
}

/** The language of those that there are words in which a tag names; `undefined` where there are none. */
export function known(tag: string | null | undefined): string | undefined {
  return among([...added.keys(), ...Object.keys(languages[0])], tag);
}

/** The tag that data names its language by. Data may be anything. */
export function ofData(data: unknown): string | undefined {
  try {
    const { locale } = Object(data) as { locale?: unknown };
    return typeof locale === 'string' ? locale : undefined;
  } catch {
    return undefined; // told where it is read
  }
}

/** How much of a language is loaded: as much as the module of a chart can say. */
export const enum Said {
  /** What the article's charts say. */
  Base,
  /** What those with indicators say, too. */
  Indicators,
  /** What those of many places say, too. */
  Many,
  /** What the tools say, too. */
  Tools,
}

async function load(tag: string, said: Said): Promise<Texts> {
  // a language that a page brings may lack some
  const of = languages.slice(0, said + 1);
  const loaded = await Promise.all(of.map((all) => (own(all, tag) ?? all.en)?.()));
  const messages: (Pattern | 0)[] = [];
  for (const some of loaded) {
    if (some && some.build !== BUILD)
      throw new Error('texts/ is of another build than the script: copy both of one build');
    messages.push(...(some?.default ?? []));
  }
  return new Texts(tag, Object.assign(messages, added.get(tag)));
}

/** The words of a {@link known} language, loaded once for all charts of a page; what failed is tried again. */
export function texts(tag: string, said: Said): Promise<Texts> {
  const key = `${tag} ${said}`;
  let promise = loading.get(key);
  if (!promise) {
    promise = load(tag, said);
    loading.set(key, promise);
    promise.catch(() => loading.delete(key));
  }
  return promise;
}
