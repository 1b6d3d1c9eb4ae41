// Checks that a .wasm file compiles and instantiates here, with empty functions for its imports:
// an optimizer may have used a feature that engines lack.   node scripts/check-wasm.mjs FILE
import { readFile } from 'node:fs/promises';

const [file] = process.argv.slice(2);
try {
  const module = await WebAssembly.compile(await readFile(file));
  /** @type {Record<string, Record<string, WebAssembly.ImportValue>>} */
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== 'function') throw new Error(`it imports the ${kind} ${from}.${name}`);
    (imports[from] ??= {})[name] = () => 0;
  }
  await WebAssembly.instantiate(module, imports);
} catch (error) {
  console.error(`check-wasm: ${file} does not run in Node ${process.versions.node}: ${error}`);
  process.exit(1);
}
