import { by } from '../core/compare.ts';
import type { Repository } from './open-repository.ts';
import { tryGit } from './run-git.ts';

export interface Tag {
  readonly name: string;
  /** Its commit is none of HEAD's history: a release of a branch of its own. */
  readonly elsewhere?: true;
  /** It names the very commit that is checked out. */
  readonly isHead: boolean;
}

/** Every tag, by name, and whether HEAD's history holds it; null where they cannot be told: no commit, or a history that is not here. */
export async function readTags(repository: Repository | null, signal?: AbortSignal): Promise<readonly Tag[] | null> {
  if (repository === null || repository.head === null || repository.shallow || repository.partial) return null;
  const format = '--format=%(objectname) %(*objectname) %(refname:strip=2)';
  const ask = (more: readonly string[]) =>
    tryGit(['for-each-ref', ...more, format, 'refs/tags'], { cwd: repository.root, signal });
  const [found, merged] = await Promise.all([ask([]), ask(['--merged=HEAD'])]);
  if (found.exitCode !== 0 || merged.exitCode !== 0) return null;
  const inHistory = new Set(merged.stdout.toString('utf8').split('\n'));
  return found.stdout
    .toString('utf8')
    .split('\n')
    .flatMap((line): Tag[] => {
      const [, object, peeled, name] = /^(\w+) (\w*) (.+)$/.exec(line) ?? [];
      if (name === undefined) return [];
      const isHead = (peeled || object) === repository.head;
      return [{ name, isHead, ...(inHistory.has(line) ? {} : { elsewhere: true as const }) }];
    })
    .sort(by(({ name }) => name));
}
