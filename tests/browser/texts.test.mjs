// The words of charts in each language: one is loaded, a page may replace messages of it and bring a language of its
// own.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { inside, open, pageStart, revenue, SCRIPT, settle, withData } from './browser.mjs';

const TEXTS = new URL('../../texts/', import.meta.url);
const TAGS = (await readdir(TEXTS)).filter((name) => name.endsWith('.ftl')).map((name) => name.replace('.ftl', ''));
const DATA = revenue(['A', { more_than: 1300 }], ['B', { at_least: 5 }]);
const chart = (attributes) => withData(DATA, `type="revenue" ${attributes}`);

/** A page in a language, with a chart that has something inside. */
const document = (tag, inner = '') => pageStart(SCRIPT, tag) + chart('').replace('</village', `${inner}</village`);

/** A message of a language's file that has no arguments. */
async function message(tag, id) {
  const file = await readFile(new URL(`${tag}.ftl`, TEXTS), 'utf8');
  return new RegExp(`^${id} = (.*)$`, 'm').exec(file)[1];
}

test('each language has its own words in picture, controls, tools and table, and a page loads no other', async (t) => {
  for (const tag of TAGS) {
    const page = await open(t, { html: document(tag) });
    await settle(page);
    const { figure, items, chart: element } = inside(page);
    assert.equal(await figure.getAttribute('lang'), tag);
    assert.match(await items.first().textContent(), /1300/);
    await figure.getByRole('button', { name: await message(tag, 'sort-name'), exact: true }).click();
    await figure.getByRole('button', { name: await message(tag, 'tools'), exact: true }).click();
    const find = (await message(tag, 'find')).replace('{ $one }', await message(tag, 'village-one'));
    await figure.getByRole('searchbox', { name: find, exact: true }).waitFor();
    await figure.getByRole('button', { name: await message(tag, 'table'), exact: true }).click();
    await figure.getByRole('columnheader', { name: await message(tag, 'column-figure'), exact: true }).waitFor();
    const shown = await element.evaluate((e) => e.shadowRoot.textContent);
    for (const other of ['vi', 'en'].filter((other) => other !== tag)) {
      for (const id of ['keys', 'tools', 'column-qualifier', 'key-more-than'])
        assert.ok(!shown.includes(await message(other, id)), `${tag}: ${other} ${id}`);
    }
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const words = asked.filter((url) => url.includes('/texts/')).map((url) => url.replace(/.*texts\//, ''));
    // all of a module at once, in whichever order
    assert.deepEqual(words.sort(), ['-indicators', '-many', '-tools', ''].map((end) => `${tag}${end}.js`).sort());
    assert.deepEqual(page.messages, []);
  }
});

test('a page replaces a message, and charts that are shown follow', async (t) => {
  const page = await open(t, { html: chart('locale="vi"') });
  await settle(page);
  assert.match(await inside(page).items.first().textContent(), /A: trên 1300 tỷ đồng/);
  await page.evaluate(async () => {
    await customElements.get('village-chart').translate('vi', 'figure-more-than = <b>hơn { $number }</b> { $unit }');
    await document.querySelector('village-chart').updated;
  });
  assert.match(await inside(page).items.first().textContent(), /A: hơn 1300 tỷ đồng/);
  assert.match(
    await inside(page).items.last().textContent(),
    /B: từ 5 tỷ đồng một năm trở lên/,
    'the others are as they were',
  );
  assert.deepEqual(page.messages, []);
});

test('a page brings a language of its own; what it lacks is English', async (t) => {
  const page = await open(t, { html: `<div lang="eo">${chart('')}</div>` });
  await settle(page);
  assert.equal(await inside(page).figure.getAttribute('lang'), 'en');
  await page.evaluate(async () => {
    await customElements.get('village-chart').translate(
      'eo',
      `villages = { $count ->
    [one] { $number } vilaĝo
   *[other] { $number } vilaĝoj
 }
figure-more-than = <b>pli ol { $number }</b> { $unit }
sort-name = Nomo`,
    );
    await document.querySelector('village-chart').updated;
  });
  const { figure, items } = inside(page);
  assert.equal(await figure.getAttribute('lang'), 'eo');
  assert.match(await items.first().textContent(), /A: pli ol 1300 billion dong a year/);
  await figure.getByRole('button', { name: 'Nomo' }).waitFor();
  assert.match(await figure.locator('.probe').first().textContent(), /2 vilaĝoj/);
  assert.deepEqual(page.messages, []);
});

test('a message of several lines is one text, wherever it stands', async (t) => {
  const page = await open(t, { html: chart('locale="en"') });
  await settle(page);
  const { figure, items } = inside(page);
  const before = await items.allTextContents();
  await page.evaluate(async () => {
    await customElements.get('village-chart').translate('en', 'title-revenue =\n    Revenue\n    of villages');
    await document.querySelector('village-chart').updated;
  });
  assert.equal(await figure.locator('[part~=title]').textContent(), 'Revenue\nof villages');
  assert.deepEqual(await items.allTextContents(), before);
});

test('a file of messages that is wrong is refused, and says why', async (t) => {
  const page = await open(t, { html: chart('locale="en"') });
  await settle(page);
  const refused = (file, tag = 'en') =>
    page.evaluate(
      ([tag, file]) =>
        customElements
          .get('village-chart')
          .translate(tag ?? undefined, file)
          .then(() => 'taken', String),
      [tag, file],
    );
  // what is left out, and what is no language
  assert.match(await refused(undefined), /TypeError: file: found nothing; expected the text of a file of messages/);
  assert.match(await refused(''), /TypeError: file: found ""; expected the text/);
  assert.match(await refused('no-figure = A', 'Tiếng Việt'), /TypeError: tag: found "Tiếng Việt"; expected that of/);
  assert.match(await refused('no-figure = A', null), /TypeError: tag: found nothing; expected that of a language/);
  assert.match(await refused('villages = { NUMBER($count) }'), /TypeError: villages: found func; expected/);
  assert.match(await refused('villages = { $count'), /TypeError: villages: found what is no message/);
  assert.match(await refused('vilages = A'), /TypeError: vilages: found the name vilages; expected one of texts/);
  assert.match(await refused('villages = { $cout }'), /TypeError: villages: found the name cout; expected one of/);
  assert.match(await refused('villages'), /line 1: found what is no message; expected id = text/);
  assert.match(await inside(page).items.first().textContent(), /A: over 1300/);
});

test('words that do not come leave what is inside the element, and say so in English', async (t) => {
  const page = await open(t, {
    html: document('vi', '<p>In other words</p>'),
    at: (page) => page.route('**/texts/vi.js', (route) => route.abort()),
  });
  await settle(page);
  assert.ok(await page.getByText('In other words').isVisible());
  assert.match(await inside(page).message.textContent(), /cannot be drawn/);
  const [event, ...others] = await page.evaluate(() => window.events);
  assert.equal(event.type, 'error');
  assert.equal(event.detail.reason, 'wasm');
  assert.match(event.detail.message, /the words of the language vi/);
  assert.equal(others.length, 0);
});

test('a unit agrees with its number, as the language has it', async (t) => {
  const file = {
    format: 'village-charts/1',
    indicators: [{ id: 'x', name: 'X', kind: 'amount', unit: { currency: 'EUR', scale: 'billion' } }],
    villages: [0, 1, 1.5, 2, 3000].map((x, i) => ({ name: `V${i}`, figures: { x } })),
  };
  const page = await open(t, { html: withData(file, 'type="ranking" locale="fr" sort="name"') });
  await settle(page);
  const { items } = inside(page);
  const values = async () => (await items.allTextContents()).map((text) => text.split(/: |\. /)[1]);
  const french = ['0 milliard', '1 milliard', '1,5 milliard', '2 milliards', '3000 milliards'];
  assert.deepEqual(
    await values(),
    french.map((text) => `${text} d’euros`),
  );
  await page
    .locator('village-chart')
    .evaluate((chart, data) => ((chart.data = data), (chart.locale = 'en'), chart.updated), {
      ...file,
      indicators: [{ ...file.indicators[0], unit: { currency: 'EUR', scale: 'one' } }],
    });
  assert.deepEqual(await values(), ['0 euros', '1 euro', '1.5 euros', '2 euros', '3000 euros']);
  assert.deepEqual(page.messages, []);
});
