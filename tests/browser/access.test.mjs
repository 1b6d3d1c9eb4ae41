// Everyone gets the same figures: with a mouse, a finger, a keyboard or a screen reader.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileOf, HANOI, inside, open, revenue, settle, stopTime, TYPES, withData } from './browser.mjs';
import { FACTS, keepTexts } from './facts.mjs';

const chart = (type, attributes = '') => `<village-chart type="${type}" src="${HANOI}" ${attributes}></village-chart>`;

async function openTools(element) {
  await element.locator('button[value=tools]').click();
  await element.locator('[part=tools] .row').first().waitFor();
}

const MEDIA = Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
});

/** What axe finds on a page. */
async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const [name, media] of MEDIA) {
  for (const type of ['trend', 'spread', 'scatter', 'groups', 'makeup'])
    test(`axe finds nothing at a ${type}, while places are looked for: ${name}`, async (t) => {
      const chart = (tag) => `<village-chart type="${type}" locale="${tag}" src="${fileOf(type)}"></village-chart>`;
      const html = `<main><h1>Charts</h1><h2>Two</h2>${chart('en')}${chart('th')}</main>`;
      const page = await open(t, { html, ...media });
      await settle(page);
      assert.deepEqual(await violations(page), []);
      for (const tag of ['en', 'th']) {
        const { chart: element, figure, items } = inside(page, `village-chart[locale=${tag}]`);
        await openTools(element);
        await element.getByRole('searchbox').fill('m');
        await element.locator('[part=tools] ul').first().locator('button').nth(7).waitFor();
        await element.locator('[part=tools] button[aria-expanded]').click();
        await figure.locator('table').waitFor();
        await items.nth(2).focus();
      }
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(page.messages, []);
    });

  test(`axe finds nothing on the demo page, tools closed and open: ${name}`, async (t) => {
    const page = await open(t, media);
    await settle(page);
    assert.deepEqual(await violations(page), []);
    for (const type of TYPES) {
      const { chart: element, figure } = inside(page, `village-chart[type=${type}]`);
      await openTools(element);
      await element.locator('[part=tools] button[aria-expanded]').click();
      await figure.locator('table').waitFor();
    }
    const { chart: element } = inside(page, 'village-chart[type=revenue]');
    await element.locator('input[type=checkbox]').click();
    await element.locator('input[type=range]').waitFor();
    assert.deepEqual(await violations(page), []);
  });
}

/** The name and description that the browser hands to assistive technology for what has the focus. */
async function spoken(page, client) {
  const { result } = await client.send('Runtime.evaluate', {
    expression: 'document.activeElement.shadowRoot?.activeElement ?? document.activeElement',
  });
  const { nodes } = await client.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  return { role: nodes[0].role.value, name: nodes[0].name.value, description: nodes[0].description?.value ?? '' };
}

for (const [path, column] of [
  ['', 1],
  ['en.html', 2],
]) {
  test(`the keyboard reaches every figure, and its accessible name says it: ${path || 'index.html'}`, async (t) => {
    const page = await open(t, { path });
    await settle(page);
    const client = await page.context().newCDPSession(page);
    await page.evaluate(() => scrollTo(0, 0));
    const names = [];
    let last;
    // Tab from one end of the page to the other; in each list the arrow walks on while there is a next one
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => document.activeElement.localName);
      if (at === 'body') break;
      const said = await spoken(page, client);
      const inList = await page.evaluate(() =>
        Boolean(document.activeElement.shadowRoot?.activeElement?.closest('li')),
      );
      if (!inList) continue;
      const type = await page.evaluate(() => document.activeElement.type);
      assert.equal(said.role, 'button');
      assert.match(said.description, /Enter/, 'the keys are named where they work');
      await page.keyboard.press('ArrowDown');
      assert.equal((await spoken(page, client)).description, '', 'and once');
      await page.keyboard.press('ArrowUp');
      for (last = undefined; ;) {
        const { name } = await spoken(page, client);
        if (name === last) break;
        names.push([type, name]);
        last = name;
        await page.keyboard.press('ArrowDown');
      }
    }
    for (const fact of FACTS) {
      assert.ok(
        names.some(([type, name]) => type === fact[0] && fact[column].test(name)),
        `${fact[column]} in ${names.map((n) => n[1]).join(' | ')}`,
      );
    }
  });
}

test('each chart has a heading, a summary, a list of its figures and a table in the accessibility tree', async (t) => {
  const page = await open(t);
  await settle(page);
  const client = await page.context().newCDPSession(page);
  for (const type of TYPES) {
    const { chart: element, figure } = inside(page, `village-chart[type=${type}]`);
    await openTools(element);
    await element.locator('[part=tools] button[aria-expanded]').click();
    await figure.locator('table').waitFor();
    const { result } = await client.send('Runtime.evaluate', {
      expression: `document.querySelector('village-chart[type=${type}]')`,
    });
    const query = async (role) =>
      (await client.send('Accessibility.queryAXTree', { objectId: result.objectId, role })).nodes.filter(
        (node) => !node.ignored,
      );
    const headings = await query('heading');
    assert.equal(headings.length, 1, type);
    assert.ok(headings[0].name.value.length > 5);
    const [list] = await query('list');
    const [bar] = await query('toolbar');
    assert.ok(bar.name.value.includes(headings[0].name.value), 'the figures are named by the chart');
    assert.ok(list, 'a list says how many they are');
    const items = await element.locator('.stage li').count();
    assert.equal((await query('listitem')).length, items);
    assert.equal((await query('row')).length, items + 1, 'the table has a row for each');
    assert.equal((await query('application')).length, 0);
    assert.equal((await query('status')).length, 0, 'one that is empty would be read, too');
    const summary = await element.locator('figure > .hint').first().textContent();
    assert.match(
      summary,
      /Nguồn: UBND .*\. Số liệu đến ngày 5 tháng 7 năm 2024\.$/,
      'source and date are heard once, in words',
    );
    const names = await element.locator('.stage li').allTextContents();
    assert.ok(
      names.every((name) => !name.includes('Nguồn')),
      names.join(' | '),
    );
    assert.ok(!(await query('paragraph')).some((node) => node.name?.value.includes('·')));
    const cells = [...(await query('cell')), ...(await query('rowheader'))].map((node) => node.name?.value ?? '');
    assert.ok(
      cells.length > items && cells.every((cell) => !/[/…·]|\d[.–]\d/.test(cell)),
      `in words: ${cells.join(' | ')}`,
    );
    const heard = {
      revenue: 'trên 1300 tỷ đồng một năm',
      income: 'từ 4 đến 5,5 triệu đồng một tháng',
      clusters: 'Thành lập hoặc mở rộng năm 2018 đến 2020',
    }[type];
    if (heard) assert.ok(cells.includes(heard), cells.join(' | '));
    if (['revenue', 'income'].includes(type)) assert.match(summary, /Cách đọc: /, 'how to read is in the tree');
    const texts = (await query('paragraph')).length;
    assert.ok(texts >= 2, 'note and summary are in the tree');
  }
});

/** A figure as it is written, in the words that it is heard in. */
function aloud(value, locale) {
  const vi = locale === 'vi';
  const range = value.replace(/([\d.,]+)–([\d.,]+)/, vi ? 'từ $1 đến $2' : '$1 to $2');
  const plain = range.replace(vi ? /(?<=\d)\.(?=\d)/g : /(?<=\d),(?=\d)/g, '');
  return vi ? plain.replace('/', ' một ') : plain.replace('đồng', 'dong');
}

for (const locale of ['vi', 'en']) {
  test(`table, CSV, tooltip, label and spoken name of each figure say the same: ${locale}`, async (t) => {
    const page = await open(t, {
      html: TYPES.map((type) => chart(type, `locale="${locale}"`)).join(''),
      init: keepTexts,
    });
    await settle(page);
    const drawn = (await page.evaluate(() => window.drawn)).join(' ').replace(/\s+/g, ' ');
    for (const type of TYPES) {
      const selector = `village-chart[type=${type}]`;
      const { chart: element, items, tip } = inside(page, selector);
      await openTools(element);
      await element.locator('[part=tools] button[aria-expanded]').click();
      await element.locator('tbody tr').first().waitFor();
      const rows = await element
        .locator('tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
      const heads = await element.locator('thead th').allTextContents();
      const column = heads.indexOf(locale === 'vi' ? 'Số liệu' : 'Figure');
      const csv = await page.locator(selector).evaluate(async (e) => (await e.toBlob('csv')).text());
      const count = await items.count();
      assert.equal(rows.length, count);
      for (let i = 0; i < count; i++) {
        await items.nth(i).focus();
        await tip.waitFor({ state: 'visible' });
        const title = await tip.locator('b').textContent();
        const value = await tip.locator('strong').textContent();
        const said = await items.nth(i).textContent();
        assert.equal(rows[i][0], title);
        assert.equal(rows[i][column], value, `${title} in the table`);
        assert.ok(
          csv.includes(`${title.includes(',') ? `"${title}"` : title},`) && csv.includes(value),
          `${title} in the CSV`,
        );
        const heard = aloud(value, locale);
        const name = title.replace(/(\d)–(?=\d)/, locale === 'vi' ? '$1 đến ' : '$1 to ');
        assert.ok(
          (said.startsWith(name) && said.includes(`: ${heard}`)) || said.startsWith(`${heard} ${name}`),
          `${name}, ${heard}, as spoken: ${said}`,
        );
        // a picture gives the period once, on its axis or in its note
        const label = value.replace(/\/(năm|tháng)| a (year|month)/g, '');
        const inPicture = drawn.replace(/\/(năm|tháng)| a (year|month)/g, '');
        assert.ok(inPicture.includes(label), `${title}: ${label} in the picture`);
      }
    }
  });
}

/** What the live region of the chart has said since it was asked last, and settled. From now on time stands still. */
async function listen(page) {
  await stopTime(page);
  await page.evaluate(() => {
    window.said = [];
    const status = document.querySelector('village-chart').shadowRoot.querySelector('figure [aria-live]');
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return async () => {
    await page.clock.runFor(900);
    return page.evaluate(() => window.said.splice(0).filter(Boolean));
  };
}

test('what changes is announced once, and not what the pressed control says itself', async (t) => {
  const page = await open(t, { html: chart('revenue'), clock: true });
  await settle(page);
  const { chart: element } = inside(page);
  await openTools(element);
  const said = await listen(page);
  await element.locator('.choice button[value=name]').click();
  assert.deepEqual(await said(), [], 'the button is pressed, and says so');
  await element.locator('input[type=search]').pressSequentially('son dong');
  assert.deepEqual(await said(), ['1 trong 6 làng.']);
  await element.locator('input[type=search]').fill('');
  assert.deepEqual(await said(), ['6 làng.'], 'all of them are back');
  await element.locator('input[type=checkbox]').click();
  assert.equal((await said()).length, 1);
  const slider = element.locator('input[type=range]');
  await slider.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
  assert.deepEqual(await said(), [], 'the slider says its value, and that is the answer');
  assert.match(await slider.getAttribute('aria-valuetext'), /^Trên 1060 tỷ đồng một năm:/);
});

test('an answer that is the same again is another text, since an unchanged one is not spoken', async (t) => {
  const page = await open(t, { html: chart('revenue'), clock: true });
  await settle(page);
  const { chart: element } = inside(page);
  await openTools(element);
  const said = await listen(page);
  const answers = [];
  for (const craft of [1, 2, 3]) {
    await element.locator('label', { hasText: 'Nghề' }).locator('select').selectOption({ index: craft });
    answers.push(...(await said()));
  }
  assert.deepEqual(
    answers.map((text) => text.trim()),
    Array(3).fill('1 trong 6 làng.'),
  );
  assert.ok(answers[0] !== answers[1] && answers[1] !== answers[2], JSON.stringify(answers));
});

test('a list item says whether it is selected', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  const { items } = inside(page);
  await items.nth(2).focus();
  await page.keyboard.press('Enter');
  const pressed = () => items.evaluateAll((all) => all.map((item) => item.getAttribute('aria-pressed')).join());
  assert.equal(await pressed(), 'false,false,true,false,false,false,false');
  const cover = await items.nth(2).evaluate((item) => getComputedStyle(item).backgroundColor);
  assert.equal(cover, 'rgba(0, 0, 0, 0)', 'it does not cover the picture');
  await page.keyboard.press('Escape');
  assert.equal(await pressed(), Array(7).fill('false').join());
});

test('letters go to a name, with or without marks, and go on to the next', async (t) => {
  const page = await open(t, { html: chart('revenue'), clock: true });
  await settle(page);
  const { items } = inside(page);
  await stopTime(page);
  await items.first().focus();
  const at = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent.split(',')[0]);
  const type = async (text) => {
    await page.keyboard.type(text);
    return at();
  };
  assert.equal(await type('huu'), 'Hữu Bằng');
  await page.clock.runFor(800);
  assert.equal(
    await type('t'),
    'Tất cả làng nghề Hà Nội: ước trên 24000 tỷ đồng một năm. ' +
      '5 trong 6 làng dưới đây cộng lại: trên 5600 tỷ đồng một năm.',
  );
  await page.clock.runFor(800);
  assert.equal(await type('t'), 'Thiết Úng');
  await page.clock.runFor(800);
  assert.equal(await type('son dong'), 'Sơn Đồng');
});

test('a finger that goes sideways goes from figure to figure', async (t) => {
  const page = await open(t, {
    html: chart('revenue'),
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  await settle(page);
  const { tip, spot, stage } = inside(page);
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const { x, y } = await spot('La Phù');
  const seen = [];
  await touch('touchStart', { x, y });
  for (let i = 1; i <= 25; i++) {
    await touch('touchMove', { x: x + 10 * i, y });
    const title = (await tip.isVisible()) ? await tip.locator('b').textContent() : '';
    if (title && seen.at(-1) !== title) seen.push(title);
  }
  await touch('touchEnd');
  assert.deepEqual(
    seen.slice(0, 4),
    ['La Phù', 'Phùng Xá', 'Thiết Úng', 'Sơn Đồng']
      .slice(seen[0] === 'La Phù' ? 0 : 1, 4)
      .concat(seen[0] === 'La Phù' ? [] : ['Minh Khai']),
  );
  assert.ok(await tip.isVisible(), 'it stays when the finger lifts');
  // on a phone it is a strip at an edge of the screen
  const box = await tip.boundingBox();
  assert.ok(box.x === 0 && box.width === 360, JSON.stringify(box));
  await page.touchscreen.tap(180, (await stage.boundingBox()).y - 60);
  await tip.waitFor({ state: 'hidden' });
});

test('charts of the same data share what is pointed at and selected, unless link is off', async (t) => {
  const page = await open(t, {
    html: chart('revenue', 'id="a"') + chart('revenue', 'id="b" locale="en"') + chart('revenue', 'id="c" link="off"'),
    viewport: { width: 700, height: 2400 },
  });
  await settle(page);
  const frame = (id) =>
    page.locator(id).evaluate((element) => {
      const overlay = element.shadowRoot.querySelectorAll('canvas')[1];
      return overlay
        .getContext('2d')
        .getImageData(0, 0, overlay.width, overlay.height)
        .data.some((value) => value > 0);
    });
  const frames = async () => [await frame('#a'), await frame('#b'), await frame('#c')];
  const { spot } = inside(page, '#a');
  const { x, y } = await spot('Thiết Úng');
  await page.mouse.move(x, y);
  assert.deepEqual(await frames(), [true, true, false]);
  await page.mouse.move(1, 1);
  assert.deepEqual(await frames(), [false, false, false]);
  await page.mouse.click(x, y);
  await page.mouse.move(1, 1);
  assert.deepEqual(await frames(), [true, true, false]);
  assert.equal(await inside(page, '#b').items.nth(3).getAttribute('aria-pressed'), 'true');
  const told = await page.evaluate(() =>
    window.events.filter((event) => event.type === 'select').map((event) => event.chart),
  );
  assert.deepEqual(told, ['a'], 'one reader, one event');
});

test('a page that was turned is announced once; the keys are shown while they work', async (t) => {
  const long = revenue(...Array.from({ length: 50 }, (_, i) => [`Làng ${i}`, 50 - i]));
  const page = await open(t, { html: withData(long), clock: true });
  await settle(page);
  const { chart: element, items } = inside(page);
  const said = await listen(page);
  await element.getByRole('button', { name: 'Trang sau' }).click();
  assert.deepEqual(await said(), ['Trang 2 / 3']);
  await element.locator('[part=pager] select').selectOption({ index: 0 });
  assert.deepEqual(await said(), [], 'the list says its value itself');
  const keys = element.locator('#keys');
  const width = async () => (await keys.boundingBox()).width;
  assert.ok((await width()) < 120);
  await items.first().focus();
  await page.keyboard.press('End');
  assert.ok((await width()) > 300, 'shown');
  await page.keyboard.press('ArrowDown');
  await page.clock.runFor(100); // the frame that shows the page
  await page.waitForFunction(() => document.activeElement.shadowRoot.activeElement.textContent.startsWith('Làng 20:'));
  assert.deepEqual(await said(), [], 'the figure that has the focus now says its name');
});

test('a chart of one page has no list of pages: Chromium would tell of it while a listener is elsewhere', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  assert.equal(await inside(page).figure.locator('select').count(), 0);
});

test('the figures are a list within a toolbar: a reader counts them, and leaves the keys to them', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  const { items } = inside(page);
  const roles = await items.first().evaluate((item) => {
    const found = [];
    for (let at = item.parentElement; at && at.localName !== 'figure'; at = at.parentElement)
      found.push(at.getAttribute('role') ?? at.localName);
    return found;
  });
  assert.deepEqual(roles, ['li', 'list', 'toolbar', 'div']);
});

test('a figure is named by its title alone, asleep and awake', async (t) => {
  const page = await open(t, { path: 'en.html' });
  const client = await page.context().newCDPSession(page);
  const name = async () => {
    const { result } = await client.send('Runtime.evaluate', {
      expression: "document.querySelector('village-chart[type=revenue]')",
    });
    const { nodes } = await client.send('Accessibility.queryAXTree', { objectId: result.objectId, role: 'figure' });
    return nodes.filter((node) => !node.ignored).map((node) => node.name.value);
  };
  const title = ['Six villages around the thousand-billion mark'];
  assert.deepEqual(await name(), title);
  await settle(page);
  assert.deepEqual(await name(), title);
  // it is that of the caption, as a screen reader is told, which then says one of them
  const { figure } = inside(page, 'village-chart[type=revenue]');
  assert.equal(await figure.getAttribute('aria-label'), null);
  const labels = await figure.evaluate((element) =>
    element.ariaLabelledByElements.map((label) => `${label.localName}: ${label.textContent}`),
  );
  assert.deepEqual(labels, [`figcaption: ${title[0]}`]);
});

test('the stop for Tab follows the focus, whoever moves it', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  const { items } = inside(page);
  const at = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent.split(',')[0]);
  await items.nth(3).focus(); // as a screen reader moves it
  assert.equal(await at(), 'Thiết Úng');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  assert.equal(await at(), 'Thiết Úng');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), 'Sơn Đồng');
});

test('the keys are not told to who leaves the figures, nor told anew to who comes back', async (t) => {
  const page = await open(t, { html: chart('revenue'), clock: true });
  await settle(page);
  const { items } = inside(page);
  await stopTime(page);
  await items.first().focus();
  await page.evaluate(() => {
    window.log = [];
    const { shadowRoot } = document.querySelector('village-chart');
    shadowRoot.addEventListener('focusin', ({ target }) => window.log.push(`focus ${target.value}`));
    const observer = new MutationObserver((all) => {
      for (const { type, target, addedNodes } of all) {
        for (const node of addedNodes) window.log.push(`another with ${node.getAttribute('aria-describedby')}`);
        if (type === 'attributes' && target.hasAttribute('aria-describedby')) window.log.push('keys anew');
      }
    });
    observer.observe(shadowRoot.querySelector('.stage ul'), {
      subtree: true,
      childList: true,
      attributeFilter: ['aria-describedby'],
    });
  });
  for (const key of ['ArrowDown', 'Shift+Tab', 'Tab']) {
    await page.keyboard.press(key);
    await page.clock.runFor(300);
  }
  assert.deepEqual(await page.evaluate(() => window.log), ['focus 1', 'focus tools', 'another with keys', 'focus 1']);
});

test('buttons of order, unit and pages stay the same elements when they are pressed', async (t) => {
  const long = revenue(...Array.from({ length: 50 }, (_, i) => [`Làng ${i}`, 50 - i]));
  const page = await open(t, { html: withData(long) + chart('income') });
  await settle(page);
  await page.evaluate(() => {
    const all = [...document.querySelectorAll('village-chart')].flatMap((element) => [
      ...element.shadowRoot.querySelectorAll('[part=controls] button, [part=pager] button, [part=pager] select'),
    ]);
    window.kept = () => all.filter((control) => control.isConnected).length;
    window.before = all.length;
  });
  for (const [id, press] of [
    ['revenue', 'Tên'],
    ['revenue', 'Trang sau'],
    ['revenue', 'Trang sau'],
    ['revenue', 'Trang trước'],
    ['income', 'Năm'],
  ]) {
    const { chart: element } = inside(page, `[type=${id}]`);
    await element.getByRole('button', { name: press, exact: true }).click();
    await element.evaluate((e) => e.updated);
    assert.equal(await page.evaluate(() => window.kept()), await page.evaluate(() => window.before), press);
  }
  const { chart: element, choice } = inside(page, '[type=revenue]');
  assert.equal(await choice('name').getAttribute('aria-pressed'), 'true');
  assert.equal(await choice('value').getAttribute('aria-pressed'), 'false');
  assert.equal(await element.locator('[part=pager] select').inputValue(), '1');
});

test('a text that stays the same is the same text: its listener is not taken away from what he presses', async (t) => {
  const page = await open(t, { html: chart('revenue') + chart('income') });
  await settle(page);
  await page.evaluate(() => {
    const all = [...document.querySelectorAll('village-chart')].flatMap((element) => {
      const figure = element.shadowRoot.querySelector('figure');
      return ['[part=title]', '[part=note]', '[part=source]', '#keys'].map(
        (at) => figure.querySelector(at)?.firstChild,
      );
    });
    window.before = all.length;
    window.kept = () => all.filter((text) => text?.isConnected).length;
  });
  for (const [id, press] of [
    ['revenue', 'Tên'],
    ['revenue', 'Tìm, so sánh, bảng, tải về'],
    ['income', 'Năm'],
  ]) {
    const { chart: element } = inside(page, `[type=${id}]`);
    await element.getByRole('button', { name: press, exact: true }).click();
    await element.evaluate((e) => e.updated);
    assert.equal(await page.evaluate(() => window.kept()), await page.evaluate(() => window.before), press);
  }
});

test('the table takes the focus when it opens', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  const { chart: element } = inside(page);
  await openTools(element);
  const button = element.getByRole('button', { name: 'Bảng số liệu', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await element.locator('table').waitFor();
  const focused = () =>
    page.evaluate(() => Boolean(document.activeElement.shadowRoot.activeElement.querySelector('table')));
  assert.equal(await focused(), true, 'it stands far from its button');
  await button.focus();
  await page.keyboard.press('Enter');
  await element.locator('table').waitFor({ state: 'hidden' });
  assert.equal(await focused(), false);
});

test('a label of the tools is read once', async (t) => {
  const page = await open(t, { html: chart('revenue') });
  await settle(page);
  const { chart: element } = inside(page);
  await openTools(element);
  const client = await page.context().newCDPSession(page);
  const { result } = await client.send('Runtime.evaluate', { expression: "document.querySelector('village-chart')" });
  const { nodes } = await client.send('Accessibility.queryAXTree', { objectId: result.objectId });
  for (const [label, role] of [
    ['Tìm làng', 'searchbox'],
    ['Nghề', 'combobox'],
  ]) {
    const named = nodes.filter((node) => !node.ignored && node.name?.value === label).map((node) => node.role.value);
    assert.deepEqual(named, [role], label);
  }
});
