import { z } from 'zod';
import { judgeLanes, type LaneState } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { rootsFor, WRITTEN_LANES } from '../../../analyzers/quality-gates/lane-commands.ts';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { appendTo, scaffold } from '../scaffold.ts';
import { CEILINGS_WORKFLOW, ceilingsJob, lacksCheck } from './ceilings.ts';
import { GITLAB_FILE, gitlabJobs, isGitlab, standingIn } from './gitlab.ts';
import { recipes } from './recipes.ts';
import { workflow } from './workflow.ts';

/**
 * Writes a workflow for the lanes that no pull request is held to yet, with a summary of lint, test and security. A justfile that stands gets
 * recipes of the same commands; none is begun where nobody uses `just`. Files of CI that stand are left alone: no job is ever removed.
 */
export const initCi = defineCodemod<Record<string, never>>({
  id: 'workspace/init-ci',
  languages: ['rust', 'python'],
  title: 'Make CI run the missing lanes on pull requests, with a recipe for each in a justfile that stands',
  examples: [],
  options: z.strictObject({}),
  run(view) {
    const report = judgeLanes(view);
    if (report === null && !lacksCheck(view))
      return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [NOTHING_TO_HOLD] };
    const wanted = (report?.lanes ?? []).filter(
      ({ lane }) => WRITTEN_LANES.includes(lane) && rootsFor(view, lane).length > 0,
    );
    const isHeld = (state: LaneState): boolean => !lacksCrates(view, state);
    const enforced = wanted.filter(isHeld);
    const open = wanted.filter((state) => !isHeld(state));
    // Whether what stands there runs is computed: a second job beside it would be a guess.
    const computed = open.filter(({ verdict, place }) => verdict === 'unknown' && place !== null);
    const lacking = open.filter((state) => !computed.includes(state));
    const begun = isGitlab(view) ? pipelineFile(view, lacking, enforced) : workflowFile(view, lacking, enforced);
    const local = recipeFile(
      view,
      wanted.map(({ lane }) => lane),
    );
    return {
      status: 'changed',
      changeSet: {
        ...EMPTY_CHANGE_SET,
        base: [...(begun.changes.base ?? []), ...(local.changes.base ?? [])],
        edit: [...(begun.changes.edit ?? []), ...(local.changes.edit ?? [])],
        create: [...begun.create, ...local.create],
      },
      notes: [...begun.notes, ...enforced.map(keptNote), ...computed.map(computedNote), ...local.notes],
    };
  },
});

const NOTHING_TO_HOLD =
  'there is no crate here, and no ceiling that CI does not hold yet: `omni-refactor init` writes ceilings';

/** Whether some crate that the lane could be run on is not held to it. */
function lacksCrates(view: View, { lane, missing }: LaneState): boolean {
  const roots = rootsFor(view, lane);
  return view.manifests.crates.some(({ name, cargoRoot }) => roots.includes(cargoRoot) && missing.includes(name));
}

const computedNote = ({ lane, found, place }: LaneState): string =>
  `${lane} is left as it is at ${place!.path}:${place!.line}: ${found}`;

const keptNote = ({ lane, place }: LaneState): string =>
  `${lane} is enforced already${place === null ? '' : ` by ${place.path}:${place.line}`}`;

function workflowFile(view: View, lacking: readonly LaneState[], enforced: readonly LaneState[]): Written {
  const ceilings = ceilingsFile(view);
  if (lacking.length === 0) return ceilings;
  const lanes = lacking.map(({ lane }) => lane);
  const [first, second] = ['quality-gates', `quality-gates-${lanes.join('-')}`].map(
    (name) => `.github/workflows/${name}.yml`,
  );
  const path = view.file(first!) === undefined ? first! : second!;
  const { create, notes } = scaffold(view, [{ path, text: workflow(view, lanes, enforced) }]);
  return {
    changes: {},
    create: [...create, ...ceilings.create],
    notes: [...create.map(() => `${path} now runs ${lanes.join(', ')} on pull requests`), ...notes, ...ceilings.notes],
  };
}

function ceilingsFile(view: View): Written {
  if (!lacksCheck(view)) return NOTHING;
  const path = '.github/workflows/ceilings.yml';
  const { create, notes } = scaffold(view, [{ path, text: CEILINGS_WORKFLOW }]);
  return { changes: {}, create, notes: [...create.map(() => `${path} now runs ${CHECK} on pull requests`), ...notes] };
}

const CHECK = '`omni-refactor check --strict`';

/** The same as jobs of GitLab, behind what stands in its file. */
function pipelineFile(view: View, lacking: readonly LaneState[], enforced: readonly LaneState[]): Written {
  const held = lacksCheck(view);
  if (lacking.length === 0 && !held) return NOTHING;
  const names = [...lacking.map(({ lane }): string => lane), ...(held ? [CHECK] : [])].join(', ');
  const isThere = view.file(GITLAB_FILE)?.state === 'text';
  const before = isThere ? view.text(GITLAB_FILE) : '';
  const standing = standingIn(before);
  if (standing.kind === 'closed') return kept(standing.why);
  const ceilings = ceilingsJob(standing.names.has('ceilings') ? 'ceilings-here' : 'ceilings', standing.stage);
  const lanes = lacking.map(({ lane }) => lane);
  const text = [
    ...(lanes.length > 0 ? [gitlabJobs(view, lanes, enforced, standing)] : []),
    ...(held ? [ceilings] : []),
  ].join('\n');
  if (!isThere)
    return {
      changes: {},
      ...scaffold(view, [{ path: GITLAB_FILE, text }]),
      notes: [`${GITLAB_FILE} now runs ${names} on merge requests`],
    };
  const after = standingIn(`${before}\n\n${text}`);
  // A document that ends before the file does, or one in braces, would not have them.
  if (after.kind === 'closed' || after.names.size <= standing.names.size)
    return kept('jobs appended to it would not be part of the pipeline');
  return {
    changes: appendTo(view, GITLAB_FILE, text),
    create: [],
    notes: [`${GITLAB_FILE} now runs ${names} on merge requests`],
  };
}

const kept = (why: string): Written => ({
  changes: {},
  create: [],
  notes: [`${GITLAB_FILE} is left as it is: ${why}`],
});

const JUSTFILES = ['justfile', 'Justfile', '.justfile'];

interface Written {
  readonly changes: Partial<Pick<ChangeSet, 'base' | 'edit'>>;
  readonly create: ChangeSet['create'];
  readonly notes: readonly string[];
}

const NOTHING: Written = { changes: {}, create: [], notes: [] };

/** A justfile says that people here use `just`; a surprise in the root of a repository helps nobody. */
function recipeFile(view: View, lanes: readonly Lane[]): Written {
  const path = JUSTFILES.find((name) => view.file(name)?.state === 'text');
  if (path === undefined) return NOTHING;
  const { text, names } = recipes(view, path, lanes);
  if (text === '') return NOTHING;
  return {
    changes: appendTo(view, path, text),
    create: [],
    notes: [`${path} has the recipes ${names.join(', ')}`],
  };
}
