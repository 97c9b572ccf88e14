import { hashOf } from '../../src/core/hash.ts';
import { PLAN_VERSION, type Plan } from '../../src/core/plan.ts';
import type { Outline, Unit, UnitId } from '../../src/core/unit.ts';
import { type Affinity, affinityOf } from './affinity.ts';
import { type Atom, type Atoms, atomOf, type Kept } from './atom.ts';
import { type AtomReferences, atomReferences } from './atom-references.ts';
import { atomsOf } from './atoms.ts';
import { boundOf } from './bound.ts';
import type { Breaking } from './break-cycles.ts';
import { chooseCore } from './choose-core.ts';
import { chooseSubjects } from './choose-subjects.ts';
import { explainModule } from './explain-module.ts';
import { groupReferences } from './group-references.ts';
import { type KeptGroups, keepPlacements } from './keep-placements.ts';
import { linesLeft } from './lines-left.ts';
import { looseLines } from './loose-lines.ts';
import { MODULE_WEIGHTS } from './module-weights.ts';
import { nameModules } from './name-modules.ts';
import { snakeCase } from './name-words.ts';
import { neededCuts } from './needed-cuts.ts';
import { orderWithout } from './order-atoms.ts';
import {
  copiedHeader,
  facadeLines,
  importLines,
  linesAbove,
  linesBetween,
  ownName,
  predictFiles,
} from './predict-files.ts';
import { nameJudge } from './reserved-names.ts';
import { type Spelling, spellName } from './spell-name.ts';
import type { SubjectOptions } from './subject-options.ts';
import { trimCore } from './trim-core.ts';

export interface PlanOptions {
  /** The file, relative to the workspace. */
  readonly path: string;
  /** Lines that no resulting file should exceed. */
  readonly limit: number;
  /** How many groups to make, the facade's core included; absent: the planner chooses. */
  readonly groups?: number;
  /** Names that no module may have: siblings (stems of files, folders), crates, dependencies. */
  readonly taken?: readonly string[];
  /** `children` (Rust, JavaScript), `package` or `sibling` (Python); absent: the language's usual one. */
  readonly layout?: string;
  /** Default: snake case. */
  readonly spelling?: Spelling;
  /** Units that stay in the facade whatever the planner thinks, with the reason. */
  readonly stay?: ReadonlyMap<UnitId, string>;
  /** Units that may not come to stand in different modules (JavaScript). */
  readonly together?: readonly (readonly [UnitId, UnitId])[];
  /** Macro calls and definitions that may leave where the limit asks for it (Rust). */
  readonly leave?: ReadonlySet<UnitId>;
  /** Break reference cycles that are over the limit (Python): in how many functions a unit's reads of a name become imports, or null. */
  readonly cutting?: ((unit: Unit, name: string) => number | null) | undefined;
  /** A plan for an earlier state of the file: what it says of units that are still there holds, unless sizes break. */
  readonly previous?: Pick<Plan, 'modules' | 'keep'>;
}

/**
 * Proposes how to divide a file by subject. Pure and deterministic; history takes no part.
 * Of a divided Rust `impl`, the plan's modules name the members that leave; the `impl` itself stands in `keep` and holds the rest.
 */
export function planModules(outline: Outline, text: string, options: PlanOptions): Plan {
  const layout = options.layout ?? (outline.language === 'python' ? 'package' : 'children');
  const breaking = breakingOf(outline, text, options);
  const { stay, together, leave } = options;
  const parts = atomsOf(outline, text, options.limit, { stay, together, leave, breaking });
  const references = atomReferences(outline, parts.atoms, text);
  const ordered = orderWithout(outline, text, parts.atoms, parts.cuts ?? []);
  const overhead = importLines(outline) + copiedHeader(outline, text);
  const acyclic = outline.language !== 'rust';
  const fixed = linesLeft(parts, text);
  const bound = boundOf(outline, text, parts, options.limit, fixed);
  const room = {
    capacity: Math.max(1, options.limit - overhead),
    coreCapacity: (groups: number) => {
      const left = Math.max(1, options.limit - fixed - reexports(outline, parts, groups));
      return acyclic ? left : roomOf(parts, left, bound, options);
    },
    acyclic,
    // Where one unit makes a file too large anyway, the rest has to leave for the split to be worth anything.
    empty: outline.language === 'python' && bound.lines > options.limit,
  };
  const uncut = orderWithout(outline, text, parts.atoms, []);
  const { groups, names: kept, core } = groupsFor(parts, { references, ordered, uncut }, text, options, room);
  const leaving = groups.filter((_, g) => g !== core);
  const unitsOf = (group: readonly number[]): Unit[] =>
    group.flatMap((a) => parts.atoms[a]!.units).sort((a, b) => a.start - b.start);
  const taken = [...(options.taken ?? []), ...parts.whole.map(({ name }) => name), ownName(options.path)];
  const judge = nameJudge(outline, taken);
  const known = kept.filter((_, g) => g !== core).map((name) => (name && judge(snakeCase(name)) ? name : null));
  const names = nameModules(leaving.map(unitsOf), judge, known).map((name, g) =>
    name === known[g] ? name : spellName(name, options.spelling ?? 'snake'),
  );
  const modules = leaving.map((group, g) => ({
    name: names[g]!,
    units: unitsOf(group).map(({ id }) => id),
    why: explainModule(unitsOf(group), ...countReferences(references, group)),
  }));
  const whole = wholeModules(outline, parts, [...taken, ...names]);
  const cuts =
    breaking === null
      ? []
      : neededCuts(
          outline,
          parts.cuts ?? [],
          modules.map(({ units }) => units),
          breaking,
        );
  const draft = {
    version: PLAN_VERSION as typeof PLAN_VERSION,
    codemod: `${outline.language}/split-module`,
    base: [{ path: options.path, hash: hashOf(text) }],
    history: null,
    options: {},
    layout,
    limit: options.limit,
    bound: cuts.length === 0 ? bound : { ...bound, uncut: uncutBound(outline, text, options) },
    ...(breaking === null ? {} : { cuts: cuts.map((cut) => ({ ...cut, functions: [] })) }),
    modules: [
      ...inDependencyOrder(modules, leaving, orderWithout(outline, text, parts.atoms, cuts), acyclic),
      ...whole,
    ],
    keep: [...parts.keep, ...keptCore(core === null ? [] : unitsOf(groups[core]!))].sort(bySource(outline)),
    refused: [],
  };
  return { ...draft, predicted: { files: predictFiles(draft, outline, text) } };
}

/** Modules that hold one unit, and the one of macros. */
function wholeModules(outline: Outline, { whole, macros }: Atoms, taken: readonly string[]): Plan['modules'] {
  const modules = whole.map(({ name, unit, why }) => ({ name, units: [unit.id], why }));
  if (macros.length === 0) return modules;
  const free = nameJudge(outline, taken);
  const name = ['macros', 'macro_definitions', 'own_macros'].find(free) ?? 'split_macros';
  const why = 'macros leave together: they are mounted where the first of them stood';
  return [...modules, { name, units: macros.map(({ id }) => id), why }];
}

/** Cycles are cut until what is left of each is within the limit with what a file needs above it. */
function breakingOf(outline: Outline, text: string, { cutting, limit }: PlanOptions): Breaking | null {
  if (!cutting) return null;
  const loose = looseLines(outline, text);
  const tooLarge = (units: readonly Unit[]): boolean =>
    atomOf(units, false, loose).lines + linesBetween(outline, units, text) + linesAbove(outline, units, text) > limit;
  return { weigh: cutting, tooLarge };
}

function uncutBound(outline: Outline, text: string, { limit, stay }: PlanOptions): number {
  const parts = atomsOf(outline, text, limit, { stay });
  return boundOf(outline, text, parts, limit, linesLeft(parts, text)).lines;
}

/** What the facade needs for the names that leave, at most. */
const reexports = (outline: Outline, parts: Atoms, groups: number): number =>
  outline.language === 'python'
    ? facadeLines(
        outline,
        parts.atoms.flatMap(({ units }) => units),
      ) +
      4 * groups
    : 3 * groups;

interface Room {
  readonly capacity: number;
  readonly coreCapacity: (groups: number) => number;
  readonly acyclic: boolean;
  /** Nothing that can leave stays in the facade. */
  readonly empty: boolean;
}

/** By subject; where there is an earlier plan that still holds, as that has it. */
function groupsFor(
  { atoms }: Atoms,
  { references, ordered, uncut }: { references: AtomReferences; ordered: AtomReferences; uncut: AtomReferences },
  text: string,
  { previous, groups: asked }: PlanOptions,
  { capacity, coreCapacity, acyclic, empty }: Room,
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
  if (empty && found.length > 1) return { groups: found, names, core: null };
  const { groups, core } = coreOf(atoms, uncut, affinity, found, coreCapacity(found.length), subjects);
  return { groups, names: groups.map(() => null), core };
}

/** What the core may have. Beside a unit that is over the limit by itself, the facade is small or the split is a token one. */
const roomOf = (parts: Atoms, room: number, bound: Plan['bound'], { limit, groups }: PlanOptions): number =>
  bound.lines > limit && groups === undefined
    ? Math.max(1, Math.min(room, Math.floor(movableBeside(parts, bound.setBy) * FACADE_SHARE)))
    : room;

const FACADE_SHARE = 0.18;

const movableBeside = ({ atoms }: Atoms, setBy: readonly string[]): number =>
  atoms.reduce((sum, { units, lines }) => sum + (units.some(({ id }) => setBy.includes(id)) ? 0 : lines), 0);

/** The group that stays, made to fit where its language lets it be parted. */
function coreOf(
  atoms: readonly Atom[],
  references: AtomReferences,
  affinity: Affinity,
  groups: readonly number[][],
  room: number,
  options: SubjectOptions,
): { groups: readonly number[][]; core: number | null } {
  const core = chooseCore(atoms, references, groups, room, options.acyclic);
  if (core === null || options.acyclic || options.groups !== null) return { groups, core };
  return trimCore(atoms, references, affinity, groups, core, room, options);
}

function countReferences(references: AtomReferences, group: readonly number[]): [inside: number, crossing: number] {
  const own = new Set(group);
  let inside = 0;
  let crossing = 0;
  references.forEach((targets, from) => {
    for (const to of targets.keys()) {
      if (own.has(from) && own.has(to)) inside += 1;
      else if (own.has(from) || own.has(to)) crossing += 1;
    }
  });
  return [inside, crossing];
}

const keptCore = (units: readonly Unit[]): Kept[] =>
  units
    .filter(({ parent }) => parent === null)
    .map(({ id }) => ({ unit: id, why: 'the core: it holds together what leaves' }));

function bySource(outline: Outline): (a: Kept, b: Kept) => number {
  const place = new Map(outline.units.map(({ id }, i) => [id, i]));
  return (a, b) => place.get(a.unit)! - place.get(b.unit)!;
}

/** Where the language needs it, a module stands behind all that it imports; the first in the file goes first. */
function inDependencyOrder<Module>(
  modules: readonly Module[],
  groups: readonly (readonly number[])[],
  references: AtomReferences,
  acyclic: boolean,
): Module[] {
  if (!acyclic) return [...modules];
  const needs = groupReferences(references, groups);
  const placed = new Set<number>();
  while (placed.size < modules.length) {
    const next = modules.findIndex(
      (_, g) => !placed.has(g) && [...needs[g]!.keys()].every((other) => placed.has(other)),
    );
    if (next === -1) throw new Error('the groups need one another in a circle');
    placed.add(next);
  }
  return [...placed].map((g) => modules[g]!);
}
