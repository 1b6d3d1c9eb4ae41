// No chart's fault reaches another.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, HANOI, inside, open, settle } from './browser.mjs';
import { chart, errors, lines, state, stop, trappable } from './traps.mjs';

for (const [name, how] of [
  ['an exception of the page in the middle of it', 'throw'],
  ['a stack that is full', 'deep'],
]) {
  test(`${name} is treated like a trap`, async (t) => {
    const page = await open(t, { html: chart('good', 'revenue', `src="${HANOI}"`) + chart('bad'), init: trappable });
    await settle(page);
    const before = await state(page, '#good');
    await stop(page, 3, 'number', how);
    assert.deepEqual(await state(page, '#good'), before);
    assert.equal(await page.evaluate(() => window.instances), 4);
    assert.deepEqual((await errors(page)).map(String), ['bad,wasm', 'bad,wasm', 'bad,wasm']);
    assert.equal(lines(page).length, 1, lines(page).join('\n'));
  });
}

test('a chart that stops under the pointer gives way to its fallback, with one line and one event', async (t) => {
  const page = await open(t, {
    html: chart('good', 'clusters', `src="${HANOI}"`) + chart('bad', 'revenue', `src="${HANOI}"`),
    init: trappable,
  });
  await settle(page);
  const before = await state(page, '#good');
  await page.evaluate(() => (window.trap = { at: 'fillRect', times: 1 }));
  const { x, y } = await inside(page, '#bad').spot('La Phù');
  await page.mouse.move(x, y);
  await page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
  await page.evaluate(() => document.querySelector('#good').updated);
  assert.equal(await page.getByText('Fallback of bad.').isVisible(), true);
  assert.deepEqual((await errors(page)).map(String), ['bad,wasm']);
  assert.equal(lines(page).length, 1, lines(page).join('\n'));
  assert.deepEqual(await state(page, '#good'), before);
  assert.ok((await canvas(page, '#good')).painted > 1000);
});

test('a chart whose src is no address has its fallback, one line and one event; the others work and go', async (t) => {
  const page = await open(t, {
    html: chart('good', 'revenue', `src="${HANOI}"`) + chart('bad', 'income', 'src="https://%DATA_HOST%/data.json"'),
  });
  await settle(page);
  assert.deepEqual((await errors(page)).map(String), ['bad,network']);
  assert.equal(lines(page).length, 1, lines(page).join('\n'));
  assert.match(lines(page)[0], /https:\/\/%DATA_HOST%\/data\.json/);
  assert.equal(await page.getByText('Fallback of bad.').isVisible(), true);
  const good = inside(page, '#good');
  const { x, y } = await good.spot('La Phù');
  await page.mouse.move(x, y);
  await good.tip.waitFor();
  await page.mouse.click(x, y);
  await good.items.first().focus();
  await page.keyboard.press('ArrowDown');
  assert.equal((await state(page, '#good')).focus, '1');
  assert.equal(await page.evaluate(() => window.events.filter((event) => event.type === 'select').length), 1);
  // removed, it is let go: it asks for nothing and is painted no more
  await page.evaluate(() => document.querySelector('#good').remove());
  assert.equal(lines(page).length, 1, lines(page).join('\n'));
});

test('a listener of the page that throws keeps no other chart from following', async (t) => {
  const page = await open(t, {
    html: ['one', 'two', 'three'].map((id) => chart(id, 'revenue', `src="${HANOI}"`)).join(''),
  });
  await settle(page);
  await page.evaluate(() => {
    for (const type of ['select', 'ready', 'error'])
      document.querySelector('#one').addEventListener(`village-chart-${type}`, () => {
        throw new Error('the page is wrong');
      });
  });
  await inside(page, '#one').items.first().scrollIntoViewIfNeeded();
  const { x, y } = await inside(page, '#one').spot('La Phù');
  await page.mouse.click(x, y);
  for (const id of ['#one', '#two', '#three'])
    assert.equal((await state(page, id)).items.filter(([, pressed]) => pressed === 'true').length, 1, id);
});
