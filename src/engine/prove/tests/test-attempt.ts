import type { TestRun } from './compare-tests.ts';

/** One run of the tests, or why there is none. */
export type TestAttempt =
  /** `by` names the program where it is not the usual one, `complaint` the first thing that went wrong. */
  { readonly run: TestRun; readonly by?: string; readonly complaint?: string } | { readonly why: string };

/** How the tests of a state ended when an earlier proof ran them. */
export interface KeptRun {
  readonly attempt: TestAttempt & { readonly run: TestRun };
  /** ISO day. */
  readonly day: string;
}
