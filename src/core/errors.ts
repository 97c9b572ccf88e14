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
  /** Stable, kebab-case: `file-not-found`. */
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly whatToDo: string;
}

export class RefactorError extends Error {
  readonly problem: Problem;
  readonly exitCode: ExitCode;

  constructor(problem: Problem, exitCode: ExitCode = EXIT.usage) {
    super(`${problem.what}: ${problem.why}`);
    this.name = 'RefactorError';
    this.problem = problem;
    this.exitCode = exitCode;
  }
}

export const isRefactorError = (error: unknown): error is RefactorError => error instanceof RefactorError;
