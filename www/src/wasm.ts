import { instance, type Chart } from '../../target/pkg/village_charts.js';
import { compiled } from './download.js';
import { Engine } from './engine.js';

export type { Chart };

/** What all charts of a page are made in that no one has asked for more. */
export const engine = new Engine<Chart>(instance);

let loading: Promise<unknown> | undefined;
let begun: () => void;

/** Resolves when the module has started for the first chart of the page that a reader came near. */
export const started = new Promise<void>((resolve) => (begun = resolve));

/** One download and one instance for all charts of a page; a failed download is tried again. */
export function wasm(): Promise<unknown> {
  loading ??= compiled(new URL('village_charts_bg.wasm', import.meta.url), engine).then(begun, (error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
