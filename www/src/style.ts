import { sheetOf } from './dom.js';
import { PROBE, PROPERTIES } from './roles.js';
import own from '../../target/css/awake.css';
import base from '../../target/css/base.css';

/** What a change of is seen: the colours, and the lengths that `.watch` in `awake.css` has the page's measures in. */
const watched = ['text-indent', 'word-spacing', 'letter-spacing', ...PROPERTIES];

/** One sheet for all charts of a page; what differs from chart to chart is in a sheet of its own. */
const css = `${base}${own}${PROBE}.watch{transition-property:${watched.join()}}`;

const shared = new WeakMap<Document, CSSStyleSheet>();

/** The sheets of one chart: the shared one, and its own for positions and colours. They belong to one document. */
export function sheets(document: Document): [CSSStyleSheet, CSSStyleSheet] {
  let sheet = shared.get(document);
  if (!sheet) {
    sheet = sheetOf(document);
    sheet.replaceSync(css);
    shared.set(document, sheet);
  }
  return [sheet, sheetOf(document)];
}
