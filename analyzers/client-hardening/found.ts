import type { Finding, Rule } from '../../src/core/finding.ts';
import type { ClientFile } from './client-file.ts';

/** A finding at an offset of a file. */
export const found = (
  { id, severity, why, whatToDo }: Rule,
  file: Pick<ClientFile, 'path' | 'lineOf'>,
  start: number,
  symbol: string,
  what: string,
): Finding => ({
  rule: id,
  severity,
  place: { path: file.path, line: file.lineOf(start) },
  symbol,
  what,
  why,
  whatToDo: whatToDo!,
});
