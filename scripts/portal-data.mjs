// Writes www/data/portal.json: the data of the portal page, made up and always the same. 1,350 craft villages of a
// province that does not exist, in the shapes that real tables have: years, provisional figures, limits, ranges, gaps.
import { writeFile } from 'node:fs/promises';

const SYLLABLES = (
  'An Bình Cát Chính Cường Duyên Dương Đại Đình Đoài Đông Đức Giang Hà Hạ Hải Hòa Hoàng Hưng Hương Khánh Khê Kim Lạc ' +
  'Lâm Liên Long Mai Minh Ngọc Nhuệ Ninh Phong Phú Phúc Phương Quang Sơn Tân Thái Thanh Thịnh Thọ Thủy Trung'
).split(' ');
const VILLAGES = 1350;
const DISTRICTS = ['Đông', 'Tây', 'Nam', 'Bắc', 'Thượng', 'Hạ', 'Trung', 'Sơn', 'Giang', 'Hải', 'Lâm', 'An'];
const CRAFTS = [
  { vi: 'mây tre đan', en: 'bamboo and rattan' },
  { vi: 'gốm sứ', en: 'pottery' },
  { vi: 'mộc', en: 'wood' },
  { vi: 'dệt', en: 'weaving' },
  { vi: 'thêu', en: 'embroidery' },
];
const TIMES = [2020, 2022, 2024];

let state = 20241;
/** The next of a row of numbers from 0 to 1 that is the same on every machine. */
function random() {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
}
/** About normal, around 0. */
const around = () => random() + random() + random() + random() - 2;
const round = (/** @type {number} */ x, /** @type {number} */ digits) => Number(x.toFixed(digits));

/**
 * A figure as a source might have it: most as they are, some with a word, some not there.
 * @param {number} x @param {number} digits @param {number} time
 */
function figure(x, digits, time) {
  const chance = random();
  const number = round(x, digits);
  if (chance < 0.02) return null;
  if (chance < 0.03) return { about: number };
  if (chance < 0.04) return { range: [round(x * 0.9, digits), round(x * 1.1, digits)] };
  if (chance < 0.045) return { more_than: number };
  return time === 2024 && chance < 0.15 ? { exact: number, provisional: true } : number;
}

const rows = Array.from({ length: VILLAGES }, (_, i) => {
  const first = i % SYLLABLES.length;
  // each pair of syllables once, and none twice the same
  const second = (first + 1 + Math.floor(i / SYLLABLES.length)) % SYLLABLES.length;
  const name = `${SYLLABLES[first]} ${SYLLABLES[second]}`;
  const district = Math.floor((i * DISTRICTS.length) / VILLAGES);
  const craft = CRAFTS[Math.floor(random() * CRAFTS.length)];
  const wealth = around() + (district - 5.5) / 8;
  const income = TIMES.map((time, at) => figure(Math.exp(1.35 + wealth * 0.35 + at * 0.12 + around() * 0.05), 2, time));
  const poor = TIMES.map((time, at) => figure(Math.exp(1.7 - wealth * 0.8 - at * 0.25 + around() * 0.2), 1, time));
  const revenue = TIMES.map((time, at) => figure(Math.exp(2.6 + wealth * 0.9 + at * 0.15 + around() * 0.6), 1, time));
  return [name, `v${i + 1}`, `${DISTRICTS[district]} Mẫu`, craft, ...income, ...poor, ...revenue];
});

const indicator = (/** @type {string} */ id, /** @type {object} */ name, /** @type {object} */ rest) => ({
  id,
  name,
  ...rest,
});
const data = {
  format: 'village-charts/1',
  locale: 'vi',
  title: { vi: 'Làng nghề tỉnh Mẫu: số liệu giả định', en: 'Craft villages of Mẫu province: made-up figures' },
  sources: [
    {
      id: 'made-up',
      name: {
        vi: 'số liệu giả định của một tỉnh không có thật',
        en: 'made-up figures of a province that does not exist',
      },
    },
  ],
  places: { one: { vi: 'làng nghề', en: 'craft village' }, many: { vi: 'làng nghề', en: 'craft villages' } },
  indicators: [
    indicator(
      'income',
      { vi: 'Thu nhập bình quân đầu người', en: 'Income a person' },
      {
        kind: 'average',
        unit: { currency: 'VND', scale: 'million' },
        per: 'month',
      },
    ),
    indicator('poor', { vi: 'Tỷ lệ hộ nghèo', en: 'Poverty rate' }, { kind: 'rate', unit: 'percent', decimals: 1 }),
    indicator('revenue', { vi: 'Doanh thu', en: 'Revenue' }, { kind: 'amount', unit: 'billion_vnd', per: 'year' }),
  ],
  villages: {
    columns: [
      'name',
      'id',
      'district',
      'craft',
      ...['income', 'poor', 'revenue'].flatMap((id) => TIMES.map((time) => `${id}@${time}`)),
    ],
    rows,
  },
};
await writeFile(new URL('../www/data/portal.json', import.meta.url), `${JSON.stringify(data)}\n`);
