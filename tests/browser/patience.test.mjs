// How long a download is waited for: from the last bytes that arrived, not from the start.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, come, frames, HANOI, open, until, withData } from './browser.mjs';

/**
 * From now on what is asked for under a name with `slow` in it arrives when `give` says so, half of what is left each
 * time.
 */
function slow() {
  const { fetch } = window;
  window.fetch = async (url, options) => {
    const response = await fetch(url, options);
    if (!String(url).includes(window.slow)) return response;
    let rest = new Uint8Array(await response.arrayBuffer());
    const body = new ReadableStream({
      start(controller) {
        window.give = (all) => {
          const part = all ? rest.length : Math.ceil(rest.length / 2);
          controller.enqueue(rest.slice(0, part));
          rest = rest.slice(part);
          if (all) controller.close();
        };
        options.signal.addEventListener('abort', () => controller.error(options.signal.reason));
      },
    });
    return new Response(body, { headers: response.headers });
  };
}

const MODULE = 'village_charts_bg.wasm';
const CHART = `<village-chart type="revenue" src="${HANOI}"><p>The fallback.</p></village-chart>`;
const events = (page) =>
  page.evaluate(() => window.events.map(({ type, detail }) => [type, detail?.reason, detail?.message]));

/** Time passes in small steps until something is told; what goes on beside it takes as long as it takes. */
const told = (page) =>
  until(
    async () => (await page.clock.runFor(100), events(page)),
    (list) => list.length > 0,
  );

for (const [what, name, other, reason] of [
  ['data', HANOI, MODULE, 'network'],
  ['the module', MODULE, HANOI, 'wasm'],
]) {
  const begin = async (t) => {
    const page = await open(t, { html: '', init: slow, clock: true });
    await page.evaluate(([name, html]) => ((window.slow = name), (document.body.innerHTML = html)), [name, CHART]);
    await page.waitForFunction(() => window.give, undefined, { polling: 50 });
    // or it is that which was waited for too long
    await come(page, other);
    return page;
  };
  const give = (page, all = false) => page.evaluate((all) => window.give(all), all);

  test(`${what} that arrives in parts, each within 20 s, is waited for`, async (t) => {
    const page = await begin(t);
    for (let i = 0; i < 4; i++) {
      await page.clock.runFor(15_000);
      assert.deepEqual(await events(page), [], `after ${i + 1} parts`);
      await give(page, i === 3);
    }
    assert.deepEqual(
      (await told(page)).map(([type]) => type),
      ['ready'],
    );
    assert.ok((await canvas(page, 'village-chart')).painted > 1000);
    assert.deepEqual(page.messages, []);
  });

  test(`${what} that stops arriving is given up 20 s after its last part`, async (t) => {
    const page = await begin(t);
    await page.clock.runFor(15_000);
    await give(page);
    await page.clock.runFor(19_000);
    assert.deepEqual(await events(page), [], '34 s after the start');
    await page.clock.runFor(2_000);
    const [[type, why, message], ...more] = await told(page);
    assert.deepEqual([type, why, more], ['error', reason, []]);
    assert.match(message, new RegExp(`${name}: no answer within 20 s`));
    assert.equal(await page.getByText('The fallback.').isVisible(), true);
    assert.equal(page.messages.length, 1, page.messages.join('\n'));
  });
}

test('data that is on its way is asked for once, though a reader comes near it meanwhile', async (t) => {
  let asked = 0;
  let give;
  const given = new Promise((resolve) => (give = resolve));
  const first = withData(
    { format: 'village-charts/1', petitions: { counts: [{ name: 'A', value: 5 }] } },
    'type="petitions"',
  );
  const page = await open(t, {
    html: `${first}${'<br>'.repeat(3000)}${CHART}`,
    at: (page) =>
      page.route(`**/${HANOI}`, async (route) => {
        asked++;
        await given;
        await route.continue();
      }),
  });
  // a page that has nothing else to do asks for the data of charts that are far away
  await until(() => asked, 1);
  await page.locator('village-chart').last().scrollIntoViewIfNeeded();
  await frames(page, 10);
  give();
  await page.waitForFunction(() => window.events.some(({ type, chart }) => type === 'ready' && chart === 'revenue'));
  assert.equal(asked, 1);
});
