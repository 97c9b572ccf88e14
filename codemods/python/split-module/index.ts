import { harvestPatches } from '../../../analyzers/readings/python/harvest-patches.ts';
import { runsAsProgram } from '../../../analyzers/readings/python/runs-as-program.ts';
import { readSource } from '../../../analyzers/readings/python/source.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type CodemodResult, defineCodemod } from '../../define-codemod.ts';
import { SPLIT_OPTIONS, type SplitOptions } from '../../split-options.ts';
import { assignUnits } from './assign.ts';
import { buildFacade } from './build-facade.ts';
import { buildPart } from './build-part.ts';
import { chooseFacade, movedRebound } from './choose-facade.ts';
import { bodyCuts, cutNotes, topNeeds } from './cuts.ts';
import { guardAnnotations } from './declare-again.ts';
import { editManifests } from './edit-manifests.ts';
import { guardOwnAnswers } from './guard-answers.ts';
import { guardDeleted } from './guard-deleted.ts';
import { circleOf, effectOrder } from './guard-effects.ts';
import { guardLateImports } from './guard-late-imports.ts';
import { guardLive } from './guard-live.ts';
import { guardMadeNames } from './guard-made-names.ts';
import { guardModels } from './guard-models.ts';
import { guardNames, guardRegions } from './guard-names.ts';
import { guardOwnWrites } from './guard-own-writes.ts';
import { guardFrameNames, guardPlace } from './guard-place.ts';
import { guardSourceReaders } from './guard-source-readers.ts';
import { guardUnits } from './guard-units.ts';
import { identityOf } from './identity.ts';
import { chooseLayout } from './layout.ts';
import { needsOf, orderParts } from './parts.ts';
import { refineSplit } from './refine.ts';
import { refusalsOf } from './refuse.ts';
import { renewedBy } from './renew-parts.ts';
import { guardFrameNamed } from './retell.ts';
import { runTimeNotes } from './run-time-notes.ts';
import { segmentsOf } from './segments.ts';

export const pythonSplitModule = defineCodemod<SplitOptions>({
  id: 'python/split-module',
  languages: ['python'],
  title: 'Split a Python module into parts behind a facade of the same name',
  examples: ['package', 'sibling', 'write-through'],
  options: SPLIT_OPTIONS,
  run,
  refine: refineSplit,
});

function run(view: View, { path, plan, notes }: SplitOptions): CodemodResult {
  const modules = plan.modules.filter(({ units }) => units.length > 0);
  if (modules.length === 0) return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const wanted = { ...plan, modules };
  const source = readSource(view, path);
  const { list, refuse } = refusalsOf(source);
  if (source.outline.partial) {
    const at = source.outline.hazards.find(({ id }) => id === 'H37') ?? { start: 0, end: 0 };
    refuse('H37', at, 'the file has syntax that is not understood', 'Mend it, or wait for a newer grammar.');
    return { status: 'refused', refusals: list };
  }
  const assignment = assignUnits(source, wanted);
  const layout = chooseLayout(view, source, wanted);
  const identity = plan.options.nativeModuleNames !== true;
  const cuts = bodyCuts(source, assignment, wanted, refuse);
  const needs = modules.map((_, place) => topNeeds(needsOf(source, assignment, place), place, cuts));
  guardPlace(view, source, layout, refuse);
  guardUnits(source, assignment, layout.kind, identity, refuse);
  if (!identity) guardFrameNames(source, refuse);
  if (identity) {
    guardFrameNamed(source, assignment, refuse);
    guardModels(view, source, assignment, refuse);
  }
  guardNames(source, assignment, needs, refuse);
  guardLateImports(view, source, assignment, refuse);
  guardAnnotations(source, assignment, refuse);
  guardSourceReaders(source, assignment, identity, refuse);
  guardMadeNames(source, assignment, refuse);
  guardDeleted(source, assignment, refuse);
  guardRegions(source, assignment, refuse);
  const manifests = editManifests(view, source, layout, refuse);
  const effects = effectOrder(view, source, assignment, needs, refuse);
  const ordered = orderParts(source, assignment, needs, effects);
  const names = modules.map(({ name }) => name);
  if ('circle' in ordered) {
    const [at] = needs[ordered.circle[0]!]!.taken.filter(({ from }) => ordered.circle.includes(from));
    refuse(
      'H2',
      { start: at?.at ?? 0, end: at ? at.at + at.name.length : 0 },
      `the modules ${circleOf(ordered.circle, names)} need each other`,
      'Put the units that refer to each other into one module.',
    );
  }
  const patches = harvestPatches(view, source);
  guardOwnWrites(source, assignment, patches, refuse);
  const facade = chooseFacade(source, assignment, wanted, patches);
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
  if (list.length > 0 || 'circle' in ordered) return { status: 'refused', refusals: list };

  const segments = segmentsOf(source.text, source.outline.units);
  const program = runsAsProgram(view, path) !== null;
  const named = identity ? identityOf(source, program) : null;
  const form = { ...facade, program, renewed: renewedBy(view, source, assignment) };
  const changeSet: ChangeSet = {
    base: [{ path, hash: source.hash, mode: source.mode }, ...manifests.base],
    edit: [
      {
        path,
        edits: buildFacade(
          source,
          assignment,
          layout,
          { order: ordered.order, segments },
          { form, notes: notes ? wanted : null },
        ),
      },
      ...manifests.edit,
    ],
    create: layout.parts.map((part, place) => ({
      path: part.path,
      mode: source.mode & ~0o111,
      parts: buildPart(
        { source, assignment, layout, order: ordered.order, segments },
        { place, needs: needs[place]!, identity: named, cuts },
      ),
    })),
    move: layout.facade === path ? [] : [{ from: path, to: layout.facade }],
    delete: [],
  };
  return {
    status: 'changed',
    changeSet,
    notes: [
      `layout ${layout.kind}: ${layout.why}`,
      `facade ${facade.kind}: ${facade.why}`,
      identity
        ? `identity: every part says __name__ = "${source.name.dotted}"; inspect.getsource of a class does not find its source then`
        : 'identity: classes and loggers carry the names of the parts',
      ...manifests.notes,
      ...runTimeNotes(view, source, assignment, identity),
      ...cutNotes(source, layout, cuts),
    ],
  };
}
