import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const TODAY = '2026-01-31';

/** One run of the built program: exit code, both streams, seconds of wall clock and of processors (git's included). */
export function runTool(args, { cwd, cache, env = {} }) {
  const child = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time "$@"', 'run', process.execPath, MAIN, ...args, '--today', TODAY],
    { cwd, encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, OMNI_REFACTOR_CACHE: cache, ...env } },
  );
  const lines = child.stderr.trimEnd().split('\n');
  const [wall, user, system] = lines.at(-1).split(' ').map(Number);
  return { code: child.status, out: child.stdout, err: lines.slice(0, -1).join('\n'), wall, cpu: user + system };
}
