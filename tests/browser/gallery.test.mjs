// The gallery: what it shows is what runs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { TYPES } from '../../scripts/attributes.mjs';
import { fileOf, HANOI, inside, open, pageStart, SCRIPT, settle } from './browser.mjs';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const FLAGS = ['provisional', 'few_cases', 'revised', 'break'];
const SCHEMA = JSON.parse(await read('www/schema/village-charts-1.json'));

/** The gallery, with each of its charts painted. */
async function gallery(t) {
  const page = await open(t, { path: 'gallery.html' });
  await page.locator('.code').last().waitFor();
  await settle(page);
  return page;
}

test('the code beside each chart of the gallery stands in the page, and draws the same in a blank one', async (t) => {
  const page = await gallery(t);
  const source = await read('www/gallery.html');
  const examples = await page.locator('.example').evaluateAll((all) =>
    all.map((example) => ({
      code: example.querySelector('code').textContent,
      items: [...example.querySelectorAll('village-chart')].map((chart) =>
        [...chart.shadowRoot.querySelectorAll('li')].map((item) => item.textContent),
      ),
    })),
  );
  assert.ok(examples.length > 25);
  for (const { code } of examples) assert.ok(source.includes(code), `this stands in the page:\n${code}`);
  // one page of them all, as they were copied
  const sections = examples.map(({ code }) => `<section>${code}</section>`);
  const other = await open(t, { html: pageStart(SCRIPT, 'en') + sections.join('') });
  await settle(other);
  const items = await other
    .locator('body > section')
    .evaluateAll((all) =>
      all.map((example) =>
        [...example.querySelectorAll('village-chart')].map((chart) =>
          [...chart.shadowRoot.querySelectorAll('li')].map((item) => item.textContent),
        ),
      ),
    );
  assert.ok(
    items.flat().every((list) => list.length > 0),
    'all are drawn',
  );
  assert.deepEqual(
    items,
    examples.map((example) => example.items),
  );
});

test('the gallery has every type, every qualifier and every attribute, and honest figures', async () => {
  const source = await read('www/gallery.html');
  for (const type of TYPES) assert.match(source, new RegExp(`type="${type}" src="${fileOf(type)}"`));
  const figure = SCHEMA.$defs.Figure.anyOf.find((form) => form.oneOf);
  for (const key of [...figure.oneOf.map((form) => form.required[0]), ...FLAGS, 'estimated', 'quote', 'source'])
    assert.match(source, new RegExp(`"${key}":`), key);
  const table = /const ATTRIBUTES = \{([^}]+)\}/.exec(await read('www/src/attributes.ts'))[1];
  const attributes = Array.from(table.matchAll(/^ +(\w+): \[/gm), ([, name]) => name);
  assert.ok(attributes.length > 6);
  for (const attribute of attributes) assert.match(source, new RegExp(`<village-chart [^>]*${attribute}="`), attribute);
  // what is not the article's says so, in both languages
  const article = await read(`www/${HANOI}`);
  const known = new Set(JSON.parse(article).villages.map((village) => village.name));
  for (const [, json] of source.matchAll(/<script type="application\/json">([^]*?)<\/script>/g)) {
    const { villages = [] } = JSON.parse(json);
    for (const { name } of villages) {
      if (typeof name === 'string') assert.ok(known.has(name), name);
      else assert.match(`${name.vi} ${name.en}`, /Làng ví dụ.*xample village/);
    }
  }
});

test('the charts of the gallery change their language, and the code follows what readers choose', async (t) => {
  const page = await open(t, { path: 'gallery.html' });
  const code = page.locator('[aria-label="Revenue"] code');
  await code.waitFor();
  const { figure, choice } = inside(page, '[aria-label="Revenue"] village-chart');
  await figure.getByText('Six villages around').waitFor();
  await page.getByLabel('Vietnamese').check();
  await figure.getByText('Sáu làng nghề quanh').waitFor();
  await choice('name').click();
  await code.filter({ hasText: `<village-chart type="revenue" src="${HANOI}" locale="vi" sort="name">` }).waitFor();
  await page.getByLabel('English').check();
  await figure.getByText('Six villages around').waitFor();
});

test('the two themes reach the pictures', async (t) => {
  const page = await gallery(t);
  for (const [name, colour] of [
    ['newspaper', '122,31,31'],
    ['portal', '11,87,208'],
  ]) {
    const count = await page
      .locator(`village-chart.${name}`)
      .first()
      .evaluate((element, colour) => {
        const picture = element.shadowRoot.querySelector('canvas');
        const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4) count += data.slice(i, i + 3).join() === colour;
        return count;
      }, colour);
    assert.ok(count > 3000, `${name}: ${count}`);
  }
});
