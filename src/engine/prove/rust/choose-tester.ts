import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RustTestRunner } from '../../../config/config.ts';
import { NEXTEST_CONFIG } from '../../toolchains/nextest-setting.ts';
import { type Runner, runStaged } from './run-cargo.ts';

/** What runs the tests of a package; `missing` where the configuration asks for a program that is not there. */
export type Tester = RustTestRunner | 'missing';

/**
 * nextest where the configuration asks for it, or where the cargo workspace has nextest's own file and the program is there; else cargo
 * test. What was asked for by name is never replaced silently.
 * @param folder the root of the cargo workspace, absolute
 */
export async function chooseTester(runner: Runner, folder: string, asked: RustTestRunner | null): Promise<Tester> {
  if (asked === 'cargo') return 'cargo';
  if (asked === null && !existsSync(join(folder, NEXTEST_CONFIG))) return 'cargo';
  const { exitCode } = await runStaged(runner, ['cargo', 'nextest', '--version'], '');
  if (exitCode === 0) return 'nextest';
  return asked === null ? 'cargo' : 'missing';
}
