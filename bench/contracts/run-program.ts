import { spawnSync } from 'node:child_process';

/** What a program prints. Throws with what it said on stderr where it fails. */
export function runProgram(
  command: string,
  args: readonly string[],
  {
    cwd,
    input,
    env,
  }: { readonly cwd: string; readonly input?: string; readonly env?: Readonly<Record<string, string>> },
): string {
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...env },
    ...(input === undefined ? {} : { input }),
  });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stderr?.slice(-8_000)}`);
  return done.stdout;
}
