import { DEFAULTS, NAMES, Part, PARTS, TIMES, unknown, words as taken, type Attribute } from './attributes.js';
import { h } from './dom.js';
import { explained, Failure, line, say } from './failure.js';
import { Figure } from './figure.js';
import { Host, hostOf } from './host.js';
import { loadChoices, loadTools } from './load.js';
import { Room } from './room.js';
import { Source, type Loaded } from './source.js';
import { boxOf, languageAround, Languages, watch } from './surroundings.js';
import { add, known, ofData, Said, Texts, texts } from './texts.js';
import type * as Tools from './tools.js';
import { flatten } from './value.js';
import { base, modules, started, type Chart, type Wasm } from './wasm.js';
import type { Finding, Item } from './wire.js';
import { Message } from '../../target/texts/messages.js';
import { failures } from '../../target/texts/languages.js';

/** `detail` of the event `village-chart-select`: the item that was selected, or `null` where the reader let go. */
export type SelectDetail = {
  /** The item's `id` in the data, or one made from its name. */
  id: string;
  /** Its name in the reader's language. */
  title: string;
  /** Its qualified figure in words, with unit and period: "trên 1.300 tỷ đồng/năm". */
  value: string;
} | null;

/** `detail` of the event `village-chart-places`. */
export interface PlacesDetail {
  /** What the property `places` is now: the places that the reader has chosen, or nothing. */
  places: string;
}

/** `detail` of the event `village-chart-error`. */
export interface ErrorDetail {
  /**
   * What went wrong: the data, its download, the WebAssembly module, the attribute `type`, or another `attribute` that
   * asks for what the data does not have.
   */
  reason: 'data' | 'network' | 'wasm' | 'type' | 'attribute';
  /** One line for developers. */
  message: string;
  /** What the checks found, where the reason is `data` or `attribute`; otherwise empty. */
  findings: Finding[];
}

/** How long an element may be without data or room before the developer is told, in milliseconds. */
const EMPTY = 5_000;

// a server can import the class, though it cannot make one
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

let running = false;

/** The page has been asked to say when it is idle. */
let idling = false;

/** All charts of the page. */
const charts = new Set<VillageChart>();

/**
 * `<village-chart type="revenue" src="data.json">`: an interactive chart of village statistics.
 *
 * What stands inside the element stays visible until the chart is painted, and for good where it
 * cannot be.
 *
 * Data comes from the property `data`, else from `src`, else from a child
 * `<script type="application/json">`. Every attribute has a property of its name. All events bubble and are composed.
 *
 * The tags below are also the package's `custom-elements.json`.
 *
 * @slot - What is shown until the chart is painted, and for good where it cannot be.
 *
 * @attr type - Which chart; required.
 * @attr src - The address of a data file in the format `village-charts/1`.
 * @attr locale - The language by its tag, such as `vi`, `en`, `fr`, `id`, `th` or `zh-Hans`; else the page's
 * `lang`, else the data's `locale`, else the browser's, else English.
 * @attr [theme=auto] - `auto` is the text colour of the page, with dark colours under light
 * text.
 * @attr unit - The period of `income`; the data's own where it is left out.
 * @attr indicator - The `id` of the indicator that `ranking`, `trend`, `spread` or `groups` is of; the data's first
 * where it is left out. Of `income` one in money, by the month or by the year; where it is left out, the data's own
 * list of incomes, or the first such indicator. Of `makeup` one with parts, or the first of these.
 * @attr x - The `id` of the indicator that `scatter` has across; the first that places have figures of where it is left
 * out.
 * @attr y - That of the one that it has upwards; the next where it is left out.
 * @attr order - The `id` of the part by which the places of `makeup` are in order; the whole where it is left out.
 * @attr shown - What the bars of `makeup` are: `amounts`, or their `shares` of the whole; amounts where it is left out.
 * @attr split - The `id` of the dimension by whose words `groups` are split, such as a status: then each group says how
 * many of its places are which of these.
 * @attr time - The time that its figures are of, such as `2024`, `2024-07`, `2024-Q3` or `2023/24`; the last one where
 * it is left out.
 * @attr [group=none] - By what the places of `ranking`, `spread`, `scatter`, `groups` or `makeup` are grouped:
 * `district`, `craft`, the `id` of one of the data's `dimensions`, or `none`; in `groups` the first of these by
 * default.
 * @attr only - The name of the group that alone is shown, such as a district's; all are where it is left out. In
 * `groups` and `scatter` it stands out among the others.
 * @attr places - The places that `trend` is of: names or ids with commas between them; where it is left out all of at
 * most eight, else the three with the highest and the three with the lowest figures. In `spread`, `scatter` and
 * `groups` they are named; in `makeup` they stand above all others.
 * @attr also - What the rows of `ranking` say of each place beside its figure, with commas between: `district`, ids of
 * the data's `dimensions` and of other indicators.
 * @attr [sort=value] - The order of `revenue`, `ranking`, `groups` and `makeup`.
 * @attr [controls=all] - Which controls are shown: `all`, `none`, or some of `indicator`, `x`, `y`, `time`, `group`,
 * `only`, `order`, `shown`, `sort`, `unit` and `tools`.
 * @attr [link=on] - `off`: the chart does not share what is pointed at, selected and kept, nor steps in time, with
 * others of its data.
 *
 * @fires {CustomEvent<void>} village-chart-ready - Once, when the chart is drawn: the next frame shows it.
 * @fires {CustomEvent<SelectDetail>} village-chart-select - A figure was selected; `detail` is `null` where the reader
 * let go.
 * @fires {CustomEvent<PlacesDetail>} village-chart-places - The reader chose other places of a trend, a spread, a
 * scatter, groups or a make-up.
 * @fires {CustomEvent<ErrorDetail>} village-chart-error - The chart cannot be drawn; `detail.findings` says what is
 * wrong in the data.
 *
 * @csspart figure - Everything painted.
 * @csspart title - The chart's title.
 * @csspart note - The line under the title: unit, period and how to read it.
 * @csspart controls - Order, period and the button of the tools.
 * @csspart tools - Search, filters, comparison, table and files, where they are open.
 * @csspart pager - The pages of a long list.
 * @csspart source - Sources and date.
 * @csspart message - What is wrong, where the chart cannot be drawn.
 *
 * @cssprop --village-chart-ink - Text.
 * @cssprop --village-chart-muted - Text of less weight, and borders of controls.
 * @cssprop --village-chart-grid - The lines of the axis.
 * @cssprop --village-chart-solid - What is certain: bars.
 * @cssprop --village-chart-soft - What is possible: the light part of a bar.
 * @cssprop --village-chart-outline - The edge of what is possible.
 * @cssprop --village-chart-whole - The whole that a part is of.
 * @cssprop --village-chart-whole-line - Its edge.
 * @cssprop --village-chart-surface - The ground.
 * @cssprop --village-chart-focus - What is pointed at, focused or selected.
 * @cssprop [--village-chart-padding=16px] - The room around everything: a CSS length.
 * @cssprop [--village-chart-bar=1] - The height of bars: a factor from 0.5 to 2.
 * @cssprop [--village-chart-gap=1] - The room between rows: a factor from 0.5 to 2.
 *
 * @example
 * const chart = document.createElement('village-chart');
 * chart.type = 'clusters';
 * chart.data = await (await fetch('hanoi.json')).json();
 * document.body.append(chart);
 * await chart.updated;
 */
export class VillageChart extends Base {
  static readonly observedAttributes: readonly string[] = NAMES;

  static {
    // each property that has the name of an attribute is that attribute
    for (const name of NAMES) {
      Object.defineProperty(this.prototype, name, {
        get(this: VillageChart) {
          return this.getAttribute(name) ?? DEFAULTS[name] ?? '';
        },
        // frameworks let go of a property by null or undefined
        set(this: VillageChart, value: string | null | undefined) {
          if (value == null) this.removeAttribute(name);
          else this.setAttribute(name, value);
        },
        configurable: true,
      });
    }
    // where an instance is given up, the charts that were in it go on in another, but for the one at fault
    const stopped: typeof base.engine.stopped = (Chart, chart, error) => {
      for (const each of charts) {
        if (!(each.#chart instanceof Chart)) continue;
        const own = each.#chart === chart;
        each.#drop();
        if (own) each.#fail(error);
        else void each.#update();
      }
    };
    for (const { engine } of modules) engine.stopped = stopped;
    // no chart waits for it by itself: where no reader comes near one, it would be kept for ever
    void started.then(() => {
      running = true;
      VillageChart.#later();
    });
  }

  /**
   * Adds a language, or replaces single messages of one: a newspaper's own style. Charts that are shown follow.
   *
   * Rejects with a `TypeError` where the file is wrong; it says what was found and what would be right.
   *
   * @param tag The language, such as `vi` or `pt-BR`.
   * @param file Messages in Fluent's syntax, as in the files of `texts/`; what a new language lacks is English. A
   *   message or an argument that these files do not have is refused, with its name.
   * @example
   * await VillageChart.translate('vi', 'figure-more-than = <b>hơn { $number }</b> { $unit }');
   */
  static async translate(tag: string, file: string): Promise<void> {
    const { messages } = await import('./village-charts-fluent.js');
    const { made, wrong } = messages(tag, file);
    if (wrong.length) throw new TypeError(wrong.join('\n'));
    add(tag, made);
    for (const chart of charts) void chart.#update();
  }

  /** What is sent along where data is asked for, as `fetch` has it: with `omit` no server learns who the reader is. */
  static credentials: RequestCredentials = 'same-origin';

  readonly #slot = h('slot', {});
  readonly #message = h('div', { className: 'message', hidden: true });
  readonly #figure!: Figure;
  /**
   * Why there is no figure, where the browser lacks what one needs; what the author put inside is then all there is.
   */
  #lack: unknown;

  readonly #source = new Source(this);
  #chart?: Chart;
  /** What it is made in, until a reader asks for the tools; one that can do more stays. */
  #wasm: Wasm = base;
  /** What its data needs of a module beside what its type does. */
  #more = 0;
  #host?: Host;
  /** What few readers use, once one does. */
  #tools?: typeof Tools;
  #panel?: Tools.Panel;
  #opening?: Promise<void>;
  #near = false;
  #ready = false;
  /** The data has to be read again before the next paint. */
  #stale = true;
  readonly #room = new Room();
  /** The page is being printed. */
  #paper = false;
  /** The failure that was told last, until something is painted or the data changes. */
  #told?: string;
  /** While connected: everything that has to be let go. */
  #connection?: AbortController;
  readonly #languages = new Languages(this, () => this.#language() !== this.#spoken && void this.#update());
  /** The language that was asked for when the chart was painted last, or failed. */
  #spoken?: string;
  /** The words of the language that the chart is painted in. */
  #texts?: Texts;
  #updating?: Promise<void>;
  #again = false;
  /** Another chart was asked for while this one was on its way: what it failed of may be no fault of the other. */
  #another = false;

  constructor() {
    super();
    try {
      // first of all, what the author put inside: nothing below may keep it from being seen
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.append(this.#slot, this.#message);
      this.#figure = this.#begin(shadow);
    } catch (error) {
      // an element that is not made could tell no one
      this.#lack = error;
    }
  }

  #begin(shadow: ShadowRoot): Figure {
    const figure = new Figure(shadow, {
      wish: (name, value) => (this[name] = value),
      changed: () => this.#update(),
      select: (item, names) => this.#selected(item, names),
      hover: (names) => this.#linked((other) => other.#figure.follow(names)),
      tools: () => void (this.#opening ??= this.#toggle().finally(() => (this.#opening = undefined))),
    });
    this.#message.part.add('message');
    this.#message.setAttribute('role', 'status');
    shadow.append(figure.element);
    this.#slot.addEventListener('slotchange', () => {
      // a parser may bring the children after the element
      if (this.#source.empty) this.#reload();
    });
    return figure;
  }

  /**
   * The data: an object in the format `village-charts/1`, or its JSON text. Setting it draws the
   * chart anew; to change data, set it again: what the reader has open, chosen and pointed at stays, and the marks
   * of the same figures glide. `undefined` goes back to `src` or the child script.
   */
  get data(): unknown {
    return this.#source.data;
  }
  set data(data: unknown) {
    this.#source.data = data;
    this.#reload();
  }

  /**
   * Resolves after the next paint, or at once where nothing is to be painted; never rejects
   * (failures are events). Before the element is near the viewport it stays pending.
   */
  get updated(): Promise<void> {
    return this.#updating ?? this.#untilNear();
  }

  /** Which chart, by its name; required, anything else is an error. */
  declare type: string;

  /**
   * The address of the data file, relative to the page; it is given up where nothing arrives for 20 seconds. Empty: see
   * `data`.
   */
  declare src: string;

  /**
   * The language by its tag, also as `vi-VN`; empty, or one without words: the page's `lang`, else the data's, else the
   * browser's, else English.
   */
  declare locale: string;

  /**
   * `light`, `dark`, or `auto` (the default): the page's text colour, with dark colours under light text; followed as
   * it changes.
   */
  declare theme: string;

  /**
   * The period of `income`: `month` or `year`; empty: that of the data's first row. A reader's choice is written here.
   */
  declare unit: string;

  /**
   * The `id` of the indicator that `ranking`, `trend`, `spread`, `groups` or `makeup` is of; empty: the data's first,
   * of `makeup` the first with parts. Of `income` one in money, by the month or by the year; empty: the data's own list
   * of incomes, or the first such indicator. A reader's choice is written here.
   */
  declare indicator: string;

  /**
   * The `id` of the indicator that `scatter` has across; empty: the first that places have figures of. A reader's
   * choice is written here.
   */
  declare x: string;

  /**
   * The `id` of the one that `scatter` has upwards; empty: the next that places have figures of. A reader's choice is
   * written here.
   */
  declare y: string;

  /**
   * The `id` of the part by which the places of `makeup` are in order; empty: they are by the whole, where that is
   * published, else by the first part. A reader's choice is written here.
   */
  declare order: string;

  /**
   * What the bars of `makeup` are: `amounts`, or `shares` of the whole of each place; empty: `amounts`. A reader's
   * choice is written here.
   */
  declare shown: string;

  /**
   * The `id` of the one of the data's `dimensions` by whose words `groups` are split, such as a status: each group is a
   * row of its places, told apart by these, and says how many there are of each. Empty: groups are of an indicator.
   */
  declare split: string;

  /**
   * The time that the figures of `ranking`, `spread`, `scatter`, `groups` or `makeup` are of, such as `2024`,
   * `2024-07`, `2024-Q3` or `2023/24`; empty, or one that only other indicators have: the last one, of `scatter` the
   * last that both have. One of which the data has no figure is an error. A reader's choice is written here.
   */
  declare time: string;

  /**
   * By what the places of `ranking`, `trend`, `spread`, `scatter`, `groups` or `makeup` are grouped: `district`,
   * `craft`, the `id` of one of the data's `dimensions`, or `none` (the default, but for `groups`: the first that there
   * is). In `scatter` two to four groups have a shape and a colour each. A reader's choice is written here.
   */
  declare group: string;

  /**
   * The name of the group of `ranking`, `trend`, `spread` or `makeup` that alone is shown, such as a district's, where
   * `group` is `district`; in `scatter` and `groups` it stands out among the others. Empty: all of them. A reader's
   * choice is written here, and let go of where another `group` is chosen. A row that a reader chooses of `groups` is
   * written here and, with `group`, in the other charts of the same data.
   */
  declare only: string;

  /**
   * The places that `trend` is of: their names or their `id`s with commas between them, such as `"An Bình, Bắc Sơn"`; a
   * comma within a name has a backslash before it, and one of several of a name is its name and its district with a
   * slash between them. Empty: all of at most eight that have figures, else the three with the highest and the three
   * with the lowest of them. The chart says how many of all it draws. In `spread`, `scatter` and `groups` they are
   * named, in `makeup` they stand above all others; a mouse keeps those of a box that it draws in `spread` or
   * `scatter`. A place that the data does not have is an error. A reader's choice is written here.
   */
  declare places: string;

  /**
   * What the rows of `ranking` say of each place beside its figure, under its name: `district`, the `id`s of the data's
   * `dimensions`, those of other indicators, with commas between them, such as `"district, status, area"`.
   */
  declare also: string;

  /**
   * The order of `revenue`, `ranking`, `groups` and `makeup`: `value` (the default, greatest first) or `name`. A
   * reader's choice is written here.
   */
  declare sort: string;

  /**
   * Which controls are shown: `all` (the default), `none`, or some of `indicator`, `x`, `y`, `time`, `group`, `only`,
   * `order`, `shown`, `sort`, `unit` and `tools`, such as `"sort unit"`.
   */
  declare controls: string;

  /**
   * `off`: what a reader points at, selects and keeps here is not shared with other charts of the same data, nor is a
   * step in time; `on` is the default. Charts that show the same time, or the same `places`, go on together.
   */
  declare link: string;

  /**
   * The chart to take away: `png` is the picture at two pixels to one, `svg` the picture as shapes and text, `csv` all
   * figures as a table in UTF-8. Each carries title, source and date.
   *
   * CSV has a form: `chart`, the default, is the figures of the chart, as the reader has narrowed it down. Of charts of
   * indicators, `long` and `wide` are all figures of the file, whatever is shown: `long` has a row for each place,
   * indicator and time, with qualifier, number, unit, flags and source in columns of their own; `wide` has a row for
   * each place, and columns for each indicator and time.
   *
   * Rejects where there is nothing painted, where what it takes cannot be loaded, and with a `TypeError` for another
   * format or form.
   *
   * @example
   * const svg = await (await chart.toBlob('svg')).text();
   * const all = await (await chart.toBlob('csv', 'long')).text();
   */
  async toBlob(format: 'png' | 'svg' | 'csv', form?: 'chart' | 'long' | 'wide'): Promise<Blob> {
    const tools = await this.#useTools();
    return tools.blob(format, form, this.#chart as Tools.Chart, this.#figure.element);
  }

  /** Copies all figures to the clipboard, as a spreadsheet takes them; rejects where the browser does not allow it. */
  async copyData(): Promise<void> {
    const tools = await this.#useTools();
    await tools.copy(this.#chart as Tools.Chart);
  }

  connectedCallback(): void {
    try {
      this.#connect();
    } catch (error) {
      this.#stop(error);
    }
  }

  #connect(): void {
    if (this.#lack) throw this.#lack;
    // properties that were set before the class was known hide the accessors
    for (const name of [...NAMES, 'data'] as const) {
      if (Object.hasOwn(this, name)) {
        const own = this as Record<string, unknown>;
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
    if (this.#connection) {
      // moved within the document: into what may be another language
      this.#languages.follow();
      return;
    }
    if (!this.#view) return; // in a document that no one sees
    charts.add(this);
    const { signal } = (this.#connection = new AbortController());
    this.#figure.dress();
    this.#panel?.dress();
    this.#follow(signal);
    void this.#update();
    if (running) VillageChart.#later();
  }

  /** The browser lacks what a chart needs: the fallback, and nothing that asks for it again. */
  #stop(error: unknown): void {
    this.#release();
    this.#fail(error);
  }

  /**
   * Once the page has the module, charts that are far away have their data, too: they may be printed. A page may be
   * busy for long, so what waits holds no chart.
   */
  static #later(): void {
    if (idling) return;
    idling = true;
    (window.requestIdleCallback ?? setTimeout)(() => {
      idling = false;
      for (const each of charts) if (!each.#near) void each.#prepare();
    });
  }

  adoptedCallback(): void {
    // what follows the page, the style sheets and the fonts belong to one document
    this.#connection?.abort();
    this.#connection = this.#host = undefined;
  }

  disconnectedCallback(): void {
    if (this.#lack) return;
    this.#figure.calm();
    // a move takes the element out and puts it in again at once
    queueMicrotask(() => {
      if (!this.isConnected || !this.#view) this.#release();
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    // that of a type is an error, when the chart is drawn
    const wrong = name === 'type' ? undefined : unknown(name as Attribute, after ?? '');
    const expected = name === 'time' ? TIMES : taken(name as Attribute).join(', ');
    if (wrong) say('warn', `the attribute ${name} is "${wrong}"; expected ${expected}`);
    if (name === 'link') return;
    if (name === 'type') this.#another = true;
    if (name === 'src') this.#reload();
    else void this.#update();
  }

  #release(): void {
    this.#connection?.abort();
    this.#connection = undefined;
    charts.delete(this);
    if (!this.#lack) this.#figure.choices?.restore();
    this.#source.forget();
    this.#drop();
    this.#host = undefined;
    this.#room.leave();
  }

  /** The chart is made anew before the next paint. */
  #drop(): void {
    if (!this.#lack) this.#figure.forget();
    this.#chart?.free();
    this.#chart = undefined;
    this.#stale = true;
  }

  /** The window of the document that the element is in. */
  get #view(): (Window & typeof globalThis) | null {
    return this.ownerDocument?.defaultView;
  }

  /** Follows everything outside of the element that changes its picture. */
  #follow(signal: AbortSignal): void {
    const update = () => void this.#update();
    const figure = this.#figure;
    watch(this, figure, signal, {
      near: () => {
        if (this.#near) return;
        this.#near = true;
        update();
      },
      resized: () => {
        const other = figure.element.hidden ? isShown(this) && !this.#told : this.#room.differs(figure.room);
        if (other) update();
      },
      changed: update,
      fonts: () => {
        this.#host = undefined; // its widths are of the fonts before
        update();
      },
      online: () => this.#told && update(),
      print: (paper) => this.#print(paper),
      gone: () => this.#release(),
      failed: (error) => this.#stop(error),
    });
    this.#languages.follow();
    signal.addEventListener('abort', () => this.#languages.stop());
  }

  #reload(): void {
    this.#another = true;
    this.#stale = true;
    this.#told = undefined;
    this.#source.forget();
    void this.#update();
  }

  /** Coalesces all changes of a task into one paint. */
  #update(): Promise<void> {
    if (!this.#connection || !this.#near || this.#paper) return Promise.resolve();
    this.#again = true;
    this.#updating ??= this.#run().finally(() => {
      this.#updating = undefined;
      for (const resolve of this.#waiting.splice(0)) resolve();
    });
    return this.#updating;
  }

  readonly #waiting: (() => void)[] = [];
  #untilNear(): Promise<void> {
    if (this.#near || !this.#connection) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #run(): Promise<void> {
    await null; // further changes of this task
    while (this.#again && this.#connection) {
      this.#again = this.#another = false;
      const { signal } = this.#connection;
      try {
        // both at once
        const module = (this.#tools ? Promise.resolve() : this.#module().load()).then(
          () => undefined,
          (error: unknown) => new Failure('wasm', error instanceof Error ? error.message : String(error)),
        );
        const asked = this.#language();
        if (asked)
          void texts(asked, this.#said)
            .then((words) => running || this.#lent(words).warm())
            .catch(() => undefined);
        const data = this.#stale ? await this.#source.load(VillageChart.credentials) : undefined;
        const failure = await module;
        if (failure) throw failure;
        if (this.#said && !this.#figure.choices) {
          const { Choices } = await loadChoices();
          this.#figure.choices = new Choices(
            this,
            this.#figure,
            (tell) => this.#linked((other) => tell(other, other.#figure.choices)),
            (places) => this.#tell('village-chart-places', { places } satisfies PlacesDetail),
          );
        }
        await this.#learn();
        if (signal.aborted || this.#again) continue;
        if (!this.#paint(data)) continue;
        if (!this.#ready) {
          this.#ready = true;
          this.#figure.arrive();
          // before the frame that shows it, in which the page may make room for it
          this.#tell('village-chart-ready', undefined);
        }
        await painted();
      } catch (error) {
        const failure = await explained(error);
        await this.#learn().catch(() => undefined); // then in the words that there are
        if (signal.aborted || this.#another) continue;
        // no other width, font or language makes it come right
        this.#again = false;
        this.#fail(failure);
      }
    }
  }

  /** What the chart is made in: what others of the page are made in, or will be, where that can draw it. */
  #module(): Wasm {
    const own = this.#needed;
    const draws = ({ parts }: Wasm, needed: number) => (needed & ~parts) === 0;
    const all = [...charts].reduce((parts, chart) => parts | chart.#needed, own);
    this.#use(
      [this.#wasm, ...modules].find((wasm) => wasm.isAsked && draws(wasm, own)) ??
        modules.find((wasm) => draws(wasm, all)) ??
        base,
    );
    return this.#wasm;
  }

  /** The parts of a module that draw it. */
  get #needed(): number {
    return (PARTS.get(this.type) ?? Part.Article) | this.#more;
  }

  /** The chart is made in a module from now on. */
  #use(wasm: Wasm): void {
    if (this.#wasm === wasm) return;
    this.#wasm = wasm;
    if (!this.#tools) this.#drop();
  }

  /**
   * Words and data of a chart that no reader is near, in case the page is printed. What fails is told when one comes.
   */
  async #prepare(): Promise<void> {
    await this.#module()
      .load()
      .then(() => this.#source.load(VillageChart.credentials))
      .then(() => this.#learn())
      .catch(() => undefined);
  }

  /** The words of the reader's language: that of the attribute or the page, else of the data, else of the browser. */
  async #learn(): Promise<void> {
    const tag =
      this.#language() ||
      known(ofData(this.#source.loaded?.value)) ||
      navigator.languages.map(known).find(Boolean) ||
      'en';
    this.#texts = await texts(tag, this.#said).catch((error) => {
      throw new Failure('wasm', `the words of the language ${tag}: ${String(error)}`);
    });
  }

  /** On paper, at once and with what is there: a light picture of its own width; and back. */
  #print(paper: boolean): void {
    this.#paper = paper;
    const { loaded } = this.#source;
    if (paper && loaded && this.#texts && (this.#tools || this.#wasm.running)) {
      try {
        this.#paint(loaded, true);
      } catch (error) {
        this.#fail(error);
      }
    } else if (!paper && this.#near) void this.#update();
    else if (!paper) {
      // no reader is near: as it was before
      this.#figure.element.hidden = true;
      this.#figure.rest();
      this.#slot.hidden = false;
      this.#room.leave();
    }
  }

  /** The tools, loaded when a reader or a page first asks for them; the chart goes on in the module that has them. */
  async #useTools(): Promise<typeof Tools> {
    if (!this.#tools) {
      // both at once; without their words there are none
      const [tools] = await Promise.all([loadTools(), texts(this.#words.tag, Said.Tools)]);
      tools.engine.stopped = base.engine.stopped;
      this.#tools = tools;
      this.#drop();
      this.#host = undefined;
    }
    await this.#update();
    if (!this.#chart || this.#figure.element.hidden) throw new Error('there is no chart yet');
    return this.#tools;
  }

  /** Opens the tools, or closes them. */
  async #toggle(): Promise<void> {
    const { panel } = this.#figure;
    try {
      const tools = await this.#useTools();
      this.#panel ??= new tools.Panel(this.#figure, {
        changed: () => this.#update(),
        chart: () => this.#chart as Tools.Chart,
        blob: (format, form) => this.toBlob(format, form),
        name: () => `village-chart-${this.type}`,
        choose: (places) => {
          this.#figure.choices?.keep(places);
        },
      });
      panel.hidden = !panel.hidden;
      await this.#update();
    } catch (error) {
      this.#figure.say(this.#words.say(Message['failed-wasm']), true);
      console.error(`village-chart: ${String(error)}`);
    }
  }

  /** The other charts of the same data. */
  #linked(tell: (other: VillageChart) => void): void {
    const source = (chart: VillageChart) => chart.link !== 'off' && chart.#source.shared;
    const mine = source(this);
    if (!mine) return;
    for (const other of charts) if (other !== this && source(other) === mine) tell(other);
  }

  /** Reads the data where it is new, lays out and draws; `false` where there is nothing to draw or no room. */
  #paint(data: Loaded | undefined, print = false): boolean {
    const figure = this.#figure;
    const words = this.#words;
    const { chart, family } = this.#at(words);
    if (this.#stale && data) {
      if (!this.#take(chart, data.value)) return false;
    } else if (this.#stale) {
      this.#remind(() => {
        if (this.#stale && this.#source.empty)
          say(
            'warn',
            'no data: set the attribute src or the property data, or put a script of type application/json inside',
          );
      });
      return false;
    }
    const hidden = figure.element.hidden;
    figure.open(words.tag);
    figure.layouts = [...this.querySelectorAll<SVGSVGElement>('.village-chart svg')].map(
      (svg) => svg.viewBox.baseVal.width,
    );
    const { room } = figure;
    const width = print ? Figure.paper : room.width;
    const restore = () => (figure.element.hidden = hidden);
    if (!width) {
      this.#room.leave(); // painted once there is room, though it were the same as before
      this.#remind(() => {
        if (figure.element.hidden && isShown(this))
          say('warn', 'there is no room: the box that the chart is in is 0 pixels wide');
      });
      return (restore(), false);
    }
    const { type, unit, sort, time, group, only, places, indicator, x, y, order, shown, split, also } = this;
    const of = { indicator, x, y, order, shown, split, time, group, only, places, also };
    const { sizes } = figure;
    const asked = { kind: type, locale: words.tag, unit, ...of, sort, width, sizes };
    const view = figure.set(asked);
    if (!this.#chart) return false; // it stopped, and that was told
    if (view.kind !== type) {
      restore();
      const found = type ? `"${type}"` : 'nothing';
      throw new Failure('type', `the attribute type is ${found}; expected ${taken('type').join(', ')}`);
    }
    // a reader's few colours have no tint
    const striped = ['(forced-colors: active)', '(prefers-contrast: more)'].some((query) => matchMedia(query).matches);
    chart.dress(family, figure.colors(this.theme, print), striped && !print);
    const { picture, finding } = chart.layout();
    if (!picture) {
      restore();
      const value = this.#source.loaded?.value;
      const ask = finding?.path ? undefined : (tools: typeof Tools) => tools.check(value, asked, words);
      throw new Failure('data', 'there is nothing to draw', finding ? [finding] : [], ask);
    }
    this.#room.take(room);
    this.#spoken = this.#language();
    const controls = this.controls.split(/\s+/);
    this.#slot.hidden = this.#message.hidden = true;
    figure.show(picture, {
      print,
      room,
      texts: words,
      controls: (name) => controls.includes('all') || controls.includes(name),
    });
    if (!this.#chart) return false; // it stopped, and that was told
    this.#panel?.show(picture, chart as Tools.Chart, this.#source.loaded, words);
    this.#told = undefined;
    return true;
  }

  /** What the developer is told if it is still so after a while; no chart is kept for it. */
  #remind(tell: () => void): void {
    const timer = setTimeout(tell, EMPTY);
    this.#connection?.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** The chart, which measures with the font of the page that it is in now and speaks these words. */
  #at(words: Texts): { chart: Chart; family: string } {
    const host = this.#lent(words);
    if (!this.#chart) {
      this.#chart = (this.#tools ?? this.#wasm).engine.chart(host) as Chart;
      this.#figure.use(this.#chart);
    }
    return { chart: this.#chart, family: host.family };
  }

  /** What measures with that font and speaks these words, for the chart. */
  #lent(words: Texts): Host {
    const family = getComputedStyle(this).fontFamily || 'sans-serif';
    if (!this.#host || this.#host.family !== family || this.#host.texts !== words) {
      this.#host = hostOf(this.#tools?.Host ?? Host, words, family, this.ownerDocument);
      this.#chart?.lend(this.#host);
    }
    return this.#host;
  }

  /** Gives new data to the chart, and tells what is wrong in it; `false` where another module is to read it. */
  #take(chart: Chart, value: unknown): boolean {
    const found = chart.read(...flatten(value));
    if (found[0]?.code === 'more') {
      this.#more = Part.Whole;
      this.#again = true;
      return false;
    }
    const errors = found.filter((f) => f.severity === 'error');
    // without the tools a module knows only that something is wrong
    const ask = errors[0]?.path ? undefined : (tools: typeof Tools) => tools.check(value);
    // what has errors stays to be read: they are said again where the language changes
    if (errors.length) throw new Failure('data', 'the data has errors', errors, ask);
    this.#stale = false;
    for (const f of found) {
      if (f.severity === 'warning')
        say('warn', f.path ? line(f) : 'the data has warnings; the command village-charts check lists them');
    }
    return true;
  }

  /** Says what is wrong, to the reader and to the developer, and keeps what the author put inside. */
  #fail(error: unknown): void {
    const expected = error instanceof Failure;
    const failure = expected ? error : new Failure('wasm', `unexpected: ${String(error)}`);
    // whatever it was in the middle of
    if (!expected) this.#drop();
    this.#spoken = this.#language();
    const words = this.#words;
    this.#message.replaceChildren(...failure.shown(words));
    // a static picture is a whole chart: its reader lacks nothing
    this.#message.hidden = !!this.querySelector('.village-chart');
    this.#slot.hidden = false;
    if (!this.#lack) {
      this.#figure.element.hidden = true;
      this.#figure.calm();
    }
    const { reason, findings, lines } = failure;
    const message = [failure.message, ...lines].join(lines.length > 1 ? '\n  ' : ': ');
    // once, not again with every change of the theme or the width
    if (message === this.#told) return;
    this.#told = message;
    say('error', message);
    this.#tell('village-chart-error', { reason, message, findings } satisfies ErrorDetail);
  }

  /** What is said where the words of a language have not come: that there is no chart. */
  get #words(): Texts {
    return this.#texts ?? new Texts('en', failures);
  }

  /** As much as the module of the chart can say. */
  get #said(): Said {
    return this.#tools ? Said.Tools : this.#wasm.said;
  }

  /** The language of the attribute or the page around; empty where there are no words in it. */
  #language(): string {
    return known(this.locale) ?? languageAround(this);
  }

  #selected(chosen: Item | null, known: string[]): void {
    let [item, names] = [chosen, known];
    if (this.#figure.choices?.choose(item)) {
      this.#figure.select(undefined);
      [item, names] = [null, []];
    }
    this.#linked((other) => other.#figure.join(names));
    const detail: SelectDetail = item && { id: item.id, title: item.title, value: item.value };
    this.#tell('village-chart-select', detail);
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** Whether its box is shown at all, though it be empty. */
function isShown(element: Element): boolean {
  return boxOf(element).getClientRects().length > 0;
}

/** After the frame that shows what was just drawn; at once in a tab that shows nothing. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
