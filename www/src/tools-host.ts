import { Host as Plain } from './host.js';

/** The same with what the tools ask of the browser. */
export class Host extends Plain {
  /**
   * Not a number where there is no family: no one knows the page's font yet, and Rust takes the widths that are common.
   */
  override width(text: string, size: number, bold: boolean): number {
    return this.family ? super.width(text, size, bold) : NaN;
  }

  /** How BCP 47 has the tag of a language: see `Platform` in `src/platform.rs`. */
  language(tag: string): string {
    const dashed = tag.replaceAll('_', '-');
    const [given = ''] = dashed.toLowerCase().split('-');
    try {
      const own = new Intl.Locale(dashed);
      // a language is written in some script, as far as anyone knows it
      if (new Intl.Locale(own.language).maximize().script) return own.language === given ? dashed : own.toString();
      // a country's code instead of its language's; of one that is none it is said to be English
      const { language } = new Intl.Locale(`und-${given}`).maximize();
      return language === 'en' ? '' : language;
    } catch {
      return '';
    }
  }

  /** The indices of texts, one on each line, that hold the query; case and marks do not matter, nor does đ for d. */
  find(lines: string, query: string): Uint32Array {
    // not Vietnamese: to it đ is a letter of its own
    const { compare } = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });
    const wanted = query.trim().normalize('NFC');
    const texts = lines.split('\n').map((text) => text.normalize('NFC'));
    // of two letters of ASCII it is known without the comparison, which takes most of the time
    const first = wanted.charAt(0);
    const [small, capital] = [first.toLowerCase(), first.toUpperCase()];
    const isPlain = (letter: string) => letter >= ' ' && letter <= '~';
    const isOther = (letter: string) => isPlain(letter) && letter !== small && letter !== capital;
    const differs = isPlain(first) ? isOther : () => false;
    const holds = (text: string) => {
      for (let i = 0; i + wanted.length <= text.length; i++) {
        if (!differs(text.charAt(i)) && !compare(text.slice(i, i + wanted.length), wanted)) return true;
      }
      return false;
    };
    return Uint32Array.from(texts.keys()).filter((i) => holds(texts[i] ?? ''));
  }
}
