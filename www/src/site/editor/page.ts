/** The page that the editor is in: its elements by their ids, and the lines in which it speaks. */
import { speaker } from '../code.js';

export const by = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
export const field = (id: string) => by<HTMLInputElement>(id);

/** Says what was done. */
export const tell = speaker(by('status'));

/** Says what went wrong; `''` takes it back. */
export function fault(line: string): void {
  by('fault').textContent = line;
  by('fault').hidden = !line;
}

/** Puts a value into a field, unless someone is typing there. */
export function fill(id: string, value = ''): void {
  const input = field(id);
  if (input !== document.activeElement && input.value !== value) input.value = value;
}
