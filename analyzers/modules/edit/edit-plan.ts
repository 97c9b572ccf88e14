import type { Atom } from '../../../src/core/atom.ts';
import { countLines } from '../../../src/core/lines.ts';
import type { Plan, PlannedModule } from '../../../src/core/plan.ts';
import type { Unit, UnitId } from '../../../src/core/unit.ts';
import { affinityOf } from '../cluster/affinity.ts';
import { chooseSubjects } from '../cluster/choose-subjects.ts';
import { MODULE_WEIGHTS } from '../cluster/module-weights.ts';
import { countReferences } from '../evidence/count-references.ts';
import { explainModule } from '../name/explain-module.ts';
import { nameModules } from '../name/name-modules.ts';
import { notWorth } from '../predict/not-worth.ts';
import { predictFiles } from '../predict/predict-files.ts';
import type { EditContext } from './edit-context.ts';
import { nameFault } from './name-fault.ts';

/** A plan as it is after an edit, with what moved along; or why the edit cannot be made. */
export type Edited =
  | {
      readonly status: 'edited';
      readonly plan: Plan;
      readonly moved: readonly UnitId[];
      /** What speaks against a name that was given; the proof decides. */
      readonly warning: string | null;
    }
  | { readonly status: 'refused'; readonly why: string };

export type Target =
  | { readonly to: 'facade' }
  | { readonly to: 'module'; readonly name: string }
  | { readonly to: 'new'; readonly name: string };

const refuse = (why: string): Edited => ({ status: 'refused', why });

/** Moves units; what a plan never parts from them comes along. A module that is left empty goes. */
export function moveUnits(plan: Plan, context: EditContext, ids: readonly UnitId[], target: Target): Edited {
  const problem = ids.flatMap((id) => whyFixed(context, id) ?? [])[0] ?? targetProblem(plan, target);
  if (problem) return refuse(problem);
  const atoms = [...new Set(ids.map((id) => context.atomOf.get(id)!))];
  const anchored = atoms.map((a) => context.atoms[a]!).find((atom) => atom.anchored);
  if (anchored && target.to !== 'facade')
    return refuse(`${anchored.units[0]!.id} stays: its impls are divided around it, and they must see its fields`);
  const moved = atoms.flatMap((a) => context.atoms[a]!.units.map(({ id }) => id));
  const leaving = new Set(moved);
  const rest = plan.modules.map((module) => ({ ...module, units: module.units.filter((id) => !leaving.has(id)) }));
  const whys = new Map(plan.keep.map(({ unit, why }) => [unit, why]));
  const kept = plan.keep.filter(({ unit }) => !leaving.has(unit));
  const arriving = moved.filter((id) => context.unitOf.get(id)!.parent === null);
  const toFacade = arriving.map((unit) => ({ unit, why: whys.get(unit) ?? 'kept by hand' }));
  const into = (module: PlannedModule): PlannedModule =>
    target.to === 'module' && module.name === target.name ? { ...module, units: [...module.units, ...moved] } : module;
  const added = target.to === 'new' ? [{ name: target.name, units: moved, why: '' }] : [];
  return edited(context, plan, {
    modules: [...rest.map(into), ...added],
    keep: target.to === 'facade' ? [...kept, ...toFacade] : kept,
    moved,
    warning: target.to === 'new' ? warningOf(context, target.name) : null,
  });
}

/** Gives a module another name. */
export function renameModule(plan: Plan, context: EditContext, from: string, to: string): Edited {
  const problem = nameProblem(plan, to, from);
  if (problem) return refuse(problem);
  const modules = plan.modules.map((module) => (module.name === from ? { ...module, name: to } : module));
  return edited(context, plan, { modules, keep: plan.keep, moved: [], warning: warningOf(context, to) });
}

/** Puts all units of one module into another one. */
export function mergeModules(plan: Plan, context: EditContext, from: string, into: string): Edited {
  const module = plan.modules.find(({ name }) => name === from);
  if (!module || from === into) return refuse('choose another module to merge with');
  return moveUnits(plan, context, module.units, { to: 'module', name: into });
}

/** Divides a module by subject into two or more; the parts get names of their own. */
export function divideModule(plan: Plan, context: EditContext, name: string): Edited {
  const module = plan.modules.find((each) => each.name === name);
  if (!module) return refuse('choose a module to divide');
  const inside = [...new Set(module.units.flatMap((id) => context.atomOf.get(id) ?? []))].sort((a, b) => a - b);
  if (inside.length < 2) return refuse(`${name} cannot be divided: its units belong together`);
  const atoms = inside.map((a) => context.atoms[a]!);
  const groups = dividedInTwo(atoms, inside, context, plan.limit);
  if (groups.length < 2) return refuse(`${name} cannot be divided: its units need one another`);
  const units = groups.map((group) => group.flatMap((i) => [...atoms[i]!.units]));
  const others = new Set(plan.modules.flatMap((each) => (each === module ? [] : [each.name.toLowerCase()])));
  const names = nameModules(units, (word) => context.mayBeCalled(word) && !others.has(word));
  const parts = units.map((group, g) => ({ name: names[g]!, units: group.map(({ id }) => id), why: '' }));
  const modules = plan.modules.flatMap((each) => (each === module ? parts : [each]));
  return edited(context, plan, { modules, keep: plan.keep, moved: parts.flatMap((part) => part.units) });
}

function dividedInTwo(
  atoms: readonly Atom[],
  inside: readonly number[],
  context: EditContext,
  limit: number,
): number[][] {
  const place = new Map(inside.map((a, i) => [a, i]));
  const references = inside.map(
    (a) =>
      new Map([...context.references[a]!].flatMap(([b, n]) => (place.has(b) ? [[place.get(b)!, n] as const] : []))),
  );
  const textOf = (atom: Atom): string => atom.units.map(({ start, end }) => context.text.slice(start, end)).join('\n');
  const affinity = affinityOf(atoms, references, textOf, MODULE_WEIGHTS);
  return chooseSubjects(atoms, references, affinity, {
    capacity: limit,
    groups: 2,
    acyclic: !context.language.circular,
  });
}

/** Only what no plan could say is a problem; whether the rest works is for the preview and the proof. */
function nameProblem(plan: Plan, name: string, chosen: string | null): string | null {
  if (plan.modules.some((module) => module.name !== chosen && module.name.toLowerCase() === name.toLowerCase()))
    return `there is a module ${name} already: merge instead`;
  return nameFault(plan, name)?.why ?? null;
}

function warningOf(context: EditContext, name: string): string | null {
  const doubt = context.doubtOf(name);
  return doubt === null ? null : `${name}: ${doubt}`;
}

interface Draft {
  readonly modules: readonly PlannedModule[];
  readonly keep: Plan['keep'];
  readonly moved: readonly UnitId[];
  readonly warning?: string | null;
}

/** Units in source order, reasons and sizes counted anew. */
function edited(context: EditContext, plan: Plan, { modules, keep, moved, warning = null }: Draft): Edited {
  const start = (id: UnitId): number => context.unitOf.get(id)?.start ?? 0;
  const whole = new Map(plan.modules.map((module) => [module.units.join('\n'), module]));
  const full = modules
    .filter(({ units }) => units.length > 0)
    .map(({ name, units }) => {
      const sorted = [...units].sort((a, b) => start(a) - start(b));
      return { ...(whole.get(sorted.join('\n')) ?? { why: whyOf(context, sorted) }), name, units: sorted };
    });
  const kept = [...keep].sort((a, b) => start(a.unit) - start(b.unit));
  const draft = { ...plan, modules: full, keep: kept };
  const sized = { ...draft, predicted: { files: predictFiles(draft, context) } };
  return { status: 'edited', moved, warning, plan: { ...sized, notWorth: notWorth(sized, countLines(context.text)) } };
}

function whyOf(context: EditContext, ids: readonly UnitId[]): string {
  const units = ids.flatMap((id): Unit[] => (context.unitOf.has(id) ? [context.unitOf.get(id)!] : []));
  const chosen = new Set(ids.flatMap((id) => context.atomOf.get(id) ?? []));
  const { inside, crossing } = countReferences(context.references, chosen);
  return explainModule(units, inside, crossing);
}

function whyFixed({ fixed, atomOf }: EditContext, id: UnitId): string | null {
  const why = fixed.get(id);
  if (why !== undefined) return `${id} cannot move: ${why}`;
  return atomOf.has(id) ? null : `${id} cannot move: it goes where the units around it go`;
}

function targetProblem(plan: Plan, target: Target): string | null {
  if (target.to === 'new') return nameProblem(plan, target.name, null);
  if (target.to === 'facade' || plan.modules.some(({ name }) => name === target.name)) return null;
  return `there is no module ${target.name}`;
}
