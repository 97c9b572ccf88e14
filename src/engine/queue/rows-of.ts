import type { ChangeSet } from '../../core/change-set.ts';
import { countLines } from '../../core/lines.ts';
import type { View } from '../../workspace/view.ts';
import type { SplitResult } from '../split/split-result.ts';
import { firstGap } from '../verdict/first-gap.ts';
import type { QueueRow } from './queue-row.ts';

/** What a run came to, file by file, in path order. */
export function rowsOf(result: SplitResult, commits: readonly string[]): QueueRow[] {
  const { outcome, plans, leftOut, changeSets, before, after } = result;
  const receipt = result.receipt?.id ?? null;
  const left = leftOut.map((one): QueueRow => ({ ...rowOf(before, one.path), outcome: one.outcome, why: one.why }));
  const taken = new Set(left.map(({ path }) => path));
  const planned = plans.map(({ base }) => base[0]!.path).filter((path) => !taken.has(path));
  const rows = [...new Set(planned)].map((path): QueueRow => {
    const row = rowOf(before, path);
    if (outcome !== 'proven') return { ...row, outcome, why: whyNot(result) };
    const sets = changeSets.filter(({ base }) => base[0]?.path === path);
    const made = sets
      .flatMap(({ create }) => create.map((one) => one.path))
      .sort()
      .map((one) => ({ path: one, lines: linesOf(after, one) ?? 0 }));
    return {
      ...row,
      outcome: sets.length === 0 ? 'unchanged' : 'proven',
      after: linesOf(after, placeOf(sets, path)),
      made,
      receipt,
      commits,
    };
  });
  return [...left, ...rows].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where a file stands now that may have become a package. */
const placeOf = (sets: readonly ChangeSet[], path: string): string =>
  sets.flatMap(({ move }) => move).find(({ from }) => from === path)?.to ?? path;

function whyNot({ outcome, refusals, decision }: SplitResult): string | null {
  if (outcome === 'not-proven') return firstGap(decision);
  return refusals.map(({ hazard, why }) => `${hazard}: ${why}`).join('; ') || null;
}

/** A row of a file that nothing was done to. */
function rowOf(view: View, path: string): QueueRow {
  const lines = linesOf(view, path);
  return { path, outcome: 'unchanged', why: null, before: lines, after: lines, made: [], receipt: null, commits: [] };
}

const linesOf = (view: View, path: string): number | null =>
  view.file(path)?.state === 'text' ? countLines(view.text(path)) : null;
