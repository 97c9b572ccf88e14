import { type Modules, openModules } from '../../../analyzers/readings/javascript/open-modules.ts';
import { type Sight, type UnitTouch, unitTouches, WORLD } from '../../../analyzers/readings/javascript/unit-touches.ts';
import type { LoadUnit } from '../../../src/languages/javascript/load-units.ts';
import { type ModuleLoading, moduleLoading } from '../../../src/languages/javascript/module-loading.ts';
import { oncePerFile } from '../../../src/workspace/once-per-file.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Two units that must be evaluated in this order. */
export interface OrderRule {
  readonly first: number;
  readonly then: number;
  /** `needs`: it reads the other. `acts`: both are run for what they do. `shares`: both may touch the same. `moment`: one changes what the other only reads. */
  readonly why: 'needs' | 'acts' | 'shares' | 'moment';
}

/** The rules of one module, and which of its units the evaluation of another module may affect. */
export interface OrderRules {
  readonly rules: readonly OrderRule[];
  /** Unit -> how it deals with what lies outside of the module. */
  readonly world: readonly ('no' | 'reads' | 'changes')[];
  /** What the language's own globals and prototypes are at its turn may show in it. */
  readonly asksLanguage: readonly boolean[];
  /** It has an effect, which would be lost if nothing loaded it any more. */
  readonly seen: readonly boolean[];
}

/**
 * The order that matters, by the units' places in the module before the split. A function declaration needs no place: it exists before
 * anything is evaluated.
 */
export function orderRules(modules: Modules, path: string, loading: ModuleLoading, sight: Sight): OrderRules {
  const { units } = loading;
  const touches = unitTouches(modules, path, loading, sight);
  const rules: OrderRule[] = [];
  units.forEach((unit, then) => {
    if (!unit.evaluated) return;
    for (let first = 0; first < then; first++) {
      if (!units[first]!.evaluated) continue;
      const why = reasonFor([units[first]!, touches[first]!, first], [unit, touches[then]!, then]);
      if (why !== null) rules.push({ first, then, why });
    }
  });
  return {
    rules,
    world: units.map(({ effect }, i) => worldTouch(touches[i]!, effect === 'acts')),
    asksLanguage: units.map((unit) => unit.asksLanguage),
    seen: units.map(({ effect }, i) => effect !== 'none' || touches[i]!.changes),
  };
}

type Loaded = readonly [unit: LoadUnit, touch: UnitTouch, at: number];

function reasonFor([a, left, first]: Loaded, [b, right, then]: Loaded): OrderRule['why'] | null {
  if (right.needs.has(first)) return 'needs';
  // A `var` that is read too early is there, and undefined.
  if (b.hoisted && left.needs.has(then)) return 'shares';
  if ((a.effect === 'acts' && b.effect !== 'none') || (b.effect === 'acts' && a.effect !== 'none')) return 'acts';
  if ([...left.probes].some((one) => right.probes.has(one))) return 'shares';
  if (!left.changes && !right.changes) return null;
  if (![...left.roots].some((root) => right.roots.has(root))) return null;
  return left.changes && right.changes ? 'shares' : 'moment';
}

/**
 * Pairs of a file's units, by place, that a plan has to keep in order for what they do; those that only need one another are left out, and
 * those that follow from others.
 */
export const requiredOrder = oncePerFile((view: View, path: string): readonly (readonly [number, number])[] => {
  const read = view.facts(path, moduleLoading);
  if (read.status === 'failed') return [];
  const { rules } = orderRules(openModules(view), path, read.value, 'all');
  const before = new Map<number, Set<number>>();
  const pairs: (readonly [number, number])[] = [];
  for (const { first, then, why } of [...rules].sort((a, b) => a.then - b.then || b.first - a.first)) {
    if (why === 'needs') continue;
    const known = before.get(then) ?? new Set<number>();
    before.set(then, known);
    if (known.has(first)) continue;
    pairs.push([first, then]);
    known.add(first);
    for (const earlier of before.get(first) ?? []) known.add(earlier);
  }
  return pairs;
});

function worldTouch({ roots, changes }: UnitTouch, acts: boolean): OrderRules['world'][number] {
  if (!roots.has(WORLD) && !acts) return 'no';
  return changes ? 'changes' : 'reads';
}
