import { Argument, Message } from '../../target/texts/messages.js';
import type { Choices } from './choices.js';
import { captioned, h, part } from './dom.js';
import { listen } from './gestures.js';
import { precise } from './host.js';
import { colorsAt } from './roles.js';
import type { Size } from './room.js';
import { sheets } from './style.js';
import { Tooltip, zoom } from './tooltip.js';
import { flatten } from './value.js';
import type { Item, Picture, View } from './wire.js';
import type { Chart } from './wasm.js';
import type { Texts } from './texts.js';

/** What the reader does that the element has to know. */
export interface Wishes {
  /** An attribute of the element is to have another value. */
  wish(name: 'sort' | 'unit', value: string): void;
  /** The view has changed: draw it. */
  changed(): Promise<void>;
  /** The reader selects an item, which other charts know by these names, or lets go. */
  select(item: Item | null, names: string[]): void;
  /** The reader points at an item, or at none. */
  hover(names: string[]): void;
  /** Open or close the tools: search, threshold, cells, table, pictures to take away. */
  tools(): void;
}

/** How a chart is to look. */
export interface Look {
  /** Which controls are shown. */
  controls: (name: string) => boolean;
  /** On paper there are more pixels. */
  print: boolean;
  /** What its size comes of. */
  room: Size;
  /** The words of the reader's language. */
  texts: Texts;
}

const MOST_PIXELS = 16_000_000; // of one canvas on a phone
const GLIDE = 300; // ms
const PAPER = 640; // CSS pixels

/** A painted chart: its texts and controls as elements, its picture on two canvases, its figures as a list. */
export class Figure {
  readonly #title = part('title', 'div');
  readonly #note = part('note', 'p');
  /** Out of sight, and as wide as letters are: its size tells when their font or their size changes. */
  readonly summary = h('p', { className: 'hint probe' });
  readonly #controls = part('controls', 'div');
  readonly #pager = part('pager', 'div');
  readonly #pages = h('select', {});
  readonly #source = part('source', 'p');
  readonly #base = h('canvas', {});
  readonly #overlay = h('canvas', {});
  readonly #list = h('ul', {});
  /**
   * Within a toolbar a screen reader leaves arrows and letters to the page; the list in it tells how many there are.
   */
  readonly #bar = h('div', {}, this.#list);
  readonly #hint = h('p', { className: 'hint', id: 'keys' });
  readonly #status = h('p', { className: 'hint' });
  /** White, but where the browser darkens pages that know of no dark colours. */
  readonly #ground = h('i', { className: 'ground' });
  /** Out of sight, too: a style that changes starts a transition on it. */
  readonly watch = h('i', { className: 'hint probe watch' }, this.#ground);
  /** The picture, its figures as a list, and what tools lay over it. */
  readonly stage = h('div', { className: 'stage' }, this.#base, this.#overlay, this.#bar, this.#hint);
  /** Where tools go. */
  readonly panel = part('tools', 'div');
  readonly #tooltip = new Tooltip(
    this.stage,
    (left, top) => this.#rule('.tip', (style) => put(style, { left, top })),
    () => this.#point(undefined),
  );
  #sheet!: CSSStyleSheet;
  readonly #shadow: ShadowRoot;
  readonly #wishes: Wishes;
  readonly element = part(
    'figure',
    'figure',
    h('figcaption', { id: 'name' }, this.#title),
    this.#note,
    this.summary,
    // within one element: Orca takes a choice that appears outside what holds the focus for where the focus is now
    h('section', {}, this.#controls, this.panel),
    this.stage,
    this.#pager,
    this.#source,
    this.#status,
    this.watch,
    this.#tooltip.element,
  );
  #chart?: Chart;
  #picture?: Picture;
  /** Canvas pixels to one of the picture, and the size of the canvas in its own. */
  #ratio = 1;
  #pixels: [width: number, height: number] = [0, 0];
  /** CSS pixels to one of the picture, and the page's zoom of these. */
  scale = 1;
  #zoom = 1;
  #near = true;
  #print = false;
  /** The view as the chart said it last, and what the next chart is to be asked for. */
  #view: Partial<View> = {};
  /** What the tooltip speaks of, and where the pointer was. */
  #told?: { id: string; x?: number };
  #frame = 0;
  #speech = 0;
  #texts?: Texts;
  /** What was said last. */
  #answer = '';

  constructor(shadow: ShadowRoot, wishes: Wishes) {
    this.#wishes = wishes;
    this.#shadow = shadow;
    this.element.hidden = true;
    // a name that is read elsewhere, as a screen reader is told: it is not said twice
    this.element.setAttribute('aria-labelledby', 'name');
    this.#title.setAttribute('role', 'heading');
    this.#title.setAttribute('aria-level', '3');
    this.#list.setAttribute('role', 'list');
    this.#bar.setAttribute('role', 'toolbar');
    // not as a text of its own: a screen reader that reads on has keys of its own
    this.#hint.setAttribute('aria-hidden', 'true');
    // not the role status, which is read where it is empty, too
    this.#status.setAttribute('aria-live', 'polite');
    // the one stop for Tab is where the focus was last, whoever moved it there
    this.#list.addEventListener('focusin', ({ target, relatedTarget }) => {
      const within = relatedTarget instanceof Node && this.#list.contains(relatedTarget);
      for (const button of this.#list.querySelectorAll('button')) this.#stop(button, button === target, within);
    });
    // only once the focus is elsewhere: who leaves would hear the keys as news. And on a button of its own: Firefox
    // tells of a description that came back once the button is reached, and Orca would say it twice.
    this.#list.addEventListener('focusout', ({ target }) => {
      const button = target as HTMLElement;
      setTimeout(() => {
        if (this.#focusedPlace !== undefined || button.tabIndex || button.hasAttribute('aria-describedby')) return;
        const other = button.cloneNode(true) as HTMLElement;
        this.#stop(other, true);
        button.replaceWith(other);
      }, 100);
    });
    // the summary says it in words
    this.#source.setAttribute('aria-hidden', 'true');
    this.panel.hidden = true;
    for (const canvas of [this.#base, this.#overlay]) canvas.setAttribute('aria-hidden', 'true');
    listen(this.stage, this.#list, {
      items: () => this.#picture?.items ?? [],
      hit: (event) => this.#hit(event),
      point: (index, x) => this.#point(index, x),
      choose: (index) => {
        const item = index === undefined ? undefined : this.#picture?.items[index];
        if (item && item.id !== this.#view.selected) this.#choose(item);
        else if (this.#view.selected) this.#choose(null); // again, or beside all
      },
      // only charts of many times have lines
      across: (index, step) => this.ask((chart) => chart.across(index, step > 0)),
      go: (index) => this.#go(index),
      leave: () => {
        this.calm();
        if (this.#view.selected) this.#choose(null);
      },
    });
  }

  /** Puts on the style sheets of the document that the chart is in now. */
  dress(): void {
    if (!this.#shadow.adoptedStyleSheets) throw new Error('the browser takes no style sheets');
    const [shared, own] = sheets(this.#shadow.ownerDocument);
    this.#sheet = own;
    this.#shadow.adoptedStyleSheets = [shared, own];
    // what was painted is shown until the data is there again
    if (this.#picture) this.#arrange(this.#picture);
  }

  /**
   * The widths of the static picture's layouts, the widest first; where there is one, the picture is laid out for one
   * of them.
   */
  layouts: number[] = [];

  /** What a reader chooses of data with indicators, once there is such data. */
  choices?: Choices;

  /** Takes its room in the page, which can be measured then; fonts depend on the language. */
  open(language: string): void {
    this.element.hidden = false;
    // a browser works out all styles of what has a language anew, though it were the same
    if (this.element.lang !== language) this.element.lang = language;
    // only now: a browser works out the styles of what is hidden, too
    this.element.classList.add('village-chart');
  }

  /** The room that there is now. The page is laid out for it, which takes long where much of it has changed. */
  get room(): Size {
    const [wide, letters] = [this.#room, this.#letters];
    const room = wide / letters;
    const width = (room && (this.layouts.find((width) => width <= room) ?? this.layouts.at(-1))) || Math.floor(room);
    const scale = this.layouts.length ? wide / width : letters;
    return { width, scale, zoom: zoom(this.stage), family: getComputedStyle(this.summary).fontFamily };
  }

  /** Where the text around is larger, be it the page's or a reader's wish, all of the picture is. */
  get #letters(): number {
    const size = parseFloat(getComputedStyle(this.element).fontSize) / 16;
    return Math.min(3, Math.max(1, size || 1));
  }

  /**
   * The colours of the style sheets, as `colorsAt` gives them. A theme is `light`, `dark` or the page's own; on paper
   * it is light. A browser that darkens a page darkens its texts, but no canvas: then the chart is dark by itself.
   */
  colors(theme: string, print: boolean): string {
    const darkened =
      !print && theme !== 'dark' && getComputedStyle(this.#ground).backgroundColor !== 'rgb(255, 255, 255)';
    const shown = print ? 'light' : darkened ? 'dark' : theme;
    for (const name of ['light', 'dark']) this.element.classList.toggle(name, shown === name);
    this.element.classList.toggle('own', print || darkened);
    this.element.classList.toggle('darkened', darkened);
    return colorsAt(this.summary);
  }

  /** The style sheets' factors of the height of bars and of the gaps between rows. */
  get sizes(): View['sizes'] {
    const style = getComputedStyle(this.summary);
    const factor = (name: string) => parseFloat(style.getPropertyValue(`--village-chart-${name}`) || '1');
    return { bar: factor('bar'), gap: factor('gap') };
  }

  /** The stage's width as it is laid out, without what a transform makes of it. */
  get #room(): number {
    return parseFloat(getComputedStyle(this.stage).width) || 0;
  }

  /** The width on paper, in pixels of the picture. */
  static readonly paper = PAPER;

  /**
   * Shows a laid-out chart. What the reader points at and is told of stays with its figure, wherever that is now and
   * whatever it says.
   */
  show(picture: Picture, look: Look): void {
    cancelAnimationFrame(this.#frame);
    const focused = this.#focused?.id;
    const told = this.#told;
    this.#picture = picture;
    const { texts } = look;
    this.#texts = texts;
    write(this.#title, picture.title);
    write(this.#note, picture.note);
    this.#note.hidden = !picture.note;
    write(this.summary, picture.summary);
    write(this.#source, picture.source);
    this.#source.hidden = !picture.source;
    this.#showControls(picture, look);
    this.#showPager(picture, texts);
    const place = (id?: string | null) => picture.items.findIndex((item) => item.id === id);
    this.#showItems(picture, texts, place(focused));

    const { width, scale, zoom } = look.print ? { width: PAPER, scale: 1, zoom: 1 } : look.room;
    const dense = look.print ? 3 : (devicePixelRatio || 1) * scale * zoom;
    this.#ratio = Math.min(dense, Math.sqrt(MOST_PIXELS / (width * picture.height)));
    this.#pixels = [Math.round(width * this.#ratio), Math.round(picture.height * this.#ratio)];
    [this.scale, this.#zoom] = [scale, look.room.zoom];
    this.#print = look.print;
    // before the canvas is asked for its context: that has the browser work out the styles of all that is new
    this.#arrange(picture);
    if (!this.#fit()) throw new Error('the browser gives no 2D context');
    if (look.print) this.set({ hover: null });
    else if (place(this.#view.hover) < 0) this.#mark(undefined);
    const of = look.print ? -1 : place(told?.id);
    this.#told = undefined;
    if (of < 0) this.#tooltip.hide();
    else this.#point(of, told?.x);
    const still = look.print || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#glide(performance.now(), still || !picture.glides);
  }

  /** Whether the reader is so near that the picture has pixels: phones have room for those of some twenty. */
  set near(near: boolean) {
    if (near === this.#near) return;
    this.#near = near;
    if (!this.#picture || this.#print) return;
    cancelAnimationFrame(this.#frame);
    this.#fit();
    if (near) this.#glide(0, true);
  }

  /** What was on paper needs no pixels any more. */
  rest(): void {
    this.#print = false;
    this.#pixels = [0, 0];
    this.#fit();
  }

  /** Gives the canvas the pixels it is to have, none of them painted; `false` where the browser gives no context. */
  #fit(): boolean {
    [this.#base.width, this.#base.height] = this.#near || this.#print ? this.#pixels : [0, 0];
    return !!precise(this.#base.getContext('2d'));
  }

  /** Paints the picture, and until it has arrived each frame of its way there. */
  #glide(start: number, arrived: boolean): void {
    const time = arrived ? 1 : Math.max(0, Math.min(1, (performance.now() - start) / GLIDE));
    this.ask((chart) => chart.paint(this.#base, this.#ratio, 1 - (1 - time) ** 3));
    this.#paintOverlay();
    if (time < 1) this.#frame = requestAnimationFrame(() => this.#glide(start, false));
  }

  /** From now on this chart is asked; it goes on where the one before it was. */
  use(chart: Chart): void {
    this.#chart = chart;
    if (Object.keys(this.#view).length) this.set(this.#view);
  }

  /** The view, as the chart said it last. */
  get view(): Readonly<Partial<View>> {
    return this.#view;
  }

  /** Asks the chart to change its view, or the next one where there is none; what the view is then. */
  set(change: Partial<Record<keyof View, unknown>>): Readonly<Partial<View>> {
    this.#view = this.ask((chart) => chart.set(...flatten(change))) ?? ({ ...this.#view, ...change } as Partial<View>);
    return this.#view;
  }

  /** Selects an item from outside; `undefined` lets go. */
  select(id: string | undefined): void {
    this.set({ selected: id ?? null });
    this.#press();
    this.#paintOverlay();
  }

  /** Marks what the reader points at in another chart of the same data. */
  follow(names: string[]): void {
    this.#mark(this.#named(names));
  }

  /** Selects what the reader has selected in another chart of the same data. */
  join(names: string[]): void {
    this.select(this.#named(names)?.id ?? names.at(-1));
  }

  /** What other charts may know an item by: of a line, whose items are a place at its times, that is the place. */
  #names(item: Item | null | undefined): string[] {
    if (!item) return [];
    return this.#picture?.rows?.length ? [item.id, item.id.slice(0, item.id.lastIndexOf('@'))] : [item.id];
  }

  /** The item of that name; of a line the last one. */
  #named(names: string[]): Item | undefined {
    const items = [...(this.#picture?.items ?? [])].reverse();
    const [exact, place = exact] = names;
    return items.find(({ id }) => id === exact) ?? items.find((item) => this.#names(item).includes(place ?? ''));
  }

  /** What the chart answers; nothing where there is none. Where it stops, the element is told: see `engine.ts`. */
  ask<T>(ask: (chart: Chart) => T): T | undefined {
    try {
      return this.#chart && ask(this.#chart);
    } catch {
      return undefined;
    }
  }

  /** The chart is about to be freed, or not to be used again. */
  forget(): void {
    cancelAnimationFrame(this.#frame);
    this.#chart = undefined;
  }

  /**
   * Says something to those who do not see it change, once it has settled; and `seen`, where it changes nothing else.
   */
  say(text: string, seen = false): void {
    clearTimeout(this.#speech);
    this.#status.textContent = '';
    this.#status.className = seen ? '' : 'hint';
    // the same again is another text: Chromium tells no one of a text that has not changed
    this.#answer = text && text === this.#answer ? `${text}\u00a0` : text;
    this.#speech = setTimeout(() => (this.#status.textContent = this.#answer), 500);
  }

  /**
   * Tells screen readers that the static picture's heading is another now. They keep a list of a page's headings and
   * pass over those that are gone, until a text changes that they know already.
   */
  arrive(): void {
    setTimeout(() => (this.summary.textContent = this.#picture?.summary ?? ''), 500);
  }

  /** Sends the tooltip away. */
  calm(): void {
    this.#tooltip.hide();
    this.#point(undefined);
  }

  /** Moves the focus to the first or last item. */
  focus(end: 'first' | 'last'): void {
    const buttons = this.#list.querySelectorAll('button');
    buttons[end === 'first' ? 0 : buttons.length - 1]?.focus();
  }

  /** Positions and colours, which differ from chart to chart. A sheet, not style attributes: a strict CSP allows it. */
  #arrange(p: Picture): void {
    const px = (n: number) => `${n * this.scale}px`;
    const [wide, high] = this.#pixels;
    const items = p.items.map(
      (i, n) => `#i${n}{left:${px(i.x)};top:${px(i.y)};width:${px(i.width)};height:${px(i.height)}}`,
    );
    const [width, height] = [px(wide / this.#ratio), px(high / this.#ratio)];
    this.#sheet.replaceSync(
      `.stage{height:${px(p.height)}}` +
        `canvas{width:${width};height:${height}}canvas+canvas{width:1px;height:1px}` +
        `.tip{left:0;top:0;--_zoom:${this.#zoom}}@media print{.stage{width:${px(PAPER)}}}` +
        items.join(''),
    );
  }

  /** Changes a rule of the chart's own sheet. */
  #rule(selector: string, set: (style: CSSStyleDeclaration) => void): void {
    for (const rule of this.#sheet.cssRules) {
      const { selectorText, style } = rule as Partial<CSSStyleRule>;
      if (selectorText?.replaceAll(' ', '') === selector && style) set(style);
    }
  }

  #showControls(p: Picture, look: Look): void {
    const { texts } = look;
    const choices = this.choices?.lists(p, look) ?? [];
    if (p.sort && look.controls('sort'))
      choices.push(
        this.#choice(
          'sort',
          Message.sort,
          {
            value: this.#view.kind === 'revenue' ? Message['sort-value'] : Message['sort-figure'],
            name: Message['sort-name'],
          },
          texts,
        ),
      );
    if (p.unit && look.controls('unit'))
      choices.push(
        this.#choice('unit', Message.unit, { month: Message['unit-month'], year: Message['unit-year'] }, texts),
      );
    if (look.controls('tools')) {
      choices.push(
        h(
          'button',
          { type: 'button', value: 'tools', className: 'more', onclick: () => this.#wishes.tools() },
          texts.say(p.sort || p.whole ? Message.tools : p.rows?.length ? Message['tools-find'] : Message['tools-few']),
        ),
      );
    } else this.panel.hidden = true;
    // the same ones stay: one of them may be being pressed, or read
    if (this.#controls.textContent !== choices.map((choice) => choice.textContent).join(''))
      replace(this.#controls, choices);
    this.#controls.hidden = !choices.length;
    for (const button of this.#controls.querySelectorAll<HTMLButtonElement>('button[value]')) {
      if (button.value === 'tools') button.setAttribute('aria-expanded', String(!this.panel.hidden));
      else button.setAttribute('aria-pressed', String(button.value === p.sort || button.value === p.unit));
    }
  }

  /** Buttons, one for each value; `words` are their messages. */
  #choice(name: 'sort' | 'unit', caption: Message, words: Record<string, Message>, texts: Texts): Node {
    const buttons = Object.entries(words).map(([value, message]) =>
      h('button', { type: 'button', value, onclick: () => this.#wishes.wish(name, value) }, texts.say(message)),
    );
    const group = h('div', { className: 'choice' }, ...buttons);
    group.setAttribute('role', 'group');
    return captioned(texts.say(caption), group);
  }

  /** Shows another page; `focus` names the end of it that the keyboard goes on from. */
  #page(page: number, focus?: 'first' | 'last'): void {
    this.set({ page });
    void this.#wishes.changed().then(() => focus && this.focus(focus));
  }

  #turn(step: number, texts: Texts): void {
    const page = (this.#picture?.page ?? 0) + step;
    this.#page(page);
    // a list of pages says its own value, and a figure that the arrows come to its name
    this.say(`${texts.say(Message.page)} ${this.#pages.item(page)?.label ?? ''}`);
  }

  /** Its controls stay the same ones: one of them may be being pressed, or read. */
  #showPager({ page, pages, whole }: Picture, texts: Texts): void {
    this.#pager.hidden = pages < 2;
    // of one picture they are for those who read the list: seen by who comes there with keys
    this.#pager.classList.toggle('quiet', whole);
    // Chromium tells of a list's choice when the list comes to be, hidden or not, and a screen reader may follow there
    if (pages < 2) return;
    const select = this.#pages;
    if (!this.#pager.firstChild) {
      const [before, after] = [-1, 1].map((step) =>
        h('button', { type: 'button', value: String(step) }, step < 0 ? '‹' : '›'),
      );
      select.onchange = () => this.#page(Number(select.value));
      this.#pager.append(before, select, after);
    }
    if (select.length !== pages || select.lang !== texts.tag) {
      const { format } = new Intl.NumberFormat(texts.tag);
      const options: Node[] = [];
      for (let i = 0; i < pages; i++) options.push(new Option(`${format(i + 1)} / ${format(pages)}`, String(i)));
      // all at once: a browser does much for each time
      select.replaceChildren(...options);
      select.lang = texts.tag;
    }
    if (select.value !== String(page)) select.value = String(page);
    select.setAttribute('aria-label', texts.say(Message.page));
    for (const button of this.#pager.querySelectorAll('button')) {
      const step = Number(button.value);
      const end = page + step < 0 || page + step >= pages;
      // a button that cannot be pressed any more gives the focus on
      if (end && button.matches(':focus')) select.focus();
      button.disabled = end;
      button.onclick = () => this.#turn(step, texts);
      button.setAttribute('aria-label', texts.say(step < 0 ? Message['page-previous'] : Message['page-next']));
    }
  }

  /** The list; `focused` is where the figure with the focus is now, -1 where it is not. */
  #showItems(p: Picture, texts: Texts, focused: number): void {
    this.#bar.setAttribute('aria-label', texts.say(Message.figures, { [Argument.title]: p.title }));
    write(this.#hint, texts.say(Message.keys));
    const buttons = [...this.#list.querySelectorAll('button')];
    for (const extra of buttons.splice(p.items.length)) extra.parentElement?.remove();
    const stop = focused < 0 ? (this.#focusedPlace ?? 0) : focused;
    p.items.forEach((item, i) => {
      let button = buttons[i];
      if (!button) {
        button = h('button', { type: 'button', id: `i${i}` });
        this.#list.append(h('li', {}, button));
      }
      write(button, item.spoken);
      button.value = String(i);
      this.#stop(button, i === stop, focused >= 0 || this.#focusedPlace !== undefined);
    });
    if (focused >= 0 && focused !== this.#focusedPlace)
      this.#list.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
    this.#press();
  }

  /**
   * One stop for Tab, which says the keys to who comes there; the arrows go on from it, and need not hear them again.
   */
  #stop(button: HTMLElement, stop: boolean, within = false): void {
    button.tabIndex = stop ? 0 : -1;
    const described = stop && !within;
    // Firefox tells of an attribute that is set, also to what it was
    if (button.hasAttribute('aria-describedby') === described) return;
    if (described) button.setAttribute('aria-describedby', 'keys');
    else button.removeAttribute('aria-describedby');
  }

  /** Says which item is selected. */
  #press(): void {
    this.#list.querySelectorAll('button').forEach((button, i) => {
      button.setAttribute('aria-pressed', String(this.#picture?.items[i]?.id === this.#view.selected));
    });
  }

  #go(to: number): void {
    const { items = [], page = 0, pages = 1 } = this.#picture ?? {};
    if (to >= items.length) {
      if (page + 1 < pages) this.#page(page + 1, 'first');
    } else if (to < 0) {
      if (page > 0) this.#page(page - 1, 'last');
    } else {
      this.#list.querySelectorAll('button')[to]?.focus();
    }
  }

  #hit(event: MouseEvent): number | undefined {
    const { left, top, scale } = this.place();
    const hit = () => this.ask((chart) => chart.hit((event.clientX - left) / scale, (event.clientY - top) / scale));
    const there = hit();
    const { length = 0 } = this.#picture?.items ?? {};
    if (there === undefined || there < length) return there;
    // a dot whose words are on another page of the list: the picture stays as it is
    this.set({ page: there - length });
    const picture = this.ask((chart) => chart.layout())?.picture;
    if (!picture || !this.#texts) return undefined;
    this.#picture = picture;
    this.#showPager(picture, this.#texts);
    this.#showItems(picture, this.#texts, -1);
    this.#arrange(picture);
    return hit();
  }

  /** Where the stage is on the screen, and how much larger than it was laid out. */
  place(): { left: number; top: number; scale: number } {
    const { left, top, width } = this.stage.getBoundingClientRect();
    return { left, top, scale: (width / this.#room || 1) * this.scale };
  }

  /** The place of the button that the keyboard is at. */
  get #focusedPlace(): number | undefined {
    const button = this.#list.querySelector<HTMLButtonElement>('button:focus');
    return button ? Number(button.value) : undefined;
  }

  /** The item of it: its frame stays when its tooltip goes. */
  get #focused(): Item | undefined {
    return this.#picture?.items[this.#focusedPlace ?? -1];
  }

  /** The reader points at an item, or at none. */
  #point(index: number | undefined, x?: number): void {
    const item = index === undefined ? undefined : this.#picture?.items[index];
    this.#mark(item);
    this.#wishes.hover(this.#names(item));
    this.#told = item && { id: item.id, x };
    if (!item) return this.#tooltip.hide();
    const { left, top, scale } = this.place();
    const middle = left + (item.x + Math.min(item.width / 2, 160)) * scale;
    this.#tooltip.show(item, {
      x: x ?? middle,
      top: top + item.y * scale,
      bottom: top + (item.y + item.height) * scale,
    });
  }

  /** Puts a frame around an item; around the one with the focus where there is none. */
  #mark(item: Item | undefined): void {
    const hover = (item ?? this.#focused)?.id ?? null;
    if (hover === (this.#view.hover ?? null)) return;
    this.set({ hover });
    // the lines that it is not on are quiet
    if (this.#picture?.rows?.length) {
      cancelAnimationFrame(this.#frame);
      this.#glide(0, true);
    } else this.#paintOverlay();
  }

  #choose(item: Item | null): void {
    this.select(item?.id);
    this.#wishes.select(item, this.#names(item));
  }

  /** Paints the frames, onto a canvas that has room for them and no more. */
  #paintOverlay(): void {
    const { items = [], rows, bleed = 0 } = this.#picture ?? {};
    const { hover, selected } = this.#view;
    // a line that stands out may go anywhere
    const framed = items.filter(({ id }) => id === hover || id === selected || (hover && rows?.length));
    // in whole pixels of the layer, which is larger than the picture on every side
    const least = (of: (item: Item) => number) => Math.floor(Math.min(...framed.map(of)) * this.#ratio);
    const most = (of: (item: Item) => number) => Math.ceil(Math.max(...framed.map(of)) * this.#ratio);
    const shown = framed.length > 0 && this.#near && !this.#print;
    if (!shown) {
      // a canvas that is sized is made anew, though it were as large before
      if (this.#overlay.width > 1) this.#overlay.width = this.#overlay.height = 1;
      return;
    }
    const [left, top] = [least((i) => i.x) - 1, least((i) => i.y + bleed) - 1];
    this.#overlay.width = most((i) => i.x + i.width + 2 * bleed) + 1 - left;
    this.#overlay.height = most((i) => i.y + i.height + bleed) + 1 - top;
    const at = (pixels: number) => (pixels / this.#ratio) * this.scale;
    this.#rule('canvas+canvas', (style) =>
      put(style, {
        left: at(left) - bleed * this.scale,
        top: at(top) - bleed * this.scale,
        width: at(this.#overlay.width),
        height: at(this.#overlay.height),
      }),
    );
    this.#overlay.getContext('2d')?.translate(-left, -top);
    this.ask((chart) => chart.paintOverlay(this.#overlay, this.#ratio));
  }
}

/**
 * Sets a text that may be the same: a new one moves a screen reader that was there, away from what its reader presses.
 */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets places and sizes in pixels. */
function put(style: CSSStyleDeclaration, places: Record<string, number>): void {
  for (const [name, place] of Object.entries(places)) style.setProperty(name, `${place}px`);
}

/** Puts new children in; what had the focus keeps it where it is among them, a button gives it to its successor. */
function replace(parent: HTMLElement, children: Node[]): void {
  const focused = parent.querySelector<HTMLButtonElement | HTMLSelectElement>(':focus');
  const value = focused?.matches('button') && focused.value;
  parent.replaceChildren(...children);
  if (focused && parent.contains(focused)) focused.focus();
  else if (value) [...parent.querySelectorAll('button')].find((button) => button.value === value)?.focus();
}
