import { EXIT, type ExitCode } from '../core/errors.ts';

/** 1 when a file could not be read: the report is of fewer files than the workspace has. A link is read where it leads to. */
export const exitAfterReading = (failed: readonly { readonly reason: string }[]): ExitCode =>
  failed.some(({ reason }) => reason !== 'symlink') ? EXIT.findings : EXIT.fine;
