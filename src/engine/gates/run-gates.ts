import { join } from 'node:path';
import { commandText, type LocalCommand, type LocalLane } from '../../../analyzers/quality-gates/local-lanes.ts';
import { runProgram } from '../../process/run-program.ts';
import { findProgram } from '../toolchains/find-program.ts';
import type { GateState } from './gate-state.ts';

export interface GateRunOptions {
  /** Folder that the lanes' folders are below. */
  readonly root: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly onOutput?: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Runs lanes one after the other, all of them whatever the ones before came to. */
export async function runGates(lanes: readonly LocalLane[], options: GateRunOptions): Promise<GateState[]> {
  const states: GateState[] = [];
  for (const lane of lanes) states.push(await runGate(lane, options));
  return states;
}

/** A lane ends with its first command that fails. */
export async function runGate({ lane, group, commands }: LocalLane, options: GateRunOptions): Promise<GateState> {
  const common = { lane, group, commands: commands.map(commandText), seconds: 0 };
  if (commands.length === 0) return { ...common, state: 'not-run', detail: 'there is nothing here to run it on' };
  let seconds = 0;
  for (const command of commands) {
    const missing = await whyMissing(command, options);
    if (missing !== null) return { ...common, seconds, state: 'not-installed', detail: missing };
    const end = await runCommand(command, options);
    seconds += end.seconds;
    if (end.exitCode !== 0)
      return { ...common, seconds, state: 'failure', detail: endOf(`${end.stdout}\n${end.stderr}`) };
  }
  return { ...common, seconds, state: 'success', detail: '' };
}

export const runCommand = ({ words, dir, env }: LocalCommand, { root, env: own, onOutput, signal }: GateRunOptions) =>
  runProgram({
    command: words,
    cwd: join(root, dir),
    env: { ...own, ...env },
    signal,
    ...(onOutput ? { onOutput } : {}),
  });

/** Subcommands that do not come with cargo. */
const EXTRA = /^(?:clippy|fmt|nextest|deny|audit|llvm-cov|hack)$/;

/** Why the program is not here; null where it starts. */
export async function whyMissing(
  { words, dir }: LocalCommand,
  { root, signal }: GateRunOptions,
): Promise<string | null> {
  const [program, ...rest] = words;
  const toolchain = rest[0]?.startsWith('+') ? [rest[0]] : [];
  const verb = rest[toolchain.length];
  const asked = [program!, ...toolchain, ...(verb !== undefined && EXTRA.test(verb) ? [verb] : []), '--version'];
  const found = await findProgram(asked.join(' '), asked, join(root, dir), signal);
  return found.version === null ? `${asked.slice(0, -1).join(' ')}: ${found.why}` : null;
}

/** The last lines of what a program printed. */
export const endOf = (output: string): string => output.trim().split('\n').slice(-15).join('\n');
