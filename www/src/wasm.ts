// the glue of the module that can do the most is for all of them
import { instance, type Chart } from '../../target/pkg/village_charts_all.js';
import { Part } from './attributes.js';
import { compiled } from './download.js';
import { Engine } from './engine.js';
import { loadChoices } from './load.js';
import { Said } from './texts.js';

export type { Chart };

let begun: () => void;

/** Resolves when a module has started for the first chart of the page that a reader came near. */
export const started = new Promise<void>((resolve) => (begun = resolve));

/** A module: one download and one instance for all charts of a page that are made in it. */
export class Wasm {
  readonly engine = new Engine<Chart>(instance);
  #loading?: Promise<unknown>;
  /** Charts can be made. */
  running = false;

  /**
   * @param start Starts the engine with the module.
   * @param parts What it has.
   */
  constructor(
    public start: (engine: Engine<Chart>) => Promise<void>,
    readonly parts: number,
  ) {}

  /** The words that its charts say. */
  get said(): Said {
    if (this.parts >= Part.Trend) return Said.Many;
    return this.parts & Part.Whole ? Said.Indicators : Said.Base;
  }

  /** Some chart needs it. */
  get isAsked(): boolean {
    return !!this.#loading;
  }

  /** A failed download is tried again. */
  load(): Promise<unknown> {
    // both at once
    this.#loading ??= Promise.all([this.start(this.engine), this.said && loadChoices()]).then(
      () => {
        this.running = true;
        begun();
      },
      (error) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }
}

/** Bundlers find a module where its name and `import.meta.url` stand together. */
const from = (url: () => URL) => (engine: Engine<Chart>) => compiled(url(), engine);

/** What most charts are made in. It says of data that has more in it than it reads. */
export const base = new Wasm(
  from(() => new URL('village_charts_bg.wasm', import.meta.url)),
  Part.Article,
);

/** The modules that charts are made in without the tools, the smaller ones first. */
export const modules: readonly Wasm[] = [
  base,
  new Wasm(
    from(() => new URL('village_charts_indicators_bg.wasm', import.meta.url)),
    Part.Article + Part.Whole + Part.Ranking,
  ),
  new Wasm(
    from(() => new URL('village_charts_spread_bg.wasm', import.meta.url)),
    Part.Whole + Part.Spread,
  ),
  new Wasm(
    from(() => new URL('village_charts_makeup_bg.wasm', import.meta.url)),
    Part.Whole + Part.Makeup,
  ),
  new Wasm(
    from(() => new URL('village_charts_scatter_bg.wasm', import.meta.url)),
    Part.Whole + Part.Scatter,
  ),
  new Wasm(
    from(() => new URL('village_charts_trend_bg.wasm', import.meta.url)),
    Part.Whole + Part.Ranking + Part.Trend,
  ),
  new Wasm(
    from(() => new URL('village_charts_groups_bg.wasm', import.meta.url)),
    Part.Whole + Part.Groups,
  ),
  new Wasm(
    from(() => new URL('village_charts_article_trend_bg.wasm', import.meta.url)),
    Part.Article + Part.Whole + Part.Ranking + Part.Trend,
  ),
  new Wasm(
    from(() => new URL('village_charts_spread_scatter_bg.wasm', import.meta.url)),
    Part.Whole + Part.Ranking + Part.Spread + Part.Scatter,
  ),
  new Wasm(
    from(() => new URL('village_charts_groups_makeup_bg.wasm', import.meta.url)),
    Part.Whole + Part.Ranking + Part.Groups + Part.Makeup,
  ),
  new Wasm(
    from(() => new URL('village_charts_all_bg.wasm', import.meta.url)),
    Part.All,
  ),
];
