import type { Atom, Atoms } from '../../../src/core/atom.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import { affinityOf } from './affinity.ts';
import { chooseCore } from './choose-core.ts';
import { chooseSubjects } from './choose-subjects.ts';
import { linesOf } from './group-sizes.ts';
import { type KeptGroups, keepPlacements } from './keep-placements.ts';
import { MODULE_WEIGHTS } from './module-weights.ts';
import type { SubjectOptions } from './subject-options.ts';
import { type Clustering, trimCore } from './trim-core.ts';

/** How much the resulting files may hold. */
export interface Room {
  /** Lines that a part's atoms may have together. */
  readonly capacity: number;
  /** Lines that the facade has left for a core, beside so many groups. */
  readonly coreCapacity: (groups: number) => number;
  readonly acyclic: boolean;
  /** Nothing that can leave stays in the facade. */
  readonly empty: boolean;
  /** Imports alone have to stay. */
  readonly bare: boolean;
}

/** Which atom reads which, in three views of the same atoms. */
export interface References {
  readonly references: AtomReferences;
  /** With the order of effects, and without the reads that are cut. */
  readonly ordered: AtomReferences;
  /** With the order of effects. */
  readonly uncut: AtomReferences;
}

export interface Wanted {
  readonly previous?: Pick<Plan, 'modules' | 'keep'>;
  /** How many groups; absent: the planner chooses. */
  readonly groups?: number;
}

/** By subject; where there is an earlier plan that still holds, as that has it. */
export function chooseGroups(
  { atoms }: Atoms,
  { references, ordered, uncut }: References,
  text: string,
  { previous, groups: asked }: Wanted,
  { capacity, coreCapacity, acyclic, empty, bare }: Room,
): KeptGroups {
  if (atoms.length === 0) return { groups: [], names: [], core: null };
  const textOf = (atom: Atom): string => atom.units.map(({ start, end }) => text.slice(start, end)).join('\n');
  const affinity = affinityOf(atoms, references, textOf, MODULE_WEIGHTS);
  const count = previous?.modules.length ?? 0;
  const kept =
    previous && count > 0
      ? keepPlacements(atoms, ordered, affinity, previous, { capacity, coreCapacity: coreCapacity(count), acyclic })
      : null;
  if (kept) return kept;
  const subjects: SubjectOptions = { capacity, groups: asked ?? null, acyclic };
  const found = chooseSubjects(atoms, ordered, affinity, subjects);
  const names = found.map(() => null);
  // What has to stay is a subject of its own: a core beside it would be a second one.
  const leaves = empty || (!bare && !atoms.some(({ anchored }) => anchored));
  if (leaves && found.length > 1) return { groups: found, names, core: null };
  const { groups, core } = coreOf({ atoms, references: uncut, affinity }, found, coreCapacity(found.length), subjects);
  return { groups, names: groups.map(() => null), core };
}

/** The group that stays, made to fit where its language lets it be parted. */
function coreOf(
  clustering: Clustering,
  groups: readonly number[][],
  room: number,
  options: SubjectOptions,
): { groups: readonly number[][]; core: number | null } {
  if (leavesAlone(clustering.atoms, groups, room, options)) return { groups, core: null };
  const core = chooseCore(clustering.atoms, clustering.references, groups, room, options.acyclic);
  if (core === null || options.acyclic || options.groups !== null) return { groups, core };
  return trimCore(clustering, { groups, core }, room, options);
}

/** One subject that the facade has no room for beside all that cannot leave, and a part has. */
function leavesAlone(
  atoms: readonly Atom[],
  groups: readonly (readonly number[])[],
  room: number,
  { acyclic, capacity }: SubjectOptions,
): boolean {
  const [only, ...others] = groups;
  if (!acyclic || only === undefined || others.length > 0) return false;
  const lines = linesOf(atoms, only);
  return lines > room && lines <= capacity && !only.some((a) => atoms[a]!.anchored);
}

/** What the core may have beside a unit that is over the limit by itself: the facade is small then, or the split is a token one. */
export function roomBeside({ atoms }: Atoms, room: number, { setBy }: Plan['bound']): number {
  const movable = atoms.reduce(
    (sum, { units, lines }) => sum + (units.some(({ id }) => setBy.includes(id)) ? 0 : lines),
    0,
  );
  return Math.max(1, Math.min(room, Math.floor(movable * FACADE_SHARE)));
}

const FACADE_SHARE = 0.18;
