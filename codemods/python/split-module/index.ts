import { runsAsProgram } from '../../../analyzers/readings/python/runs-as-program.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type CodemodResult, defineCodemod } from '../../define-codemod.ts';
import { SPLIT_OPTIONS, type SplitOptions } from '../../split-options.ts';
import { buildFacade } from './build-facade.ts';
import { buildPart } from './build-part.ts';
import { cutNotes } from './cuts.ts';
import { divide } from './divide.ts';
import { calledAs, identityOf } from './identity.ts';
import { refineSplit } from './refine.ts';
import { renewedBy } from './renew-parts.ts';
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

function run(view: View, options: SplitOptions): CodemodResult {
  const { path, plan, notes } = options;
  if (plan.modules.every(({ units }) => units.length === 0))
    return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const division = divide(view, options);
  if (!('source' in division)) return { status: 'refused', refusals: division };
  const { source, wanted, assignment, layout, identity, cuts, needs, manifests, order, facade } = division;
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
          { order: order, segments },
          { form, notes: notes ? wanted : null },
        ),
      },
      ...manifests.edit,
    ],
    create: layout.parts.map((part, place) => ({
      path: part.path,
      mode: source.mode & ~0o111,
      parts: buildPart(
        { source, assignment, layout, order: order, segments },
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
        ? `identity: every part sets __name__ = "${calledAs(source)}"; inspect.getsource of a class then fails`
        : 'identity: classes and loggers have the names of their parts',
      ...manifests.notes,
      ...runTimeNotes(view, source, assignment, identity),
      ...cutNotes(source, layout, cuts),
    ],
  };
}
