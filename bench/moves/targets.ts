import { JAVASCRIPT_TARGETS } from '../corpus/javascript-targets.ts';
import { PYTHON_TARGETS } from '../corpus/python-targets.ts';
import { RUST_TARGETS } from '../corpus/rust-targets.ts';
import { TARGETS, type Target, targetId } from '../corpus/targets.ts';

/** Files of the corpora, one after another of each ecosystem, so that a run that is stopped has some of all. */
export function moveTargets(): Target[] {
  const known = new Map(
    [...TARGETS, ...PYTHON_TARGETS, ...RUST_TARGETS, ...JAVASCRIPT_TARGETS].map((one) => [targetId(one), one]),
  );
  const lanes = new Map<string, Target[]>();
  for (const one of known.values()) lanes.set(one.of.ecosystem, [...(lanes.get(one.of.ecosystem) ?? []), one]);
  const rounds = Math.max(...[...lanes.values()].map(({ length }) => length));
  return Array.from({ length: rounds }, (_, i) => [...lanes.values()].flatMap((lane) => lane[i] ?? [])).flat();
}
