import { stronglyConnected } from '../../src/core/graph.ts';
import type { Outline, Unit, UnitId } from '../../src/core/unit.ts';
import { type Atoms, atomOf, type Kept } from './atom.ts';
import { disjointSets } from './disjoint-sets.ts';
import { looseLines } from './loose-lines.ts';
import { referenceGraph } from './reference-graph.ts';

/** Declarations move; imports, exports and statements stay. Declarations that need one another stay together, so no import cycle arises. */
export function javascriptAtoms(
  outline: Outline,
  text: string,
  stay: ReadonlyMap<UnitId, string> = new Map(),
  together: readonly (readonly [UnitId, UnitId])[] = [],
): Atoms {
  const loose = looseLines(outline, text);
  const { units, references } = referenceGraph(outline);
  const sets = disjointSets(units.length);
  const place = new Map(units.map((unit, i) => [unit.id, i]));
  const { edges, usersOf } = linksOf(units, references);
  for (const pair of together) {
    const [a, b] = pair.map((id) => place.get(id)!) as [number, number];
    edges[a]!.push(b);
    edges[b]!.push(a);
  }
  for (const cycle of stronglyConnected(edges)) for (const i of cycle) sets.join(cycle[0]!, i);
  const keep = new Map<number, string>();
  units.forEach((unit, i) => {
    const why = reasonToStay(unit) ?? stay.get(unit.id) ?? null;
    if (why !== null) keep.set(i, why);
  });
  const groups = sets.sets();
  const groupOf = new Map(groups.flatMap((group) => group.map((i): [number, number[]] => [i, group])));
  const waiting = [...keep.keys()].filter((i) => !isImport(units[i]!));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const i of [...groupOf.get(next)!, ...usersOf[next]!]) {
      if (keep.has(i)) continue;
      keep.set(i, `it needs \`${units[next]!.id}\`, which stays`);
      waiting.push(i);
    }
  }
  return {
    atoms: groups
      .filter((group) => !group.some((i) => keep.has(i)))
      .map((group) =>
        atomOf(
          group.map((i) => units[i]!),
          false,
          loose,
        ),
      ),
    keep: [...keep].sort(([a], [b]) => a - b).map(([i, why]): Kept => ({ unit: units[i]!.id, why })),
    whole: [],
    macros: [],
  };
}

/** Unit -> what it needs or may not be parted from, and who needs it. */
function linksOf(
  units: readonly Unit[],
  references: ReturnType<typeof referenceGraph>['references'],
): { edges: number[][]; usersOf: number[][] } {
  const place = new Map(units.map((unit, i) => [unit.id, i]));
  const usersOf = units.map((): number[] => []);
  const edges = units.map((): number[] => []);
  units.forEach((unit, i) => {
    for (const twin of unit.twins ?? []) edges[i]!.push(place.get(twin)!);
    // An imported binding cannot be assigned: those who assign a `let` stay with it.
    for (const { id, start } of unit.hazards) {
      const writer = id === 'J8' ? units.findIndex((other) => other.start <= start && start < other.end) : -1;
      if (writer === -1) continue;
      edges[i]!.push(writer);
      edges[writer]!.push(i);
    }
  });
  for (const { from, to } of references) {
    if (isImport(units[to]!)) continue;
    edges[from]!.push(to);
    usersOf[to]!.push(from);
  }
  return { edges, usersOf };
}

const isImport = (unit: Unit): boolean => unit.kind === 'import';

function reasonToStay(unit: Unit): string | null {
  if (isImport(unit)) return 'an import is copied to the modules that need it';
  if (unit.opaque) return 'part of it was not understood';
  if (unit.defines.length > 0) return null;
  return unit.kind === 'export' ? 'a re-export stays with the old name' : 'it runs when the module is loaded';
}
