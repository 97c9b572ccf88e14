import { EXIT, type ExitCode } from '../core/errors.ts';
import { sanitize } from '../report/sanitize.ts';
import { reasonInWords } from '../workspace/state-words.ts';
import type { View } from '../workspace/view.ts';
import type { Io } from './io.ts';

const SHOWN = 5;

/** 1 when a file could not be read: the report is of fewer files than the workspace has. A link is read where it leads to. */
export const exitAfterReading = (failed: readonly { readonly reason: string }[]): ExitCode =>
  failed.some(({ reason }) => reason !== 'symlink') ? EXIT.findings : EXIT.fine;

/**
 * The same for commands whose report has no place for it: says on stderr which files are missing.
 * @param failed files that could not be read, each with its state or another reason
 */
export function warnUnread(io: Io, failed: readonly { readonly path: string; readonly reason: string }[]): ExitCode {
  const told = failed.filter(({ reason }) => reason !== 'symlink');
  for (const { path, reason } of told.slice(0, SHOWN))
    io.stderr.write(`warning: ${sanitize(path)} could not be read: ${sanitize(reasonInWords(reason))}\n`);
  if (told.length > SHOWN) io.stderr.write(`warning: ${told.length - SHOWN} more files could not be read\n`);
  return exitAfterReading(told);
}

/** Source files of the workspace without a text. */
export const unreadSources = (view: View): { path: string; reason: string }[] =>
  view.files.flatMap(({ path, grammar, state }) =>
    grammar === null || state === 'text' ? [] : [{ path, reason: state }],
  );
