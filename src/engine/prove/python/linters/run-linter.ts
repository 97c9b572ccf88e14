import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FoundProgram } from '../../../toolchains/find-program.ts';
import { findProgram } from '../../../toolchains/find-program.ts';
import { causeIn } from '../../cause-in.ts';
import { runStaged } from '../../run-staged.ts';
import type { PythonRunner } from '../run-python.ts';
import type { SplitShape } from '../split-shape.ts';
import { type ConfiguredLinter, type LinterName, READERS } from './find-linters.ts';
import type { LintMessage } from './lint-message.ts';

/** What a linter reported, with files from the workspace; or why it could not run. */
export type LintRun = { readonly messages: readonly LintMessage[] } | { readonly why: string };

/** The tool beside the project's interpreter, else on the PATH. */
export function findLinter(runner: PythonRunner, name: LinterName): Promise<FoundProgram> {
  const beside = join(dirname(runner.python[0]!), name);
  const program = existsSync(beside) ? beside : name;
  return findProgram(name, [program, '--version'], runner.stage.scratch, runner.signal);
}

/** Runs a linter as the project would, over the files of one split where its configuration names none. */
export async function runLinter(
  runner: PythonRunner,
  linter: ConfiguredLinter,
  program: string,
  split: SplitShape,
  state: 'before' | 'after',
): Promise<LintRun> {
  const { root, scratch } = runner.stage;
  const cwd = join(root, linter.folder);
  const command = [program, ...argumentsOf(runner, linter, split, state)];
  const result = await runStaged(runner, command, linter.folder, {
    env: { PYTHONDONTWRITEBYTECODE: '1', MYPY_CACHE_DIR: join(scratch, 'mypy'), NO_COLOR: '1' },
    describe: ({ stderr }) => stderr,
  });
  // 1 is "there are complaints" for all three; anything else is a tool that could not do its work.
  if (result.exitCode !== 0 && result.exitCode !== 1)
    return {
      why: causeIn(result.stderr) || causeIn(result.stdout) || `it ended with exit code ${result.exitCode}`,
    };
  const messages = READERS[linter.name](result.stdout).map((message) => ({
    ...message,
    file: relative(root, resolve(cwd, message.file)).split(sep).join('/'),
  }));
  return { messages };
}

function argumentsOf(
  { python, stage }: PythonRunner,
  { name, folder, choosesFiles }: ConfiguredLinter,
  split: SplitShape,
  state: 'before' | 'after',
): string[] {
  const from = (path: string): string => relative(join(stage.root, folder), join(stage.root, path)) || '.';
  const files = state === 'before' ? [split.before] : [split.facade, ...split.parts];
  const interpreter = isAbsolute(python[0]!) ? python[0]! : 'python3';
  if (name === 'ruff')
    return [
      ...['check', '--output-format', 'json', '--no-fix', '--no-cache', '--exit-zero', '--force-exclude'],
      ...files.map(({ path }) => from(path)),
    ];
  if (name === 'pyright') return ['--outputjson', '--pythonpath', interpreter];
  const { dotted, root } = split.before.name;
  const top = dotted.includes('.') ? [from(join(root, dotted.split('.')[0]!))] : files.map(({ path }) => from(path));
  return [
    ...['--no-color-output', '--no-error-summary', '--show-error-codes', '--no-pretty', '--hide-error-context'],
    ...['--show-absolute-path', '--python-executable', interpreter],
    ...(choosesFiles ? [] : top),
  ];
}
