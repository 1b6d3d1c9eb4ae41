// A reader finds a village among a country's, and keeps it in all charts of a page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { frames, open, settle } from './browser.mjs';

const NAME = 'Xuân Quỳ';

/** The portal page with 7,745 villages in place of its own, one of which has a name of its own. */
async function portal(t, options = {}) {
  const at = (page) =>
    page.route('**/data/portal.json', async (route) => {
      const data = await (await route.fetch()).json();
      const { rows } = data.villages;
      data.villages.rows = Array.from({ length: 7745 }, (_, i) => {
        const round = Math.floor(i / rows.length);
        const [name, id, ...others] = rows[i % rows.length];
        return [round ? `${name} ${round}` : name, round ? `${id}-${round}` : id, ...others];
      });
      data.villages.rows[5000][0] = NAME;
      await route.fulfill({ json: data });
    });
  const page = await open(t, { path: 'portal-en.html', at, ...options });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 400) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await frames(page);
  }
  await settle(page);
  await page.evaluate(() => scrollTo(0, 0));
  return page;
}

/** What a chart says to a screen reader of the village: its summary and its list. */
const heard = (page, type) =>
  page.locator(`village-chart[type=${type}]`).evaluate((chart, name) => {
    const sentences = chart.shadowRoot.querySelector('figure').textContent.split(/(?<=\.)(?=\s|[A-Z])/);
    return sentences.filter((sentence) => sentence.includes(name)).join(' | ');
  }, NAME);

test('of 7,745 villages one is found, kept over a year and a chart, and heard in full, in under 20 keys', async (t) => {
  const page = await portal(t);
  let keys = 0;
  const press = async (...all) => {
    for (const key of all) {
      keys++;
      await page.keyboard.press(key);
      await frames(page);
    }
    await settle(page);
  };
  const focused = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at.labels?.[0]?.textContent || at.getAttribute('aria-label') || at.textContent;
    });
  // the page's own step in time, what the first chart shows, and its tools
  await press('Tab', 'Tab', 'Tab', 'Tab');
  assert.match(await focused(), /^Find/);
  await press('Enter');
  await page.locator('village-chart[type=spread] input[type=search]').waitFor();
  await press('Tab');
  assert.match(await focused(), /^Find a craft village/);
  await press('q', 'u', 'y', 'Enter');
  assert.match(await focused(), /^Find a craft village/, 'the focus stays, for another one');
  const found = page.locator('village-chart[type=spread] li button[aria-pressed=true]', { hasText: NAME });
  assert.equal(await found.count(), 1);
  for (const type of ['spread', 'scatter', 'trend', 'groups', 'ranking'])
    assert.equal(
      await page.locator(`village-chart[type=${type}]`).evaluate((one) => one.places.length > 0),
      true,
      type,
    );
  // back to the page's own step in time
  await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'ArrowUp');
  assert.ok(keys < 20, `${keys} keys`);
  assert.match(page.url(), /time=2022/);
  const said = await Promise.all(['spread', 'scatter', 'trend'].map((type) => heard(page, type)));
  assert.match(said[0], /Xuân Quỳ.*million dong a month/);
  assert.match(said[1], /Xuân Quỳ: Poverty rate: .*%; Income a person: .* million dong a month/);
  assert.match(said[2], /Xuân Quỳ, 2020.*Xuân Quỳ, 2022.*Xuân Quỳ, 2024/);
  assert.deepEqual(page.messages, []);
});

test('the same by touch, on a phone', async (t) => {
  const page = await portal(t, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const spread = page.locator('village-chart[type=spread]');
  await spread.getByRole('button', { name: /^Find/ }).tap();
  await spread.getByRole('searchbox').tap();
  await page.keyboard.insertText('quỳ');
  await spread.getByRole('button', { name: NAME, exact: true }).first().tap();
  await page.getByRole('button', { name: 'Earlier' }).tap();
  await settle(page);
  assert.match(page.url(), /time=2022/);
  for (const type of ['spread', 'scatter', 'trend']) assert.match(await heard(page, type), /Xuân Quỳ.*\d/, type);
  assert.deepEqual(page.messages, []);
});

test('Enter keeps what was found, once; what an input method writes is left to it', async (t) => {
  const page = await portal(t);
  const spread = page.locator('village-chart[type=spread]');
  const places = () => spread.evaluate((one) => one.places);
  await spread.getByRole('button', { name: /^Find/ }).click();
  const search = spread.getByRole('searchbox');
  const enter = async (isComposing = false) => {
    await search.evaluate(
      (input, isComposing) => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing })),
      isComposing,
    );
    await settle(page);
  };
  await enter();
  await search.fill('no such village');
  await enter();
  assert.equal(await places(), '');
  await search.fill('Quỳ');
  await enter(true);
  assert.equal(await places(), '');
  await enter();
  const kept = await places();
  assert.ok(kept);
  await enter();
  assert.equal(await places(), kept);
  assert.deepEqual(page.messages, []);
});
