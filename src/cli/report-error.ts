import { EXIT, type ExitCode, isRefactorError, type Problem } from '../core/errors.ts';
import { errorJson } from '../report/error/json.ts';
import { sanitize } from '../report/sanitize.ts';
import type { Io } from './io.ts';

/** Tells an error in three parts and gives the exit code. What nobody expected is a defect, and says so. */
export async function reportError(error: unknown, io: Io, json: boolean): Promise<ExitCode> {
  // What could not be put back is told even to somebody who has cancelled.
  const halfDone = isRefactorError(error) && error.problem.code === 'rollback-failed';
  if (io.signal.aborted && !halfDone) {
    if (json) writeProblem(io, CANCELLED);
    io.stderr.write('Cancelled. Nothing was left half written.\n');
    return EXIT.cancelled;
  }
  const problem = isRefactorError(error) ? error.problem : defect(error);
  if (json) writeProblem(io, problem);
  io.stderr.write(await problemText(problem, io.stderr.isTTY ? (io.stderr.columns ?? MOST) : null));
  if (isRefactorError(error)) return error.exitCode;
  if ((io.verbose || io.env.OMNI_REFACTOR_DEBUG) && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return EXIT.internal;
}

/** A command line that cannot be understood: said on stderr already, with what it takes. */
export function reportUsage(message: string, io: Io, json: boolean): ExitCode {
  if (json) writeProblem(io, { ...USAGE, why: message.replace(/^error: /, '').split('\n', 1)[0]! });
  return EXIT.usage;
}

const MOST = 100;
/** Wide characters are told from others by a package that every command would wait for: a line may be longer by them. */
const length = (text: string): number => text.length;
const LABEL = 7;

/** @param width columns of a terminal, where it is wrapped; null: each part is one line */
async function problemText({ what, why, whatToDo }: Problem, width: number | null): Promise<string> {
  const wrapped = width === null ? (text: string) => [text] : await wrapper(width - LABEL);
  return [
    ['error: ', what],
    ['  why: ', why],
    ['  do:  ', whatToDo],
  ]
    .map(([label, text]) => `${label}${wrapped(sanitize(text!)).join(`\n${' '.repeat(LABEL)}`)}\n`)
    .join('');
}

async function wrapper(width: number): Promise<(text: string) => string[]> {
  const { wrapWords } = await import('../report/wrap-words.ts');
  return (text) => wrapWords(text, width, length);
}

const writeProblem = (io: Io, problem: Problem): void => io.stdout.write(errorJson(problem));

const USAGE = {
  code: 'usage',
  what: 'The command line cannot be understood',
  whatToDo: 'Run the same command with --help to see its options.',
} as const;

const CANCELLED: Problem = {
  code: 'cancelled',
  what: 'The run was cancelled',
  why: 'it was interrupted by a signal',
  whatToDo: 'Nothing was left half written; run the command again.',
};

const defect = (error: unknown): Problem => ({
  code: 'internal',
  what: 'Internal error',
  why: error instanceof Error ? error.message : String(error),
  whatToDo: 'Please report it, with the output of the same command under OMNI_REFACTOR_DEBUG=1.',
});
