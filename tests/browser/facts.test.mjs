// Every figure of the article, with its qualifier, where readers meet it: in the list that the picture is made
// with, in the picture, and nowhere a number that the article does not have.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inside, open, settle } from './browser.mjs';
import { FACTS, keepTexts } from './facts.mjs';

for (const [path, column] of [
  ['', 1],
  ['en.html', 2],
]) {
  test(`every figure of the article is in the list of its chart, qualified: ${path || 'index.html'}`, async (t) => {
    const page = await open(t, { path });
    await settle(page);
    for (const fact of FACTS) {
      const names = await inside(page, `village-chart[type=${fact[0]}]`).items.allTextContents();
      assert.ok(
        names.some((name) => fact[column].test(name)),
        `${fact[column]} in ${names.join(' | ')}`,
      );
    }
  });
}

test('the picture itself carries the qualified figures as labels', async (t) => {
  const page = await open(t, { init: keepTexts });
  await settle(page);
  const drawn = await page.evaluate(() => window.drawn.join(' '));
  for (const label of [
    'ước trên 24.000 tỷ đồng/năm',
    'trên 1.300 tỷ đồng',
    '1.200 tỷ đồng',
    '1.100 tỷ đồng',
    'trên 1.000 tỷ đồng',
    'gần 1.000 tỷ đồng',
    '4–5,5 triệu đồng/tháng',
    'từ khoảng 4,17 triệu đồng/tháng trở lên',
    '102 cụm',
    '70 trong 102 cụm',
    '43 trong 102 cụm',
    '331 trong 1.350 làng',
    '25 trong 30 địa bàn',
    '56%',
    'trên 70',
    '59',
    '15 cụm câu hỏi',
  ]) {
    assert.ok(drawn.includes(label), label);
  }
});

test('what is known of the overlap is said, and no sum that would be false', async (t) => {
  for (const path of ['', 'en.html']) {
    const page = await open(t, { path, init: keepTexts });
    await settle(page);
    const { body, charts } = await page.evaluate(() => {
      const inner = [...document.querySelectorAll('village-chart')].map((e) => e.shadowRoot.textContent);
      return { body: document.body.textContent, charts: [...inner, ...window.drawn].join('\n') };
    });
    for (const text of [body, charts]) {
      // the static charts say it, and so do those that are awake
      assert.match(text, /11–43/);
      assert.match(text, /70–102/);
      assert.doesNotMatch(text, /\b113\b|2[.,]411|6[.,]600/);
    }
  }
});
