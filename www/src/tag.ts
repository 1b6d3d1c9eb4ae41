/**
 * The language of `tags` that a tag names, whatever its country: of `zh-CN` that is `zh-Hans`. `undefined` where none
 * is.
 */
export function among(tags: string[], wanted: string | null | undefined): string | undefined {
  // asking about a tag takes a browser long, the first time
  if (wanted && tags.includes(wanted)) return wanted;
  const whole = wanted && full(wanted);
  return whole ? tags.find((tag) => full(tag) === whole) : undefined;
}

/** Language and script, also where the tag leaves the script out. */
function full(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return ''; // a page or an address may say anything
  }
}
