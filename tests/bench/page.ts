// Runs in the browser: the element's own steps one by one, and the same strokes on a plain canvas.
import { instance } from '../../target/pkg/village_charts_all.js';
import { Host } from '../../www/src/host.js';
import { Texts } from '../../www/src/texts.js';
import { languages } from '../../target/texts/languages.js';
import { flatten } from '../../www/src/value.js';

const WIDTH = 640;
const ROUNDS = 9;
const RATIO = 2;

/** A file of many villages with every kind of qualifier. */
function file(count: number): string {
  const kinds = ['exact', 'more_than', 'nearly', 'at_least', 'about'];
  const villages = Array.from({ length: count }, (_, i) => ({
    id: `v${i}`,
    name: `Làng nghề ${i}`,
    craft: `nghề ${i % 40}`,
    district: `Huyện ${i % 30}`,
    revenue: { [kinds[i % kinds.length] ?? 'exact']: 5 + ((i * 7919) % 1300) },
  }));
  return JSON.stringify({ format: 'village-charts/1', revenue: { unit: 'billion_vnd', per: 'year' }, villages });
}

type Call = (context: CanvasRenderingContext2D) => void;

/** Everything that `paint` does to 2D contexts, to be done again without us. */
function record(paint: () => void): Call[] {
  const calls: Call[] = [];
  const prototype = CanvasRenderingContext2D.prototype as unknown as Record<string, unknown>;
  const originals = Object.getOwnPropertyDescriptors(prototype);
  for (const [name, property] of Object.entries(originals)) {
    if (typeof property.value === 'function') {
      const method = property.value as (...values: unknown[]) => unknown;
      prototype[name] = function (this: CanvasRenderingContext2D, ...values: unknown[]) {
        calls.push((context) => method.apply(context, values));
        return method.apply(this, values);
      };
    } else if (property.set) {
      const { set } = property;
      Object.defineProperty(prototype, name, {
        ...property,
        set(value) {
          calls.push((context) => set.call(context, value));
          set.call(this, value);
        },
      });
    }
  }
  paint();
  Object.defineProperties(prototype, originals);
  return calls;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

/** The median time of a step in ms, with the raster that it asks for. */
function time(step: () => void, canvas?: HTMLCanvasElement): number {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    step();
    canvas?.getContext('2d')?.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
  }
  return median(times);
}

export async function run(count: number): Promise<Record<string, number>> {
  const Chart = instance(await WebAssembly.compileStreaming(fetch('/pkg/village_charts_bg.wasm')));
  const messages = await languages[0].vi?.();
  const host = new Host(messages && new Texts('vi', messages.default), 'sans-serif');
  const text = file(count);
  const chart = new Chart(host);
  const canvases = [1, 2, 3].map(() => document.createElement('canvas'));
  const [base, overlay, plain] = canvases as [HTMLCanvasElement, HTMLCanvasElement, HTMLCanvasElement];

  const parse = time(() => void chart.read(...flatten(JSON.parse(text))));
  let width = WIDTH;
  chart.dress('sans-serif', Array(10).fill('#0b6b6b').join('\n'), false);
  const layOut = () => {
    chart.set(...flatten({ kind: 'revenue', locale: 'vi', width }));
    return chart.layout().picture;
  };
  const paint = () => chart.paint(base, RATIO, 1);
  const { height = 0, items = [] } = layOut() ?? {};
  for (const canvas of canvases) [canvas.width, canvas.height] = [WIDTH * RATIO, height * RATIO];

  const first = time(() => {
    chart.lend(host); // nothing of the picture is left over from the last round
    layOut();
    paint();
  }, base);
  const resize = time(() => {
    width = width === WIDTH ? WIDTH - 20 : WIDTH;
    layOut();
    paint();
  }, base);
  let row = 0;
  const point = () => {
    const item = items[row++ % items.length];
    const index = item && chart.hit(item.x + 5, item.y + 5);
    chart.set(...flatten({ hover: items[index ?? -1]?.id ?? null }));
    chart.paintOverlay(overlay, RATIO);
  };
  const hover = time(point, overlay);

  const replay = (calls: Call[]) => {
    const context = plain.getContext('2d');
    return time(() => context && calls.forEach((call) => call(context)), plain);
  };
  return { parse, first, 'first, plain': replay(record(paint)), resize, hover, 'hover, plain': replay(record(point)) };
}
