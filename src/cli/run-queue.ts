import { EXIT, type ExitCode } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import type { LeftOut } from '../engine/change/left-out.ts';
import { askedKey, keepRows, keptRows } from '../engine/queue/queue-record.ts';
import type { EndedRow, QueueRow } from '../engine/queue/queue-row.ts';
import { rowsOf } from '../engine/queue/rows-of.ts';
import { planEach } from '../engine/split/plan-each.ts';
import type { Planned } from '../engine/split/plan-splits.ts';
import type { Lock } from '../engine/state/with-lock.ts';
import { queueLines } from '../report/queue/terminal.ts';
import { sanitize } from '../report/sanitize.ts';
import type { View } from '../workspace/view.ts';
import { type Io, remark } from './io.ts';
import type { CommonOptions } from './options.ts';
import { readVersion } from './read-version.ts';
import { proveAndWrite, type WriteOptions } from './run-split.ts';
import { limitsOf } from './split-options.ts';
import { withView } from './with-view.ts';

export interface QueueOptions extends CommonOptions, Omit<WriteOptions, 'root' | 'json'> {
  readonly limit?: number;
  readonly anyway?: boolean;
  readonly each?: boolean;
  readonly resume?: boolean;
}

/** A file of the queue, in the workspace; its plan where one was named, or why that plan does not count. */
export interface Target {
  readonly path: string;
  readonly plan: { readonly named: string; readonly read: (view: View) => Plan | LeftOut } | null;
}

export interface Queue {
  readonly targets: readonly Target[];
  /** What the queue was asked, as data: a run goes on where one that was asked the same has ended. */
  readonly asked: unknown;
}

/** Divides the files of a queue, together or each by itself, and gives how each ended. */
export async function runQueue(
  io: Io,
  { view, root, lock }: { readonly view: View; readonly root: string; readonly lock: Lock | null },
  { targets, asked }: Queue,
  options: QueueOptions,
): Promise<EndedRow[]> {
  const { evidence, test, accept, acceptUncompiled, inPlace, notes, limit, anyway, each } = options;
  const how = { evidence, test, accept, acceptUncompiled, inPlace, notes, limit, anyway, each, ...limitsOf(options) };
  const key = askedKey([readVersion(), asked, how]);
  const earlier = options.resume && lock ? await keptRows(lock.state, key, view) : [];
  const ended = new Set(earlier.map(({ path }) => path));
  const open = targets.filter(({ path }) => !ended.has(path));
  if (earlier.length > 0) remark(io, `${earlier.length} of the queue ended in an earlier run.\n`);
  const keep = async (rows: readonly QueueRow[], after: View): Promise<void> => {
    if (lock) await keepRows(lock.state, key, rows, { after });
  };
  const run: QueueRun = { io, root, lock, options, keep };
  const rows = open.length === 0 ? [] : each ? await runEach(run, open) : await runTogether(run, view, open);
  return [
    ...earlier.map((row) => ({ ...row, isEarlier: true })),
    ...rows.map((row) => ({ ...row, isEarlier: false })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface QueueRun {
  readonly io: Io;
  readonly root: string;
  readonly lock: Lock | null;
  readonly options: QueueOptions;
  readonly keep: (rows: readonly QueueRow[], after: View) => Promise<void>;
}

async function runTogether(
  { io, root, lock, options, keep }: QueueRun,
  view: View,
  open: readonly Target[],
): Promise<QueueRow[]> {
  const { result, commit } = await proveAndWrite(io, { view, root, lock }, planAll(view, open, options), options);
  const rows = rowsOf(result, await commit());
  await keep(rows, result.outcome === 'proven' ? result.after : result.before);
  return rows;
}

/** Every file in a run of its own, on top of what the ones before it have written. */
async function runEach({ io, root, lock, options, keep }: QueueRun, open: readonly Target[]): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  const telling = tellOnce(io);
  for (const [i, target] of open.entries())
    await withView(telling, options, { facts: [], history: false }, async (view) => {
      remark(io, `${i + 1} of ${open.length} ${sanitize(target.path)}\n`);
      const { result, commit } = await proveAndWrite(
        telling,
        { view, root, lock },
        planAll(view, [target], options),
        options,
      );
      const ended = rowsOf(result, await commit());
      await keep(ended, result.outcome === 'proven' ? result.after : result.before);
      rows.push(...ended);
      io.stderr.write(
        ended
          .flatMap((row) => queueLines(row))
          .map((line) => `${line}\n`)
          .join(''),
      );
      return EXIT.fine;
    });
  return rows;
}

/** The same note of every opening of the workspace is told once. */
function tellOnce(io: Io): Io {
  const told = new Set<string>();
  const write = (text: string): void => {
    if (text.startsWith('note: ') && told.has(text)) return;
    told.add(text);
    io.stderr.write(text);
  };
  return { ...io, stderr: { ...io.stderr, write } };
}

/** A file that is not there, or a plan that does not fit, is left out like one that cannot be planned. */
function planAll(view: View, targets: readonly Target[], options: QueueOptions): Planned {
  const named = targets.flatMap(({ plan }) => (plan === null ? [] : [plan.read(view)]));
  const free = targets.flatMap(({ path, plan }) => (plan === null ? [path] : []));
  const made = planEach(view, free, options);
  const plans = [...made.plans, ...named.filter((one): one is Plan => 'modules' in one)];
  return {
    plans: plans.sort((a, b) => (a.base[0]!.path < b.base[0]!.path ? -1 : 1)),
    unplanned: [...made.unplanned, ...named.filter((one): one is LeftOut => !('modules' in one))],
  };
}

/** Fine where all that is worth it was divided; findings where some was not; refused where nothing was. */
export function exitOf(rows: readonly QueueRow[]): ExitCode {
  const failed = rows.some(({ outcome }) => outcome === 'refused' || outcome === 'not-proven');
  if (!failed) return EXIT.fine;
  return rows.some(({ outcome }) => outcome === 'proven') ? EXIT.findings : EXIT.refused;
}
