// Makes a module stop as nothing in it is known to: for a page (as its `init`) and for Node.

/** From now on `globalThis.trap = { at, times, how }` stops the calls of the host whose names have `at` in them. */
export function trappable() {
  // (module (func (export "f") unreachable))
  const bytes = Uint8Array.of(
    0,
    97,
    115,
    109,
    1,
    0,
    0,
    0,
    1,
    4,
    1,
    96,
    0,
    0,
    3,
    2,
    1,
    0,
    7,
    5,
    1,
    1,
    102,
    0,
    0,
    10,
    5,
    1,
    3,
    0,
    0,
    11,
  );
  const { f: unreachable } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  globalThis.instances = 0;
  globalThis.trap = { at: '', times: 0 };
  const stop = {
    trap: unreachable,
    // what a page's own code may do: its frames leave WebAssembly's stack where it was
    throw: () => {
      throw new Error('the page is wrong');
    },
    deep: function deep() {
      return deep() + 1;
    },
  };
  WebAssembly.Instance = class extends WebAssembly.Instance {
    constructor(module, imports = {}) {
      const wrapped = {};
      for (const [from, functions] of Object.entries(imports)) {
        wrapped[from] = {};
        for (const [name, call] of Object.entries(functions)) {
          wrapped[from][name] = (...values) => {
            const { trap } = globalThis;
            if (trap.times > 0 && trap.at && name.includes(trap.at)) {
              trap.times -= 1;
              stop[trap.how ?? 'trap']();
            }
            return call(...values);
          };
        }
      }
      super(module, wrapped);
      globalThis.instances += 1;
    }
  };
}

export const chart = (id, type = 'revenue', more = '') =>
  `<village-chart id="${id}" type="${type}" ${more}><p>Fallback of ${id}.</p></village-chart>`;
export const lines = (page) => page.messages.filter((message) => !message.startsWith('[vite]'));

/** Stops the chart #bad `times` times, each time with new data, and waits until all charts are at rest. */
export const stop = (page, times, at, how) =>
  page.evaluate(
    async ([times, at, how]) => {
      const bad = document.querySelector('#bad');
      for (let i = 0; i < times; i++) {
        globalThis.trap = { at, times: 1, how };
        bad.data = {
          format: 'village-charts/1',
          revenue: { unit: 'billion_vnd', per: 'year' },
          villages: [{ name: `A ${i}`, revenue: i + 1 }],
        };
        await bad.updated;
        if (globalThis.trap.times) throw new Error(`nothing stopped, ${i}`);
      }
      for (const chart of document.querySelectorAll('village-chart')) await chart.updated;
    },
    [times, at, how],
  );

export const errors = (page) =>
  page.evaluate(() =>
    window.events.filter((event) => event.type === 'error').map((event) => [event.chart, event.detail.reason]),
  );

/** What a reader has before him. */
export const state = (page, id) =>
  page.evaluate((id) => {
    const root = document.querySelector(id).shadowRoot;
    const text = (selector) =>
      [...root.querySelectorAll(selector)].map((element) => element.value ?? element.textContent);
    return {
      hidden: root.querySelector('[part~=figure]').hidden,
      items: [...root.querySelectorAll('.stage li button')].map((button) => [
        button.textContent,
        button.getAttribute('aria-pressed'),
      ]),
      page: root.querySelector('[part~=pager] select')?.value,
      sort: root.querySelector('[aria-pressed=true]:not(li *)')?.value,
      search: text('input[type=search]'),
      rows: root.querySelectorAll('tr').length,
      focus: root.activeElement?.value,
    };
  }, id);
