// Colours that are not the page's: of a browser that darkens pages, and of paper.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inside, open, pageStart, settle } from './browser.mjs';
import { CHART, lightness, still, style, styled } from './strangers.mjs';

const FORCED = ['--enable-features=WebContentsForceDark'];
const LIGHT_PAGE = pageStart();

for (const theme of ['auto', 'light', 'dark']) {
  test(`a browser that darkens a light page leaves no dark text on dark: theme ${theme}`, async (t) => {
    const page = await open(t, {
      html: `${LIGHT_PAGE}${CHART.replace('>', ` theme="${theme}">`)}`,
      args: FORCED,
      init: styled('body { background: #fff; color: #222; margin: 0 }'),
      viewport: { width: 600, height: 700 },
    });
    await settle(page);
    const { dark, light } = await lightness(t, await inside(page).stage.screenshot());
    assert.ok(dark > 0.5 && light > 0.01, `${dark} of it is dark, ${light} light`);
    const colours = () =>
      inside(page).figure.evaluate((e) => {
        const { color, backgroundColor } = getComputedStyle(e);
        return [color, backgroundColor];
      });
    // on the ground that the browser makes of the page's; a chart that is dark by itself has its own
    assert.deepEqual(await colours(), [
      'rgb(236, 239, 241)',
      theme === 'dark' ? 'color(srgb 0.0862745 0.0941176 0.105882)' : 'rgba(0, 0, 0, 0)',
    ]);
    // the page's own colours are for the light page that it was; those that it gives to a dark chart are for that
    const [ink, surface] =
      theme === 'dark' ? ['rgb(255, 255, 0)', 'rgb(0, 0, 64)'] : ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
    await style(page, `village-chart { --village-chart-ink: ${ink}; --village-chart-surface: ${surface} }`);
    await page.locator('village-chart').evaluate(
      async (e, to) => {
        e.theme = to;
        await e.updated;
      },
      theme === 'dark' ? 'dark' : 'light',
    );
    assert.deepEqual(await colours(), theme === 'dark' ? [ink, surface] : ['rgb(236, 239, 241)', 'rgba(0, 0, 0, 0)']);
  });
}

test('a browser that darkens nothing has the chart of the page', async (t) => {
  const page = await open(t, { html: `${LIGHT_PAGE}${CHART}`, init: styled('body { color: #222 }') });
  await settle(page);
  assert.equal(
    await inside(page).figure.evaluate((e) => `${e.className} ${getComputedStyle(e).color}`),
    'village-chart rgb(34, 34, 34)',
  );
});

test('a page that is dark by itself is not one that the browser darkens: it keeps its colours', async (t) => {
  const page = await open(t, {
    html: `${LIGHT_PAGE}${CHART}`,
    colorScheme: 'dark',
    init: styled(`
      :root { color-scheme: light dark } body { background: #102030; color: #cde }
      village-chart { --village-chart-ink: #ff0 }`),
  });
  await settle(page);
  assert.equal(
    await inside(page).figure.evaluate((e) => `${e.className} ${getComputedStyle(e).color}`),
    'village-chart rgb(255, 255, 0)',
  );
});

// also where the page sets the text's colour, which then stays what it was
for (const ink of ['', 'village-chart { --village-chart-ink: #222 }'])
  test(`a browser that begins to darken a page, and ends, is followed ${ink && 'whatever the ink is'}`, async (t) => {
    const rules = `body { background: #fff; color: #222 } ${ink}`;
    const page = await open(t, { html: `${LIGHT_PAGE}${CHART}`, init: styled(rules) });
    await settle(page);
    const client = await page.context().newCDPSession(page);
    const darkens = (enabled) => client.send('Emulation.setAutoDarkModeOverride', { enabled });
    const painted = (name) =>
      page.waitForFunction(
        (name) => document.querySelector('village-chart').shadowRoot.querySelector('figure').className === name,
        name,
      );
    await darkens(true);
    await painted('village-chart dark own darkened');
    await darkens(false);
    await painted('village-chart');
  });

test('a static picture is light on dark where the browser darkens the page, else it has the text colour', async (t) => {
  const page = await still(t, {
    args: FORCED,
    rules: 'body { background: #fff; color: #222 }',
    viewport: { width: 600, height: 700 },
  });
  const { dark, light } = await lightness(t, await page.locator('.stage').screenshot());
  assert.ok(dark > 0.5 && light > 0.01, `${dark} of it is dark, ${light} light`);
  const other = await still(t, { colorScheme: 'light' });
  for (const [colour, scheme] of [
    ['rgb(34, 34, 34)', 'light'],
    ['rgb(238, 238, 238)', 'dark'],
    ['rgb(200, 30, 30)', 'light'],
    ['rgb(255, 255, 255)', 'light'],
    ['rgb(0, 0, 0)', 'light dark'],
  ]) {
    await other.evaluate(
      ([color, colorScheme]) => Object.assign(document.body.style, { color, colorScheme }),
      [colour, scheme],
    );
    const channels = await other.locator('svg:visible').evaluate((e) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      context.fillStyle = getComputedStyle(e).color;
      context.fillRect(0, 0, 1, 1);
      return `rgb(${[...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(', ')})`;
    });
    assert.equal(channels, colour);
  }
});

for (const [what, rules] of Object.entries({
  'a dark page': 'body { background: #111; color: #eee }',
  'colours for a dark page': `body { background: #111; color: #eee }
    village-chart {
      --village-chart-ink: #fff; --village-chart-muted: #ccc; --village-chart-grid: #444;
      --village-chart-surface: #000; --village-chart-whole: #222
    }`,
})) {
  for (const theme of ['dark', 'auto']) {
    test(`what is printed is dark on white, static and awake: ${what}, theme ${theme}`, async (t) => {
      const page = await still(t, { theme, rules, colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const see = () =>
        page.evaluate(() => {
          const chart = document.querySelector('village-chart');
          const figure = chart.shadowRoot
            ? chart.shadowRoot.querySelector('figure')
            : chart.querySelector('.village-chart');
          const style = getComputedStyle(figure);
          const note = getComputedStyle(figure.querySelector('[part=note]')).color;
          return [style.color, style.backgroundColor, note];
        });
      const expected = ['rgb(26, 29, 33)', 'rgb(255, 255, 255)', 'color(srgb 0.101961 0.113725 0.129412 / 0.76)'];
      assert.deepEqual(await see(), expected);
      const staticPicture = await lightness(t, await page.locator('.stage').screenshot());
      assert.ok(staticPicture.light > 0.4 && staticPicture.dark > 0.005, JSON.stringify(staticPicture));
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => import('/dist/village-charts.js'));
      await settle(page);
      // as a print does, before its styles are the paper's
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await see(), expected);
      const awake = await lightness(t, await inside(page).stage.screenshot());
      assert.ok(awake.light > 0.4 && awake.dark > 0.005, JSON.stringify(awake));
    });
  }
}
