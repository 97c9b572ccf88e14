import { byText } from '../../src/core/compare.ts';
import type { History } from '../../src/git/history.ts';
import type { Ownership } from './churn.ts';

/** Who added the lines of some files, taken together; null where the history of lines was not read, or says nothing of them. */
export function ownersOf(history: History, paths: readonly string[]): Ownership | null {
  if (history.status !== 'ok' || history.lines.status !== 'ok') return null;
  const added = new Map<string, number>();
  for (const path of paths)
    for (const [author, lines] of history.lines.files.get(path)?.added ?? [])
      added.set(author, (added.get(author) ?? 0) + lines);
  const ranked = [...added].sort(([a, m], [b, n]) => n - m || byText(a, b));
  const total = ranked.reduce((sum, [, lines]) => sum + lines, 0);
  const [first] = ranked;
  if (!first) return null;
  return { mainAuthor: first[0], share: first[1] / total, busFactor: fewestForHalf(ranked, total), linesAdded: total };
}

function fewestForHalf(ranked: readonly (readonly [string, number])[], total: number): number {
  let sum = 0;
  for (const [i, [, lines]] of ranked.entries()) {
    sum += lines;
    if (2 * sum > total) return i + 1;
  }
  return ranked.length;
}
