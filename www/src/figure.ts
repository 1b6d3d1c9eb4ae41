import { h, part } from './dom.js';
import { sheets } from './style.js';
import { Tooltip } from './tooltip.js';
import type { Chart, Item, Picture } from './wasm.js';
import { words, type Words } from './words.js';

/** What the reader does that the element has to know. */
export interface Wishes {
  sort(by: string): void;
  unit(per: string): void;
  /** Show another page; `focus` names the end of it that the keyboard goes on from. */
  page(page: number, focus?: 'first' | 'last'): void;
  select(item: Item | null): void;
}

const MOST_PIXELS = 16_000_000; // of one canvas on a phone

/** A painted chart: its texts and controls as elements, its picture on two canvases, its figures as a list. */
export class Figure {
  readonly #title = part('title', 'div');
  readonly #note = part('note', 'p');
  readonly #controls = part('controls', 'div');
  readonly #pager = part('pager', 'div');
  readonly #source = part('source', 'p');
  readonly #base = h('canvas', {});
  readonly #overlay = h('canvas', {});
  readonly #list = h('ul', {});
  readonly #hint = h('p', { className: 'hint', id: 'keys' });
  readonly #stage = h('div', { className: 'stage' }, this.#base, this.#overlay, this.#list, this.#hint);
  readonly #tooltip = new Tooltip(
    this.#stage,
    (left, top) => this.#setTip(left, top),
    () => this.#point(undefined),
  );
  readonly #sheet: CSSStyleSheet;
  readonly #wishes: Wishes;
  readonly element = part(
    'figure',
    'figure',
    h('figcaption', {}, this.#title, this.#note),
    this.#controls,
    this.#stage,
    this.#pager,
    this.#source,
    this.#tooltip.element,
  );
  #chart?: Chart;
  #picture?: Picture;
  #ratio = 1;
  #dark = false;
  #hovered?: number;
  #selected?: string;

  constructor(shadow: ShadowRoot, wishes: Wishes) {
    this.#wishes = wishes;
    const [shared, own] = sheets();
    this.#sheet = own;
    shadow.adoptedStyleSheets = [shared, own];
    this.element.hidden = true;
    this.#title.setAttribute('role', 'heading');
    this.#title.setAttribute('aria-level', '3');
    this.#list.setAttribute('role', 'list');
    for (const canvas of [this.#base, this.#overlay]) canvas.setAttribute('aria-hidden', 'true');
    this.#listen();
  }

  /** The width that the picture has, in whole CSS pixels; 0 while it is not laid out. */
  get width(): number {
    return Math.floor(this.#room);
  }

  /** The stage's width as it is laid out, without what a transform makes of it. */
  get #room(): number {
    return parseFloat(getComputedStyle(this.#stage).width) || 0;
  }

  /** Shows a laid-out chart. */
  show(chart: Chart, picture: Picture, look: { family: string; dark: boolean }): void {
    this.#chart = chart;
    this.#picture = picture;
    this.#dark = look.dark;
    this.#tooltip.hide();
    chart.select(this.#selected);
    const w = words[picture.locale];
    this.element.lang = picture.locale;
    this.#title.textContent = picture.title;
    this.#note.textContent = picture.note;
    this.#note.hidden = !picture.note;
    this.#source.textContent = picture.source;
    this.#source.hidden = !picture.source;
    this.#showControls(picture, w);
    this.#showPager(picture, w);
    this.#showItems(picture, w);

    const { width } = this;
    this.#ratio = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * picture.height)));
    const fit = (canvas: HTMLCanvasElement, bleed: number) => {
      canvas.width = Math.round((width + 2 * bleed) * this.#ratio);
      canvas.height = Math.round((picture.height + 2 * bleed) * this.#ratio);
    };
    fit(this.#base, 0);
    fit(this.#overlay, chart.bleed);
    this.#arrange(picture, chart.bleed);
    chart.paint(this.#base, this.#ratio, look.family, look.dark);
    this.#hovered = this.#focused;
    chart.hover(this.#hovered);
    this.#paintOverlay();
  }

  /** Selects an item from outside; `undefined` lets go. */
  select(id: string | undefined): void {
    this.#selected = id;
    this.#chart?.select(id);
    this.#paintOverlay();
  }

  /** The chart is about to be freed, or not to be used again. */
  forget(): void {
    this.#chart = undefined;
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
  #arrange(p: Picture, bleed: number): void {
    const px = (n: number) => `${n}px`;
    const size = (canvas: HTMLCanvasElement) => `width:${px(canvas.width / this.#ratio)};height:${px(canvas.height / this.#ratio)}`;
    const items = p.items.map(
      (i, n) =>
        `li:nth-child(${n + 1}) button{left:${px(i.x)};top:${px(i.y)};width:${px(i.width)};height:${px(i.height)}}`,
    );
    this.#sheet.replaceSync(
      `figure{--_ink:${p.ink};--_muted:${p.muted};--_surface:${p.surface};--_focus:${p.focus};color-scheme:${this.#dark ? 'dark' : 'light'}}` +
        `.stage{height:${px(p.height)}}canvas{${size(this.#base)}}` +
        `canvas+canvas{${size(this.#overlay)};left:${px(-bleed)};top:${px(-bleed)}}` +
        `.tip{left:0;top:0}` +
        items.join(''),
    );
  }

  #setTip(left: number, top: number): void {
    for (const rule of this.#sheet.cssRules) {
      if (rule instanceof CSSStyleRule && rule.selectorText === '.tip') {
        rule.style.left = `${left}px`;
        rule.style.top = `${top}px`;
      }
    }
  }

  #showControls(p: Picture, w: Words): void {
    const choices: Node[] = [];
    if (p.sort) choices.push(...this.#choice(w.sort, ['value', 'name'], p.sort, w, this.#wishes.sort));
    if (p.per) choices.push(...this.#choice(w.unit, ['month', 'year'], p.per, w, this.#wishes.unit));
    replace(this.#controls, choices);
  }

  #choice(label: string, values: ('value' | 'name' | 'month' | 'year')[], chosen: string, w: Words, wish: (v: string) => void): Node[] {
    const buttons = values.map((value) => {
      const button = h('button', { type: 'button', value, onclick: () => wish(value) }, w[value]);
      button.setAttribute('aria-pressed', String(value === chosen));
      return button;
    });
    const group = h('div', { className: 'choice' }, ...buttons);
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', label);
    const caption = h('span', { className: 'label' }, label);
    caption.setAttribute('aria-hidden', 'true');
    return [caption, group];
  }

  #showPager(p: Picture, w: Words): void {
    if (p.pages < 2) return replace(this.#pager, []);
    const turn = (page: number, text: string, label: string) => {
      const button = h('button', { type: 'button', value: text, disabled: page < 0 || page >= p.pages, onclick: () => this.#wishes.page(page) }, text);
      button.setAttribute('aria-label', label);
      return button;
    };
    const options = Array.from({ length: p.pages }, (_, i) => h('option', { value: String(i), selected: i === p.page }, `${i + 1} / ${p.pages}`));
    const select = h('select', { onchange: () => this.#wishes.page(Number(select.value)) }, ...options);
    select.setAttribute('aria-label', w.page);
    replace(this.#pager, [turn(p.page - 1, '‹', w.previous), select, turn(p.page + 1, '›', w.next)]);
  }

  #showItems(p: Picture, w: Words): void {
    this.#list.setAttribute('aria-label', `${w.marks}: ${p.title}`);
    this.#hint.textContent = w.keys;
    const buttons = [...this.#list.querySelectorAll('button')];
    for (const extra of buttons.splice(p.items.length)) extra.parentElement?.remove();
    p.items.forEach((item, i) => {
      let button = buttons[i];
      if (!button) {
        button = h('button', { type: 'button' });
        button.setAttribute('aria-describedby', 'keys');
        this.#list.append(h('li', {}, button));
      }
      button.textContent = item.spoken;
      button.value = String(i);
      // one stop for Tab; the arrows go on from there
      button.tabIndex = i === 0 ? 0 : -1;
    });
  }

  #listen(): void {
    const stage = this.#stage;
    stage.addEventListener('pointermove', (event) => {
      // a finger that moves is scrolling
      if (event.pointerType === 'touch') return;
      this.#point(this.#hit(event), event.clientX);
    });
    stage.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch') this.calm();
    });
    stage.addEventListener('click', (event) => {
      const button = event.target instanceof HTMLButtonElement ? event.target : undefined;
      const index = button ? Number(button.value) : this.#hit(event);
      this.#point(index, button ? undefined : event.clientX);
      const item = index === undefined ? undefined : this.#picture?.items[index];
      if (item && item.id !== this.#selected) this.#choose(item);
      else if (this.#selected !== undefined) this.#choose(null); // again, or beside all
    });
    this.#list.addEventListener('focusin', (event) => {
      if (event.target instanceof HTMLButtonElement) this.#point(Number(event.target.value));
    });
    this.#list.addEventListener('focusout', () => this.calm());
    this.#list.addEventListener('keydown', (event) => this.#key(event));
  }

  #key(event: KeyboardEvent): void {
    const from = event.target instanceof HTMLButtonElement ? Number(event.target.value) : 0;
    const { items = [], page = 0, pages = 1 } = this.#picture ?? {};
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      this.calm();
      if (this.#selected !== undefined) this.#choose(null);
      return;
    }
    const to = {
      ArrowDown: from + 1,
      ArrowRight: from + 1,
      ArrowUp: from - 1,
      ArrowLeft: from - 1,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= items.length) {
      if (page + 1 < pages) this.#wishes.page(page + 1, 'first');
    } else if (to < 0) {
      if (page > 0) this.#wishes.page(page - 1, 'last');
    } else {
      const buttons = this.#list.querySelectorAll('button');
      buttons.forEach((button, i) => (button.tabIndex = i === to ? 0 : -1));
      buttons[to]?.focus();
    }
  }

  #hit(event: MouseEvent): number | undefined {
    const { left, top, scale } = this.#place();
    return this.#chart?.hit((event.clientX - left) / scale, (event.clientY - top) / scale);
  }

  /** Where the stage is on the screen, and how much larger than it was laid out. */
  #place(): { left: number; top: number; scale: number } {
    const { left, top, width } = this.#stage.getBoundingClientRect();
    return { left, top, scale: width / this.#room || 1 };
  }

  /** The item that the keyboard is at: its frame stays when its tooltip goes. */
  get #focused(): number | undefined {
    const button = this.#list.querySelector<HTMLButtonElement>('button:focus');
    return button ? Number(button.value) : undefined;
  }

  /** The reader points at an item, or at none. */
  #point(index: number | undefined, x?: number): void {
    const item = index === undefined ? undefined : this.#picture?.items[index];
    const framed = index ?? this.#focused;
    if (framed !== this.#hovered) {
      this.#hovered = framed;
      this.#chart?.hover(framed);
      this.#paintOverlay();
    }
    if (!item) return this.#tooltip.hide();
    const { left, top, scale } = this.#place();
    const middle = left + (item.x + Math.min(item.width / 2, 160)) * scale;
    this.#tooltip.show(item, { x: x ?? middle, top: top + item.y * scale, bottom: top + (item.y + item.height) * scale });
  }

  #choose(item: Item | null): void {
    this.select(item?.id);
    this.#wishes.select(item);
  }

  #paintOverlay(): void {
    this.#chart?.paintOverlay(this.#overlay, this.#ratio, this.#dark);
  }
}

/** Puts new children in; a control that had the focus gives it to its successor. */
function replace(parent: HTMLElement, children: Node[]): void {
  const root = parent.getRootNode() as ShadowRoot;
  const focused = root.activeElement;
  const value = focused instanceof HTMLButtonElement && parent.contains(focused) ? focused.value : undefined;
  const select = focused instanceof HTMLSelectElement && parent.contains(focused);
  parent.replaceChildren(...children);
  parent.hidden = children.length === 0;
  if (select) parent.querySelector('select')?.focus();
  if (value === undefined) return;
  const same = [...parent.querySelectorAll('button')].find((button) => button.value === value);
  (same?.disabled ? parent.querySelector('select') : same)?.focus();
}
