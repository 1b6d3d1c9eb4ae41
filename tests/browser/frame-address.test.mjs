// What the address of the chart's frame says: where the data is, how the chart looks, and what is refused.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { address, fits, frames, open, ready, root, SRC, until } from './frame.mjs';

const REFUSED = {
  'no src': '',
  'a script': 'javascript:alert(1)',
  'a script in disguise': ' \tJaVa\nscript:alert(1)',
  'data in the address': 'data:application/json,{"format":"village-charts/1"}',
  'a blob': 'blob:http://localhost/1',
  'a file': 'file:///etc/passwd',
  'no address': 'http://',
};
const TEXTS = [
  ['vi', /^Không vẽ được .* Địa chỉ dữ liệu/],
  ['en', /^The interactive chart cannot be drawn\. The address/],
];
for (const [i, [what, src]] of Object.entries(REFUSED).entries()) {
  test(`${what}: refused, in words for the reader and one line for the developer`, async (t) => {
    for (const [locale, text] of i ? [TEXTS[i % 2]] : TEXTS) {
      const page = await open(t, 'our script', { query: { type: 'income', src, locale } });
      const message = page.frame.getByRole('status');
      await message.waitFor();
      assert.match(await message.textContent(), text);
      assert.equal(await page.frame.locator('html').getAttribute('lang'), locale);
      assert.equal(await page.frame.locator('village-chart').count(), 0);
      await page.waitForFunction(() => document.querySelector('iframe').clientHeight < 100);
      await until(() => page.messages.length, 1, 'lines');
      assert.match(
        page.messages[0],
        /^village-chart: src in the frame's address is .*; expected the http or https address/s,
      );
    }
  });
}

const WRONG = {
  'a file that is not there': [
    { type: 'income', src: 'data/none.json' },
    { vi: /Không tải được dữ liệu/, en: /could not be loaded/ },
    /none\.json: the server answered 404/,
  ],
  'another type': [
    { type: '<img src=x onerror=alert(1)>' },
    { vi: /Không vẽ được/, en: /cannot be drawn/ },
    /the attribute type is "<img/,
  ],
  'no type': [{}, { vi: /Không vẽ được/, en: /cannot be drawn/ }, /the attribute type is nothing/],
};
for (const [what, [query, texts, line]] of Object.entries(WRONG)) {
  test(`${what}: said to the reader and to the developer`, async (t) => {
    for (const [locale, text] of Object.entries(texts)) {
      const page = await open(t, 'our script', { query: { ...query, locale } });
      const message = page.frame.locator('.message');
      await message.waitFor();
      assert.match(await message.textContent(), text);
      await page.waitForFunction(() => document.querySelector('iframe').clientHeight < 100);
      // the browser says of itself what it could not load
      const lines = page.messages.filter((message) => message.startsWith('village-chart'));
      assert.equal(lines.length, 1, page.messages.join('\n'));
      assert.match(lines[0], line);
      assert.equal(await page.frame.locator('img').count(), 0);
    }
  });
}

for (const [locale, text] of [
  ['vi', /sandbox cần có allow-same-origin, .* Access-Control-Allow-Origin: \*/],
  ['en', /needs allow-same-origin, or .* Access-Control-Allow-Origin: \*/],
]) {
  test(`a frame in a sandbox says what is missing, and is drawn where it is not: ${locale}`, async (t) => {
    const open_ = (header, files) =>
      open(t, 'our script', {
        query: { type: 'income', locale },
        more: 'sandbox="allow-scripts"',
        at: (page) =>
          page.route(files, async (route) => {
            const response = await route.fetch();
            return route.fulfill({
              response,
              headers: { ...response.headers(), ...(header && { 'access-control-allow-origin': '*' }) },
            });
          }),
      });
    // neither the script's files nor the data, and only the data
    for (const page of [await open_(false, '**/dist/*'), await open_(true, '**/dist/*')]) {
      const message = page.frame.getByRole('status').filter({ visible: true });
      await message.waitFor();
      assert.match(await message.textContent(), text);
      await page.waitForFunction(() => document.querySelector('iframe').clientHeight < 200);
      const hidden = () => page.frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
      await until(hidden, 0, 'all of it can be read');
    }
    const drawn = await open_(true, /\/(dist|data)\//);
    await ready(drawn);
    await fits(drawn);
  });
}

test('every attribute of the address reaches the chart, and nothing else does', async (t) => {
  const query = {
    type: 'revenue',
    locale: 'en',
    theme: 'dark',
    sort: 'name',
    controls: 'sort',
    unit: 'year',
    onclick: 'alert(1)',
    id: 'x',
    link: 'off',
  };
  const page = await open(t, 'our script', { query });
  await ready(page);
  const found = await page.frame
    .locator('village-chart')
    .evaluate((chart) => Object.fromEntries([...chart.attributes].map(({ name, value }) => [name, value])));
  assert.deepEqual(found, {
    src: SRC,
    type: 'revenue',
    locale: 'en',
    theme: 'dark',
    sort: 'name',
    controls: 'sort',
    unit: 'year',
    class: 'framed',
  });
  assert.match(page.messages.join('\n'), /the frame's address has "onclick", "id", "link"; expected one of type, src,/);
  assert.equal(await page.frame.getByText('Six villages around').count(), 1);
  assert.equal(await page.frame.locator('head title').textContent(), 'Chart');
});

/** The colour of the page on the screen at a point of the frame. */
async function colour(page, x, y) {
  const box = await page.element.boundingBox();
  const png = await page.screenshot({ clip: { x: box.x + x, y: box.y + y, width: 1, height: 1 } });
  return page.evaluate(
    async (url) => {
      const picture = new Image();
      picture.src = url;
      await picture.decode();
      const context = document.createElement('canvas').getContext('2d');
      context.drawImage(picture, 0, 0);
      return context.getImageData(0, 0, 1, 1).data.slice(0, 3).join();
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

for (const [colorScheme, opposite, surface] of [
  ['light', 'dark', '22,24,27'],
  ['dark', 'light', '255,255,255'],
]) {
  test(`${colorScheme}: the frame is transparent, or has the colour of the theme that was asked for`, async (t) => {
    const style = ':root { color-scheme: light dark; } body { background: rgb(200, 100, 50); }';
    const page = await open(t, 'our script', { style, colorScheme, query: { type: 'income', theme: 'auto' } });
    await ready(page);
    await fits(page);
    assert.equal(await colour(page, 2, 2), '200,100,50');
    // most pages are light in a dark system, too
    const plain = await open(t, 'our script', { style: 'body { background: rgb(250, 240, 230); }', colorScheme });
    await ready(plain);
    await fits(plain);
    assert.equal(await colour(plain, 2, 2), '250,240,230');
    assert.equal(
      await plain.frame
        .locator('village-chart')
        .evaluate((chart) => getComputedStyle(chart.shadowRoot.querySelector('figure')).color),
      'rgb(26, 29, 33)',
    );
    const other = await open(t, 'our script', { style, colorScheme, query: { type: 'income', theme: opposite } });
    await ready(other);
    await fits(other);
    assert.equal(await colour(other, 2, 2), surface);
  });
}

test('without script the frame says so in every language', async (t) => {
  const page = await open(t, 'our script', { javaScriptEnabled: false });
  // the frame's page by itself: of a frame in a process of its own that runs no script, Chromium sometimes tells
  // nothing
  await page.goto(address({ type: 'income' }));
  assert.match(await page.locator('p[lang=vi]').textContent(), /JavaScript, mà trình duyệt/);
  const languages = (await readdir(new URL('../../texts', import.meta.url))).filter((name) => name.endsWith('.ftl'));
  assert.equal(await page.locator('p').count(), languages.length);
  assert.match(await page.locator('p[lang=en]').textContent(), /needs JavaScript/);
});

test('a frame that stands alone tells nothing and shows its chart', async (t) => {
  const page = await open(t, 'our script');
  await page.goto(address({ type: 'income' }));
  await page.evaluate(() => {
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(data));
  });
  await page.locator('village-chart:not(.waiting)').waitFor();
  await page.setViewportSize({ width: 360, height: 640 });
  await frames(page, 10);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
});

/** A page around a frame with data of a server that allows everyone to read it; `asked` counts how often. */
async function other(t, { locale = 'vi', policy = (html) => html, headers = false } = {}) {
  let asked = 0;
  const page = await open(t, 'our script', {
    query: { type: 'revenue', src: 'http://data.example/hanoi.json', locale },
    at: async (page) => {
      // the policy that the page itself has, with or without that of the server's header
      await page.route('**/embed.html?*', async (route) => {
        const response = await route.fetch();
        const body = policy(await response.text());
        await route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body,
          ...(headers && { headers: response.headers() }),
        });
      });
      await page.route('http://data.example/**', (route) => {
        asked++;
        return route.fulfill({
          path: `${root}www/${SRC}`,
          contentType: 'application/json',
          headers: { 'access-control-allow-origin': '*' },
        });
      });
    },
  });
  return { page, asked: () => asked };
}

for (const [locale, text, headers] of [
  ['vi', /Không tải được dữ liệu/, false],
  ['en', /could not be loaded/, true],
]) {
  test(`data of another server is refused as embed.html is, ${headers ? 'with' : 'without'} a header`, async (t) => {
    const { page, asked } = await other(t, { locale, headers });
    const message = page.frame.locator('.message');
    await message.waitFor();
    assert.match(await message.textContent(), text);
    await page.waitForFunction(() => document.querySelector('iframe').clientHeight < 100);
    assert.equal(asked(), 0, 'nothing is asked of that server');
    // the browser and the chart say that it could not be loaded; one line says what to do
    const lines = page.messages.filter((message) => /^village-chart.*policy/i.test(message));
    assert.equal(lines.length, 1, page.messages.join('\n'));
    const begins =
      'village-chart: http://data.example/hanoi.json is refused by the Content-Security-Policy, in embed.html ';
    assert.ok(lines[0].startsWith(begins), lines[0]);
    assert.match(lines[0], /connect-src/);
  });
}

test('data of another server is drawn where embed.html names it', async (t) => {
  const { page } = await other(t, { policy: (html) => html.replace("connect-src 'self'", '$& http://data.example') });
  await ready(page);
  await fits(page);
  await page.frame.getByRole('button', { name: 'Tìm, so sánh' }).click();
  await page.frame.getByRole('searchbox').waitFor();
  assert.deepEqual(page.messages, []);
});
