import { sanitize } from '../report/sanitize.ts';
import type { Io } from './io.ts';

/** Consent: what will be executed stands on the screen before the first program starts. */
export const announce = (
  io: Io,
  lines: readonly string[],
  where: 'in a staging copy' | 'in the workspace itself' = 'in a staging copy',
): void => tell(io, `This will execute, ${where}`, lines);

/** The same for programs that are only asked for their version, but that the repository chose. */
export const announceNamed = (io: Io, lines: readonly string[]): void =>
  tell(io, 'To read its version, this will start a program that the repository names', lines);

/** The same for codemods: they run in threads of this program, and what they would write is only looked at. */
export const announceLoaded = (io: Io, lines: readonly string[]): void =>
  tell(io, 'This will execute, in threads of this program', lines);

function tell(io: Io, head: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  io.stderr.write(`${head}:\n${lines.map((line) => `  ${sanitize(line)}\n`).join('')}`);
}
