// Every control with a mouse, with a finger and with the keyboard: the same question, the same answer.
import assert from 'node:assert/strict';
import test from 'node:test';
import { HANOI, inside, open, revenue, settle, until } from './browser.mjs';

const LONG = JSON.stringify({
  ...revenue(...Array.from({ length: 30 }, (_, i) => [`Làng ${i}`, i + 1])),
  locale: 'vi',
});
const CHARTS = `<village-chart id="long" type="revenue"><script type="application/json">${LONG}</script></village-chart>
  <village-chart id="craft" type="revenue" src="${HANOI}"></village-chart>
  <village-chart id="income" type="income" src="${HANOI}"></village-chart>
  <village-chart id="clusters" type="clusters" src="${HANOI}"></village-chart>`;

/** How each way presses a button and goes to an option of a select. */
const WAYS = {
  mouse: {
    press: (page, control) => control.click(),
    choose: (page, select, index) => select.selectOption({ index }),
  },
  touch: {
    press: (page, control) => control.tap(),
    // the list itself is the system's; a finger opens it
    choose: async (page, select, index) => (
      await select.tap(),
      await page.keyboard.press('Escape'),
      await select.selectOption({ index })
    ),
  },
  keyboard: {
    press: async (page, control) => (await control.focus(), await page.keyboard.press('Space')),
    choose: async (page, select, index) => {
      await select.focus();
      for (let i = 0; i < index; i++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter').catch(() => undefined);
    },
  },
};

for (const [name, way] of Object.entries(WAYS)) {
  test(`every control works by ${name}`, async (t) => {
    const touch = name === 'touch' ? { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } } : {};
    const page = await open(t, {
      html: CHARTS,
      permissions: ['clipboard-read', 'clipboard-write'],
      acceptDownloads: true,
      ...touch,
    });
    await settle(page);
    const press = (control) => way.press(page, control);
    const choose = (select, index) => way.choose(page, select, index);
    const part = (id) => {
      const { chart, items } = inside(page, `#${id}`);
      const first = () => items.first().textContent();
      const names = () => items.evaluateAll((all) => all.map((item) => item.textContent.split(/[,:]/)[0]));
      const button = (label) => chart.getByRole('button', { name: label, exact: true });
      const label = (text) => chart.locator('label', { hasText: text });
      return { chart, items, first, names, button, label };
    };
    const opened = async (id) => {
      await press(part(id).chart.locator('button[value=tools]'));
      await part(id).chart.locator('[part=tools] .row').first().waitFor();
    };

    const long = part('long');
    await press(long.button('Tên'));
    await until(long.first, (text) => text.startsWith('Làng 0:'), 'sort');
    await press(long.button('Trang sau'));
    await until(long.items.count.bind(long.items), (count) => count === 10, 'next page');
    await press(long.button('Trang trước'));
    await until(long.items.count.bind(long.items), (count) => count === 20, 'page before');
    await choose(long.chart.locator('[part=pager] select'), 1);
    await until(long.items.count.bind(long.items), (count) => count === 10, 'a page of the list');

    const income = part('income');
    await press(income.button('Năm'));
    await until(income.first, (text) => text.includes(': từ 48 đến 66 triệu đồng một năm.'), 'unit');

    await opened('craft');
    const craft = part('craft');
    const search = craft.label('Tìm làng').locator('input');
    await press(search);
    await page.keyboard.type('phu');
    await until(craft.names, (names) => names.length === 3, 'search');
    await search.fill('');
    await until(craft.names, (names) => names.length === 7, 'search');
    await choose(craft.label('Nghề').locator('select'), 1);
    await until(craft.names, (names) => names.length === 2, 'craft');
    await choose(craft.label('Nghề').locator('select'), 0);
    await craft.label('Nghề').locator('select').selectOption({ index: 0 });
    await until(craft.names, (names) => names.length === 7, 'craft');
    await press(craft.chart.locator('input[type=checkbox]'));
    await craft.chart.locator('input[type=range]').waitFor();
    await press(craft.chart.locator('input[type=number]'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1150');
    await until(
      () => craft.chart.locator('figure [aria-live]').textContent(),
      (text) => text.startsWith('Trên 1150 tỷ đồng một năm: 2 làng.'),
      'amount',
    );
    await press(craft.button('Bảng số liệu'));
    await craft.chart.locator('table').waitFor();
    await press(craft.button('Bảng số liệu'));
    await craft.chart.locator('table').waitFor({ state: 'hidden' });
    await press(craft.chart.locator('summary'));
    for (const format of ['PNG', 'SVG', 'CSV']) {
      const [download] = await Promise.all([page.waitForEvent('download'), press(craft.button(`Tải về ${format}`))]);
      assert.match(download.suggestedFilename(), /revenue/);
    }
    await press(craft.button('Chép số liệu'));
    await until(
      () => craft.chart.locator('figure [aria-live]').textContent(),
      (text) => text === 'Đã chép số liệu.',
      'copy',
    );
    await press(craft.chart.locator('button[value=tools]'));
    await craft.chart.locator('[part=tools]').waitFor({ state: 'hidden' });

    await opened('clusters');
    const clusters = part('clusters');
    const height = async () => (await clusters.chart.locator('.stage').boundingBox()).height;
    const before = await height();
    await choose(clusters.label('Đếm từng ô').locator('select'), 1);
    await until(height, (now) => now > before, 'cells');
    assert.deepEqual(page.messages, []);
  });
}
