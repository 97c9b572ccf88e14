import { type BlobStore, NO_STORE } from '../core/blob-store.ts';
import { by } from '../core/compare.ts';
import { hashOf } from '../core/hash.ts';
import type { Repository } from './open-repository.ts';
import { tryGit } from './run-git.ts';

export interface Tag {
  readonly name: string;
  /** Its commit is none of HEAD's history: a release of a branch of its own. */
  readonly elsewhere?: true;
  /** It names the very commit that is checked out. */
  readonly isHead: boolean;
}

interface TagOptions {
  /** Which tags HEAD's history holds is kept here: git walks all of it to tell. */
  readonly store?: BlobStore;
  readonly signal?: AbortSignal | undefined;
}

/** Every tag, by name, and whether HEAD's history holds it; null where they cannot be told: no commit, or a history that is not here. */
export async function readTags(
  repository: Repository | null,
  { store = NO_STORE, signal }: TagOptions = {},
): Promise<readonly Tag[] | null> {
  if (repository === null || repository.head === null || repository.shallow || repository.partial) return null;
  const ask = async (more: readonly string[], folders: readonly string[]): Promise<string | null> => {
    const told = await tryGit(['for-each-ref', ...more, FORMAT, ...folders], { cwd: repository.root, signal });
    return told.exitCode === 0 ? told.stdout.toString('utf8') : null;
  };
  // A replaced commit has other parents.
  const found = await ask([], ['refs/tags', 'refs/replace']);
  if (found === null) return null;
  const name = `tags-${hashOf(`${repository.head}\n${found}`).slice(0, 32)}`;
  const kept = store.read(name)?.toString('utf8') ?? null;
  const merged = kept ?? (await ask(['--merged=HEAD'], ['refs/tags']));
  if (merged === null) return null;
  if (kept === null) store.write(name, Buffer.from(merged));
  const inHistory = new Set(merged.split('\n'));
  return found
    .split('\n')
    .flatMap((line): Tag[] => {
      const [, object, peeled, tag] = /^(\w+) (\w*) refs\/tags\/(.+)$/.exec(line) ?? [];
      if (tag === undefined) return [];
      const isHead = (peeled || object) === repository.head;
      return [{ name: tag, isHead, ...(inHistory.has(line) ? {} : { elsewhere: true as const }) }];
    })
    .sort(by(({ name }) => name));
}

const FORMAT = '--format=%(objectname) %(*objectname) %(refname)';
