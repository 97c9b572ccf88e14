import { type Atom, atomOf } from '../../../src/core/atom.ts';
import type { LargeClass, MethodCluster } from '../../../src/core/plan.ts';
import type { Unit } from '../../../src/core/unit.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import { affinityOf } from '../cluster/affinity.ts';
import { chooseSubjects } from '../cluster/choose-subjects.ts';
import { linesOf } from '../cluster/group-sizes.ts';
import { MODULE_WEIGHTS } from '../cluster/module-weights.ts';
import { nameModules } from '../name/name-modules.ts';

/** Only what is shared and called counts: neither names nor where methods stand. */
const WEIGHTS = { ...MODULE_WEIGHTS, near: 0, words: 0, vocabulary: 0 };

export interface Method {
  readonly unit: Unit;
  /** What it reads, writes and calls on its own object, each name once. */
  readonly names: readonly string[];
}

/**
 * Divides the methods of a class into subjects, as the planner divides a file: an attribute counts as something without lines that methods
 * refer to. Constructors are not among the methods. Null where no two groups come of it.
 * @param limit lines that a cluster should not exceed
 */
export function clusterMethods(type: Unit, methods: readonly Method[], limit: number): LargeClass | null {
  const called = new Set(methods.map(({ unit }) => unit.name!));
  const users = usersOf(methods, called);
  const common = [...users].filter(([, list]) => list.length * 2 > methods.length).map(([name]) => name);
  const attributes = [...users]
    .filter(([name, list]) => list.length > 1 && !common.includes(name))
    .map(([name]) => name);
  const linked = linkedMethods(methods, called, attributes);
  if (linked.length < 2) return null;
  const atoms: Atom[] = [...linked.map(({ unit }) => atomOf([unit])), ...attributes.map(() => atomOf([]))];
  const references = referencesOf(linked, attributes);
  const affinity = affinityOf(atoms, references, () => '', WEIGHTS);
  const groups = chooseSubjects(atoms, references, affinity, { capacity: limit, groups: null, acyclic: false });
  const clusters = clustersOf(groups, linked, attributes);
  if (clusters.length < 2) return null;
  const apart = methods.filter((method) => !linked.includes(method)).map(({ unit }) => unit.id);
  return { unit: type.id, lines: type.lines, clusters, common: common.sort(), apart };
}

/** Attributes and the methods that use them. */
function usersOf(methods: readonly Method[], called: ReadonlySet<string>): Map<string, number[]> {
  const users = new Map<string, number[]>();
  methods.forEach(({ names }, m) => {
    for (const name of names) if (!called.has(name)) users.set(name, [...(users.get(name) ?? []), m]);
  });
  return users;
}

/** Those that share an attribute with another, call one, or are called by one. */
function linkedMethods(
  methods: readonly Method[],
  called: ReadonlySet<string>,
  attributes: readonly string[],
): readonly Method[] {
  const callees = new Set(
    methods.flatMap(({ unit, names }) => names.filter((name) => called.has(name) && name !== unit.name)),
  );
  return methods.filter(
    ({ unit, names }) =>
      callees.has(unit.name!) ||
      names.some((name) => attributes.includes(name) || (called.has(name) && name !== unit.name)),
  );
}

/** Of methods to methods and, behind these, to attributes. */
function referencesOf(methods: readonly Method[], attributes: readonly string[]): AtomReferences {
  const places = new Map<string, number[]>();
  methods.forEach(({ unit }, m) => {
    places.set(unit.name!, [...(places.get(unit.name!) ?? []), m]);
  });
  attributes.forEach((name, a) => {
    places.set(name, [methods.length + a]);
  });
  const ofMethods = methods.map(({ names }, m) => {
    const targets = names.flatMap((name) => places.get(name) ?? []).filter((target) => target !== m);
    return new Map(targets.sort((a, b) => a - b).map((target) => [target, 1]));
  });
  return [...ofMethods, ...attributes.map(() => new Map<number, number>())];
}

function clustersOf(
  groups: readonly (readonly number[])[],
  methods: readonly Method[],
  attributes: readonly string[],
): MethodCluster[] {
  const atoms = methods.map(({ unit }) => atomOf([unit]));
  const divided = groups
    .map((group) => ({
      methods: group.filter((i) => i < methods.length),
      attributes: group.flatMap((i) => (i < methods.length ? [] : [attributes[i - methods.length]!])),
    }))
    .filter((group) => group.methods.length > 0);
  const names = nameModules(
    divided.map((group) => group.methods.map((m) => methods[m]!.unit)),
    (name) => /^[a-z]/.test(name),
  );
  return divided.map((group, g) => ({
    name: names[g]!,
    methods: group.methods.map((m) => methods[m]!.unit.id),
    attributes: group.attributes.sort(),
    lines: linesOf(atoms, group.methods),
  }));
}
