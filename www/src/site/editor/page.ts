/** The page that the editor is in: its elements by their ids, and the lines in which it speaks. */
import { speaker } from '../code.js';

export const by = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
export const field = (id: string) => by<HTMLInputElement>(id);

const speak = speaker(by('status'));

/** So much of the window's edge is covered by what is said. */
const EDGE = 72;

/** Says what was done; at the edge of the window that is farther from what was pressed, over no words of a cell. */
export function tell(line: string): void {
  const { activeElement, body } = document;
  const { top, bottom } = (activeElement === body ? null : activeElement)?.getBoundingClientRect() ?? new DOMRect();
  const said = by('said').getBoundingClientRect();
  const isSaid = said.bottom > innerHeight - EDGE && said.top < innerHeight && top > EDGE;
  by('status').classList.toggle('above', bottom > innerHeight / 2 || isSaid);
  speak(line);
}

/** Says what went wrong; `''` takes it back. */
export function fault(line: string): void {
  // what was done before is no longer what is spoken of
  if (line) tell('');
  by('fault').textContent = line;
  by('fault').hidden = !line;
  // a file may be dropped where the page is scrolled to its end
  if (line) by('fault').scrollIntoView({ block: 'nearest' });
}

/** Puts a value into a field, unless someone is typing there. */
export function fill(id: string, value = ''): void {
  const input = field(id);
  if (input !== document.activeElement && input.value !== value) input.value = value;
}
