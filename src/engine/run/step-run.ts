import type { Trees } from './trees.ts';

/** What one step says of a text. */
export type Stepped =
  | { readonly status: 'changed'; readonly text: string; readonly whole: string | null }
  | { readonly status: 'unchanged' | 'skipped' };

/** A file on its way through the steps. */
export interface RunFileState {
  /** Absolute, as transforms expect it. */
  readonly path: string;
  /** From the workspace's root. */
  readonly relative: string;
  readonly text: string;
  readonly trees: Trees;
  readonly records: RunRecords;
}

export interface StepRun {
  readonly name: string;
  /** Whether it has to do with a file, by its path from the workspace's root. */
  readonly reads: (path: string) => boolean;
  /** Throws what the transform throws. */
  readonly run: (file: RunFileState) => Promise<Stepped>;
}

/** Where a step leaves what it counts and reports. */
export interface RunRecords {
  readonly stats: (name: string, quantity?: number) => void;
  readonly report: (message: string) => void;
}
