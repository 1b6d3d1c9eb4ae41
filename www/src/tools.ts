/**
 * What few readers use, loaded when the first one does: search, comparison, cells, table, pictures and data to take
 * away.
 */
import { Argument, Message } from '../../target/texts/messages.js';
import { PARTS } from './attributes.js';
import { h, sheetOf } from './dom.js';
import { compiled } from './download.js';
import type { Figure } from './figure.js';
import { kind, MOST_LETTERS } from './foreign.js';
import { fragment as made, type Options } from './fragment.js';
import { positions, read } from './json-places.js';
import { engine, type Chart } from './tools-engine.js';
import { Host } from './tools-host.js';
import { field, Table } from './table.js';
import css from '../../target/css/tools.css';
import type { Texts } from './texts.js';
import { flatten } from './value.js';
import type { Asked, Finding, Named, Picture, Threshold, View } from './wire.js';

export { engine, Host };

/** What `village-charts.js` has to be of, too: see `scripts/build`. */
export const build = BUILD;
export type { Chart };

let starting: Promise<unknown> | undefined;

/** Starts the module; all charts of a page that use it share it. */
export function start(): Promise<unknown> {
  starting ??= compiled(new URL('village_charts_tools_bg.wasm', import.meta.url), engine).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

/**
 * All that the checks find in data, warnings and notes as well; or why a view of data without errors has no picture,
 * which words are measured for. Starts the module where that is still to do.
 */
export async function check(data: unknown, view?: object, words?: Texts): Promise<Finding[]> {
  await start();
  const chart = engine.chart(new Host(words, ''));
  try {
    const found = chart.read(...flatten(data));
    if (!view) return found;
    chart.set(...flatten(view));
    const { finding } = chart.layout();
    return finding ? [finding] : [];
  } finally {
    chart.free();
  }
}

/** Why a text is no data, and what `JSON.parse` said of it. */
export function unreadable(text: string, error: unknown): Finding[] {
  const refused = (code: string, found: string, expected: string): Finding[] => [
    { severity: 'error', code, path: '$', found, expected },
  ];
  if (text.length > MOST_LETTERS) return refused('too_large', `${text.length} letters`, 'at most 100 million');
  const what = kind(text);
  // a parser's own words have no place, or that of a single character in a long line
  const fault = what ? undefined : read(text).fault;
  if (fault) {
    const { line, column } = positions(text)(fault.at);
    return refused('not_json', `${fault.found} (line ${line}, column ${column})`, fault.expected);
  }
  const found = what || (error instanceof Error ? error.message : String(error));
  return refused('not_json', found, 'JSON: an object in the format "village-charts/1"');
}

/**
 * A chart as HTML that is complete without a script, see `fragment.ts`; starts the module where that is still to do.
 */
export async function fragment(data: unknown, options: Options): Promise<string> {
  await start();
  return made(data, options);
}

/** Which figures CSV has, and how they stand in it: see `VillageChart.toBlob`. */
const FORMS = ['chart', 'long', 'wide'] as const;
export type Form = (typeof FORMS)[number];

const NAMES: Record<Form, Message> = {
  chart: Message['save-csv-chart'],
  long: Message['save-csv-long'],
  wide: Message['save-csv-wide'],
};

/** Of so many places figures are written before the page has its turn. */
const AT_ONCE = 250;

/** Figures as CSV, in parts. What changes between two of them begins it anew. */
async function csv(chart: Chart, form: Form): Promise<string[]> {
  for (;;) {
    const edition = chart.edition();
    const parts: string[] = [];
    while (chart.edition() === edition) {
      const part = chart.csv(form, parts.length * AT_ONCE, AT_ONCE);
      if (part === undefined) throw new TypeError(`only charts of indicators have the form "${form}"`);
      if (!part) return parts;
      parts.push(part);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

/** A chart as a file: see `VillageChart.toBlob`. Its colours are those at `place`. */
export async function blob(
  format: 'png' | 'svg' | 'csv',
  form: Form | undefined,
  chart: Chart,
  place: Element,
): Promise<Blob> {
  if (form !== undefined && (format !== 'csv' || !FORMS.includes(form)))
    throw new TypeError(`"${String(form)}" is no form of ${String(format)}; csv has ${FORMS.join(', ')}`);
  if (format === 'csv') {
    return new Blob(await csv(chart, form ?? 'chart'), { type: 'text/csv;charset=utf-8' });
  }
  if (format === 'svg') return new Blob([plain(chart.svg(), place)], { type: 'image/svg+xml' });
  if (format !== 'png') throw new TypeError(`"${String(format)}" is no format; expected png, svg or csv`);
  const canvas = h('canvas', {});
  chart.paintWhole(canvas, 2);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!made) throw new Error('the browser makes no PNG of this size');
  return made;
}

/**
 * A picture in colours that every program reads, opaque: those of style sheets are mixed, and show the page through.
 * Style sheets know them, at `place`; no pixel is read, since browsers that protect their readers refuse that, or
 * answer with noise.
 */
function plain(svg: string, place: Element): string {
  const probe = h('i', { className: 'probe', hidden: true });
  place.append(probe);
  const style = getComputedStyle(probe);
  const known = new Map<string, [hex: string, channels: number[]]>();
  const made = svg.replace(/(?<=(?:fill|stroke)=")(?!none")[^"]+/g, (color) => {
    const seen = known.get(color);
    if (seen) return seen[0];
    probe.style.color = color;
    // whatever it is written in comes as three parts of one, and how much of it covers
    probe.style.color = `color-mix(in srgb, ${color} 100%, transparent)`;
    const parts = style.color.replace(/^color\(srgb/, '').match(/-?[\d.]+(e-?\d+)?/g) ?? [];
    const most = style.color.startsWith('rgb') ? 255 : 1;
    const cover = Number(parts[3] ?? 1);
    // the picture's first colour is that of its ground, under which there is white
    const [, ground] = known.values().next().value ?? ['', [1, 1, 1]];
    const channels = ground.map(
      (under, i) => Math.min(1, Math.max(0, Number(parts[i] ?? 0) / most)) * cover + under * (1 - cover),
    );
    const hex = `#${channels
      .map((part) =>
        Math.round(part * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    known.set(color, [hex, channels]);
    return hex;
  });
  probe.remove();
  return made;
}

/** Copies a chart's figures as a spreadsheet takes them. */
export async function copy(chart: Chart): Promise<void> {
  await navigator.clipboard.writeText(chart.tsv());
}

/** What the panel asks of the element that it belongs to. */
export interface Embedder {
  /** The view has changed: draw it. Resolves when that is done. */
  changed(): Promise<void>;
  chart(): Chart | undefined;
  blob(format: 'png' | 'svg' | 'csv', form?: Form): Promise<Blob>;
  /** The name of files, without their ending. */
  name(): string;
  /** The reader has chosen these places, as the attribute has them. */
  choose(places: string): void;
}

/** The controls of the tools, and the slider over the picture. */
export class Panel {
  readonly #figure: Figure;
  readonly #element: Embedder;
  #sheet!: CSSStyleSheet;
  readonly #query = h('input', { type: 'search', autocomplete: 'off', spellcheck: false });
  readonly #craft = h('select', {});
  readonly #district = h('select', {});
  readonly #line = h('input', { type: 'checkbox' });
  readonly #amount = h('input', { type: 'number', min: '0', step: 'any', inputMode: 'decimal' });
  readonly #slider = h('input', { type: 'range', className: 'slider', min: '0', hidden: true });
  readonly #cells = h('select', {});
  /** Places that are found, to be pressed or let go, and those that are drawn, to be taken away. */
  readonly #found = h('ul', { hidden: true });
  readonly #chosen = h('ul', {});
  readonly #shown = h('div', { className: 'shown', hidden: true }, h('span', {}), this.#chosen);
  readonly #table: Table;
  /** What the controls were made for: they stay while it is the same, so that no one's typing is disturbed. */
  #made = '';
  #threshold: Threshold | null = null;
  #typing = 0;
  /** The line's controls, and what was answered last, to what. */
  readonly #lineField = h('div', { className: 'line' });
  #answered?: [answers: string[], narrowed: string];

  constructor(figure: Figure, element: Embedder) {
    this.#figure = figure;
    this.#element = element;
    this.dress();
    figure.stage.append(this.#slider);
    this.#table = new Table({ chart: () => element.chart(), say: (text) => figure.say(text) });
    // under the chart, which stays where it was
    figure.element.append(this.#table.element);
    this.#query.oninput = () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#narrow(), 150);
    };
    this.#query.onkeydown = (event) => {
      // what an input method is still writing is its own
      if (event.key === 'Enter' && !event.isComposing) void this.#keepFirst();
    };
    this.#craft.onchange = this.#district.onchange = () => this.#narrow();
    this.#cells.onchange = () => this.#change({ cells: this.#cells.value || null });
    this.#line.onchange = () => this.#move(this.#line.checked ? (this.#threshold?.suggested ?? 0) : null);
    for (const list of [this.#found, this.#chosen]) list.setAttribute('role', 'list');
    this.#shown.firstElementChild?.setAttribute('aria-hidden', 'true');
    this.#amount.oninput = () => this.#amount.value && this.#move(this.#amount.valueAsNumber);
    this.#slider.oninput = () => this.#move(this.#slider.valueAsNumber);
  }

  /** Puts on the style sheets of the document that the chart is in now. */
  dress(): void {
    const root = this.#figure.element.getRootNode() as ShadowRoot;
    const shared = sheetOf(root.ownerDocument);
    shared.replaceSync(css);
    this.#sheet = sheetOf(root.ownerDocument);
    root.adoptedStyleSheets.push(shared, this.#sheet);
  }

  /** An amount in the unit that is written; where no figure is below zero, none of those. */
  #move(to: number | null): void {
    const { least = 0, factor = 1 } = this.#threshold ?? {};
    const within = to && Math.min(1e15, Math.max(least < 0 ? -1e15 : 0, to));
    this.#change({ threshold: within && within / factor });
  }

  /** Asks for what is in the controls of the list. */
  #narrow(): Promise<void> {
    const [query, craft, district] = [this.#query, this.#craft, this.#district].map(({ value }) => value);
    return this.#change({ filter: { query, craft, district } });
  }

  /** Draws the first place that was found, unless it is drawn. */
  async #keepFirst(): Promise<void> {
    clearTimeout(this.#typing);
    await this.#narrow();
    const first = this.#query.value.trim() && this.#found.querySelector('button');
    if (first && first.getAttribute('aria-pressed') === 'false') first.click();
  }

  /** Offers the places that were found, and those that are drawn; what is pressed or read stays where it is. */
  #offer({ picked }: Asked, texts: Texts): void {
    const { chosen, found } = picked ?? { chosen: [], found: [] };
    const ids = chosen.map(({ id }) => id);
    const press = (id: string) => {
      const others = ids.filter((other) => other !== id);
      this.#element.choose((others.length < ids.length ? others : [...ids, id]).join(','));
    };
    const fill = (list: HTMLElement, all: Named[], dress: (button: HTMLButtonElement, name: string) => void) => {
      const buttons = [...list.querySelectorAll('button')];
      const pressed = buttons.findIndex((button) => button.matches(':focus'));
      const made = all.map(({ id, name }) => {
        const button =
          buttons.find(({ value }) => value === id) ?? h('button', { type: 'button', className: 'more', value: id });
        if (button.textContent !== name) button.textContent = name;
        button.onclick = () => press(id);
        dress(button, name);
        return button;
      });
      if (made.length === buttons.length && made.every((button, i) => button === buttons[i])) return;
      list.replaceChildren(...made.map((button) => h('li', {}, button)));
      // what had the focus has it again, else what is at its place now
      if (pressed >= 0) {
        const focused = buttons[pressed];
        const next = focused?.isConnected ? focused : (made[pressed] ?? made.at(-1) ?? this.#query);
        next.focus({ preventScroll: true });
      }
    };
    fill(this.#found, found, (button) => button.setAttribute('aria-pressed', String(ids.includes(button.value))));
    fill(this.#chosen, chosen, (button, name) =>
      button.setAttribute('aria-label', texts.say(Message['place-remove'], { [Argument.name]: name })),
    );
    this.#found.hidden = !found.length;
    this.#shown.hidden = !chosen.length;
  }

  #change(change: Partial<Record<keyof View, unknown>>): Promise<void> {
    this.#figure.set(change);
    return this.#element.changed();
  }

  /** What the list is narrowed down to; empty where nothing is left out. */
  get #narrowed(): string {
    return Object.values(this.#figure.view.filter ?? {})
      .join('\n')
      .trim();
  }

  /**
   * Follows the chart, which was painted in these words; `data` is another object where the chart has read data anew.
   */
  show(picture: Picture, chart: Chart, data: unknown, texts: Texts): void {
    const asked = chart.asked();
    const { answers, find, threshold, cells } = asked;
    const made = JSON.stringify([texts.tag, this.#figure.view.kind, find, cells]);
    if (made !== this.#made) this.#make(asked, texts);
    this.#made = made;
    this.#offer(asked, texts);
    this.#lineField.hidden = !threshold;
    const at = threshold?.at ?? null;
    this.#threshold = threshold;
    this.#line.checked = at !== null;
    this.#slider.hidden = this.#amount.disabled = at === null;
    if (threshold && at !== null) {
      const { least, most, step, start, length, y } = threshold;
      const range = { min: String(least), max: String(most), step: String(step), value: String(at) };
      Object.assign(this.#slider, range);
      this.#amount.min = least < 0 ? '' : '0';
      // the keys for amounts have no minus on some phones
      this.#amount.inputMode = least < 0 ? 'text' : 'decimal';
      this.#slider.setAttribute('aria-valuetext', answers.at(-1) ?? '');
      const root = this.#figure.element.getRootNode() as ShadowRoot;
      if (root.activeElement !== this.#amount) this.#amount.value = String(Number(at.toFixed(6)));
      const { scale } = this.#figure;
      const px = (n: number) => `${n * scale}px`;
      // the handle's middle is at the amount
      this.#sheet.replaceSync(
        `.slider{left:${px(start - 14)};top:${px(y - 14)};width:${px(length + 28)};--size:${px(28)}}`,
      );
    }
    this.#table.show(picture, data, texts, this.#narrowed);
    const narrowed = this.#narrowed;
    const [before, was] = this.#answered ?? [answers, narrowed];
    this.#answered = [answers, narrowed];
    const same = narrowed === was;
    if (same && answers.join() === before.join()) return;
    const cleared = was && !narrowed;
    // what was so before is no answer, and the slider says its own itself
    const said = this.#slider.matches(':focus') ? [] : answers.filter((text) => !same || !before.includes(text));
    this.#figure.say([...(cleared && find ? [find.all] : []), ...said].join(' '));
  }

  /** The controls that the chart has use for. */
  #make({ find, picked, cells }: Asked, texts: Texts): void {
    const w = (message: Message) => texts.say(message);
    // moving a control takes the focus from it
    const { panel } = this.#figure;
    const focused = (this.#figure.element.getRootNode() as ShadowRoot).activeElement;
    // some are made anew
    const places = () => [...panel.querySelectorAll<HTMLElement>('button, summary')];
    const place = places().indexOf(focused as HTMLElement);
    const { crafts, districts } = find ?? { crafts: [], districts: [] };
    let lost = false;
    const options = (select: HTMLSelectElement, all: string, values: Named[]) => {
      const { value } = select;
      const given = [{ id: '', name: all }, ...values];
      select.replaceChildren(...given.map(({ id, name }) => h('option', { value: id }, name)));
      select.value = values.some(({ id }) => id === value) ? value : '';
      lost ||= select.value !== value;
    };
    const same = (names: string[]) => names.map((name) => ({ id: name, name }));
    options(this.#craft, w(Message.all), same(crafts));
    options(this.#district, w(Message.all), same(districts));
    options(this.#cells, w(Message.none), cells);
    this.#slider.setAttribute('aria-label', w(Message.threshold));
    this.#amount.setAttribute('aria-label', w(Message['threshold-amount']));
    const fields: Node[] = [];
    if (find) fields.push(field(find.find, this.#query));
    if (crafts.length) fields.push(field(w(Message.craft), this.#craft));
    if (districts.length) fields.push(field(find?.district ?? '', this.#district));
    if (cells.length) fields.push(field(w(Message.cells), this.#cells));
    this.#lineField.replaceChildren(h('label', {}, this.#line, h('span', {}, w(Message.threshold))), this.#amount);
    if (find) fields.push(this.#lineField);
    const shown = w(Message['places-shown']);
    this.#found.setAttribute('aria-label', find?.find ?? '');
    this.#chosen.setAttribute('aria-label', shown);
    if (this.#shown.firstChild) this.#shown.firstChild.textContent = shown;
    const save = (format: 'png' | 'svg' | 'csv', form?: Form) => {
      const name = form ? w(NAMES[form]) : format.toUpperCase();
      return this.#button(
        name,
        () => this.#save(format, form),
        texts.say(Message['save-as'], { [Argument.format]: name }),
        texts,
      );
    };
    // a file with indicators has more figures than a picture
    const csv = PARTS.has(this.#figure.view.kind ?? '') ? FORMS.map((form) => save('csv', form)) : [save('csv')];
    const copied = async () => {
      const chart = this.#element.chart();
      if (chart) await copy(chart);
      this.#figure.say(w(Message.copied), true);
    };
    const table = this.#button(
      w(Message.table),
      () => {
        this.#table.toggle();
        table.setAttribute('aria-expanded', String(!this.#table.element.hidden));
      },
      w(Message.table),
      texts,
    );
    table.setAttribute('aria-expanded', String(!this.#table.element.hidden));
    const files = h(
      'details',
      { open: !!panel.querySelector('details')?.open },
      h('summary', { className: 'more' }, w(Message.save)),
      h(
        'div',
        { className: 'files' },
        save('png'),
        save('svg'),
        ...csv,
        this.#button(w(Message.copy), copied, w(Message.copy), texts),
      ),
    );
    files.onkeydown = (event) => {
      if (event.key !== 'Escape' || !files.open) return;
      files.open = false;
      files.querySelector('summary')?.focus();
    };
    panel.replaceChildren(
      ...(fields.length ? [h('div', { className: 'row' }, ...fields)] : []),
      ...(picked ? [this.#found, this.#shown] : []),
      h('div', { className: 'row' }, table, files),
    );
    if (place >= 0) places()[place]?.focus();
    else if (focused instanceof HTMLElement && panel.contains(focused)) focused.focus();
    // what was chosen is not there any more
    if (lost) this.#change({ cells: this.#cells.value || null });
    if (lost) this.#narrow();
  }

  #button(text: string, act: () => unknown, label: string, texts: Texts): HTMLButtonElement {
    const button = h('button', { type: 'button', className: 'more' }, text);
    if (label !== text) button.setAttribute('aria-label', label);
    button.onclick = async () => {
      if (button.hasAttribute('aria-busy')) return;
      button.setAttribute('aria-busy', 'true');
      try {
        await act();
      } catch (error) {
        this.#figure.say(texts.say(Message['tool-failed']), true);
        console.error(`village-chart: ${String(error)}`);
      }
      button.removeAttribute('aria-busy');
    };
    return button;
  }

  async #save(format: 'png' | 'svg' | 'csv', form?: Form): Promise<void> {
    const href = URL.createObjectURL(await this.#element.blob(format, form));
    const name = [this.#element.name(), ...(form && form !== 'chart' ? [form] : [])].join('-');
    h('a', { href, download: `${name}.${format}` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }
}
