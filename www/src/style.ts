import base from './base.css';

/** One sheet for all charts of a page; what differs from chart to chart is in a sheet of its own. */
const own = `
:host { display: block; }
:host([hidden]), [hidden] { display: none !important; }
button, select { cursor: pointer; }
.choice button[aria-pressed=true] { background: color-mix(in srgb, currentcolor 12%, transparent); box-shadow: inset 0 -3px var(--_solid); }
[part=pager] button, [part=pager] select { border: 1px solid var(--_muted); border-radius: 6px; }
[part=pager] option { color: CanvasText; background: Canvas; }
button:disabled { opacity: .4; cursor: default; }
:focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
.choice button:focus-visible { outline-offset: -3px; }
.stage { touch-action: pan-y pinch-zoom; user-select: none; -webkit-tap-highlight-color: transparent; }
canvas { position: absolute; top: 0; left: 0; letter-spacing: normal; word-spacing: normal; }
p { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
.stage button { position: absolute; min-height: 0; padding: 0; color: transparent; forced-color-adjust: none; overflow: hidden; pointer-events: none; border-radius: 0; font-size: 1px; }
.stage button:focus-visible { outline: none; }
.probe { forced-color-adjust: none; color: inherit; background-color: var(--_surface); border-color: var(--_muted) var(--_grid) var(--_solid) var(--_soft); outline-color: var(--_outline); fill: var(--_whole); text-decoration-color: var(--_whole-line); caret-color: var(--_focus); }
.watch { word-spacing: calc(1px * var(--village-chart-bar, 1)); letter-spacing: calc(1px * var(--village-chart-gap, 1)); transition: 1ms; transition-property: word-spacing, letter-spacing, color, background-color, border-color, outline-color, fill, text-decoration-color, caret-color; }
.hint { position: absolute; width: calc(1rem + 9ch); height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ul:has(:focus-visible) + .hint { top: 100%; left: 0; z-index: 1; width: 100%; height: auto; padding: 6px 0; clip-path: none; white-space: normal; font-size: .75em; color: var(--_muted); background: var(--_surface); }
.tip { position: fixed; inset: auto; margin: 0; box-sizing: border-box; max-width: min(320px, calc(100vw - 16px)); padding: 10px 12px; border: 0; border-radius: 6px;
  font-family: inherit; font-size: .875em; line-height: 1.4; color: inherit; background: currentcolor; pointer-events: none; overflow-wrap: anywhere; }
.tip:not([popover]) { z-index: 2147483647; }
.tip * { color: var(--_surface); }
.tip b { display: block; }
.tip strong { display: block; font-size: 1.15em; margin: 4px 0; }
.tip p { margin: 2px 0 0; font-size: .86em; }
@media (max-width: 399px) { :host(:not(.framed)) .tip { left: 0 !important; top: auto !important; bottom: 0; width: 100%; max-width: none; border-radius: 12px 12px 0 0; } :host(:not(.framed)) .tip.up { top: 0 !important; bottom: auto; border-radius: 0 0 12px 12px; } }
.message { direction: ltr; margin: 8px 0 0; padding: 10px 12px; border-inline-start: 4px solid #b3500f; font-size: 14px; line-height: 1.4; color: #1a1d21; background: #fdf3ec; overflow-wrap: anywhere; }
.message ul { margin-top: 6px; font-family: ui-monospace, monospace; font-size: 12px; }
@media print { canvas + canvas, [part=controls], [part=tools], [part=pager], .tip { display: none !important; } }
@media (forced-colors: active) { .choice button[aria-pressed=true] { background: Highlight; color: HighlightText; forced-color-adjust: none; } .tip { border: 1px solid; } .stage button:focus-visible { outline: 2px solid Highlight; } }
`;
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
