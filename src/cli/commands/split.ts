import type { Command } from 'commander';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { RefactorError } from '../../core/errors.ts';
import type { Rung } from '../../core/evidence.ts';
import { workspacePath } from '../../engine/find-workspace.ts';
import { requireFitting } from '../../engine/plan/plan-file.ts';
import { planOverBudget } from '../../engine/split/plan-over-budget.ts';
import { type Planned, planSplits } from '../../engine/split/plan-splits.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { readPlan } from '../../report/plan/read-plan.ts';
import type { View } from '../../workspace/view.ts';
import type { Io } from '../io.ts';
import { readNamed } from '../named-files.ts';
import { addCommonOptions, BREAK_CYCLES, type CommonOptions, someLines } from '../options.ts';
import { addProofShardOptions, requireShareable, SHARED } from '../proof-shard.ts';
import type { Run } from '../run.ts';
import { runSplit, type Work, type WriteOptions } from '../run-split.ts';
import { commandLine, DEFAULT_EVIDENCE, duration, idList, rungList, unitIds } from '../split-options.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';

interface SplitCommandOptions extends CommonOptions, Omit<WriteOptions, 'root' | 'json' | 'today'> {
  readonly plan?: string;
  readonly limit?: number;
  readonly breakCycles?: boolean;
  readonly overBudget?: boolean;
  readonly anyway?: boolean;
  readonly python?: string;
}

/** What `split`, `apply` and `verify` take to say what must be shown. */
export const addProofOptions = (command: Command): Command =>
  command
    .option<readonly Rung[]>(
      '--evidence <rungs>',
      'evidence to require: S syntax, B build, A public API, M meaning, T tests',
      rungList,
      DEFAULT_EVIDENCE,
    )
    .option<readonly string[] | undefined>(
      '--test <command>',
      'run this command as T; it proves only that the exit code is unchanged',
      commandLine,
    )
    .option<readonly string[] | undefined>(
      '--accept <ids>',
      'hazards whose difference you accept, such as R55; reported, and recorded in the receipt',
      idList,
    )
    .option<readonly string[] | undefined>(
      '--accept-uncompiled <ids>',
      'moved units that nothing here compiles or imports; reported, and recorded in the receipt',
      unitIds,
    )
    .option('--python <path>', 'the Python interpreter of the project')
    .option<number | undefined>(
      '--timeout <duration>',
      'stop a program of the proof that runs longer, such as 90s, 10m or 1h; nothing is proven by it then',
      duration,
    )
    .option('--locked', 'cargo fails where Cargo.lock would have to change; has no effect on other tools')
    .option('--offline', 'tell cargo, npm, pip and uv to use no network');

/** @param has `notes`: there may be plans, whose reasons can be written down */
export function addWriteOptions(command: Command, has: { readonly notes: boolean } = { notes: true }): Command {
  addProofOptions(command)
    .option('--dry-run', 'show the diff and prove S; execute and write nothing')
    .option('--in-place', 'prove in the tree itself, for what cannot be copied')
    .option(
      '--commit',
      'make two commits, the pure move and the glue, so that git blame still finds the original authors',
    )
    .option('--full-diff', 'show the whole diff, moved lines included');
  return has.notes
    ? command.option('--notes', "write the plan's module map and reasons as the facade's documentation")
    : command;
}

export function addSplit(program: Command, io: Io, run: Run): void {
  const command = addWriteOptions(
    addCommonOptions(
      program
        .command('split')
        .argument('[file...]', 'the files to divide; several are proven together and written together')
        .description('divide a file into parts, prove that nothing else changed, then write')
        .option('--plan <file>', 'a plan that `plan -o` wrote, edited or not')
        .option(
          '--limit <lines>',
          "most lines that a file should have (default: the budget's ceiling, else 500)",
          someLines,
        )
        .option('--break-cycles', BREAK_CYCLES)
        .option(
          '--anyway',
          'divide the file even if little is gained: the largest part hardly smaller, or parts of a few lines',
        )
        .option('--over-budget', 'divide every file above the ceiling, in one run')
        .addHelpText('after', EXAMPLES),
    ),
  );
  addProofShardOptions(command, io).action((files: string[], options: SplitCommandOptions) =>
    run(() => {
      const { dryRun, inPlace } = options;
      requireShareable(options, { '--dry-run': dryRun, '--in-place': inPlace });
      return writing(io, options, (lock) =>
        withView(io, options, { facts: options.overBudget ? MEASURED : [], history: false }, (view, root) => {
          const paths = [...new Set(files.map((file) => workspacePath(root, io.cwd, file)))];
          if (options.overBudget)
            return runSplit(
              io,
              { view, root, lock },
              planOverBudget(view, paths, overBudget(view, options), options),
              options,
            );
          if (paths.length === 0) throw NO_FILE;
          return runSplit(io, { view, root, lock }, workOf(io, view, paths, options), options);
        }),
      );
    }),
  );
}

const MEASURED = [metricsFact, rustComposition];

/** The ceiling that says which files are too large. */
function overBudget({ config }: View, { limit, plan, breakCycles }: SplitCommandOptions): number {
  if (breakCycles) throw ONE_BY_ONE;
  const ceiling = limit ?? config.budget.fileLines;
  if (ceiling === null || plan !== undefined) throw NO_CEILING;
  return ceiling;
}

const NO_FILE = new RefactorError({
  code: 'nothing-named',
  what: 'There is nothing to split',
  why: 'neither a file nor --over-budget was given',
  whatToDo: 'Name a file, or give --over-budget for every file above the ceiling.',
});

const ONE_BY_ONE = new RefactorError({
  code: 'cycles-one-by-one',
  what: '--break-cycles cannot be given with --plan or --over-budget',
  why: 'a plan already says which reads are cut, and a change of code has to be asked for file by file',
  whatToDo: 'Make the plan with --break-cycles, or name the files.',
});

const NO_CEILING = new RefactorError({
  code: 'no-ceiling',
  what: '--over-budget cannot be used here',
  why: 'it needs a ceiling, and makes its own plans',
  whatToDo: 'Set file-lines under [budget] in omni-refactor.toml or give --limit, and name no plan.',
});

/** A plan that somebody wrote is not made anew. */
function workOf(io: Io, view: View, paths: readonly string[], options: SplitCommandOptions): Work {
  const planned = plansFor(io, view, paths, options);
  if (options.plan !== undefined) return planned;
  return { ...planned, replan: (staying) => planSplits(view, paths, { ...options, staying }).plans };
}

/** A plan that a person gives is worth it by that. */
function plansFor(io: Io, view: View, paths: readonly string[], options: SplitCommandOptions): Planned {
  if (options.plan === undefined) return planSplits(view, paths, options);
  if (options.breakCycles) throw ONE_BY_ONE;
  const { plan, lineOf } = readPlan(readNamed(io, options.plan), options.plan);
  if (paths.length !== 1 || paths[0] !== plan.base[0]!.path) {
    throw new RefactorError({
      code: 'plan-for-other-file',
      what: `${options.plan} is not a plan for ${paths.join(', ')}`,
      why: `it was made for ${plan.base[0]!.path}`,
      whatToDo: 'Name that file, or make a plan for this one.',
    });
  }
  requireFitting(view, plan, (entry) => `${options.plan}:${lineOf(entry)}`);
  return { plans: [plan], unplanned: [] };
}

const EXAMPLES = `
Examples:
  $ omni-refactor split src/parser.rs --dry-run
  $ omni-refactor split src/parser.rs --evidence S,B,T
  $ omni-refactor split pkg/core.py --plan plan.yaml --commit
  $ omni-refactor split --over-budget
  $ omni-refactor split src/parser.rs --evidence S,B,A,M,T --prove-shard 1/4 --evidence-out 1.json

Nothing is written unless everything that was asked for is proven; exit code 3 means refused or not proven.
Of several files, those that fail are named and left out; the others are written, and the exit code is 1.
Undo with: omni-refactor undo

${SHARED}
Each shard of a split takes S and B as a whole first, since they refine the change.`;
