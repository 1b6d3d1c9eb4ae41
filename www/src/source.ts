import { download, text } from './download.js';
import { Failure } from './failure.js';
import { MOST_LETTERS } from './foreign.js';

/** Data as the author gave it, parsed. */
export interface Loaded {
  value: unknown;
}

/**
 * Where the data of an element comes from: its property `data`, else the address in `src`, else a script inside. What
 * was loaded is kept until {@link Source.forget}.
 */
export class Source {
  /** The property: an object, or JSON text; `undefined` where there is none. */
  data: unknown;
  /** What was loaded last. */
  loaded?: Loaded;
  #download?: AbortController;
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
    this.#download?.abort();
    this.loaded = this.#reading = undefined;
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
      this.#download = new AbortController();
      const json = await download(url, text, this.#download, credentials).catch((error: Error) => {
        throw new Failure('network', error.message);
      });
      return { value: parse(json, `${url.href}: `) };
    }
    const script = element.querySelector(':scope > script[type="application/json"]');
    // what WordPress puts at ends of lines, also within a script: there no text of JSON is
    return script ? { value: parse((script.textContent ?? '').replace(/(<br \/>|<\/p>)\n(<p>)?/g, '\n')) } : undefined;
  }
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
