// A monkey at a page of charts: it clicks, types, scrolls, resizes, sets attributes and data of any kind, in a real
// browser. Whatever it does, no script fails, no module traps, and a chart of good data that is added at the end is
// drawn.
//   CHROMIUM=… node monkey.mjs SECONDS SEED
import { readFile } from 'node:fs/promises';
import { TYPES } from '../../scripts/attributes.mjs';
import { serve } from '../../scripts/serve.mjs';
import { launch } from '../chromium.mjs';

const [seconds = '10', seed = '1'] = process.argv.slice(2);
const www = new URL('../../www', import.meta.url).pathname;
const hanoi = JSON.parse(await readFile(`${www}/data/hanoi-2024.json`, 'utf8'));
const long = JSON.parse(await readFile(`${www}/data/gallery/long-list.json`, 'utf8'));

let state = Number(seed);
/** From 0 to below 1, of the seed alone: mulberry32. */
function next() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const any = (list) => list[Math.floor(next() * list.length)];

/** Good data, changed at random: most of it stays good. */
function data() {
  const file = structuredClone(any([hanoi, hanoi, long]));
  const junk = () =>
    any([null, true, -1, 0, 1e15, NaN, '', '1.300', [], {}, { more_than: 5 }, { range: [2, 1] }, { missing: 'x' }]);
  const changes = any([0, 0, 1, 1, 3]);
  for (let i = 0; i < changes; i++) {
    let node = file;
    while (typeof node === 'object' && node) {
      const key = any(Object.keys(node));
      if (key === undefined) break;
      if (next() < 0.3 || typeof node[key] !== 'object') {
        if (next() < 0.5) node[key] = junk();
        else if (Array.isArray(node)) node.splice(Number(key), 1);
        else delete node[key];
        break;
      }
      node = node[key];
    }
  }
  return any([file, file, file, JSON.stringify(file), JSON.stringify(file).slice(0, 300), undefined]);
}

const words = {
  type: [...TYPES, ...TYPES, 'x', ''],
  src: ['data/hanoi-2024.json', 'data/hanoi-2024.json', 'data/none.json', 'https://%HOST%/x', ''],
  locale: ['vi', 'en', 'fr', ''],
  theme: ['auto', 'light', 'dark', 'x'],
  unit: ['month', 'year', 'x'],
  sort: ['value', 'name', 'x'],
  controls: ['all', 'none', 'sort unit', 'tools'],
  link: ['on', 'off'],
};

const server = await serve(www);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 700, height: 800 } });
page.setDefaultTimeout(15_000);
const failures = [];
page.on('pageerror', (error) => failures.push(String(error.stack ?? error)));
page.on(
  'console',
  (message) =>
    /unexpected|RuntimeError|unreachable|ResizeObserver/.test(message.text()) && failures.push(message.text()),
);
const did = [];
try {
  await page.goto(`${server.url}404.html`).catch(() => undefined);
  await page.goto(`${server.url}gallery.html`);
  await page.evaluate((types) => {
    document.body.replaceChildren();
    for (const type of types)
      document.body.append(
        Object.assign(document.createElement('village-chart'), { type, src: 'data/hanoi-2024.json' }),
      );
  }, TYPES);
  const acts = {
    click: () => page.mouse.click(next() * 700, next() * 800),
    move: () => page.mouse.move(next() * 700, next() * 800),
    drag: async () => {
      await page.mouse.down();
      await page.mouse.move(next() * 700, next() * 800, { steps: 3 });
      await page.mouse.up();
    },
    wheel: () => page.mouse.wheel(0, (next() - 0.5) * 2000),
    key: () =>
      page.keyboard.press(
        any([
          'Tab',
          'Tab',
          'Shift+Tab',
          'ArrowDown',
          'ArrowUp',
          'Home',
          'End',
          'Enter',
          'Space',
          'Escape',
          'PageDown',
          'l',
          'Delete',
        ]),
      ),
    type: () => page.keyboard.insertText(any(['lụa', 'la phu', '1000', '-5', '1e400', ' ', 'ỹ'])),
    resize: () => page.setViewportSize({ width: Math.round(200 + next() * 900), height: 800 }),
    attribute: () => {
      const name = any(Object.keys(words));
      return page.evaluate(
        ([at, name, value]) => document.querySelectorAll('village-chart')[at]?.setAttribute(name, value),
        [Math.floor(next() * 6), name, any(words[name])],
      );
    },
    data: () =>
      page.evaluate(
        ([at, value]) => {
          const chart = document.querySelectorAll('village-chart')[at];
          if (chart) chart.data = value;
        },
        [Math.floor(next() * 6), data()],
      ),
    tools: () =>
      page.evaluate(
        (at) =>
          document.querySelectorAll('village-chart')[at]?.shadowRoot.querySelector('button[value=tools]')?.click(),
        Math.floor(next() * 6),
      ),
    remove: () =>
      page.evaluate((at) => document.querySelectorAll('village-chart')[at]?.remove(), Math.floor(next() * 30)),
    move_away: () =>
      page.evaluate(
        (at) => document.body.append(document.querySelectorAll('village-chart')[at] ?? ''),
        Math.floor(next() * 6),
      ),
    add: () =>
      page.evaluate(
        (type) =>
          document.body.append(
            Object.assign(document.createElement('village-chart'), { type, src: 'data/hanoi-2024.json' }),
          ),
        any(TYPES),
      ),
    print: () => page.evaluate(() => (dispatchEvent(new Event('beforeprint')), dispatchEvent(new Event('afterprint')))),
    language: () => page.evaluate((lang) => (document.documentElement.lang = lang), any(['vi', 'en', 'fr'])),
  };
  const end = Date.now() + Number(seconds) * 1000;
  let count = 0;
  while (Date.now() < end && !failures.length) {
    const name = any(Object.keys(acts));
    did.push(name);
    await acts[name]();
    count += 1;
    // not more charts than a page has
    if (count % 50 === 0)
      await page.evaluate(() =>
        [...document.querySelectorAll('village-chart')].slice(8).forEach((chart) => chart.remove()),
      );
  }
  await page.evaluate(async () => {
    document.documentElement.lang = 'en';
    const chart = Object.assign(document.createElement('village-chart'), {
      id: 'last',
      type: 'revenue',
      src: 'data/hanoi-2024.json',
    });
    document.body.prepend(chart);
    chart.scrollIntoView();
    await new Promise((resolve, reject) => {
      chart.addEventListener('village-chart-ready', resolve);
      chart.addEventListener('village-chart-error', (event) => reject(new Error(event.detail.message)));
    });
  });
  console.log(`fuzz: the page: ${count} things done to its charts`);
} catch (error) {
  failures.push(String(error?.stack ?? error));
} finally {
  await browser.close();
  await server.close();
}
if (failures.length) {
  const things = `${did.length} things (${did.slice(-12).join(', ')})`;
  console.error(`fuzz: the page, seed ${seed}, after ${things}:\n${failures.slice(0, 3).join('\n')}`);
  process.exitCode = 1;
}
