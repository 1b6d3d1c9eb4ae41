// Fragments of charts, and pages with HTML that was made of them.
import { readFile } from 'node:fs/promises';
import { before } from 'node:test';
import { HANOI, open, pageStart, SCRIPT } from './browser.mjs';

export const root = new URL('../..', import.meta.url).pathname;
const www = new URL('../../www/', import.meta.url);

// names that Markdown would read something into, and blank lines
export const DATA = `{
  "format": "village-charts/1",

  "revenue": { "unit": "billion_vnd", "per": "year", "title": "Doanh thu *hai* làng" },

  "as_of": "2024", "sources": [{ "id": "s", "name": "Sở Công Thương" }],
  "villages": [
    { "name": "La Phù *một*", "revenue": { "exact": 1300, "source": "s" } },

    { "name": "Phùng_Xá_2", "craft": "a < b & c > d", "revenue": { "exact": 1200, "source": "s" } }
  ]
}`;
const LONG = JSON.stringify(
  {
    format: 'village-charts/1',
    revenue: { unit: 'billion_vnd', per: 'year' },
    villages: Array.from({ length: 45 }, (_, i) => ({ name: `Làng ${i + 1}`, revenue: 100 - i })),
  },
  null,
  2,
);

/** Fragments, each with its title, its villages and the source that it names. */
export const fragments = {};
before(async () => {
  const { renderToString } = await import(new URL('dist/village-charts-node.js', www).href);
  const hanoi = await readFile(new URL(HANOI, www), 'utf8');
  const own = { title: 'Doanh thu *hai* làng', rows: 2, source: 'Sở Công Thương' };
  fragments['with its data inside'] = { ...own, html: await renderToString(DATA, { type: 'revenue', locale: 'vi' }) };
  fragments['with its data inside, without its style sheet'] = {
    ...own,
    html: await renderToString(DATA, { type: 'revenue', locale: 'vi', unstyled: true }),
  };
  fragments['with an address'] = {
    title: 'Sáu làng nghề quanh mốc nghìn tỷ',
    rows: 7,
    source: 'Nguồn',
    html: await renderToString(hanoi, { type: 'revenue', src: HANOI }),
  };
  fragments['of a list with pages and no source'] = {
    title: 'Doanh thu làng nghề',
    rows: 45,
    html: await renderToString(LONG, { type: 'revenue', locale: 'vi', theme: 'dark' }),
  };
});

/** A page with this in it, whose policy allows style sheets within it. */
export function page(t, html, { script = false, css = false, head = '', ...options } = {}) {
  const sheet = css ? '<link rel="stylesheet" href="dist/village-charts.css">' : '';
  const whole = `${pageStart(`${sheet}${script ? SCRIPT : ''}${head}`)}<main>${html}</main>`;
  return open(t, { html: whole, policy: '', ...options });
}

/** What a reader of a page with a static picture has, texts without those of the script. */
export const seen = (page) =>
  page.evaluate(() => {
    const shown = (element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest('script, style, svg') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const words = [];
    while (texts.nextNode()) words.push(texts.currentNode.data.trim());
    const charts = [...document.querySelectorAll('village-chart')];
    return {
      words: words.filter(Boolean),
      pictures: [...document.querySelectorAll('svg')].filter(shown).length,
      rows: document.querySelectorAll('tbody tr').length,
      tables: document.querySelectorAll('table').length,
      charts: charts.length,
      // all of the static chart is inside of the element, which shows it or what takes its place
      inside: charts.map((chart) => chart.querySelectorAll('.village-chart svg').length),
      outside: [...document.querySelectorAll('.village-chart, svg, table, details')].filter(
        (e) => !e.closest('village-chart'),
      ).length,
      scripts: [...document.querySelectorAll('script[type="application/json"]')].map((script) => script.textContent),
    };
  });
