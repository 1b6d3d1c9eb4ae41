/** Reads what is worked on: what it is understood as, what is wrong with it and where, and what can be drawn of it. */
import type { ErrorDetail } from '../../element.js';
import { kind } from '../../foreign.js';
import { excerpt, place, read } from '../../json-places.js';
import { loadTools } from '../../load.js';
import type { Finding } from '../../wire.js';
import { at, letters, shown } from './cells.js';
import { field, listed, places, textOf } from './data.js';
import type { Told } from './findings.js';
import { key, type Notes } from './lines.js';
import { reason } from './faults.js';
import { Cancelled, type Importer, type Understood } from './import.js';
import type { Text } from './json.js';
import { by, tell } from './page.js';
import type { Good } from './publish.js';
import { headingOf, pair } from './settings.js';
import { figure, finding, say, timeOf, told as words, unitOf, wrong as why, type Line } from './words.js';
import type { Work } from './work.js';

/** What was found in what is worked on. */
export interface Found {
  /** What the table is understood as. */
  understood?: Understood;
  told: Told[];
  /** How many more cells are not understood than are told. */
  more: number;
  /** The table has cells that are not understood: the code waits for them. */
  isOpen: boolean;
  /** The data without errors, or as much as was understood. */
  good?: Good;
}

export const NOTHING: Found = { told: [], more: 0, isOpen: false };

/** A number that can be read in two ways. */
const OPEN = /^\D*\d{1,3}[.,]\d{3}(?!\d|[.,]\d)/;
/** Among so many figures one that is below zero stands alone. */
const ALONE = 4;
/** The path of an indicator. */
const INDICATOR = /^\$\.indicators\[(\d+)\]/;
/** The path of a village, of one of its figures with or without a time, or of something else of it. */
const VILLAGE =
  /^\$\.villages\[(\d+)\](?:\.figures(?:\.(\w+)|\['([^']*)'\])(?:\.(\d[\w-]*)|\['(\d[^']*)'\])?|\.(\w+))?/;
/** Parts of a village by the roles of their columns. */
const ROLES: Record<string, string> = { name: 'place', id: 'id', district: 'district', craft: 'craft' };
/** The rows in which such numbers are marked. */
const MOST_DOUBTFUL = 5000;

type Go = (row: number, column: number) => void;

/** A finding of the data file without a place, where so much `stands`. */
const worded = (of: Finding, stands = of.found): Told => ({
  severity: of.severity,
  ...finding(of, stands),
  where: '',
  path: '',
  start: 0,
  go: () => undefined,
});

/** Reads the table; `go` leads to a cell. There is nothing where the reading was given up. */
export async function readTable(work: Work, importer: Importer, go: Go): Promise<Found | undefined> {
  let made: Understood;
  try {
    made = await importer.table(work);
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    const text = reason(error);
    const told: Told = { severity: 'error', text, where: '', path: '', start: 0, go: () => go(0, 0) };
    return { ...NOTHING, told: [told], isOpen: true };
  }
  const isCarried = !!work.base && !made.lost?.some(({ what }) => what === 'file');
  const understood = { ...asSeen(made), text: isCarried ? made.text : dated(made.text, work) };
  const severity = work.force ? 'note' : 'error';
  const told: Told[] = [
    ...understood.problems.map(([row, at, where, found, expected], i): Told => ({
      severity,
      text: why(found, expected),
      where: say('at-cell', { at: words(where) }),
      path: '',
      start: 0,
      go: () => go(row, at),
      answers: answers(expected, made.problems[i]?.[1] ?? at, work, made),
    })),
    ...alone(understood, work, go),
    ...ofFile(understood, work, go),
    ...lost(understood, go),
  ];
  const found = { understood, told, more: made.count - made.problems.length, isOpen: made.count > 0 && !work.force };
  if (made.findings.some(({ severity }) => severity === 'error') || !made.columns.some(({ of }) => of)) return found;
  const { text, rest } = understood;
  // of a long file no other part is read in the page: its places are not
  const value: unknown = JSON.parse(rest ? `${text}"villages": [] }` : text);
  return { ...found, good: { text, value, file: rest && new Blob([text, rest], { type: 'application/json' }) } };
}

/** What of the data file can no longer belong to anything. */
const lost = ({ lost = [] }: Understood, go: Go): Told[] =>
  lost.map(({ what, name, at }) => ({
    severity: 'note',
    text: say(`lost-${what}`, { name }),
    where: at ? say('at-cell', { at: `${letters(at[1])}${at[0] + 1}` }) : '',
    path: '',
    start: 3,
    go: () => at && go(...at),
  }));

/** A number below zero that alone makes changes of figures: it may be a slip, and is told at its cell, too. */
function alone({ understood, figures }: Understood, { set }: Work, go: Go): Told[] {
  const told: Told[] = [];
  for (const line of understood) {
    if (line.code !== 'doubt-below') continue;
    const { name, cell = '' } = line.given;
    const found = figures.find(([row, column]) => cell === `${letters(column)}${row + 1}`);
    if (!found) continue;
    const [row, at] = found;
    const all = figures.filter(([, column]) => column === at);
    const below = all.filter(([, , json]) => /^-|: -/.test(json)).length;
    if (below > 1 || all.length < ALONE) continue;
    const of = typeof name === 'object' && 'quoted' in name ? name.quoted : '';
    told.push({
      severity: 'warning',
      text: words(line),
      where: say('at-cell', { at: words(cell) }),
      path: '',
      start: 0,
      go: () => go(row, at),
      answers: [[say('it-is-change'), { kind: pair(set.kind, of, 'change') }]],
    });
  }
  return told;
}

/**
 * What is found in the data file of a table, at the cells of its places and indicators. Of a cell that is not
 * understood nothing else is said. Paths of the file are for those who write it.
 */
function ofFile(made: Understood, { rows, set }: Work, go: Go): Told[] {
  const { findings, text, rest, headings, columns } = made;
  if (!findings.length) return [];
  const reading = read(text);
  // of a long file no other part is read in the page
  const data: unknown = rest ? {} : JSON.parse(text);
  const villages = places(data);
  const names = columns.findIndex(({ role }) => role === 'place');
  const nameOf = (i: number) => textOf(villages[i]?.name, set.locale ?? '');
  const columnOf = (id: unknown, time = '') => {
    const of = columns.flatMap(({ of }, column) => (of && of.id === id ? [{ column, time: of.time ?? '' }] : []));
    return (of.find((one) => one.time === time) ?? of[0])?.column ?? -1;
  };
  /** The row of a village: of those of one name each has its own. */
  const rowOf = (i: number): number | undefined => {
    const name = nameOf(i);
    if (!name || names < 0) return undefined;
    const of: number[] = [];
    for (let row = headings[1]; row < rows.length; row++) if (shown(at(rows, row, names)).trim() === name) of.push(row);
    const same = villages.flatMap((_, i) => (nameOf(i) === name ? [i] : []));
    return same.length === of.length ? of[same.indexOf(i)] : undefined;
  };
  const cellOf = (path: string): { row: number; column: number; isOwn: boolean } | undefined => {
    const [, nth] = INDICATOR.exec(path) ?? [];
    if (nth !== undefined) {
      const column = columnOf(field(listed(data, 'indicators')[Number(nth)], 'id'));
      return column < 0 ? undefined : { row: Math.max(0, headings[1] - 1), column, isOwn: false };
    }
    const [, i, plain, other, time, quotedTime, part = 'name'] = VILLAGE.exec(path) ?? [];
    const row = i === undefined ? undefined : rowOf(Number(i));
    if (row === undefined) return undefined;
    const id = plain ?? other;
    const column =
      id === undefined ? columns.findIndex(({ role }) => role === ROLES[part]) : columnOf(id, time ?? quotedTime);
    // what has no cell of its own is told at the name
    return { row, column: column < 0 ? names : column, isOwn: column >= 0 };
  };
  const isWrong = new Set(made.problems.map(([row, column]) => key(row, column)));
  return findings.flatMap((finding) => {
    const cell = cellOf(finding.path);
    if (cell && isWrong.has(key(cell.row, cell.column))) return [];
    const stands = () => (rest ? undefined : excerpt(text, place(reading, finding.path)));
    const wordsAt = (row: number, column: number) => say('quoted', { text: shown(at(rows, row, column)).trim() });
    return [
      {
        ...worded(finding, cell?.isOwn ? wordsAt(cell.row, cell.column) : stands()),
        where: cell ? say('at-cell', { at: `${letters(cell.column)}${cell.row + 1}` }) : '',
        start: 1,
        go: () => go(cell?.row ?? 0, cell?.column ?? 0),
      },
    ];
  });
}

/** The same where cells are seen: those of a table that came as one column have no columns of their own. */
function asSeen(made: Understood): Understood {
  if (made.cut === null) return made;
  const problems = made.problems.map(([row, , ...said]): Understood['problems'][number] => [row, 0, ...said]);
  return { ...made, problems, columns: [], figures: [] };
}

/** What can be answered with a press: which of two numbers is meant. */
function answers({ code, given }: Line, column: number, { rows, set }: Work, made: Understood): Told['answers'] {
  const is = (message: string, name: string) => say(message, { n: words(given[name] ?? '') });
  if (code === 'expected-sign')
    return [
      [is('it-is', 'comma'), { decimal: 'comma' }],
      [is('it-is', 'point'), { decimal: 'point' }],
    ];
  if (code !== 'expected-share') return undefined;
  const name = made.columns[column]?.of?.name ?? headingOf(rows, made, column);
  return [
    [is('it-is-percent', 'percent'), { unit: pair(set.unit, name, '%') }],
    [is('it-is-percent', 'share'), { unit: pair(set.unit, name, 'share') }],
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

/** What the table shows of it at its cells and columns. */
export function notesOf({ rows }: Work, { problems, figures, headings, columns }: Understood): Notes {
  const wrong = new Map(problems.map(([row, column, , found, expected]) => [key(row, column), why(found, expected)]));
  const end = headings[1];
  for (const [, column, , found, expected] of problems) {
    if (expected.code !== 'expected-sign') continue;
    // one cell is told of a column whose decimal sign is in doubt
    const text = why(found, expected);
    for (let row = end; row < Math.min(rows.length, end + MOST_DOUBTFUL); row++)
      if (OPEN.test(shown(at(rows, row, column)))) wrong.set(key(row, column), text);
  }
  const meant: Notes['meant'] = new Map();
  for (const [row, column, json] of figures) {
    const text = figure(json);
    // a number that reads as it is written says nothing new
    if (text !== shown(at(rows, row, column))) meant.set(key(row, column), { text, isWords: json.startsWith('{') });
  }
  return {
    wrong,
    meant,
    headings,
    heads: columns.map(headOf),
    names: columns.findIndex(({ role }) => role === 'place'),
  };
}

/** What stands above a column. */
function headOf({ role, name, of }: Understood['columns'][number]): string {
  if (role === 'figure' && of)
    return [unitOf(of.unit), say(`kind-of-${of.kind}`), timeOf(of.time ?? '')].filter(Boolean).join(', ');
  if (role === 'dimension') return name || say('head-dimension');
  return say(`head-${role}`);
}

/** Reads the data file, which is `json`, in its text field. */
export async function readJson(json: string, text: Text): Promise<Found> {
  const reading = text.read();
  let found: Finding[] = [];
  let value: unknown;
  if (reading.fault) {
    const { found: what, expected } = reading.fault;
    found = [{ severity: 'error', code: 'not_json', path: '$', found: kind(json) || what, expected }];
  } else {
    try {
      value = JSON.parse(json.replace(/^\uFEFF/, ''));
      found = await (await loadTools()).check(value);
    } catch (error) {
      tell(say('fault-import', { why: reason(error) }));
    }
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
  const told = found.map((finding) => inText(finding, text, !!reading.fault));
  const hasErrors = found.some(({ severity }) => severity === 'error');
  return { ...NOTHING, told, good: hasErrors ? undefined : { text: json, value, file: undefined } };
}

function inText(finding: Finding, text: Text, isFault = false, said?: string): Told {
  const { start, line, column, stands, go } = text.place(finding);
  return {
    ...worded(finding, said ?? stands),
    where: say('at-line', { line: String(line), column: String(column) }),
    path: isFault ? '' : finding.path,
    start,
    go: () => {
      by<HTMLDetailsElement>('json-box').open = true;
      go();
    },
  };
}

/** What the chart itself could not do with the data. */
export function refusedBy({ message, findings, reason: cause }: ErrorDetail, { json }: Work, text: Text): Told[] {
  if (!findings.length) {
    const said = say(cause === 'wasm' ? 'why-wasm' : cause === 'network' ? 'why-load' : 'why-unknown', {
      why: message,
    });
    return [{ severity: 'error', text: said, where: '', path: '', start: 2, go: () => undefined }];
  }
  // what it was asked for stands in no data
  return findings.map((finding) =>
    json === null || !finding.path.startsWith('$')
      ? { ...worded(finding), start: 2 }
      : inText(finding, text, false, finding.found),
  );
}
