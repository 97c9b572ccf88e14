import { execa } from 'execa';

/** Runs a program that takes over the terminal, such as an editor, and waits for it. Returns its exit code, or null where it could not be started. */
export async function runInteractive(command: readonly string[], cwd: string): Promise<number | null> {
  const [program, ...args] = command;
  if (program === undefined) return null;
  const result = await execa(program, args, { cwd, stdio: 'inherit', reject: false });
  return result.exitCode ?? null;
}
