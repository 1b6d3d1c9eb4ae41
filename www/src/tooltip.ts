import { h } from './dom.js';
import type { Item } from './wire.js';

/** Where the tooltip speaks of, in CSS pixels of the viewport. */
export interface Spot {
  /** The middle of the tooltip, as far as the viewport has room. */
  x: number;
  /** The upper and lower edge of what must not be covered. */
  top: number;
  bottom: number;
}

const EDGE = 8;
const layered = () => 'showPopover' in HTMLElement.prototype;

/** The full words of one item, beside it and in the top layer: no ancestor can cut it. */
export class Tooltip {
  readonly element = h('div', { className: 'tip', popover: 'manual', hidden: true });
  readonly #place: (left: number, top: number) => void;
  readonly #closed: () => void;
  readonly #over: Element;
  #listening?: AbortController;
  /** Where what it speaks of was when it was shown. */
  #from = '';

  /**
   * @param over What the tooltip speaks of: a tap there is not a tap away.
   * @param place Puts the element at a point of the viewport.
   * @param closed Is called when the reader has sent it away.
   */
  constructor(over: Element, place: (left: number, top: number) => void, closed: () => void) {
    this.#over = over;
    this.#place = place;
    this.#closed = closed;
    this.element.setAttribute('role', 'tooltip');
    // the list of figures says the same words
    this.element.setAttribute('aria-hidden', 'true');
  }

  show(item: Item, spot: Spot): void {
    const { element } = this;
    element.replaceChildren(
      h('b', {}, item.title),
      ...(item.subtitle ? [h('span', {}, item.subtitle)] : []),
      h('strong', {}, item.value),
      ...item.details.map((line) => h('p', {}, line)),
    );
    element.hidden = false;
    // a browser without popovers shows it above what its ancestors let it be above
    if (layered() && element.isConnected && !element.matches(':popover-open')) element.showPopover();
    this.#place(EDGE, EDGE); // where its width is not squeezed
    const { width, height } = element.getBoundingClientRect();
    const root = element.ownerDocument.documentElement;
    // the window's, whatever zoom the root has
    const { clientWidth: wide, clientHeight: high } = root;
    const left = Math.max(EDGE, Math.min(spot.x - width / 2, wide - width - EDGE));
    const above = spot.top - height - EDGE;
    const below = Math.min(spot.bottom + EDGE, high - height - EDGE);
    this.#place(left / zoom(element), Math.max(EDGE, above >= EDGE ? above : below) / zoom(element));
    // on a phone it is a strip at the lower edge of the screen, or at the upper one where it would cover its figure
    element.classList.toggle('up', spot.bottom > high - height);
    this.#from = this.#spot();
    this.#listen();
  }

  /** Where what it speaks of is on the screen. */
  #spot(): string {
    const { x, y } = this.#over.getBoundingClientRect();
    return `${x} ${y}`;
  }

  hide(): void {
    const { element } = this;
    this.#listening?.abort();
    this.#listening = undefined;
    if (element.hidden) return;
    if (layered() && element.isConnected && element.matches(':popover-open')) element.hidePopover();
    element.hidden = true;
  }

  /** While it is open: a scroll that moves what it speaks of, Esc or a tap elsewhere sends it away. */
  #listen(): void {
    if (this.#listening) return;
    const listening = (this.#listening = new AbortController());
    const options = { capture: true, passive: true, signal: listening.signal };
    const close = () => {
      this.hide();
      this.#closed();
    };
    const view = this.element.ownerDocument.defaultView ?? window;
    view.addEventListener('keydown', (event) => event.key === 'Escape' && close(), options);
    view.addEventListener('pointerdown', (event) => event.composedPath().includes(this.#over) || close(), options);
    // the focus itself may have scrolled its item into view: that scroll is over in two frames
    view.requestAnimationFrame(() =>
      view.requestAnimationFrame(() => {
        if (listening.signal.aborted) return;
        this.#from = this.#spot();
        // a scroll within a shadow tree is told there only
        for (let node: Node | null = this.#over; node; node = around(node)) {
          if (!node.parentNode) node.addEventListener('scroll', () => this.#spot() === this.#from || close(), options);
        }
        view.addEventListener('resize', close, options);
      }),
    );
  }
}

/** What a node is in as it is shown: a slot, its parent, or the element whose shadow tree it is the root of. */
function around(node: Node): Node | null {
  return (node as Partial<Element>).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** How much larger the page's styles show an element; lengths of events and of boxes on the screen have it in them. */
export function zoom(element: Element & { currentCSSZoom?: number }): number {
  return element.currentCSSZoom ?? 1;
}
