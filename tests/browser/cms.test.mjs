// Charts as HTML that went through what puts texts into pages: WordPress and Markdown.
import { autop, removep } from '@wordpress/autop';
import * as commonmark from 'commonmark';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import markdownIt from 'markdown-it';
import { marked } from 'marked';
import { HANOI, inside, settle } from './browser.mjs';
import { DATA, fragments, page, root, seen } from './fragments.mjs';

/** What each makes of a text with HTML in it. */
const SYSTEMS = {
  WordPress: autop,
  'WordPress, after its visual editor': (text) => autop(removep(autop(text))),
  'markdown-it': (text) => markdownIt({ html: true }).render(text),
  marked: (text) => marked.parse(text),
  commonmark: (text) => new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)),
};

/** What the README says to write. */
const written = async () => {
  const [, code = ''] =
    /^## Embed a chart.*?```html\n(.*?)```/ms.exec(await readFile(`${root}README.md`, 'utf8')) ?? [];
  return code.replace(/<script.*<\/script>\n/, '').replace(/src="[^"]*"/, `src="${HANOI}"`);
};

for (const [system, through] of Object.entries(SYSTEMS)) {
  test(`${system}: fragments are whole, and awake each is one chart`, async (t) => {
    const all = Object.values(fragments);
    const html = through(
      `Trước *biểu đồ*.\n${all.map(({ html }) => `${html}\n`).join('')}\nSau _biểu đồ_.\n\n${await written()}`,
    );
    const still = await page(t, html);
    const found = await seen(still);
    const rows = all.reduce((sum, { rows }) => sum + rows, 0);
    assert.deepEqual([found.pictures, found.tables, found.rows, found.charts, found.outside], [4, 4, rows, 5, 0]);
    assert.deepEqual(found.inside, [12, 12, 12, 12, 0]);
    for (const { title } of all) {
      const times = all.filter((other) => other.title === title).length;
      assert.equal(found.words.filter((word) => word === title).length, times, title);
    }
    assert.equal(found.words.filter((word) => word === 'La Phù *một*').length, 2, 'a name in a table is as it was');
    assert.deepEqual(
      found.words.filter((word) => /<(?! b)|[{}]/.test(word)),
      [],
      'no tag and no data is shown',
    );
    assert.equal(found.words.filter((word) => word.includes('1,300 billion')).length, 1);
    assert.equal(found.scripts.length, 3);
    for (const script of found.scripts) assert.doesNotThrow(() => JSON.parse(script));

    const awake = await page(t, html, { script: true });
    await settle(awake);
    const charts = await awake.evaluate(() =>
      [...document.querySelectorAll('village-chart')].map(({ shadowRoot }) => shadowRoot.querySelectorAll('li').length),
    );
    assert.deepEqual(charts, [2, 2, 7, 20, 7]);
    assert.equal(await awake.locator('svg, main table, .message').filter({ visible: true }).count(), 0);
    const fallback = await awake
      .locator('village-chart')
      .last()
      .evaluate((chart) => {
        const range = document.createRange();
        range.selectNodeContents(chart);
        return [chart.textContent.includes('La Phù leads'), range.getClientRects().length];
      });
    assert.deepEqual(fallback, [true, 0], 'it is inside of the element, and not shown');
    for (const { title, rows } of all) {
      assert.equal(
        await awake.getByText(title, { exact: true }).filter({ visible: true }).count(),
        rows === 45 ? 1 : 2,
        title,
      );
    }
    // they stand where the static ones stood
    const [before, after] = await Promise.all(
      [still, awake].map((page) =>
        page.locator('p', { hasText: /^Sau / }).evaluate((p) => p.getBoundingClientRect().top + scrollY),
      ),
    );
    assert.ok(Math.abs(before - after) < 1, `what follows is at ${before}, then at ${after}`);
    assert.deepEqual(awake.messages, []);
  });
}

for (const system of ['WordPress', 'WordPress, after its visual editor']) {
  test(`${system}: data with blank lines, inside an element as an author writes it, stays data`, async (t) => {
    const html = `<village-chart type="revenue"><script type="application/json">${DATA}</script></village-chart>`;
    const awake = await page(t, SYSTEMS[system](`Trước\n\n${html}\n\nSau`), { script: true });
    await settle(awake);
    assert.equal(await inside(awake).items.count(), 2);
    assert.deepEqual(awake.messages, []);
  });
}
