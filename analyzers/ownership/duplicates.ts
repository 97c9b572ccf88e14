import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { unitFinder } from '../map/units.ts';
import { type FunctionSketch, functionSketches } from './function-sketches-fact.ts';

interface Placed extends FunctionSketch {
  readonly path: string;
  readonly unit: string;
}

export interface Duplicate {
  readonly first: Placed;
  readonly again: Placed;
  /** 0 to 1: how much of what both have is in both. */
  readonly share: number;
}

/** Functions of different packages that are nearly the same. @param least share from which on they are reported */
export function duplicateFunctions(view: View, least: number): Duplicate[] {
  const units = unitFinder(view);
  const all = view.files.flatMap(({ path, grammar, state }): Placed[] => {
    if (state !== 'text' || grammar === null || isFixture(path) || /(?:^|\/)(?:tests?|benches|examples)\//.test(path))
      return [];
    const fact = view.facts(path, functionSketches);
    if (fact.status === 'failed') return [];
    const unit = units.of(path, 'crate') ?? units.of(path, 'distribution') ?? path.split('/', 1)[0]!;
    return fact.value.map((one) => ({ ...one, path, unit }));
  });
  const holders = new Map<number, Placed[]>();
  for (const one of all) for (const mark of one.sketch) holders.set(mark, [...(holders.get(mark) ?? []), one]);
  return all.flatMap((again) => {
    const others = new Set(again.sketch.slice(0, 8).flatMap((mark) => holders.get(mark) ?? []));
    const [best] = [...others]
      .filter((one) => one.unit !== again.unit && isBefore(one, again))
      .map((first) => ({ first, again, share: shareOf(first, again) }))
      .filter(({ share }) => share >= least)
      .sort((a, b) => b.share - a.share);
    return best ? [best] : [];
  });
}

const isBefore = (one: Placed, other: Placed): boolean =>
  one.path < other.path || (one.path === other.path && one.line < other.line);

/** Of the smallest marks of both together, those that both have: an estimate of how alike they are. */
function shareOf(one: Placed, other: Placed): number {
  const [a, b] = [new Set(one.sketch), new Set(other.sketch)];
  const union = [...new Set([...one.sketch, ...other.sketch])].sort((x, y) => x - y).slice(0, Math.max(a.size, b.size));
  return union.filter((mark) => a.has(mark) && b.has(mark)).length / union.length;
}
