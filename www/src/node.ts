/** For Node.js and builds: charts as HTML, without a browser. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { TIME, TIMES, words, type Attribute, type Word } from './attributes.js';
import { fragment } from './fragment.js';
import { kind } from './foreign.js';
import { positions, read } from './json-places.js';
import { languages } from '../../target/texts/languages.js';
import { known } from './texts.js';
import { engine } from './tools-engine.js';

export { DataError } from './data-error.js';
export type { Finding } from './wire.js';

/** How a chart is to be; the names and values are those of the element's attributes. */
export interface RenderOptions {
  /** Which chart. */
  type: Word<'type'>;
  /** The address of the data file, as the page names it; without one the data is put into the HTML. */
  src?: string;
  /**
   * The language by its tag, such as `vi`, `en`, `fr`, `id`, `th` or `zh-Hans`, also as `vi-VN`; else the data's, else
   * English.
   */
  locale?: string;
  /** The colours; `auto`, the default, are the page's. */
  theme?: Word<'theme'>;
  /**
   * By what places are grouped: `district`, `craft`, the `id` of a dimension, or `none`, which is the default; in
   * `groups` it is the first that places have.
   */
  group?: string;
  /** The name of the group that alone is shown, and in `groups` and `scatter` stands out; else all are. */
  only?: string;
  /**
   * The places that `trend` is of, that are named in `spread`, `scatter` and `groups`, and that lead a `makeup`: names
   * or ids with commas between them; else a trend has all of a few, or those at both ends.
   */
  places?: string;
  /**
   * What the rows of `ranking` say of each place beside its figure, with commas between: `district`, `id`s of
   * dimensions and of other indicators.
   */
  also?: string;
  /** The period of `income`; else that of the data's first row. */
  unit?: Word<'unit'>;
  /**
   * The `id` of the indicator that `ranking`, `trend`, `spread` or `groups` is of; else the data's first. Of `makeup`
   * one with parts.
   */
  indicator?: string;
  /** The `id` of the indicator that `scatter` has across; else the first that places have figures of. */
  x?: string;
  /** The `id` of the one that it has upwards; else the next. */
  y?: string;
  /** The `id` of the part by which the places of `makeup` are in order; else they are by the whole. */
  order?: string;
  /** What the bars of `makeup` are: `amounts`, the default, or their `shares` of the whole. */
  shown?: Word<'shown'>;
  /** The `id` of the dimension by whose words `groups` are split, such as a status. */
  split?: string;
  /** The time that its figures are of, such as `2024`, `2024-07`, `2024-Q3` or `2023/24`; else the last. */
  time?: string;
  /** The order of `revenue`, `ranking`, `groups` and `makeup`; `value` is the default. */
  sort?: Word<'sort'>;
  /**
   * Which controls readers have once it is awake: `all` (the default), `none`, or some of `indicator`, `x`,
   * `y`, `time`, `group`, `only`, `order`, `shown`, `sort`, `unit` and `tools`, such as `'sort unit'`.
   */
  controls?: string;
  /**
   * `off`: the chart does not share what is pointed at, selected and kept, nor steps in time, with others of its data;
   * `on` is the default.
   */
  link?: Word<'link'>;
  /** The height of bars, as the page's `--village-chart-bar` says: a factor from 0.5 to 2. */
  bar?: number;
  /** The room between rows, as the page's `--village-chart-gap` says: a factor from 0.5 to 2. */
  gap?: number;
  /**
   * Which figures are in its table: those of `all` pages (the default), of the first `page` alone, or `none`. Those of
   * thousands of villages are most of the HTML's bytes.
   */
  table?: 'all' | 'page' | 'none';
  /** Leave the style sheet out: the page has `village-charts.css`. */
  unstyled?: boolean;
}

interface Rule {
  expected: string;
  allows(value: unknown): boolean;
}

const one = (list: readonly string[]): Rule => ({
  expected: `one of ${list.join(', ')}`,
  allows: (value) => list.includes(value as string),
});
const word = (name: Attribute) => one(words(name));
/** One of the first two words, or some of the others. */
const several = (name: Attribute): Rule => {
  const [all, none, ...others] = words(name);
  return {
    expected: `'${all}', '${none}', or some of '${others.join(' ')}'`,
    allows: (value) =>
      typeof value === 'string' &&
      (value === all || value === none || (/\S/.test(value) && value.split(/\s+/).every((w) => others.includes(w)))),
  };
};
const time: Rule = {
  expected: TIMES,
  allows: (value) => typeof value === 'string' && TIME.test(value),
};
const text: Rule = { expected: 'a text', allows: (value) => typeof value === 'string' };
const factor: Rule = {
  expected: 'a number from 0.5 to 2',
  allows: (value) => typeof value === 'number' && value >= 0.5 && value <= 2,
};

const RULES: Record<keyof RenderOptions, Rule> = {
  type: word('type'),
  src: text,
  locale: {
    expected: `the tag of a language: ${Object.keys(languages[0]).join(', ')}, also as vi-VN`,
    allows: (value) => typeof value === 'string' && !!known(value),
  },
  theme: word('theme'),
  indicator: text,
  x: text,
  y: text,
  order: text,
  shown: word('shown'),
  split: text,
  time,
  group: text,
  only: text,
  places: text,
  also: text,
  unit: word('unit'),
  sort: word('sort'),
  controls: several('controls'),
  link: word('link'),
  bar: factor,
  gap: factor,
  table: one(['all', 'page', 'none']),
  unstyled: { expected: 'true or false', allows: (value) => typeof value === 'boolean' },
};

/** What `readFile` gives without an encoding has no keys of the format, and would be told so one by one. */
function checkData(data: unknown): void {
  if (ArrayBuffer.isView(data))
    throw new TypeError("data: found bytes; expected an object or JSON text, such as readFile(path, 'utf8') gives");
}

/**
 * Options are written by hand, often without types: what would be left out or taken for something else is told, all at
 * once.
 */
function check(options: unknown): void {
  const shown = (value: unknown) => {
    if (value === undefined) return 'nothing';
    if (typeof value === 'string') return JSON.stringify(value);
    return typeof value === 'object' && value ? 'an object' : String(value);
  };
  if (typeof options !== 'object' || !options)
    throw new TypeError(`options: found ${shown(options)}; expected an object such as { type: 'revenue' }`);
  // a type there has to be; of the others undefined is the default
  const given = Object.entries({ type: undefined, ...options }).filter(
    ([name, value]) => name === 'type' || value !== undefined,
  );
  const wrong = given.flatMap(([name, value]) => {
    const rule = Object.hasOwn(RULES, name) && RULES[name as keyof RenderOptions];
    if (!rule) return [`options.${name}: found an unknown option; expected one of ${Object.keys(RULES).join(', ')}`];
    return rule.allows(value) ? [] : [`options.${name}: found ${shown(value)}; expected ${rule.expected}`];
  });
  if (wrong.length) throw new TypeError(wrong.join('\n'));
}

let starting: Promise<unknown> | undefined;

async function start(): Promise<void> {
  const file = new URL('village_charts_tools_bg.wasm', import.meta.url);
  try {
    engine.start(await WebAssembly.compile(await readFile(file)));
  } catch (error) {
    throw new Error(`${fileURLToPath(file)}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/**
 * A chart as HTML: the element and in it a picture that is complete without a script, the same as that of the command
 * `village-charts embed`. Put it into a page as it is; it holds no text of the data that is not escaped.
 *
 * @param data An object in the format `village-charts/1`, or its JSON text.
 * @throws {@link DataError} where the data has errors or nothing for this type of chart; `SyntaxError` with line and
 * column for a text that is not JSON; `TypeError` for bytes, and for options that are wrong, unknown or missing: all of
 * them, each with what was found and what would be right.
 * @example
 * const html = await renderToString(await readFile('hanoi.json', 'utf8'), { type: 'revenue', src: '/data/hanoi.json'
 * });
 */
export async function renderToString(data: unknown, options: RenderOptions): Promise<string> {
  check(options);
  checkData(data);
  starting ??= start().catch((error) => {
    starting = undefined;
    throw error;
  });
  await starting;
  try {
    return await fragment(data, options);
  } catch (error) {
    // the parser's own words have no place, or that of a single character in a long line
    const fault = error instanceof SyntaxError && read(String(data)).fault;
    if (!fault) throw error;
    const { line, column } = positions(String(data))(fault.at);
    const found = kind(String(data)) || fault.found;
    throw new SyntaxError(`line ${line}, column ${column}: found ${found}; expected ${fault.expected}`, {
      cause: error,
    });
  }
}
