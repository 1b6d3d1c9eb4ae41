// What a table has no place for stays with the data file that it was made of: a cell that no one changed is what the
// file says, of the others the import's reading is taken, and what can no longer belong to anything is told.
import * as esbuild from 'esbuild';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

const root = new URL('../..', import.meta.url).pathname;
const { outputFiles } = await esbuild.build({
  stdin: {
    contents: `export { carry } from './www/src/site/editor/carry.ts';
      export { tableOf, valueOf } from './www/src/site/editor/table-of.ts';
      export { cellsOf, put } from './www/src/site/editor/cells.ts';
      export { places } from './www/src/site/editor/data.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const { carry, cellsOf, places, put, tableOf, valueOf } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const schema = JSON.parse(await readFile(`${root}www/schema/village-charts-1.json`, 'utf8'));

/** A file with every key of the format in it, as the next test makes sure. */
const WHOLE = {
  $schema: '../schema/village-charts-1.json',
  format: 'village-charts/1',
  locale: 'vi-VN',
  title: { vi: 'Tỉnh Mẫu', en: 'Mẫu province' },
  as_of: '2024-07-05',
  sources: [
    { id: 'office', name: { vi: 'Cục Thống kê', en: 'Statistics office' }, url: 'https://example.org/a' },
    { id: 'survey', name: 'Khảo sát' },
  ],
  places: { one: { vi: 'xã', en: 'commune' }, many: { vi: 'xã', en: 'communes' } },
  districts: { one: { vi: 'huyện', en: 'county' }, many: { vi: 'huyện', en: 'counties' } },
  times: [{ time: '2023', name: { vi: 'năm 2023', en: 'the year 2023' } }],
  dimensions: [
    { id: 'terrain', name: { vi: 'Địa hình', en: 'Terrain' } },
    { id: 'status', name: 'Tình trạng' },
  ],
  indicators: [
    {
      id: 'poor',
      name: { vi: 'Hộ nghèo', en: 'Poverty' },
      kind: 'rate',
      unit: 'percent',
      decimals: 1,
      note: { vi: 'Phần trăm số hộ', en: 'Percent of households' },
      source: 'survey',
      selection: true,
    },
    {
      id: 'income',
      name: 'Thu nhập',
      kind: 'average',
      unit: { currency: 'VND', scale: 'million' },
      per: 'month',
      note: 'Bình quân',
    },
    { id: 'land', name: 'Đất 2019 (ha)', kind: 'amount', unit: { vi: 'ha', en: 'hectares' }, parts: ['rice', 'other'] },
    { id: 'rice', name: 'Lúa', kind: 'amount', unit: { vi: 'ha', en: 'hectares' } },
    { id: 'other', name: 'Lúa', kind: 'amount', unit: { vi: 'ha', en: 'hectares' } },
  ],
  villages: [
    {
      name: { vi: 'Mẫu An', en: 'Mau An' },
      id: 'an',
      district: { vi: 'thị xã Mẫu', en: 'Mẫu town' },
      craft: { vi: 'mây tre', en: 'rattan' },
      dimensions: { terrain: { vi: 'đồng bằng', en: 'lowland' }, status: 'mới' },
      revenue: { more_than: 1300, source: 'office', quote: { vi: 'trên 1.300 tỷ', en: 'over 1,300 billion' } },
      figures: {
        poor: {
          2020: 2.8,
          2023: { less_than: 2, provisional: true, source: 'office', as_of: '2023-12', quote: 'dưới 2 %' },
        },
        income: { estimate: 4.95, interval: [4.74, 5.16], few_cases: true, break: true },
        land: { exact: 0.1234567891, estimated: true, revised: true, unit: 'ha', quote: 'x' },
        rice: { range: [2, 3] },
      },
    },
    {
      name: 'Mẫu Hà',
      id: 'ha',
      district: 'Nam Mẫu',
      craft: null,
      dimensions: { terrain: 'núi' },
      revenue: { nearly: 1000 },
      figures: { poor: { 2020: { about: 10.6 }, 2023: { missing: 'chưa công bố' } }, income: { at_least: 3 } },
    },
    { name: 'Mẫu Khê', id: 'khe', figures: { rice: { at_most: 3, per: 'year' }, poor: {} } },
  ],
  references: [
    { indicator: 'poor', name: { vi: 'Cả tỉnh', en: 'Whole province' }, figures: { 2020: 7.1, 2023: 5.5 } },
    { indicator: 'rice', name: 'Cả tỉnh', figures: 100 },
  ],
  revenue: {
    title: { vi: 'Doanh thu', en: 'Revenue' },
    unit: 'billion_vnd',
    per: 'year',
    total: 9000,
    note: 'ghi chú',
  },
  income: { rows: [{ id: 'a', name: 'A', per: 'month', value: 4 }], unit: 'million_vnd' },
  clusters: { title: 'Cụm', total: { name: 'x', value: 70 }, groups: [] },
  village_counts: { counts: [] },
  petitions: { counts: [] },
};
const columnar = (data) => ({
  ...data,
  villages: {
    columns: ['name', 'id', 'terrain', 'revenue', 'poor@2020', 'poor@2023', 'rice'],
    rows: [
      [
        { vi: 'Mẫu An', en: 'Mau An' },
        'an',
        'núi',
        { more_than: 1300, quote: 'x' },
        2.8,
        { less_than: 2, quote: 'y' },
        5,
      ],
      ['Mẫu Hà', 'ha', null, null, { about: 10.6 }, null, { range: [2, 3] }],
    ],
  },
});

/** What the import makes of a table, as far as it is told: its columns, and the figures of single cells. */
function made(data, { rows, order }, cells = {}, also = {}) {
  const { metas } = tableOf(data);
  const heads = cellsOf(rows[0]);
  const columns = heads.map((name, i) => {
    const { head, dimension, id, time } = metas[order ? order.columns[i] : i] ?? {};
    if (order?.columns[i] === -1) return { role: 'left', name: '', of: null };
    if (head) return { role: head === 'name' ? 'place' : head, name: '', of: null };
    if (dimension) return { role: 'dimension', name, of: null };
    return { role: 'figure', name: '', of: { id: `made-${id}`, name, kind: 'count', time: time || null }, ...also[i] };
  });
  const figures = Object.entries(cells).map(([at, json]) => [...at.split(',').map(Number), json]);
  const problems = [[1, 3, 'D2', 'x', { code: 'expected-number', given: {} }]];
  return { columns, figures, problems, headings: [0, 1] };
}

const carried = (data, change, cells, also, file = {}) => {
  const { rows, set, asOf, url } = tableOf(data);
  const table = { rows, set, asOf, url, ...change?.({ rows, set }) };
  const { text, ...rest } = carry(JSON.stringify(data), table, made(data, table, cells, also), file);
  return { ...rest, text, data: text && JSON.parse(text) };
};

test('the file of these tests has every key of the format', () => {
  const keys = (name) => Object.keys(schema.$defs[name].properties ?? {});
  const has = (list, name) =>
    assert.deepEqual(
      keys(name).filter((key) => !list.some((one) => key in one)),
      [],
      name,
    );
  assert.deepEqual(
    Object.keys(schema.properties).filter((key) => !(key in WHOLE)),
    [],
  );
  has(WHOLE.villages, 'Village');
  has(WHOLE.indicators, 'Indicator');
  has(WHOLE.references, 'Reference');
  has(WHOLE.sources, 'Source');
  const figure = schema.$defs.IndicatorFigure.anyOf.find((of) => of.properties);
  const text = JSON.stringify(WHOLE);
  for (const key of Object.keys(figure.properties)) assert.ok(text.includes(`"${key}":`), key);
});

test('a table that no one has changed is its file, letter by letter', () => {
  for (const data of [WHOLE, columnar(WHOLE)]) {
    const { text, lost, problems, figures } = carried(data);
    assert.equal(text, JSON.stringify(data));
    assert.deepEqual(lost, []);
    assert.deepEqual(problems, [], 'what the file says is understood');
    assert.ok(figures.some(([, , json]) => json.includes('"less_than":2')));
  }
});

test('a cell changes its figure, and nothing else', () => {
  for (const data of [WHOLE, columnar(WHOLE)]) {
    const { metas } = tableOf(data);
    metas.forEach((meta, column) => {
      if (meta.id === undefined) return;
      const at = `1,${column}`;
      const { data: now, lost } = carried(data, ({ rows }) => ({ rows: put(rows, 1, column, [['77']]) }), {
        [at]: '{ "exact": 77, "quote": "77" }',
      });
      const expected = structuredClone(data);
      const [first, ...others] = places(expected);
      const [own, ...rest] = places(now);
      assert.deepEqual(rest, others);
      const value = valueOf(own, meta);
      assert.equal(typeof value === 'object' ? value.exact : value, 77, at);
      const before = valueOf(first, meta);
      // who says it still holds; the words for the number before do not
      assert.equal(value.source, before?.source);
      assert.equal(value.quote, undefined);
      assert.equal(lost.length, Number(!!before?.quote) + Number(!!before?.interval), JSON.stringify(lost));
      for (const other of metas) if (other !== meta) assert.deepEqual(valueOf(own, other), valueOf(first, other));
      const { villages: _, ...top } = now;
      const { villages: __, ...topBefore } = data;
      assert.deepEqual(top, topBefore);
    });
  }
});

test('a place is taken away, another one named otherwise, a third one added', () => {
  const { data, lost } = carried(
    WHOLE,
    ({ rows }) => {
      const renamed = put(rows, 2, 0, [['Mẫu Hạ']]);
      const cleared = put(renamed, 3, 0, [cellsOf(rows[3]).map(() => '')]);
      return { rows: put(cleared, 4, 0, [['Mẫu Mới', 'moi', '', '', '', '', '', '3,1']]) };
    },
    { '4,7': '3.1' },
  );
  assert.deepEqual(
    data.villages.map(({ name }) => name.vi ?? name),
    ['Mẫu An', 'Mẫu Hạ', 'Mẫu Mới'],
  );
  assert.deepEqual({ ...data.villages[1], name: '' }, { ...WHOLE.villages[1], name: '' });
  assert.deepEqual(data.villages[2], { name: 'Mẫu Mới', id: 'moi', figures: { poor: { 2020: 3.1 } } });
  assert.deepEqual(lost, [{ what: 'place', name: 'Mẫu Khê' }]);
  // rows in another order are the same places
  const turned = carried(WHOLE, ({ rows: [head, ...rows] }) => ({ rows: [head, ...rows.reverse()] }));
  assert.deepEqual(turned.data.villages, WHOLE.villages.toReversed());
  assert.deepEqual(turned.lost, []);
});

test('rows and columns in another order are known by where they were, whatever they are called', () => {
  const cellsIn = (rows, order) => rows.map((row) => order.map((from) => cellsOf(row)[from] ?? '').join('\x1f'));
  const columns = [...tableOf(WHOLE).metas.keys()];
  const income = tableOf(WHOLE).metas.findIndex(({ id }) => id === 'income');
  // income before all others, after an empty column, and a place, both under other names
  const order = [0, -1, income, ...columns.slice(1).filter((column) => column !== income)];
  const names = [0, 2, -1, 1, 3];
  const { data, lost } = carried(WHOLE, ({ rows }) => {
    const renamed = put(put(rows, 1, 0, [['Khác']]), 0, income, [['Tên khác']]);
    const turned = names.map((from) => renamed[from] ?? '');
    return { rows: cellsIn(turned, order), order: { rows: names, columns: order } };
  });
  assert.deepEqual({ ...data.villages[1], name: '' }, { ...WHOLE.villages[0], name: '' });
  assert.deepEqual(data.villages[0], WHOLE.villages[1]);
  assert.deepEqual({ ...data.indicators[0], name: '' }, { ...WHOLE.indicators[1], name: '' });
  assert.deepEqual(
    lost.map(({ what }) => what),
    ['languages'],
  );
});

test('words with other languages lose these where they change, and say so', () => {
  const { data, lost } = carried(WHOLE, ({ rows }) => ({ rows: put(rows, 1, 0, [['Mẫu Ân']]) }));
  assert.equal(data.villages[0].name, 'Mẫu Ân');
  assert.deepEqual(data.villages[0].district, WHOLE.villages[0].district);
  assert.deepEqual(lost, [{ what: 'languages', name: 'en: Mau An', at: [1, 0] }]);
});

test('headings that change are other names of the same things', () => {
  const { metas } = tableOf(WHOLE);
  const at = (found) => metas.findIndex(found);
  const [terrain, income] = [at(({ dimension }) => dimension === 'terrain'), at(({ id }) => id === 'income')];
  const change = ({ rows }) => ({ rows: put(put(rows, 0, terrain, [['Vùng']]), 0, income, [['Thu']]) });
  const { data, lost } = carried(WHOLE, change, {}, {}, { dimensions: [{ id: 'vung', name: 'Vùng' }] });
  assert.deepEqual(data.dimensions, [{ id: 'terrain', name: 'Vùng' }, WHOLE.dimensions[1]]);
  assert.deepEqual(data.villages, WHOLE.villages);
  assert.deepEqual({ ...data.indicators[1], name: '' }, { ...WHOLE.indicators[1], name: '' });
  assert.deepEqual(lost, [{ what: 'languages', name: 'en: Terrain', at: [0, terrain] }]);
});

test('an indicator that is left out takes along what is said of it alone', () => {
  const rice = tableOf(WHOLE).metas.findIndex(({ id }) => id === 'rice');
  const leave = ({ rows, set }) => {
    const figures = cellsOf(rows[0]).slice(6);
    return { set: { ...set, indicators: figures.filter((name) => name !== 'Lúa').map((name) => [name, name]) } };
  };
  const { data, lost } = carried(WHOLE, leave, {}, { [rice]: { role: 'left', of: null } });
  assert.deepEqual(
    data.indicators.map(({ id }) => id),
    ['poor', 'income', 'land', 'other'],
  );
  assert.deepEqual(data.indicators[2].parts, ['other']);
  assert.deepEqual(data.references, [WHOLE.references[0]]);
  assert.deepEqual(
    lost.map(({ what }) => what),
    ['indicator', 'parts', 'references'],
  );
});

test('what is set of the table is set of the file', () => {
  const { data } = carried(WHOLE, ({ set }) => ({
    set: { ...set, title: 'Khác', source: 'Sở', nouns: ['làng', 'làng'] },
    asOf: '2025',
    url: 'https://example.org/b',
  }));
  assert.equal(data.title, 'Khác');
  assert.deepEqual(data.sources, [{ id: 'office', name: 'Sở', url: 'https://example.org/b' }, WHOLE.sources[1]]);
  assert.deepEqual(data.places, { one: 'làng', many: 'làng' });
  assert.equal(data.as_of, '2025');
  assert.deepEqual(data.villages, WHOLE.villages);
});

test('a table with none of the places is a table of its own', () => {
  const { text, lost } = carried(WHOLE, ({ rows }) => ({
    rows: [
      rows[0],
      ...rows.slice(1).map((row, i) => `Khác ${i}${row.slice(row.indexOf('\x1f')).replace(/[^\x1f]/g, '')}`),
    ],
  }));
  assert.equal(text, '');
  assert.deepEqual(lost, [{ what: 'file', name: '' }]);
});
