// What an editor and a type checker know of the package; compiled, never run.
import type { SvelteHTMLElements } from 'svelte/elements';
import { VillageChart, type ErrorDetail, type Finding, type SelectDetail } from 'village-charts';
import 'village-charts/define';
import { VillageChart as Same } from 'village-charts/element';
import { renderToString } from 'village-charts/node';
import type {} from 'village-charts/types/svelte';
import type {} from 'village-charts/types/vue';
import type { GlobalComponents } from 'vue';

const chart: VillageChart = document.createElement('village-chart');
const found: VillageChart | null = document.querySelector('village-chart');
const same: typeof VillageChart = Same;
chart.data = { format: 'village-charts/1' };
chart.addEventListener('village-chart-select', ({ detail }: CustomEvent<SelectDetail>) => detail?.value.trim());
chart.addEventListener('village-chart-error', ({ detail }) => {
  const told: ErrorDetail = detail;
  const findings: Finding[] = told.findings;
  return findings;
});
const svg: Promise<Blob> = chart.toBlob('svg');
const all: Promise<Blob> = chart.toBlob('csv', 'long');
// @ts-expect-error: no such file
void chart.toBlob('gif');
// @ts-expect-error: no such form
void chart.toBlob('csv', 'tall');
// @ts-expect-error: attributes are texts
chart.type = 1;

const svelte: SvelteHTMLElements['village-chart'] = {
  type: 'revenue',
  data: {},
  class: 'wide',
  'onvillage-chart-select': ({ detail }) => detail?.title.trim(),
};
// @ts-expect-error: attributes are texts
svelte.type = 1;

const vue: InstanceType<GlobalComponents['village-chart']>['$props'] = {
  type: 'revenue',
  data: {},
  class: 'wide',
  onVillageChartSelect: ({ detail }) => detail?.title.trim(),
};
// @ts-expect-error: attributes are texts
const wrong: InstanceType<GlobalComponents['village-chart']>['$props'] = { type: 1 };

const html: Promise<string> = renderToString({}, { type: 'revenue', unstyled: true });
// @ts-expect-error: the type of chart is required
void renderToString({}, {});

export { all, found, html, same, svg, vue, wrong };
