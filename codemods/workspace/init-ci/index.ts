import { z } from 'zod';
import { judgeLanes, type LaneState } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { rootsFor, WRITTEN_LANES } from '../../../analyzers/quality-gates/lane-commands.ts';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { appendTo, scaffold } from '../scaffold.ts';
import { recipes } from './recipes.ts';
import { workflow } from './workflow.ts';

/**
 * Writes a workflow for the lanes that no pull request is held to yet, with a summary of lint, test and security, and `just` recipes of the
 * same commands. Files of CI that stand are left alone: no job is ever removed.
 */
export const initCi = defineCodemod<Record<string, never>>({
  id: 'workspace/init-ci',
  languages: ['rust', 'python'],
  title: 'Hold pull requests to the lanes that are missing, and give each a recipe',
  examples: [],
  options: z.strictObject({}),
  run(view) {
    const report = judgeLanes(view);
    if (report === null)
      return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: ['there is no crate here to hold to anything'] };
    const wanted = report.lanes.filter(({ lane }) => WRITTEN_LANES.includes(lane) && rootsFor(view, lane).length > 0);
    const isHeld = (state: LaneState): boolean => !lacksCrates(view, state);
    const held = wanted.filter(isHeld);
    const open = wanted.filter((state) => !isHeld(state));
    // Whether what stands there runs is computed: a second job beside it would be a guess.
    const computed = open.filter(({ verdict, place }) => verdict === 'unknown' && place !== null);
    const lacking = open.filter((state) => !computed.includes(state));
    const begun = workflowFile(view, lacking, held);
    const local = recipeFile(
      view,
      wanted.map(({ lane }) => lane),
    );
    return {
      status: 'changed',
      changeSet: { ...EMPTY_CHANGE_SET, ...local.changes, create: [...begun.create, ...local.create] },
      notes: [...begun.notes, ...held.map(keptNote), ...computed.map(computedNote), ...local.notes],
    };
  },
});

/** Whether some crate that the lane could be run on is not held to it. */
function lacksCrates(view: View, { lane, missing }: LaneState): boolean {
  const roots = rootsFor(view, lane);
  return view.manifests.crates.some(({ name, cargoRoot }) => roots.includes(cargoRoot) && missing.includes(name));
}

const computedNote = ({ lane, found, place }: LaneState): string =>
  `${lane} is left as it is at ${place!.path}:${place!.line}: ${found}`;

const keptNote = ({ lane, place }: LaneState): string =>
  `${lane} is held already${place === null ? '' : ` by ${place.path}:${place.line}`}`;

function workflowFile(view: View, lacking: readonly LaneState[], held: readonly LaneState[]) {
  if (lacking.length === 0) return { create: [], notes: [] };
  const lanes = lacking.map(({ lane }) => lane);
  const [first, second] = ['quality-gates', `quality-gates-${lanes.join('-')}`].map(
    (name) => `.github/workflows/${name}.yml`,
  );
  const path = view.file(first!) === undefined ? first! : second!;
  const { create, notes } = scaffold(view, [{ path, text: workflow(view, lanes, held) }]);
  return { create, notes: [...create.map(() => `${path} holds pull requests to ${lanes.join(', ')}`), ...notes] };
}

const JUSTFILES = ['justfile', 'Justfile', '.justfile'];

interface Local {
  readonly changes: Partial<Pick<ChangeSet, 'base' | 'edit'>>;
  readonly create: ChangeSet['create'];
  readonly notes: readonly string[];
}

function recipeFile(view: View, lanes: readonly Lane[]): Local {
  const path = JUSTFILES.find((name) => view.file(name)?.state === 'text');
  const { text, names } = recipes(view, path ?? null, lanes);
  if (text === '') return { changes: {}, create: [], notes: [] };
  const notes = [`${path ?? 'justfile'} has the recipes ${names.join(', ')}`];
  if (path !== undefined) return { changes: appendTo(view, path, text), create: [], notes };
  return { changes: {}, ...scaffold(view, [{ path: 'justfile', text }]), notes };
}
