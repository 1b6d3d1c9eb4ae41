/** What crosses between Rust and the scripts: made from the records in Rust, see `tests/wire.rs`. */

/** The state of one chart, beside its data. @internal */
export interface View {
  /** Which chart. */
  kind:
    | 'revenue'
    | 'income'
    | 'clusters'
    | 'villages'
    | 'petitions'
    | 'ranking'
    | 'trend'
    | 'spread'
    | 'scatter'
    | 'groups'
    | 'makeup';
  /** The reader's language. */
  locale: string;
  /** The width to draw for, in CSS pixels. */
  width: number;
  /** How high bars are and how far apart. */
  sizes: Sizes;
  /** The period that income is shown in; without one it is that of the first row. */
  unit: 'month' | 'year' | null;
  /** The id of the indicator that a ranking is of; without one it is the first. */
  indicator: string | null;
  /** The id of the indicator that a scatter has across; without one it is the first that places have figures of. */
  x: string | null;
  /** That of the one that it has upwards; without one it is the next. */
  y: string | null;
  /** The id of the part by which the places of a make-up are in order; without one they are by the whole. */
  order: string | null;
  /** What the bars of a make-up are: `amounts`, which they are without one, or `shares` of the whole. */
  shown: string | null;
  /**
   * The id of the dimension by which groups are split: then they are of how many places are what in it, not of an
   * indicator.
   */
  split: string | null;
  /** The time that its figures are of; without one, or where it has none of it, it is the last. */
  time: string | null;
  /** The order of villages. */
  sort: 'value' | 'name';
  /**
   * By what places are grouped: `district`, `craft` or the id of a dimension; without one they are one list, and
   * groups those of the first that places have.
   */
  group: string | null;
  /** The name of the group that alone is shown, or stands out; without one all are shown. */
  only: string | null;
  /**
   * The places that a trend is of, that are named in a spread, a scatter or groups, and that lead a make-up, with
   * commas between their names or ids; without any a trend chooses some.
   */
  places: string | null;
  /**
   * What the rows of a ranking say beside their figures, with commas between: `district`, ids of dimensions and of
   * other indicators.
   */
  also: string | null;
  /** What the reader looks for in a list of villages. */
  filter: Filter;
  /** Which page of a long list, from 0. */
  page: number;
  /** The id of the item under the pointer or with the focus. */
  hover: string | null;
  /** The id of the item that the reader has selected. */
  selected: string | null;
  /** The reader's own line across a list of villages, in the unit of the data. */
  threshold: number | null;
  /** The id of the subset that is shown cell by cell. */
  cells: string | null;
}

/** The page's own measures, as factors of the chart's. @internal */
export interface Sizes {
  /** The height of a bar, from 0.5 to 2. */
  bar: number;
  /** The room between rows, from 0.5 to 2. */
  gap: number;
}

/** What a reader narrows a list of villages down to. What is empty lets all through. @internal */
export interface Filter {
  /** A part of a village's name, craft or district; case and marks do not matter. */
  query: string;
  /** A craft, as `Choices` lists it. */
  craft: string;
  /** A district, as `Choices` lists it. */
  district: string;
}

/** One thing that the checks of a data file found. */
export interface Finding {
  /** How bad it is; only with an error nothing is drawn. */
  severity: 'note' | 'warning' | 'error';
  /** A stable name of the kind of finding, such as `range_upside_down`. */
  code: string;
  /**
   * A JSON path, such as `$.villages[3].revenue`; the name of an attribute or option, such as `indicator`, where
   * that asks for what the data does not have.
   */
  path: string;
  /** What stands there. */
  found: string;
  /** What would be right. */
  expected: string;
}

/** A chart's item: a village, a group of people, a number of things. @internal */
export interface Item {
  /** Stable over sorting and paging, unique within the chart. */
  id: string;
  /** Whose figure it is. */
  title: string;
  /** What else it is: its craft, its places. May be empty. */
  subtitle: string;
  /** The qualified figure with unit and period. */
  value: string;
  /** What a tooltip adds to the figure. */
  details: string[];
  /** All of it in one line, for readers who listen. */
  spoken: string;
  /** Its left edge, in pixels of the picture. */
  x: number;
  /** Its upper edge. */
  y: number;
  /** To its right edge. */
  width: number;
  /** To its lower edge. */
  height: number;
}

/** A laid-out chart. @internal */
export interface Picture {
  /** In pixels of the picture. */
  height: number;
  /** How much larger the overlay is on every side. */
  bleed: number;
  /** Above the picture. */
  title: string;
  /** Under the title; may be empty. */
  note: string;
  /** Under the picture: sources and dates; may be empty. */
  source: string;
  /** What the chart says, in a sentence or two. */
  summary: string;
  /** In reading order. */
  items: Item[];
  /** Where the figures are in lines, each over several times: the first item of each line. */
  rows: number[];
  /** Lists to choose from, in the order in which they stand. */
  lists: Options[];
  /** The order of the list, where it can be changed. */
  sort: 'value' | 'name' | null;
  /** The period shown, where it can be changed. */
  unit: 'month' | 'year' | null;
  /** The page shown, from 0. */
  page: number;
  /** How many pages there are; a short list has one. */
  pages: number;
  /** All pages are one picture: they are of the list of its figures alone. */
  whole: boolean;
  /** The marks have come from other places: paint them on their way. */
  glides: boolean;
}

/** A list to choose from: one of several things that is shown, and what else could be. @internal */
export interface Options {
  /** The attribute that says which one it is; a reader's choice is written there. */
  attribute: string;
  /** What stands over the list. */
  caption: string;
  /** The id of the one that is shown. */
  chosen: string;
  /** The ids of all. */
  ids: string[];
  /** Their names in the reader's language. */
  names: string[];
}

/** What came of laying a chart out: a picture, or why there is none. @internal */
export interface Layout {
  /** Without data there is none. */
  picture: Picture | null;
  /** There is no data for this type of chart. */
  finding: Finding | null;
}

/** A chart as HTML, or why there is none. @internal */
export interface Fragment {
  /** Complete without a script. */
  html: string;
  /** There is no data for this type of chart. */
  finding: Finding | null;
}

/** Answers to what the reader asked of a chart, and what can be asked. @internal */
export interface Asked {
  /** How many were found, how many are over the threshold. */
  answers: string[];
  /** Where the list can be searched. */
  find: Choices | null;
  /** Where the places that are drawn can be chosen. */
  picked: Picked | null;
  /** Where a line can be drawn. */
  threshold: Threshold | null;
  /** The subsets that can be shown cell by cell. */
  cells: Named[];
}

/** What a list can be narrowed down to. A list of which all are alike is empty. @internal */
export interface Choices {
  /** The name of the search: "Find a village". */
  find: string;
  /** How many there are when nothing is asked, in a sentence. */
  all: string;
  /** What the villages make. */
  crafts: string[];
  /** What they lie in: "District". */
  district: string;
  /** Where they lie. */
  districts: string[];
}

/** The line that tells what is over an amount, and the slider that moves it. @internal */
export interface Threshold {
  /** Where the line is, as all amounts here in the unit that is written; nowhere where it is not shown. */
  at: number | null;
  /** How many of that unit one of the data's is, in which the view has the line. */
  factor: number;
  /** A round amount to begin with. */
  suggested: number;
  /** The least round amount of the axis. */
  least: number;
  /** The greatest amount of it. */
  most: number;
  /** A step of the slider. */
  step: number;
  /** Where `least` is, in CSS pixels. */
  start: number;
  /** From there to `most`, in CSS pixels. */
  length: number;
  /** The middle of the slider's row, in CSS pixels. */
  y: number;
}

/** What a reader can choose: a subset to show cell by cell, a place to draw. @internal */
export interface Named {
  /** Its item's id; of a place how the view names it. */
  id: string;
  /** Its name in the reader's language. */
  name: string;
}

/** Places of which a reader chooses several. @internal */
export interface Picked {
  /** Those that are chosen, in the order in which they were; else those that are drawn. */
  chosen: Named[];
  /** Those that the reader looks for, as many as are shown at once. */
  found: Named[];
}
