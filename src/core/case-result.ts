/** How a file of a case differs from what is expected. */
export interface CaseFile {
  readonly path: string;
  /** null: the file is not there. */
  readonly expected: string | null;
  readonly actual: string | null;
}

/** One case folder of a codemod. */
export interface CaseResult {
  /** The folder, from the workspace's root. */
  readonly path: string;
  /** The codemod's file, from the workspace's root. */
  readonly codemod: string;
  readonly status: 'passed' | 'failed' | 'updated' | 'not-run';
  /** Why it failed where no file says it, or was not run. */
  readonly why: string | null;
  /** Only what differs. */
  readonly files: readonly CaseFile[];
}
