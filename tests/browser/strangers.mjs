// What tests of strangers' pages share.
import { readFile } from 'node:fs/promises';
import { HANOI, open, pageStart, revenue } from './browser.mjs';

export const CHART = `<village-chart type="revenue" src="${HANOI}" locale="vi"></village-chart>`;
const made = new Map();

/** A chart before the script, in a page of its own without a policy. */
export async function still(t, { theme, rules = '', ...options } = {}) {
  if (!made.has(theme)) {
    const { renderToString } = await import(new URL('../../www/dist/village-charts-node.js', import.meta.url));
    const data = await readFile(new URL('../../www/data/hanoi-2024.json', import.meta.url), 'utf8');
    made.set(theme, await renderToString(data, { type: 'revenue', locale: 'vi', src: HANOI, ...(theme && { theme }) }));
  }
  const sheet = `<style>body { margin: 0; font: 16px "Noto Sans", sans-serif } ${rules}</style>`;
  return open(t, { html: `${pageStart(sheet)}<div>${made.get(theme)}</div>`, policy: '', ...options });
}

/**
 * How light the pixels of a screenshot are: the shares of dark, middle and light ones, and whether there are light and
 * dark texts.
 */
export const lightness = async (t, png) => {
  const other = await open(t, { html: '' });
  return other.evaluate(async (text) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const counts = { dark: 0, light: 0 };
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue] = data.slice(i, i + 3);
      if (Math.max(red, green, blue) < 70) counts.dark += 1;
      if (Math.min(red, green, blue) > 200) counts.light += 1;
    }
    return { dark: counts.dark / (data.length / 4), light: counts.light / (data.length / 4) };
  }, png.toString('base64'));
};

export const DATA = revenue(['La Phù', { more_than: 1300 }], ['Phùng Xá', 1200], ['Hữu Bằng', 1000]);

/** Rules for the page; a policy may forbid style sheets within it. */
export const style = (page, rules) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, rules);

/** The same before the script of the charts runs. */
export const styled = (rules) => `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(rules)});
  document.adoptedStyleSheets = [sheet];
}`;

export const chartPainted = (page) =>
  page.waitForFunction(() => document.querySelector('village-chart').shadowRoot?.querySelector('canvas').width > 300);
