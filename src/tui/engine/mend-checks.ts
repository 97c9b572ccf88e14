import { CHECKS } from '../../../analyzers/checks.ts';
import { changedPaths } from '../../core/change-set.ts';
import type { Finding } from '../../core/finding.ts';
import { countLines } from '../../core/lines.ts';
import { mendFindings } from '../../engine/gate/mend-findings.ts';
import { planMends } from '../../engine/gate/plan-mends.ts';
import { stateFolderOf } from '../../engine/state/state-folder.ts';
import { withLock } from '../../engine/state/with-lock.ts';
import type { View } from '../../workspace/view.ts';
import { gitState } from './apply-plans.ts';
import { diffLines } from './diff-lines.ts';
import { refusalView } from './make-preview.ts';
import type { EngineEvent, FindingPlace, Mends } from './messages.ts';
import type { Scanned } from './rank-workspace.ts';
import type { SessionOptions } from './session-options.ts';

/** One finding by its rule and place; null means all that can be fixed. */
const wanted =
  (at: FindingPlace | null) =>
  ({ rule, place, symbol }: Finding): boolean =>
    at === null || (rule === at.rule && place.path === at.path && (symbol ?? null) === at.symbol);

/** What mending would write; nothing is written, and nothing but git is executed. */
export async function surveyMends(
  { view, repository }: Scanned,
  at: FindingPlace | null,
  signal: AbortSignal,
): Promise<Mends> {
  const { changeSets, after, mended, refusals } = planMends(view, CHECKS, wanted(at));
  const paths = [...new Set(changeSets.flatMap(changedPaths))].sort();
  const size = (side: View, path: string): number | null =>
    side.file(path)?.state === 'text' ? countLines(side.text(path)) : null;
  return {
    ...(await gitState(repository, signal)),
    mended,
    files: paths.map((path) => ({ path, before: size(view, path), after: size(after, path) })),
    diff: diffLines(view, after, changeSets, true),
    refusals: refusals
      .map((each) => refusalView(view, each))
      .map(({ place, why, whatToDo }) => `${place}: ${why}. ${whatToDo}`),
  };
}

export interface MendRequest {
  readonly at: FindingPlace | null;
  readonly command: readonly string[];
  readonly appliedAt: string;
}

/** Mends as `check --fix` does: one journal, one undo. */
export async function mendChecks(
  options: SessionOptions,
  { view, root }: Scanned,
  { at, command, appliedAt }: MendRequest,
  emit: (event: EngineEvent) => void,
  signal: AbortSignal,
): Promise<{ readonly mended: number; readonly receipt: string | null }> {
  const onProgress = (event: Extract<EngineEvent, { type: 'progress' }>['event']): void =>
    emit({ type: 'progress', event });
  const state = await stateFolderOf(root, options.env);
  const result = await withLock({ state, onProgress, signal }, (lock) =>
    mendFindings({
      view,
      checks: CHECKS,
      isWanted: wanted(at),
      lock,
      receipt: { tool: options.tool, appliedAt, command },
      onProgress,
      signal,
    }),
  );
  return { mended: result.mended, receipt: result.receipt?.id ?? null };
}
