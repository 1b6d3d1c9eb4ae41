/**
 * The import in a worker of its own: a large file keeps no page from answering, and a broken one that stops the module
 * stops nothing else. One message in, some messages out: what is being done, then an answer.
 */
import init, { card, cells, table, type Answer } from '../../../../target/pkg-import/village_charts_import.js';
import { known, Said, texts } from '../../texts.js';
import { Host } from '../../tools-host.js';
import type { Ask, Reply } from './import.js';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Ask>) => void;
  postMessage: (reply: Reply, transfer?: Transferable[]) => void;
};

/** The module is fetched when the first question comes. */
let starting: Promise<unknown> | undefined;

/** The long text goes as bytes, which are handed over: to copy it would hold the page up. */
const done = (answer: Answer): Reply & { bytes: Uint8Array } => {
  try {
    return { bytes: new TextEncoder().encode(answer.text()), rest: answer.rest() };
  } finally {
    answer.free();
  }
};

async function answer(ask: Ask): Promise<ReturnType<typeof done>> {
  scope.postMessage({ doing: 'load' });
  await (starting ??= init());
  if (ask.what === 'cells') {
    scope.postMessage({ doing: 'open' });
    return done(cells(new Uint8Array(await ask.file.arrayBuffer()), ask.set));
  }
  scope.postMessage({ doing: 'read' });
  // a worker measures no text
  if (ask.what === 'table') return done(table(ask.cells, ask.set, ask.force, new Host(undefined, '')));
  const words = await texts(known(ask.locale) ?? 'en', Said.Tools);
  return done(card(ask.json, ask.words, ask.numbers, ask.dark, new Host(words, '')));
}

scope.onmessage = ({ data }) => {
  answer(data).then(
    (reply) => scope.postMessage(reply, [reply.bytes.buffer]),
    (error: unknown) => {
      // a trap leaves the module in no known state: the page ends this worker and begins another
      scope.postMessage({ fault: String(error), trap: error instanceof WebAssembly.RuntimeError });
    },
  );
};
