import { EXIT, type ExitCode, isRefactorError, type Problem } from '../core/errors.ts';
import { sanitize } from '../report/sanitize.ts';
import type { Io } from './io.ts';

/** Tells an error in three parts and gives the exit code. What nobody expected is a defect, and says so. */
export function reportError(error: unknown, io: Io, json: boolean): ExitCode {
  if (io.signal.aborted) {
    io.stderr.write('Cancelled. Nothing was left half done.\n');
    return EXIT.cancelled;
  }
  const problem = isRefactorError(error) ? error.problem : defect(error);
  if (json) io.stdout.write(`${JSON.stringify({ schemaVersion: 1, error: problem }, null, 2)}\n`);
  io.stderr.write(
    `error: ${sanitize(problem.what)}\n  why: ${sanitize(problem.why)}\n  do:  ${sanitize(problem.whatToDo)}\n`,
  );
  if (isRefactorError(error)) return error.exitCode;
  if (io.env.OMNI_REFACTOR_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return EXIT.internal;
}

const defect = (error: unknown): Problem => ({
  code: 'internal',
  what: 'The program met a defect of its own',
  why: error instanceof Error ? error.message : String(error),
  whatToDo: 'Please report it, with the output of the same command under OMNI_REFACTOR_DEBUG=1.',
});
