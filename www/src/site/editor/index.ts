/**
 * The editor: a table or a data file in; findings at the cells and a chart beside it; code, pictures and files out.
 * What is worked on is one state (`work.ts`): everything here either changes it or shows it. This file has the way
 * round: work that changed is shown at once, and read and drawn when typing rests.
 */
import type { ErrorDetail, VillageChart } from '../../element.js';
import { h } from '../../dom.js';
import { clean, put, split, widthOf, type Rows } from './cells.js';
import { list, type Told } from './findings.js';
import { Form, SHARED } from './form.js';
import { Grid } from './grid.js';
import { Text } from './json.js';
import { aside, dropAside, keep, kept, linked, setAside } from './keep.js';
import type { Mapping } from './import.js';
import { NO_NOTES } from './lines.js';
import { Menu, named } from './menu.js';
import { Opener } from './open.js';
import {
  after,
  arranged,
  headingsInOrder,
  inOrder,
  notesInOrder,
  setInOrder,
  type Axis,
  type Change,
} from './order.js';
import { by, fault, field, tell } from './page.js';
import type { Options } from '../embeds.js';
import { Publish, type Good } from './publish.js';
import { NOTHING, notesOf, readJson, readTable, refusedBy, type Found } from './review.js';
import { headingOf, renamed, Settings } from './settings.js';
import { tableOf } from './table-of.js';
import { language, say, told } from './words.js';
import { EMPTY, History, isEmpty, type Work } from './work.js';

/** How long typing rests before the data is read, and before it is kept, in milliseconds. */
const REST = 200;
const REST_KEEP = 400;

const chart = by<VillageChart>('chart');
const start = by<HTMLDetailsElement>('start');

/** What was read last, and what was found in it. */
let read: Work | undefined;
let found: Found = NOTHING;
/** What the chart itself could not do with it. */
let refused: Told[] = [];
/** The last data without errors; before there was such, as much as was understood: that of the chart. */
let good: Good | undefined;
let isWhole = false;
/** Other work was begun: it may need another type of chart. */
let isFresh = true;
/** Which work a state is of: each that is begun has a number. */
const origins = new WeakMap<Work, number>();
let origin = 0;
let begun = 0;
/** The table that came last, as no one has changed it. */
let arrived: Work | undefined;
/** The work of a link, which no one has changed here. */
let untouched: Work | undefined;
/** The own work that a link took the place of. */
let mine: Work | undefined;
let typing = 0;
let turn = 0;
let keeping = 0;
let isKept = true;

const history = new History((work, isNew) => {
  field('undo').disabled = !history.canUndo;
  field('redo').disabled = !history.canRedo;
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    void keep(work, work === untouched).then((done) => {
      if (isKept && !done) fault(say('fault-keep'));
      isKept = done;
    });
  }, REST_KEEP);
  if (isNew) origins.set(work, origin);
  else {
    const before = origins.get(work) ?? 0;
    // chart and code of one work are no last ones of another
    if (before !== origin) {
      [origin, isWhole, read] = [before, false, undefined];
      form.forget();
    }
    form.set(work.chosen);
  }
  show(work);
  // what is chosen for the chart needs no reading
  const isSame =
    read && (Object.keys(work) as (keyof Work)[]).every((key) => key === 'chosen' || work[key] === read?.[key]);
  if (isSame) return draw();
  clearTimeout(typing);
  typing = setTimeout(() => void review(), REST);
});

const grid = new Grid(
  by('sheet'),
  (row, column, cells) => {
    fault('');
    const { rows: before, set } = history.work;
    const rows = put(
      before,
      row,
      column,
      cells.map((line) => line.map(clean)),
    );
    history.change({ rows, set: followed(set, before, rows, column, cells[0]?.length ?? 0), json: null });
  },
  () => settings.focus(),
  (axes, at) => menu.open(axes, at),
);
const menu = new Menu(grid, by('arrange'), arrange);
const settings = new Settings(history, grid, () => found.understood);
const text = new Text(field('text') as unknown as HTMLTextAreaElement, by('numbers'), (json) => {
  // the table's own file is not yet one that someone works on
  if (history.work.json === null && json === found.understood?.text) return;
  history.change({ json }, 'json');
});
const form = new Form(by<HTMLFormElement>('options'), (chosen, name) => {
  history.change({ chosen }, ['places'].includes(name) ? name : '');
});
const publish = new Publish(chart, tell, () => history.work);
const opener = new Opener(begin, () => form.chosen().locale ?? '');
const { importer } = opener;

/** Puts rows or columns in, takes them out or moves them: those that are selected. */
function arrange(axis: Axis, change: Change, does: boolean): boolean {
  const { rows, set, base, order: before } = history.work;
  const isRow = axis === 'row';
  const [first, last] = grid.range(axis);
  const count = isRow ? rows.length : widthOf(rows);
  const made = arranged(change, first, last, count);
  if (!does || !made) return !!made;
  fault('');
  const { order } = made;
  // at the end of a table there is an empty one already
  if (order.length !== count || order.some((from, i) => from !== i)) {
    const columns = Array.from({ length: widthOf(rows) }, (_, i) => i);
    const headings = columns.map((column) => headingOf(rows, found.understood, column));
    history.change({
      rows: inOrder(rows, axis, order, count),
      set: isRow ? headingsInOrder(set, order) : setInOrder(set, headings, order),
      order: base
        ? {
            rows: isRow ? after(before?.rows, order) : (before?.rows ?? rows.map((_, i) => i)),
            columns: isRow ? (before?.columns ?? columns) : after(before?.columns, order),
          }
        : null,
    });
    grid.note(notesInOrder(grid.notes, axis, order));
  }
  if (change === 'delete') grid.go(...(isRow ? ([first, grid.at.column] as const) : ([grid.at.row, first] as const)));
  else grid.select(axis, made.first, made.last);
  const what = change === 'delete' ? named(axis, first, Math.min(last, count - 1)) : named(axis, made.first, made.last);
  tell(say(change === 'delete' ? 'deleted' : change === 'back' || change === 'forth' ? 'moved' : 'inserted', { what }));
  return true;
}

/** What is set, where headings of some columns have changed: it is still set of these. */
function followed(set: Mapping, before: Rows, rows: Rows, first: number, count: number): Mapping {
  const { understood } = found;
  let next = set;
  for (let column = first; column < first + count; column++) {
    const [from, to] = [headingOf(before, understood, column), headingOf(rows, understood, column)];
    if (from !== to) next = renamed(next, new Map([[from, to]]));
  }
  return next;
}

/** Begins with other work. */
function begin(work: Partial<Work>): void {
  enter({ ...EMPTY, chosen: history.work.chosen, ...work });
  arrived = history.work;
  grid.go(0, 0);
}

/** Goes on with other work: that before it is one step back. */
function enter(work: Work): void {
  start.open = false;
  fault('');
  [good, isWhole, isFresh, found, refused] = [undefined, false, true, NOTHING, []];
  [read, origin] = [undefined, ++begun];
  settings.begin();
  form.forget();
  history.change(work);
  form.set(work.chosen);
}

/** Shows what is worked on, before anything is known of it. */
function show(work: Work): void {
  const isTable = work.json === null;
  by('as-table').hidden = !isTable;
  by('base').hidden = !work.base;
  by('as-json').hidden = isTable;
  by('how').hidden = by('json-hint').hidden = !isTable;
  if (work.json === null) grid.show(work.rows, widthOf(work.rows));
  else {
    text.value = work.json;
    field('text').readOnly = false;
    by<HTMLDetailsElement>('json-box').open = true;
  }
  settings.show(work);
  opener.show(work);
}

/** Reads the data, and shows what was found and, where it can be drawn, the chart. */
async function review(): Promise<void> {
  const asked = ++turn;
  clearTimeout(typing);
  const { work } = history;
  read = work;
  const isNothing = work.json === null && isEmpty(work);
  const made = isNothing
    ? NOTHING
    : await (work.json === null
        ? readTable(work, importer, (row, column) => grid.go(row, column))
        : readJson(work.json, text));
  if (asked !== turn) return;
  // a table that comes as one column is shown as it is cut
  const cut = made?.understood?.cut;
  if (cut && work === arrived) return history.amend({ rows: split(cut) });
  if (made) {
    found = made;
    // what is not understood leaves the chart of what was
    if (isNothing || (made.good && !(isWhole && made.isOpen))) {
      good = made.good;
      isWhole = !!good && !made.isOpen;
    }
    if (work.json === null) showTable(work);
  }
  draw();
}

/** Shows what the table is understood as: at its cells, in words and as a data file. */
function showTable(work: Work): void {
  const { understood } = found;
  grid.note(understood ? notesOf(work, understood) : NO_NOTES);
  if (isEmpty(work)) {
    text.value = '';
    field('text').readOnly = false;
  }
  by('understood').replaceChildren(...(understood?.understood ?? []).map((line) => h('li', {}, told(line))));
  settings.focus();
  if (!understood) return;
  text.value = understood.rest ? say('json-large') : understood.text;
  field('text').readOnly = !!understood.rest;
}

/** Gives options and data to the chart and to the code. */
function draw(): void {
  if (good) {
    form.offer(good.value);
    if (isFresh) {
      isFresh = false;
      const before = form.type;
      form.choose();
      if (form.type !== before) {
        const isLinked = history.work === untouched;
        history.amend({ chosen: form.chosen() });
        if (isLinked) untouched = history.work;
        return;
      }
    }
  }
  const options = form.options();
  refused = [];
  dress(options);
  by('preview').dataset.width = history.work.chosen.width ?? 'full';
  const isLarge = !!good?.file;
  by('preview').hidden = !good || isLarge;
  by('large').hidden = !isLarge;
  // the account ends with how much there is
  const figures = found.understood?.understood.at(-1)?.given['figures'] ?? 0;
  if (isLarge) by('large-said').textContent = say('large-said', { n: told(figures) });
  // set again: the chart says again what it has nothing for
  if (good && !isLarge) chart.data = good.value;
  tellFindings();
}

function dress(options: Options): void {
  for (const [name, value] of Object.entries(options) as [string, string][]) {
    const wanted = name === 'locale' ? value || language : value;
    if (chart.getAttribute(name) === (wanted || null)) continue;
    if (wanted) chart.setAttribute(name, wanted);
    else chart.removeAttribute(name);
  }
}

function tellFindings(): void {
  const { work } = history;
  const { told, more, isOpen, understood } = found;
  // by whom ever they were found
  list([...told, ...refused], more, work, (set) => {
    settings.set(set);
    grid.go(grid.at.row, grid.at.column);
  });
  const errors = [...told, ...refused].filter(({ severity }) => severity === 'error').length;
  const isStale = isWhole && (errors > 0 || isOpen) && (!refused.length || !!publish.shown);
  const isPart = !!good && !isWhole && isOpen;
  by('stale').hidden = !isStale && !isPart;
  by('stale').textContent = say(isPart ? 'part' : 'stale');
  by('force-box').hidden = !understood || (!isOpen && !work.force);
  if (isEmpty(work)) publish.wait('');
  else if (good && isWhole) void publish.show(good, form.options(), isStale ? say('stale') : '');
  else {
    const cells = isOpen ? understood?.count : 0;
    publish.wait(cells ? say('waits-cells', { n: cells }) : errors ? say('waits-errors', { n: errors }) : '');
  }
}

by('draw').onclick = () => {
  by('preview').hidden = false;
  void good?.file?.text().then((text) => (chart.data = text));
};
by('to-table').onclick = () => {
  // that of before is no table of what is there now
  if (!good || !isWhole || found.good !== good) return tell(say('table-waits'));
  const { rows, set, asOf, url } = tableOf(good.value);
  if (!rows.length) return tell(say('no-table'));
  history.change({ rows, set, asOf, url, json: null, base: good.text, order: null });
  tell(say('table-made'));
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
  refused = refusedBy((event as CustomEvent<ErrorDetail>).detail, history.work, text);
  tellFindings();
  // the last chart that could be drawn comes back
  const { shown } = publish;
  if (!shown || shown.good.file) return;
  dress(shown.options);
  chart.data = shown.good.value;
  watch.takeRecords();
});
// what a reader chooses in the chart is chosen in the form, too
const watch = new MutationObserver(() => {
  form.follow(chart);
  const chosen = form.chosen();
  if (JSON.stringify(chosen) !== JSON.stringify(history.work.chosen)) history.change({ chosen }, 'chart');
});
watch.observe(chart, { attributeFilter: [...SHARED] });

const has = (work: Work | undefined): work is Work => !!work && !isEmpty(work);

/** Opens the work of this page's address; that which was here is set aside, unless a link brought it, too. */
async function follow(): Promise<boolean> {
  const shared = await linked();
  if (shared === undefined) return false;
  // a reload goes on with what was made of it, and what is no work is of no use there
  window.history.replaceState(null, '', location.pathname + location.search);
  if (!shared) {
    fault(say('fault-link'));
    return false;
  }
  const before = history.work;
  if (has(before) && before !== untouched && JSON.stringify(before) !== JSON.stringify(shared)) await setAside(before);
  untouched = shared;
  enter(shared);
  tell(say('linked'));
  await offerOwn();
  return true;
}

/** Offers the way back to the work that a link took the place of. */
async function offerOwn(): Promise<void> {
  mine = await aside();
  by('own').hidden = !has(mine);
}

async function dropOwn(): Promise<void> {
  await dropAside();
  await offerOwn();
}

by('own-back').onclick = () => {
  if (mine) enter(mine);
  void dropOwn();
};
by('own-drop').onclick = () => void dropOwn();
window.addEventListener('hashchange', () => void follow());

/** Work of this page's address comes first, then that of the last time. */
async function wake(): Promise<void> {
  const last = await kept();
  const work = has(last.work) ? last.work : EMPTY;
  if (last.isLinked) untouched = work;
  history.begin(work);
  form.set(work.chosen);
  if (has(work)) start.open = false;
  if (await follow()) return;
  await offerOwn();
  if (has(work) && by('fault').hidden) tell(say('kept'));
}
void wake();
