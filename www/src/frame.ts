/**
 * The script of the page `embed.html`, made to stand in an iframe: one chart, as the address's query says, and messages
 * that tell the page around how high it is. No module: a sandbox without an origin is given none, and has to be told
 * why.
 */
import { NAMES } from './attributes.js';
import { frame } from '../../target/texts/frame.js';
import type * as Charts from './index.js';
import { among } from './tag.js';

/** Alone in its window, a chart has no others to be linked with. */
const ATTRIBUTES: readonly string[] = NAMES.filter((name) => name !== 'link');

/** What pym.js adds to the address of every frame. */
const OF_OTHERS = ['childId', 'initialWidth', 'parentTitle', 'parentUrl'];

/**
 * The height of a frame without a chart, in CSS pixels: three lines. It is the same for whatever is wrong, so that the
 * page around does not learn which files there are on a server that only its reader can reach.
 */
const FAILED = 88;

const query = new URLSearchParams(location.search);
const root = document.documentElement;

/** The language that there are words in which the address asks for, else one of the reader's browser, else English. */
function language(): string {
  for (const tag of [query.get('locale'), ...navigator.languages]) {
    const found = among(Object.keys(frame), tag);
    if (found) return found;
  }
  return 'en';
}

const tag = language();
const words = (id: string) => frame[tag]?.[`frame-${id}`] ?? '';
root.setAttribute('lang', tag);
document.title = words('title');

/** The height that was told last. */
let told = 0;

/** Tells the page around the height, in each of the ways that such pages listen to. */
function send(): void {
  if (!told || parent === window) return;
  const say = (message: unknown) => parent.postMessage(message, '*');
  say({ 'village-chart-height': told });
  // Those who listen to this look for the iframe that sent it; the older ones among them, for one whose src has the id
  // in it: they put it into a selector, where a quote or a backslash would be an error of theirs.
  const [id = ''] = /^[^'"\\]*/.exec(location.search) ?? [];
  say({ 'datawrapper-height': { [id]: told } });
  say({ sentinel: 'amp', type: 'embed-size', height: told });
  const child = query.get('childId') ?? ''; // pym.js gives every frame one
  // whatever else stands there could be a message of another kind: pym knows one that takes its page elsewhere
  if (/^[\w-]+$/.test(child)) say(['pym', child, 'height', told].join('xPYMx'));
}

function tell(height: number): void {
  if (height === told || !height) return;
  told = height;
  send();
}

/** The height is that of what is shown, which no height of the frame changes: so telling it ends. */
const size = new ResizeObserver(() => tell(Math.ceil(document.body.getBoundingClientRect().height)));

addEventListener('resize', () => {
  // less than a pixel is lost where a page is zoomed; of a failure there may be more to read than there is room for
  root.classList.toggle('followed', told !== FAILED && Math.abs(innerHeight - told) <= 1);
});
// a script that came to the page around after the height was told
addEventListener('message', ({ source, data }) => {
  if (source === parent && data === 'village-chart-height') send();
});

// to the chart, a request that the page's policy refuses looks like a server that does not answer
let refused = '';
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  // a policy in a header and the one in the page each tell
  if (effectiveDirective !== 'connect-src' || blockedURI === refused) return;
  refused = blockedURI;
  console.error(
    `village-chart: ${blockedURI} is refused by the Content-Security-Policy, in embed.html or in its header: ` +
      'connect-src has to name the server of the data',
  );
});

/** Whether `src` names a file on a server: no script, no data of its own. */
function allowed(src: string): boolean {
  try {
    return /^https?:$/.test(new URL(src, document.baseURI).protocol);
  } catch {
    return false;
  }
}

/** Says in the chart's place what is wrong. */
function message(text: string): void {
  const element = document.createElement('p');
  element.setAttribute('role', 'status');
  element.textContent = text;
  document.body.replaceChildren(element);
}

function fail(): void {
  size.disconnect();
  tell(FAILED);
}

/** Files did not come. Without an origin, the frame gets only those that its server hands to everyone. */
function lost(what: string): void {
  if (origin !== 'null' || !navigator.onLine) {
    if (what) message(what);
    return fail();
  }
  message(words('sandbox'));
  // whatever file did not come, and why
  size.observe(document.body);
}

async function draw(): Promise<void> {
  let charts: typeof Charts;
  try {
    charts = await import(String(new URL('dist/village-charts.js', document.baseURI)));
  } catch (error) {
    console.error(`village-chart: dist/village-charts.js: ${String(error)}`);
    return lost(words('no-script-file'));
  }
  // whoever knows the frame's address chooses the file: it is asked for as a stranger would, not as the reader
  charts.VillageChart.credentials = 'omit';
  const chart = document.createElement('village-chart');
  // the frame's own language is a guess, and says less than that of the data
  if (!query.has('locale')) chart.lang = '';
  for (const name of ATTRIBUTES) {
    const value = query.get(name);
    if (value !== null) chart.setAttribute(name, value);
  }
  // waiting: before it is painted or has failed, it has no height of its own; framed: this window's edge is not that of
  // a phone, and may be out of sight
  chart.classList.add('waiting', 'framed');
  chart.addEventListener('village-chart-ready', () => {
    chart.classList.remove('waiting');
    size.observe(document.body);
  });
  chart.addEventListener('village-chart-error', ({ detail: { reason, message } }) => {
    chart.classList.remove('waiting');
    // a server that answered has handed out what it has
    if (/network|wasm/.test(reason) && !/server answered/.test(message)) lost('');
    else fail();
  });
  document.body.append(chart);
}

const strange = [...new Set(query.keys())].filter((name) => ![...ATTRIBUTES, ...OF_OTHERS].includes(name));
if (strange.length)
  console.warn(
    `village-chart: the frame's address has ${strange.map((name) => `"${name}"`).join(', ')}; ` +
      `expected one of ${ATTRIBUTES.join(', ')}`,
  );

const src = query.get('src');
if (src && allowed(src)) void draw();
else {
  message(words('no-address'));
  const found = src ? `"${src}"` : 'nothing';
  console.error(
    `village-chart: src in the frame's address is ${found}; expected the http or https address of a data file`,
  );
  fail();
}
