import { Message } from '../../target/texts/messages.js';
import type { Attribute } from './attributes.js';
import { captioned, h } from './dom.js';
import type { VillageChart } from './element.js';
import type { Look } from './figure.js';
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
  /** What other charts showed before, and what they were asked to show since. */
  readonly #narrowed = new Map<VillageChart, { before: Grouping; asked: Grouping }>();

  /**
   * @param linked Calls for each other chart of the same data, with what a reader chooses there.
   * @param say Tells those who do not see it change.
   */
  constructor(
    readonly element: VillageChart,
    readonly linked: (tell: (other: VillageChart, choices?: Choices) => void) => void,
    readonly say: (text: string) => void,
  ) {}

  /** The lists of a picture, under their names. */
  lists({ lists }: Picture, { controls, texts }: Look): Node[] {
    this.#lists = lists;
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
      this.#steps = h('div', { className: 'choice steps' }, before ?? '', select, after ?? '');
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
        this.say(`${caption}: ${names[to] ?? ''}`);
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
