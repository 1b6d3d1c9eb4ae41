import type { ErrorDetail, PlacesDetail, SelectDetail, VillageChart } from '../dist/index.js';

/** What can be set on `<village-chart>`. */
export type VillageChartProps = Partial<
  Pick<
    VillageChart,
    | 'type'
    | 'src'
    | 'data'
    | 'indicator'
    | 'x'
    | 'y'
    | 'order'
    | 'shown'
    | 'split'
    | 'time'
    | 'group'
    | 'only'
    | 'places'
    | 'also'
    | 'locale'
    | 'theme'
    | 'unit'
    | 'sort'
    | 'controls'
    | 'link'
  >
>;

/** Listeners, as React and Svelte name them: the event's name after `on`. */
export interface VillageChartListeners {
  'onvillage-chart-ready'?: (event: CustomEvent<void>) => void;
  'onvillage-chart-select'?: (event: CustomEvent<SelectDetail>) => void;
  'onvillage-chart-places'?: (event: CustomEvent<PlacesDetail>) => void;
  'onvillage-chart-error'?: (event: CustomEvent<ErrorDetail>) => void;
}
