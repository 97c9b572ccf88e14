import { type PlanOptions, planModules } from '../../../analyzers/modules/plan-modules.ts';
import { pythonPlanning } from '../../../analyzers/modules/python/planning.ts';
import { settleAsks } from '../../../analyzers/readings/python/settle-asks.ts';
import { readSource } from '../../../analyzers/readings/python/source.ts';
import { refusalsOf } from '../../../codemods/python/split-module/divide.ts';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import { usualLayout } from '../../../codemods/python/split-module/layout.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import type { Outline, Unit, UnitId } from '../../core/unit.ts';
import { cutReader } from '../../languages/python/cut-reader.ts';
import type { View } from '../../workspace/view.ts';
import type { PlanRequest } from '../language.ts';
import { keepWithin, measurePlan } from './measure-plan.ts';
import { refusedUnits } from './refused-units.ts';

const ROUNDS = 8;

/**
 * A plan that the codemod does not refuse, where there is one: units with a hazard that it refuses stay in the facade, with the hazard as the
 * reason, and the rest is planned anew. Where nothing could leave then, the first plan, so that its refusal is reported.
 */
export function planPython(view: View, unsettled: Outline, request: PlanRequest): Plan {
  const outline = settleAsks(view, request.path, unsettled);
  const { breakCycles, host, stay, ...asked } = request;
  const given = { ...asked, layout: layoutOf(view, asked.path, asked.layout) };
  const read = breakCycles ? cutReader(view.syntax(given.path), outline) : null;
  const options = read === null ? given : { ...given, cutting: weights(read) };
  return keepWithin(options.limit, (limit) => planWithin(view, outline, { ...options, limit }, read));
}

/** A folder in place of the file, or files beside it. */
export const PYTHON_LAYOUTS: readonly string[] = ['package', 'sibling'];

/** A package's own file has no choice: its parts stand beside it. */
function layoutOf(view: View, path: string, asked: string | undefined): string {
  const { kind } = usualLayout(view, readSource(view, path));
  return kind === 'init' ? kind : (asked ?? kind);
}

/** Why the parts lie where the plan says. */
export function pythonLayoutReason(view: View, { base, layout }: Plan): string {
  const { kind, why } = usualLayout(view, readSource(view, base[0]!.path));
  return kind === layout ? why : `asked for; without --layout it would be ${kind}, since ${why}`;
}

/** The rounds ask the codemod for refusals alone; it is run once, for what the plan really leads to. */
function planWithin(view: View, outline: Outline, options: PlanOptions, read: CutReader | null): Plan {
  const { path } = options;
  const text = view.text(path);
  const first = planModules({ language: pythonPlanning, outline, text }, options);
  const stay = new Map<UnitId, string>();
  let plan = first;
  for (let round = 0; round < ROUNDS && plan.modules.length > 0; round++) {
    const refusals = refusalsOf(view, { path, plan });
    if (refusals.length === 0) return measurePlan(view, withFunctions(plan, outline, text, read), pythonSplitModule);
    const known = stay.size;
    for (const [id, why] of refusedUnits(outline, plan, refusals)) stay.set(id, why);
    if (stay.size === known) break;
    plan = planModules({ language: pythonPlanning, outline, text }, { ...options, stay });
  }
  return withFunctions(first, outline, text, read);
}

type CutReader = ReturnType<typeof cutReader>;

/** In how many functions a read would become an import; asked again and again for the same ones. */
function weights(read: CutReader): (unit: Unit, name: string) => number | null {
  const known = new Map<string, number | null>();
  return (unit, name) => {
    const key = `${unit.id}\n${name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = read(unit, name);
    const weight = 'sites' in answer ? answer.sites.length : null;
    known.set(key, weight);
    return weight;
  };
}

/** Which functions the cuts of a plan change, and where. */
function withFunctions(plan: Plan, outline: Outline, text: string, read: CutReader | null): Plan {
  if (read === null || plan.cuts === undefined) return plan;
  const starts = lineStartsOf(text);
  const unitOf = new Map(outline.units.map((unit) => [unit.id, unit]));
  const cuts = plan.cuts.map(({ unit, name }) => {
    const answer = read(unitOf.get(unit)!, name);
    const sites = 'sites' in answer ? answer.sites : [];
    return { unit, name, functions: sites.map((site) => ({ name: site.function, line: lineAt(starts, site.at) })) };
  });
  return { ...plan, cuts };
}
