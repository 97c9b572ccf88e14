import { dirname } from 'node:path/posix';
import { packingOf } from '../../../workspace/javascript/packing.ts';
import type { Prover } from '../prover.ts';
import { foldersUp } from './find-tool.ts';
import { findTools } from './linters/find-tools.ts';
import { compilerCalls } from './projects/compiler-calls.ts';
import { findTests } from './tests/find-runners.ts';

/** What the rungs would start, for the user to read before anything runs. */
export const announceJavascript: Prover['announce'] = ({ before, rungs, testCommand }, paths) => {
  const [first] = paths.filter((path) => /\.[mc]?[jt]sx?$/.test(path));
  if (first === undefined) return [];
  const anchor = paths.find((path) => before.file(path)) ?? first;
  const lines: string[] = [];
  if (rungs.includes('B')) {
    const named = foldersUp(dirname(anchor)).flatMap((folder) => compilerCalls(before, folder));
    const compilers = [...new Set(['tsc', ...named.map(({ program }) => program)])].join(' and ');
    lines.push(
      `the project's own ${compilers}, for each tsconfig that compiles the files, twice (executes none of the code); node --check where there is none`,
    );
  }
  if (rungs.includes('B'))
    for (const { name, config } of findTools(before, anchor))
      lines.push(
        `${name}, which ${config} configures, on the changed files, before and after: runs its configuration and plugins`,
      );
  if (rungs.includes('B') && packingOf(before, anchor))
    lines.push('npm pack --dry-run, twice where more than sources changes, without scripts');
  if (rungs.includes('A'))
    lines.push(
      "the project's own compiler writes declarations, twice; where no project compiles a file, node imports it: runs its code",
    );
  if (rungs.includes('M'))
    lines.push(
      "the project's own compiler writes JavaScript, twice, and node loads the modules from a copy, before and after: runs their code",
    );
  if (rungs.includes('T')) lines.push(...announceTests(before, anchor, testCommand));
  return lines;
};

function announceTests(
  before: Parameters<Prover['announce']>[0]['before'],
  anchor: string,
  testCommand: readonly string[] | null,
): string[] {
  if (testCommand) return [`${testCommand.join(' ')}, twice`];
  return findTests(before, anchor).runners.flatMap(({ kind, words, from, env, steps }) => {
    const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    return [
      ...steps.map((step) => `${step.words.join(' ')} (${step.from}), before and after, ahead of the tests`),
      `${[...settings, kind, ...words].join(' ')} (${from}), before and after, once more where outcomes differ: runs the tests`,
    ];
  });
}
