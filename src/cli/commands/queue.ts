import type { Command } from 'commander';
import { filesOver } from '../../../analyzers/budget/files-over.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { type ExitCode, isRefactorError, RefactorError } from '../../core/errors.ts';
import { workspacePath } from '../../engine/find-workspace.ts';
import { requireFitting } from '../../engine/plan/plan-file.ts';
import { type QueueEntry, readQueue } from '../../engine/queue/read-queue.ts';
import type { Lock } from '../../engine/state/with-lock.ts';
import { rustComposition } from '../../languages/rust/composition-fact.ts';
import { readPlan } from '../../report/plan/read-plan.ts';
import { queueJson } from '../../report/queue/json.ts';
import { queueMarkdown } from '../../report/queue/markdown.ts';
import { renderQueue } from '../../report/queue/terminal.ts';
import type { View } from '../../workspace/view.ts';
import type { Io } from '../io.ts';
import { readNamed } from '../named-files.ts';
import { addCommonOptions, someLines } from '../options.ts';
import { readVersion } from '../read-version.ts';
import type { Run } from '../run.ts';
import { exitOf, type Queue, type QueueOptions, runQueue, type Target } from '../run-queue.ts';
import { askedBy } from '../split-options.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';
import { addWriteOptions } from './split.ts';

interface QueueCommandOptions extends QueueOptions {
  readonly overBudget?: boolean;
  readonly markdown?: boolean;
}

export function addQueue(program: Command, io: Io, run: Run): void {
  addWriteOptions(
    addCommonOptions(
      program
        .command('queue')
        .argument('[file]', 'the queue: the path of a file or of a plan on each line')
        .description('divide many files, keep what is proven, and report the rest')
        .option('--over-budget', 'every file above the ceiling, beside those of the queue')
        .option(
          '--limit <lines>',
          "most lines that a file should have (default: the budget's ceiling, else 500)",
          someLines,
        )
        .option('--anyway', 'divide files even if little is gained')
        .option('--each', 'prove, write and commit every file by itself: a receipt and an undo for each')
        .option('--resume', 'go on where an earlier run of the same queue ended: what it ended is not tried again')
        .option('--markdown', 'print the summary as Markdown, for a pull request')
        .addHelpText('after', EXAMPLES),
    ),
  ).action((file: string | undefined, options: QueueCommandOptions) =>
    run(() =>
      writing(io, options, (lock) =>
        withView(io, options, { facts: options.overBudget ? MEASURED : [], history: false }, (view, root) =>
          divide(io, { view, root, lock }, queueOf(io, view, root, file, options), options),
        ),
      ),
    ),
  );
}

const MEASURED = [metricsFact, rustComposition];

async function divide(
  io: Io,
  place: { readonly view: View; readonly root: string; readonly lock: Lock | null },
  queue: Queue,
  options: QueueCommandOptions,
): Promise<ExitCode> {
  const rows = await runQueue(io, place, queue, options);
  const asked = place.lock === null ? (['S'] as const) : askedBy(options.evidence, options.test);
  const told = { rows, asked, dryRun: place.lock === null, tool: `omni-refactor ${readVersion()}` };
  io.stdout.write(options.json ? queueJson(told) : options.markdown ? queueMarkdown(told) : renderQueue(told));
  return exitOf(rows);
}

function queueOf(
  io: Io,
  view: View,
  root: string,
  file: string | undefined,
  { overBudget, limit }: QueueCommandOptions,
): Queue {
  if (file === undefined && !overBudget) throw NOTHING;
  const entries = file === undefined ? [] : readQueue(readNamed(io, file, QUEUE_FILE), file);
  const ceiling = overBudget ? (limit ?? view.config.budget.fileLines) : null;
  if (overBudget && ceiling === null) throw NO_CEILING;
  const named = entries.map((entry) => targetOf(io, root, entry));
  const taken = new Set(named.map(({ path }) => path));
  const large = ceiling === null ? [] : filesOver(view, ceiling).filter((path) => !taken.has(path));
  return {
    targets: [...named, ...large.map((path): Target => ({ path, plan: null }))],
    asked: { entries: entries.map(({ text }) => text), ceiling },
  };
}

/** Throws RefactorError of a plan that cannot be read: nothing has been done yet. A line that names no file of the workspace is left out. */
function targetOf(io: Io, root: string, { text, kind }: QueueEntry): Target {
  if (kind === 'file') return sourceOf(io, root, text);
  const { plan, lineOf } = readPlan(readNamed(io, text), text);
  const { path } = plan.base[0]!;
  const read = (view: View): ReturnType<NonNullable<Target['plan']>['read']> => {
    try {
      requireFitting(view, plan, (entry) => `${text}:${lineOf(entry)}`);
      return plan;
    } catch (error) {
      if (!isRefactorError(error)) throw error;
      return { path, outcome: 'refused', why: `${error.problem.what}: ${error.problem.why}`, refusals: [] };
    }
  };
  return { path, plan: { named: text, read } };
}

function sourceOf(io: Io, root: string, text: string): Target {
  try {
    return { path: workspacePath(root, io.cwd, text), plan: null };
  } catch (error) {
    if (!isRefactorError(error)) throw error;
    const why = `${error.problem.what}: ${error.problem.why}`;
    return { path: text, plan: { named: text, read: () => ({ path: text, outcome: 'refused', why, refusals: [] }) } };
  }
}

const QUEUE_FILE = 'a queue: a text file with the path of a source or of a plan on each line';

const NOTHING = new RefactorError({
  code: 'nothing-named',
  what: 'There is nothing to split',
  why: 'neither a queue nor --over-budget was given',
  whatToDo: 'Name a file with a path on each line, or give --over-budget for every file above the ceiling.',
});

const NO_CEILING = new RefactorError({
  code: 'no-ceiling',
  what: '--over-budget cannot be used here',
  why: 'it needs a ceiling',
  whatToDo: 'Set file-lines under [budget] in omni-refactor.toml or give --limit.',
});

const EXAMPLES = `
queue.txt:
  # a source, or a plan that \`plan -o\` wrote, on each line
  src/parser.rs
  plans/lexer.yaml

Examples:
  $ omni-refactor queue queue.txt --dry-run
  $ omni-refactor queue queue.txt --each --commit
  $ omni-refactor queue --over-budget --evidence S,B,T --markdown > summary.md
  $ omni-refactor queue --over-budget --each --resume

Without --each all files are proven together, in one verification, and written together: one receipt, one undo.
What fails is named and left out; the exit code is 1 then, and 3 where nothing could be divided.`;
