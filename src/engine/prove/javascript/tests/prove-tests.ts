import type { Proof } from '../../../../core/evidence.ts';
import { askOnce } from '../../answers/ask.ts';
import { onceFor } from '../../once-for.ts';
import type { ProofRequest } from '../../prover.ts';
import { type Runner, runStaged } from '../../run-staged.ts';
import type { TestTime } from '../../tests/ask-tests.ts';
import { judgeAgainst, judgeTestCommand, judgeTests } from '../../tests/judge-tests.ts';
import { testsBefore } from '../../tests/tests-before.ts';
import type { Change } from '../change.ts';
import { findTests } from './find-runners.ts';
import { programOf, runTests } from './run-runner.ts';

/** The project's tests: once before the change, once after it, and before it once more where they differ. Leaves the stage in the state after. */
export async function proveTests(runner: Runner, request: ProofRequest, change: Change): Promise<Proof[]> {
  const { stage } = runner;
  const { before, old, paths } = change;
  const { testCommand } = request;
  if (testCommand) {
    await stage.show('before');
    const exitBefore = await onceFor(before, [stage.root, 'exit code', testCommand], async () => {
      const { exitCode } = await runStaged(runner, testCommand, '');
      return exitCode;
    });
    await stage.show('after');
    return judgeTestCommand(paths, exitBefore, (await runStaged(runner, testCommand, '')).exitCode);
  }
  const { runners, obstacle } = findTests(before, old[0] ?? paths[0]!);
  const missing = await askOnce(runner, 'same', ['missing runner'], async () =>
    runners.map((one) => programOf(stage.root, one)).find((one) => typeof one === 'string'),
  );
  const notRun = obstacle ?? (typeof missing === 'string' ? missing : null);
  if (notRun !== null) {
    const why = `${notRun}: name the tests by --test`;
    return paths.map((path) => ({ rung: 'T', path, configuration: '-', verdict: 'not-run', why }));
  }
  const run = (time: TestTime) => runTests(runner, runners, time);
  const state = await testsBefore({ stage, before, key: ['javascript', runners, process.version], run });
  await stage.show('after');
  const name = [...new Set(runners.map(({ kind }) => kind))].join(' + ');
  return judgeAgainst(state, await run('after'), (...runs) => judgeTests(paths, name, ...runs));
}
