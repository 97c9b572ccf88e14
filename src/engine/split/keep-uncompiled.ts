import type { Plan } from '../../core/plan.ts';
import type { UnitId } from '../../core/unit.ts';
import type { SplitRequest } from '../change/split-request.ts';
import { type Staying, whyKept, withAlternatives } from '../plan/unbuildable-units.ts';
import { splitFiles } from './split-files.ts';
import type { SplitResult } from './split-result.ts';

/** Plans as before, but that some units stay in their files. */
export type Replan = (staying: ReadonlyMap<string, Staying>) => readonly Plan[];

/**
 * A split by plans that nobody shaped by hand: where nothing failed, and all that is missing is a build that compiles some moved units, they
 * stay in the facade, and what is left is proven once more.
 */
export async function splitOrKeep(request: SplitRequest, replan: Replan | null): Promise<SplitResult> {
  const first = await splitFiles(request);
  const staying = replan === null ? new Map() : uncompiledUnits(request, first);
  if (replan === null || staying.size === 0) return first;
  const plans = replan(staying).filter(({ modules }) => modules.length > 0);
  if (plans.length === 0) return first;
  // The other plans are new to machines that proved together.
  const { answers: _, ...alone } = request;
  const second = await splitFiles({ ...alone, plans });
  if (second.outcome !== 'proven') return first;
  const notes = [...staying].flatMap(([path, units]) =>
    [...units].map(([unit, why]) => `${path}: ${unit} stays: ${why}`),
  );
  return { ...second, notes: [...second.notes, ...notes] };
}

/** By file the units that left it and that no build compiled; empty where that is not what a proof lacks. */
function uncompiledUnits({ view, plans }: SplitRequest, result: SplitResult): ReadonlyMap<string, Staying> {
  const found = new Map<string, Map<UnitId, string>>();
  const { proofs, coverage = [] } = result.evidence;
  if (result.outcome !== 'not-proven' || proofs.some(({ verdict }) => verdict === 'failed')) return found;
  for (const { unit, configurations, condition } of coverage) {
    const path = configurations.length > 0 ? undefined : homeOf(plans, unit);
    if (path === undefined) continue;
    const units = found.get(path) ?? new Map<UnitId, string>();
    found.set(path, units.set(unit, whyKept(condition ?? 'nothing says when it is compiled')));
  }
  return new Map([...found].map(([path, units]) => [path, withAlternatives(view, path, units)]));
}

function homeOf(plans: readonly Plan[], unit: UnitId): string | undefined {
  const plan = plans.find(({ modules }) => modules.some(({ units }) => units.includes(unit)));
  return plan?.base[0]?.path;
}
