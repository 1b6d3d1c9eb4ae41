// Writes www/index.html, www/en.html, www/province.html and the portal: the pages of www/src/site in which each
//   <village-chart type="…" src="…"></village-chart>
// that has its lines to itself becomes the fragment that `renderToString` makes for its attributes. Run after www/dist
// is made.
import { readFile, writeFile } from 'node:fs/promises';

const www = new URL('../www/', import.meta.url);
/** @type {typeof import('../www/src/node.js')} */
const { renderToString } = await import(new URL('dist/village-charts-node.js', www).href);

/**
 * The static chart for an element as the sources have it. @param {string} element @param {string} locale of the page
 */
async function fragment(element, locale) {
  const [, list] = /^<village-chart((?: [a-z]+="[^"&]*")+)><\/village-chart>$/.exec(element) ?? [];
  if (!list) throw new Error('expected one line: <village-chart name="value" …></village-chart>, with nothing inside');
  const attributes = Object.fromEntries(
    [...list.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  if (!attributes.src) throw new Error('the attribute src is missing');
  const data = await readFile(new URL(attributes.src, www), 'utf8');
  // what is no option, or no value of one, it refuses
  const options = /** @type {import('../www/src/node.js').RenderOptions} */ ({
    type: attributes.type,
    locale,
    ...attributes,
    unstyled: true,
  });
  return (await renderToString(data, options)).trimEnd();
}

for (const name of ['index.html', 'en.html', 'province.html', 'portal.html', 'portal-en.html']) {
  const source = await readFile(new URL(`src/site/${name}`, www), 'utf8');
  const [, locale = ''] = /<html lang="(\w+)">/.exec(source) ?? [];
  // attributes may be on several lines
  const joined = source.replace(/<village-chart\b[^>]*>(?=<\/village-chart>\n)/g, (tag) =>
    tag.replace(/\s*\n\s*/g, ' '),
  );
  const lines = joined.split('\n').map(async (line, i) => {
    if (!/<\/?village-chart\b/i.test(line)) return line;
    return fragment(line, locale).catch((error) => {
      console.error(`article: www/src/site/${name}:${i + 1}: ${error.message}\n  ${line}`);
      process.exit(1);
    });
  });
  await writeFile(new URL(name, www), (await Promise.all(lines)).join('\n'));
}
