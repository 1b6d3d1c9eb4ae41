/** What is outside of an element and changes its picture. */
import type { Figure } from './figure.js';
import { known } from './texts.js';

/** How far from the window a chart is drawn already, in CSS pixels. */
const NEAR = 600;

/** How far from it a canvas has pixels. */
const AROUND = 4000;

/** What surroundings tell a chart. */
interface Told {
  /** A reader is near it. */
  near(): void;
  /** Its room may be another: width, scale or being shown at all. */
  resized(): void;
  /** It may have to look otherwise. */
  changed(): void;
  /** Texts may have other widths. */
  fonts(): void;
  /** The page is going to be printed, or was. */
  print(paper: boolean): void;
  /** What could not be loaded may be now. */
  online(): void;
  /** The page is left for good. */
  gone(): void;
  /** The browser lacks what is needed. */
  failed(error: unknown): void;
}

/** The element that an element is in, also across shadow roots. */
function around(element: Element): Element | undefined {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
}

/** What has the box that the chart is in: the element, or where that has none of its own, what is around it. */
export function boxOf(element: Element): Element {
  let box = element;
  while (getComputedStyle(box).display === 'contents') box = around(box) ?? document.documentElement;
  return box;
}

/** The language around an element, as its `lang` and those around it say; empty where there are no words in it. */
export function languageAround(element: Element): string {
  for (let node: Element | undefined = element; node; node = around(node)) {
    const own = node.getAttribute('lang');
    if (own !== null) return known(own) ?? '';
  }
  return '';
}

/** Follows the languages of all that is around an element, until it is told to stop; again after a move. */
export class Languages {
  #observer?: MutationObserver;

  constructor(
    readonly element: Element,
    readonly changed: () => void,
  ) {}

  follow(): void {
    this.stop();
    this.#observer = new MutationObserver(this.changed);
    for (let node: Node | undefined = this.element; node;) {
      const root: Node = node.getRootNode();
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
      node = (root as Partial<ShadowRoot>).host;
    }
    this.changed();
  }

  stop(): void {
    this.#observer?.disconnect();
  }
}

/** The charts of a window that are told of it. */
const pages = new WeakMap<Window, Set<Told>>();

/** What a window is to tell of itself. It is listened to once, for all charts that are in it. */
function toldOf(view: Window & typeof globalThis): Set<Told> {
  const known = pages.get(view);
  if (known) return known;
  const all = new Set<Told>();
  pages.set(view, all);
  const on = (target: EventTarget, event: string, tell: (told: Told, event: Event) => unknown) =>
    target.addEventListener(event, (event) => {
      for (const told of [...all]) {
        try {
          tell(told, event);
        } catch (error) {
          // the others are to hear of it, too
          told.failed(error);
        }
      }
    });
  // a frame that is taken away tells nothing of its elements
  on(view, 'pagehide', (told, event) => (event as PageTransitionEvent).persisted || told.gone());
  on(view, 'online', (told) => told.online());
  on(view, 'beforeprint', (told) => told.print(true));
  on(view, 'afterprint', (told) => told.print(false));
  for (const query of ['(forced-colors: active)', '(prefers-contrast: more)'])
    on(view.matchMedia(query), 'change', (told) => told.changed());
  const ratio = () => {
    const now = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    on(now, 'change', (told) => told.changed());
    now.addEventListener('change', ratio, { once: true });
  };
  ratio();
  const { fonts } = view.document;
  if (fonts) on(fonts, 'loadingdone', (told) => told.fonts());
  return all;
}

/** Follows everything else outside of an element that changes its picture, until the signal. */
export function watch(element: Element, figure: Figure, signal: AbortSignal, told: Told): void {
  const view = element.ownerDocument.defaultView ?? window;
  const within = (distance: number, then: (near: boolean, box: Element) => unknown) => {
    const margin = `${distance}px`;
    return new view.IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last) then(last.isIntersecting, last.target);
      },
      { rootMargin: margin, scrollMargin: margin } as IntersectionObserverInit,
    );
  };
  const near = (now: boolean) => now && told.near();
  // what is not shown at all may be shown at any time, and is not far
  const pixels = within(AROUND, (now, box) => (figure.near = now || !box.getClientRects().length));
  let box = element;
  const follow = () => {
    if (box !== element) for (const observer of observers) observer.unobserve(box);
    box = boxOf(element);
    for (const observer of observers) observer.observe(box);
  };
  // a picture that changes its height at once would be a size to be told of while sizes are told
  let resizing = 0;
  const sized = () => {
    resizing = 0;
    if (signal.aborted) return;
    told.resized();
    if (box !== boxOf(element)) follow();
  };
  const size = new view.ResizeObserver(() => {
    try {
      resizing ||= view.requestAnimationFrame(sized);
    } catch (error) {
      told.failed(error);
    }
  });
  const observers = [within(NEAR, near), pixels, size];
  for (const each of [element, figure.element, figure.summary]) size.observe(each);
  try {
    // a page's zoom changes nothing but these
    size.observe(figure.stage, { box: 'device-pixel-content-box' });
  } catch {
    // a browser that has no such box
  }
  follow();
  // An observer answers in the next frame, for which what is seen need not wait. All charts of a task are looked at one
  // after another, before one of them changes the page's layout. What a frame shows of its page only the observer
  // knows.
  queueMicrotask(() => {
    if (signal.aborted || view !== view.top) return;
    const { innerWidth, innerHeight } = view;
    const seen = [...box.getClientRects()].some(
      ({ top, bottom, left, right }) =>
        bottom > -NEAR && top < innerHeight + NEAR && right > -NEAR && left < innerWidth + NEAR,
    );
    near(seen);
  });
  signal.addEventListener('abort', () => {
    for (const observer of observers) observer.disconnect();
  });
  // colours, fonts and sizes that change, for whatever reason
  figure.watch.addEventListener('transitionend', told.changed, { signal });
  const page = toldOf(view);
  page.add(told);
  signal.addEventListener('abort', () => page.delete(told));
}
