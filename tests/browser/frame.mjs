// Pages of another origin around the chart's iframe, each listening for its height in its own way.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { launch } from '../chromium.mjs';
import { PATIENCE, until } from './wait.mjs';

export * from './wait.mjs';

export const root = new URL('../..', import.meta.url).pathname;
export const SRC = 'data/hanoi-2024.json';
let site;
let browser;

before(async () => {
  site = await serve(`${root}www`);
  // scrollbars that take room, as on most desktops: playwright hides them
  browser = await launch({ ignoreDefaultArgs: ['--hide-scrollbars'] });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

export const address = (query) => `${site.url}embed.html?${new URLSearchParams({ src: SRC, ...query })}`;
const iframe = (src, more = '') =>
  `<iframe src="${src.replaceAll('&', '&amp;')}" title="Biểu đồ"
    width="100%" height="200" frameborder="0" ${more}></iframe>`;

/** Pages around: the body for the frame's address, their script, files of theirs, and a policy. */
export const HOSTS = {
  // what Datawrapper gives its customers to put beside a responsive iframe
  Datawrapper: {
    body: (src) => iframe(src),
    script: `window.addEventListener('message', (event) => {
      if (event.data['datawrapper-height'] === undefined) return;
      const all = document.querySelectorAll('iframe');
      for (const id in event.data['datawrapper-height'])
        for (const one of all)
          if (one.contentWindow === event.source) one.style.height = event.data['datawrapper-height'][id] + 'px';
    });`,
  },
  // and what it gave them before 2021
  'Datawrapper, by id': {
    body: (src) => iframe('about:blank?another') + iframe(src),
    script: `window.addEventListener('message', (event) => {
      for (const id in event.data['datawrapper-height']) {
        const one =
          document.getElementById('datawrapper-chart-' + id) || document.querySelector("iframe[src*='" + id + "']");
        if (one) one.style.height = event.data['datawrapper-height'][id] + 'px';
      }
    });`,
  },
  // the rules of amp-iframe and of its iframe-helper: #amp=1, a sandbox, no scrolling; source, origin, sentinel, 100 px
  AMP: {
    body: (src) => iframe(`${src}#amp=1`, 'sandbox="allow-scripts allow-same-origin" scrolling="no"'),
    script: `const one = document.querySelector('iframe');
    const resize = (height) => height >= 100 && one.setAttribute('height', parseInt(height, 10));
    window.addEventListener('message', ({ data, source, origin }) => {
      if (source !== one.contentWindow) return;
      if (typeof data === 'string' && data.startsWith('pym')) {
        const [, , type, value] = data.split(/xPYMx/);
        if (type === 'height') resize(parseInt(value, 10));
      } else if (data.sentinel === 'amp' && origin === new URL(one.src).origin && data.type === 'embed-size')
        resize(data.height);
    });`,
  },
  'pym.js': {
    body: (src) =>
      `<div id="pym-0" data-pym-src="${src.replaceAll('&', '&amp;')}"></div><script src="pym.js"></script>`,
    script: '',
    files: { '/pym.js': `${root}node_modules/pym.js/dist/pym.v1.js` },
  },
  'our script': {
    body: (src, more = 'loading="lazy"') =>
      `${iframe(src, more)}<script async src="${site.url}dist/village-charts-frames.js"></script>`,
    script: '',
    policy: () =>
      `default-src 'none'; script-src 'self' ${site.url}; frame-src ${site.url}; style-src 'self'; img-src data:`,
  },
};

/**
 * Opens a page around the frame. `frame` is its inside, `heard` what it said; `more` are attributes of the iframe,
 * `policy` whether the page has one.
 */
export async function open(
  t,
  name,
  {
    query = { type: 'income' },
    src = address(query),
    width = 800,
    style = '',
    more,
    policy = true,
    at,
    until = 'load',
    ...options
  } = {},
) {
  const { body, script, files = {}, policy: own } = HOSTS[name];
  const html =
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">` +
    `<script src="heard.js"></script><p>Bài báo</p>${body(src, more)}<p>Hết</p><script src="host.js"></script>`;
  const texts = {
    '/': ['text/html', html],
    '/host.css': ['text/css', `body { margin: 0; } ${style}`],
    '/heard.js': [
      'text/javascript',
      `window.heard = []; addEventListener('message', ({ data, source }) => source === window || heard.push(data));`,
    ],
    '/host.js': ['text/javascript', script],
  };
  const server = createServer(async ({ url }, response) => {
    const [type, text] = texts[url] ?? ['text/javascript', files[url] && (await readFile(files[url], 'utf8'))];
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      ...(policy && own && { 'content-security-policy': own() }),
    });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  t.after(async () => {
    await context.close();
    server.closeAllConnections();
    server.close();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.messages = [];
  page.on('console', (message) => page.messages.push(message.text()));
  page.on('pageerror', (error) => page.messages.push(String(error)));
  await at?.(page);
  // another site, not only another port: the frame gets a process of its own
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: until });
  page.element = page.locator('iframe[src*="embed.html"]');
  page.frame = page.element.contentFrame();
  return page;
}

/**
 * The page's frame is as high as what it shows: nothing to scroll, no blank space. Waits until that is so, and until it
 * is the height that is given, if any is; which height it is.
 */
export async function fits(page, height) {
  const sizes = () =>
    page.frame.locator('html').evaluate((html) => ({
      content: Math.ceil(document.body.getBoundingClientRect().height),
      frame: innerHeight,
      scrolls: html.scrollHeight - html.clientHeight,
      bar: innerWidth - html.clientWidth,
      wide: html.scrollWidth - html.clientWidth,
    }));
  const fit = ({ content, frame, scrolls, bar, wide }) =>
    content === frame && !scrolls && !bar && !wide && (height ? content === height : content > 150);
  return (await until(sizes, fit, 'the frame does not fit')).content;
}

export const ready = (page) => page.frame.locator('village-chart:not(.waiting)').waitFor();
export const heights = (page) =>
  page.evaluate(() => window.heard.flatMap((data) => data['village-chart-height'] ?? []));
