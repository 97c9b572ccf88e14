import { byText } from '../../core/compare.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { RunFile, RunResult } from '../../core/run-result.ts';
import type { FileEntry, View } from '../../workspace/view.ts';
import { type Chosen, readBySteps } from './choose-files.ts';
import { gatherChanges } from './gather-changes.ts';
import type { FileOutcome, Step } from './messages.ts';
import { runInThreads } from './transform-pool.ts';

export interface RunRequest {
  readonly view: View;
  readonly root: string;
  readonly steps: readonly Step[];
  readonly chosen: Chosen;
  readonly failFast: boolean;
  readonly threads: number;
  /** Milliseconds a file. */
  readonly timeLimit: number;
  readonly onPrint: (text: string) => void;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

const STATES: Readonly<Record<Exclude<FileEntry['state'], 'text'>, string>> = {
  symlink: 'it is a symbolic link',
  binary: 'it is binary',
  'not-utf8': 'it is not UTF-8',
  'too-large': 'it is too large to be read',
  unreadable: 'it cannot be read',
};

/** Runs codemods over files, in threads, and hands back what would change. Writes nothing; executes the codemods. */
export async function runCodemods(request: RunRequest): Promise<RunResult> {
  const { view, root, steps, signal, onProgress } = request;
  const rows = new Map<string, RunFile>();
  const changes = gatherChanges(view);
  const stats: Record<string, number> = {};
  const reports: { path: string; text: string }[] = [];
  let { files, others } = request.chosen;
  // Of the files that the threads are at: the texts of all would be as much memory as the workspace.
  const texts = new Map<number, string>();
  let parses = 0;
  let failed = false;
  await runInThreads({
    steps,
    candidates: files.map(({ path }) => path),
    jobsOf: (reads) => {
      ({ files, others } = readBySteps(request.chosen, reads));
      const ids = readable(files, others, rows);
      onProgress({ type: 'phase', phase: 'run', total: ids.length });
      return ids;
    },
    jobOf: (id) => {
      const { path: relative } = files[id]!;
      const text = view.textOnce(relative);
      texts.set(id, text);
      return { id, root, relative, text };
    },
    threads: request.threads,
    timeLimit: request.timeLimit,
    signal,
    onPrint: request.onPrint,
    onAnswer: (answer) => {
      const { path } = files[answer.id]!;
      parses += answer.parses;
      const outcome = changes.add(path, texts.get(answer.id)!, answer);
      texts.delete(answer.id);
      rows.set(path, row(path, outcome));
      for (const [name, count] of Object.entries(answer.stats)) stats[name] = (stats[name] ?? 0) + count;
      for (const text of answer.reports) reports.push({ path, text });
      failed ||= outcome.status === 'failed';
      onProgress({ type: 'step', phase: 'run', done: rows.size, total: files.length + others.length });
      return !(failed && request.failFast);
    },
  });
  for (const { path } of files)
    if (!rows.has(path))
      rows.set(path, row(path, { status: 'skipped', why: 'the run stopped at a failure before it' }));
  const accounted = [...rows.values()].sort((a, b) => byText(a.path, b.path));
  const found = files.length + others.length;
  if (accounted.length !== found) throw new Error(`${found} files were found, ${accounted.length} are accounted for`);
  return {
    codemods: steps.map(({ name }) => name),
    files: accounted,
    parses,
    changeSet: changes.changeSet(),
    stats,
    reports: reports.sort((a, b) => byText(a.path, b.path)),
    isWhole: !(failed && request.failFast),
  };
}

/** The places of the files that can be read; the others get their row at once. */
function readable(files: readonly FileEntry[], others: Chosen['others'], rows: Map<string, RunFile>): number[] {
  for (const { path, why } of others) rows.set(path, row(path, { status: 'skipped', why }));
  return files.flatMap(({ path, state }, id) => {
    if (state === 'text') return [id];
    rows.set(path, row(path, { status: 'skipped', why: STATES[state] }));
    return [];
  });
}

function row(path: string, outcome: FileOutcome): RunFile {
  const { status } = outcome;
  const why = status === 'failed' ? `${outcome.step}: ${outcome.why}` : status === 'skipped' ? outcome.why : null;
  const { whole, unstable, movedTo } = status === 'changed' ? outcome : NO_CHANGE;
  return { path, status, why, whole, unstable, movedTo };
}

const NO_CHANGE = { whole: [], unstable: [], movedTo: null } as const;
