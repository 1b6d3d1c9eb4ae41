import { build } from 'esbuild';
import { copyFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const options = { bundle: true, format: 'esm', jsx: 'automatic' };
await build({ ...options, entryPoints: ['client.jsx'], outdir: 'dist' });
for (const part of ['', '_indicators', '_trend', '_spread', '_groups', '_all', '_tools']) {
  const name = `village_charts${part}_bg.wasm`;
  await copyFile(fileURLToPath(import.meta.resolve(`village-charts/${name}`)), `dist/${name}`);
}

// on the server the package is imported as it is
await build({ ...options, entryPoints: ['server.jsx'], platform: 'node', packages: 'external', outdir: 'build' });
const { page } = await import('./build/server.js');
await writeFile('dist/index.html', page());
