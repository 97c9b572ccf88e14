import type { ChangeSet } from '../../core/change-set.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { Receipt, ReceiptDraft, StageListing } from '../../core/receipt.ts';
import type { View } from '../../workspace/view.ts';
import { type ApplyOptions, applyChangeSets } from '../apply/apply-change-sets.ts';
import type { Stage } from '../prove/prover.ts';
import type { Lock } from '../state/with-lock.ts';
import { inPlaceStage } from './in-place-stage.ts';
import { openStage } from './open-stage.ts';

/** Where programs may run, and how the change is kept once they have shown what was asked. */
export interface ProvingGround {
  readonly stage: Stage;
  readonly listing: StageListing | null;
  readonly inPlace: boolean;
  /** Writes the change into the tree, or leaves it there. */
  readonly keep: (draft: ReceiptDraft) => Promise<Receipt | null>;
  /** To be called in any case: takes back what only showed. */
  readonly close: () => Promise<void>;
}

export interface GroundOptions {
  readonly lock: Lock;
  readonly view: View;
  readonly changeSets: readonly ChangeSet[];
  readonly inPlace: boolean;
  readonly draft: ReceiptDraft;
  readonly commit: ApplyOptions['commit'];
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** The staging copy; with `inPlace` the tree itself, under an open journal. */
export async function openGround(options: GroundOptions): Promise<ProvingGround> {
  const { lock, changeSets, draft, commit, onProgress, signal } = options;
  if (options.inPlace) {
    const stage = await inPlaceStage({ lock, changeSets, receipt: draft, commit, onProgress, signal });
    return { stage, listing: null, inPlace: true, keep: stage.keep, close: stage.close };
  }
  const hashes = new Map<string, string>();
  // A file that several change sets edit is on disk what the first one found.
  for (const { path, hash } of changeSets.flatMap(({ base }) => base))
    if (!hashes.has(path) && options.view.file(path) !== undefined) hashes.set(path, hash);
  const stage = await openStage({ lock, changeSets, hashes, onProgress, signal });
  return {
    stage,
    listing: stage.listing,
    inPlace: false,
    keep: (receipt) => applyChangeSets({ lock, changeSets, receipt, commit, onProgress, signal }),
    close: async () => {},
  };
}
