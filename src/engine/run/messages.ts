import type { ReadFile } from './other-files.ts';

/** What a thread is sent when it starts: the codemods of the run, in their order. */
export interface Steps {
  readonly steps: readonly Step[];
  /** Paths that the thread is to say of whether a step reads them. */
  readonly candidates: readonly string[];
}

/**
 * `module`: a transform of jscodeshift or a file codemod, which shows when it is loaded; `rules`: rules of ast-grep, which are data;
 * `shipped`: a file codemod of this program, by its id.
 */
export type StepKind = 'module' | 'rules' | 'shipped';

/** A codemod that somebody typed. `path` is absolute; '' of one that is shipped. */
export interface Step {
  readonly kind: StepKind;
  /** As it was typed. */
  readonly name: string;
  readonly path: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** A parser of jscodeshift that the command line asks for; null: the transform's own, else by the file's extension. */
  readonly parser: string | null;
  /** Of a file of rules: only these, by their ids. */
  readonly rules?: readonly string[];
}

export interface RunJob {
  readonly id: number;
  /** The workspace's root, absolute. */
  readonly root: string;
  /** From the workspace's root. */
  readonly relative: string;
  readonly text: string;
  /** Of this file alone, beside those of the steps. */
  readonly params?: Step['params'];
}

/** What the steps made of a file. */
export type FileOutcome =
  | {
      readonly status: 'changed';
      readonly text: string;
      readonly whole: readonly Whole[];
      readonly unstable: readonly string[];
      /** From the workspace's root; null: it stays where it is. */
      readonly movedTo: string | null;
    }
  | { readonly status: 'unchanged' }
  /** Every step returned nothing, by which a transform skips a file, or refused it. */
  | { readonly status: 'skipped'; readonly why: string }
  | { readonly status: 'failed'; readonly step: string; readonly why: string };

/** A step whose print could not be reduced to the places that changed. */
export interface Whole {
  readonly step: string;
  readonly why: string;
}

export interface RunAnswer {
  readonly id: number;
  readonly outcome: FileOutcome;
  /** `api.stats`: name -> count. */
  readonly stats: Readonly<Record<string, number>>;
  /** `api.report`. */
  readonly reports: readonly string[];
  /** Trees that were made for steps that read trees. */
  readonly parses: number;
  /** Other files whose text the steps have asked for. */
  readonly reads: readonly ReadFile[];
  /** The thread that made it cannot be used any more. */
  readonly isSpoiled?: boolean;
}

/** What a thread says once its steps are loaded: for each path that was sent 1 where at least one step reads it. */
export interface Loaded {
  readonly ready: readonly LoadFailure[];
  readonly reads: Uint8Array;
}

/** Sent instead of an answer where a step cannot be loaded at all. */
export interface LoadFailure {
  readonly step: string;
  readonly why: string;
}
