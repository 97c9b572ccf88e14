import { type Atoms, atomOf, type Kept } from '../../../src/core/atom.ts';
import { stronglyConnected } from '../../../src/core/graph.ts';
import type { Outline, Unit, UnitId } from '../../../src/core/unit.ts';
import { disjointSets } from '../atoms/disjoint-sets.ts';
import { orderedPairs } from '../atoms/order-atoms.ts';
import { referenceGraph } from '../atoms/reference-graph.ts';
import { USUAL_PLANNING } from '../usual-planning.ts';

/** Declarations move; imports, exports and statements stay. Declarations that need one another stay together, so no import cycle arises. */
export function javascriptAtoms(
  outline: Outline,
  text: string,
  stay: ReadonlyMap<UnitId, string> = new Map(),
  together: readonly (readonly [UnitId, UnitId])[] = [],
): Atoms {
  const loose = USUAL_PLANNING.looseLines(outline, text);
  const { units, references } = referenceGraph(outline);
  const sets = disjointSets(units.length);
  const place = new Map(units.map((unit, i) => [unit.id, i]));
  const { edges, usersOf } = linksOf(units, references);
  for (const pair of together) {
    const [a, b] = pair.map((id) => place.get(id)!) as [number, number];
    edges[a]!.push(b);
    edges[b]!.push(a);
  }
  const ordered = orderedPairs(outline);
  for (const [first, second] of ordered) edges[second]!.push(first);
  const keep = new Map<number, string>();
  units.forEach((unit, i) => {
    const leaves = isStatement(unit) && isAhead(units, ordered, i) && !stay.has(unit.id);
    const object = leaves ? objectOf(edges, units, i) : null;
    const why = object === null ? (reasonToStay(unit) ?? stay.get(unit.id) ?? null) : null;
    if (object !== null) edges[object]!.push(i);
    if (why !== null) keep.set(i, why);
  });
  for (const cycle of stronglyConnected(edges)) for (const i of cycle) sets.join(cycle[0]!, i);
  const groups = sets.sets();
  const required = units.map((unit) => isRequire(unit, text));
  keepNeighbours(keep, units, { groups, usersOf, ordered, required, edges });
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

/** With what stays, all stays that it may not be parted from, that needs it, or that has to run behind it. */
function keepNeighbours(
  keep: Map<number, string>,
  units: readonly Unit[],
  {
    groups,
    usersOf,
    ordered,
    required,
    edges,
  }: {
    readonly groups: readonly (readonly number[])[];
    readonly usersOf: readonly (readonly number[])[];
    readonly ordered: readonly (readonly [number, number])[];
    /** Unit -> does it only `require` something, further down than the head of the file. */
    readonly required: readonly boolean[];
    readonly edges: readonly (readonly number[])[];
  },
): void {
  const groupOf = new Map(groups.flatMap((group) => group.map((i): [number, readonly number[]] => [i, group])));
  const waiting = [...keep.keys()].filter((i) => !isImport(units[i]!));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // The facade runs behind its parts: what has to run behind something that stays, stays.
    const later = ordered.filter(([first]) => first === next).map(([, second]) => second);
    // A part would hand it back: the facade asks other modules itself, where it did.
    const asked = edges[next]!.filter((i) => required[i]);
    for (const i of [...groupOf.get(next)!, ...usersOf[next]!, ...later, ...asked]) {
      if (keep.has(i)) continue;
      keep.set(i, `${relationTo(i)} \`${units[next]!.id}\`, which stays`);
      waiting.push(i);
    }
    function relationTo(i: number): string {
      if (usersOf[next!]!.includes(i) || groupOf.get(next!)!.includes(i)) return 'it needs';
      return later.includes(i) ? 'it runs behind' : 'a `require` keeps its place for';
    }
  }
}

/** `var http = require('http')` behind a statement that is no import. */
const isRequire = ({ kind, body }: Unit, text: string): boolean =>
  /^(const|let|var)$/.test(kind) && /^(const|let|var)\s[^=;]*=\s*require\s*\(/.test(text.slice(body.start, body.end));

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

/** What the codemod does not move: `this`, `module` and `exports` of the module, a top-level `await`, ranges of linter comments, `using`. */
const STAYING: ReadonlySet<string> = new Set(['J3', 'J7', 'J72', 'J73', 'J85']);

const isImport = (unit: Unit): boolean => unit.kind === 'import';

/** A statement that names nothing may leave with what it deals with, where declarations have to be loaded behind it. */
const isStatement = (unit: Unit): boolean =>
  /^(expression|statement)$/.test(unit.kind) &&
  unit.defines.length === 0 &&
  !unit.opaque &&
  unit.hazards.every(({ id }) => id === 'J1');

const isAhead = (units: readonly Unit[], ordered: readonly (readonly [number, number])[], statement: number): boolean =>
  ordered.some(([first, second]) => first === statement && units[second]!.defines.length > 0);

/** The first declaration of the file that it reads. */
const objectOf = (edges: readonly (readonly number[])[], units: readonly Unit[], statement: number): number | null =>
  edges[statement]!.find((to) => units[to]!.defines.length > 0 && !isImport(units[to]!)) ?? null;

function reasonToStay(unit: Unit): string | null {
  if (isImport(unit)) return 'an import is copied to the modules that need it';
  if (unit.opaque) return 'part of it was not understood';
  const bound = unit.hazards.find(({ id }) => STAYING.has(id));
  if (bound) return bound.why;
  if (unit.defines.length > 0) return null;
  return unit.kind === 'export' ? 'a re-export stays with the old name' : 'it runs when the module is loaded';
}
