// Rows and columns of the editor's table: put in between others, moved and deleted, by mouse, keys and touch; each a
// step that is undone; cells keep what they are, and what the data file said of them.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import test from 'node:test';
import { open, until } from './browser.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const BLOCK = 'Commune\tNote\tPoverty (%)\nA\tx\t1.5\nB\ty\t2.5\nC\tz\t3.5';

const head = (page, name) =>
  /^\d+$/.test(name)
    ? page.locator(`#sheet tbody tr[aria-rowindex="${Number(name) + 1}"] th`)
    : page.locator('#sheet thead th').nth(name.charCodeAt(0) - 64);
const cell = (page, name) => {
  const [, letter, row] = /^([A-Z])(\d+)$/.exec(name);
  return page.locator(`#sheet tbody tr[aria-rowindex="${Number(row) + 1}"] td`).nth(letter.charCodeAt(0) - 65);
};
const item = (page, name) => page.getByRole('menuitem', { name, exact: true });

/** The cells that have something in them, as far as the last row that has. */
const cells = (page) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('#sheet tbody tr:not(.above, .below)')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent).join('|'),
    );
    const texts = rows.map((row) => row.replace(/\|+$/, ''));
    while (texts.length && !texts.at(-1)) texts.pop();
    return texts;
  });
const TABLE = ['Commune|Note|Poverty (%)', 'A|x|1.5', 'B|y|2.5', 'C|z|3.5'];

async function editor(t, options) {
  const page = await open(t, { path: 'editor-en.html', ...options });
  await page.locator('#verdict', { hasText: 'There is no data yet.' }).waitFor();
  return page;
}

async function pasted(t, options, text = BLOCK) {
  const page = await editor(t, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await page.locator('#element-code code', { hasText: '3.5' }).waitFor();
  return page;
}

const focused = (page) => page.locator('#said').textContent();

test('by mouse: a head selects its row or column, its arrow and the other button open the menu', async (t) => {
  const page = await pasted(t);
  await head(page, '3').click();
  assert.equal(await page.locator('#sheet td[aria-selected=true]').count(), 3);
  await head(page, '3').locator('.more').click();
  await item(page, 'Insert a row above').click();
  await until(() => cells(page), ['Commune|Note|Poverty (%)', 'A|x|1.5', '', 'B|y|2.5', 'C|z|3.5']);
  // one types into it at once
  await page.keyboard.type('New');
  await page.keyboard.press('Tab');
  await page.keyboard.type('w');
  await page.keyboard.press('Enter');
  await until(async () => (await cells(page))[2], 'New|w');
  for (let i = 0; i < 3; i++) await page.locator('#undo').click();
  assert.deepEqual(await cells(page), TABLE);
  // several rows are one step
  await head(page, '2').hover();
  await page.mouse.down();
  await head(page, '3').hover();
  await page.mouse.up();
  await head(page, '3').click({ button: 'right' });
  await page.getByRole('group', { name: 'Rows 2–3' }).waitFor();
  await item(page, 'Move the rows down').click();
  assert.deepEqual(await cells(page), [TABLE[0], TABLE[3], TABLE[1], TABLE[2]]);
  assert.equal(await item(page, 'Move the rows down').getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Escape');
  await page.locator('#undo').click();
  assert.deepEqual(await cells(page), TABLE);
  // a column goes with its heading, and what is set of it goes along
  await cell(page, 'C2').click();
  await page.locator('#column-time').fill('2023');
  await page.keyboard.press('Tab');
  await page.locator('#element-code code', { hasText: '"2023": { "exact": 1.5' }).waitFor();
  await head(page, 'C').locator('.more').click();
  await item(page, 'Move the column left').click();
  await page.keyboard.press('Escape');
  assert.deepEqual(await cells(page), ['Commune|Poverty (%)|Note', 'A|1.5|x', 'B|2.5|y', 'C|3.5|z']);
  await page.locator('#column-title', { hasText: 'Column B: Poverty (%)' }).waitFor();
  await until(() => page.locator('#column-time').inputValue(), '2023');
  await page.locator('#element-code code', { hasText: '"2023": { "exact": 1.5' }).waitFor();
  await head(page, 'C').click({ button: 'right' });
  await item(page, 'Delete the column').click();
  await page.locator('#status', { hasText: 'Column C: deleted.' }).waitFor();
  assert.deepEqual(await cells(page), ['Commune|Poverty (%)', 'A|1.5', 'B|2.5', 'C|3.5']);
  // cells of no whole row or column have both
  await cell(page, 'B3').click({ button: 'right' });
  assert.deepEqual(await page.getByRole('menu').getByRole('group').count(), 2);
  await page.mouse.click(5, 5);
  assert.ok(await page.getByRole('menu').isHidden());
  assert.deepEqual(page.messages, []);
});

test('by keys: Shift+Space, Ctrl+Space and Shift+F10, or the button above the table', async (t) => {
  const page = await pasted(t);
  await cell(page, 'B3').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Shift+F10');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Insert a row above');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  // a row goes down as often as one presses; its first move up is none, being that of the headings
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  assert.deepEqual(await cells(page), [TABLE[0], TABLE[2], TABLE[3], TABLE[1]]);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-disabled')), 'true');
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^A4: A/);
  await page.keyboard.press('ControlOrMeta+z');
  assert.deepEqual(await cells(page), [TABLE[0], TABLE[2], TABLE[1], TABLE[3]]);
  await page.keyboard.press('ControlOrMeta+z');
  assert.deepEqual(await cells(page), TABLE);
  await page.keyboard.press('ControlOrMeta+y');
  await page.keyboard.press('ControlOrMeta+z');
  await cell(page, 'B2').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('ContextMenu');
  assert.equal(await page.getByRole('menu').getByRole('group').count(), 1);
  await page.keyboard.press('Enter');
  assert.deepEqual(await cells(page), ['Commune||Note|Poverty (%)', 'A||x|1.5', 'B||y|2.5', 'C||z|3.5']);
  await page.keyboard.type('Word');
  await page.keyboard.press('Enter');
  assert.equal((await cells(page))[0], 'Commune|Word|Note|Poverty (%)');
  // the button is for those who know no keys
  await page.locator('#arrange').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#arrange').getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('End');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Delete the column');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'arrange');
  assert.deepEqual(page.messages, []);
});

test('by touch: a tap on a head opens its menu, whose lines are 44 px high', async (t) => {
  const page = await pasted(t, PHONE);
  await head(page, '3').tap();
  for (const line of await page.getByRole('menuitem').all()) {
    const { x, width, height } = await line.boundingBox();
    assert.ok(height >= 44 && x >= 0 && x + width <= 360, `${height} px high, from ${x}`);
  }
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(
    violations.map(({ id }) => id),
    [],
  );
  await item(page, 'Delete the row').tap();
  assert.deepEqual(await cells(page), [TABLE[0], TABLE[1], TABLE[3]]);
  await head(page, 'B').tap();
  await item(page, 'Insert a column on the right').tap();
  assert.deepEqual(await cells(page), ['Commune|Note||Poverty (%)', 'A|x||1.5', 'C|z||3.5']);
  await page.locator('#undo').tap();
  await page.locator('#undo').tap();
  assert.deepEqual(await cells(page), TABLE);
  await cell(page, 'C4').tap();
  await page.locator('#arrange').tap();
  await item(page, 'Move the row up').tap();
  await item(page, 'Move the row up').tap();
  assert.deepEqual(await cells(page), [TABLE[0], TABLE[3], TABLE[1], TABLE[2]]);
  assert.deepEqual(page.messages, []);
});

test('a number of a workbook stays a number, and a column without a heading keeps what is set of it', async (t) => {
  const page = await editor(t);
  await page.setInputFiles('#file', 'tests/data/import/book.xlsx');
  // 1.234 is no thousand, as no number of a workbook is
  await page.locator('#element-code code', { hasText: '1.234' }).waitFor();
  await head(page, 'A').locator('.more').click({ force: true });
  await item(page, 'Insert a column on the right').click();
  await page.locator('#verdict', { hasText: 'Nothing was found' }).waitFor();
  await page.locator('#element-code code', { hasText: '1.234' }).waitFor();
  await page.keyboard.type('Kind');
  await page.keyboard.press('Enter');
  await page.keyboard.type('old');
  await page.keyboard.press('Enter');
  assert.deepEqual(page.messages, []);
});

test('of a table that a data file made each cell keeps what the file says of it', async (t) => {
  const page = await editor(t);
  await page.locator('#province').click();
  await page.locator('#element-code code', { hasText: 'village-charts/1' }).waitFor();
  await page.locator('#to-table').click();
  await page.locator('#base').waitFor();
  const data = async () => JSON.parse(await page.locator('#text').inputValue());
  await until(async () => (await data()).villages.length > 2, true);
  const before = await data();
  // another name, then another place: by neither would it be known alone
  await cell(page, 'A2').click();
  await page.keyboard.type('Another');
  await page.keyboard.press('Enter');
  await head(page, '2').click({ button: 'right' });
  await item(page, 'Move the row down').click();
  await page.keyboard.press('Escape');
  await head(page, '2').click({ button: 'right' });
  await item(page, 'Insert a row above').click();
  await until(async () => (await data()).villages[1].name, 'Another');
  const { villages, references, indicators } = await data();
  assert.deepEqual({ ...villages[1], name: '' }, { ...before.villages[0], name: '' });
  assert.deepEqual(villages[0], before.villages[1]);
  assert.deepEqual(villages.slice(2), before.villages.slice(2));
  assert.deepEqual([references, indicators], [before.references, before.indicators]);
  assert.deepEqual(page.messages, []);
});
