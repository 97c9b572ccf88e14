import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

/** Exit codes of the program; every face uses these and no others. */
export const EXIT = {
  fine: 0,
  findings: 1,
  usage: 2,
  refused: 3,
  internal: 70,
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An expected failure, told in three parts. Anything else that is thrown is a defect and ends with exit 70. */
export interface Problem {
  /** Stable: see `ERROR_CODES`. */
  readonly code: ErrorCode;
  readonly what: string;
  readonly why: string;
  readonly whatToDo: string;
}

export class RefactorError extends Error {
  readonly problem: Problem;
  readonly exitCode: ExitCode;

  /** @param exitCode where it is not that of the code: what a person hands in is judged as usage, whatever a codemod would have done wrong */
  constructor(problem: Problem, exitCode: ExitCode = EXIT[ERROR_CODES[problem.code].exit]) {
    super(`${problem.what}: ${problem.why}`);
    this.name = 'RefactorError';
    this.problem = problem;
    this.exitCode = exitCode;
  }
}

export const isRefactorError = (error: unknown): error is RefactorError => error instanceof RefactorError;
