import { reachesModule } from '../../../../analyzers/readings/python/reaches-module.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import { firstAsked } from './effect-order.ts';
import type { ImportEvent } from './simulate-import.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * A module that comes back to this one while it is loaded finds the definitions that it found before: it may take one, or go on without it
 * (`try: from m import f`, `hasattr`).
 */
export function boundForOthers(
  view: View,
  { before }: SplitShape,
  old: readonly ImportEvent[],
  now: readonly ImportEvent[],
): Defect[] {
  const defined = new Set(before.statements.filter(({ kind }) => kind !== 'import').flatMap(({ binds }) => binds));
  const young = firstAsked(before, now);
  return [...firstAsked(before, old)].flatMap(([module, { bound }]): Defect[] => {
    const then = young.get(module);
    const lost = then && [...bound].find((name) => defined.has(name) && !then.bound.has(name));
    if (then === undefined || lost === undefined || !reachesModule(view, [module], before.name.dotted)) return [];
    return [{ path: then.path, why: `it imports ${module}, which imports this module, before ${lost} is bound there` }];
  });
}
