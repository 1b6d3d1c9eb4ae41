import { Chart, initSync } from '../../target/pkg/village_charts.js';
import { compiled } from './download.js';

export { Chart };

let loading: Promise<unknown> | undefined;
let begun: () => void;

/** Resolves when the module has started for the first chart of the page that a reader came near. */
export const started = new Promise<void>((resolve) => (begun = resolve));

/** One download and one instance for all charts of a page; a failed download is tried again. */
export function wasm(): Promise<unknown> {
  loading ??= compiled(new URL('village_charts_bg.wasm', import.meta.url))
    .then((module) => initSync({ module }))
    .then(begun, (error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
