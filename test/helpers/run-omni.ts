import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.ts';

export interface OmniRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, as if typed in `cwd` without a terminal, with state and cache folders of its own. */
export async function runOmni(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<OmniRun> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCli(args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NO_COLOR: '1',
      OMNI_REFACTOR_STATE: join(homeOf(cwd), 'state'),
      OMNI_REFACTOR_CACHE: join(homeOf(cwd), 'cache'),
      ...env,
    },
    today: '2026-01-01',
    now: () => '2026-01-01T00:00:00.000Z',
    argv: args,
    stdout: { write: (text) => (stdout += text), isTTY: false, columns: 100 },
    stderr: { write: (text) => (stderr += text), isTTY: false, columns: 100 },
    signal,
  });
  return { exitCode, stdout, stderr };
}

const homes = new Map<string, string>();

/** State and cache outside the workspace, the same for all runs in it. */
function homeOf(cwd: string): string {
  const known = homes.get(cwd);
  if (known) return known;
  const home = mkdtempSync(join(tmpdir(), 'omni-home-'));
  if (homes.size === 0) process.once('exit', removeHomes);
  homes.set(cwd, home);
  return home;
}

function removeHomes(): void {
  for (const home of homes.values()) rmSync(home, { recursive: true, force: true });
}
