// Strict pages, bad servers and bad lines: the static picture stays, the console says in one line what is wrong.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import { canvas, come, frames, HANOI, inside, open, pageStart, SCRIPT, until } from './browser.mjs';

const root = new URL('../..', import.meta.url).pathname;
const WASM = 'dist/village_charts_bg.wasm';
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; " +
  "style-src 'self'; connect-src 'self'; img-src 'self' blob:";
let fragment;

before(async () => {
  const made = await promisify(execFile)(
    'cargo',
    ['run', '--quiet', '--', 'embed', `www/${HANOI}`, '--type', 'revenue', '--src', HANOI, '--unstyled'],
    { cwd: root },
  );
  fragment = made.stdout;
});

/** A page with a static picture under a policy of its own; `answer` gives bad answers to some addresses. */
const strict = (t, { policy = POLICY, answer = {}, ...options } = {}) =>
  open(t, {
    html: pageStart(`<link rel="stylesheet" href="dist/village-charts.css">${SCRIPT}`) + fragment,
    policy,
    at: async (page) => {
      for (const [path, how] of Object.entries(answer)) await page.route(`**/${path}`, how);
    },
    ...options,
  });

const failed = (page) => page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
const lines = (page) => page.messages.filter((message) => message.startsWith('village-chart:'));

/** The static picture is there, whole and alone; one line and one event tell why. */
async function kept(page, reason, line) {
  await failed(page);
  await frames(page, 10);
  const events = await page.evaluate(() => window.events.map(({ type, detail }) => [type, detail?.reason]));
  assert.deepEqual(events, [['error', reason]]);
  assert.equal(lines(page).length, 1, lines(page).join('\n'));
  assert.match(lines(page)[0], line);
  assert.ok(!lines(page)[0].includes('\n'), lines(page)[0]);
  const { figure, message } = inside(page);
  assert.deepEqual(
    [
      await page.locator('village-chart svg:visible').count(),
      await figure.nth(1).isVisible(),
      await message.isVisible(),
    ],
    [1, false, false],
  );
  assert.ok(await page.getByText('Sáu làng nghề quanh mốc nghìn tỷ').first().isVisible());
}

test('under a strict policy and with trusted types it wakes, and nothing is refused', async (t) => {
  const page = await strict(t, { policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'` });
  await page.waitForFunction(() => window.events.some((event) => event.type === 'ready'));
  await inside(page).chart.getByRole('button', { name: 'Tìm, so sánh' }).click();
  await page.getByRole('searchbox').fill('son dong');
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelectorAll('.stage li').length === 2,
  );
  assert.ok((await canvas(page, 'village-chart')).painted > 1000);
  assert.deepEqual(page.messages, []);
});

test('WebAssembly is refused', async (t) => {
  const page = await strict(t, { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  await kept(page, 'wasm', /header Content-Security-Policy needs 'wasm-unsafe-eval'/);
});

const status = (code) => (route) => route.fulfill({ status: code, body: '' });
const html = (route) =>
  route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Trang chủ</title>' });
const half = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({
    headers: { 'content-type': response.headers()['content-type'] },
    body: body.subarray(0, body.length / 2),
  });
};

for (const [name, path, reason, other] of [
  ['the module', WASM, 'wasm', HANOI],
  ['the data', HANOI, 'network', WASM],
]) {
  const file = new RegExp(path.replace('.', '\\.'));
  test(`${name} is missing`, async (t) => {
    const page = await strict(t, { answer: { [path]: status(404) } });
    await kept(page, reason, new RegExp(`${file.source}: the server answered 404`));
  });

  test(`${name} is of another type`, async (t) => {
    const page = await strict(t, { answer: { [path]: html } });
    const line =
      reason === 'wasm'
        ? 'the header Content-Type is text/html; charset=utf-8, expected application/wasm'
        : 'the data is not JSON';
    await kept(page, reason === 'wasm' ? 'wasm' : 'data', new RegExp(`${file.source}: ${line}`));
  });

  test(`${name} is cut off`, async (t) => {
    const page = await strict(t, { answer: { [path]: half } });
    await kept(page, reason === 'wasm' ? 'wasm' : 'data', file);
  });

  test(`${name} is too slow`, async (t) => {
    let ask;
    const asked = new Promise((resolve) => (ask = resolve));
    const page = await strict(t, { answer: { [path]: ask }, clock: true });
    // what is not slow has come before time passes: else it is that which was waited for too long
    await Promise.all([asked, come(page, other)]);
    // a preload may have asked first: time passes until someone has waited for it
    await until(
      async () => (await page.clock.fastForward(21_000), page.evaluate(() => window.events.length)),
      (told) => told > 0,
    );
    await kept(page, reason, new RegExp(`${file.source}: no answer within 20 s`));
  });

  test(`${name} is not reached, and is when the network returns`, async (t) => {
    let reached = false;
    const page = await strict(t, {
      answer: { [path]: (route) => (reached ? route.continue() : route.abort('internetdisconnected')) },
    });
    await kept(page, reason, file);
    reached = true;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForFunction(() => window.events.some((event) => event.type === 'ready'));
    assert.ok((await canvas(page, 'village-chart')).painted > 1000);
    assert.equal(await page.locator('village-chart svg:visible').count(), 0);
  });
}

test('the module with the right bytes and another type works, and says so', async (t) => {
  const octets = async (route) => {
    const response = await route.fetch();
    await route.fulfill({ headers: { 'content-type': 'application/octet-stream' }, body: await response.body() });
  };
  const page = await strict(t, { answer: { [WASM]: octets } });
  await page.waitForFunction(() => window.events.some((event) => event.type === 'ready'));
  assert.equal(lines(page).length, 1);
  assert.match(
    lines(page)[0],
    /the header Content-Type is application\/octet-stream; with application\/wasm it starts sooner/,
  );
});

test('what is removed or changed is not loaded on', async (t) => {
  const asked = [];
  const cancelled = [];
  const never = (route) => void asked.push(route.request().url());
  const page = await strict(t, { answer: { [HANOI]: never, [`${HANOI}?again`]: never } });
  page.on('requestfailed', (request) => cancelled.push(request.url()));
  const chart = page.locator('village-chart');
  const has = (list, end) =>
    until(
      () => list,
      (urls) => urls.some((url) => url.endsWith(end)),
      end,
    );
  await has(asked, HANOI);
  await chart.evaluate((element, src) => (element.src = src), `${HANOI}?again`);
  await has(cancelled, HANOI);
  await has(asked, '?again');
  await chart.evaluate((element) => element.remove());
  await has(cancelled, '?again');
  assert.deepEqual(await page.evaluate(() => window.events), []);
});
