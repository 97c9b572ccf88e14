import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt, ReceiptDraft } from '../../core/receipt.ts';
import { type ApplyOptions, beginApply, closeApplied, rollBack } from '../apply/apply-change-sets.ts';
import type { Journal } from '../apply/journal.ts';
import type { Stage } from '../prove/prover.ts';

export interface InPlaceStage extends Stage {
  /** Keeps the change, now that it is proven: journal and receipt as after `applyChangeSets`; null if it changes nothing. */
  readonly keep: (receipt: ReceiptDraft) => Promise<Receipt | null>;
  /** Puts the tree back if the change was shown and not kept. To be called in any case, also after failure or Ctrl-C. */
  readonly close: () => Promise<void>;
}

/**
 * A stage that is the user's tree itself, for what cannot be copied. The journal stays open while the change shows, so that a
 * crash in the middle of a proof is found at the next start; it can be undone, and not resumed: nothing is proven yet.
 */
export async function inPlaceStage(given: ApplyOptions): Promise<InPlaceStage> {
  const options: ApplyOptions = { ...given, receipt: { ...given.receipt, outcome: 'not-asked', inPlace: true } };
  const { root, stage, env } = options.lock.state;
  const scratch = join(stage, 'scratch-in-place');
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  let shown: Journal | null = null;
  const show = async (state: 'before' | 'after'): Promise<void> => {
    if (state === 'after') shown ??= await beginApply(options);
    else await close();
  };
  const close = async (): Promise<void> => {
    if (shown === null) return;
    await rollBack(options, shown, new Error('the change was not kept'));
    shown = null;
  };
  const keep = async (draft: ReceiptDraft): Promise<Receipt | null> => {
    await show('after');
    if (shown === null) return null;
    const receipt: Receipt = { ...shown.receipt, ...draft };
    await closeApplied(options, { ...shown, receipt });
    shown = null;
    return receipt;
  };
  return { root, scratch, env, show, keep, close };
}
