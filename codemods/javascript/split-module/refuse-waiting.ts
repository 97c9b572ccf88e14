import type { ImportMode } from '../../../analyzers/readings/javascript/compiler-settings.ts';
import type { Modules } from '../../../analyzers/readings/javascript/open-modules.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { loadOrder } from '../../../src/languages/javascript/load-order.ts';
import type { OrderRules } from './order-rules.ts';
import { refuse, type Source } from './source.ts';

/** A module that awaits while it is loaded lets modules run that do not depend on it. */
export function refuseWaiting(
  modules: Modules,
  source: Source,
  home: readonly number[],
  { seen }: OrderRules,
  mode: ImportMode,
): Refusal | null {
  const active = new Set(home.filter((_, unit) => seen[unit]));
  if (active.size < 2) return null;
  const reached = loadOrder(source.path, (path) => modules.requests(path, mode));
  const waiting = reached.find((path) => path !== source.path && modules.loading(path)?.waits === true);
  if (waiting === undefined) return null;
  const why = `${waiting} awaits while it is loaded, and parts that do not import it would run in the meantime`;
  return refuse(
    source,
    'J7',
    { start: 0, end: 0 },
    why,
    'Keep everything that has effects while it is loaded in one module.',
  );
}
