import { stronglyConnected } from '../../src/core/graph.ts';
import { hashOf } from '../../src/core/hash.ts';
import type { Plan } from '../../src/core/plan.ts';
import { conflicts, moduleEffects } from '../../src/languages/python/module-effects.ts';
import { pythonOutline } from '../../src/languages/python/python-outline.ts';
import type { View } from '../../src/workspace/view.ts';

/** A plan by hand: module name -> unit ids; everything else stays. */
export function handPlan(
  view: View,
  path: string,
  modules: Readonly<Record<string, readonly string[]>>,
  options: Plan['options'] = {},
  layout = 'auto',
): Plan {
  const outline = view.facts(path, pythonOutline);
  if (outline.status === 'failed') throw new Error(outline.reason);
  const moved = new Set(Object.values(modules).flat());
  const ids = outline.value.units.map(({ id }) => id);
  const unknown = [...moved].find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new Error(`${path} has no unit '${unknown}', but ${ids.join(' | ')}`);
  return {
    version: 1,
    codemod: 'python/split-module',
    base: [{ path, hash: hashOf(view.text(path)) }],
    history: null,
    options,
    layout,
    limit: 500,
    bound: { lines: 0, setBy: [] },
    modules: Object.entries(modules).map(([name, units]) => ({ name, units, why: `about ${name}` })),
    keep: ids.filter((id) => !moved.has(id)).map((unit) => ({ unit, why: 'stays' })),
    refused: [],
    predicted: { files: [] },
  };
}

/** Chunks of about `limit` lines in topological order: no names, no subjects, but legal where a plan is possible at all. */
function chunkPlan(
  view: View,
  path: string,
  limit: number,
  options: Plan['options'] = {},
  layout = 'auto',
): Plan {
  const outline = view.facts(path, pythonOutline);
  if (outline.status === 'failed') throw new Error(outline.reason);
  const { units } = outline.value;
  const text = view.text(path);
  const effects = moduleEffects(view.syntax(path), outline.value);
  const imports = new Set(['import', 'future-import', 'type-checking']);
  const index = new Map(units.map((unit, i) => [unit.id, i]));
  const binders = new Map<string, number[]>();
  for (const [i, unit] of units.entries())
    for (const { name } of unit.defines) binders.set(name, [...(binders.get(name) ?? []), i]);
  const edges = units.map((unit, i): number[] => [
    ...unit.uses.flatMap(({ name }) => (binders.get(name) ?? []).filter((to) => !imports.has(units[to]!.kind))),
    ...units.flatMap((_, a) => (a < i && conflicts(effects[a]!, effects[i]!) ? [a] : [])),
    ...(unit.twins ?? []).map((id) => index.get(id)!).filter((to) => !imports.has(units[to]!.kind)),
  ]);
  for (const unit of units)
    for (const { id, start, end } of unit.hazards) {
      if (id !== 'H11') continue;
      const name = text.slice(start, end);
      const users = units
        .map((_, i) => i)
        .filter(
          (i) => units[i]!.uses.some((use) => use.name === name) || units[i]!.defines.some((one) => one.name === name),
        );
      for (const [k, user] of users.entries()) edges[user]!.push(users[(k + 1) % users.length]!);
    }
  const stays = units.map(
    (unit) =>
      mustStay(
        unit.kind,
        unit.hazards.map(({ id }) => id),
      ) || (unit.twins ?? []).some((id) => imports.has(units[index.get(id)!]!.kind)),
  );
  const clusters = stronglyConnected(edges);
  const home = new Map(clusters.flatMap((cluster, c) => cluster.map((i) => [i, c] as const)));
  const kept = new Set(clusters.map((_, c) => c).filter((c) => clusters[c]!.some((i) => stays[i])));
  for (let size = -1; size !== kept.size; ) {
    size = kept.size;
    clusters.forEach((cluster, c) => {
      if (cluster.some((i) => edges[i]!.some((to) => kept.has(home.get(to)!)))) kept.add(c);
    });
  }
  const lines = (c: number): number => clusters[c]!.reduce((sum, i) => sum + units[i]!.lines, 0);
  const waiting = clusters
    .map((_, c) => c)
    .filter((c) => !kept.has(c))
    .sort((a, b) => clusters[a]![0]! - clusters[b]![0]!);
  const done = new Set<number>(kept);
  const modules: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  while (waiting.length > 0) {
    const at = waiting.findIndex((c) =>
      clusters[c]!.every((i) => edges[i]!.every((to) => home.get(to) === c || done.has(home.get(to)!))),
    );
    const [c] = waiting.splice(at, 1) as [number];
    done.add(c);
    if (size + lines(c) > limit) {
      modules.push([]);
      size = 0;
    }
    size += lines(c);
    modules[modules.length - 1]!.push(...clusters[c]!.map((i) => units[i]!.id));
  }
  return handPlan(view, path, Object.fromEntries(modules.map((ids, i) => [`chunk${i + 1}`, ids])), options, layout);
}

const STAYS = new Set(['import', 'future-import', 'type-checking', 'docstring', 'main']);
const HAZARDS = new Set(['H19', 'H21', 'H24', 'H29', 'H35', 'H37']);

const mustStay = (kind: string, hazards: readonly string[]): boolean =>
  STAYS.has(kind) || hazards.some((id) => HAZARDS.has(id));
