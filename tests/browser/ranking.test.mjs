// The ranking of any indicator: what a reader and an author choose, and that a static one is the same picture.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { inside, open, settle, until, withData } from './browser.mjs';

const root = new URL('../..', import.meta.url).pathname;
const FILE = 'tests/data/communes.json';
const data = JSON.parse(readFileSync(`${root}${FILE}`, 'utf8'));
const title = (page) =>
  page.locator('village-chart').evaluate((e) => e.shadowRoot.querySelector('[part=title]').textContent);
const choose = (page, name) => inside(page).chart.getByRole('combobox', { name, exact: true });

test('a reader chooses indicator and time, and stays in the list', async (t) => {
  const page = await open(t, { html: withData(data, 'type="ranking"') });
  await settle(page);
  assert.equal(await title(page), 'Tỷ lệ hộ nghèo, 2018');
  const time = choose(page, 'Thời gian');
  assert.deepEqual(await time.locator('option').allTextContents(), ['2014', '2016', '2018']);
  await time.focus();
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => document.querySelector('village-chart').time === '2016');
  await settle(page);
  assert.equal(await title(page), 'Tỷ lệ hộ nghèo, 2016');
  assert.ok(await time.evaluate((e) => e.matches(':focus')), 'the list keeps the focus');
  await choose(page, 'Chỉ tiêu').focus();
  await choose(page, 'Chỉ tiêu').selectOption({ label: 'Tỷ suất di cư thuần' });
  await page.waitForFunction(() => document.querySelector('village-chart').indicator === 'migration');
  await settle(page);
  assert.equal(await title(page), 'Tỷ suất di cư thuần, 2018', 'of the time there is');
  assert.equal(await time.count(), 0, 'one time is no choice');
  assert.ok(await choose(page, 'Chỉ tiêu').evaluate((e) => e.matches(':focus')), 'also where others come or go');
  assert.ok((await inside(page).items.allTextContents()).some((name) => name.includes('dưới âm 6 phần nghìn')));
  assert.deepEqual(page.messages, []);
});

test('buttons beside the list of times go to the one before and the one after, and say which', async (t) => {
  const page = await open(t, { html: withData(data, 'type="ranking" locale="en"') });
  await settle(page);
  const { chart } = inside(page);
  const time = chart.getByRole('combobox', { name: 'Time', exact: true });
  const [earlier, later] = ['Earlier', 'Later'].map((name) => chart.getByRole('button', { name }));
  const times = await time.locator('option').evaluateAll((all) => all.map(({ value }) => value));
  assert.ok(times.length > 2, times.join());
  assert.equal(await time.inputValue(), times.at(-1));
  assert.equal(await later.isDisabled(), true);
  for (const [i, expected] of [...times].reverse().slice(1).entries()) {
    await earlier.focus();
    await page.keyboard.press(i % 2 ? 'Enter' : 'Space');
    await settle(page);
    assert.equal(await time.inputValue(), expected);
    assert.equal(await page.evaluate(() => document.querySelector('village-chart').time), expected);
  }
  // it can go no further, and gives the focus on
  assert.equal(await earlier.isDisabled(), true);
  assert.ok(await time.evaluate((e) => e.matches(':focus')));
  await later.click();
  await settle(page);
  assert.equal(await time.inputValue(), times[1]);
  const said = await until(
    () => page.locator('village-chart').evaluate((e) => e.shadowRoot.querySelector('[aria-live]').textContent),
    (text) => text !== '',
  );
  assert.equal(said, `Time: ${await time.locator('option:checked').textContent()}`);
  assert.deepEqual(page.messages, []);
});

test('charts of the same data that show the same time, or keep the same places, go on together', async (t) => {
  const chart = (id, attributes) =>
    `<village-chart id="${id}" locale="en" src="data/portal.json" ${attributes}></village-chart>`;
  const html =
    chart('first', 'type="spread"') +
    chart('same', 'type="scatter"') +
    chart('earlier', 'type="ranking" time="2020"') +
    chart('alone', 'type="spread" link="off"') +
    chart('other', 'type="spread" places="Cát Kim"');
  const page = await open(t, { html });
  for (const id of ['earlier', 'alone', 'other', 'same', 'first']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await settle(page);
  }
  const all = (name) => page.locator('village-chart').evaluateAll((all, name) => all.map((one) => one[name]), name);
  await page.locator('#first').getByRole('button', { name: 'Earlier' }).click();
  await settle(page);
  assert.deepEqual(await all('time'), ['2022', '2022', '2020', '', '2022']);
  const first = page.locator('#first');
  await first.getByRole('button', { name: /^Find/ }).click();
  await first.getByRole('searchbox').fill('An Bình');
  await first
    .getByRole('button', { name: /^An Bình/ })
    .first()
    .click();
  await settle(page);
  const [kept, ...others] = await all('places');
  assert.match(kept, /An Bình|^v\d+$/);
  assert.deepEqual(others, [kept, '', '', 'Cát Kim']);
  assert.deepEqual(page.messages, []);
});

test('a reader chooses a group, and of it one alone; another grouping lets go of it', async (t) => {
  const page = await open(t, { html: withData(data, 'type="ranking" indicator="poor"') });
  await settle(page);
  const titles = () => inside(page).items.allTextContents();
  assert.equal(await choose(page, 'Chỉ xem').count(), 0, 'no group, nothing to show alone');
  await choose(page, 'Nhóm theo').selectOption({ label: 'Địa bàn' });
  await page.waitForFunction(() => document.querySelector('village-chart').group === 'district');
  await settle(page);
  const only = choose(page, 'Chỉ xem');
  assert.deepEqual(await only.locator('option').allTextContents(), ['Tất cả', 'Đông', 'Tây']);
  await only.focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelector('village-chart').only === 'Đông');
  await settle(page);
  assert.equal(await title(page), 'Tỷ lệ hộ nghèo, 2018 – Đông');
  const names = await titles();
  assert.ok(names.some((name) => name.startsWith('Bắc Sơn')) && !names.some((name) => name.startsWith('Cẩm Thủy')));
  assert.ok(await only.evaluate((e) => e.matches(':focus')), 'the list keeps the focus');
  await choose(page, 'Nhóm theo').selectOption({ label: 'Không' });
  await page.waitForFunction(() => document.querySelector('village-chart').group === 'none');
  await settle(page);
  assert.equal(await page.locator('village-chart').getAttribute('only'), null);
  assert.ok((await titles()).some((name) => name.startsWith('Cẩm Thủy')));
  assert.deepEqual(page.messages, []);
});

test('a group that the data does not have is told with one that it has', async (t) => {
  const page = await open(t, { html: withData(data, 'type="ranking" locale="en" group="district" only="Dong"') });
  await page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
  assert.match(page.messages.join(' '), /the attribute only is "Dong"; expected .*Đông/);
});

test('a list to choose from stands in one line with its name; on a phone under it, two or more in a row', async (t) => {
  for (const width of [500, 900]) {
    const html = withData(data, 'type="ranking" indicator="poor" locale="vi"');
    const page = await open(t, { html, viewport: { width: width + 48, height: 800 } });
    await settle(page);
    const lines = await page.locator('village-chart').evaluate((chart) =>
      [...chart.shadowRoot.querySelectorAll('[part=controls] .label')].map((label) => {
        const [name, control] = [label, label.nextElementSibling].map((each) => each.getBoundingClientRect());
        return [label.textContent, control.top < name.top && name.bottom < control.bottom && name.right < control.left];
      }),
    );
    const names = ['Chỉ tiêu', 'Thời gian', 'Nhóm theo', 'Sắp xếp theo'];
    assert.deepEqual(
      lines,
      names.map((name) => [name, true]),
      `${width} px`,
    );
  }
  for (const [locale, width] of ['en', 'fr', 'id', 'th', 'vi', 'zh-Hans'].flatMap((tag) =>
    [320, 360].map((w) => [tag, w]),
  )) {
    const html = withData(data, `type="ranking" indicator="poor" group="district" locale="${locale}"`);
    const page = await open(t, { html, hasTouch: true, isMobile: true, viewport: { width, height: 740 } });
    await settle(page);
    const { rows, small, cut } = await page.locator('village-chart').evaluate((chart) => {
      const controls = chart.shadowRoot.querySelector('[part=controls]');
      const all = [...controls.querySelectorAll('select, button, .label')];
      const right = controls.getBoundingClientRect().right;
      const box = (element) => element.getBoundingClientRect();
      const pressed = all.filter((element) => !element.matches('.label'));
      return {
        rows: new Set([...controls.children].map((child) => Math.round(box(child).bottom))).size,
        small: pressed.filter((element) => Math.min(box(element).width, box(element).height) < 43).length,
        cut: all
          .filter(
            (e) => e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight + 1 || box(e).right > right + 1,
          )
          .map((e) => e.textContent),
      };
    });
    // buttons as wide as a thumb beside a list of years leave no room for another list on the narrowest
    assert.deepEqual({ rows, small, cut }, { rows: width < 360 ? 4 : 3, small: 0, cut: [] }, `${locale}, ${width} px`);
  }
});

test('who is chosen stays chosen in another indicator', async (t) => {
  const page = await open(t, { html: withData(data, 'type="ranking"') });
  await settle(page);
  await inside(page)
    .item('Đại Đồng')
    .evaluate((button) => button.click());
  await page.locator('village-chart').evaluate((e) => e.setAttribute('indicator', 'people'));
  await settle(page);
  const pressed = await inside(page).item('Đại Đồng').getAttribute('aria-pressed');
  assert.equal(pressed, 'true');
});

test('an author says indicator and time, and takes the choice away', async (t) => {
  const page = await open(t, {
    html: withData(data, 'type="ranking" indicator="poor" time="2014" controls="sort tools" locale="en"'),
  });
  await settle(page);
  assert.equal(await title(page), 'Poverty rate, 2014');
  assert.equal(await inside(page).chart.getByRole('combobox').count(), 0);
});

test('an indicator that the data does not have is an error that names those there are', async (t) => {
  const page = await open(t, { html: withData(data, 'type="ranking" indicator="incme"') });
  await page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
  const { detail } = await page.evaluate(() => window.events.find((event) => event.type === 'error'));
  assert.equal(detail.reason, 'attribute');
  assert.match(detail.message, /incme.*poor, income, people/);
});

test('the search speaks of communes', async (t) => {
  const page = await open(t, { html: withData(data, 'type="ranking" indicator="people" locale="en"') });
  await settle(page);
  await inside(page).chart.getByRole('button', { name: 'Find, compare, table, save' }).click();
  const search = page.getByRole('searchbox', { name: 'Find a commune' });
  await search.fill('dai');
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelectorAll('.stage li').length === 2,
  );
  await search.fill('xyz');
  await page.getByText('No commune matches.').first().waitFor();
});

test('a static ranking is awake what it was before', async (t) => {
  const made = await promisify(execFile)(
    'cargo',
    ['run', '--quiet', '--', 'embed', FILE, '--type', 'ranking', '--indicator', 'migration', '--unstyled'],
    { cwd: root },
  );
  const css = '<link rel="stylesheet" href="dist/village-charts.css">';
  const page = await open(t, { html: css + made.stdout });
  const box = () =>
    page.evaluate(() => {
      const chart = document.querySelector('village-chart');
      const own = chart.shadowRoot?.querySelector('figure:not([hidden])') ?? chart.querySelector('.village-chart');
      const { width, height } = own.getBoundingClientRect();
      const stage = own.querySelector('.stage').getBoundingClientRect();
      return { width, height: Math.round(height), top: Math.round(stage.top - own.getBoundingClientRect().top) };
    });
  await settle(page);
  const awake = await box();
  const plain = await open(t, { html: css + made.stdout, javaScriptEnabled: false });
  const figure = await plain.locator('village-chart .village-chart').boundingBox();
  const stage = await plain.locator('village-chart .stage').boundingBox();
  assert.ok(Math.abs(figure.height - awake.height) <= 1, `${figure.height} ${awake.height}`);
  assert.ok(Math.abs(stage.y - figure.y - awake.top) <= 1, `${stage.y - figure.y} ${awake.top}`);
  assert.equal(await page.locator('village-chart').getAttribute('indicator'), 'migration');
});
