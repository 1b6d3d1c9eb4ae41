// A static chart that the command makes, and the awake one in its place.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { open, settle } from './browser.mjs';

const root = new URL('../..', import.meta.url).pathname;

/** Of a file and what `embed` is asked for: awake the chart is as high as static, and its picture is where it was. */
export async function standsWhereItStood(t, file, asked, also = async () => {}) {
  const command = ['run', '--quiet', '--', 'embed', file, ...asked, '--unstyled'];
  const made = await promisify(execFile)('cargo', command, { cwd: root });
  const css = '<link rel="stylesheet" href="dist/village-charts.css">';
  for (const width of [360, 800]) {
    const viewport = { width, height: 900 };
    const page = await open(t, { html: css + made.stdout, viewport });
    await settle(page);
    const awake = await page.locator('village-chart').evaluate((chart) => {
      const own = chart.shadowRoot.querySelector('figure:not([hidden])');
      const { height, top } = own.getBoundingClientRect();
      return { height, top: own.querySelector('.stage').getBoundingClientRect().top - top };
    });
    const plain = await open(t, { html: css + made.stdout, javaScriptEnabled: false, viewport });
    const figure = await plain.locator('village-chart .village-chart').boundingBox();
    const stage = await plain.locator('village-chart .stage').boundingBox();
    assert.ok(Math.abs(figure.height - awake.height) <= 1, `${width}: ${figure.height} ${awake.height}`);
    assert.ok(Math.abs(stage.y - figure.y - awake.top) <= 1, `${width}: ${stage.y - figure.y} ${awake.top}`);
    await also(page);
  }
}
