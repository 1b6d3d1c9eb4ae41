// A new language is one new file in texts/, and no other change: the command has it once it is built.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url).pathname;

test('the command speaks a language whose file was added before it was built', { timeout: 600_000 }, async (t) => {
  const copy = await mkdtemp(join(tmpdir(), 'language-'));
  t.after(() => rm(copy, { recursive: true }));
  for (const path of ['src', 'texts', 'build.rs', 'Cargo.lock', 'tests/fuzz', 'www/src/base.css', 'www/src/static.css'])
    await cp(join(root, path), join(copy, path), { recursive: true });
  // under a name of its own, the built command of this tree stays where it is
  const manifest = await readFile(join(root, 'Cargo.toml'), 'utf8');
  const bin = '[[bin]]\nname = "village-charts"';
  assert.ok(manifest.includes(bin));
  await writeFile(join(copy, 'Cargo.toml'), manifest.replace(bin, '[[bin]]\nname = "with-german"'));
  // what it lacks is English
  await writeFile(join(copy, 'texts/de.ftl'), 'figure-more-than = <b>über { $number }</b> { $unit }\n');
  const target = join(root, 'target');
  const cargo = ['build', '--quiet', '--locked', '--bin', 'with-german', '--manifest-path', join(copy, 'Cargo.toml')];
  await run('cargo', cargo, { env: { ...process.env, CARGO_TARGET_DIR: target } });
  const out = join(copy, 'revenue.svg');
  const data = join(root, 'www/data/hanoi-2024.json');
  await run(join(target, 'debug/with-german'), ['render', data, '--type', 'revenue', '--locale', 'de', '-o', out]);
  const svg = await readFile(out, 'utf8');
  assert.match(svg, />über 1\.300<tspan[^>]*>billion đồng</);
  assert.match(svg, /La Phù/);
});
