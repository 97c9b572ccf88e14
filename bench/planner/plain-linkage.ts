import { referenceGraph } from '../../analyzers/modules/atoms/reference-graph.ts';
import { groupsAfter, linkAtoms } from '../../analyzers/modules/cluster/link-atoms.ts';
import { wordsOf } from '../../analyzers/modules/name/name-words.ts';
import type { Outline } from '../../src/core/unit.ts';
import type { Item } from './human-case.ts';

/**
 * What a planner has to beat: average linkage over four signs, each of weight 1 and none fitted. Units that stand next to one another, the share
 * of words that their names have in common, whether one names the other, and impls tied to their types. The facade is a group like the others.
 * @returns labels by item
 */
export function plainLinkage(outline: Outline, items: readonly Item[], count: number): string[] {
  const holders = [...new Set(items.map(({ holder }) => holder))].sort((a, b) => a.start - b.start);
  const home = new Map(holders.map((unit, i) => [unit.id, i]));
  const affinity = holders.map(() => new Float64Array(holders.length));
  const add = (a: number | undefined, b: number | undefined, value: number): void => {
    if (a === undefined || b === undefined || a === b) return;
    affinity[a]![b]! += value;
    affinity[b]![a]! += value;
  };
  const words = holders.map(({ name }) => new Set(wordsOf(name ?? '')));
  for (let a = 0; a < holders.length; a += 1) {
    add(a, a + 1 < holders.length ? a + 1 : undefined, 1);
    for (let b = a + 1; b < holders.length; b += 1) add(a, b, jaccard(words[a]!, words[b]!));
  }
  const { units, references } = referenceGraph(outline);
  const pairs = new Set(references.map(({ from, to }) => `${Math.min(from, to)} ${Math.max(from, to)}`));
  for (const pair of pairs) {
    const [from, to] = pair.split(' ').map((i) => home.get(units[Number(i)]!.id));
    add(from, to, 1);
  }
  tieImpls(holders, (a, b) => add(a, b, TIED));
  const links = linkAtoms(affinity, new Float64Array(holders.length).fill(1), null, 1);
  const groups = groupsAfter(holders.length, links, Math.min(count, holders.length));
  const labelOf = new Map(
    groups.flatMap((group, g) => group.map((i): [string, string] => [holders[i]!.id, String(g)])),
  );
  return items.map(({ holder }) => labelOf.get(holder.id)!);
}

/** More than any number of other signs: merged first. */
const TIED = 1000;

function tieImpls(holders: readonly Item['holder'][], tie: (a: number, b: number) => void): void {
  const types = new Map<string, number>();
  holders.forEach((unit, i) => {
    for (const { name, spaces } of unit.defines) if (spaces.includes('type') && !types.has(name)) types.set(name, i);
  });
  holders.forEach((unit, i) => {
    const type = unit.kind === 'impl' ? types.get(unit.name ?? '') : undefined;
    if (type !== undefined) tie(type, i);
  });
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
