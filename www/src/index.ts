/** Registers `<village-chart>`. Importing it twice is harmless. */
import { VillageChart } from './element.js';

export { VillageChart } from './element.js';
export type { ErrorDetail, SelectDetail } from './element.js';
export type { Finding } from './picture.js';

if (!customElements.get('village-chart')) customElements.define('village-chart', VillageChart);

declare global {
  interface HTMLElementTagNameMap {
    'village-chart': VillageChart;
  }
}
