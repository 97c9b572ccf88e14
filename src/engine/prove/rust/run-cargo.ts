import { join } from 'node:path';
import type { CommandRecord } from '../../../core/evidence.ts';
import { type ProgramResult, runProgram } from '../../../process/run-program.ts';
import type { ProofRequest, Stage } from '../prover.ts';

/** What every run of a proof needs, and where its command is recorded. */
export interface Runner {
  readonly stage: Stage;
  readonly commands: CommandRecord[];
  readonly onProgress: ProofRequest['onProgress'];
  readonly signal: AbortSignal;
}

const OUTPUT_CAP = 8_000;

/**
 * Runs a program in the stage. Build output goes to the stage's scratch folder; everything else of the user's environment stays, so
 * that `CARGO_NET_OFFLINE`, `RUSTFLAGS` and toolchain overrides mean what they mean at home.
 * @param folder relative to the stage's root
 * @param describe what the record shows of the output, where the program prints data
 */
export async function runStaged(
  runner: Runner,
  command: readonly string[],
  folder: string,
  options: { readonly input?: string; readonly describe?: (result: ProgramResult) => string } = {},
): Promise<ProgramResult> {
  const cwd = join(runner.stage.root, folder);
  runner.onProgress({ type: 'command', command, cwd: folder === '' ? '.' : folder });
  const result = await runProgram({
    command,
    cwd,
    env: { CARGO_TARGET_DIR: targetFolder(runner.stage), CARGO_TERM_COLOR: 'never', CARGO_TERM_QUIET: undefined },
    signal: runner.signal,
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  const output = options.describe ? options.describe(result) : `${result.stdout}${result.stderr}`;
  const { exitCode, seconds } = result;
  runner.commands.push({ command, cwd: folder, exitCode, seconds, output: output.slice(-OUTPUT_CAP) });
  return result;
}

const targetFolder = (stage: Stage): string => join(stage.scratch, 'cargo-target');
