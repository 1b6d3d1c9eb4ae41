/**
 * Days as people write them: 5/7/2024, ngày 5 tháng 7 năm 2024 and 5 July 2024 are the fifth of July, on a page of any
 * language.
 */
import { language } from './words.js';

const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const SIGNS = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/;
const WORDS = /^(?:(?:(?:ngày\s*)?(\d{1,2})\s*[,/]?\s*)?tháng\s*(\d{1,2})\s*(?:[,/]|,?\s*năm)?\s*|năm\s*)(\d{4})$/;
/** "5 March 2024", "March 5, 2024", "Mar 2024", and as spreadsheets show it "5-Mar-24" and "Mar-24". */
const ENGLISH =
  /^(?:(\d{1,2})[a-z]{0,2}[\s-]+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})[a-z]{0,2})?(?:[\s,-]+(\d{4})|[-'’](\d\d))$/;
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2024, month)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }).toLowerCase(),
);

/** Day, month and year of an English date. */
function english(text: string): (string | undefined)[] | undefined {
  const [, before, word = '', behind, year, short = ''] = ENGLISH.exec(text) ?? [];
  const month = MONTHS.findIndex((name) => name.startsWith(word)) + 1;
  if (!word || !month || (before && behind)) return undefined;
  return [before ?? behind, String(month), year ?? (short < '70' ? '20' : '19') + short];
}

/** A year, a month or a day as a data file has it; `undefined` where the text is none, `''` where there is no text. */
export function dayOf(text: string): string | undefined {
  const said = text.trim().normalize('NFC').toLowerCase();
  if (!said) return '';
  const iso = ISO.exec(said);
  const [d, m, y = ''] = (SIGNS.exec(said) ?? WORDS.exec(said))?.slice(1) ?? english(said) ?? [];
  const [year = '', month, day] = iso ? iso.slice(1) : [y, m, d];
  if (!year) return undefined;
  if (!month) return year;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day && (Number(day) < 1 || Number(day) > last)) return undefined;
  return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
}

/** The same as a reader of this page writes it. */
export const written = (iso: string): string =>
  language === 'vi' && ISO.test(iso) ? iso.split('-').reverse().join('/') : iso;
