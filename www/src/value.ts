/** Values as words and numbers: the way they cross between the scripts and Rust, in both directions. */
import { MOST_LETTERS } from './foreign.js';

/** Deeper than any data of this format. */
const DEEPEST = 12;

/** More values than any data of this format has; the command takes as many. */
export const MOST = 3_000_000;

/** As many villages, or whatever else a list has. */
const LONGEST_LIST = 1_000_000;

/** Letters in a text, more than which no field holds. */
const LONGEST_TEXT = 1_000_000;

/** A value written down as words and numbers, which `src/wire/flat.rs` reads. No one's code runs while Rust does. */
export function flatten(value: unknown): [words: string, numbers: Float64Array] {
  const words: string[] = [];
  const numbers: number[] = [];
  const above: unknown[] = [];
  let [count, letters] = [0, 0];
  const text = (text: string) => {
    letters += text.length;
    return text.includes('\0') ? text.replaceAll('\0', ' ') : text;
  };
  const foreign = (what: string) => void words.push(`!${what}`);
  const put = (value: unknown): void => {
    count += 1;
    if (value === null || value === undefined) words.push('n');
    else if (typeof value === 'boolean') words.push(value ? 't' : 'f');
    else if (typeof value === 'number') (words.push('#'), numbers.push(value));
    else if (letters > MOST_LETTERS) foreign('more than 100 million letters');
    else if (typeof value === 'string')
      value.length > LONGEST_TEXT ? foreign(`a text of ${value.length} letters`) : words.push(`"${text(value)}`);
    else if (typeof value !== 'object') foreign('a value that JSON does not have');
    else if (count > MOST) foreign('more than 3 million values');
    else if (above.includes(value)) foreign('an object that holds itself');
    else if (above.length === DEEPEST) foreign('an object nested more than 12 deep');
    else {
      const keys: string[] = [];
      const values: unknown[] = [];
      const isList = Array.isArray(value);
      try {
        // an object may be a proxy or have a getter, and throw
        if (isList && value.length > LONGEST_LIST) return foreign('a list of more than 1,000,000 values');
        if (isList) for (const of of value as unknown[]) values.push(of);
        else
          for (const key of Object.keys(value)) {
            const of = (value as Record<string, unknown>)[key];
            if (of === undefined) continue; // as JSON has it
            keys.push(key);
            values.push(of);
          }
      } catch {
        return foreign('an object that cannot be read');
      }
      words.push(isList ? '[' : '{');
      numbers.push(values.length);
      above.push(value);
      for (let i = 0; i < values.length; i++) {
        // of a key so long no field has the name
        if (!isList) words.push(text((keys[i] ?? '').slice(0, 1000)));
        put(values[i]);
      }
      above.pop();
    }
  };
  put(value);
  return [words.join('\0'), Float64Array.from(numbers)];
}

/** The value that `src/wire/mod.rs` has written down. */
export function unflatten(words: string, numbers: Float64Array): unknown {
  const list = words.split('\0');
  let [word, number] = [0, 0];
  const next = (): unknown => {
    const text = list[word++] ?? '';
    const kind = text[0];
    if (kind === '"') return text.slice(1);
    if (kind === 'n') return null;
    if (kind === 't' || kind === 'f') return kind === 't';
    const count = numbers[number++] ?? 0;
    if (kind === '#') return count;
    // no Array.from: old libraries of a page have one of their own
    const made: unknown[] & Record<string, unknown> = Object(kind === '[' ? [] : {});
    for (let i = 0; i < count; i++) made[kind === '[' ? i : (list[word++] ?? '')] = next();
    return made;
  };
  return next();
}
