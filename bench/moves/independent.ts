import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from '../corpus/make-copy.ts';
import { runCommand } from '../corpus/run-command.ts';
import type { Package } from '../corpus/targets.ts';

/**
 * What a package's own tools say of a copy as it stands, without the program that is measured: cargo builds everything and runs the tests,
 * pytest runs them, the compiler of TypeScript looks at its project. Sorted lines that are equal on equal code; null: they cannot be run.
 */
export function askOwnTools(of: Package, copy: Copy): string[] | null {
  return OF[of.ecosystem](of, copy);
}

const OF = { cargo: askCargo, pypi: askPytest, library: askUnittest, npm: askCompiler, repository: () => null };

const linesOf = (text: string, pattern: RegExp): string[] =>
  text
    .split('\n')
    .flatMap((line) => pattern.exec(line)?.[1] ?? [])
    .sort();

/** Tests of modules that moved have the module's name as a further segment. */
function askCargo(_: Package, { root }: Copy): string[] | null {
  const env = { CARGO_TARGET_DIR: join(root, '../own-target'), CARGO_TERM_COLOR: 'never' };
  const built = runCommand(['cargo', 'check', '--quiet', '--offline', '--all-targets'], root, env, 20);
  const tested = runCommand(['cargo', 'test', '--offline', '--no-fail-fast', '--lib', '--tests'], root, env, 20);
  if (built.exitCode !== 0 && tested.exitCode !== 0) return null;
  return [
    `check ${built.exitCode}`,
    `warnings ${linesOf(built.stderr, /^(warning: .*)/).join('; ')}`,
    ...linesOf(tested.stdout, /^test (.* \.\.\. \w+)/).map((line) => line.replace(/^.*::(?=\w+ \.\.\.)/, '')),
  ].sort();
}

/** Doctests are named by module and unit, so only the suites of folders named tests are compared by name. */
function askPytest(_: Package, { root, args }: Copy): string[] | null {
  const python = args[args.indexOf('--python') + 1]!;
  const env = { PYTHONPATH: existsSync(join(root, 'src')) ? `${join(root, 'src')}:${root}` : root };
  const asked = [python, '-m', 'pytest', '-q', '-rA', '-p', 'no:cacheprovider', '-p', 'no:randomly'];
  const ran = runCommand(asked, root, { ...env, PYTHONDONTWRITEBYTECODE: '1' }, 10);
  const lines = linesOf(ran.stdout, /^((?:PASSED|FAILED|ERROR|XFAIL|XPASS) \S+)/);
  return lines.length === 0 ? null : lines;
}

function askUnittest({ suites = [] }: Package, { root }: Copy): string[] | null {
  if (suites.length === 0) return null;
  const env = { PYTHONPATH: root, PYTHONDONTWRITEBYTECODE: '1' };
  const { stderr } = runCommand(['python3', '-m', 'unittest', '-v', ...suites], root, env, 10);
  const lines = linesOf(stderr, /^(\w+ \([\w.]+\).* \.\.\. (?:ok|FAIL|ERROR|skipped|expected failure))/);
  return lines.length === 0 ? null : lines;
}

function askCompiler(_: Package, { root }: Copy): string[] | null {
  const compiler = join(root, 'node_modules/.bin/tsc');
  if (!existsSync(compiler)) return null;
  const { stdout } = runCommand([compiler, '--noEmit', '-p', 'tsconfig.json'], root, {}, 10);
  // Messages name a place; what moved has another.
  return ['compiled', ...linesOf(stdout, /^[^(]*\([\d,]+\): (.*)/)].sort();
}
