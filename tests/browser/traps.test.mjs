// A chart that stops takes no other with it: the instance of the module is given up, and the others go on in another.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, inside, open, revenue, settle } from './browser.mjs';
import { chart, errors, lines, state, stop, trappable } from './traps.mjs';

const MANY = JSON.stringify(revenue(...Array.from({ length: 45 }, (_, i) => [`Làng ${i + 1}`, 100 + i])));

test('five hundred stops of one chart leave the others as their readers had them', async (t) => {
  const page = await open(t, { html: chart('good') + chart('list') + chart('bad'), init: trappable });
  await page.evaluate((data) => {
    for (const chart of document.querySelectorAll('village-chart')) chart.data = data;
  }, MANY);
  await settle(page);
  // one is searched in the module with the tools, one is on its second page, by name, with a village selected and
  // focused
  const good = inside(page, '#good');
  await good.chart.getByRole('button', { name: 'Tìm, so sánh' }).click();
  await good.chart.getByRole('searchbox').fill('Làng 4');
  await page.waitForFunction(
    () => document.querySelector('#good').shadowRoot.querySelectorAll('.stage li').length === 7,
  );
  await good.chart.getByRole('button', { name: 'Bảng số liệu', exact: true }).click();
  const list = inside(page, '#list');
  await list.choice('name').click();
  await list.chart.getByRole('button', { name: 'Trang sau' }).click();
  await page.waitForFunction(
    () => document.querySelector('#list').shadowRoot.querySelector('[part~=pager] select').value === '1',
  );
  await list.items.nth(3).focus();
  await page.keyboard.press('Enter');
  const before = [await state(page, '#good'), await state(page, '#list')];
  assert.deepEqual(
    [before[1].page, before[1].sort, before[1].focus, before[1].items[3][1]],
    ['1', 'name', '3', 'true'],
    'the list is as it was meant',
  );
  assert.ok(before[0].rows > 5, 'the table is open');

  await stop(page, 500, 'number');
  assert.ok((await page.evaluate(() => window.instances)) > 500, 'each began another instance');
  assert.deepEqual([await state(page, '#good'), await state(page, '#list')], before);
  for (const id of ['#good', '#list']) assert.ok((await canvas(page, id)).painted > 1000, id);
  const told = await errors(page);
  assert.equal(told.length, 500);
  assert.deepEqual([...new Set(told.map(String))], ['bad,wasm']);
  assert.equal(lines(page).length, 1, lines(page).join('\n'));
  assert.equal(await page.getByText('Fallback of bad.').isVisible(), true);

  // they answer as before, and so does the one at fault with data that does not stop it
  await list.items.nth(5).scrollIntoViewIfNeeded();
  const box = await list.items.nth(5).boundingBox();
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await list.tip.waitFor();
  await page.evaluate((data) => {
    document.querySelector('#bad').data = data;
    return document.querySelector('#bad').updated;
  }, MANY);
  assert.equal((await state(page, '#bad')).items.length, 20);
});
