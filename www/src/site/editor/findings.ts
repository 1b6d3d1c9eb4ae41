/** What a maker sees of findings: each in a line with the way to its place, and how many there are. */
import { h } from '../../dom.js';
import type { Finding } from '../../wire.js';
import type { Mapping } from './import.js';
import { by } from './page.js';
import { say } from './words.js';
import { isEmpty, type Work } from './work.js';

/** The most findings in the list. */
const MOST = 100;

/** A finding with the way to its place. */
export interface Told {
  severity: Finding['severity'];
  text: string;
  /** The language of that, where it is another one than the page's. */
  lang?: string;
  /** Its place, in words. */
  where: string;
  /** Its place in the data file. */
  path: string;
  /** What it is ordered by. */
  start: number;
  go: () => void;
  /** Answers to what it asks. */
  answers?: [text: string, set: Partial<Mapping>][];
}

/**
 * Lists findings, and says how many there are.
 *
 * @param more How many more cells are not understood than are told.
 * @param answer Sets what a press answers.
 */
export function list(told: Told[], more: number, work: Work, answer: (set: Partial<Mapping>) => void): void {
  const all = [...told].sort((a, b) => a.start - b.start);
  by('findings').replaceChildren(...all.slice(0, MOST).map((one) => line(one, answer)));
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const hidden = severity === (work.force ? 'note' : 'error') ? more : 0;
    return [all.filter((one) => one.severity === severity).length + hidden, severity] as const;
  });
  const words = counts.filter(([n]) => n).map(([n, severity]) => say(`count-${severity}`, { n }));
  const said = isEmpty(work)
    ? say('nothing-yet')
    : words.length
      ? say('counted', { what: words.join(', ') })
      : say('in-order');
  // the same words again would be spoken again
  if (by('verdict').textContent !== said) by('verdict').textContent = said;
}

function line({ severity, text, lang, where, path, go, answers }: Told, answer: (set: Partial<Mapping>) => void) {
  const way = h('button', { type: 'button' }, where);
  way.onclick = go;
  const parts = [...(where ? [way, ' '] : []), ...(path ? [h('code', {}, path), ': '] : [])];
  const presses = (answers ?? []).map(([text, set]) => {
    const press = h('button', { type: 'button', className: 'answer' }, text);
    press.onclick = () => answer(set);
    return press;
  });
  const words = h('span', lang ? { lang } : {}, text);
  const all = presses.length ? [h('div', { className: 'answers' }, ...presses)] : [];
  return h('li', { className: severity }, h('b', {}, say(`severity-${severity}`)), ' ', ...parts, words, ...all);
}
