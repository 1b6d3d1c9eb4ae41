// Charts as HTML where no script runs and no style sheet comes along: filters of editors, feeds, reader modes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import './browser.mjs';
import { fragments, page, root, seen } from './fragments.mjs';

// an editor that knows no custom elements leaves the static chart, once
test('a filter of HTML (DOMPurify) leaves whole static charts', async (t) => {
  const purify = await readFile(`${root}node_modules/dompurify/dist/purify.min.js`, 'utf8');
  const filter = await page(t, '');
  await filter.evaluate(purify);
  const all = Object.values(fragments);
  const clean = await filter.evaluate(
    (list) => list.map((html) => window.DOMPurify.sanitize(html)).join('\n'),
    all.map(({ html }) => html),
  );
  const found = await seen(await page(t, clean, { css: true }));
  assert.deepEqual([found.pictures, found.tables, found.rows, found.charts, found.scripts.length], [4, 4, 56, 0, 0]);
  for (const { title } of all)
    assert.equal(
      found.words.filter((word) => word === title).length,
      all.filter((other) => other.title === title).length,
    );
  assert.ok(!found.words.join().includes('{'), found.words.join());
});

for (const [ground, ink] of [
  ['white', 'rgb(17, 17, 17)'],
  ['rgb(20, 20, 20)', 'rgb(238, 238, 238)'],
]) {
  test(`in a feed, unstyled, on ${ground}: one picture that can be read, title, table and source once`, async (t) => {
    const all = Object.values(fragments).slice(1);
    const bare = all.map(({ html }) =>
      html
        .replace(/<style>.*?<\/style>|<script.*?<\/script>/gs, '')
        .replace(/ (?:class|part|data-text|role)="[^"]*"/g, '')
        .replace(/<\/?village-chart[^>]*>/g, ''),
    );
    const found = await page(t, bare.join(''), {
      head: `<style>body { background: ${ground}; color: ${ink}; }</style>`,
      viewport: { width: 600, height: 900 },
    });
    const { pictures, tables, rows, words } = await seen(found);
    assert.deepEqual([pictures, tables, rows], [3, 3, 54]);
    for (const { title } of all) assert.equal(words.filter((word) => word === title).length, 1, title);
    assert.equal(words.filter((word) => word.startsWith('Nguồn: ')).length, 2);
    const fills = await found
      .locator('svg')
      .filter({ visible: true })
      .evaluateAll((list) =>
        list.flatMap((svg) => [...svg.querySelectorAll('text')].map((text) => getComputedStyle(text).fill)),
      );
    assert.ok(fills.length > 9 && fills.every((fill) => fill === ink || fill === 'rgb(255, 255, 255)'), fills.join());
    assert.ok(fills.filter((fill) => fill === ink).length > 9);
  });
}
