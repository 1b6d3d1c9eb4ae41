/**
 * The import in a worker of its own: a large file keeps no page from answering, and a broken one that stops the module
 * stops nothing else. One message in, some messages out: what is being done, then an answer.
 */
import init, { card, cells, check, table, type Answer } from '../../../../target/pkg-import/village_charts_import.js';
import { known, Said, texts } from '../../texts.js';
import { Host } from '../../tools-host.js';
import { carry, type Made } from './carry.js';
import { split } from './cells.js';
import type { Ask, Mapping, Reply, Understood } from './import.js';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Ask>) => void;
  postMessage: (reply: Reply, transfer?: Transferable[]) => void;
};

/** The module is fetched when the first question comes. */
let starting: Promise<unknown> | undefined;
let isStarted = false;

/** What is at fault. */
function whatOf(error: unknown): Extract<Reply, { fault: string }>['what'] {
  if (typeof WebAssembly === 'undefined') return 'wasm';
  if (error instanceof WebAssembly.RuntimeError) return 'trap';
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return 'wasm';
  if (error instanceof DOMException) return 'unreadable';
  return isStarted ? 'other' : 'load';
}

type Done = Extract<Reply, { bytes: unknown }>;

/** The long text goes as bytes, which are handed over: to copy it would hold the page up. */
const done = (answer: Answer): Done => {
  try {
    return { bytes: new TextEncoder().encode(answer.text()), rest: answer.rest() };
  } finally {
    answer.free();
  }
};

/** As many figures and problems of a table are told one by one: `src/web/import.rs` has the same limits. */
const MOST_FIGURES = 20_000;
const MOST_TOLD = 500;

/** The file that a table was made of with what the table changes, in the place of what it makes alone. */
function carried(ask: Extract<Ask, { what: 'table' }>, reply: Done): Done {
  const understood = JSON.parse(reply.rest) as Understood | { error: unknown };
  if ('error' in understood) return reply;
  const rows = split(ask.cells);
  const set = JSON.parse(ask.set) as Mapping;
  const value: unknown = JSON.parse(new TextDecoder().decode(reply.bytes));
  const { asOf, url, order } = ask;
  const { text, lost, ...made } = carry(ask.base, { rows, set, asOf, url, order }, understood, value);
  const { problems, figures } = made;
  const count = understood.count - understood.problems.length + problems.length;
  const told = {
    problems: problems.slice(0, MOST_TOLD),
    figures: figures.length > MOST_FIGURES ? ([] satisfies Made['figures']) : figures,
  };
  const rest = { ...understood, ...made, ...told, count, lost };
  if (!text) return { bytes: reply.bytes, rest: JSON.stringify(rest) };
  const { findings } = JSON.parse(done(check(text, new Host(undefined, ''))).rest) as Pick<Understood, 'findings'>;
  return { bytes: new TextEncoder().encode(text), rest: JSON.stringify({ ...rest, findings }) };
}

async function answer(ask: Ask): Promise<Done> {
  scope.postMessage({ doing: 'load' });
  await (starting ??= init());
  isStarted = true;
  if (ask.what === 'cells') {
    scope.postMessage({ doing: 'open' });
    return done(cells(new Uint8Array(await ask.file.arrayBuffer()), ask.set));
  }
  scope.postMessage({ doing: 'read' });
  // a worker measures no text
  if (ask.what === 'table') {
    const reply = done(table(ask.cells, ask.set, ask.force, ask.base !== '', new Host(undefined, '')));
    return ask.base ? carried(ask, reply) : reply;
  }
  const words = await texts(known(ask.locale) ?? 'en', Said.Tools);
  return done(card(ask.json, ask.words, ask.numbers, ask.dark, new Host(words, '')));
}

scope.onmessage = ({ data }) => {
  answer(data).then(
    (reply) => scope.postMessage(reply, [reply.bytes.buffer]),
    (error: unknown) => {
      // a trap leaves the module in no known state: the page ends this worker and begins another
      scope.postMessage({ fault: String(error), what: whatOf(error) });
    },
  );
};
