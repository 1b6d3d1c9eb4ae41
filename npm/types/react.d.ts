// `<village-chart>` in JSX, for React 19: import type {} from 'village-charts/types/react'
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { VillageChart } from '../dist/index.js';
import type { VillageChartListeners, VillageChartProps } from './props.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'village-chart': DetailedHTMLProps<HTMLAttributes<VillageChart>, VillageChart> &
        VillageChartProps &
        VillageChartListeners;
    }
  }
}
