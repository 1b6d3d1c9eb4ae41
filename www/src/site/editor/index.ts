/**
 * The editor: a table or a data file in; findings at the cells and a chart beside it; code, pictures and files out.
 * What is worked on is one state (`work.ts`): everything here either changes it or shows it.
 */
import type { ErrorDetail, VillageChart } from '../../element.js';
import { h } from '../../dom.js';
import { kind } from '../../foreign.js';
import { loadTools } from '../../load.js';
import type { Finding } from '../../wire.js';
import { speaker } from '../code.js';
import { at, block, clean, joined, letters, put, shown, widthOf } from './cells.js';
import { Form, SHARED } from './form.js';
import { Grid, key, type Notes } from './grid.js';
import { Cancelled, Importer, Refused, type Mapping, type Understood } from './import.js';
import { Text } from './json.js';
import { keep, kept, linked } from './keep.js';
import { Publish, type Good } from './publish.js';
import { tableOf } from './table-of.js';
import { figure, known, language, say, unitOf } from './words.js';
import { EMPTY, History, type Work } from './work.js';

/** How long typing rests before the data is read, in milliseconds. */
const REST = 200;
/** A longer data file would make typing into it slow. */
const LARGEST = 5_000_000;
/** The most findings in the list. */
const MOST = 100;

const by = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const field = (id: string) => by<HTMLInputElement>(id);
const tell = speaker(by('status'));
const chart = by<VillageChart>('chart');
const list = by('findings');

/** A finding with the way to its place. */
interface Told {
  severity: Finding['severity'];
  text: string;
  where: string;
  path: string;
  start: number;
  go: () => void;
  /** Answers to what it asks. */
  answers?: [text: string, set: Partial<Mapping>][];
}

/** What is being read, opened or fetched, by its name. */
let name = '';
/** What the table was understood as, last. */
let understood: Understood | undefined;
let told: Told[] = [];
/** What the chart itself could not do with it. */
let refused: Told[] = [];
/** How many more problems there are than are told. */
let more = 0;
/** The last data without errors, or as much as was understood: that of the chart. */
let good: Good | undefined;
/** The table has cells that are not understood: the code waits for them. */
let isOpen = false;
let typing = 0;
let keeping = 0;
let turn = 0;
let isKept = true;

const history = new History((work, isNew) => {
  field('undo').disabled = !history.canUndo;
  field('redo').disabled = !history.canRedo;
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    void keep(work).then((done) => {
      if (isKept && !done) fault(say('fault-keep'));
      isKept = done;
    });
  }, 400);
  if (!isNew) form.set(work.chosen);
  show(work);
  // what is chosen for the chart needs no reading
  const isSame =
    read && (Object.keys(work) as (keyof Work)[]).every((key) => key === 'chosen' || work[key] === read?.[key]);
  if (isSame) draw();
  else soon();
});
/** What was read last. */
let read: Work | undefined;

const grid = new Grid(
  by('sheet'),
  (row, column, cells) => {
    const rows = put(
      history.work.rows,
      row,
      column,
      cells.map((line) => line.map(clean)),
    );
    history.change({ rows, json: null });
  },
  () => where(),
);
grid.paste = (text) => {
  const cells = block(text);
  const { row, column } = grid.at;
  grid.put(row, column, cells);
  grid.go(row, column);
};
const text = new Text(field('text') as unknown as HTMLTextAreaElement, by('numbers'), (json) => {
  // the table's own file is not yet one that someone works on
  if (history.work.json === null && json === understood?.text) return;
  history.change({ json }, 'json');
});
const form = new Form(by<HTMLFormElement>('options'), (chosen, name) => {
  history.change({ chosen }, ['places'].includes(name) ? name : '');
});
const publish = new Publish(chart, tell, () => history.work);
const importer = new Importer((what) => {
  by('progress').hidden = !what;
  const said = what ? say(`doing-${what}`, { name }) : '';
  // what takes no time needs no words
  clearTimeout(waiting);
  if (!said) by('doing').textContent = '';
  else waiting = setTimeout(() => (by('doing').textContent = said), 150);
});
let waiting = 0;

function fault(line: string): void {
  by('fault').textContent = line;
  by('fault').hidden = !line;
}

/** Reads the data when typing rests. */
function soon(): void {
  clearTimeout(typing);
  typing = setTimeout(() => void review(), REST);
}

/** Shows what is worked on, before anything is known of it. */
function show(work: Work): void {
  const isTable = work.json === null;
  by('as-table').hidden = !isTable;
  by('as-json').hidden = isTable;
  by('how').hidden = !isTable;
  if (isTable) grid.show(work.rows, widthOf(work.rows));
  else {
    text.value = work.json ?? '';
    by<HTMLDetailsElement>('json-box').open = true;
  }
  field('force').checked = work.force;
  const { set } = work;
  const value = (id: string, value = '') => {
    const input = field(id);
    if (input !== document.activeElement && input.value !== value) input.value = value;
  };
  value('set-title', set.title);
  value('set-source', set.source);
  value('set-url', work.url);
  value('set-as-of', work.asOf);
  value('set-time', set.time);
  value('set-decimal', set.decimal);
  value('set-locale', set.locale);
  value('set-one', set.nouns?.[0]);
  value('set-many', set.nouns?.[1]);
}

/** Reads the data, and shows what was found and, where it can be drawn, the chart. */
async function review(): Promise<void> {
  const mine = ++turn;
  clearTimeout(typing);
  const { work } = history;
  read = work;
  fault('');
  if (work.json !== null) await reviewJson(work.json, mine);
  else if (work.rows.some((row) => row)) await reviewTable(work, mine);
  else {
    [understood, good, told, more, isOpen] = [undefined, undefined, [], 0, false];
    grid.note({ wrong: new Map(), meant: new Map(), headings: [0, 0], heads: [] });
    text.value = '';
  }
  if (mine === turn) draw();
}

async function reviewTable(work: Work, mine: number): Promise<void> {
  let made: Understood;
  name ||= say('data');
  try {
    made = await importer.table(joined(work.rows), work.set, work.force);
  } catch (error) {
    if (mine !== turn || error instanceof Cancelled) return;
    const why = error instanceof Refused ? reason(error) : say('fault-import', { why: String(error) });
    understood = undefined;
    [told, more, isOpen] = [
      [{ severity: 'error', text: why, where: '', path: '', start: 0, go: () => grid.go(0, 0) }],
      0,
      true,
    ];
    grid.note({ wrong: new Map(), meant: new Map(), headings: [0, 0], heads: [] });
    return;
  }
  if (mine !== turn) return;
  understood = made;
  made.text = dated(made.text, work);
  const wrong = new Map<string, string>();
  told = made.problems.map(([row, column, where, found, expected]) => {
    const why = say('wrong', { found, expected });
    wrong.set(key(row, column), why);
    const go = () => grid.go(row, column);
    const severity = work.force ? 'note' : 'error';
    return {
      severity,
      text: why,
      where: say('at-cell', { at: where }),
      path: '',
      start: 0,
      go,
      answers: answers(expected, column),
    };
  });
  told.push(
    ...made.findings.map((finding) => ({
      severity: finding.severity,
      text: say('wrong', { found: finding.found, expected: finding.expected }),
      where: '',
      path: finding.path,
      start: 1,
      go: () => grid.go(0, 0),
    })),
  );
  more = made.count - made.problems.length;
  const meant: Notes['meant'] = new Map();
  for (const [row, column, json] of made.figures) {
    const cell = shown(at(work.rows, row, column));
    const text = figure(json);
    // a number that reads as it is written says nothing new
    if (text !== cell) meant.set(key(row, column), { text, isWords: json.startsWith('{') });
  }
  const notes: Notes = { wrong, meant, headings: made.headings, heads: made.columns.map(headOf) };
  grid.note(notes);
  where();
  by('understood').replaceChildren(
    ...made.understood
      .filter((line) => line)
      .map((line) => h('li', {}, line.replace(/ \[--[^\]]*\]/g, '').replace(/^; /, ''))),
  );
  const isShort = !made.rest;
  text.value = isShort ? made.text : say('json-large');
  field('text').readOnly = !isShort;
  isOpen = made.count > 0 && !work.force;
  if (made.findings.some(({ severity }) => severity === 'error') || !made.columns.some(({ of }) => of)) return;
  const { text: json, rest } = made;
  // of a long file no other part is read in the page: its places are not
  const value: unknown = JSON.parse(rest ? `${json}"villages": [] }` : json);
  good = { text: json, value, file: rest && new Blob([json, rest], { type: 'application/json' }) };
}

/** What can be answered with a press: which of two numbers is meant. */
function answers(expected: string, column: number): Told['answers'] {
  const [, comma, point] = /with a decimal comma it is (\S+), with a decimal point it is (\S+)$/.exec(expected) ?? [];
  if (comma && point) {
    const text = (n: string) => say('it-is', { n: Number(n) });
    return [
      [text(comma), { decimal: 'comma' }],
      [text(point), { decimal: 'point' }],
    ];
  }
  const [, percent, share] = /--unit % if it is (\S+) %, or --unit share if it is (\S+) %/.exec(expected) ?? [];
  const name = understood?.columns[column]?.of?.name ?? headingOf(column);
  if (!percent || !share) return undefined;
  const unit = history.work.set.unit;
  return [
    [say('it-is-percent', { n: Number(percent) }), { unit: pair(unit, name, '%') }],
    [say('it-is-percent', { n: Number(share) }), { unit: pair(unit, name, 'share') }],
  ];
}

/** The day and the address of the source, which no table has a place for. */
function dated(text: string, { asOf, url }: Work): string {
  const day = asOf.trim() ? `,\n  "as_of": ${JSON.stringify(asOf.trim())}` : '';
  const made = text.replace('"village-charts/1"', (format) => format + day);
  if (!url.trim()) return made;
  const source = /("sources": \[\s*\{ "id": "[^"]*", "name": "(?:[^"\\]|\\.)*")/;
  return made.replace(source, (source) => `${source}, "url": ${JSON.stringify(url.trim())}`);
}

/** What stands above a column. */
function headOf({ role, name, of }: Understood['columns'][number]): string {
  if (role === 'figure' && of) return [unitOf(of.unit), say(`kind-of-${of.kind}`), of.time].filter(Boolean).join(', ');
  if (role === 'dimension') return name || say('head-dimension');
  return say(`head-${role}`);
}

async function reviewJson(json: string, mine: number): Promise<void> {
  understood = undefined;
  [more, isOpen] = [0, false];
  field('text').readOnly = false;
  const reading = text.read();
  let found: Finding[];
  let value: unknown;
  if (reading.fault) {
    const { found: what, expected } = reading.fault;
    found = [{ severity: 'error', code: 'not_json', path: '$', found: kind(json) || what, expected }];
  } else {
    try {
      value = JSON.parse(json.replace(/^\uFEFF/, ''));
      found = await (await loadTools()).check(value);
    } catch (error) {
      found = [];
      tell(String(error));
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
  const isFault = !!reading.fault;
  told = found.map((finding) => inText(finding, isFault));
  if (!found.some((f) => f.severity === 'error')) good = { text: json, value, file: undefined };
}

function inText(finding: Finding, isFault = false): Told {
  const { start, line, column, go } = text.place(finding);
  return {
    severity: finding.severity,
    text: say('wrong', { found: finding.found, expected: finding.expected }),
    where: say('at-line', { line: String(line), column: String(column) }),
    path: isFault ? '' : finding.path,
    start,
    go: () => {
      by<HTMLDetailsElement>('json-box').open = true;
      go();
    },
  };
}

/** Gives options and data to the chart and to the code. */
function draw(): void {
  if (good) form.offer(good.value);
  const options = form.options();
  refused = [];
  for (const [name, value] of Object.entries(options) as [string, string][]) {
    const wanted = name === 'locale' ? value || language : value;
    if (chart.getAttribute(name) === (wanted || null)) continue;
    if (wanted) chart.setAttribute(name, wanted);
    else chart.removeAttribute(name);
  }
  by('preview').dataset.width = history.work.chosen.width ?? 'full';
  const isLarge = !!good?.file;
  by('preview').hidden = !good || isLarge;
  by('large').hidden = !isLarge;
  if (isLarge) by('large-said').textContent = say('large-said', { n: figuresOf() });
  // set again: the chart says again what it has nothing for
  if (good && !isLarge) chart.data = good.value;
  findings();
}

const figuresOf = (): number => Number(/(\d+) figures/.exec(understood?.understood.at(-1) ?? '')?.[1] ?? 0);

function findings(): void {
  // what was found by whom ever, in the order of the text
  const all = [...told, ...refused].sort((a, b) => a.start - b.start);
  list.replaceChildren(
    ...all.slice(0, MOST).map(({ severity, text, where, path, go, answers }) => {
      const button = h('button', { type: 'button' }, where);
      button.onclick = go;
      const parts = [...(where ? [button, ' '] : []), ...(path ? [h('code', {}, path), ': '] : [])];
      const line = h('span', { lang: 'en' }, text);
      const presses = (answers ?? []).map(([text, set]) => {
        const press = h('button', { type: 'button', className: 'answer' }, text);
        press.onclick = () => {
          setPart(set, '');
          grid.go(grid.at.row, grid.at.column);
        };
        return press;
      });
      return h('li', { className: severity }, h('b', {}, say(`severity-${severity}`)), ' ', ...parts, line, ...presses);
    }),
  );
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const hidden = severity === (history.work.force ? 'note' : 'error') ? more : 0;
    return [all.filter((one) => one.severity === severity).length + hidden, severity] as const;
  });
  const words = counts.filter(([n]) => n).map(([n, severity]) => say(`count-${severity}`, { n }));
  const isEmpty = history.work.json === null ? !history.work.rows.some((row) => row) : !history.work.json.trim();
  const said = isEmpty
    ? say('nothing-yet')
    : words.length
      ? say('counted', { what: words.join(', ') })
      : say('in-order');
  if (by('verdict').textContent !== said) by('verdict').textContent = said;
  const hasErrors = told.some(({ severity }) => severity === 'error');
  by('stale').hidden = !good || !hasErrors || isOpen;
  by('force-box').hidden = !understood || (!isOpen && !history.work.force);
  publish.show(isEmpty || isOpen ? undefined : good, form.options());
}

/** Says which cell is focused, and how it is understood; the form of its column follows. */
function where(): void {
  const { row, column } = grid.at;
  const name = `${letters(column)}${row + 1}`;
  const cell = shown(at(history.work.rows, row, column));
  const wrong = understood?.problems.find(([r, c]) => r === row && c === column);
  const json = understood?.figures.find(([r, c]) => r === row && c === column)?.[2];
  const of = understood?.columns[column];
  const words = of?.of ? unitOf(of.of.unit) : '';
  const unit = words && ` (${words})`;
  const said = wrong
    ? say('said-wrong', { at: name, why: say('wrong', { found: wrong[3], expected: wrong[4] }) })
    : json
      ? say('said-cell', { at: name, text: cell, meant: figure(json) + unit })
      : say(cell ? 'said-text' : 'said-empty', { at: name, text: cell });
  by('said').classList.toggle('wrong', !!wrong);
  // what is wrong is said in English
  by('said').lang = wrong ? 'en' : language;
  if (by('said').textContent !== said) by('said').textContent = said;

  const box = by<HTMLFieldSetElement>('column');
  box.disabled = !of;
  const heading = headingOf(column);
  by('column-title').textContent = say('column-of', { letters: letters(column), name: heading });
  const { set } = history.work;
  const isFigures = of?.role === 'figure';
  for (const part of box.querySelectorAll<HTMLElement>('.of-figures')) part.hidden = !isFigures;
  const name_ = of?.of?.name ?? '';
  const value = (id: string, value: string) => {
    if (field(id) !== document.activeElement) field(id).value = value;
  };
  value('column-role', roleOf(set, column));
  value('column-unit', set.unit?.[name_] ?? words);
  value('column-kind', set.kind?.[name_] ?? '');
  value('column-time', set.times?.[heading] ?? of?.of?.time ?? '');
}

/** The heading of a column: that in the last row of headings, else its letters. */
function headingOf(column: number): string {
  const [first, end] = understood?.headings ?? [0, 0];
  for (let row = end - 1; row >= first; row--) {
    const text = shown(at(history.work.rows, row, column)).trim();
    if (text) return text;
  }
  return letters(column);
}

const SINGLE = ['place', 'district', 'craft', 'id'] as const;

/** What a column was set to. */
function roleOf(set: Mapping, column: number): string {
  const heading = headingOf(column);
  for (const role of SINGLE) if (set[role] === heading) return role;
  if (set.dimensions && heading in set.dimensions) return 'dimension';
  if (set.indicators) return set.indicators.some(([of]) => of === heading) ? 'figure' : '';
  return '';
}

/** Sets what a column is. */
function setRole(column: number, role: string): void {
  const heading = headingOf(column);
  const set: Mapping = { ...history.work.set };
  for (const single of SINGLE) if (set[single] === heading) delete set[single];
  set.dimensions = Object.fromEntries(Object.entries(set.dimensions ?? {}).filter(([of]) => of !== heading));
  const figures = (understood?.columns ?? []).flatMap((of, i) => (of.role === 'figure' ? [headingOf(i)] : []));
  const others = (set.indicators ?? figures.map((of): [string, string] => [of, of])).filter(([of]) => of !== heading);
  if (role === 'figure') set.indicators = [...others, [heading, heading]];
  else if (role === 'left') set.indicators = others;
  else if (set.indicators) set.indicators = others;
  if (role === 'dimension') set.dimensions[heading] = heading;
  const single = SINGLE.find((single) => single === role);
  if (single) set[single] = heading;
  history.change({ set });
}

/** Sets a part of the mapping; what is empty is found out. */
function setPart(part: Partial<Mapping>, of: string): void {
  const set = { ...history.work.set, ...part };
  for (const [name, value] of Object.entries(set)) if (value === '') delete set[name as keyof Mapping];
  history.change({ set }, of);
}

/** A map of the mapping with a value for a name, or without. */
function pair(map: Record<string, string> | undefined, name: string, value: string): Record<string, string> {
  const { [name]: _, ...rest } = map ?? {};
  return value.trim() ? { ...rest, [name]: value.trim() } : rest;
}

const measured = () => understood?.columns[grid.at.column]?.of?.name ?? '';
field('column-role').onchange = () => setRole(grid.at.column, field('column-role').value);
field('column-unit').onchange = () =>
  setPart({ unit: pair(history.work.set.unit, measured(), field('column-unit').value) }, '');
field('column-kind').onchange = () =>
  setPart({ kind: pair(history.work.set.kind, measured(), field('column-kind').value) }, '');
field('column-time').onchange = () =>
  setPart({ times: pair(history.work.set.times, headingOf(grid.at.column), field('column-time').value) }, '');
for (const part of ['title', 'source', 'time', 'decimal', 'locale'] as const)
  field(`set-${part}`).oninput = () => setPart({ [part]: field(`set-${part}`).value }, part);
field('set-url').oninput = () => history.change({ url: field('set-url').value }, 'url');
field('set-as-of').oninput = () => history.change({ asOf: field('set-as-of').value }, 'as-of');
field('set-one').oninput = field('set-many').oninput = () => {
  const [one, many] = [field('set-one').value, field('set-many').value];
  const { nouns: _, ...set } = history.work.set;
  history.change({ set: one || many ? { ...set, nouns: [one || many, many || one] } : set }, 'nouns');
};
field('force').onchange = () => history.change({ force: field('force').checked });

/** Begins with other work. */
function begin(work: Partial<Work>): void {
  by<HTMLDetailsElement>('start').open = false;
  [good, understood, told, refused] = [undefined, undefined, [], []];
  const next = { ...EMPTY, chosen: history.work.chosen, ...work };
  history.change(next);
  form.set(next.chosen);
  grid.go(0, 0);
}

const reason = (error: Error): string => (error.message === 'trap' ? say('fault-trap') : error.message);

/** Opens a file: a data file as such, anything else as a table. */
async function open(file: Blob, called: string, chosen?: Work['chosen'], also: Partial<Work> = {}): Promise<void> {
  fault('');
  name = called;
  const more = { ...(chosen && { chosen }), ...also };
  try {
    const start = await file.slice(0, 100_000).text();
    if (/^\uFEFF?\s*\{[^]*"village-charts\/1"/.test(start)) {
      if (file.size > LARGEST) {
        return fault(say('fault-large', { name: called, n: Math.round(file.size / 1e6), most: LARGEST / 1e6 }));
      }
      begin({ json: (await file.text()).replace(/^\uFEFF/, ''), ...more });
    } else {
      const { rows, mapping } = await importer.cells(file, {});
      // what a file says of itself is set, as far as it says something
      const set = Object.fromEntries(Object.entries(mapping).filter(([key, value]) => key !== 'format' && value));
      begin({ rows, ...more, set: { ...set, ...also.set } });
    }
    tell(say('opened', { name: called }));
  } catch (error) {
    if (error instanceof Cancelled) return;
    fault(say('refused', { name: called, why: error instanceof Refused ? reason(error) : String(error) }));
  }
}

/** Opens what an address has. */
async function load(address: string, chosen?: Work['chosen'], also?: Partial<Work>): Promise<void> {
  const called = address.split(/[/?#]/).filter(Boolean).at(-1) ?? address;
  fault('');
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    await open(await response.blob(), called, chosen, also);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    fault(say('refused', { name: called, why: say('fault-fetch', { why }) }));
  }
}

field('paste').oninput = () => {
  const value = field('paste').value;
  if (!/[\t\n]/.test(value.trim())) return;
  field('paste').value = '';
  name = say('data');
  const rows = put([], 0, 0, block(value));
  begin({ rows });
};
by('blank').onclick = () => begin({ rows: [], chosen: {} });
by('table').onclick = () =>
  void load(
    'data/hanoi-2024.tsv',
    { type: 'ranking', locale: 'vi' },
    { asOf: '2024-07-05', set: { decimal: 'comma' } },
  );
by('article').onclick = () =>
  void load('data/hanoi-2024.json', { type: 'revenue', locale: form.chosen().locale ?? '' });
by('province').onclick = () => void load('data/mau.json', { type: 'ranking', locale: form.chosen().locale ?? '' });
by<HTMLFormElement>('fetch').onsubmit = (event) => {
  event.preventDefault();
  const address = field('address').value.trim();
  if (address) void load(address);
};
const file = field('file');
file.onchange = () => {
  const chosen = file.files?.[0];
  if (chosen) void open(chosen, chosen.name);
  file.value = ''; // the same file may be opened again
};
// a file that is dropped anywhere would otherwise take the place of the page
const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files');
document.ondragover = (event) => {
  if (!isFile(event)) return;
  event.preventDefault();
  document.body.classList.add('over');
};
document.ondragleave = (event) => event.relatedTarget || document.body.classList.remove('over');
document.ondrop = (event) => {
  if (!isFile(event)) return;
  event.preventDefault();
  document.body.classList.remove('over');
  const dropped = event.dataTransfer?.files[0];
  if (dropped) void open(dropped, dropped.name);
};
by('cancel').onclick = () => {
  importer.cancel();
  tell(say('cancelled'));
};
by('draw').onclick = () => {
  by('preview').hidden = false;
  void good?.file?.text().then((text) => (chart.data = text));
};
by('to-table').onclick = () => {
  if (!good) return;
  const { rows, set, asOf, url, lost } = tableOf(good.value);
  if (!rows.length) return tell(say('no-table', { what: lost.join(', ') }));
  history.change({ rows, set, asOf, url, json: null });
  if (lost.length) tell(say('lost', { what: lost.join(', ') }));
};

const undo = () => history.undo() && tell(say('undone'));
const redo = () => history.redo() && tell(say('redone'));
by('undo').onclick = undo;
by('redo').onclick = redo;
document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  // a field undoes its own letters
  if ((event.target as Element).matches('input:not([type=radio], [type=checkbox]), textarea')) return;
  const pressed = event.key.toLowerCase();
  const isRedo = pressed === 'y' || (pressed === 'z' && event.shiftKey);
  if (pressed !== 'z' && !isRedo) return;
  event.preventDefault();
  if (isRedo) redo();
  else undo();
});

chart.addEventListener('village-chart-error', (event) => {
  const { message, findings: found, reason } = (event as CustomEvent<ErrorDetail>).detail;
  const all: Finding[] = found.length
    ? found
    : [{ severity: 'error', code: reason, path: '$', found: message, expected: known('chart') ?? '' }];
  refused =
    history.work.json === null
      ? all.map(({ severity, found, expected }) => ({
          severity,
          text: say('wrong', { found, expected }),
          where: '',
          path: '',
          start: 2,
          go: () => undefined,
        }))
      : all.map((finding) => inText(finding));
  findings();
});
// what a reader chooses in the chart is chosen in the form, too
new MutationObserver(() => {
  form.follow(chart);
  const chosen = form.chosen();
  if (JSON.stringify(chosen) !== JSON.stringify(history.work.chosen)) history.change({ chosen }, 'chart');
}).observe(chart, { attributeFilter: [...SHARED] });

/** Work of this page's address comes first, then that of the last time. */
async function wake(): Promise<void> {
  const shared = await linked();
  if (shared) {
    // a reload goes on with what was made of it
    window.history.replaceState(null, '', location.pathname + location.search);
  }
  if (shared === null) fault(say('fault-link'));
  const found = shared ?? (await kept());
  const hasWork = !!found && (found.json !== null || found.rows.length > 0);
  history.begin(found && hasWork ? found : EMPTY);
  form.set(history.work.chosen);
  if (!hasWork) return;
  by<HTMLDetailsElement>('start').open = false;
  if (!shared) tell(say('kept'));
}
void wake();
