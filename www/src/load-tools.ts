import type * as Tools from './tools.js';

/** What few readers use, of this build and started: the only way to it. */
export async function loadTools(): Promise<typeof Tools> {
  const tools = await import('./village-charts-tools.js');
  if (tools.build !== BUILD)
    throw new Error('village-charts-tools.js is of another build than village-charts.js: copy both of one build');
  await tools.start();
  return tools;
}
