import { sanitize } from '../report/sanitize.ts';
import type { Io } from './io.ts';

/** Consent: what will be executed stands on the screen before the first program starts. */
export function announce(io: Io, lines: readonly string[]): void {
  if (lines.length === 0) return;
  io.stderr.write(`This will execute, in a staging copy:\n${lines.map((line) => `  ${sanitize(line)}\n`).join('')}`);
}
