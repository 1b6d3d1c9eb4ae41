/** The bundle of `index.ts`: imported under this name, it stays a file of its own. */
export * from './index.js';
