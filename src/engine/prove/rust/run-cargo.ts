import { join } from 'node:path';
import type { ProgramResult } from '../../../process/run-program.ts';
import type { Stage } from '../prover.ts';
import { withLocked } from '../run-limited.ts';
import { type Runner, runStaged as run, type StagedOptions } from '../run-staged.ts';

export type { Runner } from '../run-staged.ts';

/**
 * Runs a program in the stage. Build output goes to the stage's scratch folder; everything else of the user's environment stays, so
 * that `CARGO_NET_OFFLINE`, `RUSTFLAGS` and toolchain overrides mean what they mean at home.
 * @param folder relative to the stage's root
 */
export const runStaged = (
  runner: Runner,
  command: readonly string[],
  folder: string,
  options: StagedOptions = {},
): Promise<ProgramResult> => runAsTyped(runner, withLocked(command, runner.stage.limits), folder, options);

/** The same for a command that the user wrote: nothing is put into it. */
export const runAsTyped = (
  runner: Runner,
  command: readonly string[],
  folder: string,
  options: StagedOptions = {},
): Promise<ProgramResult> => {
  const own = { CARGO_TARGET_DIR: targetFolder(runner.stage), CARGO_TERM_COLOR: 'never', CARGO_TERM_QUIET: undefined };
  return run(runner, command, folder, { ...options, env: { ...own, ...options.env } });
};

const targetFolder = (stage: Stage): string => join(stage.scratch, 'cargo-target');
