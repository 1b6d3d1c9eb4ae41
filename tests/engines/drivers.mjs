// One browser of each engine, driven through the same few commands of WebDriver: chromedriver and WebKitWebDriver take
// them over HTTP; Firefox has the same commands in itself, over a socket ("Marionette"), so it needs no driver beside
// it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The commands that are used: their method and path in WebDriver, and their name in Marionette. */
const COMMANDS = {
  execute: ['POST', 'execute/async', 'WebDriver:ExecuteAsyncScript'],
  navigate: ['POST', 'url', 'WebDriver:Navigate'],
  perform: ['POST', 'actions', 'WebDriver:PerformActions'],
  place: ['POST', 'window/rect', 'WebDriver:SetWindowRect'],
  release: ['DELETE', 'actions', 'WebDriver:ReleaseActions'],
};

/** How long a browser may take to start, in milliseconds: it may be the first start ever, on a busy machine. */
const START = 180_000;

/** A browser ended by itself: there is no one left to ask. */
export class Gone extends Error {}

/**
 * An engine of this machine, as `scripts/engines` finds it: `{ name, driver, browser }`, or `{ why }` it is not tested.
 */
export function engine(name) {
  const line = execFileSync(new URL('../../scripts/engines', import.meta.url).pathname, [name], {
    encoding: 'utf8',
  }).trim();
  const [driver, browser] = line.split('\t');
  return browser ? { name, driver, browser } : { why: line };
}

/**
 * Starts an engine. `send(name, parameters)` is one of the commands above; `close` ends everything that was started.
 * `touch` tells whether the driver makes touches; WebKitGTK's makes a mouse of them. What is sent to a browser that
 * ended by itself fails with `Gone`.
 */
export async function start({ name, driver, browser }) {
  const folder = await mkdtemp(join(tmpdir(), `engine-${name}-`));
  const started = [];
  // a run that is ended from outside takes them along
  const end = () => started.forEach((child) => child.kill());
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const run = (program, args, options) => {
    const child = spawn(program, args, { stdio: 'ignore', ...options });
    started.push(child);
    return child;
  };
  const close = async () => {
    await Promise.all(started.reverse().map(ended));
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    if (name === 'firefox') {
      const session = await firefox(run, browser, folder);
      return { ...session, name, touch: true, close: () => session.quit().then(close) };
    }
    const display = name === 'webkit' ? await xvfb(run) : undefined;
    const session = await webDriver(run, driver, CAPABILITIES[name](browser, folder), display);
    return { ...session, name, touch: name !== 'webkit', close: () => session.quit().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

const CAPABILITIES = {
  chromium: (binary, folder) => ({
    'goog:chromeOptions': {
      binary,
      args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--touch-events=enabled', `--user-data-dir=${folder}`],
    },
  }),
  webkit: (binary) => ({ 'webkitgtk:browserOptions': { binary, args: ['--automation'] } }),
};

/** Ends a program; by force where it does not listen. */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(force);
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** What `get` gives once it neither throws nor gives nothing. */
async function eventually(what, get) {
  const end = Date.now() + START;
  for (let why; ; await pause(100)) {
    try {
      const value = await get();
      if (value) return value;
    } catch (error) {
      why = error;
    }
    if (Date.now() > end) throw new Error(`${what} did not start within ${START / 1000} s`, { cause: why });
  }
}

/** A screen that no one sees, on a display number that is free. */
async function xvfb(run) {
  const child = run('Xvfb', ['-displayfd', '3', '-screen', '0', '1300x1100x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let number = '';
  child.stdio[3].on('data', (data) => (number += data));
  await eventually('Xvfb', () => number.includes('\n'));
  return `:${number.trim()}`;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A session of a driver that speaks HTTP. */
async function webDriver(run, driver, capabilities, display) {
  const port = await freePort();
  // no bus: what a desktop has there is none of the tests' business
  const env = { ...process.env, ...(display && { DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' }) };
  run(driver, [`--port=${port}`], { env });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (value?.error === 'invalid session id') throw new Gone(`${path}: ${value.message}`);
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await eventually(driver, () => ask('GET', 'status'));
  const { sessionId } = await ask('POST', 'session', { capabilities: { alwaysMatch: capabilities } });
  const send = async (name, parameters) => {
    const [method, path] = COMMANDS[name];
    try {
      return await ask(method, `session/${sessionId}/${path}`, parameters);
    } catch (error) {
      // a command that was under way as the browser ended fails without words: the next one tells
      await ask('GET', `session/${sessionId}/url`);
      throw error;
    }
  };
  return { send, quit: () => ask('DELETE', `session/${sessionId}`).catch(() => undefined) };
}

/** A session of Firefox itself. */
async function firefox(run, browser, profile) {
  await writeFile(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
  run(browser, ['--marionette', '--headless', '--no-remote', '--profile', profile], {
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const port = await eventually(browser, async () =>
    Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')),
  );
  const socket = connect(port, '127.0.0.1');
  let cause;
  socket.on('error', (error) => (cause = error)); // it is closed then
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Gone('Firefox', { cause }))));
  const waiting = new Map();
  let last = 0;
  // each message is its length in bytes, a colon, and JSON: [1, number, error, result]
  let bytes = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const colon = bytes.indexOf(':');
      const end = colon + 1 + Number(bytes.subarray(0, colon).toString());
      if (colon < 0 || bytes.length < end) return;
      const message = JSON.parse(bytes.subarray(colon + 1, end).toString());
      bytes = bytes.subarray(end);
      if (!Array.isArray(message)) continue; // its greeting
      const [, number, error, result] = message;
      const { resolve, reject, name } = waiting.get(number);
      waiting.delete(number);
      if (error) reject(new Error(`${name}: ${error.error}: ${error.message}`));
      else resolve(result && 'value' in result ? result.value : result);
    }
  });
  const ask = (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) throw new Gone('Firefox');
      const message = JSON.stringify([0, ++last, name, parameters]);
      waiting.set(last, { resolve, reject, name });
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  await ask('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  const quit = async () => {
    await ask('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    socket.destroy();
  };
  return { send: (name, parameters) => ask(COMMANDS[name][2], parameters), quit };
}
