/**
 * Where work stays: in this browser, over a reload, and in an address, which opens it elsewhere. Neither is sent to
 * anyone: what stands behind # in an address no browser sends to a server.
 */
import { joined, split } from './cells.js';
import type { Order } from './order.js';
import { EMPTY, type Work } from './work.js';

const NAME = 'village-charts';
const KEY = 'work';
/** Work of one's own in whose place a link was opened, the latest at the end. */
const OWN = 'own';
const MOST_OWN = 10;
/** Behind # in the address. */
const SIGN = 'work=';
/** Longer ones some programs cut off: chats, mails, spreadsheets. */
export const LONG = 8000;
/** Longer ones no browser opens safely. */
export const LONGEST = 1_000_000;
/** More bytes than any work that a browser edits. */
const MOST = 100_000_000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

let opened: Promise<IDBDatabase> | undefined;

function base(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(KEY);
    return done(request);
  })();
  return opened;
}

const store = async (mode: IDBTransactionMode) => (await base()).transaction(KEY, mode).objectStore(KEY);

/**
 * Keeps the work; what cannot be kept is not: a window without storage, a full disk.
 *
 * @param isLinked It is as a link had it: no one has worked on it here.
 */
export async function keep(work: Work, isLinked: boolean): Promise<boolean> {
  try {
    // one text is copied faster than a list of many
    await done((await store('readwrite')).put({ ...work, rows: joined(work.rows), isLinked }, KEY));
    return true;
  } catch {
    return false;
  }
}

/** What was kept. */
export async function kept(): Promise<{ work?: Work; isLinked: boolean }> {
  try {
    const found: unknown = await done((await store('readonly')).get(KEY));
    return { work: checked(found), isLinked: isRecord(found) && found.isLinked === true };
  } catch {
    return { isLinked: false };
  }
}

async function own(): Promise<unknown[]> {
  const found: unknown = await done((await store('readonly')).get(OWN));
  return Array.isArray(found) ? found : [];
}

/** Keeps work beside that which takes its place. */
export async function setAside(work: Work): Promise<void> {
  try {
    const all = [...(await own()), { ...work, rows: joined(work.rows) }].slice(-MOST_OWN);
    await done((await store('readwrite')).put(all, OWN));
  } catch {
    // undoing leads to it as long as the page is open
  }
}

/** The work that was set aside last. */
export async function aside(): Promise<Work | undefined> {
  try {
    return checked((await own()).at(-1));
  } catch {
    return undefined;
  }
}

/** It is set aside no more. */
export async function dropAside(): Promise<void> {
  try {
    const all = (await own()).slice(0, -1);
    await done((await store('readwrite')).put(all, OWN));
  } catch {
    // there is nothing
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === 'object' && !Array.isArray(value);

const isOrder = (value: unknown): value is Order =>
  Array.isArray(value) && value.every((from) => Number.isInteger(from) && Number(from) >= -1);

/** A state as it should be: another version of this page, or anyone who makes a link, may have written another. */
function checked(value: unknown): Work | undefined {
  if (!isRecord(value)) return undefined;
  const text = (key: string) => (typeof value[key] === 'string' ? value[key] : '');
  const chosen = isRecord(value.chosen) ? value.chosen : {};
  const order = isRecord(value.order) ? value.order : {};
  return {
    ...EMPTY,
    rows: text('rows') ? split(text('rows')) : [],
    set: isRecord(value.set) ? value.set : {},
    force: value.force === true,
    asOf: text('asOf'),
    url: text('url'),
    json: typeof value.json === 'string' ? value.json : null,
    base: text('base'),
    order: isOrder(order.rows) && isOrder(order.columns) ? { rows: order.rows, columns: order.columns } : null,
    chosen: Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, String(value)])),
  };
}

/** A text through a stream that packs or unpacks it. */
const through = (bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(stream);

/** What comes out of a stream: a few letters of an address could become more than there is room for. */
async function all(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: BlobPart[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > MOST) {
      await reader.cancel();
      throw new RangeError('too long');
    }
    parts.push(value as Uint8Array<ArrayBuffer>);
  }
}

/** The address that opens the work. */
export async function link(work: Work): Promise<string> {
  const text = JSON.stringify({ ...work, rows: joined(work.rows) });
  const packed = await all(through(new TextEncoder().encode(text), new CompressionStream('deflate-raw')));
  let letters = '';
  for (let i = 0; i < packed.length; i += 8192) letters += String.fromCharCode(...packed.subarray(i, i + 8192));
  const code = btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `${location.href.replace(/#.*/, '')}#${SIGN}${code}`;
}

/** The work that this page's address has; `null` where what it has is none. */
export async function linked(): Promise<Work | null | undefined> {
  const hash = location.hash.slice(1);
  if (!hash.startsWith(SIGN)) return undefined;
  try {
    const letters = atob(hash.slice(SIGN.length).replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = new TextDecoder().decode(await all(through(bytes, new DecompressionStream('deflate-raw'))));
    return checked(JSON.parse(text)) ?? null;
  } catch {
    return null;
  }
}
