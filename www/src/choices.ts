import { Argument, Message } from '../../target/texts/messages.js';
import type { Attribute } from './attributes.js';
import { captioned, h, sheetOf } from './dom.js';
import type { VillageChart } from './element.js';
import type { Figure, Look } from './figure.js';
import type { Texts } from './texts.js';
import type { Item, Options, Picture } from './wire.js';

/** Files of different builds do not work together. */
export const build = BUILD;

/** The lists that have names of indicators: these are long. */
const LONG = ['indicator', 'x', 'y'];

/** The types that show one group alone, or have it stand out. */
const GROUPED = new Set(['ranking', 'trend', 'spread', 'scatter', 'makeup']);

/** The types that have places of a reader's choice. */
const KEEPING = new Set(['trend', 'spread', 'scatter', 'groups', 'makeup']);

/** The types whose places a box is drawn over, how many of these can be kept, and from how many pixels on it is one. */
const BOXES = new Set(['spread', 'scatter']);
const MOST = 50;
const LEAST = 8;

/** The ids of rows of `groups` that are groups. */
const GROUP = 'group-';

/** The attributes `group` and `only` of a chart. */
type Grouping = [group: string | null, only: string | null];

/**
 * What a reader chooses of data with indicators: what is shown, by lists over the chart, and in a chart of groups the
 * one that the other charts show. A page loads it along with a module that draws such data.
 */
export class Choices {
  /** As they are shown. */
  #lists: Options[] = [];
  readonly #selects: { [attribute: string]: HTMLSelectElement } = {};
  #steps?: HTMLElement;
  #texts?: Texts;
  /** What other charts showed before, and what they were asked to show since. */
  readonly #narrowed = new Map<VillageChart, { before: Grouping; asked: Grouping }>();

  /**
   * @param figure Its chart.
   * @param linked Calls for each other chart of the same data, with what a reader chooses there.
   * @param kept The reader has chosen other places.
   */
  constructor(
    readonly element: VillageChart,
    readonly figure: Figure,
    readonly linked: (tell: (other: VillageChart, choices?: Choices) => void) => void,
    readonly kept: (places: string) => void,
  ) {
    this.#box();
  }

  /** The lists of a picture, under their names. */
  lists({ lists }: Picture, { controls, texts }: Look): Node[] {
    [this.#lists, this.#texts] = [lists, texts];
    return lists
      .filter(({ attribute, ids }) => ids.length > 1 && controls(attribute))
      .map((list) => {
        const select = this.#list(list);
        return captioned(list.caption, list.attribute === 'time' ? this.#stepped(select, list, texts) : select);
      });
  }

  /** It stays the same element: it may be open, or read. */
  #list({ attribute, chosen, ids, names }: Options): HTMLSelectElement {
    const select = (this.#selects[attribute] ??= h('select', {
      className: LONG.includes(attribute) ? 'more long' : attribute === 'time' ? '' : 'more',
    }));
    const key = JSON.stringify([ids, names]);
    if (select.dataset.options !== key) {
      select.dataset.options = key;
      select.replaceChildren(...ids.map((id, i) => h('option', { value: id }, names[i] ?? id)));
    }
    if (select.value !== chosen) select.value = chosen;
    select.onchange = () => this.#wish(attribute as Attribute, select.value);
    return select;
  }

  /** Between buttons to the option before and the one after, all of which stay the same elements. */
  #stepped(select: HTMLSelectElement, { attribute, caption, ids, names }: Options, texts: Texts): HTMLElement {
    if (!this.#steps) {
      const [before, after] = ['‹', '›'].map((sign) => h('button', { type: 'button' }, sign));
      this.#steps = h('div', { className: 'choice stepped' }, before ?? '', select, after ?? '');
      this.#steps.setAttribute('role', 'group');
    }
    select.setAttribute('aria-label', caption);
    this.#steps.querySelectorAll('button').forEach((button, i) => {
      const to = select.selectedIndex + (i ? 1 : -1);
      const id = ids[to];
      // a button that cannot be pressed any more gives the focus on
      if (id === undefined && button.matches(':focus')) select.focus();
      button.disabled = id === undefined;
      button.setAttribute('aria-label', texts.say(i ? Message['time-later'] : Message['time-earlier']));
      button.onclick = () => {
        this.#wish(attribute as Attribute, id ?? '');
        this.figure.say(`${caption}: ${names[to] ?? ''}`);
      };
    });
    return this.#steps;
  }

  /** The id that is shown of a list. */
  #chosen(attribute: Attribute): string | null {
    return this.#lists.find((list) => list.attribute === attribute)?.chosen ?? null;
  }

  #wish(attribute: Attribute, value: string): void {
    const { element } = this;
    // charts of the same data that show the same time go on together
    const shown = attribute === 'time' && this.#chosen('time');
    if (shown)
      this.linked((other, choices) => {
        if (choices && choices.#chosen('time') === shown) other.time = value;
      });
    if (attribute === 'group') {
      element.removeAttribute('only');
      this.restore();
    }
    // another whole has other parts
    if (attribute === 'indicator') element.removeAttribute('order');
    // what is on the one axis goes to the other where that is asked for there
    for (const [one, other] of [
      ['x', 'y'],
      ['y', 'x'],
    ] as const)
      if (attribute === one && value === this.#chosen(other)) element[other] = this.#chosen(one) ?? '';
    element[attribute] = value;
  }

  /** The reader keeps these places; charts of the same data that had the same ones keep them, too. */
  keep(places: string): void {
    const { places: before } = this.element;
    this.element.places = places;
    this.linked((other) => {
      if (KEEPING.has(other.type) && other.places === before) other.places = places;
    });
    this.kept(places);
  }

  /** A mouse that is dragged over dots draws a box, and keeps the places in it. Esc, or another button, lets go. */
  #box(): void {
    const { stage } = this.figure;
    const box = h('i', { className: 'box' });
    let from: PointerEvent | undefined;
    let drawn = false;
    // of the document that the chart is in then
    let sheet: CSSStyleSheet | undefined;
    const end = () => {
      from = undefined;
      if (!sheet) return;
      const root = stage.getRootNode() as ShadowRoot;
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      sheet = undefined;
      box.remove();
      stage.ownerDocument.removeEventListener('keydown', escape, true);
    };
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && end();
    const corners = (to: PointerEvent, start: PointerEvent) => {
      const { left, top, scale } = this.figure.place();
      const [x, y] = [Math.min(start.clientX, to.clientX), Math.min(start.clientY, to.clientY)];
      const [width, height] = [Math.abs(start.clientX - to.clientX), Math.abs(start.clientY - to.clientY)];
      return { x: (x - left) / scale, y: (y - top) / scale, width: width / scale, height: height / scale };
    };
    // before the figure hears of them: what is dragged points at nothing
    const on = (name: 'pointerdown' | 'pointermove' | 'pointerup', act: (event: PointerEvent) => void) =>
      stage.addEventListener(name, act, true);
    on('pointerdown', (event) => {
      const { pointerType, button, target } = event;
      const begins = pointerType === 'mouse' && button === 0 && !(target instanceof HTMLInputElement);
      from = begins && BOXES.has(this.element.type) ? event : undefined;
      drawn = false;
      if (button) end();
    });
    on('pointermove', (event) => {
      if (!from) return;
      if (!drawn && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < LEAST) return;
      event.stopImmediatePropagation();
      if (!drawn) {
        drawn = true;
        this.figure.calm();
        stage.setPointerCapture(event.pointerId);
        stage.ownerDocument.addEventListener('keydown', escape, true);
        const root = stage.getRootNode() as ShadowRoot;
        root.adoptedStyleSheets.push((sheet = sheetOf(stage.ownerDocument)));
        stage.append(box);
      }
      const { x, y, width, height } = corners(event, from);
      const px = (n: number) => `${n * this.figure.scale}px`;
      sheet?.replaceSync(
        `.box{position:absolute;left:${px(x)};top:${px(y)};width:${px(width)};height:${px(height)};` +
          'box-sizing:border-box;border:1px solid var(--_focus);pointer-events:none}',
      );
    });
    on('pointerup', (event) => {
      const part = from && drawn && corners(event, from);
      end();
      // after the click
      setTimeout(() => (drawn = false));
      if (!part) return;
      const found = this.figure.ask((chart) => chart.within(part.x, part.y, part.width, part.height, MOST)) ?? [];
      if (found.length > MOST)
        this.figure.say(this.#texts?.say(Message['keep-most'], { [Argument.number]: String(MOST) }) ?? '', true);
      else if (found.length) this.keep(found.join(','));
    });
    // the click that ends a drag chooses nothing
    stage.addEventListener('click', (event) => drawn && event.stopImmediatePropagation(), true);
  }

  /**
   * The reader selects an item, or lets go. Whether the item is let go of by that: its group was chosen before, though
   * the frame may have gone to another item since.
   */
  choose(item: Item | null): boolean {
    if (this.element.type !== 'groups') return false;
    const group = groupOf(item);
    const again = !!group && group === this.element.only;
    this.#narrow(again ? '' : group);
    return again;
  }

  /**
   * The group that a reader chooses of a chart of groups stands out in it, and is shown alone in the others of its
   * data, as if it had been chosen there.
   */
  #narrow(only: string): void {
    this.restore();
    if (!only) return this.element.removeAttribute('only');
    this.element.only = only;
    const asked: Grouping = [this.#chosen('group'), only];
    this.linked((other) => {
      if (!GROUPED.has(other.type)) return;
      this.#narrowed.set(other, { before: grouping(other), asked });
      group(other, asked);
    });
  }

  /** The others show what they did before, but for what was chosen in one of them since. */
  restore(): void {
    for (const [other, { before, asked }] of this.#narrowed)
      if (grouping(other).join('\n') === asked.join('\n')) group(other, before);
    this.#narrowed.clear();
  }
}

const grouping = (chart: VillageChart): Grouping => [chart.getAttribute('group'), chart.getAttribute('only')];

function group(chart: VillageChart, [group, only]: Grouping): void {
  for (const [name, value] of [
    ['group', group],
    ['only', only],
  ] as const) {
    if (value === null) chart.removeAttribute(name);
    else chart.setAttribute(name, value);
  }
}

/** The name of the group that an item is of; empty of other items, and of the places that are in none. */
const groupOf = (item: Item | null) => (item?.id.startsWith(GROUP) ? item.id.slice(GROUP.length) : '');
