import { budget } from '../../../analyzers/budget/index.ts';
import { CHECKS } from '../../../analyzers/checks.ts';
import type { Coupling } from '../../../analyzers/churn/coupling.ts';
import type { FileMetrics } from '../../../analyzers/complexity/metrics.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import type { Composition } from '../../../analyzers/composition/composition.ts';
import { composition as compositionAnalyzer } from '../../../analyzers/composition/index.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { type Hotspot, hotspots } from '../../../analyzers/hotspots/index.ts';
import { unreadLineOf } from '../../../analyzers/hotspots/measure-files.ts';
import { mergeFiles } from '../../../analyzers/hotspots/merge-files.ts';
import { scoreOf } from '../../../analyzers/hotspots/score.ts';
import { findUnfinished } from '../../engine/apply/list-history.ts';
import { mendableRules } from '../../engine/gate/plan-mends.ts';
import { LANGUAGES } from '../../engine/languages.ts';
import { loadConfig } from '../../engine/load-config.ts';
import { openWorkspace } from '../../engine/open-workspace.ts';
import { planningOf } from '../../engine/planning-of.ts';
import { stateFolderOf } from '../../engine/state/state-folder.ts';
import { openRepository, type Repository } from '../../git/open-repository.ts';
import { tryGit } from '../../git/run-git.ts';
import type { FactResult } from '../../languages/fact.ts';
import { grammarOf, languageOf } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { joinReports } from '../../report/findings/join-reports.ts';
import type { View } from '../../workspace/view.ts';
import type { EngineEvent } from './messages.ts';
import type { SessionOptions } from './session-options.ts';

export interface Scanned {
  readonly view: View;
  readonly root: string;
  readonly composition: Composition;
  readonly repository: Repository | null;
  /** None where history takes no part. */
  readonly coupling: readonly Coupling[];
}

type Emit = (event: EngineEvent) => void;

const EVERY_MS = 120;
/** Rows in one message: so few that taking them over costs the screen no more than a few milliseconds. */
const PIECE = 1500;

/** Opens the workspace and tells what it finds as it goes: files by complexity first, the ranking with history at the end. */
export async function scanWorkspace(options: SessionOptions, emit: Emit, signal: AbortSignal): Promise<Scanned> {
  const { root } = options;
  const config = await loadConfig(root);
  const early = earlyRows(emit);
  const opened = await openWorkspace({
    root,
    config,
    today: options.today,
    facts: [metricsFact, rustComposition],
    history: {},
    tags: true,
    workers: options.workers,
    cacheDir: options.cacheDir,
    onProgress: throttled(emit),
    onFile: early.onFile,
    signal,
  });
  early.flush();
  emit({ type: 'progress', event: { type: 'phase', phase: 'analyze' } });
  const { view } = opened;
  const composition = compositionAnalyzer.run(view);
  const report = hotspots.run(view, { composition, lang: null, by: 'file', sort: 'score', top: null });
  await sendRows(emit, 'file', report.entries);
  const modules = hotspots.run(view, { composition, lang: null, by: 'module', sort: 'score', top: null });
  await sendRows(emit, 'module', modules.entries);
  const { repository } = await openRepository(opened.root, signal);
  const measured = budget.run(view, { composition, planning: planningOf });
  const checks = joinReports(measured, runChecks(view, CHECKS));
  const provers = await Promise.all(LANGUAGES.map(({ prover }) => prover()));
  const unfinished = await findUnfinished(await stateFolderOf(root, options.env));
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
      rungs: Object.fromEntries(provers.map(({ language, rungs }) => [language, rungs])),
      breaksCycles: LANGUAGES.filter((one) => one.breaksCycles).map(({ id }) => id),
      unfinished: unfinished?.id ?? null,
    },
  });
  const months = report.entries.flatMap(({ path, churn }) => (churn ? [[path, churn.trend] as const] : []));
  if (months.length > 0) emit({ type: 'activity', months: new Map(months) });
  return { view, root: opened.root, composition, repository, coupling: report.coupling ?? [] };
}

export async function branchOf(repository: Repository, signal: AbortSignal): Promise<string | null> {
  const result = await tryGit(['symbolic-ref', '--short', '-q', 'HEAD'], { cwd: repository.root, signal });
  return result.exitCode === 0 ? result.stdout.toString('utf8').trim() : (repository.head?.slice(0, 10) ?? null);
}

async function sendRows(emit: Emit, by: 'file' | 'module', rows: readonly Hotspot[]): Promise<void> {
  for (let i = 0; i === 0 || i < rows.length; i += PIECE) {
    emit({ type: 'ranked', by, rows: rows.slice(i, i + PIECE), first: i === 0 });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Counts ten times a second are enough for eyes. */
function throttled(emit: Emit): (event: Extract<EngineEvent, { type: 'progress' }>['event']) => void {
  let last = 0;
  return (event) => {
    const now = performance.now();
    if (event.type === 'step' && now - last < EVERY_MS && event.done < event.total) return;
    last = now;
    emit({ type: 'progress', event });
  };
}

function earlyRows(emit: Emit): {
  onFile: (path: string, known: (path: string, factId: string) => FactResult<unknown> | null) => void;
  flush: () => void;
} {
  let rows: Hotspot[] = [];
  let sent = 0;
  let last = performance.now();
  const flush = (): void => {
    if (rows.length > 0) emit({ type: 'rows', rows });
    sent += rows.length;
    rows = [];
    last = performance.now();
  };
  return {
    flush,
    onFile(path, known) {
      const grammar = grammarOf(path);
      const fact = grammar ? (known(path, metricsFact.id) as FactResult<FileMetrics> | null) : null;
      if (!grammar || !fact || fact.status === 'failed') return;
      rows.push(earlyRow(path, languageOf(grammar), fact.value, unreadLineOf(fact)));
      // The screen sorts all that it has at each message: the more there is, the rarer they come.
      if (performance.now() - last > EVERY_MS + sent / 50) flush();
    },
  };
}

function earlyRow(
  path: string,
  language: Hotspot['language'],
  metrics: FileMetrics,
  unreadLine: number | null,
): Hotspot {
  const file = { path, module: path, host: path, position: 0, language, metrics, unreadLine };
  return {
    ...mergeFiles([file], { status: 'not-read', reason: 'it comes later' }),
    rank: 0,
    score: scoreOf(metrics.cognitive, null),
    baselines: { byLines: 0, byRevisions: null },
  };
}
