/** Deeper than any data of this format; an object may hold itself. */
const DEEPEST = 12;

/** More values than any data of this format has: an object may hold another many times over. */
const MOST = 1_000_000;

/** A value written down as words and numbers, which `src/web/value.rs` reads. No one's code runs while Rust does. */
export function flatten(value: unknown): [words: string, numbers: Float64Array] {
  const words: string[] = [];
  const numbers: number[] = [];
  const text = (text: string) => text.replaceAll('\0', ' ');
  let count = 0;
  const put = (value: unknown, depth: number): void => {
    const foreign = (what: string) => void words.push(`!${what}`);
    count += 1;
    if (value === null || value === undefined) words.push('n');
    else if (typeof value === 'boolean') words.push(value ? 't' : 'f');
    else if (typeof value === 'number') words.push('#'), numbers.push(value);
    else if (typeof value === 'string') words.push(`"${text(value)}`);
    else if (typeof value !== 'object') foreign('a value that JSON does not have');
    else if (count > MOST) foreign('more than a million values');
    else if (depth === DEEPEST) foreign('an object nested more than 12 deep, or in itself');
    else {
      let list: unknown[] | undefined;
      let entries: [string, unknown][] = [];
      try {
        // an object may be a proxy or have a getter, and throw
        if (!Array.isArray(value)) entries = Object.entries(value).filter(([, v]) => v !== undefined); // as JSON has it
        else if (value.length > MOST) return foreign('a list of more than a million values');
        else list = Array.from(value);
      } catch {
        return foreign('an object that cannot be read');
      }
      words.push(list ? '[' : '{');
      numbers.push((list ?? entries).length);
      if (list) for (const v of list) put(v, depth + 1);
      else for (const [key, v] of entries) words.push(text(key)), put(v, depth + 1);
    }
  };
  put(value, 0);
  return [words.join('\0'), Float64Array.from(numbers)];
}
