import { hashOf } from '../../src/core/hash.ts';
import { PLAN_VERSION, type Plan, type PlannedModule } from '../../src/core/plan.ts';
import type { Unit } from '../../src/core/unit.ts';
import { rustOutline } from '../../src/languages/rust/outline.ts';
import type { View } from '../../src/workspace/view.ts';

const MOVABLE = new Set(['fn', 'struct', 'enum', 'union', 'trait', 'type', 'const', 'static', 'impl']);
const STOPS = new Set(['R24', 'R25', 'R26', 'R27', 'R28', 'R30', 'R41', 'R42', 'R48']);

/** A plan without taste: a type goes with its impls, groups follow the source, blocks over the limit are divided. For stress, not for people. */
export function sourceOrderPlan(view: View, path: string, limit: number): Plan {
  const outline = view.facts(path, rustOutline);
  if (outline.status === 'failed') throw new Error(outline.reason);
  const { units, members } = outline.value;
  const groups = new Map<string, Unit[]>();
  const modules: PlannedModule[] = [];
  for (const unit of units) {
    if (unit.kind === 'mod' && unit.lines > 60 && unit.name !== null)
      modules.push({ name: unit.name, units: [unit.id], why: 'tests' });
    if (!MOVABLE.has(unit.kind) || unit.opaque || unit.hazards.some(({ id }) => STOPS.has(id))) continue;
    const key = unit.name ?? unit.id;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  let open: string[] = [];
  let lines = 0;
  const close = (): void => {
    if (open.length > 0) modules.push({ name: `chunk_${modules.length + 1}`, units: open, why: 'source order' });
    open = [];
    lines = 0;
  };
  const add = (id: string, size: number): void => {
    if (lines > 0 && lines + size > limit * 0.9) close();
    open.push(id);
    lines += size + 1;
  };
  for (const group of groups.values()) {
    const total = group.reduce((sum, unit) => sum + unit.lines, 0);
    if (total <= limit) {
      if (lines + total > limit * 0.9) close();
      for (const unit of group) add(unit.id, unit.lines);
      continue;
    }
    // The type stays: its parts see its private fields from below.
    for (const unit of group.filter(({ kind }) => kind === 'impl')) {
      const own = members.filter(({ parent }) => parent === unit.id);
      const divisible =
        own.length > 1 &&
        unit.lines > limit / 2 &&
        own.every(({ kind, hazards }) => kind !== 'macro-call' && !hazards.some(({ id }) => STOPS.has(id)));
      if (!divisible) add(unit.id, unit.lines);
      else for (const member of own) add(member.id, member.lines);
    }
  }
  close();
  return {
    version: PLAN_VERSION,
    codemod: 'rust/split-module',
    base: [{ path, hash: hashOf(view.text(path)) }],
    history: null,
    options: {},
    layout: 'facade',
    limit,
    bound: { lines: 0, setBy: [] },
    modules,
    keep: [],
    refused: [],
    predicted: { files: [] },
  };
}
