import type { Collected } from './collect-items.ts';
import type { Problem } from './problem.ts';

export interface Pair {
  readonly earlier: Collected;
  readonly later: Collected;
}

interface PairOptions {
  readonly facade: string;
  /** Names of the parts: their `mod` lines are new, and compared by themselves. */
  readonly modules: ReadonlySet<string>;
  readonly placeOf: (offset: number) => { readonly path: string; readonly at: number };
}

/** Every item before has one equal after, and nothing else appeared but what a split writes. */
export function pairItems(
  earlier: readonly Collected[],
  later: readonly Collected[],
  { facade, modules, placeOf }: PairOptions,
): { pairs: Pair[]; problems: Problem[] } {
  const pairs: Pair[] = [];
  const problems: Problem[] = [];
  const left = new Map<string, Collected[]>();
  for (const item of later) left.set(item.key, [...(left.get(item.key) ?? []), item]);
  const headers = new Set<string>();
  for (const old of earlier) {
    const list = left.get(old.key) ?? [];
    if (old.repeats) headers.add(old.key);
    const found = Math.max(
      0,
      list.findIndex(({ path }) => path === facade),
    );
    const [now] = list.splice(found, 1);
    if (now) pairs.push({ earlier: old, later: now });
    else {
      const { path, at } = placeOf(old.start);
      problems.push({ path, start: at, why: `the ${old.kind} \`${old.name}\` is gone, or not what it was` });
    }
  }
  for (const list of left.values())
    for (const extra of list) {
      if (extra.repeats && headers.has(extra.key)) continue;
      if (extra.kind === 'mod' && extra.path === facade && modules.has(extra.name)) continue;
      problems.push({
        path: extra.path,
        start: extra.start,
        why: `the ${extra.kind} \`${extra.name}\` was not there before`,
      });
    }
  return { pairs, problems };
}
