/** A chart as HTML that is complete without a script: what `renderToString` makes, and what the editor shows. */
import { MOST_LETTERS } from './foreign.js';
import { DataError } from './data-error.js';
import { engine } from './tools-engine.js';
import { known, ofData, Said, texts } from './texts.js';
import { Host } from './tools-host.js';
import { flatten, MOST } from './value.js';

/** The element's attributes, and the rest of `RenderOptions`; what is empty or left out has its default. */
export interface Options extends Partial<
  Record<
    | 'src'
    | 'locale'
    | 'theme'
    | 'indicator'
    | 'x'
    | 'y'
    | 'order'
    | 'shown'
    | 'split'
    | 'time'
    | 'group'
    | 'only'
    | 'places'
    | 'also'
    | 'unit'
    | 'sort'
    | 'controls'
    | 'link',
    string
  >
> {
  type: string;
  bar?: number;
  gap?: number;
  unstyled?: boolean;
  table?: string;
}

/**
 * The text of data and what stands in it, read once: what is drawn is what is embedded, though a getter or a proxy
 * answered otherwise the next time. Where JSON has no text for it, the checks tell of that.
 */
function once(data: unknown): [json: string, value: unknown] {
  if (typeof data === 'string') return [data, JSON.parse(data.replace(/^\uFEFF/, ''))];
  let count = 0;
  const plain = (_: string, value: unknown) => {
    const foreign =
      typeof value === 'number' ? !Number.isFinite(value) : /^(function|symbol|bigint)$/.test(typeof value);
    if (foreign || ++count > MOST) throw new TypeError('data: found what JSON has no text for');
    return value;
  };
  let json: string | undefined;
  try {
    json = JSON.stringify(data, plain);
  } catch (error) {
    const chart = engine.chart(new Host(undefined, ''));
    try {
      const found = chart.read(...flatten(data));
      throw found.some((f) => f.severity === 'error') ? new DataError(found) : error;
    } finally {
      chart.free();
    }
  }
  return [json ?? 'null', JSON.parse(json ?? 'null')];
}

/**
 * Makes it; the module has to be started. `data` is an object or JSON text, which goes into the HTML as it is where no
 * address is given. The language is the one that is asked for, else that of the data, else English.
 *
 * @throws {@link DataError} where the data has errors or nothing for this type of chart; `SyntaxError` for a text that
 * is not JSON.
 */
export async function fragment(data: unknown, options: Options): Promise<string> {
  const {
    type,
    src = '',
    locale = '',
    theme = '',
    indicator,
    x,
    y,
    order,
    shown,
    split,
    time = '',
    group = '',
    only,
    places,
    also,
    unit = '',
    sort = '',
    controls = '',
    link = '',
    bar = 1,
    gap = 1,
    unstyled = false,
    table = '',
  } = options;
  if (typeof data === 'string' && data.length > MOST_LETTERS) {
    throw new DataError([
      {
        severity: 'error',
        code: 'too_large',
        path: '$',
        found: `${data.length} letters`,
        expected: 'at most 100 million',
      },
    ]);
  }
  const [json, value] = once(data);
  const words = await texts(known(locale) ?? known(ofData(value)) ?? 'en', Said.Tools);
  // no one knows the page's font yet
  const chart = engine.chart(new Host(words, ''));
  try {
    const found = chart.read(...flatten(value));
    if (found.some((f) => f.severity === 'error')) throw new DataError(found);
    const sizes = { bar, gap };
    const view = {
      kind: type,
      locale: words.tag,
      indicator: indicator || null,
      x: x || null,
      y: y || null,
      order: order || null,
      shown: shown || null,
      split: split || null,
      time,
      group,
      only: only || null,
      places: places || null,
      also: also || null,
      unit,
      sort,
      width: 0,
      sizes,
    };
    chart.set(...flatten(view));
    const { html, finding } = chart.fragment(json, src, theme, controls, link, unstyled, table);
    if (finding) throw new DataError([finding]);
    return html;
  } finally {
    chart.free();
  }
}
