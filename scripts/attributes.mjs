// The table of www/src/attributes.ts, for scripts and tests.
import { transform } from 'esbuild';
import { readFile } from 'node:fs/promises';

const source = await readFile(new URL('../www/src/attributes.ts', import.meta.url), 'utf8');
const { code } = await transform(source, { loader: 'ts' });
/** @type {typeof import('../www/src/attributes.js')} */
export const { NAMES, words } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** The charts' names. */
export const TYPES = words('type');

/** What an attribute takes, as a type of TypeScript. @param {import('../www/src/attributes.js').Attribute} name */
export function type(name) {
  const quoted = words(name).map((word) => `'${word}'`);
  // of the words of controls it takes several
  return name === 'controls' ? 'string' : quoted.join(' | ') || 'string';
}
