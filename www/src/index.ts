/** Registers `<village-chart>`. Importing it twice is harmless, and so is importing it on a server. */
import { VillageChart, type ErrorDetail, type SelectDetail } from './element.js';

export { VillageChart } from './element.js';
export type { ErrorDetail, SelectDetail } from './element.js';
export type { Finding } from './picture.js';

if (globalThis.customElements && !customElements.get('village-chart')) customElements.define('village-chart', VillageChart);

declare global {
  interface HTMLElementTagNameMap {
    'village-chart': VillageChart;
  }
  interface HTMLElementEventMap {
    'village-chart-ready': CustomEvent<void>;
    'village-chart-select': CustomEvent<SelectDetail>;
    'village-chart-error': CustomEvent<ErrorDetail>;
  }
}
