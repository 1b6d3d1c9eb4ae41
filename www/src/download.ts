import { MOST_LETTERS } from './foreign.js';

/** How long a download may stand still, in milliseconds. */
const PATIENCE = 20_000;

/** What a server answers that is busy for a while, and how long it is then left alone, in milliseconds. */
const BUSY = [429, 502, 503, 504];
const PAUSES = [1000, 4000];

/** What `read` makes of the answer to a request for a file; the error names the file, and what is wrong with it. */
export async function download<T>(
  url: URL,
  read: (response: Response) => Promise<T>,
  cancel = new AbortController(),
  credentials?: RequestCredentials,
): Promise<T> {
  let timer: number | undefined;
  let done = false;
  let arriving: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const wait = () => {
    clearTimeout(timer);
    if (!done) timer = setTimeout(() => cancel.abort(new Error(`no answer within ${PATIENCE / 1000} s`)), PATIENCE);
  };
  try {
    wait();
    const ask = () => fetch(url, { signal: cancel.signal, credentials });
    let response = await ask();
    for (const pause of PAUSES) {
      if (!BUSY.includes(response.status)) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
      response = await ask();
    }
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    // what is still arriving is waited for
    const watched = (arriving = response.clone().body?.getReader());
    const next = async (): Promise<void> => {
      wait();
      if (watched && !(await watched.read()).done) return next();
    };
    next().catch(() => undefined);
    return await read(response);
  } catch (error) {
    // a reader of the answer may fail of the abort, too, and say less
    const why: unknown = cancel.signal.aborted ? cancel.signal.reason : error;
    throw new Error(`${url.href}: ${why instanceof Error ? why.message : String(why)}`);
  } finally {
    done = true;
    clearTimeout(timer);
    // an answer that is let go goes on arriving as long as one of its two readers takes it
    void arriving?.cancel().catch(() => undefined);
  }
}

/** The text of an answer, which ends at a size that no data has before it takes all memory. */
export async function text({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (done) return text;
    if ((size += value.length) > MOST_LETTERS)
      throw (void reader.cancel(), new Error('it has more than 100 MB; expected at most as many'));
  }
}

/** Throws an error that says what the page's headers lack where they allow no module. */
export function allowed(): void {
  try {
    // the smallest module there is: where it is refused, all are
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw new Error(
      "WebAssembly is refused: the header Content-Security-Policy needs 'wasm-unsafe-eval' in its script-src",
    );
  }
}

/** Starts an engine with the module of an address; the error says which header or file is wrong. */
export async function compiled(url: URL, engine: { start(module: WebAssembly.Module): void }): Promise<void> {
  allowed();
  return download(url, async (response) => {
    const type = response.headers.get('Content-Type') ?? 'none';
    const right = /^application\/wasm\b/i.test(type);
    try {
      engine.start(
        await (right ? WebAssembly.compileStreaming(response) : response.arrayBuffer().then(WebAssembly.compile)),
      );
      if (!right)
        console.warn(
          `village-chart: ${url.href}: the header Content-Type is ${type}; with application/wasm it starts sooner`,
        );
    } catch (error) {
      throw right
        ? error
        : new Error(`the header Content-Type is ${type}, expected application/wasm; ${String(error)}`);
    }
  });
}
