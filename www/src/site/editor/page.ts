/** The page that the editor is in: its elements by their ids, and the lines in which it speaks. */
import { speaker } from '../code.js';

export const by = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
export const field = (id: string) => by<HTMLInputElement>(id);

const speak = speaker(by('status'));

/** Says what was done; at the edge of the window that is farther from what was pressed. */
export function tell(line: string): void {
  const { activeElement, body } = document;
  const bottom = activeElement === body ? 0 : (activeElement?.getBoundingClientRect().bottom ?? 0);
  by('status').classList.toggle('above', bottom > innerHeight / 2);
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
