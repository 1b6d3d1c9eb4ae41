/**
 * For a page with charts in iframes: each gets the height that its chart tells. Set as a style of its own, which every
 * Content-Security-Policy allows, and marked important: themes give all iframes a height, a least or a greatest one.
 */
const HIGHEST = 20_000; // CSS pixels; a chart of 100 figures on a small phone has a third of it

const { origin: own } = new URL((document.currentScript as HTMLScriptElement | null)?.src || location.href);

/** No other frame of the page can ask for room: only `embed.html` of the server that this script is from. */
const frames = () =>
  [...document.querySelectorAll<HTMLIFrameElement>('iframe[src*="embed.html"]')].filter(
    // an address may be none: no URL is made of it
    ({ src }) => src.startsWith(`${own}/`) && /^[^?#]*\/embed\.html(?:[?#]|$)/.test(src),
  );

addEventListener('message', ({ source, origin, data }) => {
  const height: unknown = data?.['village-chart-height'];
  if (!source || typeof height !== 'number' || !(height >= 1 && height <= HIGHEST)) return;
  for (const frame of frames()) {
    // it may have gone elsewhere meanwhile; in a sandbox it has no origin
    if (frame.contentWindow !== source || (origin !== own && !(origin === 'null' && frame.hasAttribute('sandbox'))))
      continue;
    const page = getComputedStyle(frame);
    const edges = [page.paddingTop, page.paddingBottom, page.borderTopWidth, page.borderBottomWidth];
    // where a page counts them as part of a height
    const around = page.boxSizing === 'border-box' ? edges.reduce((sum, edge) => sum + parseFloat(edge), 0) : 0;
    for (const name of ['height', 'min-height', 'max-height']) {
      frame.style.setProperty(name, `${Math.ceil(height) + around}px`, 'important');
    }
  }
});

// frames that were quicker than this script tell it again
for (const frame of frames()) frame.contentWindow?.postMessage('village-chart-height', '*');

export {};
