import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import type { CaseResult } from '../../core/case-result.ts';
import { isEmptyChangeSet } from '../../core/change-set.ts';
import { EXIT, type ExitCode, RefactorError } from '../../core/errors.ts';
import { defaultWorkers } from '../../engine/facts/map-files.ts';
import { findWorkspace } from '../../engine/find-workspace.ts';
import { loadConfig } from '../../engine/load-config.ts';
import { openWorkspace } from '../../engine/open-workspace.ts';
import { type Tested, testSuites } from '../../engine/run/codemod-cases/test-suites.ts';
import { updateOf } from '../../engine/run/codemod-cases/update-cases.ts';
import type { Lock } from '../../engine/state/with-lock.ts';
import { casesJson, renderCases } from '../../report/codemod-cases/cases-report.ts';
import { sanitizeLines } from '../../report/sanitize.ts';
import { announceLoaded } from '../announce.ts';
import type { Io } from '../io.ts';
import { addCommonOptions, type CommonOptions, wholeNumber } from '../options.ts';
import type { Run } from '../run.ts';
import { writeChange } from '../run-change.ts';
import { writing } from '../with-state.ts';

interface TestCommandOptions extends CommonOptions {
  readonly update?: boolean;
  readonly fileSeconds: number;
}

export function addTest(program: Command, io: Io, run: Run): void {
  addCommonOptions(
    program
      .command('test')
      .argument(
        '[folder]',
        'where codemods stand beside a folder `cases` (default: here, and then only rules, which are data)',
      )
      .description('run codemods over their cases, and show how what they make differs from what is expected')
      .option('--update', 'write what they make as what is expected, with journal and undo')
      .option('--file-seconds <n>', 'seconds that one file may take', wholeNumber, 20)
      .addHelpText('after', EXAMPLES),
  ).action((folder: string | undefined, options: TestCommandOptions) =>
    run(() =>
      writing(io, { ...options, dryRun: options.update !== true }, (lock) => testIn(io, options, folder, lock)),
    ),
  );
}

async function testIn(
  io: Io,
  options: TestCommandOptions,
  typed: string | undefined,
  lock: Lock | null,
): Promise<ExitCode> {
  const root = findWorkspace(resolve(io.cwd, options.root ?? '.'));
  const folder = resolve(io.cwd, typed ?? '.');
  requireFolder(root, folder, typed ?? '.');
  if (typed !== undefined) announceLoaded(io, [`the codemods below ${relative(io.cwd, folder) || '.'}`]);
  const tested = await testSuites({
    root,
    folder,
    mayExecute: typed !== undefined,
    threads: options.workers ?? Math.max(1, defaultWorkers()),
    timeLimit: options.fileSeconds * 1000,
    onPrint: (text) => io.stderr.write(sanitizeLines(text)),
    signal: io.signal,
  });
  if (tested.length === 0) throw noCases(folder);
  const receipt = lock === null ? null : await update(io, lock, root, tested);
  const results = tested.map(({ result }) => (lock === null ? result : updated(result)));
  io.stdout.write(options.json ? casesJson(results, receipt) : renderCases(results, receipt));
  if (results.some(({ status }) => status === 'failed')) return EXIT.findings;
  return results.some(({ status }) => status === 'not-run') ? EXIT.usage : EXIT.fine;
}

const updated = (result: CaseResult): CaseResult =>
  result.status === 'failed' ? { ...result, status: 'updated', why: null, files: [] } : result;

/** Cases are written also where the configuration leaves them out of everything else. */
async function update(io: Io, lock: Lock, root: string, tested: readonly Tested[]): Promise<string | null> {
  const config = { ...(await loadConfig(root)), exclude: [] };
  const { view } = await openWorkspace({
    root,
    config,
    today: io.today,
    facts: [],
    history: false,
    workers: 0,
    cacheDir: null,
    signal: io.signal,
  });
  const changeSet = updateOf(view, root, tested);
  const receipt = isEmptyChangeSet(changeSet) ? null : await writeChange(io, lock, 'test --update', changeSet);
  return receipt?.id ?? null;
}

function requireFolder(root: string, folder: string, typed: string): void {
  const inside = relative(root, folder);
  if (inside === '..' || inside.startsWith(`..${sep}`))
    throw new RefactorError({
      code: 'path-outside',
      what: `${typed} is outside the workspace`,
      why: 'only files below its root are read or changed',
      whatToDo: 'Run the command in the repository that contains it, or name that with --root.',
    });
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  throw new RefactorError({
    code: 'folder-not-found',
    what: `${typed} cannot be opened`,
    why: 'there is no such folder',
    whatToDo: 'Name the folder that holds the codemods.',
  });
}

const noCases = (folder: string): RefactorError =>
  new RefactorError({
    code: 'no-cases',
    what: 'There is no case to run',
    why: `no folder below ${folder} holds a codemod (codemod.ts, transform.ts or rule.yml) beside a folder \`cases\``,
    whatToDo: 'Begin one: omni-refactor new codemod NAME',
  });

const EXAMPLES = `
A codemod stands in a folder of its own as codemod.ts, transform.ts or rule.yml. Beside it, \`cases\` holds one folder a case: \`input\` and
\`expected\` (folders, or one file each such as input.ts and expected.ts), params.json for its options, and report.txt where what it says of
the case matters. Code is executed only where its folder is typed. Exit codes: 0 all passed, 1 some failed, 2 some were not run.

Examples:
  $ omni-refactor test codemods
  $ omni-refactor test codemods/rename --update
  $ omni-refactor test codemods --json`;
