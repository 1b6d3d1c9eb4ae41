/** The form of a chart: its type by pictures, and the options that this type of this data has. */
import { Part, PARTS, words } from '../../attributes.js';
import { h } from '../../dom.js';
import type { Options } from '../embeds.js';
import { by } from './page.js';
import { known, say } from './words.js';
import type { Chosen } from './work.js';

export const field = (value: unknown, key: string): unknown =>
  value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
export const listed = (data: unknown, key: string): unknown[] => {
  const list = field(data, key);
  return Array.isArray(list) ? (list as unknown[]) : [];
};

/** Where a data file keeps what a type of chart shows. */
const SECTIONS: Record<string, string> = { villages: 'village_counts' };
export const sectionOf = (type: string): string => SECTIONS[type] ?? type;

/** A label of the data in a language, else in one that it has; empty where it is none. */
export function textOf(label: unknown, locale: string): string {
  const text =
    typeof label === 'string'
      ? label
      : (field(label, locale || 'en') ?? field(label, 'en') ?? Object.values(Object(label) as object)[0]);
  return typeof text === 'string' ? text : '';
}

/** The places of a file as objects, however they are written. */
export function places(data: unknown): Record<string, unknown>[] {
  const villages = field(data, 'villages');
  if (Array.isArray(villages)) return villages as Record<string, unknown>[];
  const columns = listed(villages, 'columns').map(String);
  const ids = listed(data, 'dimensions').map((of) => String(field(of, 'id')));
  return listed(villages, 'rows').map((row) => {
    const made: Record<string, unknown> = { figures: {}, dimensions: {} };
    const figures = made.figures as Record<string, Record<string, unknown>>;
    columns.forEach((column, i) => {
      const cell = (row as unknown[])[i];
      if (cell === null || cell === undefined) return;
      const [id = '', time] = column.split('@');
      if (['name', 'id', 'district', 'craft'].includes(column)) made[column] = cell;
      else if (ids.includes(column)) (made.dimensions as Record<string, unknown>)[column] = cell;
      else if (time) (figures[id] ??= {})[time] = cell;
      else figures[id] = cell as Record<string, unknown>;
    });
    return made;
  });
}

/** Are these figures of times? */
const isTimed = (figures: unknown): boolean => Object.keys(Object(figures) as object).some((key) => /^\d/.test(key));

/** What the data has something for. */
function drawable(data: unknown): Set<string> {
  const indicators = listed(data, 'indicators');
  const all = places(data);
  const types = words('type').filter((type) => {
    if (!PARTS.has(type)) return !!field(data, sectionOf(type));
    if (type === 'scatter') return indicators.length > 1;
    if (type === 'makeup') return indicators.some((of) => listed(of, 'parts').length);
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
const OF_DATA = ['indicator', 'x', 'y', 'order', 'time', 'group', 'only'] as const;
/** The options that a reader changes in the chart itself. */
export const SHARED = ['sort', 'unit', 'indicator', 'x', 'y', 'time', 'group', 'only', 'order', 'shown'] as const;

export class Form {
  readonly #form: HTMLFormElement;
  #data: unknown;

  /** @param changed Something else is chosen. */
  constructor(form: HTMLFormElement, changed: (chosen: Chosen, name: string) => void) {
    this.#form = form;
    form.oninput = ({ target }) => {
      const { name } = target as HTMLInputElement;
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
    return chosen;
  }

  /** Says what was chosen. */
  set(chosen: Chosen): void {
    const { elements } = this.#form;
    const controls = chosen.controls ?? 'all';
    for (const control of elements) {
      if (control instanceof HTMLInputElement && control.type === 'radio')
        [control.checked, control.disabled] = [control.value === (chosen[control.name] ?? 'ranking'), false];
      else if (control instanceof HTMLInputElement && control.type === 'checkbox')
        control.checked = controls === 'all' || controls.split(' ').includes(control.value);
      else if (control instanceof HTMLSelectElement || control instanceof HTMLInputElement) {
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

  /** Shows what this type has, with what the data offers for it. */
  #arrange(): void {
    const data = this.#data;
    const locale = this.#of('locale').value;
    const type = this.type;
    const indicators = listed(data, 'indicators');
    const ids = indicators.map((of): [string, string] => {
      const id = String(field(of, 'id'));
      return [id, textOf(field(of, 'name'), locale) || id];
    });
    for (const name of ['indicator', 'x', 'y'] as const) this.#fill(name, ids);
    const isOfTwo = type === 'scatter';
    const indicator = this.#of(isOfTwo ? 'x' : 'indicator').value || ids[0]?.[0];
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
    const group = this.#of('group').value;
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

  /** Which options a type has. */
  #has(type: string): (name: string) => boolean {
    const isOfIndicators = PARTS.has(type);
    const isTimed = isOfIndicators && type !== 'trend';
    return (name) => {
      if (name === 'unit') return type === 'income';
      if (name === 'indicator') return isOfIndicators && type !== 'scatter';
      if (name === 'x' || name === 'y') return type === 'scatter';
      if (name === 'order' || name === 'shown') return type === 'makeup';
      if (name === 'time' || name === 'group') return isTimed;
      if (name === 'only') return isTimed && this.#of('group').value !== 'none';
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
