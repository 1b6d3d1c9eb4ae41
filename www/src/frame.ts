/**
 * The page `embed.html`, made to stand in an iframe: one chart, as the address's query says, and messages that tell the
 * page around how high it is.
 */
import './village-charts.js';

const ATTRIBUTES = ['type', 'src', 'locale', 'theme', 'unit', 'sort', 'controls'];

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const english = /^en\b/i.test(query.get('locale') ?? '');
if (english) {
  root.setAttribute('lang', 'en');
  document.title = 'Chart';
}

/** The height that was told last. */
let told = 0;

/** Tells the page around the height, in each of the ways that such pages listen to. */
function send(): void {
  if (!told || parent === window) return;
  const say = (message: unknown) => parent.postMessage(message, '*');
  say({ 'village-chart-height': told });
  // Those who listen to this look for the iframe that sent it; the older ones among them, for one whose src has the id in it.
  say({ 'datawrapper-height': { [location.search]: told } });
  say({ sentinel: 'amp', type: 'embed-size', height: told });
  const child = query.get('childId'); // pym.js gives every frame one
  if (child) say(['pym', child, 'height', told].join('xPYMx'));
}

/** The height is that of what is shown, which no height of the frame changes: so telling it ends. */
function measure(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told || !height) return;
  told = height;
  send();
}
const size = new ResizeObserver(measure);

addEventListener('resize', () => {
  // less than a pixel is lost where a page is zoomed
  if (Math.abs(innerHeight - told) <= 1) root.classList.add('followed');
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
  console.error(`village-chart: ${blockedURI} is refused by the Content-Security-Policy, in embed.html or in its header: connect-src has to name the server of the data`);
});

/** Whether `src` names a file on a server: no script, no data of its own. */
function allowed(src: string): boolean {
  try {
    return /^https?:$/.test(new URL(src, document.baseURI).protocol);
  } catch {
    return false;
  }
}

const src = query.get('src');
if (src && allowed(src)) {
  const chart = document.createElement('village-chart');
  for (const name of ATTRIBUTES) {
    const value = query.get(name);
    if (value !== null) chart.setAttribute(name, value);
  }
  // waiting: before it is painted or has failed, it has no height of its own; framed: this window's edge is not that of a
  // phone, and may be out of sight
  chart.classList.add('waiting', 'framed');
  for (const type of ['village-chart-ready', 'village-chart-error']) {
    chart.addEventListener(type, () => {
      chart.classList.remove('waiting');
      size.observe(document.body);
    });
  }
  document.body.append(chart);
} else {
  const message = document.createElement('p');
  message.setAttribute('role', 'status');
  message.textContent = english
    ? 'The interactive chart cannot be drawn. The address of its data is missing or not allowed.'
    : 'Không vẽ được biểu đồ tương tác. Địa chỉ dữ liệu bị thiếu hoặc không được phép.';
  document.body.append(message);
  console.error(`village-chart: src in the frame's address is ${src ? `"${src}"` : 'nothing'}; expected the http or https address of a data file`);
  size.observe(document.body);
}
