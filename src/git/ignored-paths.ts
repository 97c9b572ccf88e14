import { isRefactorError } from '../core/errors.ts';
import { tryGit } from './run-git.ts';

/** A path that git leaves out, and the line of a list that says so. */
export interface IgnoredPath {
  readonly path: string;
  /** `.git/info/exclude:7`, as git names the list. */
  readonly by: string;
  readonly pattern: string;
}

/**
 * Which paths git would leave out, by whatever list: `.gitignore`, `.git/info/exclude`, `core.excludesFile`. What is tracked already is not among
 * them; outside git nothing is.
 * @param paths relative to root; they need not exist
 */
export async function ignoredPaths(
  root: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<IgnoredPath[]> {
  if (paths.length === 0) return [];
  const input = `${paths.join('\0')}\0`;
  try {
    const { exitCode, stdout } = await tryGit(['check-ignore', '-z', '--verbose', '--stdin'], {
      cwd: root,
      input,
      signal,
    });
    if (exitCode !== 0) return [];
    const fields = stdout.toString('utf8').split('\0');
    return Array.from({ length: Math.floor(fields.length / 4) }, (_, i) => {
      const [source, line, pattern, path] = fields.slice(i * 4, i * 4 + 4) as [string, string, string, string];
      return { path, by: `${source}:${line}`, pattern };
    }).filter(({ pattern }) => !pattern.startsWith('!'));
  } catch (error) {
    if (isRefactorError(error) && error.problem.code === 'program-not-found') return [];
    throw error;
  }
}
