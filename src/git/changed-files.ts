import { belowPrefix } from './below-prefix.ts';
import type { Repository } from './open-repository.ts';
import { runGit } from './run-git.ts';

/**
 * Files of the workspace that differ from a commit: committed since, edited, or new and not ignored. Those that are gone are not among them.
 * @param base a commit
 * @returns paths from the workspace's root
 */
export async function changedFiles(
  { root, prefix }: Repository,
  base: string,
  signal?: AbortSignal,
): Promise<Set<string>> {
  const given = { cwd: root, signal };
  const edited = await runGit(['diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', base, '--'], given);
  const added = await runGit(['ls-files', '--full-name', '--others', '--exclude-standard', '-z'], given);
  const paths = [edited, added]
    .flatMap((output) => output.toString('latin1').split('\0'))
    .filter((path) => path !== '');
  return new Set(belowPrefix(new Map(paths.map((path) => [path, true])), prefix).keys());
}
