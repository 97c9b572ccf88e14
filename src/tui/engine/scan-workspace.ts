import type { FileMetrics } from '../../../analyzers/complexity/metrics.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import { unreadLineOf } from '../../../analyzers/hotspots/measure-files.ts';
import { mergeFiles } from '../../../analyzers/hotspots/merge-files.ts';
import { scoreOf } from '../../../analyzers/hotspots/score.ts';
import { loadConfig } from '../../engine/load-config.ts';
import { openWorkspace } from '../../engine/open-workspace.ts';
import type { FactResult } from '../../languages/fact.ts';
import { grammarOf, languageOf } from '../../languages/language.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import type { EngineEvent } from './messages.ts';
import type { Scanned } from './rank-workspace.ts';
import type { SessionOptions } from './session-options.ts';

type Emit = (event: EngineEvent) => void;

const EVERY_MS = 120;

/** Opens the workspace and tells what it finds as it goes: files by complexity first, the ranking with history at the end. What ranks and judges is loaded behind the first. */
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
  const { rankWorkspace } = await import('./rank-workspace.ts');
  return rankWorkspace(options, opened, emit, signal);
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
