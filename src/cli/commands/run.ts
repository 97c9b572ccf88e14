import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { SHIPPED } from '../../../codemods/shipped.ts';
import { changedPaths, isEmptyChangeSet } from '../../core/change-set.ts';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import { NO_EVIDENCE, type Rung } from '../../core/evidence.ts';
import { countOf, type RunResult } from '../../core/run-result.ts';
import { defaultWorkers } from '../../engine/facts/map-files.ts';
import { type Chosen, chooseFiles } from '../../engine/run/choose-files.ts';
import { requireSame } from '../../engine/run/join-runs.ts';
import { nameStep, requireParams } from '../../engine/run/name-step.ts';
import { onlySteps } from '../../engine/run/only-steps.ts';
import { requireClean } from '../../engine/run/require-clean.ts';
import { affectedFiles, onlyFiles, shareOf } from '../../engine/run/restrict-files.ts';
import { type RunRequest, runCodemods } from '../../engine/run/run-codemods.ts';
import { writeRun } from '../../engine/run/write-run.ts';
import type { Lock } from '../../engine/state/with-lock.ts';
import { type RunReport, renderRun, runJson } from '../../report/run/run-report.ts';
import { sanitizeLines } from '../../report/sanitize.ts';
import { renderDiff } from '../../report/split/diff.ts';
import type { View } from '../../workspace/view.ts';
import { announce, announceLoaded } from '../announce.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, addShardOption, type CommonOptions, taking, wholeNumber } from '../options.ts';
import { printRunShard } from '../print-shard.ts';
import { readVersion } from '../read-version.ts';
import { requireTerminal, reviewRun } from '../review-run.ts';
import type { Run } from '../run.ts';
import { runRepos } from '../run-repos.ts';
import { showProgress } from '../show-progress.ts';
import { writing } from '../with-state.ts';
import { withView } from '../with-view.ts';

interface RunOptions extends CommonOptions {
  readonly and: readonly string[];
  readonly param: Readonly<Record<string, unknown>>;
  readonly parser?: (typeof PARSERS)[number];
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly print?: boolean;
  readonly failFast?: boolean;
  readonly allowDirty?: boolean;
  readonly fileSeconds: number;
  readonly evidence: readonly Rung[];
  readonly repos?: string;
  readonly branch?: string;
  readonly into?: string;
  readonly markdown?: boolean;
  readonly affected?: string;
  readonly only: readonly string[];
  readonly review?: boolean;
}

const PARSERS = ['babel', 'babylon', 'flow', 'ts', 'tsx'] as const;

export function addRun(program: Command, io: Io, run: Run): void {
  const command = addCommonOptions(
    program
      .command('run')
      .argument(
        '<codemod>',
        'one that is shipped (below), rules of ast-grep (.yml), a transform of jscodeshift, or a file codemod',
      )
      .argument('[paths...]', 'files, folders and globs (default: every file that a codemod of the run reads)')
      .description('run codemods over many files; only what they change is written, with journal and undo')
      .option('--and <codemod>', 'a further codemod, run on the result of those before it', collected, [])
      .option('--param <key=value>', 'an option of the codemods; a value that is JSON is read as JSON', param, {})
      .option(
        '--parser <name>',
        `${PARSERS.join(', ')} (default: what the transform names, else by the file's extension)`,
      )
      .option(
        '--affected <revision>',
        'only files that differ from where this branch left a revision, edits and new files included',
      )
      .option(
        '--only <what>',
        'only this codemod of the run, rule of its files, file or glob; may be repeated',
        collected,
        [],
      )
      .option('--review', 'ask for every edit in a screen, with its diff; ? shows the keys')
      .option('--dry-run', 'write nothing; exit 0')
      .option('--check', 'write nothing; exit 1 where something would change')
      .option('--diff', 'print the diff')
      .option('--print', 'print the changed files as they would be written')
      .option('--fail-fast', 'stop at the first file that fails, and write nothing')
      .option('--allow-dirty', 'also change files that differ from the last commit')
      .option('--file-seconds <n>', 'seconds that one file may take', wholeNumber, 20)
      .option(
        '--evidence <rungs>',
        'what must be shown before anything is written: B build, T tests',
        taking(rungs, ['B', 'T'], true),
        [],
      )
      .option(
        '--repos <file>',
        'run in each repository of a list (a folder or an address on each line), on a branch each',
      )
      .option('--branch <name>', 'with --repos: the branch to make (default: omni-refactor/CODEMOD)')
      .option('--into <folder>', 'with --repos: where clones go (default: the current folder)')
      .option('--markdown', 'with --repos: print a summary of each for its pull request')
      .addHelpText('after', EXAMPLES),
  );
  addShardOption(command, io).action((codemod: string, paths: readonly string[], options: RunOptions) =>
    run(() => {
      if (options.shard) requireShardable(options);
      if (options.repos === undefined) return runHere(io, options, codemod, paths);
      const names = [codemod, ...options.and];
      const [first, ...and] = names.map((name) => (existsSync(resolve(io.cwd, name)) ? resolve(io.cwd, name) : name));
      return runRepos(io, names, { ...options, repos: options.repos }, (there) =>
        runHere(there, { ...options, root: there.cwd, and, json: true }, first!, paths),
      );
    }),
  );
}

const runHere = (io: Io, options: RunOptions, codemod: string, paths: readonly string[]): Promise<ExitCode> =>
  writing(io, { ...options, dryRun: options.dryRun || options.check || options.shard !== undefined }, (lock) =>
    withView(io, options, { facts: [], history: false }, (view, root) =>
      runOver(io, options, { view, root, lock, codemod, paths }),
    ),
  );

interface Asked {
  readonly view: View;
  readonly root: string;
  readonly lock: Lock | null;
  readonly codemod: string;
  readonly paths: readonly string[];
}

async function runOver(io: Io, options: RunOptions, { view, root, lock, codemod, paths }: Asked): Promise<ExitCode> {
  const parser = options.parser ?? null;
  const typed = [codemod, ...options.and].map((name) => nameStep({ name, cwd: io.cwd, params: options.param, parser }));
  const { steps, globs } = onlySteps(typed, options.only);
  if (options.workers === 0) throw NO_WORKERS;
  if (options.review) requireTerminal(io);
  requireParams(steps, options.param);
  const progress = showProgress(io);
  try {
    const chosen = await chosenFor(io, options, { view, root, paths }, globs);
    const ran = io.ran ?? (await runSteps(io, options, { view, root, steps, chosen, onProgress: progress.onProgress }));
    if (io.ran) requireSame(view, ran);
    progress.clear();
    if (options.shard) return printRunShard(io, options, options.shard, ran);
    const result = options.review && ran.isWhole ? await reviewRun(io, view, ran) : ran;
    printChange(io, options, view, result);
    const report = await ended(io, options, { view, root, lock }, result);
    progress.clear();
    io.stdout.write(options.json ? runJson(report) : renderRun(report));
    if (report.outcome === 'not-shown') return EXIT.refused;
    return countOf(result, 'failed') > 0 || (options.check && report.outcome === 'would-change')
      ? EXIT.findings
      : EXIT.fine;
  } finally {
    progress.clear();
  }
}

/** Executes the codemods, in threads of their own. */
function runSteps(
  io: Io,
  options: RunOptions,
  given: Pick<RunRequest, 'view' | 'root' | 'steps' | 'chosen' | 'onProgress'>,
): Promise<RunResult> {
  announceLoaded(
    io,
    given.steps.flatMap(({ kind, path }) => (kind === 'module' ? [path] : [])),
  );
  return runCodemods({
    ...given,
    failFast: options.failFast === true,
    // The program itself takes a core while files are read and compared, and a second thread loads everything once more.
    threads: options.workers ?? Math.max(1, defaultWorkers() - 1),
    timeLimit: options.fileSeconds * 1000,
    onPrint: (text) => io.stderr.write(sanitizeLines(text)),
    signal: io.signal,
  });
}

/** Throws RefactorError `usage` for what one machine cannot know of the others. */
function requireShardable({ review, repos, failFast, markdown }: RunOptions): void {
  const beside = Object.entries({
    '--review': review,
    '--repos': repos,
    '--fail-fast': failFast,
    '--markdown': markdown,
  });
  const [found] = beside.find(([, value]) => value) ?? [];
  if (found === undefined) return;
  throw new RefactorError({
    code: 'usage',
    what: `${found} cannot be given with --shard`,
    why: 'it is about all files of a run, of which a shard has some',
    whatToDo: 'Leave one of the two out.',
  });
}

const NO_WORKERS = new RefactorError({
  code: 'usage',
  what: '--workers 0 cannot be used here',
  why: 'codemods are run in threads of their own, which are ended where one takes too long',
  whatToDo: 'Give at least 1, or leave it out.',
});

async function chosenFor(
  io: Io,
  { affected, shard }: RunOptions,
  { view, root, paths }: Pick<Asked, 'view' | 'root' | 'paths'>,
  globs: readonly string[],
): Promise<Chosen> {
  const named = onlyFiles(chooseFiles(view, root, io.cwd, paths), globs);
  const chosen = affected === undefined ? named : await affectedFiles(named, root, affected, io.signal);
  return shard === undefined ? chosen : shareOf(chosen, shard);
}

async function ended(
  io: Io,
  options: RunOptions,
  { view, root, lock }: Pick<Asked, 'view' | 'root' | 'lock'>,
  result: RunResult,
): Promise<RunReport> {
  const { changeSet } = result;
  const unwritten = { result, receipt: null, shown: NO_EVIDENCE };
  if (isEmptyChangeSet(changeSet)) return { ...unwritten, outcome: 'nothing' };
  if (lock === null || !result.isWhole) return { ...unwritten, outcome: 'would-change' };
  if (!options.allowDirty)
    await requireClean(
      root,
      [...changeSet.edit.map(({ path }) => path), ...changeSet.move.map(({ from }) => from)],
      io.signal,
    );
  const written = await writeRun({
    lock,
    view,
    changeSet,
    receipt: {
      tool: `omni-refactor ${readVersion()}`,
      appliedAt: io.now(),
      command: ['omni-refactor', ...io.argv],
      codemods: result.codemods,
    },
    asked: options.evidence,
    onAnnounce: (lines) => announce(io, lines),
    onProgress: showProgress(io).onProgress,
    signal: io.signal,
  });
  return {
    result,
    outcome: written.isShown ? 'applied' : 'not-shown',
    receipt: written.receipt?.id ?? null,
    shown: written.evidence,
  };
}

/** What `--diff` and `--print` ask for; with `--json`, stdout holds the report alone. */
function printChange(io: Io, options: RunOptions, view: View, { changeSet }: RunResult): void {
  if (isEmptyChangeSet(changeSet) || (!options.diff && !options.print)) return;
  const after = view.overlay(changeSet);
  const out = options.json ? io.stderr : io.stdout;
  if (options.diff) out.write(sanitizeLines(renderDiff(view, after, [changeSet])));
  if (options.print) for (const path of changedPaths(changeSet)) out.write(sanitizeLines(after.text(path)));
}

const collected = (value: string, before: readonly string[]): string[] => [...before, value];

function param(text: string, before: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('It must be a key and a value, such as quote=single.');
  const value = text.slice(equals + 1);
  try {
    return { ...before, [text.slice(0, equals)]: JSON.parse(value) as unknown };
  } catch {
    return { ...before, [text.slice(0, equals)]: value };
  }
}

function rungs(text: string): Rung[] {
  const asked = text.split(',').map((rung) => rung.trim().toUpperCase());
  if (asked.every((rung) => rung === 'B' || rung === 'T')) return asked as Rung[];
  throw new InvalidArgumentError(
    'Only B and T can be asked for: the other rungs compare what such a codemod may change.',
  );
}

const EXAMPLES = `
The outcome is *applied*, never proven: what a codemod is meant to change cannot be known. A file that would no longer parse is left unchanged.

Rules are data, for Rust, Python, JavaScript and TypeScript. A module is executed, since you typed it: it exports a function (a transform
of jscodeshift), or an object with \`languages\` and \`change\` (a file codemod, see docs/codemods.md).

Shipped, by name:
${SHIPPED.map(({ id, title }) => `  ${id.padEnd(33)}${title}`).join('\n')}

Examples:
  $ omni-refactor run rust/let-else crates --evidence B,T
  $ omni-refactor run rules/no-unwrap.yml crates --dry-run --diff
  $ omni-refactor run ./codemods/rename-prop.ts src --dry-run --diff
  $ omni-refactor run react-codemod/transforms/class.js 'src/**/*.jsx' --param explicitRequire=false
  $ omni-refactor run ./a.js --and ./b.js --evidence B,T
  $ omni-refactor run rules/no-unwrap.yml --repos repos.txt --branch no-unwrap --markdown > summary.md
  $ omni-refactor run rules/all.yml --only no-unwrap --affected origin/main
  $ omni-refactor run rust/let-else --review
  $ omni-refactor run rules/all.yml --shard 2/8 > 2.json    # then merge 1.json ... 8.json`;
