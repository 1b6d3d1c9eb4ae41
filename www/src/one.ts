/**
 * The start of a file that holds all that the article's charts need in one language: the script, the module and the
 * words. `scripts/one.mjs` puts the module and the words in the place of the three names that are declared here.
 */
import { languages } from '../../target/texts/languages.js';
import { allowed } from './download.js';
import type { Pattern } from './texts.js';
import { base } from './wasm.js';

export * from './index.js';

/** The bytes of the module, each as the letter of that number, or of 256 more; a caret is 0. */
declare const MODULE: string;
/** The language. */
declare const TAG: string;
/** Its words. */
declare const WORDS: (Pattern | 0)[];

base.start = async (engine) => {
  allowed();
  const letters = MODULE;
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters[i] === '^' ? 0 : letters.charCodeAt(i);
  engine.start(await WebAssembly.compile(bytes));
};
languages[0][TAG] = () => Promise.resolve({ build: BUILD, default: WORDS });
