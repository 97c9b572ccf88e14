import type { Evidence, Rung } from './evidence.ts';
import type { Plan } from './plan.ts';
import type { Acceptance, Claim } from './verdict.ts';

export const RECEIPT_VERSION = 1;

/** A file before or after a change; null where it does not exist. */
export type FileMark = { readonly hash: string; readonly mode: number } | null;

/** What the staging copy was made of. */
export interface StageListing {
  /** Tracked and untracked files, all copied. */
  readonly files: number;
  /** Ignored files that were copied all the same: generated sources, built extension modules, lock files. */
  readonly copiedIgnored: readonly string[];
  /** Virtual environments and installed packages; `to` is absolute, or relative to the link. */
  readonly linked: readonly { readonly path: string; readonly to: string }[];
  /** Ignored things that the copy does without: build output, caches. Folders end with `/`. */
  readonly left: readonly string[];
}

/** What one apply did, and by what it was shown to be right. Kept after an undo. */
export interface Receipt {
  readonly schemaVersion: typeof RECEIPT_VERSION;
  /** `0007-3fa9c1d2`: rises with each apply of a workspace. */
  readonly id: string;
  /** `omni-refactor 0.1.0`. */
  readonly tool: string;
  /** ISO time, UTC; read once by the face. */
  readonly appliedAt: string;
  /** As it was typed. */
  readonly command: readonly string[];
  readonly codemods: readonly string[];
  readonly outcome: 'proven' | 'not-asked';
  readonly asked: readonly Rung[];
  readonly evidence: Evidence;
  /** Every path that changed and what covers it; absent in receipts of versions that did not ask. */
  readonly claims?: readonly Claim[] | undefined;
  /** Differences that were accepted by name; absent where none were. */
  readonly accepted?: readonly Acceptance[] | undefined;
  readonly plans: readonly Plan[];
  /** Null when nothing was executed, or when the proof ran in the tree itself. */
  readonly stage: StageListing | null;
  readonly inPlace: boolean;
  /** What the codemods said about their choices, and the places that name a divided file; absent where no codemod speaks. */
  readonly notes?: readonly string[] | undefined;
  readonly files: readonly { readonly path: string; readonly before: FileMark; readonly after: FileMark }[];
}

/** A receipt before the apply: what the run knows, without what the journal adds. */
export type ReceiptDraft = Omit<Receipt, 'schemaVersion' | 'id' | 'files'>;
