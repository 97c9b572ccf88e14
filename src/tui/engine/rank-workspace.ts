import { budget } from '../../../analyzers/budget/index.ts';
import { CHECKS } from '../../../analyzers/checks.ts';
import type { Coupling } from '../../../analyzers/churn/coupling.ts';
import type { Composition } from '../../../analyzers/composition/composition.ts';
import { composition as compositionAnalyzer } from '../../../analyzers/composition/index.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { hotspots } from '../../../analyzers/hotspots/index.ts';
import { findUnfinished } from '../../engine/apply/list-history.ts';
import { mendableRules } from '../../engine/gate/mendable-rules.ts';
import { LANGUAGE_TRAITS } from '../../engine/language-traits.ts';
import type { OpenedWorkspace } from '../../engine/open-workspace.ts';
import { planningOf } from '../../engine/planning-of.ts';
import { stateFolderOf } from '../../engine/state/state-folder.ts';
import type { Repository } from '../../git/open-repository.ts';
import { tryGit } from '../../git/run-git.ts';
import { joinReports } from '../../report/findings/join-reports.ts';
import type { View } from '../../workspace/view.ts';
import type { EngineEvent } from './messages.ts';
import { sendActivity, sendRows } from './send-rows.ts';
import type { SessionOptions } from './session-options.ts';
import { storeRanking } from './stored-ranking.ts';

export interface Scanned {
  readonly view: View;
  readonly root: string;
  readonly composition: Composition;
  readonly repository: Repository | null;
  /** None where history takes no part. */
  readonly coupling: readonly Coupling[];
}

/** Ranks what was opened, judges it, and tells both. */
export async function rankWorkspace(
  options: SessionOptions,
  opened: OpenedWorkspace,
  emit: (event: EngineEvent) => void,
  signal: AbortSignal,
): Promise<Scanned> {
  const { view, repository } = opened;
  const composition = compositionAnalyzer.run(view);
  const report = hotspots.run(view, { composition, lang: null, by: 'file', sort: 'score', top: null });
  await sendRows(emit, 'file', report.entries);
  const modules = hotspots.run(view, { composition, lang: null, by: 'module', sort: 'score', top: null });
  await sendRows(emit, 'module', modules.entries);
  const measured = budget.run(view, { composition, planning: planningOf });
  const checks = joinReports(measured, runChecks(view, CHECKS));
  const unfinished = await findUnfinished(await stateFolderOf(options.root, options.env));
  emit({
    type: 'opened',
    opened: {
      root: opened.root,
      files: opened.counts.files,
      sources: report.totals.found,
      failed: report.totals.failed,
      history: report.history.used ? null : report.history.reason,
      branch: repository === null ? null : await branchOf(repository, signal),
      notes: opened.notes,
      findings: checks.findings,
      unknown: checks.unknown.length,
      checked: checks.rules.some((rule) => rule.on ?? rule.limit !== null),
      mendable: mendableRules(CHECKS),
      budget: view.config.budget,
      rungs: Object.fromEntries(Object.entries(LANGUAGE_TRAITS).map(([id, { rungs }]) => [id, rungs])),
      breaksCycles: Object.entries(LANGUAGE_TRAITS).flatMap(([id, { breaksCycles }]) => (breaksCycles ? [id] : [])),
      unfinished: unfinished?.id ?? null,
    },
  });
  sendActivity(emit, report.entries);
  storeRanking(options, opened, report.entries);
  return { view, root: opened.root, composition, repository, coupling: report.coupling ?? [] };
}

export async function branchOf(repository: Repository, signal: AbortSignal): Promise<string | null> {
  const result = await tryGit(['symbolic-ref', '--short', '-q', 'HEAD'], { cwd: repository.root, signal });
  return result.exitCode === 0 ? result.stdout.toString('utf8').trim() : (repository.head?.slice(0, 10) ?? null);
}
