import type { Item } from './wire.js';

/** What a pointer or a key asks of a chart. */
export interface Reading {
  items(): Item[];
  /** The index of the item under a pointer. */
  hit(event: MouseEvent): number | undefined;
  /** Shows the tooltip and the frame of an item, or of none; at a place of the viewport, or at the item's own. */
  point(index: number | undefined, x?: number): void;
  /** Selects an item, or lets go of what is selected. */
  choose(index: number | undefined): void;
  /** The item that is nearest to one in the line before or after it, by its index; nothing where there are no lines. */
  across(index: number, step: number): number | undefined;
  /** Moves the focus to an item; beyond the first or the last one to the page before or after. */
  go(index: number): void;
  /** Esc: sends the tooltip away, and lets go. */
  leave(): void;
}

/** Listens to pointers on the stage and to keys in the list of its figures. */
export function listen(stage: HTMLElement, list: HTMLElement, reading: Reading): void {
  const target = (event: Event) => (event.target instanceof HTMLButtonElement ? Number(event.target.value) : undefined);
  scrub(stage, reading);
  // a slider that tools lay over the picture: what it is pulled with asks nothing of the figures
  let pulled = false;
  stage.addEventListener('pointerdown', (event) => (pulled = isSlider(event)));
  stage.addEventListener('pointermove', (event) => {
    if (!isSlider(event) && event.pointerType !== 'touch') reading.point(reading.hit(event), event.clientX);
  });
  stage.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch') reading.point(undefined);
  });
  stage.addEventListener('click', (event) => {
    const button = target(event);
    if (button === undefined && pulled) return;
    const index = button ?? reading.hit(event);
    reading.point(index, button === undefined ? event.clientX : undefined);
    reading.choose(index);
  });
  list.addEventListener('focusin', (event) => reading.point(target(event)));
  list.addEventListener('focusout', () => reading.point(undefined));
  const typed = typeAhead();
  list.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') return reading.leave();
    const from = target(event) ?? 0;
    const items = reading.items();
    const to =
      {
        ArrowDown: reading.across(from, 1) ?? from + 1,
        ArrowRight: from + 1,
        ArrowUp: reading.across(from, -1) ?? from - 1,
        ArrowLeft: from - 1,
        Home: 0,
        End: items.length - 1,
      }[event.key] ?? typed(event.key, from, items, reading.across(from, 1) !== undefined);
    if (to === undefined) return;
    event.preventDefault();
    reading.go(to);
  });
}

const isSlider = (event: Event) => event.target instanceof HTMLInputElement;

/**
 * A finger that goes sideways goes from figure to figure, one with each part of the chart's width; one that goes up
 * or down scrolls the page, of which the browser tells by cancelling the pointer.
 */
function scrub(stage: HTMLElement, reading: Reading): void {
  let from: { x: number; index: number; moved: boolean } | undefined;
  stage.addEventListener('pointerdown', (event) => {
    from =
      event.pointerType === 'touch' && !isSlider(event)
        ? { x: event.clientX, index: reading.hit(event) ?? 0, moved: false }
        : undefined;
  });
  stage.addEventListener('pointermove', (event) => {
    if (!from || event.pointerType !== 'touch') return;
    const most = reading.items().length - 1;
    const step = Math.min(64, Math.max(16, stage.getBoundingClientRect().width / (most + 2)));
    const steps = Math.trunc((event.clientX - from.x) / step);
    if (!steps && !from.moved) return;
    from.moved = true;
    reading.point(Math.max(0, Math.min(most, from.index + steps)));
  });
  stage.addEventListener('pointercancel', () => {
    from = undefined;
    reading.point(undefined);
  });
}

/**
 * Letters typed one after another: the next figure whose name begins with them, with or without marks; where figures
 * are in lines, the first of the next line.
 */
function typeAhead(): (key: string, from: number, items: Item[], lines: boolean) => number | undefined {
  let letters = '';
  let last = 0;
  // made for the first letter: it takes several milliseconds, and hardly a reader types
  let collator: Intl.Collator | undefined;
  return (key, from, items, lines) => {
    if (key.length !== 1 || (key === ' ' && !letters)) return undefined;
    const now = performance.now();
    if (now - last > 700) letters = '';
    if (key === ' ' && !letters) return undefined;
    last = now;
    letters += key;
    const { compare } = (collator ??= new Intl.Collator('en', { usage: 'search', sensitivity: 'base' }));
    // the same one while its name is being typed, else the next
    const first = letters.length > 1 ? from : from + 1;
    const { length } = items;
    for (let i = first; i < first + length; i++) {
      const { title = '' } = items[i % length] ?? {};
      const passed = lines && letters.length < 2 && title === items[from]?.title;
      if (!passed && !compare(title.normalize('NFC').slice(0, letters.length), letters)) return i % length;
    }
    return undefined;
  };
}
