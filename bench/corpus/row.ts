import type { Rung } from '../../src/core/evidence.ts';

/** What became of one target. `proven` and `too-large` were written by the program; only the first counts. */
export type Verdict = 'proven' | 'too-large' | 'refused' | 'not-proven' | 'unchanged' | 'error';

export interface Row {
  readonly target: string;
  readonly ecosystem: string;
  readonly heldOut: boolean;
  readonly limit: number;
  /** Hash of the target's own entry: a changed entry makes the row stale. */
  readonly entry: string;
  readonly verdict: Verdict;
  /** Hazard and line of a refusal, the first failed proof, or the error's words. */
  readonly why: string;
  readonly lines: number;
  readonly bound: number | null;
  /** Units that alone are larger than the limit, where a file is. */
  readonly larger?: readonly string[];
  /** Visibilities that say more than before: `pub` or `pub(crate)` where neither stood. */
  readonly widened?: number;
  readonly reruns?: Reruns;
  /** What `split` says to the facade that it has just written: `unchanged` is right. */
  readonly again?: string;
  readonly sizes: Sizes | null;
  /** Of a run on paper: the largest statement's part of the file's lines; how many files, the largest one's lines, and those over the limit. */
  readonly share?: number;
  readonly files?: number;
  readonly largest?: number;
  readonly over?: readonly number[];
  /** Each rung asked for, and how it ended over all files and configurations. */
  readonly evidence: readonly { readonly rung: Rung; readonly verdict: string; readonly said: string }[];
  /** Tests with equal ids and outcomes before and after; null where T was not asked for or came to nothing. */
  readonly tests: number | null;
  /** After the undo: `git status` is empty, and every byte and mode is as before. Null where nothing was written. */
  readonly undone: boolean | null;
  readonly seconds: number;
  readonly tools: readonly string[];
  readonly date: string;
  readonly engine: string;
  readonly revision: string;
}

/** How many runs without writing gave how many different plans and change sets; one is right. */
export interface Reruns {
  readonly runs: number;
  readonly folders: number;
  readonly different: number;
}

export interface Sizes {
  /** Lines of the largest of the facade and its new files. */
  readonly largest: number;
  readonly files: number;
  readonly underForty: number;
  /** Of the lines of units that can move, without those that set the bound: the share that is no longer in the facade. */
  readonly left: number;
}

/** The size part of *proven*: no file over the limit; or none over the bound, and the rest has left what is larger than the limit. */
export const reachesSize = ({ largest, left }: Sizes, limit: number, bound: number): boolean =>
  largest <= limit || (largest <= bound && left >= 0.8);
