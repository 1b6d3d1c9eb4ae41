// `<village-chart>` in Vue 3 templates: import type {} from 'village-charts/types/vue'
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { ErrorDetail, PlacesDetail, SelectDetail } from '../dist/index.js';
import type { VillageChartProps } from './props.js';

/** Vue's names of the listeners that a template writes as `@village-chart-select`. */
interface Listeners {
  onVillageChartReady?: (event: CustomEvent<void>) => void;
  onVillageChartSelect?: (event: CustomEvent<SelectDetail>) => void;
  onVillageChartPlaces?: (event: CustomEvent<PlacesDetail>) => void;
  onVillageChartError?: (event: CustomEvent<ErrorDetail>) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'village-chart': DefineComponent<VillageChartProps & HTMLAttributes & Listeners>;
  }
}
