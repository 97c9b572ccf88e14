import { spawn } from 'node:child_process';

/** Runs a program that takes over the terminal, such as an editor, and waits for it. Returns its exit code, or null where it could not be started. */
export async function runInteractive(command: readonly string[], cwd: string): Promise<number | null> {
  const [program, ...args] = command;
  if (program === undefined) return null;
  const child = spawn(program, args, { cwd, stdio: 'inherit' });
  const end = (): void => {
    child.kill();
  };
  process.once('exit', end);
  try {
    return await new Promise((resolve) => {
      child.once('error', () => resolve(null));
      child.once('exit', resolve);
    });
  } finally {
    process.removeListener('exit', end);
  }
}
