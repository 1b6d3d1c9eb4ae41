// On pages of strangers: their styles and their scripts neither change a chart nor are changed by it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canvas, inside, open, settle } from './browser.mjs';
import { CHART, DATA, still, style, styled } from './strangers.mjs';

for (const [what, rules, viewport] of [
  ['body { zoom: 1.5 }', 'body { zoom: 1.5; margin: 0 }', { width: 1000, height: 900 }],
  ['html { zoom: 2 }', 'html { zoom: 2 } body { margin: 0 }', { width: 1000, height: 900 }],
  ['html { zoom: .5 }', 'html { zoom: .5 } body { margin: 0 }', { width: 1000, height: 900 }],
  [
    'zoom on the element, and on what is around it',
    'body { zoom: .8 } village-chart { zoom: 1.5 }',
    { width: 700, height: 900 },
  ],
  ['zoom on a small screen', 'body { zoom: 1.6; margin: 0 }', { width: 420, height: 900 }],
  ['letters that are far too large for a small screen', 'body { zoom: 2.2; margin: 0 }', { width: 420, height: 1400 }],
]) {
  test(`under CSS zoom a chart is sharp, and its tooltip beside what is pointed at: ${what}`, async (t) => {
    const page = await open(t, { html: CHART, init: styled(rules), viewport });
    await settle(page);
    const { width, cssWidth } = await canvas(page, 'village-chart');
    assert.ok(Math.abs(width - cssWidth) <= 1, `${width} pixels on ${cssWidth}`);
    const { item, tip } = inside(page);
    for (const name of ['La Phù', 'Phùng Xá']) {
      await item(name).scrollIntoViewIfNeeded();
      // as the browser has it: a box of the driver does not know of zoom
      const box = await item(name).evaluate((e) => e.getBoundingClientRect().toJSON());
      // far to the right: a window that is thought to be narrower would hold it back
      const x = box.x + box.width * 0.8;
      await page.mouse.move(x, box.y + box.height / 2);
      await tip.waitFor({ state: 'visible' });
      assert.match(await tip.innerText(), new RegExp(name));
      const place = await tip.evaluate((e) => e.getBoundingClientRect().toJSON());
      assert.ok(
        place.left > 7.5 && place.right < viewport.width - 7.5 && place.top >= 0 && place.bottom <= viewport.height,
        `${JSON.stringify(place)} is on the screen`,
      );
      assert.ok(place.bottom <= box.top || place.top >= box.bottom, 'it covers nothing that it speaks of');
      assert.ok(Math.min(Math.abs(place.bottom - box.top), Math.abs(place.top - box.bottom)) < 20, 'it is beside it');
      const middle = Math.max(8 + place.width / 2, Math.min(viewport.width - 8 - place.width / 2, x));
      assert.ok(Math.abs(place.left + place.width / 2 - middle) < 2, `${place.left + place.width / 2}, not ${middle}`);
    }
  });
}

test('zoom that changes while the width stays is followed', async (t) => {
  const page = await open(t, { html: `<div>${CHART}</div>`, init: styled('div { width: 400px }') });
  await settle(page);
  const before = await canvas(page, 'village-chart');
  await style(page, 'div { zoom: 2 }');
  await page.waitForFunction(
    (width) => document.querySelector('village-chart').shadowRoot.querySelector('canvas').width === width,
    Math.round(before.width * 2),
  );
});

test('letters follow the text around the chart, not the root that a page measures in', async (t) => {
  const page = await open(t, {
    html: `<p>Text</p>${CHART}`,
    init: styled('html { font-size: 10vw } body { font-size: 16px; margin: 0 }'),
  });
  await settle(page);
  const { figure } = inside(page);
  const size = () => figure.evaluate((e) => getComputedStyle(e).fontSize);
  assert.equal(await size(), '16px');
  const { height } = await canvas(page, 'village-chart');
  assert.ok(height < 500, `${height} px high`);
  await style(page, 'body { font-size: 24px }');
  await page.waitForFunction(
    (before) => document.querySelector('village-chart').shadowRoot.querySelector('canvas').height > 1.2 * before,
    height,
  );
  assert.equal(await size(), '24px');
  // the same before the script
  const other = await still(t, { rules: 'html { font-size: 10vw } body { font-size: 20px }' });
  assert.equal(await other.locator('.village-chart').evaluate((e) => getComputedStyle(e).fontSize), '20px');
});

/** What texts inherit, and values that no page has of itself. */
const INHERITED = `white-space: nowrap; text-indent: 80px; text-transform: uppercase; text-shadow: 2px 2px red;
  letter-spacing: 6px; word-spacing: 12px; hyphens: auto; word-break: break-all; line-height: 3; direction: rtl;
  font-variant: small-caps; font-style: italic; font-weight: 900; -webkit-text-fill-color: red;
  -webkit-text-stroke: 2px red; text-align: center; text-emphasis: dot; line-break: anywhere;
  font-feature-settings: "smcp"; text-wrap: nowrap; text-decoration: line-through; tab-size: 20; quotes: none;
  text-underline-offset: 9px; list-style: square; font-stretch: condensed; text-align-last: right;
  text-justify: none; overflow-wrap: anywhere; border-collapse: collapse`;
/** Where texts of a chart stand, and what they look like. */
const looks = (root) => {
  const of = (element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const names = [
      'whiteSpaceCollapse',
      'textWrapMode',
      'textIndent',
      'textTransform',
      'textShadow',
      'letterSpacing',
      'wordSpacing',
      'hyphens',
      'wordBreak',
      'lineHeight',
      'direction',
      'fontVariant',
      'fontStyle',
      'fontWeight',
      'webkitTextFillColor',
      'webkitTextStroke',
      'textAlign',
      'textEmphasis',
      'lineBreak',
      'fontFeatureSettings',
      'fontStretch',
      'textAlignLast',
      'overflowWrap',
      'fontSize',
      'fontFamily',
    ];
    return [
      element.localName,
      element.part[0] ?? element.className,
      Math.round(box.width),
      Math.round(box.height),
      ...names.map((name) => `${name} ${style[name]}`),
    ].join('; ');
  };
  return [
    ...root.querySelectorAll(
      'figure, figcaption, [part], .tip, .tip *, .message, li button, .choice button, ' +
        'svg, svg text, svg tspan, summary, td, th, caption',
    ),
  ]
    .filter((e) => e.checkVisibility())
    .map(of);
};

test('what texts inherit from the page changes no text of a chart, no tooltip and no picture', async (t) => {
  const page = await open(t, {
    html: `<div>${CHART}</div>`,
    viewport: { width: 700, height: 900 },
    init: `window.looks = ${looks}`,
  });
  await settle(page);
  const { spot, tip } = inside(page);
  const seen = async () => {
    const { x, y } = await spot('La Phù');
    await page.mouse.move(1, 1);
    await page.mouse.move(x, y);
    await tip.waitFor({ state: 'visible' });
    return page
      .locator('village-chart')
      .evaluate((e) => [...window.looks(e.shadowRoot), e.shadowRoot.querySelector('canvas').toDataURL()]);
  };
  const plain = await seen();
  assert.ok(plain.length > 10);
  await style(page, `div { ${INHERITED} }`);
  await page.locator('village-chart').evaluate(async (e) => {
    for (const theme of ['dark', 'auto']) {
      e.theme = theme;
      await e.updated;
    }
  });
  assert.deepEqual(await seen(), plain);
});

test('what texts inherit from the page changes no word of why there is no chart', async (t) => {
  const page = await open(t, {
    html: `<div>${CHART.replace('"revenue"', '"pie"')}<village-chart type="revenue"></village-chart></div>`,
    init: `window.looks = ${looks}`,
  });
  await page
    .locator('village-chart')
    .last()
    .evaluate((e) => (e.data = { format: 'village-charts/1' }));
  await settle(page);
  await page.locator('village-chart').last().locator('summary').click();
  const seen = () => page.locator('village-chart').evaluateAll((all) => all.map((e) => window.looks(e.shadowRoot)));
  const plain = await seen();
  assert.deepEqual(
    plain.map((looks) => looks.length),
    [1, 2],
  ); // with its summary
  await style(page, `div { ${INHERITED} }`);
  assert.deepEqual(await seen(), plain);
});

/** What old libraries do to the prototypes of a page: Prototype 1.6 and 1.7, MooTools 1.2 and 1.4. */
function oldLibraries() {
  window.loaded = 'Prototype, MooTools';
  const each = function (act) {
    for (let i = 0; i < this.length; i++) act(this[i], i);
    return this;
  };
  // enumerable, as theirs are
  Object.assign(Array.prototype, {
    each,
    toJSON() {
      return `[${this.map((v) => JSON.stringify(v)).join(', ')}]`;
    },
    entries() {
      return this.slice();
    },
    find(test) {
      for (let i = 0; i < this.length; i++) if (test(this[i], i)) return this[i];
    },
    clear() {
      this.length = 0;
      return this;
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    include(what) {
      return this.indexOf(what) !== -1;
    },
    size() {
      return this.length;
    },
  });
  for (const type of [String, Number, Date]) {
    type.prototype.toJSON = function () {
      return `"${this}"`;
    };
  }
  // takes nothing but a list, and makes a list of anything else
  Array.from = function (list) {
    if (list == null) return [];
    if (typeof list !== 'object' || !('length' in list)) return [list];
    const made = new Array(list.length);
    for (let i = list.length; i--;) made[i] = list[i];
    return made;
  };
  Function.prototype.bind = function (object, ...first) {
    const method = this;
    return (...rest) => method.apply(object, [...first, ...rest]);
  };
  Object.assign(Function.prototype, { delay() {}, defer() {}, wrap() {}, create() {}, implement() {}, extend() {} });
  Object.assign(Element.prototype, {
    select() {
      return [];
    },
    update() {
      return this;
    },
    insert() {
      return this;
    },
    show() {
      return this;
    },
    hide() {
      return this;
    },
    toggle() {
      return this;
    },
    set() {
      return this;
    },
    get() {},
    grab() {},
    fade() {},
    addEvent() {},
    visible() {
      return true;
    },
  });
  Object.assign(String.prototype, {
    strip() {
      return this.trim();
    },
    contains() {
      return false;
    },
    startsWith(start) {
      return this.lastIndexOf(start, 0) === 0;
    },
    test() {},
    toInt() {
      return parseInt(this, 10);
    },
    blank() {},
  });
  window.$ = (id) => document.getElementById(id);
}

test('what old libraries do to prototypes changes no chart, and a chart changes nothing of the page', async (t) => {
  const html = CHART + `<village-chart id="data" type="revenue" locale="vi"></village-chart>`;
  const globals = () =>
    [
      ...Object.getOwnPropertyNames(window),
      ...[
        Array,
        String,
        Number,
        Function,
        Object,
        Element,
        HTMLElement,
        Node,
        Promise,
        Map,
        Event,
        EventTarget,
        JSON,
      ].flatMap((type) => [...Object.getOwnPropertyNames(type), ...Object.getOwnPropertyNames(type.prototype ?? {})]),
    ]
      .sort()
      .join();
  const pictures = [];
  for (const init of [() => {}, oldLibraries]) {
    const page = await open(t, { html, init: `(${init})(); window.known = (${globals})();` });
    await page.locator('#data').evaluate((e, data) => (e.data = data), DATA);
    await settle(page);
    const { spot, tip, choice, items } = inside(page, 'village-chart >> nth=0');
    const { x, y } = await spot('La Phù');
    await page.mouse.move(x, y);
    pictures.push([
      await tip.innerText(),
      await items.allInnerTexts(),
      await page
        .locator('#data')
        .evaluate((e) => [...e.shadowRoot.querySelectorAll('li button')].map((b) => b.textContent).join()),
      await page
        .locator('village-chart')
        .first()
        .evaluate((e) => e.shadowRoot.querySelector('canvas').toDataURL()),
    ]);
    await choice('name').click();
    await page
      .locator('village-chart')
      .first()
      .evaluate((e) => e.updated);
    await page
      .locator('village-chart')
      .first()
      .evaluate((e) => e.shadowRoot.querySelector('button[value=tools]').click());
    await page.waitForFunction(() =>
      document.querySelector('village-chart').shadowRoot.querySelector('[part=tools] input'),
    );
    pictures.at(-1).push(
      await items.allInnerTexts(),
      await page
        .locator('village-chart')
        .first()
        .evaluate(async (e) => (await e.toBlob('csv')).text()),
    );
    await page.locator('#data').evaluate((e) => (e.data = { format: 'village-charts/1' }));
    await page.waitForFunction(() => window.events.some((event) => event.type === 'error'));
    pictures
      .at(-1)
      .push(
        await page.evaluate(() =>
          [...window.events.find((event) => event.type === 'error').detail.findings]
            .map((f) => `${f.path} ${f.found} ${f.expected}`)
            .join(),
        ),
      );
    const [before, after] = await page.evaluate(`[window.known, (${globals})()]`);
    assert.deepEqual(
      after.split(',').filter((name) => !before.split(',').includes(name) && name !== 'known'),
      [],
    );
  }
  assert.deepEqual(pictures[1], pictures[0]);
});

test('what a page says of all elements, or of paragraphs, tables and pictures, changes no static chart', async (t) => {
  const see = async (rules) => {
    const page = await still(t, { rules, init: `window.looks = ${looks}`, viewport: { width: 700, height: 900 } });
    await page.locator('summary').click();
    return page.evaluate(() => window.looks(document));
  };
  const plain = await see('');
  assert.ok(plain.length > 40);
  const rules = `body { ${INHERITED} }
    * {
      letter-spacing: 3px; text-transform: uppercase; line-height: 3; word-spacing: 9px; text-indent: 40px;
      text-shadow: 1px 1px red; font-style: italic; box-sizing: border-box; padding: 7px; transition: all 1s
    }
    p, figcaption { margin: 3em }
    table { width: 50%; font-size: 30px }
    td, th { border: 9px solid red; padding: 30px; text-align: right; white-space: nowrap }
    svg { width: 1em; height: 1em }
    summary { font-size: 40px }
    html, body, body > div, :has(> village-chart), village-chart { padding: 0 !important }
    b { color: red; font-size: 30px }`;
  assert.deepEqual(await see(rules), plain);
});
