import { build } from 'esbuild';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

await build({ entryPoints: ['main.js'], bundle: true, format: 'esm', outdir: 'dist' });

// esbuild leaves new URL('….wasm', import.meta.url) as it is: the files go beside the bundle
for (const part of ['', '_indicators', '_trend', '_spread', '_groups', '_all', '_tools']) {
  const name = `village_charts${part}_bg.wasm`;
  await copyFile(fileURLToPath(import.meta.resolve(`village-charts/${name}`)), `dist/${name}`);
}
await copyFile('index.html', 'dist/index.html');
