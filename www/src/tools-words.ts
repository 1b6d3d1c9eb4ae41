/** The words of the tools. */
export const words = {
  vi: {
    find: 'Tìm làng',
    villages: (count = 0) => `${count.toLocaleString('vi')} làng.`,
    craft: 'Nghề',
    district: 'Địa bàn',
    all: 'Tất cả',
    none: 'Không',
    cells: 'Đếm từng ô',
    threshold: 'Mốc so sánh',
    amount: 'Mức của mốc so sánh',
    table: 'Bảng số liệu',
    save: 'Tải về',
    copy: 'Chép số liệu',
    copied: 'Đã chép số liệu.',
    failed: 'Không làm được việc này.',
  },
  en: {
    find: 'Find a village',
    villages: (count = 0) => `${count.toLocaleString('en')} ${count === 1 ? 'village' : 'villages'}.`,
    craft: 'Craft',
    district: 'District',
    all: 'All',
    none: 'None',
    cells: 'Count in cells',
    threshold: 'Compare with',
    amount: 'Amount to compare with',
    table: 'Table',
    save: 'Save',
    copy: 'Copy the data',
    copied: 'The data is copied.',
    failed: 'This could not be done.',
  },
};

export type Words = (typeof words)['vi'];
