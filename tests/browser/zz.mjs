import { chromium } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { execFileSync } from 'node:child_process';
const server = await serve('/work/main/www');
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const type = process.argv[2] ?? 'revenue';
const frag = execFileSync('/work/main/target/debug/village-charts', ['embed','/work/main/www/data/hanoi-2024.json','--type',type,'--src','data/hanoi-2024.json']).toString();
for (const js of [false, true]) for (const [w, s] of [[360,'light'],[1200,'dark'],[700,'light']]) {
  const c = await b.newContext({ deviceScaleFactor: +(process.env.DPR ?? 1), viewport: { width: w, height: 800 }, colorScheme: s, javaScriptEnabled: js });
  const page = await c.newPage();
  page.on('console', m => console.log(m.text()));
  await page.route(server.url + 'x.html', r => r.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang=vi><meta name=viewport content="width=device-width"><meta name=color-scheme content="light dark"><style>body{font-family:"Noto Sans",sans-serif;margin:16px} p{font-size:18px}</style><script type=module src="dist/village-charts.js"></script><p>Trước</p>${frag}<p id=after>Sau</p>` }));
  await page.goto(server.url + 'x.html');
  if (js) { await page.waitForFunction(() => document.querySelector('village-chart').shadowRoot?.querySelector('figure:not([hidden])')); await page.waitForTimeout(500); }
  else await page.waitForTimeout(300);
  console.log(js, w, (await page.locator('#after').boundingBox()).y);
  await page.screenshot({ path: `/tmp/shots/${type}-${w}-${js}.png`, fullPage: true });
  await c.close();
}
await b.close(); await server.close();
