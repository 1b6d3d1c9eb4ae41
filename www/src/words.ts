/** The words of the controls and messages around the picture; those in it are Rust's. */
export const words = {
  vi: {
    sort: 'Sắp xếp theo',
    value: 'Doanh thu',
    name: 'Tên',
    unit: 'Tính theo',
    month: 'Tháng',
    year: 'Năm',
    page: 'Trang',
    previous: 'Trang trước',
    next: 'Trang sau',
    marks: 'Số liệu',
    keys: 'Phím mũi tên để xem từng số liệu, gõ chữ cái để tới một tên, Enter để chọn, Esc để thôi.',
    tools: 'Tìm, so sánh, bảng, tải về',
    fewTools: 'Bảng, tải về',
    failed: 'Không vẽ được biểu đồ tương tác.',
    data: 'Dữ liệu có lỗi',
    network: 'Không tải được dữ liệu.',
    wasm: 'Không tải được phần vẽ biểu đồ.',
  },
  en: {
    sort: 'Sort by',
    value: 'Revenue',
    name: 'Name',
    unit: 'Show per',
    month: 'Month',
    year: 'Year',
    page: 'Page',
    previous: 'Previous page',
    next: 'Next page',
    marks: 'Figures',
    keys: 'Arrow keys walk through the figures, letters go to a name, Enter selects, Esc lets go.',
    tools: 'Find, compare, table, save',
    fewTools: 'Table, save',
    failed: 'The interactive chart cannot be drawn.',
    data: 'Its data has errors',
    network: 'Its data could not be loaded.',
    wasm: 'The part that draws it could not be loaded.',
  },
};

export type Words = (typeof words)['vi'];

/** The language of a tag, as far as the widget speaks it. */
export function spoken(tag: string): 'vi' | 'en' {
  return /^en\b/i.test(tag) ? 'en' : 'vi';
}
