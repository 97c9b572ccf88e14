import { spawnSync } from 'node:child_process';

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, without a shell. */
export function runCommand(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  minutes = 60,
): Ran {
  const [program, ...args] = command as [string, ...string[]];
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 29,
    timeout: minutes * 60_000,
  });
  if (error && status === null && stdout === null) throw error;
  return { exitCode: status, stdout, stderr };
}

/** As `runCommand`, for what must succeed; gives its stdout. */
export function mustRun(command: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const ran = runCommand(command, cwd, env);
  if (ran.exitCode === 0) return ran.stdout;
  throw new Error(`${command.join(' ')} ended with ${ran.exitCode}:\n${(ran.stderr || ran.stdout).slice(-2_000)}`);
}
