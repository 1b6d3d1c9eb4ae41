import type { Finding } from './wire.js';

/** The data has errors, or nothing for the type of chart. */
export class DataError extends Error {
  override readonly name = 'DataError';
  /** @param findings What the checks found: errors, warnings and notes. */
  constructor(readonly findings: Finding[]) {
    const errors = findings.filter((f) => f.severity === 'error');
    super(
      errors
        .map((f) => `${/^[^$]/.test(f.path) ? 'options.' : ''}${f.path}: found ${f.found}; expected ${f.expected}`)
        .join('\n'),
    );
  }
}
