/** What went wrong with the network, a module, a file or the browser, in this page's words and with what would help. */
import { Refused } from './import.js';
import { say } from './words.js';

/** Longer an answer is of no table that a browser reads: `MOST_BYTES` of the import. */
export const MOST_BYTES = 1_000_000_000;

/** A fault whose words are known. */
export class Fault extends Error {
  constructor(id: string, given: Record<string, string | number> = {}) {
    super(say(id, given));
  }
}

/** Why something was not done. */
export function reason(error: unknown): string {
  if (error instanceof Refused || error instanceof Fault) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  if (typeof WebAssembly === 'undefined' || /WebAssembly|CompileError|LinkError/.test(String(error)))
    return say('why-wasm');
  if (error instanceof DOMException && /NotReadable|NotFound/.test(error.name)) return say('why-unreadable');
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return say('why-full');
  if (error instanceof RangeError || /memory|allocation/i.test(text)) return say('why-memory');
  // what a browser says of a file that did not come, each in its own words
  if (error instanceof TypeError && /fetch|import|load|network/i.test(text))
    return say(navigator.onLine ? 'why-load' : 'why-offline');
  return say('why-unknown', { why: text });
}

/** Why a server's answer is no file. */
function status(code: number): Fault {
  if (code === 404 || code === 410) return new Fault('why-not-found', { code: String(code) });
  if (code === 401 || code === 403) return new Fault('why-forbidden', { code: String(code) });
  if (code === 429 || code >= 500) return new Fault('why-server', { code: String(code) });
  return new Fault('why-status', { code: String(code) });
}

/** Is there a server that answers, though not to this page? */
async function answers(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(address, { mode: 'no-cors', credentials: 'omit', signal });
    return true;
  } catch {
    return false;
  }
}

/** The file of an address. */
export async function fetched(address: string, signal: AbortSignal): Promise<Blob> {
  const { protocol } = new URL(address, location.href);
  if (!/^(https?|blob|data):$/.test(protocol)) throw new Fault('why-protocol');
  let response: Response;
  let isRefused = false;
  const refused = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    isRefused ||= effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', refused);
  try {
    response = await fetch(address, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    // the event comes after the promise
    await new Promise((resolve) => setTimeout(resolve));
    if (isRefused) throw new Fault('why-policy');
    if (!navigator.onLine) throw new Fault('why-offline');
    if (protocol === 'http:' && location.protocol === 'https:') throw new Fault('why-plain');
    // a browser says the same of a server that does not answer and of one that does not answer this page
    throw new Fault((await answers(address, signal)) ? 'why-other-page' : 'why-no-answer');
  } finally {
    document.removeEventListener('securitypolicyviolation', refused);
  }
  if (!response.ok) throw status(response.status);
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) throw new Fault('why-large');
  try {
    return await response.blob();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Fault('why-cut');
  }
}
