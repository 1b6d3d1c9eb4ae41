/**
 * What the Rust core hands out. It comes as lines of text and lists of numbers; the names are given here, in Rust's
 * order.
 */

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

/** The data has errors, or nothing for the type of chart. */
export class DataError extends Error {
  override readonly name = 'DataError';
  /** @param findings What the checks found: errors, warnings and notes. */
  constructor(readonly findings: Finding[]) {
    const errors = findings.filter((f) => f.severity === 'error');
    super(errors.map((f) => `${f.path}: found ${f.found}; expected ${f.expected}`).join('\n'));
  }
}

/** A chart's item: a village, a group of people, a number of things. Lengths are pixels of the picture. @internal */
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

/** A laid-out chart. Lengths are pixels of the picture. @internal */
export interface Picture {
  height: number;
  /** How much larger the overlay is on every side. */
  bleed: number;
  title: string;
  note: string;
  source: string;
  /** What the chart says, in a sentence or two. */
  summary: string;
  items: Item[];
  sort: 'value' | 'name' | '';
  per: 'month' | 'year' | '';
  page: number;
  pages: number;
  /** The marks have come from other places: paint them on their way. */
  glides: boolean;
}

/** Findings, each of five lines; no text of a file has a line end. @internal */
export function findings(text: string): Finding[] {
  const lines = text ? text.split('\n') : [];
  const made: Finding[] = [];
  // no Array.from: old libraries of a page have one of their own
  for (let i = 0; i < lines.length; i += 5) {
    const [severity = '', code = '', path = '', found = '', expected = ''] = lines.slice(i, i + 5);
    made.push({ severity: severity as Finding['severity'], code, path, found, expected });
  }
  return made;
}

/**
 * A picture of its texts, one on each line, and of its height, its overlay's bleed and the areas of its items.
 * @internal
 */
export function picture(text: string, [height = 0, bleed = 0, ...areas]: Float64Array): Picture {
  const [title = '', note = '', source = '', summary = '', sort, per, page, pages, glides, ...lines] = text.split('\n');
  const items: Item[] = [];
  while (lines.length) {
    const [id = '', name = '', subtitle = '', value = '', spoken = ''] = lines.splice(0, 5);
    const details = lines.splice(0, lines.indexOf('') + 1).slice(0, -1);
    const [x = 0, y = 0, width = 0, height = 0] = areas.splice(0, 4);
    items.push({ id, title: name, subtitle, value, spoken, details, x, y, width, height });
  }
  const made = {
    height,
    bleed,
    title,
    note,
    source,
    summary,
    items,
    sort,
    per,
    page: Number(page),
    pages: Number(pages),
    glides: !!glides,
  };
  return made as Picture;
}
