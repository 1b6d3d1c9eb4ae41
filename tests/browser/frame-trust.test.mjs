// What a chart's frame and the page around it believe of each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, fits, frames, open, ready, SRC } from './frame.mjs';

// frames that are not ours, though our page's name is in their address or they have its name
const STRANGERS = {
  'another file of our server': (own) => `${own}icon.svg`,
  'a file with our name in its query': (own) => `${own}icon.svg?from=/charts/embed.html`,
  'a file with our name in its fragment': (own) => `${own}icon.svg#/embed.html`,
  'a folder of our name': () => 'http://ads.example/embed.html/ad',
  'a page of our name on another server': () => 'http://ads.example/embed.html?type=income',
  'our page, which has gone elsewhere': (own) => `${own}embed.html?gone`,
};
for (const [what, src] of Object.entries(STRANGERS)) {
  test(`${what}: no room for a frame that says it is a chart`, async (t) => {
    const shout = `<script>parent.postMessage({ 'village-chart-height': 20000 }, '*')</script>`;
    const page = await open(t, 'our script', {
      policy: false,
      at: async (page) => {
        const away = '<meta http-equiv="refresh" content="0;url=http://ads.example/ad">';
        await page.route(/ads\.example|icon\.svg\??/, (route) =>
          route.fulfill({ contentType: 'text/html', body: shout }),
        );
        await page.route(/\?gone$/, (route) => route.fulfill({ contentType: 'text/html', body: away }));
      },
    });
    await ready(page);
    await fits(page);
    const own = await page.element.evaluate((frame) => frame.src.replace(/embed\.html.*/, ''));
    await page.evaluate((src) => {
      const other = document.createElement('iframe');
      Object.assign(other, { id: 'other', src, height: 150 });
      document.body.append(other);
    }, src(own));
    await page.waitForFunction(() => window.heard.some((data) => data['village-chart-height'] === 20000));
    await frames(page, 10);
    assert.equal(await page.locator('#other').evaluate((frame) => frame.clientHeight), 150);
  });
}

test('whatever is wrong, the page around hears the same: it does not learn which files there are', async (t) => {
  const wrong = {
    'a file that is not there': { src: 'data/none.json' },
    'a file that the reader may not see': { src: 'data/secret.json' },
    'an address that is not allowed': { src: 'file:///etc/passwd' },
    'a file that is no JSON': { src: 'icon.svg' },
    'a file of other data': { src: 'schema/village-charts-1.json' },
    'data for no chart of this type': { src: 'data/few.json', type: 'clusters' },
    'a chart of no type': { type: 'none' },
  };
  for (const width of [360]) {
    const heard = new Map();
    for (const [what, query] of Object.entries(wrong)) {
      const page = await open(t, 'our script', {
        width,
        query: { type: 'income', locale: 'vi', ...query },
        at: async (page) => {
          await page.route('**/secret.json', (route) => route.fulfill({ status: 403, body: 'no' }));
          const few = {
            format: 'village-charts/1',
            revenue: { unit: 'billion_vnd', per: 'year' },
            villages: [{ name: 'A', revenue: 1 }],
          };
          await page.route('**/few.json', (route) => route.fulfill({ json: few }));
        },
      });
      await page.frame.getByText(/Không vẽ được/).waitFor();
      await page.waitForFunction(() => window.heard.length);
      await frames(page, 10);
      // a script that comes late hears it once more
      const said = await page.evaluate(() => [
        ...new Set(window.heard.filter((data) => !data['datawrapper-height']).map((data) => JSON.stringify(data))),
      ]);
      heard.set(what, JSON.stringify([said, await page.element.evaluate((frame) => frame.clientHeight)]));
      // what is higher can be scrolled to
      const reads = await page.frame
        .locator('html')
        .evaluate((html) => [html.scrollHeight > html.clientHeight, getComputedStyle(html).scrollbarWidth]);
      assert.ok(!reads[0] || reads[1] === 'auto', what);
    }
    assert.equal(new Set(heard.values()).size, 1, JSON.stringify([...heard]));
  }
});

test('the frame asks for its data as a stranger, a chart of a page as its reader', async (t) => {
  const cookies = { frame: [], page: [] };
  const at = async (page) => {
    await page.context().addCookies([{ name: 'reader', value: '1', url: address({}) }]);
    await page.route(`**/${SRC}`, async (route) => {
      const asking = route.request().frame().url().includes('embed.html') ? 'frame' : 'page';
      cookies[asking].push((await route.request().allHeaders()).cookie);
      return route.continue();
    });
  };
  const page = await open(t, 'our script', { query: { type: 'income' }, at });
  await page.goto(address({ type: 'income' }));
  await page.locator('village-chart:not(.waiting)').waitFor();
  await page.goto(address({}).replace(/embed\.html.*/, 'gallery.html'));
  await page
    .locator('village-chart')
    .first()
    .evaluate((chart) => (chart.scrollIntoView(), chart.updated));
  assert.deepEqual([...new Set(cookies.frame)], [undefined]);
  assert.deepEqual([...new Set(cookies.page)], ['reader=1']);
});

test('no text of the address becomes a message of another kind, or a selector that is none', async (t) => {
  const childId = 'xxPYMxnavigateToxPYMxhttp://evil.example/';
  const page = await open(t, 'our script', { query: { type: 'income', childId, x: "a\\']" } });
  await ready(page);
  await fits(page);
  const heard = await page.evaluate(() => window.heard);
  assert.deepEqual(
    heard.filter((data) => typeof data === 'string'),
    [],
  );
  for (const data of heard) {
    for (const id of Object.keys(data['datawrapper-height'] ?? {})) {
      assert.equal(
        await page.evaluate((id) => document.querySelector(`iframe[src*='${id}']`)?.src.includes(id), id),
        true,
      );
    }
  }
  const good = await open(t, 'our script', { query: { type: 'income', childId: 'pym_0-a' } });
  await ready(good);
  const height = await fits(good);
  assert.ok((await good.evaluate(() => window.heard)).includes(`pymxPYMxpym_0-axPYMxheightxPYMx${height}`));
});
