/** Registers `<village-chart>`. Importing it twice is harmless, and so is importing it on a server. */
import { VillageChart, type ErrorDetail, type PlacesDetail, type SelectDetail } from './element.js';

export { VillageChart } from './element.js';
export type { ErrorDetail, PlacesDetail, SelectDetail } from './element.js';
export type { Finding } from './wire.js';

try {
  if (!customElements.get('village-chart')) customElements.define('village-chart', VillageChart);
} catch (error) {
  // a server has no elements and lacks none; in a page there is no chart to tell it
  if (globalThis.document) console.error(`village-chart: no chart is drawn: ${String(error)}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'village-chart': VillageChart;
  }
  interface HTMLElementEventMap {
    'village-chart-ready': CustomEvent<void>;
    'village-chart-select': CustomEvent<SelectDetail>;
    'village-chart-places': CustomEvent<PlacesDetail>;
    'village-chart-error': CustomEvent<ErrorDetail>;
  }
}
