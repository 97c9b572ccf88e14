import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './open-repository.ts';

/** Raise it when the numbers would differ for some repository. */
const FOLD_VERSION = 2;

/** All that the folded history of a repository depends on, but for what a request asks of it. */
export const historyInputs = (repository: Repository) => ({
  version: FOLD_VERSION,
  head: repository.head,
  shallow: repository.shallow,
  prefix: repository.prefix,
  partial: repository.partial,
  ignored: ignoredRevisions(repository),
  mailmap: mailmapText(repository),
});

/** Full commit ids of `.git-blame-ignore-revs`, sorted. */
function ignoredRevisions(repository: Repository): string[] {
  const path = join(repository.topLevel, '.git-blame-ignore-revs');
  if (!existsSync(path)) return [];
  const ids = readFileSync(path, 'utf8').match(/^[0-9a-f]{40,64}(?=\s|$)/gm) ?? [];
  return [...ids].sort();
}

function mailmapText(repository: Repository): string {
  const path = join(repository.topLevel, '.mailmap');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
