// `make growth`: how the time of each step grows with a file, up to 300,000 villages. Each column is microseconds a village:
// where they stay as they are, the step is linear. Nothing here fails; it is to be read.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../', import.meta.url);
const { renderToString } = await import(new URL('www/dist/village-charts-node.js', root).href);
const command = new URL('target/release/village-charts', root).pathname;
const counts = (process.env.COUNTS ?? '3000 10000 30000 100000 300000').split(' ').map(Number);

const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const file = (sections) => JSON.stringify({ format: 'village-charts/1', revenue: { unit: 'billion_vnd', per: 'year' }, ...sections });

/** What may grow: each makes the text of a file of so many villages. */
const files = {
  'plain': (n) => file({ villages: list(n, (i) => ({ name: `Làng ${i}`, revenue: i % 997 })) }),
  'one name, many districts': (n) => file({ villages: list(n, (i) => ({ name: 'Đông', district: `Huyện ${i}`, revenue: 5 })) }),
  'one name, many ids': (n) => file({ villages: list(n, (i) => ({ name: 'Đông', id: `v${i}`, revenue: 5 })) }),
  'a source each': (n) => file({
    sources: list(n, (i) => ({ id: `s${i}`, name: `Báo cáo ${i}` })),
    villages: list(n, (i) => ({ name: `Làng ${i}`, revenue: { exact: i % 997, source: `s${i}` } })),
  }),
};

/** The same of files that are refused. */
const wrong = {
  'unknown keys in each': (n) => file({ villages: list(n, (i) => ({ name: `Làng ${i}`, [`population${i}`]: 1, revenue: 'x' })) }),
  'unknown keys in one': (n) => file({ villages: [Object.fromEntries([['name', 'A'], ...list(n, (i) => [`revenu${i}`, 1])])] }),
  'wrong rows': (n) => file({ villages: list(n, () => 5) }),
  'the same village': (n) => file({ villages: list(n, () => ({ name: 'Đông', revenue: 1 })) }),
  'nested subsets': (n) => file({ clusters: { groups: [{ whole: { name: 'W', value: n }, relation: 'nested', subsets: list(n, (i) => ({ name: `S${i}`, value: n - i })) }] } }),
};

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
const hasCommand = statSync(command, { throwIfNoEntry: false });
const run = (...given) => {
  try {
    execFileSync(command, given, { stdio: 'ignore' });
  } catch {
    // refused: that takes its time, too
  }
};

/** The steps of a file. */
const steps = (path) => ({
  renderToString: (text) => renderToString(text, { type: 'revenue', locale: 'en', src: '/x.json' }).catch(() => undefined),
  ...(hasCommand && {
    'check': () => run('check', path),
    'svg': () => run('render', path, '--type', 'revenue', '-o', join(folder, 'x.svg')),
    'by name': () => run('render', path, '--type', 'revenue', '--sort', 'name', '-o', join(folder, 'x.svg')),
    'csv': () => run('render', path, '--type', 'revenue', '-o', join(folder, 'x.csv')),
    'card': () => run('render', path, '--type', 'revenue', '--preset', 'social', '-o', join(folder, 'c.svg')),
    'embed': () => run('embed', path, '--type', 'revenue', '--src', '/x.json'),
  }),
});

if (!hasCommand) console.log('The command is not measured: cargo build --release makes it.');
for (const [what, make] of Object.entries({ ...files, ...wrong })) {
  const rows = {};
  for (const count of counts) {
    const text = make(count);
    const path = join(folder, 'data.json');
    writeFileSync(path, text);
    for (const [step, go] of Object.entries(steps(path))) {
      const start = performance.now();
      await go(text);
      (rows[step] ??= {})[count] = Number((((performance.now() - start) * 1000) / count).toFixed(1));
    }
  }
  console.log(`\n${what}, microseconds a village:`);
  console.table(rows);
}
rmSync(folder, { recursive: true });
