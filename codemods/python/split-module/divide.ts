import { harvestPatches } from '../../../analyzers/readings/python/harvest-patches.ts';
import { runsAsProgram } from '../../../analyzers/readings/python/runs-as-program.ts';
import { readSource, type Source } from '../../../analyzers/readings/python/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { View } from '../../../src/workspace/view.ts';
import { rememberLast } from '../../remember-last.ts';
import type { SplitOptions } from '../../split-options.ts';
import { type Assignment, assignUnits } from './assign.ts';
import { chooseFacade, movedRebound } from './choose-facade.ts';
import { type BodyCut, bodyCuts, topNeeds } from './cuts.ts';
import { guardAnnotations } from './declare-again.ts';
import { editManifests } from './edit-manifests.ts';
import { guardOwnAnswers } from './guard-answers.ts';
import { guardDeleted } from './guard-deleted.ts';
import { circleOf, effectOrder } from './guard-effects.ts';
import { guardGivenName } from './guard-given-name.ts';
import { guardLateImports } from './guard-late-imports.ts';
import { guardLive } from './guard-live.ts';
import { guardMadeNames } from './guard-made-names.ts';
import { guardModels } from './guard-models.ts';
import { guardNames, guardRegions } from './guard-names.ts';
import { guardForeignClass, guardOwnWrites } from './guard-own-writes.ts';
import { guardFrameNames, guardPlace } from './guard-place.ts';
import { guardSourceReaders } from './guard-source-readers.ts';
import { guardBuildNames, guardUnits } from './guard-units.ts';
import { chooseLayout, type Layout } from './layout.ts';
import { type Needs, needsOf, orderParts } from './parts.ts';
import { refusalList } from './refuse.ts';
import { guardFrameNamed } from './retell.ts';

/** How a plan divides a module: all that is decided before text is written. */
export interface Division {
  readonly source: Source;
  /** The plan without parts that hold nothing. */
  readonly wanted: Plan;
  readonly assignment: Assignment;
  readonly layout: Layout;
  /** Parts carry the module's name in `__name__`. */
  readonly identity: boolean;
  readonly cuts: readonly BodyCut[];
  readonly needs: readonly Needs[];
  readonly manifests: ReturnType<typeof editManifests>;
  /** Places of the parts, in the order in which the facade imports them. */
  readonly order: readonly number[];
  readonly facade: ReturnType<typeof chooseFacade>;
}

/** The division that a plan asks for, or why it is refused. Writes nothing, so that a planner may ask for many plans. */
export const divide = rememberLast(divideAnew);

function divideAnew(view: View, { path, plan }: Pick<SplitOptions, 'path' | 'plan'>): Division | readonly Refusal[] {
  const modules = plan.modules.filter(({ units }) => units.length > 0);
  const wanted = { ...plan, modules };
  const source = readSource(view, path);
  const { list, refuse } = refusalList(source);
  if (source.outline.partial) {
    const broken = source.outline.hazards.find(({ id }) => id === 'H37') ?? { start: 0, end: 0 };
    refuse('H37', broken, 'the file has syntax that is not understood', 'Fix it, or wait for a newer grammar.');
    return list;
  }
  const assignment = assignUnits(source, wanted);
  const layout = chooseLayout(view, source, wanted);
  const identity = !plan.options.nativeModuleNames;
  const cuts = bodyCuts(source, assignment, wanted, refuse);
  const needs = modules.map((_, place) => topNeeds(needsOf(source, assignment, place), place, cuts));
  guardPlace(view, source, layout, refuse);
  guardUnits(source, assignment, layout.kind, identity, refuse);
  guardBuildNames(view, source, assignment, refuse);
  if (!identity) guardFrameNames(source, refuse);
  if (identity) {
    guardFrameNamed(source, assignment, refuse);
    guardModels(view, source, assignment, refuse);
  }
  guardNames(source, assignment, needs, refuse);
  guardLateImports(view, source, assignment, refuse);
  guardAnnotations(source, assignment, refuse);
  guardSourceReaders(source, assignment, identity, refuse);
  guardDeleted(source, assignment, refuse);
  guardRegions(source, assignment, refuse);
  const manifests = editManifests(view, source, layout, refuse);
  const effects = effectOrder(view, source, assignment, needs, refuse);
  const ordered = orderParts(source, assignment, needs, effects);
  const names = modules.map(({ name }) => name);
  if ('circle' in ordered) {
    const [need] = needs[ordered.circle[0]!]!.taken.filter(({ from }) => ordered.circle.includes(from));
    refuse(
      'H2',
      { start: need?.at ?? 0, end: need ? need.at + need.name.length : 0 },
      `the modules ${circleOf(ordered.circle, names)} need each other`,
      'Put the units that refer to each other into one module.',
    );
  }
  const patches = harvestPatches(view, source);
  guardMadeNames(source, assignment, patches, refuse);
  guardOwnWrites(source, assignment, patches, refuse);
  const facade = chooseFacade(source, assignment, wanted, patches);
  guardGivenName(
    source,
    assignment,
    { facade: facade.kind, identity, program: runsAsProgram(view, path) !== null },
    refuse,
  );
  guardForeignClass(view, source, facade.kind, patches, refuse);
  const rebound = movedRebound(source, assignment);
  guardOwnAnswers(source, assignment, facade.kind, rebound, refuse);
  guardLive(source, assignment, rebound, refuse);
  if (facade.kind === 'plain' && rebound.length > 0)
    refuse(
      'H11',
      { start: 0, end: 0 },
      `${rebound[0]} is rebound while the program runs: a plain facade would hold its first value`,
      'Choose the facade live or write-through.',
    );
  if (list.length > 0 || 'circle' in ordered) return list;
  return { source, wanted, assignment, layout, identity, cuts, needs, manifests, order: ordered.order, facade };
}

/** Why the codemod would refuse a plan; none: it would not. */
export function refusalsOf(view: View, options: Pick<SplitOptions, 'path' | 'plan'>): readonly Refusal[] {
  const division = divide(view, options);
  return 'source' in division ? [] : division;
}
