// The style sheets of pages around the chart's frame.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fits, frames, heights, open, ready } from './frame.mjs';

// what themes and resets say of all iframes, each of which a height in an attribute gives way to
for (const style of [
  'iframe { max-width: 100%; height: auto; }',
  'iframe { height: auto !important; }',
  'iframe { height: 100%; } p:has(+ iframe) { height: 40px; } html, body { height: 400px; }',
  'iframe { height: 60vh; max-height: 300px !important; }',
  'iframe { min-height: 800px !important; }',
  'iframe { aspect-ratio: 16 / 9; height: auto; }',
  '@layer theme { iframe { height: auto !important; max-height: 50vh !important; } }',
  'body { display: flex; flex-direction: column; height: 500px; } iframe { flex: 1; }',
  '* { box-sizing: border-box; } iframe { border: 3px solid; padding: 10px 0; }',
]) {
  test(`the page says ${style}: the frame is as high as its chart, which is told once`, async (t) => {
    const page = await open(t, 'our script', { style });
    await ready(page);
    const height = await fits(page);
    await frames(page, 20);
    assert.deepEqual(await heights(page), [height]);
    assert.deepEqual(page.messages, []);
  });
}

test('a page without our script that gives its frames a height: told once, and a reader can scroll', async (t) => {
  const page = await open(t, 'our script', {
    style: 'iframe { height: 60vh; }',
    at: (page) => page.route('**/village-charts-frames.js', (route) => route.abort()),
  });
  await ready(page);
  await page.waitForFunction(() => window.heard.length);
  await frames(page, 20);
  assert.equal((await heights(page)).length, 1);
  const { scrolls, bar } = await page.frame
    .locator('html')
    .evaluate((html) => ({ scrolls: html.scrollHeight - html.clientHeight, bar: innerWidth - html.clientWidth }));
  assert.ok(scrolls > 0 === bar > 0, `${scrolls} px to scroll, a bar of ${bar} px`);
});
