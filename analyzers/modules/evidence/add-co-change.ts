import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { CoChange, Plan } from '../../../src/core/plan.ts';
import type { Outline, Unit, UnitId } from '../../../src/core/unit.ts';
import type { History } from '../../../src/git/history.ts';
import { spanChanges } from '../../churn/co-change.ts';

const MOST_PAIRS = 50;

/**
 * The plan with what history says of its units, as evidence: nothing is placed otherwise because of it.
 * @returns why history says nothing, where it takes no part
 */
export function addCoChange(plan: Plan, outline: Outline, text: string, history: History): Plan | string {
  const units = placedUnits(plan, outline);
  const starts = lineStartsOf(text);
  const spans = units.map(({ body, lines, start }) => {
    const line = lineAt(starts, body.start);
    return { line, lines: Math.max(1, lines - (line - lineAt(starts, start))) };
  });
  const changes = spanChanges(history, plan.base[0]!.path, spans);
  if (typeof changes === 'string') return changes;
  const unitsOf = unitsByCommit(units, changes.commits);
  const modules = plan.modules.map((module) => {
    const { evidence } = module;
    return evidence ? { ...module, evidence: { ...evidence, changes: countChanges(unitsOf, module.units) } } : module;
  });
  return { ...plan, modules, coChange: { since: changes.since, commits: unitsOf.size, ...pairsOf(units, unitsOf) } };
}

/** Units with a name; of one that is divided, its members in its place. */
function placedUnits({ modules }: Plan, { units, members }: Outline): Unit[] {
  const placed = new Set(modules.flatMap((module) => module.units));
  const divided = new Set(members.flatMap(({ id, parent }) => (placed.has(id) ? [parent] : [])));
  const whole = units.filter(({ id, name }) => name !== null && !divided.has(id));
  return [...whole, ...members.filter(({ parent }) => divided.has(parent))].sort((a, b) => a.start - b.start);
}

function unitsByCommit(units: readonly Unit[], commits: readonly (readonly number[])[]): Map<number, UnitId[]> {
  const found = new Map<number, UnitId[]>();
  units.forEach(({ id }, i) => {
    for (const commit of commits[i]!) found.set(commit, [...(found.get(commit) ?? []), id]);
  });
  return found;
}

function countChanges(
  unitsOf: ReadonlyMap<number, readonly UnitId[]>,
  units: readonly UnitId[],
): { commits: number; alone: number } {
  const inModule = new Set(units);
  const changing = [...unitsOf.values()].filter((ids) => ids.some((id) => inModule.has(id)));
  return { commits: changing.length, alone: changing.filter((ids) => ids.every((id) => inModule.has(id))).length };
}

function pairsOf(
  units: readonly Unit[],
  unitsOf: ReadonlyMap<number, readonly UnitId[]>,
): Pick<CoChange, 'pairs' | 'morePairs'> {
  const place = new Map(units.map(({ id }, i) => [id, i]));
  const shared = new Map<number, number>();
  for (const ids of unitsOf.values())
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) {
        const key = place.get(a)! * units.length + place.get(b)!;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  const pairs = [...shared].filter(([, commits]) => commits > 1).sort(([a, m], [b, n]) => n - m || a - b);
  return {
    pairs: pairs.slice(0, MOST_PAIRS).map(([key, commits]) => ({
      units: [units[Math.floor(key / units.length)]!.id, units[key % units.length]!.id] as const,
      commits,
    })),
    morePairs: Math.max(0, pairs.length - MOST_PAIRS),
  };
}
