import { instance, type Chart } from '../../target/pkg-tools/village_charts_tools.js';
import { Engine } from './engine.js';

export type { Chart };

/** What charts are made in that readers ask more of, and fragments. */
export const engine = new Engine<Chart>(instance);
