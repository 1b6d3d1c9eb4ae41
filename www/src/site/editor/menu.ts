/**
 * The menu of rows and columns. It opens at the head of one (a press on its arrow, or a tap), at a cell (the other
 * button of the mouse, a long touch, Shift+F10), and from the button above the table. It moves rows as often as one
 * presses: it stays open for that, and closes after all else.
 */
import { h } from '../../dom.js';
import { letters } from './cells.js';
import type { Grid } from './grid.js';
import type { Axis, Change } from './order.js';
import { say } from './words.js';

const CHANGES: readonly Change[] = ['before', 'after', 'back', 'forth', 'delete'];

/** Rows or columns in words: "Row 4", "Columns B–C". */
export function named(axis: Axis, first: number, last: number): string {
  const name = (i: number) => (axis === 'row' ? String(i + 1) : letters(i));
  return first === last
    ? say(`name-${axis}`, { at: name(first) })
    : say(`name-${axis}s`, { at: `${name(first)}–${name(last)}` });
}

export class Menu {
  readonly #box = h('div', { className: 'menu', hidden: true });
  /** What the focus goes back to. */
  #opener: HTMLElement | undefined;
  #axes: readonly Axis[] = [];

  /**
   * @param button Opens it for the selected cells.
   * @param change Changes rows or columns of the grid; without `does` it says whether that would change anything.
   */
  constructor(
    readonly grid: Grid,
    readonly button: HTMLElement,
    readonly change: (axis: Axis, change: Change, does: boolean) => boolean,
  ) {
    this.#box.setAttribute('role', 'menu');
    this.#box.setAttribute('aria-label', say('arrange'));
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    button.onclick = () => {
      if (this.#box.hidden) this.open(this.#whole(), button.getBoundingClientRect(), button);
      else this.close();
    };
    button.after(this.#box);
    this.#box.onkeydown = (event) => this.#key(event);
    this.#box.onclick = ({ target }) => {
      const item = (target as Element).closest<HTMLElement>('[data-change]');
      if (item && item.getAttribute('aria-disabled') !== 'true') this.#press(item);
    };
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.#box.contains(target as Node) && !button.contains(target as Node)) this.close(false);
    });
    addEventListener('resize', () => this.close(false));
  }

  /**
   * @param at Where it opens: below that, or above where there is more room.
   * @param opener What the focus goes back to, where nothing is changed; else it goes to the cell.
   */
  open(axes: readonly Axis[], at: { left: number; top: number; bottom: number }, opener?: HTMLElement): void {
    this.#axes = axes;
    this.#opener = opener;
    this.#fill();
    const box = this.#box;
    box.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    const { offsetWidth, offsetHeight } = box;
    const room = document.documentElement;
    const below = at.bottom + offsetHeight <= room.clientHeight || at.top < offsetHeight;
    const left = Math.max(8, Math.min(at.left, room.clientWidth - offsetWidth - 8));
    const top = below ? Math.min(at.bottom, room.clientHeight - offsetHeight - 8) : at.top - offsetHeight;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${Math.max(8, top) + scrollY}px`;
    this.#items()[0]?.focus({ preventScroll: true });
  }

  close(focuses = true): void {
    if (this.#box.hidden) return;
    this.#box.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (!focuses) return;
    if (this.#opener) this.#opener.focus();
    else this.grid.focus();
  }

  /** What is selected: whole rows, whole columns, or some cells, of both of which the menu is. */
  #whole(): readonly Axis[] {
    const { whole } = this.grid;
    return whole ? [whole] : ['row', 'column'];
  }

  #items(): HTMLElement[] {
    return [...this.#box.querySelectorAll<HTMLElement>('[data-change]')];
  }

  #fill(): void {
    this.#box.replaceChildren(...this.#axes.map((axis) => this.#group(axis)));
  }

  #group(axis: Axis): HTMLElement {
    const [first, last] = this.grid.range(axis);
    const name = named(axis, first, last);
    const title = h('span', { className: 'title' }, name);
    title.setAttribute('aria-hidden', 'true');
    const items = CHANGES.map((change) => {
      const n = last - first + 1;
      const item = h('button', { type: 'button', tabIndex: -1 }, say(`${axis}${n > 1 ? 's' : ''}-${change}`, { n }));
      item.setAttribute('role', 'menuitem');
      Object.assign(item.dataset, { axis, change });
      item.setAttribute('aria-disabled', String(!this.change(axis, change, false)));
      return item;
    });
    const group = h('div', {}, title, ...items);
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', name);
    return group;
  }

  #press({ dataset }: HTMLElement): void {
    const { axis, change } = dataset as { axis: Axis; change: Change };
    const stays = change === 'back' || change === 'forth';
    if (!stays) this.close(false);
    this.change(axis, change, true);
    if (!stays) return;
    this.#opener = undefined;
    this.#fill();
    this.#items()
      .find(({ dataset }) => dataset.axis === axis && dataset.change === change)
      ?.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items();
    const now = items.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    };
    if (event.key === 'ArrowDown') go(now + 1);
    else if (event.key === 'ArrowUp') go(now - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape') (event.preventDefault(), this.close());
    else if (event.key === 'Tab') (event.preventDefault(), this.close());
  }
}
