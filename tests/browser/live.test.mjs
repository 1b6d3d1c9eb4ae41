// Data that is set anew while a reader reads: what is open, chosen and pointed at stays, and says what is so now.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inside, open, revenue, stopTime } from './browser.mjs';

/** 45 villages, three pages of them; the amounts of round `n`, which change their order too. */
const round = (n) =>
  revenue(...Array.from({ length: 45 }, (_, i) => [`Village ${i + 1}`, 1000 - i * 10 + (n % 2) * (i % 3) * 15 + n]));
const digits = (n, i) => round(n).villages[i - 1].revenue;
/** As it is written; what is heard has no marks in its numbers. */
const amount = (n, i) => digits(n, i).toLocaleString('en');

/** A page with a chart whose data is set again and again; `step` sets it once more and says which round it is. */
async function live(t, options = {}) {
  const page = await open(t, {
    html: '<village-chart id="chart" type="revenue" locale="en"></village-chart>',
    ...options,
  });
  await page.evaluate(
    async (rounds) => {
      await customElements.whenDefined('village-chart');
      const chart = document.querySelector('village-chart');
      window.round = -1;
      window.step = async () => {
        chart.data = rounds[++window.round];
        await chart.updated;
        return window.round;
      };
      await window.step();
    },
    Array.from({ length: 7 }, (_, n) => round(n)),
  );
  page.step = () => page.evaluate(() => window.step());
  return page;
}

test('the tooltip under a resting mouse stays with its village, and has its new words', async (t) => {
  const page = await live(t);
  const { tip, spot } = inside(page);
  const { x, y } = await spot('Village 5:');
  await page.mouse.move(x, y);
  await tip.waitFor();
  for (let i = 0; i < 3; i++) {
    const n = await page.step();
    assert.ok(await tip.isVisible(), `round ${n}`);
    const [name, value] = await tip.evaluate((e) => [
      e.querySelector('b').textContent,
      e.querySelector('strong').textContent,
    ]);
    assert.deepEqual([name, value], ['Village 5', `${amount(n, 5)} billion đồng a year`]);
    // beside its figure, where that is now
    const figure = await inside(page).item('Village 5:').boundingBox();
    const box = await tip.boundingBox();
    const gap = Math.max(figure.y - (box.y + box.height), box.y - (figure.y + figure.height));
    assert.ok(gap >= 0 && gap < 20, `${gap} px from its figure`);
  }
  assert.deepEqual(page.messages, []);
});

test('the focus stays with its village, though others come before it; a tooltip sent away stays away', async (t) => {
  const page = await live(t);
  const { items, tip } = inside(page);
  await items.first().focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown');
  const focused = () => page.locator('village-chart').evaluate((e) => e.shadowRoot.activeElement?.textContent ?? '');
  assert.match(await focused(), /^Village 3\b/);
  await tip.waitFor();
  const places = new Set();
  for (let i = 0; i < 3; i++) {
    const n = await page.step();
    const text = await focused();
    assert.ok(text.startsWith(`Village 3: ${digits(n, 3)} billion dong a year.`), `round ${n}: ${text}`);
    assert.ok((await tip.textContent()).includes(amount(n, 3)));
    places.add(await page.locator('village-chart').evaluate((e) => e.shadowRoot.activeElement.value));
  }
  assert.ok(places.size > 1, 'its place in the list changed');
  await page.keyboard.press('Escape');
  await page.step();
  assert.match(await focused(), /^Village 3\b/);
  assert.equal(await tip.isVisible(), false);
});

test('the page of the list stays, and a button being pressed; a list that became short goes to its end', async (t) => {
  const page = await live(t);
  const { figure, items } = inside(page);
  await figure.getByRole('button', { name: 'Next page' }).click();
  assert.equal(await items.count(), 20);
  const list = () => figure.getByRole('combobox', { name: 'Page' }).inputValue();
  await page.step();
  assert.equal(await list(), '1');
  await figure.getByRole('button', { name: 'Next page' }).hover();
  await page.mouse.down();
  await page.step();
  await page.mouse.up();
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelector('select').value === '2',
  );
  await page.step();
  assert.equal(await list(), '2');
  await page.evaluate(
    (data) => {
      const chart = document.querySelector('village-chart');
      chart.data = data;
      return chart.updated;
    },
    revenue(...Array.from({ length: 22 }, (_, i) => [`Village ${i + 1}`, 100 - i])),
  );
  assert.equal(await list(), '1');
});

test('the tools stay open with what was typed and chosen; the table has new figures in its old cells', async (t) => {
  const page = await live(t);
  const { figure, item } = inside(page);
  await figure.getByRole('button', { name: /^Find/ }).click();
  await figure.getByRole('searchbox').fill('village 1');
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelectorAll('.stage li').length === 11,
  );
  await figure.getByRole('button', { name: 'Table', exact: true }).click();
  await figure.getByText('Save', { exact: true }).first().click();
  await item('Village 12:').evaluate((button) => button.click());
  await figure.getByRole('searchbox').focus();
  const cell = await figure.locator('.table tr:has(th:text-is("Village 12")) td').first().elementHandle();
  const where = () => cell.evaluate((e) => e.isConnected && e.closest('tr').textContent);
  for (let i = 0; i < 3; i++) {
    const n = await page.step();
    assert.equal(await figure.getByRole('searchbox').inputValue(), 'village 1');
    assert.equal(await figure.getByRole('searchbox').evaluate((e) => e === e.getRootNode().activeElement), true);
    assert.equal(await figure.getByRole('button', { name: 'Save PNG' }).isVisible(), true);
    for (const i of [1, 10, 19]) {
      const row = figure.locator(`.table tr:has(th:text-is("Village ${i}"))`);
      assert.ok(
        (await row.textContent()).includes(amount(n, i)),
        `round ${n}, village ${i}: ${await row.textContent()}`,
      );
    }
    assert.ok(await where(), 'the same cells');
    assert.equal(await item('Village 12:').getAttribute('aria-pressed'), 'true');
  }
  assert.deepEqual(await page.evaluate(() => window.events.map(({ type }) => type)), ['ready', 'select']);
});

/** The widths of the first bar from one data to the next, frame by frame, as they are drawn. */
async function widths(page, data) {
  const chart = page.locator('village-chart');
  const bar = () =>
    chart.evaluate(({ shadowRoot }) => {
      const canvas = shadowRoot.querySelector('canvas');
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
      let most = 0;
      for (let y = 0; y < height / 2; y++) {
        let run = 0;
        for (let x = 0; x < width; x++)
          run += data[4 * (y * width + x)] === 11 && data[4 * (y * width + x) + 1] === 107;
        most = Math.max(most, run);
      }
      return most;
    });
  const seen = [await bar()];
  await chart.evaluate((chart, data) => void (chart.data = data), data);
  for (let i = 0; i < 10; i++) {
    await page.clock.runFor(40);
    seen.push(await bar());
  }
  return seen;
}

for (const [reducedMotion, how] of [
  ['no-preference', 'glide to the new figures'],
  ['reduce', 'jump where the reader wants no motion'],
]) {
  test(`marks ${how}`, async (t) => {
    const page = await open(t, {
      html: '<village-chart id="chart" type="revenue" locale="en"></village-chart>',
      reducedMotion,
      clock: true,
    });
    const data = (a) => revenue(['A', a], ['B', 100], ['C', 90]);
    await page.evaluate(async (data) => {
      await customElements.whenDefined('village-chart');
      document.querySelector('village-chart').data = data;
      await document.querySelector('village-chart').updated;
    }, data(1000));
    await stopTime(page);
    for (const amount of [500, 1000]) {
      const seen = await widths(page, data(amount));
      const [from, to] = [seen[0], seen.at(-1)];
      assert.ok(Math.abs(to - from) > 10, seen.join());
      const between = seen.filter((width) => width > Math.min(from, to) + 2 && width < Math.max(from, to) - 2);
      assert.equal(between.length > 2, reducedMotion !== 'reduce', seen.join());
    }
  });
}

test('data of other villages begins with its own marks: none comes from nowhere', async (t) => {
  const page = await live(t);
  const seen = await page.evaluate(
    async (data) => {
      const chart = document.querySelector('village-chart');
      chart.data = data;
      await chart.updated;
      const { width, height } = chart.shadowRoot.querySelector('canvas');
      const all = chart.shadowRoot.querySelector('canvas').getContext('2d').getImageData(0, 0, width, height).data;
      return all.filter((_, i) => i % 4 === 3 && all[i]).length;
    },
    revenue(['A', 100], ['B', 50]),
  );
  assert.ok(seen > 5000, `${seen} pixels`);
});
