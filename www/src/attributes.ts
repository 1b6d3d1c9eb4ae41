/**
 * The attributes of `<village-chart>`, and the words that each takes, where it takes words: `controls` takes several of
 * them. What they mean stands at the element's properties of the same names.
 */
export const ATTRIBUTES = {
  // the charts of src/chart/mod.rs: tests/charts.rs compares them
  type: [
    'revenue',
    'income',
    'clusters',
    'villages',
    'petitions',
    'ranking',
    'trend',
    'spread',
    'scatter',
    'groups',
    'makeup',
  ],
  src: [],
  indicator: [],
  x: [],
  y: [],
  order: [],
  shown: ['amounts', 'shares'],
  split: [],
  time: [],
  locale: [],
  theme: ['auto', 'light', 'dark'],
  unit: ['month', 'year'],
  sort: ['value', 'name'],
  group: [],
  only: [],
  places: [],
  also: [],
  controls: ['all', 'none', 'indicator', 'x', 'y', 'time', 'group', 'only', 'order', 'shown', 'sort', 'unit', 'tools'],
  link: ['on', 'off'],
} as const;

/** The parts that modules are made of, a bit each: a module has several of them. */
export const enum Part {
  /** The charts of an article. */
  Article = 1,
  /** The whole format. */
  Whole = 2,
  Ranking = 4,
  Trend = 8,
  Spread = 16,
  Scatter = 32,
  Groups = 64,
  Makeup = 128,
  All = 255,
}

/**
 * Which parts draw the types that are not of an article: tests/charts.rs compares them with src/chart/mod.rs.
 */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ['ranking', Part.Whole | Part.Ranking],
  ['trend', Part.Whole | Part.Trend],
  ['spread', Part.Whole | Part.Spread],
  ['scatter', Part.Whole | Part.Scatter],
  ['groups', Part.Whole | Part.Groups],
  ['makeup', Part.Whole | Part.Makeup],
]);

export type Attribute = keyof typeof ATTRIBUTES;

/** What an attribute is where it is left out; others are empty. */
export const DEFAULTS: Partial<Record<Attribute, string>> = {
  theme: 'auto',
  sort: 'value',
  group: 'none',
  controls: 'all',
  link: 'on',
};

/** One of the words that an attribute takes. */
export type Word<Name extends Attribute> = (typeof ATTRIBUTES)[Name][number];

/** Their names. */
export const NAMES = Object.keys(ATTRIBUTES) as Attribute[];

/** The words of an attribute. */
export const words = (name: Attribute): readonly string[] => ATTRIBUTES[name];

/** A time as data has it: a year, a month, a quarter, or two years. */
export const TIME = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|\/\d{2}|\/\d{4})?$/;
/** The same in words. */
export const TIMES = 'a time such as 2024, 2024-07, 2024-Q3 or 2023/24';

/** The first of these words that an attribute does not take; `undefined` where it takes them all, or any text. */
export function unknown(name: Attribute, given: string): string | undefined {
  const takes = words(name);
  if (name === 'time') return given && !TIME.test(given) ? given : undefined;
  return takes.length ? given.split(/\s+/).find((word) => word && !takes.includes(word)) : undefined;
}
