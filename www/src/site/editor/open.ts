/** How data comes in: pasted, opened, dropped, from an address or as an example. */
import { h } from '../../dom.js';
import { block, put } from './cells.js';
import { Fault, fetched, MOST_BYTES, reason } from './faults.js';
import { Cancelled, Importer } from './import.js';
import { by, fault, field, tell } from './page.js';
import { say } from './words.js';
import type { Work } from './work.js';

/** A longer data file would make typing into it slow. */
const LARGEST = 5_000_000;

const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files');

export class Opener {
  readonly importer = new Importer((what) => this.#progress(what));
  /** What is being read, opened or fetched, by its name. */
  #name = say('data');
  #waiting = 0;
  /** What is on its way from an address. */
  #fetching?: AbortController;
  /** The workbook that was opened last, where it has several sheets. */
  #book?: { file: Blob; name: string; sheets: string[] };

  /**
   * @param begin Begins with other work.
   * @param locale The language that is chosen for the chart.
   */
  constructor(
    readonly begin: (work: Partial<Work>) => void,
    readonly locale: () => string,
  ) {
    this.#paste();
    this.#choose();
    this.#drop();
    this.#sheets();
    this.#examples();
    by('cancel').onclick = () => {
      this.#fetching?.abort();
      this.importer.cancel();
      tell(say('cancelled'));
    };
  }

  #progress(what: string): void {
    by('progress').hidden = !what;
    const said = what ? say(`doing-${what}`, { name: this.#name }) : '';
    // what takes no time needs no words
    clearTimeout(this.#waiting);
    if (!said) by('doing').textContent = '';
    else this.#waiting = setTimeout(() => (by('doing').textContent = said), 150);
  }

  /** Shows which sheet of a workbook the table is, as long as the workbook is at hand. */
  show({ set, json }: Work): void {
    const sheets = this.#book?.sheets ?? [];
    const sheet = set.sheet ?? '';
    by('sheet-box').hidden = json !== null || !sheets.includes(sheet);
    const choice = by<HTMLSelectElement>('sheet-name');
    choice.replaceChildren(...sheets.map((name) => h('option', {}, name)));
    choice.value = sheet;
  }

  /** Another sheet is other work: what was set of the one before is that of its columns. */
  #sheets(): void {
    const choice = by<HTMLSelectElement>('sheet-name');
    choice.onchange = () => {
      if (this.#book) void this.#open(this.#book.file, this.#book.name, {}, choice.value);
    };
  }

  /**
   * Opens a file: a data file as such, anything else as a table.
   *
   * @param also What is known of it beside that.
   * @param sheet Which sheet of a workbook; the first that has something in it.
   */
  async #open(file: Blob, name: string, also: Partial<Work> = {}, sheet?: string): Promise<void> {
    fault('');
    this.#name = name;
    try {
      if (file.size > MOST_BYTES) throw new Fault('why-large');
      const start = await file.slice(0, 100_000).text();
      if (/^\uFEFF?\s*\{[^]*"village-charts\/1"/.test(start)) {
        if (file.size > LARGEST) {
          return fault(say('fault-large', { name, n: Math.round(file.size / 1e6), most: LARGEST / 1e6 }));
        }
        this.begin({ json: (await file.text()).replace(/^\uFEFF/, ''), ...also });
      } else {
        const cells = await this.importer.cells(file, sheet === undefined ? {} : { sheet });
        const { rows, mapping, sheets } = cells;
        this.#book = sheets.length > 1 ? { file, name, sheets } : undefined;
        // what a file says of itself is set, as far as it says something
        const said = { ...mapping, sheet: this.#book && cells.sheet };
        const set = Object.fromEntries(Object.entries(said).filter(([key, value]) => key !== 'format' && value));
        this.begin({ rows, ...also, set: { ...set, ...also.set } });
        if (this.#book) return tell(say('opened-sheet', { name, sheet: cells.sheet }));
      }
      tell(say('opened', { name }));
    } catch (error) {
      if (error instanceof Cancelled) return;
      fault(say('refused', { name, why: reason(error) }));
    }
  }

  /** Opens what an address has. */
  async #load(address: string, also?: Partial<Work>): Promise<void> {
    const name = address.split(/[/?#]/).filter(Boolean).at(-1) ?? address;
    fault('');
    this.#fetching?.abort();
    const fetching = (this.#fetching = new AbortController());
    this.#name = name;
    this.#progress('fetch');
    try {
      const file = await fetched(address, fetching.signal);
      this.#progress('');
      await this.#open(file, name, also);
    } catch (error) {
      if (fetching.signal.aborted) return;
      fault(say('refused', { name, why: reason(error) }));
    } finally {
      if (fetching === this.#fetching) {
        this.#fetching = undefined;
        this.#progress('');
      }
    }
  }

  #paste(): void {
    const input = field('paste');
    input.oninput = () => {
      const { value } = input;
      if (!/[\t\n]/.test(value.trim())) return;
      input.value = '';
      this.#name = say('data');
      this.begin({ rows: put([], 0, 0, block(value)) });
    };
  }

  #choose(): void {
    const input = field('file');
    input.onchange = () => {
      const chosen = input.files?.[0];
      if (chosen) void this.#open(chosen, chosen.name);
      input.value = ''; // the same file may be opened again
    };
    by<HTMLFormElement>('fetch').onsubmit = (event) => {
      event.preventDefault();
      const address = field('address').value.trim();
      if (address) void this.#load(address);
    };
  }

  /** A file that is dropped anywhere would otherwise take the place of the page. */
  #drop(): void {
    const { classList } = document.body;
    document.ondragover = (event) => {
      if (!isFile(event)) return;
      event.preventDefault();
      classList.add('over');
    };
    document.ondragleave = (event) => event.relatedTarget || classList.remove('over');
    document.ondrop = (event) => {
      if (!isFile(event)) return;
      event.preventDefault();
      classList.remove('over');
      const dropped = event.dataTransfer?.files[0];
      if (dropped) void this.#open(dropped, dropped.name);
    };
  }

  #examples(): void {
    by('blank').onclick = () => {
      this.#name = say('data');
      this.begin({ rows: [], chosen: {} });
    };
    by('table').onclick = () =>
      void this.#load('data/hanoi-2024.tsv', {
        chosen: { type: 'ranking', locale: 'vi' },
        asOf: '2024-07-05',
        set: { decimal: 'comma' },
      });
    const file = (address: string, type: string) => () =>
      void this.#load(address, { chosen: { type, locale: this.locale() } });
    by('article').onclick = file('data/hanoi-2024.json', 'revenue');
    by('province').onclick = file('data/mau.json', 'ranking');
  }
}
