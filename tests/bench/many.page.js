// Runs in the browser: the same places drawn by each library, to be drawn again at another width, and pointed at.
// Plain canvas is the least that draws them: an arc and a fill for each dot, and a grid that finds the nearest.
import { Chart, LinearScale, PointElement, ScatterController, Tooltip } from 'chart.js';
import { ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import uPlot from 'uplot';

const HEIGHT = 480;
const RADIUS = 3;
const FILL = 'rgba(11,107,107,.6)';
const text = ({ names }, i) => names[i];

const canvasIn = (box) => box.appendChild(document.createElement('canvas'));

/** The nearest of some points within twelve pixels. */
function nearest(xs, ys) {
  const grid = new Map();
  const cell = (x, y) => Math.floor(x / 12) * 8192 + Math.floor(y / 12);
  xs.forEach((x, i) => {
    const key = cell(x, ys[i]);
    if (!grid.has(key)) grid.set(key, []);
    grid.get(key).push(i);
  });
  return (x, y) => {
    let [best, least] = [undefined, 144];
    for (const dx of [-12, 0, 12])
      for (const dy of [-12, 0, 12])
        for (const i of grid.get(cell(x + dx, y + dy)) ?? []) {
          const distance = (xs[i] - x) ** 2 + (ys[i] - y) ** 2;
          if (distance < least) [best, least] = [i, distance];
        }
    return best;
  };
}

function tooltipIn(box) {
  const tip = box.appendChild(document.createElement('div'));
  box.style.position = 'relative';
  tip.style.cssText = 'position:absolute;left:0;top:0;pointer-events:none;background:#222;color:#fff';
  return (x, y, said) => {
    tip.textContent = said ?? '';
    tip.style.transform = `translate(${x + 10}px,${y + 10}px)`;
  };
}

const LIBRARIES = {
  'plain canvas': (box, data) => {
    const canvas = canvasIn(box);
    const tip = tooltipIn(box);
    const context = canvas.getContext('2d');
    let find;
    const [most, highest] = [data.xs, data.ys].map((all) => all.reduce((a, b) => Math.max(a, b), 0));
    const draw = (width) => {
      const ratio = devicePixelRatio;
      [canvas.width, canvas.height] = [width * ratio, HEIGHT * ratio];
      canvas.style.cssText = `display:block;width:${width}px;height:${HEIGHT}px`;
      context.scale(ratio, ratio);
      context.fillStyle = '#333';
      for (let i = 0; i <= 6; i++) {
        context.fillText(((most * i) / 6).toFixed(0), 40 + ((width - 60) * i) / 6, HEIGHT - 10);
        context.fillText(((highest * i) / 6).toFixed(0), 4, HEIGHT - 30 - ((HEIGHT - 50) * i) / 6);
      }
      context.fillStyle = FILL;
      const xs = data.xs.map((x) => 40 + ((width - 60) * x) / most);
      const ys = data.ys.map((y) => HEIGHT - 30 - ((HEIGHT - 50) * y) / highest);
      for (let i = 0; i < xs.length; i++) {
        context.beginPath();
        context.arc(xs[i], ys[i], RADIUS, 0, 7);
        context.fill();
      }
      find = () => {
        const found = nearest(xs, ys);
        find = () => found;
        return found;
      };
    };
    draw(box.clientWidth);
    box.onpointermove = ({ offsetX, offsetY }) => tip(offsetX, offsetY, data.names[find()(offsetX, offsetY)]);
    return { draw, remove: () => undefined };
  },
  'Chart.js': (box, data) => {
    Chart.register(ScatterController, PointElement, LinearScale, Tooltip);
    const canvas = canvasIn(box);
    [canvas.width, canvas.height] = [box.clientWidth, HEIGHT];
    const chart = new Chart(canvas, {
      type: 'scatter',
      data: {
        datasets: [
          {
            data: data.xs.map((x, i) => ({ x, y: data.ys[i] })),
            backgroundColor: FILL,
            pointRadius: RADIUS,
            borderWidth: 0,
          },
        ],
      },
      options: {
        animation: false,
        responsive: false,
        interaction: { mode: 'nearest', intersect: true },
        plugins: { tooltip: { callbacks: { label: ({ dataIndex }) => text(data, dataIndex) } } },
      },
    });
    return { draw: (width) => chart.resize(width, HEIGHT), remove: () => chart.destroy() };
  },
  uPlot: (box, data) => {
    let tip, find, px, py;
    const points = (chart, series) => {
      uPlot.orient(chart, series, (_, _x, _y, scaleX, scaleY, toX, toY, left, top, width, height, _m, _l, _r, arc) => {
        const [xs, ys] = chart.data[series];
        [px, py, find] = [new Float64Array(xs.length), new Float64Array(xs.length), undefined];
        const { ctx, bbox } = chart;
        ctx.fillStyle = FILL;
        for (let i = 0; i < xs.length; i++) {
          const [x, y] = [toX(xs[i], scaleX, width, left), toY(ys[i], scaleY, height, top)];
          px[i] = (x - bbox.left) / devicePixelRatio;
          py[i] = (y - bbox.top) / devicePixelRatio;
          ctx.beginPath();
          arc(ctx, x, y, RADIUS * devicePixelRatio, 0, 7);
          ctx.fill();
        }
      });
      return null;
    };
    const options = {
      mode: 2,
      width: box.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      scales: { x: { time: false } },
      axes: [{}, {}],
      series: [null, { facets: ['x', 'y'].map((scale) => ({ scale, auto: true })), paths: points }],
      cursor: { drag: { x: false, y: false }, points: { show: false }, dataIdx: () => null },
      hooks: {
        ready: [({ over }) => (tip = tooltipIn(over))],
        setCursor: [
          ({ cursor: { left, top } }) =>
            left >= 0 && tip?.(left, top, data.names[(find ??= nearest(px, py))(left, top)]),
        ],
      },
    };
    const chart = new uPlot(options, [null, [data.xs, data.ys]], box);
    return { draw: (width) => chart.setSize({ width, height: HEIGHT }), remove: () => chart.destroy() };
  },
  ECharts: (box, data) => {
    echarts.use([ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);
    const chart = echarts.init(box);
    // past the pieces that it draws one after another
    const drawn = (act) => new Promise((resolve) => (chart.on('finished', resolve), act()));
    const series = { type: 'scatter', large: true, symbolSize: 2 * RADIUS, itemStyle: { color: FILL } };
    return {
      ready: drawn(() =>
        chart.setOption({
          animation: false,
          tooltip: { trigger: 'item', formatter: ({ dataIndex }) => text(data, dataIndex) },
          xAxis: { type: 'value' },
          yAxis: { type: 'value' },
          series: [{ ...series, data: data.xs.map((x, i) => [x, data.ys[i]]) }],
        }),
      ),
      draw: (width) => drawn(() => chart.resize({ width, height: HEIGHT })),
      remove: () => chart.dispose(),
    };
  },
  'village-charts': (box, data, type) => {
    const chart = document.createElement('village-chart');
    for (const [name, value] of Object.entries({ type, locale: 'vi', controls: 'none' })) chart[name] = value;
    const ready = new Promise((resolve, reject) => {
      chart.addEventListener('village-chart-ready', resolve);
      chart.addEventListener('village-chart-error', ({ detail }) => reject(new Error(detail.message)));
    });
    chart.data = data.text ?? data.file;
    box.append(chart);
    return { ready, draw: () => chart.updated, remove: () => chart.remove() };
  },
};

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** In a task of its own: what runs while a debugger's command does is counted as that. */
const begun = async () => {
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
};
const painted = async () => {
  await frame();
  await frame();
};
let data, box, drawn;

/** Data of so many places, of a seed, so that all draw the same. */
export async function load(count) {
  let seed = 2024;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const names = Array.from({ length: count }, (_, i) => `Làng số ${i + 1}`);
  const xs = names.map(() => Math.round(100 * Math.max(1.5, 5 + 1.2 * normal())) / 100);
  const ys = xs.map((x) => Math.round(10 * Math.min(990, Math.exp(0.8 + x / 4 + normal()))) / 10);
  const indicator = (id, name, kind, unit) => ({ id, name, kind, unit });
  const file = {
    format: 'village-charts/1',
    indicators: [
      indicator('income', 'Thu nhập', 'average', { currency: 'VND', scale: 'million' }),
      indicator('sales', 'Doanh thu', 'amount', { currency: 'VND', scale: 'billion' }),
    ],
    villages: { columns: ['name', 'income', 'sales'], rows: names.map((name, i) => [name, xs[i], ys[i]]) },
  };
  data = { names, xs, ys, file };
}

/** Draws them in a new box; of a spread the others draw dots in lanes. */
export async function draw(library, type, isText = false) {
  await begun();
  box = document.body.appendChild(document.createElement('div'));
  box.style.cssText = `width:720px;height:${HEIGHT}px`;
  const lanes = type === 'spread' ? { ...data, xs: data.ys, ys: data.ys.map((_, i) => (i * 7919) % 97) } : data;
  drawn = LIBRARIES[library](box, isText ? { text: data.text } : lanes, type);
  await drawn.ready;
  await painted();
}

/** Draws them again, at another width. */
export async function redraw(width) {
  await begun();
  box.style.width = `${width}px`;
  await drawn.draw(width);
  await painted();
}

export function remove() {
  drawn.remove();
  box.remove();
}

/** From JSON text to a picture of ours, and JSON.parse alone, in milliseconds. */
export async function fromText(type) {
  data.text ??= JSON.stringify(data.file);
  const start = performance.now();
  JSON.parse(data.text);
  const parsed = performance.now();
  await draw('village-charts', type, true);
  return [performance.now() - parsed, parsed - start];
}
