import type { LoadEffect, Unit } from '../../core/unit.ts';
import type { Syntax } from '../syntax.ts';
import { type EffectFacts, effectFacts } from './effect-facts.ts';
import { globalWrites } from './module-accesses.ts';
import { isImport } from './module-names.ts';
import { held, ownEffects, type Roots } from './own-effects.ts';
import type { ScopeTree } from './scope-tree.ts';

/** What loading each unit may do to state that others see, and what it looks at. Who is called and cannot be read may touch its root. */
export function moduleEffects(syntax: Syntax, tree: ScopeTree, units: readonly Unit[]): LoadEffect[] {
  const rebound = new Set(globalWrites(tree).map(({ name }) => name));
  const facts = effectFacts(syntax, tree, units, rebound);
  const effects = units.map((_, i) => ownEffects(facts, i));
  const whole = throughHeld(facts, effects);
  const several = severalTimes(facts);
  return units.map((unit, i) => {
    const seen = (names: ReadonlySet<string>): string[] =>
      [...names].filter((name) => mayBeBound(facts, name, i)).sort();
    const { touches, reads, asks } = whole[i]!;
    const timed = several.size === 0 ? {} : timedNames(facts, several, unit, i, touches.size > 0);
    const looks = seen(reads).filter((name) => !touches.has(name));
    return {
      touches: seen(touches),
      ...(looks.length > 0 && { reads: looks }),
      ...(asks.size > 0 && { asks: [...asks].sort() }),
      ...timed,
    };
  });
}

/**
 * What was handed to something can be reached through it from then on: `hooks.register(f)` and later `hooks.fire()` runs f.
 * @returns for each unit, with what it reaches so
 */
function throughHeld(facts: EffectFacts, effects: readonly Roots[]): Roots[] {
  const given = new Map<string, Set<string>>();
  return effects.map((roots, i) => {
    const touches = new Set(roots.touches);
    const reads = new Set(roots.reads);
    // A set that grows while it is walked is walked to its end.
    for (const root of touches)
      for (const name of given.get(root) ?? []) for (const more of facts.reach(name)) touches.add(more);
    for (const root of reads)
      for (const name of given.get(root) ?? []) for (const more of facts.reach(name)) reads.add(more);
    const handed = held(facts, i);
    if (handed.length > 0)
      for (const root of roots.touches) {
        const known = given.get(root) ?? new Set<string>();
        for (const name of handed) known.add(name);
        given.set(root, known);
      }
    return { touches, reads, asks: roots.asks };
  });
}

/** Names that several units bind, imports aside. */
const severalTimes = ({ names: { binders, units } }: EffectFacts): ReadonlySet<string> =>
  new Set(
    [...binders].filter(([, all]) => all.length > 1 && all.every((i) => !isImport(units[i]!))).map(([name]) => name),
  );

/** `X = list(Y); del X[3]; X = tuple(X)`: each line needs the X of its own moment. */
function timedNames(
  facts: EffectFacts,
  several: ReadonlySet<string>,
  unit: Unit,
  index: number,
  acts: boolean,
): Pick<LoadEffect, 'rebinds' | 'sees'> {
  if (isImport(unit)) return {};
  const rebinds = unit.defines.map(({ name }) => name).filter((name) => several.has(name));
  const direct = unit.uses.filter(({ eager }) => eager).map(({ name }) => name);
  const seen = acts ? [...facts.mentioned(direct)] : direct;
  const sees = seen.filter((name) => several.has(name) && mayBeBound(facts, name, index));
  return {
    ...(rebinds.length > 0 && { rebinds: [...new Set(rebinds)].sort() }),
    ...(sees.length > 0 && { sees: [...new Set(sees)].sort() }),
  };
}

/** What is first bound further down has no state yet that this unit could see: reading it would have been a NameError. */
const mayBeBound = ({ names: { binders } }: EffectFacts, root: string, unit: number): boolean => {
  const known = binders.get(root.replace(/^</, ''));
  return known === undefined || known.some((i) => i <= unit);
};
