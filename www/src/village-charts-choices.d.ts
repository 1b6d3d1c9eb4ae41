/** The bundle of `choices.ts`: imported under this name, it stays a file of its own, and other bundlers see it. */
export * from './choices.js';
