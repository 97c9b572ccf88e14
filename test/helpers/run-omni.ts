import { runCli } from '../../src/cli/run-cli.ts';

export interface OmniRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, as if typed in `cwd` without a terminal, with state and cache folders of its own. */
export async function runOmni(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<OmniRun> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCli(args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', OMNI_REFACTOR_STATE: `${cwd}.state`, OMNI_REFACTOR_CACHE: `${cwd}.cache`, ...env },
    today: '2026-01-01',
    stdout: { write: (text) => (stdout += text), isTTY: false, columns: 100 },
    stderr: { write: (text) => (stderr += text), isTTY: false, columns: 100 },
    signal: new AbortController().signal,
  });
  return { exitCode, stdout, stderr };
}
