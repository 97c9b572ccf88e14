import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The user's home. A user id without a home (containers start such ones, without HOME) gets a folder of its own among the temporary ones. */
export function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return join(tmpdir(), `omni-refactor-home-${process.getuid?.() ?? 0}`);
  }
}
