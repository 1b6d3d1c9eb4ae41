// How tests wait: for what has to happen as long as it takes, and for nothing else.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

/** How long a slow machine may take for what is at once on others, in milliseconds. */
export const PATIENCE = 30_000;

/** Waits until a file has come as a whole whose address ends so. */
export const come = (page, end) =>
  page.waitForFunction((end) => window.come.some((name) => name.endsWith(end)), end, { polling: 50 });

/**
 * Reads until what is read is right, or as `right` says; what it was then. Fails with what was read last.
 */
export async function until(read, right, message) {
  const is = typeof right === 'function' ? right : (found) => isDeepStrictEqual(found, right);
  for (const end = performance.now() + PATIENCE; ;) {
    const found = await read();
    if (is(found)) return found;
    if (performance.now() > end) {
      if (typeof right !== 'function') assert.deepEqual(found, right, message);
      assert.fail(`${message ?? 'it does not come right'}: ${JSON.stringify(found)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * From now on time passes in a page only as `page.clock.runFor` says: no machine is too slow for what is typed, and
 * none has to wait. The page was opened with a `clock`.
 */
export const stopTime = (page) => page.clock.pauseAt(Date.now() + 60_000);

/** Lets frames pass in a page: after them it has heard of what changed, and shows it. */
export const frames = (page, count = 3) =>
  page.evaluate(async (n) => {
    for (let i = 0; i < n; i++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }, count);
