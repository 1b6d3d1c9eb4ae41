// On pages of strangers: boxes that no one made for a chart, and room that changes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, frames, inside, open, settle, until } from './browser.mjs';
import { CHART, chartPainted, style, styled } from './strangers.mjs';

const BOXES = {
  'a centred column': ['display: flex; flex-direction: column; align-items: center', ''],
  'a row': ['display: flex', ''],
  'an inline block': ['', 'display: inline-block'],
  'a box of a slider': ['white-space: nowrap', 'display: inline-block'],
  'a float': ['', 'float: left'],
  'a table cell': ['display: table', 'display: table-cell'],
  'a grid that centres': ['display: grid; justify-items: center', ''],
  'an absolute box': ['position: relative', 'position: absolute'],
};
for (const [what, [outer, inner]] of Object.entries(BOXES)) {
  test(`in ${what} a chart takes the width that there is`, async (t) => {
    const page = await open(t, {
      html: `<div id="outer"><div id="inner">${CHART}</div></div>`,
      init: styled(`#outer { width: 600px; ${outer} } #inner { ${inner || 'display: contents'} }`),
    });
    await chartPainted(page);
    const { width } = await page.locator('village-chart').evaluate((e) => e.getBoundingClientRect());
    assert.equal(Math.round(width), 600);
    assert.ok((await canvas(page, 'village-chart')).painted > 2000);
    assert.deepEqual(page.messages, []);
  });
}

for (const [what, rules] of Object.entries({
  'display: contents': 'village-chart { display: contents }',
  'display: contents, all around it': 'div, village-chart { display: contents }',
  'vertical writing': 'body { writing-mode: vertical-rl; height: 600px }',
  'sideways writing': 'div { writing-mode: vertical-lr }',
})) {
  test(`under ${what} a chart is drawn, and answers`, async (t) => {
    const page = await open(t, { html: `<div><p>Text.</p>${CHART}</div>`, init: styled(rules) });
    await chartPainted(page);
    const { spot, tip } = inside(page);
    await page.locator('village-chart li button').first().scrollIntoViewIfNeeded();
    const { x, y } = await spot('La Phù');
    await page.mouse.move(x, y);
    assert.match(await tip.innerText(), /La Phù/);
    assert.deepEqual(page.messages, []);
  });
}

test('a chart in a box of no width says so once, and is drawn when there is room', async (t) => {
  const page = await open(t, {
    html: `<div>${CHART}</div><p>Text</p>`,
    init: styled('div { width: 0 } village-chart { --village-chart-padding: 0 }'),
    clock: true,
  });
  await page.waitForFunction(() => customElements.get('village-chart'));
  // it is told after a while, and what is above it may take as long as it takes
  await until(
    async () => (await page.clock.runFor(1_000), page.messages),
    (messages) => messages.length > 0,
  );
  assert.equal(page.messages.length, 1);
  assert.match(page.messages[0], /no room/);
  await style(page, 'div { width: 500px }');
  await chartPainted(page);
});

test('a scroll closes the tooltip only where it moves the chart', async (t) => {
  const box = (inner) => `<div class="box"><div class="tall"></div>${inner}<div class="tall"></div></div>`;
  const ticker = '<div id="ticker"><p>Headline one · Headline two · Headline three</p></div>';
  const page = await open(t, {
    html: `${ticker}${box(CHART)}<div class="tall end"></div>`,
    init: styled(`
      #ticker { width: 100px; height: 30px; overflow: hidden; white-space: nowrap }
      .box { height: 700px; overflow: auto } .tall { height: 150px } .end { height: 1500px }`),
  });
  await settle(page);
  const { spot, tip } = inside(page);
  const show = async () => {
    const { x, y } = await spot('La Phù');
    await page.mouse.move(1, 1);
    await tip.waitFor({ state: 'hidden' });
    await page.mouse.move(x, y);
    await tip.waitFor({ state: 'visible' });
    await frames(page, 4);
  };
  await show();
  await page.evaluate(() => (document.querySelector('#ticker').scrollLeft = 40));
  await frames(page);
  assert.ok(await tip.isVisible(), 'a ticker');
  await page.evaluate(() => document.querySelector('.box').scrollBy(0, 30));
  await tip.waitFor({ state: 'hidden' });
  await show();
  await page.evaluate(() => scrollBy(0, 30));
  await tip.waitFor({ state: 'hidden' });
  // within a component, whose scrolls no one outside is told of
  await page.evaluate(() => {
    const card = document.body.appendChild(document.createElement('div'));
    const root = card.attachShadow({ mode: 'open' });
    const scroller = root.appendChild(document.createElement('div'));
    scroller.append(document.createElement('slot'));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('div { height: 400px; overflow: auto }');
    root.adoptedStyleSheets = [sheet];
    card.append(document.querySelector('village-chart'));
    card.scrollIntoView();
  });
  await frames(page, 4);
  await show();
  await page.evaluate(() => document.body.lastElementChild.shadowRoot.querySelector('div').scrollBy(0, 30));
  await tip.waitFor({ state: 'hidden' });
});

test('a container that narrows, step by step, causes no error of the page', async (t) => {
  const watch = () => {
    window.reported = [];
    addEventListener('error', (event) => window.reported.push(event.message));
  };
  const page = await open(t, {
    html: `<div id="box">${CHART}</div>`,
    init: `(${watch})(); ${styled('#box { width: var(--width, 700px) }')}`,
  });
  await settle(page);
  await page.evaluate(async () => {
    const { style } = document.documentElement;
    for (let width = 700; width >= 300; width -= 20) {
      style.setProperty('--width', `${width}px`);
      // until the chart is at rest: what it does while it paints is in none of the frames in which sizes are told
      for (let i = 0; i < 5; i++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  });
  await page.waitForFunction(
    () => document.querySelector('village-chart').shadowRoot.querySelector('canvas').width <= 300,
  );
  await frames(page, 5);
  assert.deepEqual(await page.evaluate(() => window.reported), []);
});

test('where a scrollbar comes with one height and goes with the other, a chart does not swing', async (t) => {
  const page = await open(t, {
    html: `<div id="box">${CHART}</div>`,
    init: styled('#box { width: var(--width, 600px) }'),
  });
  await settle(page);
  const widths = await page.evaluate(async () => {
    const { style } = document.documentElement;
    const base = document.querySelector('village-chart').shadowRoot.querySelector('canvas');
    const widths = [base.width];
    for (let i = 0; i < 40; i++) {
      // as wide as the box is without a scrollbar, the chart has one, and the narrower chart has none
      style.setProperty('--width', widths.at(-1) === widths[0] ? '585px' : '600px');
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (base.width !== widths.at(-1)) widths.push(base.width);
    }
    return widths;
  });
  assert.ok(widths.length <= 3, widths.join());
});
