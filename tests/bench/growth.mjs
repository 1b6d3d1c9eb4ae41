// `make growth`: how the time of each step grows with a file, up to 300,000 villages (COUNTS="1000 2000" for others).
// Each column is microseconds of a processor a village: where they stay as they are, the step is linear. The last one
// says by how much the time grows where the file is twice as long, from the shortest that takes a while; it fails
// where that is more than 2.5 times, and where a step does not end as it should.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url);
const bundle = new URL('www/dist/village-charts-node.js', root);
const command = new URL('target/release/village-charts', root).pathname;
for (const needed of [bundle.pathname, command]) {
  if (existsSync(needed)) continue;
  console.error(`growth: missing: ${needed}; 'make growth' builds it`);
  process.exit(1);
}
const { renderToString } = await import(bundle.href);
const counts = (process.env.COUNTS ?? '3000 10000 30000 100000 300000').split(' ').map(Number);

/** A part of a date, of a number that counts from 0. */
const two = (n) => String(Math.floor(n) + 1).padStart(2, '0');
const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const file = (sections) =>
  JSON.stringify({ format: 'village-charts/1', revenue: { unit: 'billion_vnd', per: 'year' }, ...sections });

/** What may grow: each makes the text of a file of so many villages. */
const files = {
  plain: (n) => file({ villages: list(n, (i) => ({ name: `Làng ${i}`, revenue: i % 997 })) }),
  'one name, many districts': (n) =>
    file({ villages: list(n, (i) => ({ name: 'Đông', district: `Huyện ${i}`, revenue: 5 })) }),
  'one name, many ids': (n) => file({ villages: list(n, (i) => ({ name: 'Đông', id: `v${i}`, revenue: 5 })) }),
  'a source each': (n) =>
    file({
      sources: list(n, (i) => ({ id: `s${i}`, name: `Báo cáo ${i}` })),
      villages: list(n, (i) => ({ name: `Làng ${i}`, revenue: { exact: i % 997, source: `s${i}` } })),
    }),
  'a date each': (n) =>
    file({
      villages: list(n, (i) => ({
        name: `Làng ${i}`,
        revenue: { exact: i % 997, as_of: `${1000 + Math.floor(i / 300)}-${two(i % 12)}-${two((i / 12) % 25)}` },
      })),
    }),
};

/** The same of files that are refused. */
const wrong = {
  'unknown keys in each': (n) =>
    file({ villages: list(n, (i) => ({ name: `Làng ${i}`, [`population${i}`]: 1, revenue: 'x' })) }),
  'unknown keys in one': (n) =>
    file({ villages: [Object.fromEntries([['name', 'A'], ...list(n, (i) => [`revenu${i}`, 1])])] }),
  'wrong rows': (n) => file({ villages: list(n, () => 5) }),
  'the same village': (n) => file({ villages: list(n, () => ({ name: 'Đông', revenue: 1 })) }),
  'nested subsets': (n) =>
    file({
      clusters: {
        groups: [
          {
            whole: { name: 'W', value: n },
            relation: 'nested',
            subsets: list(n, (i) => ({ name: `S${i}`, value: n - i })),
          },
        ],
      },
    }),
};

/** More than linear: a sort of more than a cache holds is up to 2.4 times, to go through all for each is 4 times. */
const MOST = 2.5;
/** Shorter times, in seconds, are those of starting. */
const LEAST = 0.2;
/** How much longer a file has to be: a busy machine says anything of one that is little longer. */
const FAR = 8;

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
const failures = [];

/** What a call of the command takes of a processor, in seconds, and how it ended. */
function run(...given) {
  const { stdout } = spawnSync(
    'sh',
    ['-c', '"$@" >"$0.out" 2>"$0.err"; echo $?; times', join(folder, 'said'), command, ...given],
    { encoding: 'utf8' },
  );
  const [status, , children = ''] = stdout.split('\n');
  let seconds = 0;
  for (const [, minutes, rest] of children.matchAll(/(\d+)m([\d.]+)s/g)) seconds += minutes * 60 + Number(rest);
  return [seconds, { 0: 'made', 1: 'refused' }[status] ?? `status ${status}`];
}

/** The same of the module in Node. */
async function rendered(text) {
  const start = process.cpuUsage();
  const end = await renderToString(text, { type: 'revenue', locale: 'en', src: '/x.json' }).then(
    () => 'made',
    (error) => (error.name === 'DataError' ? 'refused' : String(error)),
  );
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1e6, end];
}

/** The steps of a file. */
const steps = (path) => ({
  renderToString: rendered,
  check: () => run('check', path),
  svg: () => run('render', path, '--type', 'revenue', '-o', join(folder, 'x.svg')),
  'by name': () => run('render', path, '--type', 'revenue', '--sort', 'name', '-o', join(folder, 'x.svg')),
  csv: () => run('render', path, '--type', 'revenue', '-o', join(folder, 'x.csv')),
  card: () => run('render', path, '--type', 'revenue', '--preset', 'social', '-o', join(folder, 'c.svg')),
  embed: () => run('embed', path, '--type', 'revenue', '--src', '/x.json'),
});

for (const [what, make] of Object.entries({ ...files, ...wrong })) {
  const expected = what in files ? 'made' : 'refused';
  const rows = {};
  const first = {};
  for (const count of counts) {
    const text = make(count);
    const path = join(folder, 'data.json');
    writeFileSync(path, text);
    for (const [step, go] of Object.entries(steps(path))) {
      const [seconds, end] = await go(text);
      const row = (rows[step] ??= {});
      row[count] = Number(((seconds * 1e6) / count).toFixed(1));
      if (end !== expected) failures.push(`${what}, ${step}: ${count} villages are not ${expected}, but: ${end}`);
      if (seconds >= LEAST) first[step] ??= [count, seconds];
      const [before, was] = first[step] ?? [count, seconds];
      if (count < before * FAR) continue;
      const factor = (seconds / was) ** (1 / Math.log2(count / before));
      row['twice as long'] = Number(factor.toFixed(2));
      if (factor > MOST)
        failures.push(
          `${what}, ${step}: ${factor.toFixed(2)} times for twice as long, from ${before} to ${count} villages`,
        );
    }
  }
  console.log(`\n${what}, microseconds a village:`);
  console.table(rows);
}
rmSync(folder, { recursive: true });
for (const failure of failures) console.error(`growth: ${failure}`);
if (failures.length) process.exitCode = 1;
