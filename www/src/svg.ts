/**
 * A canvas that writes down as SVG what is drawn onto it: the pictures to take away are drawn by the same code as those
 * on the page.
 */
export function recorder(): { canvas: HTMLCanvasElement; svg: (family: string) => string } {
  const shapes: string[] = [];
  const size = { width: 0, height: 0 };
  let points: string[] = [];
  const state = { fillStyle: '', strokeStyle: '', lineWidth: 1, font: '', textAlign: 'left' };
  const anchors: Record<string, string> = { left: '', right: ' text-anchor="end"', center: ' text-anchor="middle"' };
  const polygon = (name: string, style: string) => shapes.push(`<${name} points="${points.join(' ')}" ${style}/>`);
  // the few methods that the drawing backend calls, at one pixel to one
  const methods = {
    fillRect(x: number, y: number, width: number, height: number) {
      shapes.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${state.fillStyle}"/>`);
    },
    clearRect() {},
    setTransform() {},
    beginPath() {
      points = [];
    },
    lineTo(x: number, y: number) {
      points.push(`${x},${y}`);
    },
    fill() {
      polygon('polygon', `fill="${state.fillStyle}"`);
    },
    stroke() {
      polygon('polyline', `fill="none" stroke="${state.strokeStyle}" stroke-width="${state.lineWidth}"`);
    },
    fillText(text: string, x: number, y: number) {
      const px = /(\d+)px/.exec(state.font)?.[1] ?? '14';
      const weight = state.font.startsWith('bold') ? ' font-weight="bold"' : '';
      const at = `x="${x}" y="${Number(y.toFixed(2))}" font-size="${px}"${weight}${anchors[state.textAlign] ?? ''}`;
      shapes.push(`<text ${at} fill="${state.fillStyle}">${escape(text)}</text>`);
    },
  };
  // the module asks what it is given whether it is a canvas and a context
  const own = <T extends object>(prototype: T, ...values: object[]): T => {
    const object = Object.create(prototype) as T;
    for (const value of values) {
      for (const key of Object.keys(value)) {
        const { get, set } = { get: () => value[key as never] as unknown, set: (v: unknown) => void ((value as Record<string, unknown>)[key] = v) };
        Object.defineProperty(object, key, { get, set });
      }
    }
    return object;
  };
  const context = own(CanvasRenderingContext2D.prototype, state, methods);
  const canvas = own(HTMLCanvasElement.prototype, size, { getContext: () => context });
  const svg = (family: string) => {
    const { width, height } = size;
    const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${box} font-family="${escape(family)}">\n${shapes.join('\n')}\n</svg>\n`;
  };
  return { canvas, svg };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '');
}
