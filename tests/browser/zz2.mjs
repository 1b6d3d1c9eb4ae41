import { chromium } from 'playwright-core';
import { readFileSync, writeFileSync } from 'fs';
const [fa, fb, out] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await b.newPage();
const url = await p.evaluate(async (pngs) => {
  const [a, b] = await Promise.all(pngs.map(async (png) => { const pic = await createImageBitmap(new Blob([Uint8Array.from(atob(png), c => c.charCodeAt(0))], { type: 'image/png' })); const c = new OffscreenCanvas(pic.width, pic.height).getContext('2d'); c.drawImage(pic, 0, 0); return c.getImageData(0, 0, pic.width, pic.height); }));
  const { width, height } = a;
  const has = (p, x, y, [r, g, bl]) => { for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) { const i = 4 * (v * width + u); if (Math.max(Math.abs(p.data[i] - r), Math.abs(p.data[i + 1] - g), Math.abs(p.data[i + 2] - bl)) < 48) return true; } return false; };
  const c = document.createElement('canvas'); c.width = width; c.height = height; const x2 = c.getContext('2d'); const o = x2.createImageData(width, height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) { const i = 4 * (y * width + x); const px = q => q.data.subarray(i, i + 3); const d = !has(b, x, y, px(a)) || !has(a, x, y, px(b)); const g = 200 + a.data[i] * .2; o.data.set(d ? [255, 0, 0, 255] : [g, g, g, 255], i); }
  x2.putImageData(o, 0, 0); return c.toDataURL();
}, [fa, fb].map(f => readFileSync(f).toString('base64')));
writeFileSync(out, Buffer.from(url.split(',')[1], 'base64'));
await b.close();
