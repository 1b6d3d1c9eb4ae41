// A reader with a mouse, a finger or a keyboard.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, frames, HANOI, inside, open, revenue, settle, withData } from './browser.mjs';

const chart = (attributes, style = '') =>
  `<div class="${style}"><village-chart src="${HANOI}" ${attributes}></village-chart></div>`;
const REVENUE = chart('type="revenue"');

async function show(t, html, options = {}) {
  const page = await open(t, { html, ...options });
  await settle(page);
  return { page, ...inside(page) };
}

/** Style for a page whose policy has none inline. */
const style = (page, css) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);

const isWithin = (box, page) => {
  const { width, height } = page.viewportSize();
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
};

test('pointing at a bar says all there is to say of it', async (t) => {
  const { page, spot, tip } = await show(t, REVENUE);
  const laPhu = await spot('La Phù');
  await page.mouse.move(laPhu.x, laPhu.y);
  const text = await tip.innerText();
  for (const part of [
    'La Phù',
    'bánh kẹo, dệt kim',
    'trên 1.300 tỷ đồng/năm',
    'Hạng từ 1 đến 3 trong 6 làng được nêu',
    'Nguồn: UBND thành phố Hà Nội',
    '5/7/2024',
  ]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  const huuBang = await spot('Hữu Bằng');
  await page.mouse.move(huuBang.x, huuBang.y);
  assert.match(await tip.innerText(), /gần 1\.000 tỷ đồng\/năm/);
  assert.match(await tip.innerText(), /Hạng 6 trong 6/);
  await page.mouse.move(2, 2);
  await tip.waitFor({ state: 'hidden' });
});

test('villages that state the same share their places', async (t) => {
  const { items } = await show(t, REVENUE);
  const names = await items.allTextContents();
  const place = (village) => /Hạng[^.]*/.exec(names.find((name) => name.startsWith(village)))?.[0];
  assert.equal(place('Sơn Đồng'), place('Minh Khai'));
  assert.equal(place('Sơn Đồng'), 'Hạng từ 1 đến 5 trong 6 làng được nêu');
});

test('a tooltip is whole at every edge of the viewport, and out of a box that cuts', async (t) => {
  const { page, tip } = await show(t, chart('type="revenue"', 'cut'), { viewport: { width: 340, height: 420 } });
  await style(
    page,
    'body { margin: 0; padding: 500px 0 } .cut { overflow: hidden; transform: translateZ(0); contain: paint }',
  );
  const { items, stage } = inside(page);
  const count = await items.count();
  let seen = 0;
  for (let i = 0; i < count; i++) {
    for (const block of ['start', 'end']) {
      await items.nth(i).evaluate((element, where) => element.scrollIntoView({ block: where }), block);
      await frames(page, 2); // the scroll that this was is over
      const box = await items.nth(i).boundingBox();
      for (const x of [box.x + 1, box.x + box.width - 2]) {
        await page.mouse.move(x, Math.max(2, Math.min(box.y + box.height / 2, 416)));
        if (!(await tip.isVisible())) continue;
        seen++;
        const place = await tip.boundingBox();
        assert.ok(isWithin(place, page), `${i} ${block}: ${JSON.stringify(place)}`);
      }
      await page.mouse.move(170, 1);
    }
  }
  assert.ok(await stage.isVisible());
  assert.ok(seen > 2 * count, `${seen} tooltips seen`);
});

test('a tooltip goes with Esc, with a scroll and with a tap elsewhere', async (t) => {
  const { page, spot, tip } = await show(t, `${REVENUE}<p id="away">away</p><div class="tall"></div>`, {
    viewport: { width: 800, height: 500 },
    hasTouch: true,
  });
  const again = async () => {
    await page.mouse.move(1, 1);
    const { x, y } = await spot('Phùng Xá');
    await page.mouse.move(x, y);
    await tip.waitFor({ state: 'visible' });
    // it listens to scrolls after the frames in which a focus may have scrolled
    await page.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  };
  await page.locator('village-chart').evaluate((element) => element.scrollIntoView());
  await again();
  await page.keyboard.press('Escape');
  await tip.waitFor({ state: 'hidden' });
  await again();
  await page.mouse.wheel(0, 60);
  await tip.waitFor({ state: 'hidden' });
  const { x, y } = await spot('Phùng Xá');
  await page.touchscreen.tap(x, y);
  await tip.waitFor({ state: 'visible' });
  const title = await page.locator('village-chart [part=title]').boundingBox();
  await page.touchscreen.tap(title.x + 5, title.y + 5);
  await tip.waitFor({ state: 'hidden' });
});

test('a browser without popovers shows tooltips all the same', async (t) => {
  const withoutPopovers = () => {
    for (const name of ['showPopover', 'hidePopover', 'togglePopover', 'popover']) delete HTMLElement.prototype[name];
    const { matches } = Element.prototype;
    Element.prototype.matches = function (selector) {
      if (selector.includes('popover')) throw new DOMException(selector, 'SyntaxError');
      return matches.call(this, selector);
    };
  };
  const { page, spot, tip } = await show(t, REVENUE, { init: withoutPopovers });
  const { x, y } = await spot('La Phù');
  await page.mouse.move(x, y);
  assert.match(await tip.innerText(), /trên 1\.300/);
  await page.mouse.move(1, 1);
  await tip.waitFor({ state: 'hidden' });
  assert.deepEqual(page.messages, []);
});

test('a tap shows the tooltip and selects', async (t) => {
  const { page, spot, tip } = await show(t, REVENUE, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  const { x, y } = await spot('Thiết Úng');
  await page.touchscreen.tap(x, y);
  await tip.waitFor({ state: 'visible' });
  assert.match(await tip.innerText(), /1\.100 tỷ đồng\/năm/);
  const selected = await page.evaluate(() => window.events.filter((event) => event.type === 'select'));
  assert.deepEqual(
    selected.map((event) => event.detail),
    [{ id: 'thiet-ung', title: 'Thiết Úng', value: '1.100 tỷ đồng/năm' }],
  );
});

test('a vertical drag that starts on a chart scrolls the page as far as one beside it', async (t) => {
  const filler = '<p>text</p>'.repeat(80);
  const { page, stage } = await show(t, `${REVENUE}${filler}`, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const drag = async (x, y) => {
    await page.evaluate(() => scrollTo(0, 0));
    await touch('touchStart', { x, y });
    for (let i = 1; i <= 10; i++) await touch('touchMove', { x, y: y - 20 * i });
    await page.waitForTimeout(200); // it rests before it lifts, so that nothing goes on by itself
    await touch('touchMove', { x, y: y - 200 });
    await touch('touchEnd');
    // until it rests
    return page.evaluate(async () => {
      for (let still = 0, at = scrollY; still < 10; still++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (scrollY !== at) [still, at] = [-1, scrollY];
      }
      return scrollY;
    });
  };
  await style(page, 'village-chart { width: 240px }');
  const box = await stage.boundingBox();
  const onChart = await drag(box.x + 100, 500);
  const beside = await drag(320, 500);
  assert.ok(onChart > 150, `${onChart} px`);
  // a browser eats the first pixels of a drag, more or less of them as its frames fall: one step at most
  assert.ok(Math.abs(onChart - beside) <= 20, `${onChart} px on the chart, ${beside} px beside it`);
});

test('a drag that starts on a figure neither shows nor selects it', async (t) => {
  const { page, spot, tip } = await show(t, `${REVENUE}${'<p>text</p>'.repeat(80)}`, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const { x, y } = await spot('Thiết Úng');
  await touch('touchStart', { x, y });
  for (let i = 1; i <= 10; i++) await touch('touchMove', { x, y: y - 20 * i });
  await touch('touchEnd');
  await page.waitForFunction(() => scrollY > 100);
  assert.ok(!(await tip.isVisible()));
  assert.deepEqual(await page.evaluate(() => window.events.filter((event) => event.type === 'select')), []);
});

test('with the keyboard alone: one stop for Tab, arrows to every figure, Enter selects, Esc lets go', async (t) => {
  const { page, items, tip } = await show(
    t,
    `<button id="before">before</button>${REVENUE}<button id="after">after</button>`,
  );
  await page.locator('#before').focus();
  const focused = () =>
    page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? document.activeElement.id);
  const walk = [];
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Tab');
    walk.push(await focused());
  }
  assert.equal(walk[0], 'Doanh thu');
  assert.equal(walk[1], 'Tên');
  assert.equal(walk[2], 'Tìm, so sánh, bảng, tải về');
  assert.match(walk[3], /^Tất cả làng nghề/);
  assert.equal(walk[4], 'after');
  await page.keyboard.press('Shift+Tab');
  const count = await items.count();
  assert.equal(count, 7);
  for (const [key, expected] of [
    ['ArrowDown', /^La Phù/],
    ['ArrowRight', /^Phùng Xá/],
    ['ArrowUp', /^La Phù/],
    ['End', /^Hữu Bằng/],
    ['ArrowDown', /^Hữu Bằng/],
    ['Home', /^Tất cả/],
    ['ArrowLeft', /^Tất cả/],
    ['ArrowDown', /^La Phù/],
  ]) {
    await page.keyboard.press(key);
    assert.match(await focused(), expected, key);
  }
  await tip.waitFor({ state: 'visible' });
  assert.match(await tip.innerText(), /trên 1\.300 tỷ đồng/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await tip.waitFor({ state: 'hidden' });
  const details = await page.evaluate(() =>
    window.events.filter((event) => event.type === 'select').map((event) => event.detail),
  );
  assert.deepEqual(details, [{ id: 'la-phu', title: 'La Phù', value: 'trên 1.300 tỷ đồng/năm' }, null]);
});

test('a click on what is selected, or beside all figures, lets go of it', async (t) => {
  const { page, spot, stage } = await show(t, `<village-chart type="petitions" src="${HANOI}"></village-chart>`);
  const selected = () =>
    page.evaluate(() =>
      window.events.filter((event) => event.type === 'select').map((event) => event.detail?.id ?? null),
    );
  const { x, y } = await spot('');
  await page.mouse.click(x, y);
  const [id] = await selected();
  await page.mouse.click(x, y);
  assert.deepEqual(await selected(), [id, null]);
  await page.mouse.click(x, y);
  const gap = await stage.evaluate((stage) => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    const boxes = [...stage.querySelectorAll('li button')].map((button) => button.getBoundingClientRect());
    for (let y = top + 1; y < top + height; y += 2) {
      for (let x = left + 1; x < left + width; x += 2) {
        if (boxes.every((b) => x < b.left || x > b.right || y < b.top || y > b.bottom)) return { x, y };
      }
    }
  });
  await page.mouse.click(gap.x, gap.y);
  await page.mouse.click(gap.x, gap.y);
  assert.deepEqual(await selected(), [id, null, id, null], 'and where there is nothing to let go of, nothing is told');
});

test('what is focused, pointed at or selected has a frame', async (t) => {
  const { page, spot, items } = await show(t, REVENUE);
  const frame = async () => (await canvas(page, 'village-chart', 1)).painted;
  assert.equal(await frame(), 0);
  const { x, y } = await spot('La Phù');
  await page.mouse.move(x, y);
  const one = await frame();
  assert.ok(one > 500);
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(1, 1);
  assert.equal(await frame(), one, 'it stays on what is selected');
  await items.nth(3).focus();
  assert.ok((await frame()) > 1.8 * one, 'selected and focused');
});

test('the focused figure keeps its frame when its tooltip goes', async (t) => {
  const { page, spot, tip, items } = await show(t, `${REVENUE}${'<p>text</p>'.repeat(80)}`);
  const frame = async () => (await canvas(page, 'village-chart', 1)).painted;
  await items.first().focus();
  for (const [what, change] of Object.entries({
    Esc: () => page.keyboard.press('Escape'),
    'a mouse that passes': async () => {
      const { x, y } = await spot('Hữu Bằng');
      await page.mouse.move(x, y);
      await page.mouse.move(1, 1);
    },
    'a scroll': () => page.mouse.wheel(0, 40),
  })) {
    await page.keyboard.press('ArrowDown');
    await tip.waitFor({ state: 'visible' });
    // it listens to scrolls after the frames in which a focus may have scrolled
    await page.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await change();
    await tip.waitFor({ state: 'hidden' });
    assert.ok((await frame()) > 500, what);
  }
  // a new picture takes neither away
  await page.keyboard.press('ArrowUp');
  await tip.waitFor({ state: 'visible' });
  await page.locator('village-chart').evaluate((element) => ((element.theme = 'dark'), element.updated));
  assert.ok((await frame()) > 500 && (await tip.isVisible()));
  await items.last().evaluate((button) => button.getRootNode().activeElement.blur());
  assert.equal(await frame(), 0, 'it goes with the focus');
});

test('in a scaled box, a mark that is pointed at is the one that is named', async (t) => {
  // slides, thumbnails and previews scale what they hold
  const { page, spot, tip } = await show(t, chart('type="revenue"', 'scaled'));
  await style(page, '.scaled { transform: scale(.6); transform-origin: 0 0 }');
  for (const width of [800, 640]) {
    await page.setViewportSize({ width, height: 900 }); // the second one draws it anew while it is scaled
    await page.waitForFunction(
      ([share, most]) => {
        const { width } = document.querySelector('village-chart').shadowRoot.querySelector('canvas');
        return width > share * most && width < most;
      },
      [0.8, width],
    );
    for (const village of ['La Phù', 'Hữu Bằng']) {
      const { x, y } = await spot(village);
      await page.mouse.move(x, y);
      assert.match(await tip.innerText(), new RegExp(`^${village}`));
    }
  }
});

test('month and year are converted, and what was stated is said', async (t) => {
  const { page, choice, items, chart: element } = await show(t, chart('type="income"'));
  assert.match(await items.first().textContent(), /từ 4 đến 5,5 triệu đồng một tháng/);
  await choice('year').click();
  await element.evaluate((e) => e.updated);
  assert.match(
    await items.first().textContent(),
    /: từ 48 đến 66 triệu đồng một năm\. Số gốc: từ 4 đến 5,5 triệu đồng một tháng, nhân 12/,
  );
  assert.match(await items.nth(1).textContent(), /: từ 50 triệu đồng một năm trở lên\./);
  assert.equal(await element.getAttribute('unit'), 'year');
  assert.equal(await choice('year').getAttribute('aria-pressed'), 'true');
  assert.equal(
    await page.evaluate(() => document.activeElement.shadowRoot.activeElement.value),
    'year',
    'the focus stays',
  );
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await element.evaluate((e) => e.updated);
  assert.match(
    await items.nth(1).textContent(),
    /: từ khoảng 4,17 triệu đồng một tháng trở lên\. Số gốc: từ 50 triệu đồng một năm trở lên, chia 12/,
  );
});

test('villages sort by name as Vietnamese does', async (t) => {
  const data = revenue(
    ['Đông', 1],
    ['Dương', 2],
    ['Ân', 3],
    ['An', 4],
    ['Ăn', 5],
    ['Em', 6],
    ['Ê', 7],
    ['Đa', 8],
    ['Ơ', 9],
    ['Ô', 10],
  );
  const { choice, items, chart: element } = await show(t, withData(data));
  const names = async () => (await items.allTextContents()).map((text) => text.split(':')[0]);
  assert.deepEqual((await names()).slice(0, 2), ['Ô', 'Ơ']);
  await choice('name').click();
  await element.evaluate((e) => e.updated);
  assert.deepEqual(await names(), ['An', 'Ăn', 'Ân', 'Dương', 'Đa', 'Đông', 'Em', 'Ê', 'Ô', 'Ơ']);
  assert.equal(await element.evaluate((e) => e.sort), 'name');
});

test('every one of 1,350 villages is reached, by pager and by keyboard', async (t) => {
  const data = revenue(...Array.from({ length: 1350 }, (_, i) => [`Làng ${i}`, 5000 - i]));
  const { page, items, chart: element } = await show(t, withData(data));
  assert.equal(await items.count(), 20);
  await element.locator('[part=pager] select').selectOption({ index: 67 });
  await element.evaluate((e) => e.updated);
  assert.match(await items.last().textContent(), /^Làng 1349:/);
  await items.first().focus();
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() =>
    /^Làng 1339:/.test(document.querySelector('village-chart').shadowRoot.activeElement?.textContent),
  );
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() =>
    /^Làng 1340:/.test(document.querySelector('village-chart').shadowRoot.activeElement?.textContent),
  );
  assert.ok(await element.locator('[part=pager] button').last().isDisabled());
});
