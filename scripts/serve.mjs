// A static file server for the demo page and the browser tests; Node alone, nothing to install.
//   node scripts/serve.mjs        serves www/ on http://localhost:8080/, or on PORT and HOST
//   import { serve } from …       const { url, close } = await serve('www', { port: 0 });
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
});

// As strict as the widget allows: what works here works under any policy that is no stricter.
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' blob: data:; font-src 'self'";
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/** The editor fetches the file of any address that its maker names. */
const EDITOR = /[/\\]editor(-\w+)?\.html$/;
const ANY = { 'Content-Security-Policy': POLICY.replace("connect-src 'self'", "connect-src 'self' https:") };

/**
 * The file below `base` that a request's path names, or a status code.
 * @param {string} base a real path
 * @param {string} target the request's path and query
 * @returns {Promise<{ file: string, size: number } | { status: number, location?: string }>}
 */
async function find(base, target) {
  let path;
  try {
    path = decodeURIComponent(target.replace(/[?#].*$/s, ''));
  } catch {
    return { status: 400 };
  }
  if (!path.startsWith('/') || path.includes('\0')) return { status: 400 };
  try {
    // realpath: neither `..` nor a link leads out of the folder.
    let file = await realpath(join(base, path));
    if (file !== base && !file.startsWith(base + sep)) return { status: 404 };
    let found = await stat(file);
    if (found.isDirectory()) {
      // One slash alone in front: two would name another host.
      if (!path.endsWith('/')) return { status: 301, location: encodeURI(path.replace(/^[/\\]+/, '/')) + '/' };
      file = await realpath(join(file, 'index.html'));
      if (!file.startsWith(base + sep)) return { status: 404 };
      found = await stat(file);
    }
    return found.isFile() ? { file, size: found.size } : { status: 404 };
  } catch {
    return { status: 404 };
  }
}

/**
 * Serves the folder `root`. Takes the first free port from `port` on; 0 means any.
 * @param {string} root
 * @param {{ port?: number, host?: string, headers?: Record<string, string> }} [options] `headers` are sent in place of
 *   those above
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve(root, { port = 0, host = '127.0.0.1', headers = {} } = {}) {
  const base = await realpath(root);
  const own = { ...HEADERS, ...headers };
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...own, Allow: 'GET, HEAD' }).end();
      return;
    }
    const found = await find(base, request.url ?? '/');
    if ('status' in found) {
      const { status, location } = found;
      response.writeHead(status, { ...own, 'Content-Type': 'text/plain', ...(location && { Location: location }) });
      response.end(`${status}\n`);
      return;
    }
    const type = TYPES[extname(found.file).toLowerCase()] ?? 'application/octet-stream';
    const policy = EDITOR.test(found.file) && own['Content-Security-Policy'] === POLICY ? ANY : {};
    response.writeHead(200, { ...own, ...policy, 'Content-Type': type, 'Content-Length': found.size });
    if (request.method === 'HEAD') response.end();
    else pipeline(createReadStream(found.file), response, () => {}); // the reader may leave early
  });

  for (let at = port; ; at++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(at, host, () => resolve(server.off('error', reject)));
      });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE' || at === port + 100) throw error;
    }
  }
  const taken = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  return {
    url: `http://localhost:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const wanted = Number(process.env.PORT || 8080);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    console.error(`serve: PORT=${process.env.PORT} is no port`);
    process.exit(1);
  }
  const www = fileURLToPath(new URL('../www', import.meta.url));
  try {
    const { url } = await serve(www, { port: wanted, ...(process.env.HOST && { host: process.env.HOST }) });
    const page = await fetch(url);
    if (!page.ok) throw new Error(`the page answers ${page.status}; 'make build' makes it`);
    await page.arrayBuffer();
    console.log(url);
  } catch (error) {
    console.error(`serve: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
}
