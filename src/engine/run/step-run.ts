import type { OtherFiles } from './other-files.ts';
import type { Trees } from './trees.ts';

/** What one step says of a text. */
export type Stepped =
  | {
      readonly status: 'changed';
      readonly text: string;
      readonly whole: string | null;
      /** From the workspace's root. */
      readonly movedTo?: string;
    }
  | { readonly status: 'unchanged' }
  /** `why`: null where a transform returned nothing. */
  | { readonly status: 'skipped'; readonly why: string | null };

/** A file on its way through the steps. */
export interface RunFileState {
  /** Absolute, as transforms expect it. */
  readonly path: string;
  /** From the workspace's root. */
  readonly relative: string;
  readonly text: string;
  /** Those of the command line, and those of this file alone. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly trees: Trees;
  readonly others: OtherFiles;
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
