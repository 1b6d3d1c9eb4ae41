// Runs in each test page before its other scripts: hears what charts and browser say, and sees what a reader sees. It
// names no more of the element's inside than it must, so that the tests hold for every way to build it.
{
  window.events = [];
  window.said = [];
  for (const type of ['ready', 'select', 'error']) {
    addEventListener(`village-chart-${type}`, ({ target, detail }) =>
      window.events.push({ type, chart: target.id || target.type, detail }),
    );
  }
  for (const level of ['warn', 'error']) {
    const { [level]: tell } = console;
    console[level] = (...words) => (window.said.push(words.join(' ')), tell.apply(console, words));
  }
  addEventListener(
    'error',
    (event) => window.said.push(event.message || `not loaded: ${event.target.src ?? event.target.href}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => window.said.push(`not caught: ${reason}`));
  addEventListener('securitypolicyviolation', (event) => window.said.push(`CSP: ${event.violatedDirective}`));

  const inside = (chart) => document.querySelector(chart).shadowRoot;
  const shown = (element) => !!element && element.checkVisibility() && element.getBoundingClientRect().height > 0;

  window.eyes = {
    /** A point on a figure's mark, near its left end; `undefined` where no figure has that name. */
    spot(chart, name) {
      const named = (element) => element.textContent.includes(name);
      const all = [...inside(chart).querySelectorAll('.stage *')].filter(
        (e) => named(e) && ![...e.children].some(named) && shown(e),
      );
      if (!all.length) return undefined;
      const { left, top, width, height } = all[0].getBoundingClientRect();
      return { x: left + Math.min(60, width / 2), y: top + height / 2, height };
    },
    /**
     * The middle of the control with that text or value, or of what a selector finds in the chart, once it is in view.
     */
    find(chart, what) {
      const all = [...inside(chart).querySelectorAll('button, summary, input, select')].filter(shown);
      const found = all.find((e) => [e.textContent, e.value, e.getAttribute('aria-label')].includes(what));
      const element = found ?? inside(chart).querySelector(what);
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    /** The tooltip's words; empty where none is shown. */
    tip: (chart) => (shown(inside(chart).querySelector('.tip')) ? inside(chart).querySelector('.tip').innerText : ''),
    /** Where the tooltip is on the screen. */
    tipPlace: (chart) => inside(chart).querySelector('.tip').getBoundingClientRect().toJSON(),
    /** All words that are shown or spoken, but for the tooltip. */
    words: (chart) => [...inside(chart).querySelectorAll('figure > :not(.tip)')].map((e) => e.textContent).join(' '),
    /** What is said in the place of a chart; empty where nothing is. */
    message: (chart) =>
      shown(inside(chart).querySelector('[part=message]'))
        ? inside(chart).querySelector('[part=message]').innerText
        : '',
    /** Whether an element of the page is seen. */
    seen: (selector) => shown(document.querySelector(selector)),
    /** The words of what has the focus. */
    focused: () => {
      const { activeElement } = document;
      let element = activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      // the ids within a chart are its own
      return (element === activeElement && element?.id) || element?.textContent || '';
    },
    /** A canvas: its sizes, and how many pixels are painted at all, and in each of some colours [red, green, blue]. */
    canvas(chart, colors = [], which = 0) {
      const canvas = inside(chart).querySelectorAll('canvas')[which];
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      // each pixel as one number, and so are the colours: a driver's list is slow to ask
      const pixels = new Uint32Array(data.buffer);
      const wanted = Uint32Array.from(colors, ([r, g, b]) => new Uint32Array(Uint8Array.of(r, g, b, 255).buffer)[0]);
      const found = Array(wanted.length).fill(0);
      let painted = 0;
      for (const pixel of pixels) {
        painted += pixel !== 0;
        for (let n = 0; n < wanted.length; n++) found[n] += pixel === wanted[n];
      }
      const { width, height } = canvas.getBoundingClientRect();
      return { painted, found, width: canvas.width, height: canvas.height, cssWidth: width, cssHeight: height };
    },
    /** Brings each chart into view until it is painted or has failed. */
    async settle() {
      await customElements.whenDefined('village-chart');
      for (const chart of document.querySelectorAll('village-chart')) {
        chart.scrollIntoView({ block: 'center' });
        await chart.updated;
      }
      // marks glide, and what follows a paint comes a frame or two later; Firefox may scroll an element into view once
      // more when its layout has changed
      for (let i = 0; i < 3; i++) {
        scrollTo(0, 0);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    /** A finger, where the driver has none: what a browser tells of one. `way` is the points it goes through. */
    finger(way) {
      const at = ({ x, y }) => {
        let element = document.elementFromPoint(x, y);
        while (element?.shadowRoot) {
          const inner = element.shadowRoot.elementFromPoint(x, y);
          if (!inner || inner === element) break;
          element = inner;
        }
        return element;
      };
      const target = at(way[0]);
      const tell = (type, { x, y }) =>
        target.dispatchEvent(
          new PointerEvent(type, {
            pointerType: 'touch',
            pointerId: 7,
            isPrimary: true,
            clientX: x,
            clientY: y,
            bubbles: true,
            composed: true,
            cancelable: true,
          }),
        );
      tell('pointerdown', way[0]);
      for (const point of way.slice(1)) tell('pointermove', point);
      tell('pointerup', way.at(-1));
      tell('pointerout', way.at(-1));
      tell('pointerleave', way.at(-1));
      if (way.length === 1) tell('click', way[0]);
    },
  };
}
