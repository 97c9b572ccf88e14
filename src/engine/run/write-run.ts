import { type ChangeSet, changedPaths, isEmptyChangeSet } from '../../core/change-set.ts';
import { type Evidence, gapsOf, NO_EVIDENCE, NOTHING_ACCEPTED, type Rung } from '../../core/evidence.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { Receipt, ReceiptDraft } from '../../core/receipt.ts';
import type { View } from '../../workspace/view.ts';
import { applyChangeSets } from '../apply/apply-change-sets.ts';
import { proveChange, proversOf, requireRungs } from '../prove/prove-change.ts';
import { openGround } from '../stage/proving-ground.ts';
import type { Lock } from '../state/with-lock.ts';

export interface WriteRunOptions {
  readonly lock: Lock;
  readonly view: View;
  readonly changeSet: ChangeSet;
  readonly receipt: Pick<ReceiptDraft, 'tool' | 'appliedAt' | 'command' | 'codemods' | 'notes'>;
  /** B and T: what builds and tests say before and after. A codemod that is no split has no S. */
  readonly asked: readonly Rung[];
  readonly onAnnounce: (lines: readonly string[]) => void;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface WrittenRun {
  /** Null where there was nothing to write, or where what was asked for could not be shown. */
  readonly receipt: Receipt | null;
  readonly evidence: Evidence;
  readonly isShown: boolean;
}

/** Shows what was asked for in a staging copy, and writes once: one journal, one undo. */
export async function writeRun(options: WriteRunOptions): Promise<WrittenRun> {
  const { lock, view, changeSet, asked, onProgress, signal } = options;
  const draft: ReceiptDraft = {
    ...options.receipt,
    outcome: 'not-asked',
    asked,
    evidence: NO_EVIDENCE,
    plans: [],
    stage: null,
    inPlace: false,
  };
  if (isEmptyChangeSet(changeSet)) return { receipt: null, evidence: NO_EVIDENCE, isShown: true };
  if (asked.length === 0) {
    const receipt = await applyChangeSets({ lock, changeSets: [changeSet], receipt: draft, onProgress, signal });
    return { receipt, evidence: NO_EVIDENCE, isShown: true };
  }
  const after = view.overlay(changeSet);
  const paths = changedPaths(changeSet);
  const provers = await proversOf(after, paths);
  requireRungs(provers, asked);
  options.onAnnounce(
    provers.flatMap((prover) => prover.announce({ before: view, rungs: asked, testCommand: null }, paths)),
  );
  const ground = await openGround({
    lock,
    view,
    changeSets: [changeSet],
    inPlace: false,
    draft,
    commit: undefined,
    onProgress,
    signal,
  });
  try {
    const given = { before: view, after, changeSet, paths, asked, accepts: NOTHING_ACCEPTED, testCommand: null };
    const evidence = await proveChange({ ...given, stage: ground.stage, onProgress, signal });
    const isShown = gapsOf(evidence, asked, paths, NOTHING_ACCEPTED).length === 0;
    const receipt = isShown ? await ground.keep({ ...draft, evidence, stage: ground.listing }) : null;
    return { receipt, evidence, isShown };
  } finally {
    await ground.close();
  }
}
