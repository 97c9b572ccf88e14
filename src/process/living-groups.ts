const living = new Set<number>();
let hooked = false;

/** Remembers a process group, so that it does not outlive this process. Returns the function that forgets it. */
export function rememberGroup(pid: number): () => void {
  if (!hooked) {
    hooked = true;
    process.on('exit', () => {
      for (const group of living) killGroup(group, 'SIGKILL');
    });
  }
  living.add(pid);
  return () => {
    living.delete(pid);
  };
}

/**
 * Signals a whole process group; one that has ended already is fine. Windows has no groups, and takes a negative id for none that lives: there the
 * program itself is ended, and what it started may stay.
 */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // EPERM: every member is a zombie of another user's, or (macOS) the group is only zombies.
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
