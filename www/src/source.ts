import { download, text } from './download.js';
import { Failure } from './failure.js';
import { MOST_LETTERS } from './foreign.js';

/** Data as the author gave it, parsed. */
export interface Loaded {
  value: unknown;
}

/** A data file that is on its way or loaded, and who has it: as long as anyone does, it is not asked for again. */
interface Shared {
  readonly users: Set<Source>;
  readonly cancel: AbortController;
  readonly loaded: Promise<Loaded>;
}

/** By address and by what is sent along. */
const files = new Map<string, Shared>();

/**
 * Where the data of an element comes from: its property `data`, else the address in `src`, else a script inside. What
 * was loaded is kept until {@link Source.forget}.
 */
export class Source {
  /** The property: an object, or JSON text; `undefined` where there is none. */
  data: unknown;
  /** What was loaded last. */
  loaded?: Loaded;
  /** Its data file, as `files` has it. */
  #file?: string;
  /** What is on its way. */
  #reading?: Promise<Loaded | undefined>;

  constructor(readonly element: Element & { readonly src: string }) {}

  /** There is nothing that data could come from but a script, which a parser may still bring. */
  get empty(): boolean {
    return this.data === undefined && !this.element.src;
  }

  /** What charts of the same data share; `undefined` where the data is the element's own. */
  get shared(): unknown {
    return this.data ?? this.#address?.href;
  }

  /**
   * The data; `undefined` where there is none yet. Rejects with a {@link Failure}. What is on its way is not asked for
   * again.
   */
  async load(credentials: RequestCredentials): Promise<Loaded | undefined> {
    if (this.loaded) return this.loaded;
    const reading = (this.#reading ??= this.#read(credentials));
    const isLast = () => this.#reading === reading;
    try {
      const loaded = await reading;
      if (isLast()) this.loaded = loaded;
      return loaded;
    } finally {
      if (isLast()) this.#reading = undefined;
    }
  }

  /** Gives up what is on its way, and what was loaded. */
  forget(): void {
    const file = files.get(this.#file ?? '');
    file?.users.delete(this);
    if (file && !file.users.size) {
      file.cancel.abort();
      files.delete(this.#file ?? '');
    }
    this.#file = this.loaded = this.#reading = undefined;
  }

  /** `src` as an address; `undefined` where it is none. */
  get #address(): URL | undefined {
    const { src } = this.element;
    try {
      return src ? new URL(src, document.baseURI) : undefined;
    } catch {
      return undefined;
    }
  }

  async #read(credentials: RequestCredentials): Promise<Loaded | undefined> {
    const { data, element } = this;
    if (data !== undefined) return { value: typeof data === 'string' ? parse(data) : data };
    if (element.src) {
      const url = this.#address;
      if (!url) throw new Failure('network', `the attribute src is "${element.src}"; expected an address`);
      const key = (this.#file = `${credentials} ${url.href}`);
      let file = files.get(key);
      if (!file) {
        const cancel = new AbortController();
        file = { users: new Set(), cancel, loaded: fetched(url, cancel, credentials) };
        files.set(key, file);
        // what failed is asked for again
        file.loaded.catch(() => files.get(key) === file && files.delete(key));
      }
      file.users.add(this);
      return file.loaded;
    }
    const script = element.querySelector(':scope > script[type="application/json"]');
    // what WordPress puts at ends of lines, also within a script: there no text of JSON is
    return script ? { value: parse((script.textContent ?? '').replace(/(<br \/>|<\/p>)\n(<p>)?/g, '\n')) } : undefined;
  }
}

async function fetched(url: URL, cancel: AbortController, credentials: RequestCredentials): Promise<Loaded> {
  const json = await download(url, text, cancel, credentials).catch((error: Error) => {
    throw new Failure('network', error.message);
  });
  return { value: parse(json, `${url.href}: `) };
}

/** JSON text as data. */
function parse(text: string, where = ''): unknown {
  const refused = (message: string, error?: unknown) =>
    new Failure('data', where + message, [], (tools) => tools.unreadable(text, error));
  if (text.length > MOST_LETTERS) throw refused('the data is too large');
  try {
    // a file may begin with a byte order mark
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refused('the data is not JSON', error);
  }
}
