/** The playground: data in, findings and a chart beside it, code for a page out. */
import type { ErrorDetail, VillageChart } from '../element.js';
import { Part, PARTS, words } from '../attributes.js';
import { h } from '../dom.js';
import type { Finding } from '../wire.js';
import { loadTools } from '../load.js';
import { code, speaker } from './code.js';
import { kind } from '../foreign.js';
import { element, fragment, frame, module, type Options } from './embeds.js';
import { place, positions, read, type Reading } from '../json-places.js';

const ARTICLE = 'data/hanoi-2024.json';
const PROVINCE = 'data/mau.json';
/** How long typing rests before the data is read, in milliseconds. */
const REST = 200;
/** Larger files would make typing slow. */
const LARGEST = 5_000_000;
/** Where a data file keeps what a type of chart shows. */
const SECTIONS: Record<string, string> = { villages: 'village_counts' };

const by = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const input = by<HTMLTextAreaElement>('text');
const numbers = by('numbers');
const list = by('findings');
const verdict = by('verdict');
const say = speaker(by('status'));
const form = by<HTMLFormElement>('options');
const source = by<HTMLInputElement>('source');
const styled = by<HTMLInputElement>('styled');
const preview = by('preview');
const stale = by('stale');
const chart = by('chart') as VillageChart;

(form.elements.namedItem('type') as HTMLSelectElement).append(...words('type').map((type) => h('option', {}, type)));

/** What the text holds, read last. */
let reading: Reading = read('');
/** What the checks found in it. */
let found: Finding[] = [];
/** What the chart itself could not do with it. */
let refused: Finding[] = [];
/** The last data without errors: that of chart and code. */
let good: { text: string; value: unknown } | undefined;
let typing = 0;
let turn = 0;
let writing = 0;

/** Reads the text, and shows what was found and, where there are no errors, the chart. */
async function review(): Promise<void> {
  const mine = ++turn;
  clearTimeout(typing);
  const text = input.value;
  reading = read(text);
  let value: unknown;
  if (reading.fault) {
    const { found: what, expected } = reading.fault;
    found = [{ severity: 'error', code: 'not_json', path: '$', found: kind(text) || what, expected }];
  } else {
    try {
      value = JSON.parse(text.replace(/^\uFEFF/, ''));
      found = await (await loadTools()).check(value);
    } catch (error) {
      found = [];
      say(`The checks could not be loaded: ${String(error)}`);
    }
    if (mine !== turn) return;
    // which a browser's parser does not tell, and the command refuses
    found.push(
      ...reading.repeated.map((path): Finding => ({
        severity: 'error',
        code: 'duplicate_key',
        path,
        found: 'the same key twice',
        expected: 'one of them',
      })),
    );
  }
  if (!found.some((f) => f.severity === 'error')) good = { text, value };
  draw();
}

/** Gives options and data to the chart and to the code. */
function draw(): void {
  offer();
  const options = chosen();
  refused = [];
  for (const [name, value] of Object.entries(options)) {
    if (chart.getAttribute(name) === (value || null)) continue;
    if (value) chart.setAttribute(name, value);
    else chart.removeAttribute(name);
  }
  // set again: the chart says again what it has nothing for
  if (good) chart.data = good.value;
  preview.dataset.width = String(new FormData(form).get('width'));
  show();
}

function show(): void {
  const faultAt = reading.fault?.at;
  const position = positions(input.value);
  // what was found by whom ever, in the order of the text
  const all = [...found, ...refused]
    .map((f) => ({ ...f, at: place(reading, f.path) }))
    .sort((a, b) => a.at.start - b.at.start);
  list.replaceChildren(
    ...all.map((f) => {
      const { start, end } =
        faultAt === undefined ? f.at : { start: faultAt, end: Math.min(faultAt + 1, input.value.length) };
      const { line, column } = position(start);
      const button = h('button', { type: 'button' }, `Line ${line}, column ${column}`);
      button.onclick = () => go(start, end, line);
      const where = faultAt === undefined ? [h('code', {}, f.path), ': '] : [];
      return h(
        'li',
        { className: f.severity },
        h('b', {}, f.severity),
        ' ',
        button,
        ' ',
        ...where,
        `found ${f.found}; expected ${f.expected}`,
      );
    }),
  );
  const count = (severity: Finding['severity']) => all.filter((f) => f.severity === severity).length;
  const counts = (['error', 'warning', 'note'] as const).map((severity) => [count(severity), severity] as const);
  const words = counts.filter(([n]) => n).map(([n, severity]) => `${n} ${severity}${n === 1 ? '' : 's'}`);
  const said = !input.value.trim()
    ? 'There is no data yet.'
    : words.length
      ? `Findings: ${words.join(', ')}.`
      : 'Nothing was found: the data is in order.';
  if (verdict.textContent !== said) verdict.textContent = said;
  stale.hidden = !good || !found.some((f) => f.severity === 'error');
  write();
}

/** Writes the code for a page. */
function write(): void {
  const options = chosen();
  const site = new URL('.', location.href);
  const dist = new URL('dist/', site).href;
  elementCode.set(good ? element(dist, options, good.text) : '');
  void writeFragment(dist, options);
  const address = source.value.trim();
  frameCode.element.hidden = !address;
  by('no-address').hidden = Boolean(address);
  frameCode.set(address ? frame(site.href, options, address, titleOf(good?.value, options)) : '');
  moduleCode.set(module(options, address || '/data.json'));
}

/** Writes the code with the static picture; none where there is nothing to draw. */
async function writeFragment(dist: string, options: Options): Promise<void> {
  const mine = ++writing;
  let html = '';
  if (good) {
    try {
      html = await (await loadTools()).fragment(good.text.trim(), { ...options, unstyled: !styled.checked });
    } catch {
      // the chart itself has said why
    }
  }
  if (mine === writing) fragmentCode.set(html && fragment(dist, html, !styled.checked));
}

const at = (value: unknown, key: string): unknown =>
  value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
const listed = (data: unknown, key: string): unknown[] => {
  const list = at(data, key);
  return Array.isArray(list) ? list : [];
};

/** The chart's title as the data has it, for the frame's name. */
function titleOf(data: unknown, { type, locale, indicator, x, y }: Options): string {
  const all = PARTS.has(type) ? listed(data, 'indicators') : [];
  const named = (id: string | undefined, or: number) => at(all.find((of) => at(of, 'id') === id) ?? all[or], 'name');
  if (type === 'scatter') return [named(x, 0), named(y, 1)].map((name) => textOf(name, locale)).join(' · ');
  const first = type === 'makeup' ? all.findIndex((of) => listed(of, 'parts').length) : 0;
  const ranked = named(indicator, first);
  const label = ranked ?? at(at(data, SECTIONS[type] ?? type), 'title') ?? at(data, 'title');
  return textOf(label, locale) || 'village-chart';
}

/** A label of the data in a language, else in one that it has; empty where it is none. */
function textOf(label: unknown, locale: string): string {
  const text =
    typeof label === 'string'
      ? label
      : (at(label, locale || 'en') ?? at(label, 'en') ?? Object.values(Object(label) as Record<string, unknown>)[0]);
  return typeof text === 'string' ? text : '';
}

/** Lets the form choose from the data's indicators, and from the times of the one that is chosen. */
function offer(): void {
  const fill = (name: string, values: string[]) => {
    const select = form.elements.namedItem(name) as HTMLSelectElement;
    const { value, options } = select;
    const [first] = options;
    if (!first) return;
    select.replaceChildren(first, ...values.map((id) => h('option', {}, id)));
    select.value = values.includes(value) ? value : first.value;
  };
  const data = good?.value;
  const ids = listed(data, 'indicators').map((of) => String(at(of, 'id')));
  for (const name of ['indicator', 'x', 'y']) fill(name, ids);
  const ofTwo = (form.elements.namedItem('type') as HTMLSelectElement).value === 'scatter';
  const indicator = (form.elements.namedItem(ofTwo ? 'x' : 'indicator') as HTMLSelectElement).value || ids[0];
  const whole = listed(data, 'indicators').find((of) => at(of, 'id') === indicator);
  fill('order', listed(whole, 'parts').map(String));
  const times = new Set<string>();
  for (const village of listed(data, 'villages')) {
    const figures = indicator === undefined ? undefined : at(at(village, 'figures'), indicator);
    for (const time of figures && typeof figures === 'object' ? Object.keys(figures) : [])
      if (/^\d/.test(time)) times.add(time);
  }
  fill('time', [...times].sort());
  const dimensions = listed(data, 'dimensions').map((of) => String(at(of, 'id')));
  fill('group', ['district', 'craft', ...dimensions]);
  const group = (form.elements.namedItem('group') as HTMLSelectElement).value;
  const names = new Set<string>();
  for (const village of listed(data, 'villages')) {
    const label = dimensions.includes(group) ? at(at(village, 'dimensions'), group) : at(village, group);
    if (label) names.add(textOf(label, (form.elements.namedItem('locale') as HTMLSelectElement).value));
  }
  fill('only', [...names].sort());
}

/** The options as the form has them; those that another type of chart has are empty. */
function chosen(): Options {
  const data = new FormData(form);
  const word = (name: string) => String(data.get(name) ?? '');
  const type = word('type');
  const controls = data.getAll('controls').join(' ');
  by('of-income').hidden = type !== 'income';
  const isMakeup = type === 'makeup';
  for (const name of ['order', 'shown']) by(`of-${name}`).hidden = !isMakeup;
  const isList = ['revenue', 'ranking', 'groups', 'makeup'].includes(type);
  by('of-list').hidden = !isList;
  const isOfIndicators = PARTS.has(type);
  by('of-indicator').hidden = !isOfIndicators || type === 'scatter';
  const hasPlaces = (PARTS.get(type) ?? 0) > Part.Whole;
  by('of-places').hidden = !hasPlaces;
  const isTimed = isOfIndicators && type !== 'trend';
  const isOfTwo = type === 'scatter';
  for (const name of ['x', 'y']) by(`of-${name}`).hidden = !isOfTwo;
  for (const name of ['time', 'group']) by(`of-${name}`).hidden = !isTimed;
  const isGrouped = isTimed && word('group') !== 'none';
  by('of-only').hidden = !isGrouped;
  return {
    type,
    locale: word('locale'),
    theme: word('theme'),
    unit: type === 'income' ? word('unit') : '',
    indicator: isOfIndicators && !isOfTwo ? word('indicator') : '',
    x: isOfTwo ? word('x') : '',
    y: isOfTwo ? word('y') : '',
    order: isMakeup ? word('order') : '',
    shown: isMakeup ? word('shown') : '',
    time: isTimed ? word('time') : '',
    group: isGrouped ? word('group') : '',
    only: isGrouped ? word('only') : '',
    places: hasPlaces ? word('places').trim() : '',
    sort: isList && word('sort') === 'name' ? 'name' : '',
    controls: controls === words('controls').slice(2).join(' ') ? '' : controls || 'none',
  };
}

/** Moves the caret to a finding, and shows its line. */
function go(start: number, end: number, line: number): void {
  input.focus();
  input.setSelectionRange(start, end);
  const height = parseFloat(getComputedStyle(input).lineHeight);
  input.scrollTop = Math.max(0, (line - 4) * height);
  input.scrollLeft = 0;
}

function number(): void {
  const count = input.value.split('\n').length;
  if (numbers.childElementCount !== count)
    numbers.replaceChildren(...Array.from({ length: count }, (_, i) => h('span', {}, String(i + 1))));
  numbers.scrollTop = input.scrollTop;
}

function put(text: string): void {
  input.value = text.replace(/^\uFEFF/, '');
  input.setSelectionRange(0, 0);
  input.scrollTop = 0;
  number();
  void review();
}

async function open(file: File | null | undefined): Promise<void> {
  if (!file) return;
  if (file.size > LARGEST)
    return void say(
      `${file.name} has ${Math.round(file.size / 1e6)} MB; at most ${LARGEST / 1e6} MB can be edited here.`,
    );
  put(await file.text());
  say(`${file.name} is open.`);
}

/** Opens a file of this site, with the type that shows it. */
async function ours(address: string, type = ''): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
  const text = await response.text();
  if (type) (form.elements.namedItem('type') as HTMLSelectElement).value = type;
  put(text);
}

const elementCode = code('the element', say);
const fragmentCode = code('the fragment', say);
const frameCode = code('the iframe', say);
const moduleCode = code('the module', say);
const installCode = code('the command', say);
installCode.set('npm install ./village-charts-*.tgz');
by('element-code').append(elementCode.element);
by('fragment-code').append(fragmentCode.element);
by('frame-code').append(frameCode.element);
by('npm-code').append(installCode.element, moduleCode.element);

input.oninput = () => {
  number();
  clearTimeout(typing);
  typing = setTimeout(() => void review(), REST);
};
input.onscroll = () => (numbers.scrollTop = input.scrollTop);
form.oninput = () => draw();
form.onsubmit = (event) => event.preventDefault();
source.oninput = styled.oninput = () => write();
by('article').onclick = () =>
  ours(ARTICLE, 'revenue').then(
    () => say("The article's data is open."),
    (error: unknown) => say(String(error)),
  );
by('province').onclick = () =>
  ours(PROVINCE, 'ranking').then(
    () => say("The province's data is open."),
    (error: unknown) => say(String(error)),
  );
const file = by<HTMLInputElement>('file');
file.onchange = () => {
  void open(file.files?.[0]);
  file.value = ''; // the same file may be opened again
};
// a file that misses the box would otherwise take the place of the page
document.ondragover = (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  by('editor').classList.add('over');
};
document.ondragleave = (event) => event.relatedTarget || by('editor').classList.remove('over');
document.ondrop = (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  by('editor').classList.remove('over');
  void open(event.dataTransfer.files[0]);
};
chart.addEventListener('village-chart-error', (event) => {
  const { message, findings, reason } = (event as CustomEvent<ErrorDetail>).detail;
  refused = findings.length
    ? findings
    : [{ severity: 'error', code: reason, path: '$', found: message, expected: 'a chart' }];
  show();
});
// what a reader chooses in the chart is written into its attributes
new MutationObserver(() => {
  for (const name of ['sort', 'unit', 'indicator', 'x', 'y', 'time', 'group', 'only', 'order', 'shown'] as const) {
    const select = form.elements.namedItem(name) as HTMLSelectElement;
    const value = chart.getAttribute(name) ?? select.options[0]?.value ?? '';
    const isShown = !select.parentElement?.hidden;
    if (isShown && select.value !== value) select.value = value;
  }
  offer();
  write();
}).observe(chart, {
  attributeFilter: ['sort', 'unit', 'indicator', 'x', 'y', 'time', 'group', 'only', 'order', 'shown'],
});

number();
ours(ARTICLE).catch((error: unknown) => say(String(error)));
