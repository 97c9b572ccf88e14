import {
  type ListedProcess,
  openFilesOf,
  readProcess,
  readProcesses,
  standardStreamsOf,
  startedWith,
} from './read-processes.ts';

/** What a program started, and how it is told: by its group, its session, its parents, a mark in its environment, a pipe that it holds. */
export interface Relative extends ListedProcess {
  readonly inGroup: boolean;
  readonly holdsPipe: boolean;
}

export interface Family {
  /** Living processes but the program itself: those seen before, and those found now. */
  readonly living: () => Relative[];
  /** Ends one, if it is still the same process. */
  readonly end: (relative: Relative) => void;
}

/**
 * Follows what `pid` starts, also where it leaves the group. Nothing is found where there is no /proc.
 * @param mark `NAME=value` that stands in the environment that `pid` was started with
 */
export function familyOf(pid: number, mark: string): Family {
  const root = readProcess(pid);
  const pipes = new Set(standardStreamsOf(pid).filter((file) => /^(?:socket|pipe):/.test(file)));
  const seen = new Map<string, Relative>();
  return {
    living: () => {
      if (root === null) return [];
      for (const one of relativesAmong(readProcesses(), root, pipes, mark)) seen.set(keyOf(one), one);
      return [...seen.values()].filter(isAlive);
    },
    end: (relative) => {
      if (isAlive(relative)) endProcess(relative.pid);
    },
  };
}

const keyOf = ({ pid, start }: ListedProcess): string => `${pid}:${start}`;
const isAlive = (one: ListedProcess): boolean => readProcess(one.pid)?.start === one.start;

function relativesAmong(
  all: readonly ListedProcess[],
  root: ListedProcess,
  pipes: ReadonlySet<string>,
  mark: string,
): Relative[] {
  const younger = all.filter((one) => one.start >= root.start && one.pid !== root.pid);
  const born = descendants(younger, root.pid);
  return younger.flatMap((one) => {
    const inGroup = one.group === root.pid;
    const holdsPipe = openFilesOf(one.pid).some((file) => pipes.has(file));
    const isRelated =
      inGroup || holdsPipe || one.session === root.pid || born.has(one.pid) || startedWith(one.pid, mark);
    return isRelated ? [{ ...one, inGroup, holdsPipe }] : [];
  });
}

function descendants(all: readonly ListedProcess[], root: number): ReadonlySet<number> {
  const found = new Set([root]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return found;
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ESRCH: it has just ended. EPERM: it has become somebody else's, and is reported as alive.
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
