/** What a page, a newsroom or a reader takes: code with a button that copies it, files with one that saves them. */
import { PARTS } from '../../attributes.js';
import type { VillageChart } from '../../element.js';
import { h } from '../../dom.js';
import { loadTools } from '../../load.js';
import { code, type Code } from '../code.js';
import { element, elementOf, fragment, frame, module, type Options } from '../embeds.js';
import { reason } from './faults.js';
import { Importer } from './import.js';
import { titleOf, titleOfAll } from './form.js';
import { by } from './page.js';
import { language, say } from './words.js';
import { link, LONG, LONGEST } from './keep.js';
import { leaves, WAYS } from './leaves.js';
import type { Work } from './work.js';

/** What is published: a data file without errors. */
export interface Good {
  /** Where it is long only what it says before its places. */
  text: string;
  /** What stands in that. */
  value: unknown;
  /** All of it, where it is long: it goes beside a page, as a file. */
  file: Blob | undefined;
}

/** The options with the language in which the chart beside the table is seen: what is saved has that one, too. */
const seen = (options: Options): Options => ({ ...options, locale: options.locale || language });

/** A file for the one who is at the page. */
function save(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const anchor = h('a', { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A title as the name of a file. */
const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '') || 'chart';

/** An SVG document as a PNG. */
async function pixels(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = h('canvas', { width, height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

export class Publish {
  readonly #codes: Record<'element' | 'fragment' | 'frame' | 'install' | 'module', Code>;
  readonly #source = by<HTMLInputElement>('source');
  readonly #styled = by<HTMLInputElement>('styled');
  readonly #cards = new Importer(() => undefined);
  /** What has been drawn, and is in the code. */
  #shown?: { good: Good; options: Options };
  /** What the code is to be of. */
  #asked?: { good: Good; options: Options };
  #writing = 0;

  /**
   * @param chart The chart beside the table.
   * @param tell Says what was done.
   * @param work What is worked on.
   */
  constructor(
    readonly chart: VillageChart,
    readonly tell: (text: string) => void,
    readonly work: () => Work,
  ) {
    const made = (name: string) => {
      const what = say(`code-${name}`);
      const made = code(what, tell, {
        copy: say('copy'),
        copies: say('copies', { what }),
        code: say('code', { what }),
        copied: say('copied', { what }),
        selected: say('selected', { what }),
      });
      by(`${name}-code`).append(made.element);
      return made;
    };
    this.#codes = {
      element: made('element'),
      fragment: made('fragment'),
      frame: made('frame'),
      install: made('install'),
      module: made('module'),
    };
    this.#codes.install.set('npm install ./village-charts-*.tgz');
    this.#source.oninput = this.#styled.oninput = () => {
      if (this.#asked) void this.show(this.#asked.good, this.#asked.options, '');
    };
    by('files').onclick = ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      void this.#save(button).catch((error: unknown) => {
        tell(say('fault-save', { why: reason(error) }));
      });
    };
    by('make-link').onclick = () => {
      void this.#link().catch((error: unknown) => tell(say('fault-link-made', { why: reason(error) })));
    };
  }

  /** What the code draws; nothing yet where there is no code. */
  get shown(): { good: Good; options: Options } | undefined {
    return this.#shown;
  }

  /** There is no code: a line says what it waits for, or the section is hidden. */
  wait(line: string): void {
    this.#writing += 1;
    this.#shown = this.#asked = undefined;
    this.#say(line);
    by('codes').hidden = true;
    by('publish').hidden = !line;
  }

  #say(line: string): void {
    by('waits').textContent = line;
    by('waits').hidden = !line;
  }

  /**
   * Writes the code, once its chart is drawn; what cannot be drawn leaves the code that was.
   *
   * @param line What is to be said of it.
   */
  async show(good: Good, options: Options, line: string): Promise<void> {
    const mine = ++this.#writing;
    this.#asked = { good, options };
    const unstyled = !this.#styled.checked;
    let html: string | undefined;
    try {
      if (!good.file) html = await (await loadTools()).fragment(good.text.trim(), { ...seen(options), unstyled });
    } catch {
      // the chart itself says why
      if (mine !== this.#writing) return;
      this.#say(say(this.#shown ? 'stale' : 'waits-chart'));
      by('publish').hidden = false;
      by('codes').hidden = !this.#shown;
      return;
    }
    if (mine !== this.#writing) return;
    this.#shown = { good, options };
    this.#say(line);
    by('publish').hidden = by('codes').hidden = false;
    const site = new URL('.', location.href);
    const dist = new URL('dist/', site).href;
    for (const way of WAYS)
      by(`leaves-${way}`).textContent = leaves(way, good.value, options, options.locale || language);
    const address = this.#source.value.trim();
    const title = titleOf(good.value, seen(options));
    const src = address || `${slug(titleOfAll(good.value, seen(options).locale) || title)}.json`;
    this.#codes.element.set(good.file ? elementOf(dist, options, src) : element(dist, options, good.text));
    this.#codes.frame.element.hidden = !address;
    by('no-address').hidden = Boolean(address);
    this.#codes.frame.set(address ? frame(site.href, options, address, title) : '');
    this.#codes.module.set(module(options, address || '/data.json'));
    this.#codes.fragment.element.hidden = html === undefined;
    this.#codes.fragment.set(html ? fragment(dist, html, unstyled) : '');
  }

  async #save(button: HTMLButtonElement): Promise<void> {
    if (!this.#shown) return;
    const { good, options } = this.#shown;
    const kind = button.value;
    const { locale: tag } = seen(options);
    const [all, own] = [titleOfAll(good.value, tag), titleOf(good.value, seen(options))];
    // one title has charts of several indicators
    const name = slug(kind === 'json' ? all || own : [all, own].filter(Boolean).join(' '));
    button.disabled = true;
    try {
      if (kind === 'json') save(`${name}.json`, good.file ?? new Blob([good.text], { type: 'application/json' }));
      else if (kind === 'png' || kind === 'svg' || kind === 'csv') {
        // a long file is drawn when that is asked for
        if (by('preview').hidden) return this.tell(say('waits-draw'));
        const isOfAll = kind === 'csv' && PARTS.has(options.type);
        save(`${name}.${kind}`, await this.chart.toBlob(kind, isOfAll ? 'long' : undefined));
      } else if (kind === 'html') save(`${name}.html`, await this.#page(good, options));
      else {
        const dark = options.theme === 'dark';
        const { time, group, unit, sort, ...rest } = options;
        const ids = Object.fromEntries(
          (['indicator', 'x', 'y', 'order', 'shown', 'split', 'only', 'places', 'also'] as const).map((id) => [
            id,
            rest[id] || null,
          ]),
        );
        const view = { kind: options.type, locale: tag, ...ids, time, group, unit, sort };
        const svg = await this.#cards.card((await good.file?.text()) ?? good.text, view, dark);
        if (kind === 'card-svg') save(`${name}-card.svg`, new Blob([svg], { type: 'image/svg+xml' }));
        else save(`${name}-card.png`, await pixels(svg, 1200, 630));
      }
      this.tell(say('saved'));
    } finally {
      button.disabled = false;
    }
  }

  /** A whole page, which needs no script. */
  async #page(good: Good, options: Options): Promise<Blob> {
    const text = (await good.file?.text()) ?? good.text;
    const { locale } = seen(options);
    const html = await (await loadTools()).fragment(text.trim(), seen(options));
    const escaped = (title: string) => title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const all = escaped(titleOfAll(good.value, locale));
    const title = all || escaped(titleOf(good.value, seen(options)));
    const lines = [
      `<!doctype html>\n<html lang="${locale}">\n<head>`,
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<meta name="color-scheme" content="light dark">\n<title>${title}</title>\n</head>\n<body>`,
      `${all && `<h1>${all}</h1>\n`}${html.trim()}\n</body>\n</html>\n`,
    ];
    return new Blob([lines.join('\n')], { type: 'text/html' });
  }

  /** An address that opens the work elsewhere. */
  async #link(): Promise<void> {
    const address = await link(this.work());
    const field = by<HTMLInputElement>('link');
    const warning = by('link-warning');
    const { length } = address;
    const isTooLong = length > LONGEST;
    field.value = isTooLong ? '' : address;
    by('link-box').hidden = isTooLong;
    warning.textContent = isTooLong
      ? say('link-too-long', { n: length })
      : length > LONG
        ? say('link-long', { n: length })
        : '';
    if (isTooLong) return;
    try {
      await navigator.clipboard.writeText(address);
      this.tell(say('copied', { what: say('code-link') }));
    } catch {
      field.select();
      this.tell(say('selected', { what: say('code-link') }));
    }
  }
}
