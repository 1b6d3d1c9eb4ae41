/** The words of this page, which `scripts/editor.mjs` took from `texts/site` and put into it. */
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Record<string, string>;

/** The page's language. */
export const language = document.documentElement.lang;

const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
export const number = (n: number): string => numbers.format(n);

/** A message, with what stands in its places. */
export const say = (name: string, given: Record<string, string | number> = {}): string =>
  (words[name] ?? name).replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = given[key] ?? '';
    return typeof value === 'number' ? number(value) : value;
  });

/** The message, where there is one of this name. */
export const known = (name: string): string | undefined => words[name];

/** A unit in this page's words; `unit` is as `Series::unit_words` in `src/import/file.rs` has it. */
export function unitOf(unit: string): string {
  const [, what = '', per] = /^(.*?)(?: a (day|week|month|quarter|year))?$/.exec(unit) ?? [];
  const [, scale, currency] = /^(?:([a-z ]+) )?([A-Z]{3})$/.exec(what) ?? [];
  const base = { 'no unit': '', percent: '%', 'per mille': '‰' }[what];
  const money = currency && [scale && (known(`scale-${scale}`) ?? scale), known(`currency-${currency}`) ?? currency];
  const words = base ?? (money ? money.filter(Boolean).join(' ') : what);
  return words && per ? `${words}/${say(`per-${per}`)}` : words;
}

/** A figure of a data file in words. */
export function figure(json: string): string {
  const value = JSON.parse(json) as unknown;
  if (typeof value === 'number') return number(value);
  const said: string[] = [];
  for (const [key, of] of Object.entries(value as Record<string, unknown>)) {
    if (key === 'exact') said.push(number(Number(of)));
    else if (Array.isArray(of)) said.push(say(`said-${key}`, { low: Number(of[0]), high: Number(of[1]) }));
    else if (key === 'missing') said.push(say('said-missing', { why: String(of) }));
    else if (of === true) said.push(say(`said-${key}`));
    else if (typeof of === 'number') said.push(say(`said-${key}`, { n: of }));
  }
  return said.join(', ');
}
