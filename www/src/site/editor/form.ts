/** The form of a chart: its type by pictures, and the options that this type of this data has. */
import { Part, PARTS, words } from '../../attributes.js';
import { h } from '../../dom.js';
import type { Options } from '../embeds.js';
import { field, listed, places, textOf } from './data.js';
import { by } from './page.js';
import { known, language, say } from './words.js';
import type { Chosen } from './work.js';

/** Where a data file keeps what a type of chart shows. */
const SECTIONS: Record<string, string> = { villages: 'village_counts' };
export const sectionOf = (type: string): string => SECTIONS[type] ?? type;

/** What an income can be drawn of: money by the month or by the year. */
const isIncome = (of: unknown): boolean => {
  const [unit, per] = [field(of, 'unit'), field(of, 'per')];
  const isMoney = !!field(unit, 'currency') || unit === 'billion_vnd' || unit === 'million_vnd';
  return isMoney && (per === 'month' || per === 'year');
};

/** The indicators that a type of chart can be of. */
function indicatorsOf(data: unknown, type: string): unknown[] {
  const all = listed(data, 'indicators');
  if (type === 'income') return all.filter(isIncome);
  if (type === 'makeup') return all.filter((of) => listed(of, 'parts').length);
  return all;
}

/** Are these figures of times? */
const isTimed = (figures: unknown): boolean => Object.keys(Object(figures) as object).some((key) => /^\d/.test(key));

/** What the data has something for. */
function drawable(data: unknown): Set<string> {
  const indicators = listed(data, 'indicators');
  const all = places(data);
  const types = words('type').filter((type) => {
    if (type === 'income' && indicatorsOf(data, type).length) return true;
    if (!PARTS.has(type)) return !!field(data, sectionOf(type));
    if (type === 'scatter') return indicators.length > 1;
    if (type === 'makeup') return indicatorsOf(data, type).length > 0;
    if (type === 'groups' && indicators.length && all.length)
      return all.some(
        ({ district, craft, dimensions }) => district || craft || Object.keys(Object(dimensions) as object).length,
      );
    // of a long file the places are not read here
    if (type === 'trend' && all.length) return all.some(({ figures }) => Object.values(Object(figures)).some(isTimed));
    return indicators.length > 0;
  });
  return new Set<string>(types);
}

/** The options whose values are of the data; the form says their first one in words. */
const OF_DATA = ['indicator', 'x', 'y', 'order', 'split', 'time', 'group', 'only'] as const;
/** The options that a reader changes in the chart itself. */
export const SHARED = ['sort', 'unit', 'indicator', 'x', 'y', 'time', 'group', 'only', 'order', 'shown'] as const;

/** More words of a dimension no picture of split groups tells apart: `src/chart/groups/split.rs`. */
const MOST_PARTS = 8;

/** Ids with commas between them, as `also` has them. */
const idsIn = (text: string): string[] =>
  (text.match(/(?:[^\\,]|\\.)+/g) ?? []).map((id) => id.trim().replace(/\\(.)/g, '$1')).filter(Boolean);
const idsOut = (ids: string[]): string => ids.map((id) => id.replace(/[\\,]/g, '\\$&')).join(', ');

export class Form {
  readonly #form: HTMLFormElement;
  #data: unknown;
  /** What rows say besides, in the order in which it was chosen. */
  #also: string[] = [];

  /** @param changed Something else is chosen. */
  constructor(form: HTMLFormElement, changed: (chosen: Chosen, name: string) => void) {
    this.#form = form;
    form.oninput = ({ target }) => {
      const { name, value, checked } = target as HTMLInputElement;
      if (name === 'also') this.#also = [...this.#also.filter((id) => id !== value), ...(checked ? [value] : [])];
      if (name === 'type' && this.#data) this.offer(this.#data);
      else this.#arrange();
      changed(this.chosen(), name);
    };
    form.onsubmit = (event) => event.preventDefault();
  }

  #of(name: string): HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement;
  }

  get type(): string {
    return String(new FormData(this.#form).get('type') ?? 'ranking');
  }

  /** What the form says, by names. */
  chosen(): Chosen {
    const data = new FormData(this.#form);
    const chosen: Record<string, string> = {};
    for (const name of new Set(data.keys())) chosen[name] = data.getAll(name).map(String).join(' ');
    if (!data.has('controls')) chosen.controls = 'none';
    chosen.also = idsOut(this.#also);
    return chosen;
  }

  /** Other data is on its way: what is chosen for it is no choice of that before. */
  forget(): void {
    this.#data = undefined;
  }

  /** Says what was chosen. */
  set(chosen: Chosen): void {
    const { elements } = this.#form;
    const controls = chosen.controls ?? 'all';
    this.#also = idsIn(chosen.also ?? '');
    for (const control of elements) {
      if (control instanceof HTMLInputElement && control.type === 'radio')
        [control.checked, control.disabled] = [control.value === (chosen[control.name] ?? 'ranking'), false];
      else if (control instanceof HTMLInputElement && control.type === 'checkbox' && control.name === 'controls')
        control.checked = controls === 'all' || controls.split(' ').includes(control.value);
      else if (
        control instanceof HTMLSelectElement ||
        (control instanceof HTMLInputElement && control.name !== 'also')
      ) {
        const value = chosen[control.name] ?? '';
        if (control instanceof HTMLSelectElement) {
          const first = control.options[0];
          // a value of data that is not there yet
          if (value && ![...control.options].some((option) => option.value === value)) control.add(new Option(value));
          control.value = value || (first?.value ?? '');
        } else control.value = value;
      }
    }
    if (this.#data) this.offer(this.#data);
    else this.#arrange();
  }

  /** Chooses the first type that the data has something for, where it has nothing for the chosen one. */
  choose(): void {
    const can = drawable(this.#data);
    if (can.has(this.type)) return;
    const first = this.#radios.find(({ value }) => can.has(value));
    if (first) first.checked = true;
    this.offer(this.#data);
  }

  get #radios(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('[name=type]')];
  }

  /** Offers what the data has. */
  offer(data: unknown): void {
    this.#data = data;
    const can = drawable(data);
    const needs: string[] = [];
    for (const radio of this.#radios) {
      const label = radio.closest('label');
      if (!label) continue;
      const need = can.has(radio.value) ? undefined : known(`needs-${radio.value}`);
      if (need) needs.push(need);
      label.classList.toggle('none', !can.has(radio.value));
      // a type that is chosen stays a choice of the form: another one can take its place
      radio.disabled = !can.has(radio.value) && !radio.checked;
      // those of an article are of no table
      label.hidden = !PARTS.has(radio.value) && !can.has(radio.value) && !radio.checked;
    }
    by('needs').textContent = can.size ? needs.join(' ') : '';
    this.#arrange();
  }

  #fill(name: (typeof OF_DATA)[number], values: [value: string, text: string][]): void {
    const select = this.#of(name);
    const { value, options } = select;
    const [first] = options;
    if (!first) return;
    const now = [...options].slice(1).map((option) => `${option.value}\n${option.text}`);
    if (now.join('\n\n') === values.map((pair) => pair.join('\n')).join('\n\n')) return;
    select.replaceChildren(first, ...values.map(([value, text]) => h('option', { value }, text)));
    select.value = values.some(([known]) => known === value) ? value : first.value;
  }

  /** Offers what the rows of a ranking can say besides; the data has no other ids. */
  #besides(ids: [value: string, text: string][]): void {
    const known = ids.map(([id]) => id);
    if (this.#data) this.#also = this.#also.filter((id) => known.includes(id));
    const box = by('also');
    const now = [...box.querySelectorAll('label')];
    const same =
      now.length === ids.length &&
      now.every((label, i) => label.querySelector('input')?.value === ids[i]?.[0] && label.textContent === ids[i]?.[1]);
    if (!same)
      box.replaceChildren(
        box.firstElementChild ?? '',
        ...ids.map(([value, text]) => h('label', {}, h('input', { type: 'checkbox', name: 'also', value }), text)),
      );
    for (const input of box.querySelectorAll('input')) input.checked = this.#also.includes(input.value);
    const chosen = this.#also.map((id) => ids.find(([known]) => known === id)?.[1] ?? id);
    by('also-said').textContent = chosen.length ? `: ${chosen.join(', ')}` : '';
  }

  /** Shows what this type has, with what the data offers for it. */
  #arrange(): void {
    const data = this.#data;
    // as the chart beside it: `index.ts`
    const locale = this.#of('locale').value || language;
    const type = this.type;
    const indicators = listed(data, 'indicators');
    const ids = indicators.map((of): [string, string] => {
      const id = String(field(of, 'id'));
      return [id, textOf(field(of, 'name'), locale) || id];
    });
    for (const name of ['x', 'y'] as const) this.#fill(name, ids);
    const drawn = indicatorsOf(data, type).map((of) => String(field(of, 'id')));
    this.#fill(
      'indicator',
      ids.filter(([id]) => drawn.includes(id)),
    );
    const isOfTwo = type === 'scatter';
    const indicator = this.#of(isOfTwo ? 'x' : 'indicator').value || (isOfTwo ? ids[0]?.[0] : drawn[0]);
    const whole = indicators.find((of) => field(of, 'id') === indicator);
    const nameOf = (id: string) => ids.find(([known]) => known === id)?.[1] ?? id;
    this.#fill(
      'order',
      listed(whole, 'parts').map((id) => [String(id), nameOf(String(id))]),
    );
    const all = places(data);
    const times = new Set<string>();
    for (const place of all) {
      const figures = indicator === undefined ? undefined : field(place.figures, indicator);
      for (const time of figures && typeof figures === 'object' ? Object.keys(figures) : [])
        if (/^\d/.test(time)) times.add(time);
    }
    this.#fill(
      'time',
      [...times].sort().map((time) => [time, time]),
    );
    const dimensions = listed(data, 'dimensions').map((of): [string, string] => {
      const id = String(field(of, 'id'));
      return [id, textOf(field(of, 'name'), locale) || id];
    });
    this.#fill('group', [['district', say('of-district')], ['craft', say('of-craft')], ...dimensions]);
    const wordsOf = (id: string) =>
      new Set(all.map((place) => textOf(field(place.dimensions, id), locale)).filter(Boolean)).size;
    this.#fill(
      'split',
      dimensions.map(([id, name]) => [id, wordsOf(id) > MOST_PARTS ? say('split-many', { name }) : name]),
    );
    for (const option of this.#of('split').options) option.disabled = wordsOf(option.value) > MOST_PARTS;
    const main = indicator ?? '';
    const hasDistricts = all.some(({ district }) => district);
    this.#besides([
      ...(hasDistricts ? [['district', say('of-district')] as [string, string]] : []),
      ...dimensions,
      ...ids.filter(([id]) => id !== main),
    ]);
    const [ungrouped] = this.#of('group').options;
    if (ungrouped) ungrouped.text = say(type === 'groups' ? 'first' : 'none');
    const group = this.#group;
    const names = new Set<string>();
    for (const place of all) {
      const label = dimensions.some(([id]) => id === group) ? field(place.dimensions, group) : place[group];
      const text = label ? textOf(label, locale) : '';
      if (text && names.size < 500) names.add(text);
    }
    this.#fill(
      'only',
      [...names].sort().map((name) => [name, name]),
    );
    const has = this.#has(type);
    for (const box of this.#form.querySelectorAll<HTMLElement>('[data-of]')) box.hidden = !has(box.dataset.of ?? '');
  }

  /** By what places are grouped; of groups it is the first that places have, where nothing is chosen. */
  get #group(): string {
    const { value } = this.#of('group');
    if (value !== 'none' || this.type !== 'groups') return value;
    const all = places(this.#data);
    const first = [...this.#of('group').options]
      .slice(1)
      .find(({ value: id }) =>
        all.some((place) => (id === 'district' || id === 'craft' ? place[id] : field(place.dimensions, id))),
      );
    return first?.value ?? 'none';
  }

  /** Which options a type has. */
  #has(type: string): (name: string) => boolean {
    const isOfIndicators = PARTS.has(type);
    // groups that are split are of how many places there are
    const isSplit = type === 'groups' && !!this.#of('split').value;
    const income = type === 'income' ? indicatorsOf(this.#data, type) : [];
    return (name) => {
      if (name === 'unit') return type === 'income';
      if (name === 'indicator') return income.length > 0 || (isOfIndicators && type !== 'scatter' && !isSplit);
      if (name === 'x' || name === 'y') return type === 'scatter';
      if (name === 'order' || name === 'shown') return type === 'makeup';
      if (name === 'split') return type === 'groups' && this.#of('split').options.length > 1;
      if (name === 'also') return type === 'ranking' && by('also').childElementCount > 1;
      if (name === 'time') return income.length > 0 || (isOfIndicators && type !== 'trend' && !isSplit);
      if (name === 'group') return isOfIndicators;
      if (name === 'only') return isOfIndicators && this.#group !== 'none';
      if (name === 'places') return (PARTS.get(type) ?? 0) > Part.Whole;
      if (name === 'sort') return ['revenue', 'ranking', 'groups', 'makeup'].includes(type);
      return true;
    };
  }

  /** The attributes of the chart; those that another type has are empty, and those that have their default. */
  options(): Options {
    const chosen = this.chosen();
    const { type } = this;
    const has = this.#has(type);
    const of = (name: string, none = '') => {
      const value = has(name) ? (chosen[name] ?? '').trim() : '';
      return value === none ? '' : value;
    };
    return {
      type,
      locale: chosen.locale ?? '',
      theme: chosen.theme ?? '',
      unit: of('unit'),
      indicator: of('indicator'),
      x: of('x'),
      y: of('y'),
      order: of('order'),
      shown: of('shown'),
      split: of('split'),
      time: of('time'),
      group: of('group', 'none'),
      only: of('only'),
      places: of('places'),
      also: of('also'),
      sort: of('sort', 'value'),
      controls: of('controls', words('controls').slice(2).join(' ')),
      link: of('link'),
    };
  }

  /** A reader has chosen something in the chart. */
  follow(chart: HTMLElement): void {
    for (const name of SHARED) {
      const select = this.#of(name);
      const value = chart.getAttribute(name) ?? select.options[0]?.value ?? '';
      const box = select.closest<HTMLElement>('[data-of]');
      if (box && !box.hidden && select.value !== value) select.value = value;
    }
    this.#arrange();
  }
}

/** The chart's title as the data has it, for names of frames and files. */
export function titleOf(data: unknown, { type, locale, indicator, x, y }: Options): string {
  const all = PARTS.has(type) ? listed(data, 'indicators') : [];
  const named = (id: string | undefined, or: number) =>
    field(all.find((of) => field(of, 'id') === id) ?? all[or], 'name');
  if (type === 'scatter') return [named(x, 0), named(y, 1)].map((name) => textOf(name, locale)).join(' · ');
  const first = type === 'makeup' ? all.findIndex((of) => listed(of, 'parts').length) : 0;
  const ranked = named(indicator, first);
  const label = ranked ?? field(field(data, sectionOf(type)), 'title') ?? field(data, 'title');
  return textOf(label, locale) || known('chart') || 'village-chart';
}

/** The title of the data file: that of all its charts together. */
export const titleOfAll = (data: unknown, locale = ''): string => textOf(field(data, 'title'), locale);
