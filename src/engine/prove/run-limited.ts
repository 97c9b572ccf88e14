import { RefactorError } from '../../core/errors.ts';
import { NO_LIMITS, type ProgramLimits } from '../../core/program-limits.ts';
import { type ProgramResult, type RunOptions, runProgram } from '../../process/run-program.ts';
import type { Stage } from './prover.ts';

/** What cargo, npm, pip and uv read: they take what is there already, or fail. */
const OFFLINE = { CARGO_NET_OFFLINE: 'true', npm_config_offline: 'true', PIP_NO_INDEX: '1', UV_OFFLINE: '1' };

/** The code of a RefactorError for a program that took longer than it may. */
export const STOPPED = 'program-stopped';

/** Runs a program of a proof within the limits of its stage. Throws RefactorError `program-stopped` where it takes longer than it may. */
export async function runLimited(stage: Pick<Stage, 'limits'>, options: RunOptions): Promise<ProgramResult> {
  const { timeoutMs, offline } = stage.limits ?? NO_LIMITS;
  const result = await runProgram({
    ...options,
    ...(timeoutMs === null ? {} : { timeoutMs }),
    env: offline ? { ...OFFLINE, ...options.env } : { ...options.env },
  });
  if (result.timedOut && timeoutMs !== null) throw stopped(options.command, timeoutMs);
  return result;
}

const stopped = (command: readonly string[], timeoutMs: number): RefactorError =>
  new RefactorError({
    code: STOPPED,
    what: `${command.slice(0, 3).join(' ')} was stopped`,
    why: `it ran longer than ${timeoutMs / 1000} s, which --timeout allows`,
    whatToDo: 'Give it more time with --timeout, or ask for less --evidence.',
  });

const LOCKABLE = new Set(['build', 'check', 'clippy', 'metadata', 'package', 'run', 'rustdoc', 'test']);

/** A command of cargo with `--locked` where the limits ask for it, behind the subcommand; any other as it is. */
export function withLocked(command: readonly string[], limits: ProgramLimits | undefined): readonly string[] {
  if (limits?.locked !== true || command[0] !== 'cargo' || command.includes('--version')) return command;
  const at = command[1] === 'nextest' ? 2 : 1;
  if (!LOCKABLE.has(command[at] ?? '')) return command;
  return [...command.slice(0, at + 1), '--locked', ...command.slice(at + 1)];
}
