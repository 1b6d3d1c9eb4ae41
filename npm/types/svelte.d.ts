// `<village-chart>` in Svelte 5: import type {} from 'village-charts/types/svelte'
import type { HTMLAttributes } from 'svelte/elements';
import type { VillageChart } from '../dist/index.js';
import type { VillageChartListeners, VillageChartProps } from './props.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'village-chart': HTMLAttributes<VillageChart> & VillageChartProps & VillageChartListeners;
  }
}
