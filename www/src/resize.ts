/**
 * For a page with charts in iframes: each gets the height that its chart tells. Written into the attribute `height`,
 * which the strictest Content-Security-Policy allows.
 */
const HIGHEST = 20_000; // CSS pixels; a chart of 100 figures on a small phone has a third of it

// no other frame of the page can ask for room
const frames = () => document.querySelectorAll<HTMLIFrameElement>('iframe[src*="embed.html"]');

addEventListener('message', ({ source, data }) => {
  const height: unknown = data?.['village-chart-height'];
  if (!source || typeof height !== 'number' || !(height >= 1 && height <= HIGHEST)) return;
  for (const frame of frames()) {
    if (frame.contentWindow !== source) continue;
    // where a page counts borders as part of a height
    const borders = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.setAttribute('height', `${Math.ceil(height) + borders}`);
  }
});

// frames that were quicker than this script tell it again
for (const frame of frames()) frame.contentWindow?.postMessage('village-chart-height', '*');

export {};
