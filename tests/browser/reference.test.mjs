// The reference: what it says is what the code has.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { open, settle } from './browser.mjs';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const SCHEMA = JSON.parse(await read('www/schema/village-charts-1.json'));

/** The first column of a table of the reference. */
const column = (page, label) => page.locator(`[role=group][aria-label="${label}"] tbody th code`).allTextContents();

test('the reference has all that the element has, from attributes to custom properties', async (t) => {
  const page = await open(t, { path: 'reference.html' });
  const element = await open(t, {
    html: `<village-chart type="revenue" src="data/gallery/long-list.json"></village-chart>`,
  });
  await settle(element);
  await element.locator('village-chart button[value=tools]').click();
  await element.locator('village-chart [part=tools] .row').first().waitFor();
  const found = await element.evaluate(() => {
    const chart = document.querySelector('village-chart');
    const all = Object.entries(Object.getOwnPropertyDescriptors(chart.constructor.prototype)).filter(
      ([name]) => !/Callback$|^constructor$/.test(name),
    );
    const names = (take) =>
      all
        .filter(([, descriptor]) => take(descriptor))
        .map(([name]) => name)
        .sort();
    const own = Object.entries(Object.getOwnPropertyDescriptors(chart.constructor))
      .filter(([, descriptor]) => typeof descriptor.value === 'function')
      .map(([name]) => `VillageChart.${name}`);
    const parts = [...chart.shadowRoot.querySelectorAll('[part]')].flatMap((part) => [...part.part]);
    return {
      attributes: [...chart.constructor.observedAttributes],
      properties: names((d) => d.get),
      methods: [...names((d) => d.value), ...own].sort(),
      parts: [...new Set(parts)].sort(),
    };
  });
  const attributes = await column(page, 'Attributes');
  assert.deepEqual(attributes, found.attributes);
  assert.deepEqual([...attributes, ...(await column(page, 'Properties'))].sort(), found.properties);
  const methods = await page.locator('h3[id^=method-] code').allTextContents();
  assert.deepEqual(methods.map((signature) => signature.replace(/\(.*/, '')).sort(), found.methods);
  assert.deepEqual((await column(page, 'Parts')).sort(), found.parts);
  const sources = await read('www/src/element.ts');
  const events = new Set([...sources.matchAll(/#tell\('([\w-]+)'/g)].map(([, name]) => name));
  assert.deepEqual((await column(page, 'Events')).sort(), [...events].sort());
  const styles = new Set(
    [
      ...`${await read('www/src/base.css')}${await read('www/src/awake.css')}`.matchAll(
        /var\((--village-chart-[\w-]+)/g,
      ),
    ].map(([, name]) => name),
  );
  assert.deepEqual((await column(page, 'Custom properties')).sort(), [...styles].sort());
  // and says something of each
  const empty = await page
    .locator('td:last-child')
    .evaluateAll((cells) =>
      cells.filter((cell) => !cell.textContent.trim()).map((cell) => cell.parentElement.textContent),
    );
  assert.deepEqual(empty, []);
  // in whole sentences
  for (const text of await page.locator('[role=group][aria-label="Events"] td:last-child').allTextContents())
    assert.match(text, /\.$/);
});

test('the reference names every key and word of the data format, with its type and what is required', async (t) => {
  const page = await open(t, { path: 'reference.html' });
  let keys = 0;
  for (const [name, definition] of [['Dataset', SCHEMA], ...Object.entries(SCHEMA.$defs)]) {
    assert.equal(await page.locator(`#format-${name}`).count(), 1, name);
    const object = [definition, ...(definition.anyOf ?? [])].find((form) => form.properties);
    if (!object && !definition.oneOf) continue;
    const rows = await page
      .locator(`[role=group][aria-label="${object ? name : `Words of ${name}`}"] tbody tr`)
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    const wanted = object
      ? Object.keys(object.properties).map((key) => (object.required?.includes(key) ? `${key} *` : key))
      : definition.oneOf.map((word) => `"${word.const}"`);
    assert.deepEqual(
      rows.map(([first]) => first),
      wanted,
      name,
    );
    keys += rows.length;
  }
  assert.ok(keys > 60);
});
