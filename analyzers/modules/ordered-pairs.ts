import type { LoadEffect, Outline } from '../../src/core/unit.ts';
import { WORLD } from '../../src/languages/python/known-calls.ts';

/** Two units (by index), the first of which has to be loaded before the second. */
export type Pair = readonly [first: number, second: number];

/**
 * What has to be loaded before what for its effects' sake. Of the pairs that follow from others only few are there: what changes a state
 * stands behind the last that changed it and all that looked at it since.
 */
export function orderedPairs({ effects = [] }: Outline): Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (first: number, second: number): void => {
    if (first !== second) pairs.set(`${first} ${second}`, [first, second]);
  };
  for (const uses of usesOf(effects).values()) chain(uses, add);
  timed(effects, add);
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
}

interface StateUse {
  readonly unit: number;
  readonly changes: boolean;
}

/** By root, in source order. What touches the world may change the state of every other module. */
function usesOf(effects: readonly LoadEffect[]): ReadonlyMap<string, readonly StateUse[]> {
  const foreign = new Set([WORLD, ...effects.flatMap(rootsOf).filter(isForeign)]);
  const uses = new Map<string, StateUse[]>();
  effects.forEach((effect, unit) => {
    const touched = new Set(effect.touches);
    const all = new Set(rootsOf(effect));
    if (all.has(WORLD)) for (const root of foreign) all.add(root);
    else if ([...all].some(isForeign)) all.add(WORLD);
    for (const root of all) {
      const known = uses.get(root) ?? [];
      known.push({ unit, changes: touched.has(root) || (touched.has(WORLD) && isForeign(root)) });
      uses.set(root, known);
    }
  });
  return uses;
}

const isForeign = (root: string): boolean => root.startsWith(WORLD);

const rootsOf = ({ touches, reads = [] }: LoadEffect): string[] => [...touches, ...reads];

function chain(uses: readonly StateUse[], add: (first: number, second: number) => void): void {
  let last = -1;
  let since: number[] = [];
  for (const { unit, changes } of uses) {
    if (!changes) {
      if (last !== -1) add(last, unit);
      since.push(unit);
      continue;
    }
    if (since.length > 0) for (const reader of since) add(reader, unit);
    else if (last !== -1) add(last, unit);
    last = unit;
    since = [];
  }
}

/** Names that several units bind: who sees one stands between those that bind it. */
function timed(effects: readonly LoadEffect[], add: (first: number, second: number) => void): void {
  effects.forEach(({ rebinds = [] }, unit) => {
    for (const name of rebinds)
      effects.forEach(({ sees }, other) => {
        if (sees?.includes(name)) add(Math.min(unit, other), Math.max(unit, other));
      });
  });
}
