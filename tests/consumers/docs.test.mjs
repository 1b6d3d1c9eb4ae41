// docs/embedding.md shows what is built and opened here, and nothing else.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

const read = (name) => readFile(new URL(name, import.meta.url), 'utf8');

/** A file of this folder, or what stands between `#region NAME` and `#endregion` in it. */
async function shown(name) {
  const [file, region] = name.split('#');
  const text = await read(file);
  if (!region) return text;
  const found = text.match(new RegExp(`^.*#region ${region}\\b.*\\n([\\s\\S]*?)^.*#endregion`, 'm'));
  assert.ok(found, `${file} has a region ${region}`);
  return found[1];
}

test('every promise of SECURITY.md names the test that keeps it', async () => {
  const [, section = ''] = /^## What is promised\n([^]*?)^## /m.exec(await read('../../SECURITY.md')) ?? [];
  const promises = section
    .replace(/\n +(?=[^ -])/g, ' ')
    .split(/^- /m)
    .slice(1);
  assert.ok(promises.length >= 15);
  for (const promise of promises) {
    const named = [...promise.matchAll(/^  - `(tests\/[^`]+)`: \*([^*]+)\*$/gm)];
    assert.ok(named.length > 0, promise);
    for (const [, file, name] of named) assert.ok((await read(`../../${file}`)).includes(name), `${file}: ${name}`);
  }
});

test('every block of docs/embedding.md that names a file is that file', async () => {
  const text = await read('../../docs/embedding.md');
  const blocks = [...text.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)];
  assert.ok(blocks.length >= 12);
  for (const [, , name, code] of blocks) assert.equal(code, await shown(name), name);
  const projects = new Set(blocks.map(([, , name]) => name.split('/')[0]));
  const { workspaces } = JSON.parse(await read('package.json'));
  assert.deepEqual([...projects].sort(), ['plain', ...workspaces].sort(), 'every project is shown');
});
