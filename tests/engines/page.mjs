// What the tests do with an engine: open a page, look at it, and use it with mouse, finger and keys.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POLICY, serve } from '../../scripts/serve.mjs';

const root = new URL('../..', import.meta.url).pathname;

/** The project's pages and built files, served from a copy that tests put pages into. */
export async function site() {
  const folder = await mkdtemp(join(tmpdir(), 'engines-site-'));
  await cp(join(root, 'www'), folder, { recursive: true, filter: (path) => path !== join(root, 'www/src') });
  await cp(join(root, 'tests/engines/eyes.js'), join(folder, 'eyes.js'));
  await writeFile(join(folder, 'test.css'), CSS);
  const server = await serve(folder, { headers: { 'Content-Security-Policy': `${POLICY}; frame-src 'self'` } });
  const close = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, url: server.url, close };
}

const CSS = `
body { margin: 0; font-family: "Noto Sans", sans-serif }
.narrow { width: 360px } .wide { width: 900px }
.dark { background: #1b1e2a; color: #e8e8f0 }
.sepia { --village-chart-solid: #8a3324; --village-chart-ink: #2b1d0e; --village-chart-surface: #f4ecd8 }
.tall { height: 2000px }
`;

const SCRIPT = '<script type="module" src="dist/village-charts.js"></script>';

/** Keys that are no letters, as WebDriver names them. */
const KEYS = {
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Shift: '\uE008',
  Tab: '\uE004',
};

let pages = 0;

/**
 * Opens a page: `path` of the site, or one with `body` between its tags, in the folder `base` of the site. `script: ''`
 * leaves the charts' script out.
 */
export async function open(
  engine,
  { folder, url },
  { path, body, script = SCRIPT, base = '', lang = 'vi', width = 900, height = 800 },
) {
  if (path === undefined) {
    path = `${base}test-${(pages += 1)}.html`;
    await mkdir(join(folder, base), { recursive: true });
    const head =
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      '<title>test</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/test.css">';
    await writeFile(join(folder, path), `${head}<script src="/eyes.js"></script>${script}<body>${body}`);
  }
  await engine.send('place', { width, height });
  await engine.send('navigate', { url: url + path });
  return new Page(engine);
}

class Page {
  #engine;
  #mouse = { x: 0, y: 0 };

  constructor(engine) {
    this.#engine = engine;
  }

  /** What a function gives in the page; it may be a promise. Function and arguments go there as text. */
  async run(action, ...args) {
    const script =
      'const done = arguments[arguments.length - 1];' +
      `Promise.resolve().then(() => (${action})(...arguments[0]))` +
      '.then((value) => done({ value }), (error) => done({ error: String(error) }));';
    const { value, error } = await this.#engine.send('execute', { script, args: [args] });
    if (error) throw new Error(`in the page: ${error}`);
    return value;
  }

  /** What one of the eyes sees: see eyes.js. */
  see(what, ...args) {
    return this.run((name, rest) => window.eyes[name](...rest), what, args);
  }

  /** Waits until a function gives something in the page, and gives that. */
  async until(action, ...args) {
    const end = Date.now() + 10_000;
    for (;;) {
      const value = await this.run(action, ...args);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited in vain for ${action} of ${JSON.stringify(args)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits until the tooltip's words match: a tooltip that is gone has none. */
  tip(chart, pattern) {
    return this.until(
      (id, source) => {
        const text = window.eyes.tip(id);
        return new RegExp(source).test(text) ? text || ' ' : '';
      },
      chart,
      pattern.source,
    );
  }

  #perform(type, actions, parameters) {
    return this.#engine.send('perform', {
      actions: [{ type, id: parameters?.pointerType ?? type, ...(parameters && { parameters }), actions }],
    });
  }

  async move({ x, y }) {
    this.#mouse = { x: Math.round(x), y: Math.round(y) };
    await this.#perform('pointer', [{ type: 'pointerMove', duration: 0, ...this.#mouse }], { pointerType: 'mouse' });
  }

  async click(point) {
    await this.move(point);
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#perform('pointer', press, { pointerType: 'mouse' });
  }

  /** A finger that goes through some points of the screen; a tap where there is only one. */
  async touch(...way) {
    if (!this.#engine.touch) return this.see('finger', way);
    const [first, ...others] = way.map(({ x, y }) => ({
      type: 'pointerMove',
      duration: 30,
      x: Math.round(x),
      y: Math.round(y),
    }));
    await this.#perform(
      'pointer',
      [first, { type: 'pointerDown', button: 0 }, ...others, { type: 'pointerUp', button: 0 }],
      { pointerType: 'touch' },
    );
  }

  /** Presses keys one after another: "Tab", "Shift+Tab", or letters. */
  async press(...keys) {
    for (const key of keys) {
      const held = key.split('+').map((name) => KEYS[name] ?? name);
      const down = held.map((value) => ({ type: 'keyDown', value }));
      const up = held.reverse().map((value) => ({ type: 'keyUp', value }));
      await this.#perform('key', [...down, ...up]);
    }
  }

  async resize(width, height) {
    await this.#engine.send('place', { width, height });
  }
}
