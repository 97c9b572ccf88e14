import type { Command } from 'commander';
import { z } from 'zod';
import type { ChangeSet } from '../../core/change-set.ts';
import { CHANGE_SET_SCHEMA } from '../../core/change-set-schema.ts';
import { EXIT, RefactorError } from '../../core/errors.ts';
import { validateChangeSet } from '../../core/validate-change-set.ts';
import { findUnfinished } from '../../engine/apply/list-history.ts';
import { findPending } from '../../engine/apply/pending-commit.ts';
import { resumeApply } from '../../engine/apply/undo-last.ts';
import { requireFitting } from '../../engine/plan/plan-file.ts';
import { finishCommit } from '../../engine/split/finish-commit.ts';
import { changeJson } from '../../report/change/json.ts';
import { readPlan } from '../../report/plan/read-plan.ts';
import { commitMessage } from '../../report/receipt/commit-message.ts';
import type { View } from '../../workspace/view.ts';
import { tellCommits } from '../commit-message.ts';
import type { Io } from '../io.ts';
import { readNamed } from '../named-files.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { runSplit, type Work, type WriteOptions } from '../run-split.ts';
import { locked, stateOf, writing } from '../with-state.ts';
import { withView } from '../with-view.ts';
import { addWriteOptions } from './split.ts';

interface ApplyCommandOptions extends CommonOptions, Omit<WriteOptions, 'root' | 'json'> {
  readonly resume?: boolean;
}

export function addApply(program: Command, io: Io, run: Run): void {
  addWriteOptions(
    addCommonOptions(
      program
        .command('apply')
        .argument('[file]', 'a plan (YAML or JSON), or the output of `split --dry-run --json`')
        .description('prove a plan or a change set and write it, or finish an interrupted apply')
        .option('--resume', 'finish an interrupted apply')
        .addHelpText(
          'after',
          '\nExamples:\n  $ omni-refactor apply plan.yaml\n  $ omni-refactor split src/parser.rs --dry-run --json > change.json && omni-refactor apply change.json\n  $ omni-refactor apply --resume',
        ),
    ),
  ).action((file: string | undefined, options: ApplyCommandOptions) =>
    run(() => {
      if (options.resume) return resume(io, options);
      if (file === undefined) throw NOTHING_NAMED;
      const text = readNamed(io, file);
      return writing(io, options, (lock) =>
        withView(io, options, { facts: [], history: false }, (view, root) =>
          runSplit(io, { view, root, lock }, workIn(view, text, file), options),
        ),
      );
    }),
  );
}

/** Ends what was begun: the files, then the commits that were asked for. */
async function resume(io: Io, options: ApplyCommandOptions) {
  const state = await stateOf(io, options.root);
  const { id, paths, commits } = await locked(io, state, async (lock) => {
    const written = (await findPending(lock.state)) === null || (await findUnfinished(lock.state)) !== null;
    const journal = written ? await resumeApply({ lock, onProgress: () => {} }) : null;
    const finished = await finishCommit(lock.state, commitMessage, io.signal);
    // Neither: says so, by name.
    if (!journal && !finished) await resumeApply({ lock, onProgress: () => {} });
    const paths = journal?.operations.map(({ path }) => path) ?? [];
    return { id: journal?.id ?? finished?.id ?? '', paths, commits: finished?.commits ?? [] };
  });
  if (options.json) io.stdout.write(changeJson(id, paths));
  else io.stdout.write(`Finished ${id}. Undo with: omni-refactor undo\n`);
  if (commits.length > 0) tellCommits(io, commits);
  return EXIT.fine;
}

const SAVED = z.object({ changeSets: z.array(CHANGE_SET_SCHEMA).min(1) });

/** Change sets are JSON with `changeSets`, or one alone; anything else must be a plan. */
function workIn(view: View, text: string, file: string): Work {
  const changeSets = changeSetsIn(text);
  if (changeSets === null) {
    const { plan, lineOf } = readPlan(text, file);
    requireFitting(view, plan, (entry) => `${file}:${lineOf(entry)}`);
    return { plans: [plan] };
  }
  const [problem] = validateChangeSet(changeSets[0]!, view);
  if (problem) throw new RefactorError(problem.problem, EXIT.usage);
  return { changeSets };
}

function changeSetsIn(text: string): ChangeSet[] | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const saved = SAVED.safeParse(data);
  if (saved.success) return saved.data.changeSets;
  const single = CHANGE_SET_SCHEMA.safeParse(data);
  return single.success ? [single.data] : null;
}

const NOTHING_NAMED = new RefactorError({
  code: 'nothing-named',
  what: 'There is nothing to apply',
  why: 'neither a file nor --resume was given',
  whatToDo: 'Name a plan (`omni-refactor plan FILE -o plan.yaml`) or give --resume.',
});
