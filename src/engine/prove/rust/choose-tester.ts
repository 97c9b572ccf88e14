import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RustTestRunner } from '../../../config/config.ts';
import { NEXTEST_CONFIG } from '../../toolchains/asks-nextest.ts';
import type { TestAttempt } from '../tests/judge-tests.ts';
import { runTests } from './prove-tests.ts';
import type { CargoPackage } from './read-packages.ts';
import { type Runner, runStaged } from './run-cargo.ts';
import { runNextest } from './run-nextest.ts';

/** What runs the tests of a package; `name` is the configuration that the verdicts stand under. */
export interface Tester {
  readonly name: string;
  readonly run: (runner: Runner, member: CargoPackage, folds: readonly [string, string][]) => Promise<TestAttempt>;
}

const CARGO: Tester = { name: 'cargo test', run: runTests };
const NEXTEST: Tester = { name: 'cargo nextest', run: runNextest };

/**
 * nextest where the configuration asks for it, or where the workspace has a `.config/nextest.toml` and the program is there; else cargo test.
 * Asked for and missing, it is no silent cargo test: the run then says that it cannot start.
 */
export async function chooseTester(
  runner: Runner,
  member: CargoPackage,
  asked: RustTestRunner | null,
): Promise<Tester> {
  if (asked === 'cargo') return CARGO;
  if (asked === null && !existsSync(join(member.rustcCwd, NEXTEST_CONFIG))) return CARGO;
  const { exitCode } = await runStaged(runner, ['cargo', 'nextest', '--version'], member.folder);
  if (exitCode === 0) return NEXTEST;
  if (asked === null) return CARGO;
  const why = 'the configuration asks for nextest, and cargo has no such command here';
  return { ...NEXTEST, run: async () => ({ why }) };
}
