/** For Node.js and builds: charts as HTML, without a browser. */
import { readFile } from 'node:fs/promises';
import init, { Chart } from '../../target/pkg-tools/village_charts_tools.js';
import { findings, type Finding } from './picture.js';
import { Host } from './tools-host.js';
import { flatten } from './value.js';

export type { Finding } from './picture.js';

/** How a chart is to be; the names and values are those of the element's attributes. */
export interface RenderOptions {
  /** Which chart. */
  type: 'revenue' | 'income' | 'clusters' | 'villages' | 'petitions';
  /** The address of the data file, as the page names it; without one the data is put into the HTML. */
  src?: string;
  /** The language; else the data's, else `vi`. */
  locale?: 'vi' | 'en';
  /** The colours; `auto`, the default, are the page's. */
  theme?: 'auto' | 'light' | 'dark';
  /** The period of `income`; else that of the data's first row. */
  unit?: 'month' | 'year';
  /** The order of `revenue`; `value` is the default. */
  sort?: 'value' | 'name';
  /** Which controls readers have once it is awake: `all` (the default), `none`, or some of `sort`, `unit` and `tools`. */
  controls?: string;
  /** The height of bars, as the page's `--village-chart-bar` says: a factor from 0.5 to 2. */
  bar?: number;
  /** The room between rows, as the page's `--village-chart-gap` says: a factor from 0.5 to 2. */
  gap?: number;
  /** Leave the style sheet out: the page has `village-charts.css`. */
  unstyled?: boolean;
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

let starting: Promise<unknown> | undefined;

/**
 * A chart as HTML: the element and in it a picture that is complete without a script, the same as that of the command
 * `village-charts embed`. Put it into a page as it is; it holds no text of the data that is not escaped.
 *
 * @param data An object in the format `village-charts/1`, or its JSON text.
 * @throws {@link DataError} where the data has errors or nothing for this type of chart; `TypeError` for another type;
 * `SyntaxError` for a text that is not JSON.
 * @example
 * const html = await renderToString(await readFile('hanoi.json', 'utf8'), { type: 'revenue', src: '/data/hanoi.json' });
 */
export async function renderToString(data: unknown, options: RenderOptions): Promise<string> {
  starting ??= readFile(new URL('village_charts_tools_bg.wasm', import.meta.url)).then((bytes) => init({ module_or_path: bytes }));
  await starting;
  const { type, src = '', locale = '', theme = 'auto', unit = '', sort = '', controls = '', bar = 1, gap = 1, unstyled = false } = options;
  const value: unknown = typeof data === 'string' ? JSON.parse(data.replace(/^\uFEFF/, '')) : data;
  const chart = new Chart(new Host(''));
  try {
    const found = findings(chart.read(...flatten(value)));
    if (found.some((f) => f.severity === 'error')) throw new DataError(found);
    if (!chart.choose(type, locale, unit, sort, 0)) {
      throw new TypeError(`type is ${JSON.stringify(type)}; expected revenue, income, clusters, villages or petitions`);
    }
    chart.size(bar, gap);
    return chart.fragment(JSON.stringify(value), src, theme, controls, unstyled);
  } catch (error) {
    throw typeof error === 'string' ? new DataError(findings(error)) : error;
  } finally {
    chart.free();
  }
}
