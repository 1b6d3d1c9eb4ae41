// The pages for developers: everyone can use them, and none of them is a dead end.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import test from 'node:test';
import { open, settle } from './browser.mjs';

const PAGES = ['editor.html', 'editor-en.html', 'gallery.html', 'reference.html'];

/** Waits until all of a page is there, and each of its charts painted. */
async function ready(page, path) {
  if (path === 'gallery.html') await page.locator('.code').last().waitFor();
  if (path.startsWith('editor')) {
    await page.locator('#article').click();
    await page.locator('#verdict', { hasText: /: 1\./ }).waitFor();
  }
  if (path !== 'reference.html') await settle(page);
}

for (const width of [360, 1200]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing, nothing sticks out and the console is empty: ${width} px, ${colorScheme}`, async (t) => {
      for (const path of PAGES) {
        const page = await open(t, { path, viewport: { width, height: 800 }, colorScheme });
        await ready(page, path);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        assert.deepEqual(
          violations.map((v) => `${path} ${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`),
          [],
        );
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
        assert.deepEqual(page.messages, [], path);
      }
    });
  }
}

test('the pages lead to one another, and the article to all of them', async (t) => {
  for (const path of [...PAGES, 'index.html', 'en.html']) {
    const page = await open(t, { path });
    const links = await page.locator('a').evaluateAll((all) => all.map((a) => a.href));
    // the editor is in the page's language
    const editors = PAGES.filter((other) => other.startsWith('editor'));
    for (const other of PAGES) {
      const found = editors.includes(other) ? editors : [other];
      assert.ok(
        found.some((name) => links.includes(page.base + name)),
        `${path} links ${other}`,
      );
    }
    for (const link of new Set(links)) {
      const { pathname, hash } = new URL(link);
      const response = await fetch(link);
      assert.equal(response.status, 200, `${path} links ${pathname}`);
      if (hash) assert.ok((await response.text()).includes(`id="${hash.slice(1)}"`), `${path} links ${link}`);
    }
  }
});
