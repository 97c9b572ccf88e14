import { by } from '../core/compare.ts';
import type { Repository } from './open-repository.ts';
import { tryGit } from './run-git.ts';

/** A tag in the history of HEAD. */
export interface Tag {
  readonly name: string;
  /** It names the very commit that is checked out. */
  readonly isHead: boolean;
}

/** The tags that HEAD's history holds, by name; null where they cannot be told: no commit, or a history that is not here. */
export async function readTags(repository: Repository | null, signal?: AbortSignal): Promise<readonly Tag[] | null> {
  if (repository === null || repository.head === null || repository.shallow || repository.partial) return null;
  const format = '--format=%(objectname) %(*objectname) %(refname:strip=2)';
  const found = await tryGit(['for-each-ref', '--merged=HEAD', format, 'refs/tags'], { cwd: repository.root, signal });
  if (found.exitCode !== 0) return null;
  return found.stdout
    .toString('utf8')
    .split('\n')
    .flatMap((line): Tag[] => {
      const [, object, peeled, name] = /^(\w+) (\w*) (.+)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, isHead: (peeled || object) === repository.head }];
    })
    .sort(by(({ name }) => name));
}
