import type * as Choices from './choices.js';
import type * as Tools from './tools.js';

/** A file beside the script, of the same build. */
async function ofThisBuild<T extends { build: string }>(name: string, file: Promise<T>): Promise<T> {
  const loaded = await file;
  if (loaded.build !== BUILD)
    throw new Error(`village-charts-${name}.js is of another build than the script: copy both of one build`);
  return loaded;
}

/** What few readers use, started: the only way to it. */
export async function loadTools(): Promise<typeof Tools> {
  const tools = await ofThisBuild('tools', import('./village-charts-tools.js'));
  await tools.start();
  return tools;
}

/** What charts of data with indicators need beside a module. */
export function loadChoices(): Promise<typeof Choices> {
  return ofThisBuild('choices', import('./village-charts-choices.js'));
}
