import type { Atoms, Breaking, Cut, Kept } from '../../src/core/atom.ts';
import { atomOf } from '../../src/core/atom.ts';
import { hashOf } from '../../src/core/hash.ts';
import { PLAN_VERSION, type Plan } from '../../src/core/plan.ts';
import type { Outline, Unit, UnitId } from '../../src/core/unit.ts';
import { type AtomReferences, atomReferences } from './atoms/atom-references.ts';
import { neededCuts } from './atoms/needed-cuts.ts';
import { orderWithout, withOrder } from './atoms/order-atoms.ts';
import { chooseGroups, type Room, roomBeside } from './cluster/choose-groups.ts';
import { countReferences } from './evidence/count-references.ts';
import { explainModule } from './name/explain-module.ts';
import { nameJudge } from './name/name-judge.ts';
import { nameModules } from './name/name-modules.ts';
import { snakeCase, wordsOf } from './name/name-words.ts';
import { readHeadings, titlesOver } from './name/read-headings.ts';
import { type Spelling, spellName } from './name/spell-name.ts';
import { orderModules } from './order-modules.ts';
import type { PlannedFile } from './planned-file.ts';
import { boundOf } from './predict/bound.ts';
import { linesLeft } from './predict/lines-left.ts';
import { ownName } from './predict/part-paths.ts';
import { predictFiles } from './predict/predict-files.ts';
import { isImport } from './usual-planning.ts';

export interface PlanOptions {
  /** The file, relative to the workspace. */
  readonly path: string;
  /** Lines that no resulting file should exceed. */
  readonly limit: number;
  /** How many groups to make, the facade's core included; absent: the planner chooses. */
  readonly groups?: number;
  /** Names that no module may have: siblings (stems of files, folders), crates, dependencies. */
  readonly taken?: readonly string[];
  /** Where parts lie, in the language's words; absent: its usual layout. */
  readonly layout?: string;
  /** Default: snake case. */
  readonly spelling?: Spelling;
  /** Units that stay in the facade whatever the planner thinks, with the reason. */
  readonly stay?: ReadonlyMap<UnitId, string>;
  /** Units that may not come to stand in different modules. */
  readonly together?: readonly (readonly [UnitId, UnitId])[];
  /** Units that stay by themselves, and may leave where the limit asks for it. */
  readonly leave?: ReadonlySet<UnitId>;
  /** Break reference cycles that are over the limit: in how many functions a unit's reads of a name become imports, or null. */
  readonly cutting?: ((unit: Unit, name: string) => number | null) | undefined;
  /** A plan for an earlier state of the file: what it says of units that are still there holds, unless sizes break. */
  readonly previous?: Pick<Plan, 'modules' | 'keep'>;
}

/**
 * Proposes how to divide a file by subject. Pure and deterministic; history takes no part.
 * Of a divided unit, the plan's modules name the members that leave; the unit itself stands in `keep` and holds the rest.
 */
export function planModules(file: PlannedFile, options: PlanOptions): Plan {
  const { language, outline, text } = file;
  const layout = options.layout ?? language.usualLayout;
  const breaking = breakingOf(file, options);
  const { stay, together, leave } = options;
  const parts = language.atoms(outline, text, options.limit, { stay, together, leave, breaking });
  const references = atomReferences(outline, parts.atoms, text);
  const uncut = withOrder(outline, parts.atoms, references);
  const orderBy = (cuts: readonly Cut[]): AtomReferences =>
    cuts.length === 0 ? uncut : orderWithout(outline, text, parts.atoms, cuts);
  const ordered = orderBy(parts.cuts ?? []);
  const fixed = linesLeft(parts, text);
  const bound = boundOf(file, parts, options.limit, fixed);
  const room = roomOf(file, parts, { bound, fixed }, options);
  const { groups, names: kept, core } = chooseGroups(parts, { references, ordered, uncut }, text, options, room);
  const leaving = groups.filter((_, g) => g !== core);
  const unitsOf = (group: readonly number[]): Unit[] =>
    group.flatMap((a) => parts.atoms[a]!.units).sort((a, b) => a.start - b.start);
  const own = ownName(options.path);
  const taken = [...(options.taken ?? []), ...parts.whole.map(({ name }) => name), own];
  const judge = nameJudge(language, outline, taken);
  const known = kept.filter((_, g) => g !== core).map((name) => (name && judge(snakeCase(name)) ? name : null));
  const names = nameModules(leaving.map(unitsOf), judge, { known, own: wordsOf(own) }).map((name, g) =>
    name === known[g] ? name : spellName(name, options.spelling ?? 'snake'),
  );
  const headings = readHeadings(text);
  const modules = leaving.map((group, g) => {
    const units = unitsOf(group);
    const counted = countReferences(references, group);
    return {
      name: names[g]!,
      units: units.map(({ id }) => id),
      why: explainModule(units, counted.inside, counted.crossing),
      evidence: {
        ...counted,
        headings: titlesOver(
          headings,
          units.map(({ body }) => body.start),
        ),
      },
    };
  });
  const unitsIn = modules.map(({ units }) => units);
  const cuts = breaking === null ? [] : neededCuts(outline, parts.cuts ?? [], unitsIn, breaking);
  const order = (): typeof modules => orderModules(modules, leaving, orderBy(cuts));
  const draft = {
    version: PLAN_VERSION as typeof PLAN_VERSION,
    codemod: `${language.id}/split-module`,
    base: [{ path: options.path, hash: hashOf(text) }],
    options: {},
    layout,
    limit: options.limit,
    bound: cuts.length === 0 ? bound : { ...bound, uncut: uncutBound(file, options) },
    ...(breaking === null ? {} : { cuts: cuts.map((cut) => ({ ...cut, functions: [] })) }),
    modules: [...(language.circular ? modules : order()), ...wholeModules(file, parts, [...taken, ...names])],
    keep: [...parts.keep, ...keptCore(core === null ? [] : unitsOf(groups[core]!))].sort(bySource(outline)),
    refused: [],
    notWorth: null,
  };
  return { ...draft, predicted: { files: predictFiles(draft, file) } };
}

/** Modules that hold one unit, and the one of macros. */
function wholeModules(
  { language, outline }: PlannedFile,
  { whole, macros }: Atoms,
  taken: readonly string[],
): Plan['modules'] {
  const modules = whole.map(({ name, unit, why }) => ({ name, units: [unit.id], why }));
  if (macros.length === 0) return modules;
  const free = nameJudge(language, outline, taken);
  const name = ['macros', 'macro_definitions', 'own_macros'].find(free) ?? 'split_macros';
  const why = 'macros leave together: they are mounted where the first of them stood';
  return [...modules, { name, units: macros.map(({ id }) => id), why }];
}

/** Cycles are cut until what is left of each is within the limit with what a file needs above it. */
function breakingOf({ language, outline, text }: PlannedFile, { cutting, limit }: PlanOptions): Breaking | null {
  if (!cutting) return null;
  const loose = language.looseLines(outline, text);
  const around = (units: readonly Unit[]): number =>
    language.linesBetween(outline, units, text) + language.linesAbove(outline, units, text);
  return { weigh: cutting, tooLarge: (units) => atomOf(units, false, loose).lines + around(units) > limit };
}

function uncutBound(file: PlannedFile, { limit, stay }: PlanOptions): number {
  const parts = file.language.atoms(file.outline, file.text, limit, { stay });
  return boundOf(file, parts, limit, linesLeft(parts, file.text)).lines;
}

/** What is left for units in each file, once imports and re-exports are counted. */
function roomOf(
  { language, outline, text }: PlannedFile,
  parts: Atoms,
  { bound, fixed }: { readonly bound: Plan['bound']; readonly fixed: number },
  { limit, groups }: PlanOptions,
): Room {
  const movable = parts.atoms.flatMap(({ units }) => units);
  const overLimit = bound.lines > limit;
  const imports = new Set(outline.units.filter(isImport).map(({ id }) => id));
  const coreCapacity = (count: number): number => {
    const left = Math.max(1, limit - fixed - language.reexportLines(movable, count));
    return language.circular && overLimit && groups === undefined ? roomBeside(parts, left, bound) : left;
  };
  const above = language.importLines(outline) + language.copiedHeader(outline, text);
  return {
    capacity: Math.max(1, limit - above),
    coreCapacity,
    acyclic: !language.circular,
    // Where one unit makes a file too large anyway, the rest has to leave for the split to be worth anything.
    empty: language.emptiesFacade && overLimit,
    bare: parts.keep.every(({ unit }) => imports.has(unit)),
  };
}

const keptCore = (units: readonly Unit[]): Kept[] =>
  units
    .filter(({ parent }) => parent === null)
    .map(({ id }) => ({ unit: id, why: 'the core: it holds together what leaves' }));

function bySource(outline: Outline): (a: Kept, b: Kept) => number {
  const place = new Map(outline.units.map(({ id }, i) => [id, i]));
  return (a, b) => place.get(a.unit)! - place.get(b.unit)!;
}
