/** What went wrong with a chart: told to its reader, to the page and to the developer. */
import { Message } from '../../target/texts/messages.js';
import { h } from './dom.js';
import type { ErrorDetail } from './element.js';
import { loadTools } from './load.js';
import type { Finding } from './wire.js';
import type { Texts } from './texts.js';
import type * as Tools from './tools.js';

/** What the console has been told. */
const said = new Set<string>();

/** Tells the developer, once for all charts of the page. */
export function say(how: 'error' | 'warn', message: string): void {
  if (!said.has(message)) console[how](`village-chart: ${message}`);
  // a page may live for days, and its data change
  if (said.size > 200) said.clear();
  said.add(message);
}

/** Is it an attribute that is wrong, not the data? Without the tools no one knows. */
const isAsked = (f?: Finding) => /^\w/.test(f?.path ?? '');

/** A finding in a line, for developers. */
export function line(f: Finding): string {
  return `${isAsked(f) ? `the attribute ${f.path} is` : `${f.path}: found`} ${f.found}; expected ${f.expected}`;
}

/** What readers are told: an attribute that is wrong is for the developer. */
const REASONS: Partial<Record<ErrorDetail['reason'], Message>> = {
  data: Message['failed-data'],
  network: Message['failed-network'],
  wasm: Message['failed-wasm'],
};

/** A failure with its reason. */
export class Failure extends Error {
  readonly reason: ErrorDetail['reason'];

  /**
   * @param reason What went wrong, where the findings do not say that it is an attribute.
   * @param findings What is wrong in data, where that is known.
   * @param ask Asks the tools for it.
   */
  constructor(
    reason: ErrorDetail['reason'],
    message: string,
    readonly findings: Finding[] = [],
    readonly ask?: (tools: typeof Tools) => Finding[] | Promise<Finding[]>,
  ) {
    super(message);
    this.reason = isAsked(findings[0]) ? 'attribute' : reason;
  }

  /** What is wrong in the data, a line each; of very many only how many more there are. */
  get lines(): string[] {
    const lines = this.findings.slice(0, 20).map(line);
    const more = this.findings.length - lines.length;
    if (more > 0) lines.push(`… + ${more}`);
    return lines;
  }

  /** What the reader sees: that there is no chart, and why; what is wrong in the data where it is asked for. */
  shown(words: Texts): (Node | string)[] {
    const id = REASONS[this.reason];
    if (id === undefined) return [words.say(Message.failed)];
    const reason = words.say(id);
    const items = this.lines.map((text) => h('li', {}, text));
    const why = items.length ? h('details', {}, h('summary', {}, reason), h('ul', {}, ...items)) : ` ${reason}`;
    return [words.say(Message.failed), why];
  }
}

/** A failure with what is wrong in the data, as the tools know it. */
export async function explained(error: unknown): Promise<unknown> {
  if (!(error instanceof Failure && error.ask)) return error;
  const { message } = error;
  try {
    const found = await error.ask(await loadTools());
    const errors = found.filter((f) => f.severity === 'error');
    return new Failure('data', message, errors);
  } catch (why) {
    const command = 'the command village-charts check says what is wrong, but not the page';
    return new Failure('data', `${message}; ${command}: ${String(why)}`);
  }
}
