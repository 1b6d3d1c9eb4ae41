/** The data file as text: with the numbers of its lines, and findings at their places. */
import { h } from '../../dom.js';
import { excerpt, place, positions, read, type Reading } from '../../json-places.js';
import type { Finding } from '../../wire.js';

export class Text {
  readonly #input: HTMLTextAreaElement;
  readonly #numbers: HTMLElement;
  #reading: Reading = read('');

  /** @param typed Something was typed. */
  constructor(input: HTMLTextAreaElement, numbers: HTMLElement, typed: (text: string) => void) {
    [this.#input, this.#numbers] = [input, numbers];
    input.oninput = () => {
      this.#number();
      typed(input.value);
    };
    input.onscroll = () => (numbers.scrollTop = input.scrollTop);
  }

  get value(): string {
    return this.#input.value;
  }

  /** Shows a text; the caret stays where it was. */
  set value(text: string) {
    if (this.#input.value === text) return;
    this.#input.value = text;
    this.#input.setSelectionRange(0, 0);
    this.#input.scrollTop = 0;
    this.#number();
  }

  /** Why it is not JSON, and which keys it has twice. */
  read(): Reading {
    return (this.#reading = read(this.#input.value));
  }

  /** Where a finding is: its offset, line and column, what stands there, and the way there. */
  place(finding: Finding): { start: number; line: number; column: number; stands: string; go: () => void } {
    const fault = this.#reading.fault?.at;
    const { value } = this.#input;
    const { start, end } =
      fault === undefined
        ? place(this.#reading, finding.path)
        : { start: fault, end: Math.min(fault + 1, value.length) };
    const { line, column } = positions(value)(start);
    const stands = excerpt(value, { start, end: fault === undefined ? end : start + 20 });
    return { start, line, column, stands, go: () => this.#go(start, end, line) };
  }

  /** Moves the caret to a finding, and shows its line. */
  #go(start: number, end: number, line: number): void {
    const input = this.#input;
    input.focus();
    input.setSelectionRange(start, end);
    const height = parseFloat(getComputedStyle(input).lineHeight);
    input.scrollTop = Math.max(0, (line - 4) * height);
    input.scrollLeft = 0;
  }

  #number(): void {
    const count = this.#input.value.split('\n').length;
    if (this.#numbers.childElementCount !== count)
      this.#numbers.replaceChildren(...Array.from({ length: count }, (_, i) => h('span', {}, String(i + 1))));
    this.#numbers.scrollTop = this.#input.scrollTop;
  }
}
