import { hashOf } from '../../src/core/hash.ts';
import { PLAN_VERSION, type Plan } from '../../src/core/plan.ts';
import type { Outline, Unit, UnitId } from '../../src/core/unit.ts';
import { affinityOf } from './affinity.ts';
import type { Atom, Atoms, Kept } from './atom.ts';
import { type AtomReferences, atomReferences } from './atom-references.ts';
import { atomsOf } from './atoms.ts';
import { boundOf } from './bound.ts';
import { chooseCore } from './choose-core.ts';
import { chooseSubjects } from './choose-subjects.ts';
import { explainModule } from './explain-module.ts';
import { groupReferences } from './group-references.ts';
import { MODULE_WEIGHTS } from './module-weights.ts';
import { nameModules } from './name-modules.ts';
import { withOrder } from './order-atoms.ts';
import { copiedHeader, facadeLines, gapBefore, importLines, ownName, predictFiles } from './predict-files.ts';
import { nameJudge } from './reserved-names.ts';
import { type Spelling, spellName } from './spell-name.ts';

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
  /** Units that stay in the facade whatever the planner thinks, with the reason (Python). */
  readonly stay?: ReadonlyMap<UnitId, string>;
}

/**
 * Proposes how to divide a file by subject. Pure and deterministic; history takes no part.
 * Of a divided Rust `impl`, the plan's modules name the members that leave; the `impl` itself stands in `keep` and holds the rest.
 */
export function planModules(outline: Outline, text: string, options: PlanOptions): Plan {
  const layout = options.layout ?? (outline.language === 'python' ? 'package' : 'children');
  const parts = atomsOf(outline, text, options.limit, options.stay);
  const references = atomReferences(outline, parts.atoms, text);
  const ordered = withOrder(outline, parts.atoms, references);
  const acyclic = outline.language !== 'rust';
  const overhead = importLines(outline) + copiedHeader(outline, text);
  const groups = subjectsOf(
    parts,
    references,
    ordered,
    text,
    Math.max(1, options.limit - overhead),
    options.groups ?? null,
    acyclic,
  );
  const fixed = fixedLines(outline, parts, text);
  const bound = boundOf(outline, text, parts, options.limit, fixed);
  // Where one unit makes a file too large anyway, the rest has to leave for the split to be worth anything.
  const leave = outline.language === 'python' && bound.lines > options.limit && groups.length > 1;
  const core = leave
    ? null
    : chooseCore(
        parts.atoms,
        ordered,
        groups,
        Math.max(1, options.limit - fixed - reexports(outline, parts, groups.length)),
        acyclic,
      );
  const leaving = groups.filter((_, g) => g !== core);
  const unitsOf = (group: readonly number[]): Unit[] =>
    group.flatMap((a) => parts.atoms[a]!.units).sort((a, b) => a.start - b.start);
  const taken = [...(options.taken ?? []), ...parts.whole.map(({ name }) => name), ownName(options.path)];
  const judge = nameJudge(outline, taken);
  const names = nameModules(leaving.map(unitsOf), judge).map((name) => spellName(name, options.spelling ?? 'snake'));
  const modules = leaving.map((group, g) => ({
    name: names[g]!,
    units: unitsOf(group).map(({ id }) => id),
    why: explainModule(unitsOf(group), ...countReferences(references, group)),
  }));
  const whole = parts.whole.map(({ name, unit, why }) => ({ name, units: [unit.id], why }));
  const draft = {
    version: PLAN_VERSION as typeof PLAN_VERSION,
    codemod: `${outline.language}/split-module`,
    base: [{ path: options.path, hash: hashOf(text) }],
    history: null,
    options: {},
    layout,
    limit: options.limit,
    bound,
    modules: [...inDependencyOrder(modules, leaving, ordered, acyclic), ...whole],
    keep: [...parts.keep, ...keptCore(core === null ? [] : unitsOf(groups[core]!))].sort(bySource(outline)),
    refused: [],
  };
  return { ...draft, predicted: { files: predictFiles(draft, outline, text) } };
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

function subjectsOf(
  parts: Atoms,
  references: AtomReferences,
  ordered: AtomReferences,
  text: string,
  capacity: number,
  groups: number | null,
  acyclic: boolean,
): number[][] {
  if (parts.atoms.length === 0) return [];
  const textOf = (atom: Atom): string => atom.units.map(({ start, end }) => text.slice(start, end)).join('\n');
  const affinity = affinityOf(parts.atoms, references, textOf, MODULE_WEIGHTS);
  return chooseSubjects(parts.atoms, ordered, affinity, { capacity, groups, acyclic });
}

/** Lines of the facade that no plan can take away. A divided impl counts with what its movable members leave of it. */
function fixedLines(outline: Outline, parts: Atoms, text: string): number {
  if (outline.language === 'python') return remainingLines(parts, text);
  const moving = new Set(parts.atoms.flatMap(({ units }) => units.map(({ id }) => id)));
  const kept = new Set(parts.keep.map(({ unit }) => unit));
  const left = (unit: Unit): number =>
    outline.members
      .filter(({ id, parent }) => parent === unit.id && moving.has(id))
      .reduce((rest, member) => rest - member.lines, unit.lines);
  const header = text.slice(outline.header.start, outline.header.end).split('\n').length - 1;
  return header + outline.units.reduce((sum, unit) => sum + (kept.has(unit.id) ? left(unit) : 0), 0);
}

/** All that no movable unit holds: kept ones, detached comments, blank lines. */
const remainingLines = ({ atoms }: Atoms, text: string): number =>
  text.split('\n').length -
  (text.endsWith('\n') ? 1 : 0) -
  atoms.reduce(
    (sum, { units }) => sum + units.reduce((lines, unit) => lines + unit.lines + gapBefore(unit, text), 0),
    0,
  );

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
