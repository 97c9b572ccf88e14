import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that holds a lock. */
export interface ProcessMark {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the kernel's ticks; '' where the system does not show it. Distinguishes a process from a later one of the same number. */
  readonly began: string;
}

export const ownMark = (): ProcessMark => ({ pid: process.pid, host: hostname(), began: beganOf(process.pid) ?? '' });

/** False only if it is certain that the process has ended. One on another machine (a shared home) always counts as alive. */
export function isAlive(mark: ProcessMark): boolean {
  if (mark.host !== hostname()) return true;
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    // EPERM: it runs, and is another user's.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const began = beganOf(mark.pid);
  return began === null || mark.began === '' || began === mark.began;
}

// Field 22 of /proc/<pid>/stat; the second field is the program's name in parentheses and may hold spaces and parentheses itself.
function beganOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
