import own from './awake.css';
import base from './base.css';

/** One sheet for all charts of a page; what differs from chart to chart is in a sheet of its own. */
const css = base + own;

let shared: CSSStyleSheet | undefined;

/** The sheets of one chart: the shared one, and its own for positions and colours. */
export function sheets(): [CSSStyleSheet, CSSStyleSheet] {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return [shared, new CSSStyleSheet()];
}
