import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extname } from 'node:path/posix';
import type { Diagnostic, Evidence, Proof } from '../../../core/evidence.ts';
import { languageOf } from '../../../languages/language.ts';
import type { View } from '../../../workspace/view.ts';
import { changedFiles } from '../changed-files.ts';
import { onceFor } from '../once-for.ts';
import type { ProofRequest, Prover } from '../prover.ts';
import { type Runner, runStaged } from '../run-staged.ts';
import { judgeTestCommand, judgeTests, type TestAttempt } from '../tests/judge-tests.ts';
import { familiesOf } from './families.ts';
import { proveSyntax } from './prove-syntax.ts';
import { findTestRunner, runTests } from './prove-tests.ts';
import { type Baselines, checkAfter, checkBefore } from './prove-types.ts';
import { findTsc } from './run-tsc.ts';

/** TypeScript's word for it, or node's where there is none; the tests of vitest and jest. */
export const javascriptProver: Prover = {
  language: 'javascript',
  rungs: ['S', 'B', 'T'],
  announce: ({ rungs, testCommand }, paths) => {
    if (!paths.some((path) => /\.[mc]?[jt]sx?$/.test(path))) return [];
    const lines: string[] = [];
    if (rungs.includes('B'))
      lines.push("the project's own tsc --noEmit, twice (executes none of the code); node --check where it has none");
    if (rungs.includes('T'))
      lines.push(
        testCommand ? `${testCommand.join(' ')}, twice` : "the project's vitest or jest, three times: runs its tests",
      );
    return lines;
  },
  prove,
};

async function prove(request: ProofRequest): Promise<Evidence> {
  const { before, after, changeSet, rungs, stage, testCommand } = request;
  const paths = changedFiles(before, after, changeSet).filter((path) => isScript(after, path));
  const proofs: Proof[] = rungs.includes('S') ? proveSyntax(before, after, paths, changeSet) : [];
  const diagnostics: Diagnostic[] = [];
  const tools: string[] = [];
  const asked = rungs.filter((rung) => rung === 'B' || rung === 'T');
  if (paths.length === 0 || asked.length === 0) return { proofs, commands: [], diagnostics, tools };
  if (!stage) throw new TypeError('a proof that runs programs needs a stage');
  const runner: Runner = { stage, commands: [], onProgress: request.onProgress, signal: request.signal };

  await stage.show('before');
  const old = paths.filter((path) => before.file(path) !== undefined);
  const anchor = old[0] ?? paths[0]!;
  const tsc = findTsc(stage.root, anchor);
  const tester = testCommand ? null : findTestRunner(stage.root, anchor);
  tools.push(
    `node ${process.versions.node}`,
    ...[rungs.includes('B') ? tsc : null, rungs.includes('T') ? tester : null].flatMap((tool) =>
      tool ? [`${tool.name} ${tool.version}`] : [],
    ),
  );
  const fresh = paths.filter((path) => before.file(path) === undefined);
  const baselines: Baselines | null = rungs.includes('B') && tsc ? await checkBefore(runner, tsc, old, fresh) : null;
  let tested: [TestAttempt, TestAttempt] | null = null;
  let exitBefore: number | null = null;
  if (rungs.includes('T') && tester)
    tested = await onceFor(before, [stage.root, tester], async () => [
      await runTests(runner, tester),
      await runTests(runner, tester),
    ]);
  if (rungs.includes('T') && testCommand)
    exitBefore = await onceFor(before, [stage.root, 'exit code', testCommand], async () => {
      const { exitCode } = await runStaged(runner, testCommand, '');
      return exitCode;
    });

  await stage.show('after');
  const folds = foldsOf(before, after, paths);
  for (const baseline of baselines?.known ?? []) {
    const judged = await checkAfter(runner, tsc!, baseline, after, folds);
    proofs.push(...judged.proofs);
    diagnostics.push(...judged.diagnostics);
  }
  if (rungs.includes('B')) proofs.push(...(await withoutProject(runner, paths, baselines)));
  if (tested && tester) proofs.push(...judgeTests(paths, tester.name, tested, await runTests(runner, tester)));
  else if (rungs.includes('T') && testCommand)
    proofs.push(...judgeTestCommand(paths, exitBefore, (await runStaged(runner, testCommand, '')).exitCode));
  else if (rungs.includes('T'))
    for (const path of paths)
      proofs.push({
        rung: 'T',
        path,
        configuration: '-',
        verdict: 'not-run',
        why: 'the project has neither vitest nor jest: name its tests by --test',
      });
  return { proofs, commands: runner.commands, diagnostics, tools };
}

const isScript = (view: View, path: string): boolean => {
  const grammar = view.file(path)?.grammar;
  return grammar !== undefined && grammar !== null && languageOf(grammar) === 'javascript';
};

/** New file -> the file that it came from: messages about the one are messages about the other. */
const foldsOf = (before: View, after: View, paths: readonly string[]): [string, string][] =>
  familiesOf(before, after, paths).families.flatMap((family) => {
    const facade = family.before[0]!.path;
    return family.after.filter(({ path }) => !before.file(path)).map(({ path }): [string, string] => [path, facade]);
  });

/** Files that no project compiles: JavaScript is at least parsed as an ES module, and it is said that this is all. */
async function withoutProject(runner: Runner, paths: readonly string[], baselines: Baselines | null): Promise<Proof[]> {
  const proofs: Proof[] = [];
  const known = new Set(baselines?.known.flatMap((one) => one.paths));
  for (const path of paths) {
    if (known.has(path)) continue;
    const proof = (verdict: Proof['verdict'], why: string, configuration = '-'): unknown =>
      proofs.push({ rung: 'B', path, configuration, verdict, why });
    if (!/^\.m?js$/.test(extname(path))) {
      proof('not-run', baselines ? unasked(baselines) : 'the project has no TypeScript in its node_modules');
      continue;
    }
    const input = await runStaged(runner, ['node', '--check', '--input-type=module', '-'], '', {
      input: await readFile(join(runner.stage.root, path), 'utf8'),
    });
    const [line = ''] = input.stderr.split('\n').filter((one) => /Error/.test(one));
    if (input.exitCode === 0) proof('proven', 'parsed by node as an ES module; no type is checked', 'node --check');
    else proof('failed', line, 'node --check');
  }
  return proofs;
}

function unasked({ silent }: Baselines): string {
  const [first] = silent;
  if (!first) return 'no tsconfig.json compiles the file';
  const end = first.exitCode === null ? 'was stopped' : `ended with exit code ${first.exitCode}`;
  return `tsc -p ${first.config} ${end} before the change, without a word on what it compiles: make it run, then try again`;
}
