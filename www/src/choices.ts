import { Message } from '../../target/texts/messages.js';
import { captioned, h } from './dom.js';
import type { VillageChart } from './element.js';
import type { Look } from './figure.js';
import type { Item, Options, Picture } from './wire.js';

/** Files of different builds do not work together. */
export const build = BUILD;

/** Lists to choose from, each with the message over it. */
const LISTS = [
  ['indicator', Message.indicator],
  ['time', Message.time],
  ['group', Message.group],
  ['only', Message.only],
  ['order', Message.order],
  ['shown', Message.shown],
] as const;

/** The types that show one group alone, or have it stand out. */
const GROUPED = new Set(['ranking', 'trend', 'spread', 'scatter', 'makeup']);

/** The ids of rows of `groups` that are groups. */
const GROUP = 'group-';

/** The attributes `group` and `only` of a chart. */
type Grouping = [group: string | null, only: string | null];

/**
 * What a reader chooses of data with indicators: what is shown, by lists over the chart, and in a chart of groups the
 * one that the other charts show. A page loads it along with a module that draws such data.
 */
export class Choices {
  readonly #selects: { [name: string]: HTMLSelectElement } = {};
  /** By what the places that are shown are grouped; nothing where they are not. */
  #group: string | null = null;
  /** What other charts showed before, and what they were asked to show since. */
  readonly #narrowed = new Map<VillageChart, { before: Grouping; asked: Grouping }>();

  /** @param linked Calls for each other chart of the same data. */
  constructor(
    readonly element: VillageChart,
    readonly linked: (tell: (other: VillageChart) => void) => void,
  ) {}

  /** The lists of a picture, under their names. */
  lists(p: Picture, { controls, texts }: Look): Node[] {
    const lists: Node[] = [];
    this.#group = p.groups?.chosen ?? null;
    [p.indicators, p.times, p.groups, p.only, p.orders, p.shows].forEach((options, i) => {
      const [name, caption] = LISTS[i] ?? LISTS[0];
      if (options && options.ids.length > 1 && controls(name))
        lists.push(captioned(texts.say(caption), this.#list(name, options)));
    });
    return lists;
  }

  /** It stays the same element: it may be open, or read. */
  #list(name: (typeof LISTS)[number][0], { chosen, ids, names }: Options): HTMLSelectElement {
    const select = (this.#selects[name] ??= h('select', { className: name === 'indicator' ? 'more long' : 'more' }));
    const key = JSON.stringify([ids, names]);
    if (select.dataset.options !== key) {
      select.dataset.options = key;
      select.replaceChildren(...ids.map((id, i) => h('option', { value: id }, names[i] ?? id)));
    }
    if (select.value !== chosen) select.value = chosen;
    select.onchange = () => this.#wish(name, select.value);
    return select;
  }

  #wish(name: (typeof LISTS)[number][0], value: string): void {
    if (name === 'group') {
      this.element.removeAttribute('only');
      this.restore();
    }
    // another whole has other parts
    if (name === 'indicator') this.element.removeAttribute('order');
    this.element[name] = value;
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
    const asked: Grouping = [this.#group, only];
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
