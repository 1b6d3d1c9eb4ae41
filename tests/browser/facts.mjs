// Every figure of the article, as the list of its chart is heard in Vietnamese and in English.
export const FACTS = [
  ['villages', /^Làng nghề và làng có nghề: 1350 làng\./, /^Craft villages and villages with a craft: 1350 villages\./],
  [
    'villages',
    /được công nhận: 331 trong 1350 làng\./,
    /^Recognised craft villages and traditional crafts: 331 of 1350 villages\./,
  ],
  ['villages', /: 25 trong 30 địa bàn\./, /: 25 of 30 districts\./],
  ['villages', /^Ở Hà Nội: 56%\./, /^In Hanoi: 56%\./],
  ['villages', /^6 làng thí điểm gắn với du lịch\./, /^6 villages in the tourism pilot\./],
  ['villages', /^9 điểm giới thiệu, quảng bá sản phẩm\./, /^9 points that introduce/],
  [
    'revenue',
    /^Tất cả làng nghề Hà Nội: ước trên 24000 tỷ đồng một năm\./,
    /^All craft villages of Hanoi: estimated over 24000 billion dong a year\./,
  ],
  [
    'revenue',
    /^La Phù, bánh kẹo, dệt kim: trên 1300 tỷ đồng một năm\./,
    /^La Phù, confectionery, knitting: over 1300 billion dong a year\./,
  ],
  ['revenue', /^Phùng Xá, cơ khí, nông cụ: 1200 tỷ đồng một năm\./, /^Phùng Xá, .*: 1200 billion dong a year\./],
  ['revenue', /^Thiết Úng, mỹ nghệ truyền thống: 1100 tỷ đồng một năm\./, /^Thiết Úng, .*: 1100 billion dong a year\./],
  [
    'revenue',
    /^Sơn Đồng, điêu khắc mỹ nghệ: trên 1000 tỷ đồng một năm\./,
    /^Sơn Đồng, .*: over 1000 billion dong a year\./,
  ],
  [
    'revenue',
    /^Minh Khai, chế biến nông sản, thực phẩm: trên 1000 tỷ đồng một năm\./,
    /^Minh Khai, .*: over 1000 billion dong a year\./,
  ],
  [
    'revenue',
    /^Hữu Bằng, đồ gỗ, may mặc: gần 1000 tỷ đồng một năm\./,
    /^Hữu Bằng, .*: nearly 1000 billion dong a year\./,
  ],
  ['income', /mức phổ biến: từ 4 đến 5,5 triệu đồng một tháng\./, /commonly: 4 to 5\.5 million dong a month\./],
  [
    'income',
    /Nam Từ Liêm, Tây Hồ, Hoài Đức và nơi khác: .*Số gốc: từ 50 triệu đồng một năm trở lên, chia 12/,
    /Nam Từ Liêm, Tây Hồ, Hoài Đức and others: .*As stated: 50 million dong a year or more, divided by 12/,
  ],
  ['income', /^Lao động thuần nông: thấp hơn nhiều/, /^Purely agricultural work: much lower/],
  ['clusters', /đầu tư: 102 cụm\./, /: 102 clusters\./],
  ['clusters', /^Đã đi vào hoạt động: 70 trong 102 cụm\./, /^In operation: 70 of 102 clusters\./],
  ['clusters', /2018 đến 2020: 43 trong 102 cụm\./, /2018 to 2020: 43 of 102 clusters\./],
  ['petitions', /^trên 70 kiến nghị đã được tiếp nhận\./, /^over 70 petitions received\./],
  ['petitions', /^59 đơn vị .* đã gửi\./, /^59 senders \(enterprises/],
  ['petitions', /: 15 cụm câu hỏi\./, /: 15 question clusters\./],
  ['petitions', /^3 nhóm vấn đề mà/, /^3 groups of issues that/],
  [
    'petitions',
    /^Quy hoạch, hạ tầng, du lịch, môi trường: không nêu số/,
    /^Planning, infrastructure, tourism, environment: no number given/,
  ],
  ['petitions', /^Cơ chế, chính sách hỗ trợ: không nêu số/, /^Mechanisms and support policy: no number given/],
  [
    'petitions',
    /^Khoa học công nghệ, xúc tiến thương mại, thương hiệu, vùng nguyên liệu: không nêu số/,
    /^Science and technology, .*: no number given/,
  ],
];

/** The same figures as the table of a static chart has them: written, with the name before the number. */
export const WRITTEN = [
  [
    'villages',
    /^Làng nghề và làng có nghề: 1\.350 làng\./,
    /^Craft villages and villages with a craft: 1,350 villages\./,
  ],
  [
    'villages',
    /được công nhận: 331 trong 1\.350 làng\./,
    /^Recognised craft villages and traditional crafts: 331 of 1,350 villages\./,
  ],
  ['villages', /: 25 trong 30 địa bàn\./, /: 25 of 30 districts\./],
  ['villages', /^Ở Hà Nội: 56%\./, /^In Hanoi: 56%\./],
  ['villages', /du lịch: 6 làng\./, /tourism pilot: 6 villages\./],
  ['villages', /giới thiệu, quảng bá sản phẩm: 9 điểm\./, /: 9 points\./],
  [
    'revenue',
    /^Tất cả làng nghề Hà Nội: ước trên 24\.000 tỷ đồng\/năm\./,
    /^All craft villages of Hanoi: estimated over 24,000 billion đồng a year\./,
  ],
  [
    'revenue',
    /^La Phù, bánh kẹo, dệt kim: trên 1\.300 tỷ đồng\/năm\./,
    /^La Phù, confectionery, knitting: over 1,300 billion đồng a year\./,
  ],
  ['revenue', /^Phùng Xá, cơ khí, nông cụ: 1\.200 tỷ đồng\/năm\./, /^Phùng Xá, .*: 1,200 billion đồng a year\./],
  ['revenue', /^Thiết Úng, mỹ nghệ truyền thống: 1\.100 tỷ đồng\/năm\./, /^Thiết Úng, .*: 1,100 billion đồng a year\./],
  [
    'revenue',
    /^Sơn Đồng, điêu khắc mỹ nghệ: trên 1\.000 tỷ đồng\/năm\./,
    /^Sơn Đồng, .*: over 1,000 billion đồng a year\./,
  ],
  [
    'revenue',
    /^Minh Khai, chế biến nông sản, thực phẩm: trên 1\.000 tỷ đồng\/năm\./,
    /^Minh Khai, .*: over 1,000 billion đồng a year\./,
  ],
  [
    'revenue',
    /^Hữu Bằng, đồ gỗ, may mặc: gần 1\.000 tỷ đồng\/năm\./,
    /^Hữu Bằng, .*: nearly 1,000 billion đồng a year\./,
  ],
  ['income', /mức phổ biến: 4–5,5 triệu đồng\/tháng\./, /commonly: 4–5\.5 million đồng a month\./],
  [
    'income',
    /Nam Từ Liêm, Tây Hồ, Hoài Đức…: .*Số gốc: từ 50 triệu đồng\/năm trở lên, chia 12/,
    /Nam Từ Liêm, Tây Hồ, Hoài Đức…: .*As stated: 50 million đồng a year or more, divided by 12/,
  ],
  ['income', /^Lao động thuần nông: thấp hơn nhiều/, /^Purely agricultural work: much lower/],
  ['clusters', /đầu tư: 102 cụm\./, /: 102 clusters\./],
  ['clusters', /^Đã đi vào hoạt động: 70 trong 102 cụm\./, /^In operation: 70 of 102 clusters\./],
  ['clusters', /2018–2020: 43 trong 102 cụm\./, /2018–2020: 43 of 102 clusters\./],
  ['petitions', /tiếp nhận: trên 70 kiến nghị\./, /^received: over 70 petitions\./],
  ['petitions', /đã gửi: 59 đơn vị\./, /: 59 senders\./],
  ['petitions', /: 15 cụm câu hỏi\./, /: 15 question clusters\./],
  ['petitions', /: 3 nhóm vấn đề\./, /: 3 groups of issues\./],
  [
    'petitions',
    /^Quy hoạch, hạ tầng, du lịch, môi trường: không nêu số/,
    /^Planning, infrastructure, tourism, environment: no number given/,
  ],
  ['petitions', /^Cơ chế, chính sách hỗ trợ: không nêu số/, /^Mechanisms and support policy: no number given/],
  [
    'petitions',
    /^Khoa học công nghệ, xúc tiến thương mại, thương hiệu, vùng nguyên liệu: không nêu số/,
    /^Science and technology, .*: no number given/,
  ],
];

/** Keeps every text that is drawn onto a canvas. */
export function keepTexts() {
  window.drawn = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    window.drawn.push(text);
    return fillText.call(this, text, ...rest);
  };
}
