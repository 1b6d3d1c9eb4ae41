/** The code that a page needs for a chart, as text. */

/** The attributes of a chart; an empty one is left out. */
export interface Options {
  type: string;
  locale: string;
  theme: string;
  unit: string;
  indicator: string;
  x: string;
  y: string;
  order: string;
  shown: string;
  split: string;
  time: string;
  group: string;
  only: string;
  places: string;
  also: string;
  sort: string;
  controls: string;
  link: string;
}

/** A text as the value of an attribute. */
const quoted = (text: string) => `"${text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;

/** A text as JavaScript has it. */
const literal = (text: string) => `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;

const attributes = (options: object) =>
  Object.entries(options)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}=${quoted(String(value))}`)
    .join('');

/**
 * The element with its data inside.
 *
 * @param dist The address of the folder with `village-charts.js`, with a slash at its end.
 * @param json The data's text, which is JSON: there `<` stands in texts only, and no `</script>` of theirs may end the
 * script.
 */
export function element(dist: string, options: Options, json: string): string {
  return [
    `<script type="module" src=${quoted(`${dist}village-charts.js`)}></script>`,
    `<village-chart${attributes(options)}>`,
    '<script type="application/json">',
    json
      .replace(/^\uFEFF/, '')
      .trim()
      .replace(/</g, '\\u003c'),
    '</script>',
    '</village-chart>',
  ].join('\n');
}

/** The element with the address of its data. */
export function elementOf(dist: string, options: Options, src: string): string {
  const script = `<script type="module" src=${quoted(`${dist}village-charts.js`)}></script>`;
  return `${script}\n<village-chart${attributes({ ...options, src })}></village-chart>`;
}

/**
 * The element with a static picture inside, which is complete before a script runs and without one.
 *
 * @param html What `village-charts embed` gives.
 * @param unstyled It has no style sheet: the page loads it.
 */
export function fragment(dist: string, html: string, unstyled: boolean): string {
  const styles = unstyled ? [`<link rel="stylesheet" href=${quoted(`${dist}village-charts.css`)}>`] : [];
  return [...styles, `<script type="module" src=${quoted(`${dist}village-charts.js`)}></script>`, html.trim()].join(
    '\n',
  );
}

/**
 * The frame for pages that take no scripts.
 *
 * @param site The address of the folder of `embed.html`.
 * @param src The data file's address.
 */
export function frame(site: string, options: Options, src: string, title: string): string {
  const query = new URLSearchParams({ src });
  // in a frame a chart is alone: there is nothing to link
  for (const [name, value] of Object.entries({ ...options, link: '' })) if (value) query.set(name, String(value));
  const address = `${site}embed.html?${query}`;
  const more = 'width="100%" height="560" frameborder="0" loading="lazy" allow="clipboard-write"';
  const iframe = `<iframe title=${quoted(title)} src=${quoted(address)} ${more}></iframe>`;
  // without it the frame keeps its height, unless the page listens itself
  return `${iframe}\n<script type="module" src=${quoted(`${site}dist/village-charts-frames.js`)}></script>`;
}

/** The lines for a page that is built with a bundler. */
export function module(options: Options, src: string): string {
  const set = Object.entries(options).filter(([, value]) => value);
  return [
    "import 'village-charts';",
    '',
    "const chart = document.createElement('village-chart');",
    ...set.map(([name, value]) => `chart.${name} = ${literal(value)};`),
    `chart.data = await (await fetch(${literal(src)})).json();`,
    'document.body.append(chart);',
  ].join('\n');
}
