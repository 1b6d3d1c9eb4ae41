/** The bundle of `fluent.ts`: imported under this name, it stays a file of its own. */
export * from './fluent.js';
