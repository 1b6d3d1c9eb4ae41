/** The longest text that is read as data, in letters; the command takes as many bytes. */
export const MOST_LETTERS = 100_000_000;

/**
 * What a text is that is no JSON, where that is seen at once. `src/data/foreign.rs` tells the same, and files that are
 * no texts.
 */
export function kind(text: string): string {
  const start = text.slice(0, 1000).trimStart();
  if (!start) return 'an empty file';
  if (start.startsWith('PK')) return 'a ZIP file, as workbooks of spreadsheets (.xlsx, .ods) are';
  // no one reads a whole file in a wrong encoding
  if (/^\uFFFD|\0/.test(start)) return 'a text in UTF-16, not in UTF-8';
  if (/^<(!doctype )?html/i.test(start)) return 'a web page (HTML)';
  if (start[0] === '<') return 'HTML or XML';
  if (/^(\/[/*]|export |module\.|const |var |window\.)/.test(start)) return 'JavaScript, or JSON with comments';
  if (/^(---|format:)/.test(start)) return 'YAML';
  const [first = '', second = ''] = start.split(/\s*\n\s*/);
  const alike = [',', ';', '\t'].some(
    (sign) => first.includes(sign) && first.split(sign).length === second.split(sign).length,
  );
  return alike && !/^[[{]/.test(start) ? 'a CSV file' : '';
}
