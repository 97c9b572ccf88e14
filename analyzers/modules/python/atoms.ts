import { type Atoms, atomOf, type Breaking, type Kept } from '../../../src/core/atom.ts';
import { stronglyConnected } from '../../../src/core/graph.ts';
import type { Hazard, Outline, Unit, UnitId } from '../../../src/core/unit.ts';
import { breakCycles, withoutCuts } from '../atoms/break-cycles.ts';
import { disjointSets } from '../atoms/disjoint-sets.ts';
import { orderedPairs } from '../atoms/order-atoms.ts';
import { type ReferenceGraph, referenceGraph } from '../atoms/reference-graph.ts';
import { looseLines } from './loose-lines.ts';

/**
 * Reference cycles, twins, rebound names and effects with what they change: none of these is ever cut, but cycles that are too large where
 * that was asked for.
 */
export function pythonAtoms(
  outline: Outline,
  text: string,
  stay: ReadonlyMap<UnitId, string>,
  breaking: Breaking | null = null,
): Atoms {
  const graph = referenceGraph(outline);
  const { units } = graph;
  const sets = disjointSets(units.length);
  const place = new Map(units.map((unit, i) => [unit.id, i]));
  const keep = new Map<number, string>();
  for (const [i, why] of staying(units, stay)) keep.set(i, why);
  const join = (a: number, b: number): void => {
    if (!isImport(units[a]!) && !isImport(units[b]!)) sets.join(a, b);
  };
  units.forEach((unit, i) => {
    for (const twin of unit.twins ?? []) join(i, place.get(twin)!);
    for (const name of reboundNames(unit, text)) joinName(units, name, (user) => join(i, user));
    if (!isEffect(unit)) return;
    const target = objectOf(graph, i);
    if (target !== null) join(i, target);
    else if (!keep.has(i)) keep.set(i, 'it runs when the module is imported and changes nothing that is defined here');
  });
  const ordered = orderedPairs(outline);
  const cuts = breakCycles(units, sets.sets(), ordered, besides(breaking, units, keep));
  joinCycles(referenceGraph(withoutCuts(outline, cuts)), ordered, sets.join, sets.sets());
  const groups = sets.sets();
  keepUsersOf(groups, graph, ordered, keep);
  const kept = groups.map((group) => group.find((i) => keep.has(i)));
  const loose = looseLines(outline, text);
  return {
    atoms: groups
      .filter((_, g) => kept[g] === undefined)
      .map((group) =>
        atomOf(
          group.map((i) => units[i]!),
          false,
          loose,
        ),
      ),
    keep: groups
      .flatMap((group, g): [number, string][] => (kept[g] === undefined ? [] : group.map((i) => [i, keep.get(i)!])))
      .sort(([a], [b]) => a - b)
      .map(([i, why]): Kept => ({ unit: units[i]!.id, why })),
    whole: [],
    macros: [],
    cuts,
  };
}

/** A part never imports from the facade: names of what stays are not cut off. */
function besides(
  breaking: Breaking | null,
  units: readonly Unit[],
  keep: ReadonlyMap<number, string>,
): Breaking | null {
  if (breaking === null) return null;
  const { weigh, tooLarge } = breaking;
  const fixed = new Set([...keep.keys()].flatMap((i) => units[i]!.defines.map(({ name }) => name)));
  return { weigh: (unit, name) => (fixed.has(name) ? null : weigh(unit, name)), tooLarge };
}

const STAYS: Readonly<Record<string, string>> = {
  import: 'an import is copied to the modules that need it',
  'future-import': 'it is copied to every module',
  'type-checking': 'imports for type checkers are copied to the modules that need them',
  docstring: 'the documentation of the module stays with its name',
  main: 'it runs under the old name only',
};

const isImport = (unit: Unit): boolean =>
  unit.kind === 'import' || unit.kind === 'future-import' || unit.kind === 'type-checking';

const STAYING_HAZARDS = new Set(['H17', 'H21', 'H24', 'H29', 'H35']);

function reasonToStay(unit: Unit): string | null {
  if (Object.hasOwn(STAYS, unit.kind)) return STAYS[unit.kind]!;
  if (unit.opaque) return 'part of it was not understood';
  return unit.hazards.find((hazard) => STAYING_HAZARDS.has(hazard.id) || isCutRegion(unit, hazard))?.why ?? null;
}

const staying = (units: readonly Unit[], stay: ReadonlyMap<UnitId, string>): [number, string][] =>
  units.flatMap((unit, i): [number, string][] => {
    const why = stay.get(unit.id) ?? (deletesOwn(units, unit) ? null : reasonToStay(unit));
    return why === null ? [] : [[i, why]];
  });

/** `del i` behind the loop that binds i leaves with it; what an import binds is deleted where the import stays. */
const deletesOwn = (units: readonly Unit[], unit: Unit): boolean =>
  unit.kind === 'del' &&
  unit.defines.every(({ name }) => {
    const others = units.filter((other) => other !== unit && other.defines.some((one) => one.name === name));
    return others.length > 0 && !others.some(isImport);
  });

/** A pair of comments (`# fmt: off` … `# fmt: on`) that encloses more than the unit. */
const isCutRegion = (unit: Unit, { id, start, end }: Hazard): boolean =>
  id === 'H34' && (start < unit.start || unit.end < end);

const EFFECTS = new Set(['expr', 'for', 'while', 'with', 'del', 'assert', 'if', 'try', 'match']);

const isEffect = (unit: Unit): boolean =>
  unit.defines.length === 0 && (EFFECTS.has(unit.kind) || (unit.kind === 'assign' && unit.name === null));

/** The object that a statement changes is the first name of this file that it reads while it runs. */
function objectOf(graph: ReferenceGraph, effect: number): number | null {
  const uses = [...graph.units[effect]!.uses].sort((a, b) => a.at - b.at);
  for (const use of uses) {
    const target = graph.references.find(
      ({ from, to }) =>
        from === effect &&
        !isImport(graph.units[to]!) &&
        graph.units[to]!.defines.some(({ name }) => name === use.name),
    );
    if (target) return target.to;
  }
  return null;
}

const reboundNames = (unit: Unit, text: string): string[] =>
  unit.hazards.filter(({ id }) => id === 'H11').map(({ start, end }) => text.slice(start, end));

function joinName(units: readonly Unit[], name: string, join: (unit: number) => void): void {
  units.forEach((unit, i) => {
    if (unit.defines.some((one) => one.name === name) || unit.uses.some((one) => one.name === name)) join(i);
  });
}

/** Cycles of the graph whose nodes are the sets so far; imports have no part in them, since each module gets its own. */
function joinCycles(
  graph: ReferenceGraph,
  ordered: readonly (readonly [number, number])[],
  join: (a: number, b: number) => void,
  groups: readonly number[][],
): void {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((i): [number, number] => [i, g])));
  const edges = groups.map((): number[] => []);
  for (const { from, to } of graph.references) {
    if (!isImport(graph.units[from]!) && !isImport(graph.units[to]!)) edges[groupOf.get(from)!]!.push(groupOf.get(to)!);
  }
  for (const [first, second] of ordered) edges[groupOf.get(second)!]!.push(groupOf.get(first)!);
  for (const cycle of stronglyConnected(edges)) {
    for (const g of cycle) join(groups[cycle[0]!]![0]!, groups[g]![0]!);
  }
}

/** For each unit those that cannot leave without it: they read it, or have to be loaded behind it. */
function followersOf(
  graph: ReferenceGraph,
  ordered: readonly (readonly [number, number])[],
  keep: ReadonlyMap<number, string>,
): number[][] {
  const followers = graph.units.map((): number[] => []);
  for (const { from, to } of graph.references) if (!isImport(graph.units[to]!)) followers[to]!.push(from);
  // What stays above all that moves runs before it anyway.
  const begin = graph.units.findIndex((_, i) => !keep.has(i));
  for (const [first, second] of ordered) if (first >= begin) followers[first]!.push(second);
  return followers;
}

/** An atom is never cut: with one of its units all of them stay. */
function keepCompanions(groups: readonly number[][], units: readonly Unit[], keep: Map<number, string>): void {
  for (const group of groups) {
    const first = group.find((i) => keep.has(i));
    if (first === undefined) continue;
    for (const i of group) if (!keep.has(i)) keep.set(i, `it belongs to \`${units[first]!.id}\``);
  }
}

/** A module must not import from the facade, which imports it: what reads a kept name stays as well. */
function keepUsersOf(
  groups: readonly number[][],
  graph: ReferenceGraph,
  ordered: readonly (readonly [number, number])[],
  keep: Map<number, string>,
): void {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((i): [number, number] => [i, g])));
  const usersOf = followersOf(graph, ordered, keep);
  keepCompanions(groups, graph.units, keep);
  const waiting = [...keep.keys()];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const user of usersOf[next]!) {
      for (const i of groups[groupOf.get(user)!]!) {
        if (keep.has(i)) continue;
        keep.set(i, `it needs \`${graph.units[next]!.id}\`, which stays`);
        waiting.push(i);
      }
    }
  }
}
