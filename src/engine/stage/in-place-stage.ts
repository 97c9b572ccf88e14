import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from '../../core/evidence.ts';
import type { Receipt } from '../../core/receipt.ts';
import { type ApplyOptions, beginApply, closeApplied, rollBack } from '../apply/apply-change-sets.ts';
import type { Journal } from '../apply/journal.ts';
import type { Stage } from '../prove/prover.ts';

export interface InPlaceStage extends Stage {
  /** Keeps the change, with what the proof has shown in the receipt: journal and receipt as after `applyChangeSets`; null if it changes nothing. */
  readonly keep: (evidence: Evidence) => Promise<Receipt | null>;
  /** Puts the tree back if the change was shown and not kept. To be called in any case, also after failure or Ctrl-C. */
  readonly close: () => Promise<void>;
}

/**
 * A stage that is the user's tree itself, for what cannot be copied. The journal stays open while the change shows, so that a
 * crash in the middle of a proof is found, and can be undone, at the next start.
 */
export async function inPlaceStage(options: ApplyOptions): Promise<InPlaceStage> {
  const { root, stage } = options.lock.state;
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
  const keep = async (evidence: Evidence): Promise<Receipt | null> => {
    await show('after');
    if (shown === null) return null;
    const receipt = { ...shown.receipt, evidence };
    await closeApplied(options, { ...shown, receipt });
    shown = null;
    return receipt;
  };
  return { root, scratch, show, keep, close };
}
