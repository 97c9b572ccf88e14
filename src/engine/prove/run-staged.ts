import { join } from 'node:path';
import type { CommandRecord } from '../../core/evidence.ts';
import type { ProgramResult } from '../../process/run-program.ts';
import type { ProofRequest, Stage } from './prover.ts';
import { runLimited } from './run-limited.ts';

/** What every run of a proof needs, and where its command is recorded. */
export interface Runner {
  readonly stage: Stage;
  readonly commands: CommandRecord[];
  readonly onProgress: ProofRequest['onProgress'];
  readonly signal: AbortSignal;
}

export interface StagedOptions {
  readonly input?: string;
  /** On top of the user's environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the record shows of the output, where the program prints data. */
  readonly describe?: (result: ProgramResult) => string;
}

const OUTPUT_CAP = 8_000;

/**
 * Runs a program in the stage and records it.
 * @param folder relative to the stage's root
 */
export async function runStaged(
  runner: Runner,
  command: readonly string[],
  folder: string,
  options: StagedOptions = {},
): Promise<ProgramResult> {
  const cwd = join(runner.stage.root, folder);
  runner.onProgress({ type: 'command', command, cwd: folder === '' ? '.' : folder });
  const result = await runLimited(runner.stage, {
    command,
    cwd,
    signal: runner.signal,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  const output = options.describe ? options.describe(result) : `${result.stdout}${result.stderr}`;
  const { exitCode, seconds } = result;
  runner.commands.push({ command, cwd: folder, exitCode, seconds, output: output.slice(-OUTPUT_CAP) });
  return result;
}
