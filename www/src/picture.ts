/** What the Rust core hands out. It comes as lists of values; the names are given here, in Rust's order. */

/** One thing that the checks of a data file found. */
export interface Finding {
  /** How bad it is; only with an error nothing is drawn. */
  severity: 'note' | 'warning' | 'error';
  /** A stable name of the kind of finding, such as `range_upside_down`. */
  code: string;
  /** A JSON path, such as `$.villages[3].revenue`. */
  path: string;
  /** What stands there. */
  found: string;
  /** What would be right. */
  expected: string;
}

/** A chart's item: a village, a group of people, a number of things. Lengths are pixels of the picture. */
export interface Item {
  id: string;
  title: string;
  subtitle: string;
  value: string;
  details: string[];
  /** All of it in one line. */
  spoken: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A laid-out chart. Lengths are pixels of the picture. */
export interface Picture {
  height: number;
  title: string;
  note: string;
  source: string;
  /** What the chart says, in a sentence or two. */
  summary: string;
  locale: 'vi' | 'en';
  items: Item[];
  sort?: 'value' | 'name';
  per?: 'month' | 'year';
  page: number;
  pages: number;
  /** The marks have come from other places: paint them on their way. */
  glides: boolean;
  /** With the tools. Answers to what the reader asked: how many were found, how many are over the threshold. */
  answers?: string[];
  /** With the tools, where the list can be searched: the crafts and the districts that it can be narrowed down to. */
  find?: [crafts: string[], districts: string[]];
  /** With the tools, where a line can be drawn: where it is, a round amount to begin with, the slider's range and place. */
  threshold?: [at: number | undefined, suggested: number, most: number, step: number, start: number, length: number, y: number];
  /** With the tools: the subsets that can be shown cell by cell, as id and name. */
  cells?: [id: string, name: string][];
}

const FINDING = ['severity', 'code', 'path', 'found', 'expected'];
const ITEM = ['id', 'title', 'subtitle', 'value', 'details', 'spoken', 'x', 'y', 'width', 'height'];
const PICTURE = ['height', 'title', 'note', 'source', 'summary', 'locale', 'items', 'sort', 'per', 'page', 'pages', 'glides', 'answers', 'find', 'threshold', 'cells'];

const named = (names: string[], values: unknown[]): unknown => Object.fromEntries(names.map((name, i) => [name, values[i]]));

export const finding = (values: unknown[]): Finding => named(FINDING, values) as Finding;

export function picture(values: unknown[]): Picture {
  const made = named(PICTURE, values) as Picture;
  made.items = (made.items as unknown[] as unknown[][]).map((item) => named(ITEM, item) as Item);
  return made;
}
