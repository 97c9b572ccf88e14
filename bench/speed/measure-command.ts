import { spawnSync } from 'node:child_process';

export interface Cost {
  /** Seconds of all its processes. */
  readonly cpu: number;
  /** Of these, outside the system. */
  readonly user: number;
  readonly wall: number;
  /** MB of the largest process. */
  readonly peak: number;
}

// Node does not tell what a child has used; Python, which the tests need anyway, does.
const WATCH = `import os,resource,subprocess,sys,time
began=time.time()
code=subprocess.call(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)
used=resource.getrusage(resource.RUSAGE_CHILDREN)
print(code,used.ru_utime+used.ru_stime,used.ru_utime,time.time()-began,used.ru_maxrss/1024)`;

interface How {
  readonly cwd?: string;
  /** The highest exit code that is no failure; 1, for findings, where it is not said. */
  readonly most?: number;
}

/** Runs a command to its end. Throws if it cannot be started, or ends with a higher exit code than it may. */
export function measureCommand(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { cwd, most = 1 }: How = {},
): Cost {
  const watched = spawnSync('python3', ['-c', WATCH, ...command], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  const [code, cpu, user, wall, peak] = watched.stdout.trim().split(' ').map(Number);
  if (watched.status !== 0 || code! > most) throw new Error(`${command.join(' ')} failed (${code}): ${watched.stderr}`);
  return { cpu: cpu!, user: user!, wall: wall!, peak: peak! };
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
