// What the build has to know of the binary format of WebAssembly: a module is a list of sections, a number takes as
// many bytes as it needs, and a text or a function's code has its length before it.
import { readFile } from 'node:fs/promises';

/** The sections that the build looks into. */
export const SECTION = { custom: 0, imports: 2, exports: 7, code: 10, data: 11 };

/** Reads numbers and texts one after another. */
export class Reader {
  at = 0;

  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      number += (byte & 127) * 2 ** shift;
      if (byte < 128) return number;
    }
  }

  /** @param {number} length */
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** What has its length before it. */
  part() {
    return this.take(this.number());
  }

  text() {
    return this.part().toString();
  }

  /** As many as stand there. @template T @param {() => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

/** @param {number} number */
export function number(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number & 127) | 128);
  return Buffer.from([...bytes, number]);
}

/** @param {Buffer | string} part */
export function part(part) {
  const bytes = Buffer.from(part);
  return Buffer.concat([number(bytes.length), bytes]);
}

/** @param {Buffer[]} parts */
export const list = (parts) => Buffer.concat([number(parts.length), ...parts]);

/** @typedef {{ id: number, body: Buffer }} Section */

/** @param {string} file @returns {Promise<Section[]>} */
export async function sections(file) {
  const reader = new Reader(await readFile(file));
  reader.take(8);
  const sections = [];
  while (!reader.done) sections.push({ id: reader.number(), body: reader.part() });
  return sections;
}

/** What the file of a module has. @param {Section[]} sections */
export function file(sections) {
  const begin = Buffer.from('\0asm\x01\0\0\0', 'latin1');
  return Buffer.concat([begin, ...sections.flatMap(({ id, body }) => [Buffer.from([id]), part(body)])]);
}

/** The body of the first section of a kind. @param {Section[]} sections @param {number} id */
export function body(sections, id) {
  return sections.find((section) => section.id === id)?.body ?? Buffer.from([0]);
}

/** @typedef {{ from: string, name: string, rest: Buffer }} Import */

/** @param {Section[]} sections @returns {Import[]} */
export function imports(sections) {
  const reader = new Reader(body(sections, SECTION.imports));
  return reader.list(() => {
    const [from, name, start] = [reader.text(), reader.text(), reader.at];
    // a module made by wasm-bindgen imports nothing but functions
    if (reader.number() !== 0) throw new Error(`${from}.${name} is no function`);
    reader.number();
    return { from, name, rest: reader.bytes.subarray(start, reader.at) };
  });
}
