// What is no data in UTF-8, and what is larger than any data: refused in a page and by renderToString as by the command
// (tests/cli.rs), in words that say what it is.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { open, revenue, settle, withData } from './browser.mjs';

const { renderToString } = await import(new URL('../../www/dist/village-charts-node.js', import.meta.url));
const foreign = JSON.parse(await readFile(new URL('../data/foreign.json', import.meta.url), 'utf8'));

/** The name of a village is "Bát Tràng" where the encoding has its letters. */
const JSON_TEXT = JSON.stringify(revenue(['Bât Tràng', 5], ['B', 3]));

/** A page with a chart whose data file is these bytes; what became of it. */
async function shown(t, body) {
  const page = await open(t, { html: '' });
  await page.route('**/given.json', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.evaluate(
    () =>
      (document.body.innerHTML =
        '<village-chart type="revenue" src="given.json" locale="en"><p>fallback</p></village-chart>'),
  );
  await settle(page);
  const error = (await page.evaluate(() => window.events)).find((event) => event.type === 'error');
  const drawn = await page.locator('figure:has(canvas)').isVisible();
  assert.equal(await page.getByText('fallback').isVisible(), !drawn);
  return { drawn, reason: error?.detail.reason, findings: error?.detail.findings ?? [], page };
}

const wide = (bigEndian) => {
  const bytes = Buffer.from(`\uFEFF${JSON_TEXT}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

for (const [what, bytes, code, found] of [
  ['Latin-1', Buffer.from(JSON_TEXT, 'latin1'), 'not_utf8', /character that could not be read/],
  ['UTF-16 of Windows', wide(false), 'not_json', /UTF-16/],
  ['UTF-16 of others', wide(true), 'not_json', /UTF-16/],
  ['UTF-16 without a mark', wide(false).subarray(2), 'not_json', /UTF-16/],
  ['a workbook', Buffer.from('504b0304140006000800000021', 'hex'), 'not_json', /ZIP file/],
]) {
  test(`a file in ${what} is refused with its name`, async (t) => {
    const { drawn, reason, findings } = await shown(t, bytes);
    assert.deepEqual([drawn, reason, findings[0]?.code], [false, 'data', code]);
    assert.match(findings[0].found, found);
  });
}

test('a byte order mark of UTF-8 is no error', async (t) => {
  const { drawn, findings } = await shown(t, Buffer.from(`\uFEFF${JSON_TEXT}`));
  assert.deepEqual([drawn, findings], [true, []]);
});

test(`${foreign.length} files that are no JSON are told what they are, in the page and in Node`, async (t) => {
  const page = await open(t, { html: '<div id="box"></div>' });
  for (const { text, kind } of foreign) {
    const finding = await page.evaluate(async (data) => {
      await customElements.whenDefined('village-chart');
      window.events.length = 0;
      const chart = document.createElement('village-chart');
      chart.type = 'revenue';
      chart.data = data;
      document.querySelector('#box').replaceChildren(chart);
      await chart.updated;
      return window.events[0]?.detail.findings[0];
    }, text);
    assert.equal(finding.code, 'not_json');
    assert.ok(kind ? finding.found === kind : finding.found, `${text}: ${finding.found}, not ${kind}`);
    const error = await renderToString(text, { type: 'revenue' }).catch((error) => error);
    assert.ok(error instanceof SyntaxError);
    assert.ok(error.message.includes(`: found ${kind}`), `${text}: ${error.message}`);
  }
});

test('a lost character is refused wherever the text comes from', async (t) => {
  const page = await open(t, {
    html: withData(revenue(['B\uFFFDt Tr\uFFFDng', 5])),
  });
  await settle(page);
  assert.equal((await page.evaluate(() => window.events))[0].detail.findings[0].code, 'not_utf8');
  const error = await renderToString(revenue(['B\uFFFDt', 5]), { type: 'revenue' }).catch((error) => error);
  assert.deepEqual(
    [error.name, error.findings[0].code, error.findings[0].path],
    ['DataError', 'not_utf8', '$.villages[0].name'],
  );
});

/** Gives data to a chart of a page that is near, and tells the first finding. */
const give = (page, make) =>
  page.evaluate(async (make) => {
    await customElements.whenDefined('village-chart');
    window.events.length = 0;
    const chart = document.createElement('village-chart');
    chart.type = 'revenue';
    chart.data = new Function(`return ${make}`)();
    document.body.replaceChildren(chart);
    await chart.updated;
    return window.events.find((event) => event.type === 'error')?.detail.findings[0];
  }, make);

test('what is larger than any data is refused before it takes memory', async (t) => {
  const page = await open(t, { html: '', bypassCSP: true });
  const section = 'format: "village-charts/1", revenue: { unit: "billion_vnd", per: "year" }';
  for (const [data, code, found, path] of [
    [`"x".repeat(200_000_000)`, 'too_large', /^200000000 letters$/, '$'],
    [
      `({ ${section}, villages: [{ name: "x".repeat(200_000_000), revenue: 1 }] })`,
      'wrong_type',
      /^a text of 200000000 letters$/,
      '$.villages[0].name',
    ],
    [
      `({ ${section}, villages: new Array(1_000_001).fill(1) })`,
      'wrong_type',
      /^a list of more than 1,000,000 values$/,
      '$.villages',
    ],
    [
      `({ a: Array.from({ length: 7 }, () => new Array(450_000).fill(1)), ${section}, villages: [{ name: "A" }] })`,
      'wrong_type',
      /^more than 3 million values$/,
      '$.revenue',
    ],
  ]) {
    const finding = await give(page, data);
    assert.equal(finding?.code, code, data);
    assert.match(finding.found, found, data);
    assert.equal(finding.path, path, data);
    const error = await renderToString(new Function(`return ${data}`)(), { type: 'revenue' }).catch((error) => error);
    assert.deepEqual([error.name, error.findings.find((f) => f.severity === 'error').code], ['DataError', code], data);
  }
});

test('a download that does not end is let go at its limit', async (t) => {
  const page = await open(t, {
    html: '',
    init: () => {
      const real = window.fetch;
      window.chunks = 0;
      window.fetch = async (url, options) => {
        if (!String(url).endsWith('endless.json')) return real(url, options);
        const chunk = new Uint8Array(1_000_000).fill(32);
        return new Response(
          new ReadableStream({
            pull: (to) => (window.chunks++, to.enqueue(chunk)),
            cancel: () => (window.canceled = true),
          }),
        );
      };
    },
  });
  await page.evaluate(
    () => (document.body.innerHTML = '<village-chart type="revenue" src="endless.json"></village-chart>'),
  );
  await settle(page);
  const [error] = await page.evaluate(() => window.events);
  assert.match(error.detail.message, /endless\.json: it has more than 100 MB; expected at most as many/);
  assert.deepEqual(await page.evaluate(() => [window.canceled, window.chunks < 110]), [true, true]);
});

test('two ids tell two villages of a name apart, a second blank does not', async (t) => {
  const page = await open(t, { html: '', bypassCSP: true });
  const villages = (a, b) =>
    `({ format: "village-charts/1", revenue: { unit: "billion_vnd", per: "year" }, villages: [${a}, ${b}] })`;
  assert.equal(
    await give(page, villages('{ name: "A B", id: "1", revenue: 1 }', '{ name: "A B", id: "2", revenue: 2 }')),
    undefined,
  );
  for (const name of ['"A  B"', '"A\\u00A0B"', '"A\\u200B B"']) {
    const finding = await give(page, villages('{ name: "A B", revenue: 1 }', `{ name: ${name}, revenue: 2 }`));
    assert.deepEqual([finding?.code, finding?.path], ['duplicate_village', '$.villages[1].name'], name);
  }
});

test('shares that round to 100.1 are drawn as a stack', async (t) => {
  const page = await open(t, { html: '' });
  const part = (name, value) => ({ name, value, unit: '%' });
  const group = {
    whole: part('W', 100),
    relation: 'disjoint',
    layout: 'stacked',
    subsets: [part('a', 33.4), part('b', 33.4), part('c', 33.3)],
  };
  await page.evaluate((group) => {
    const chart = Object.assign(document.createElement('village-chart'), {
      type: 'clusters',
      data: { format: 'village-charts/1', clusters: { groups: [group] } },
    });
    document.body.replaceChildren(chart);
  }, group);
  await settle(page);
  assert.deepEqual(
    (await page.evaluate(() => window.events)).map((event) => event.type),
    ['ready'],
  );
});
