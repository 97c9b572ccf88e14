import type { BlobStore } from '../core/blob-store.ts';
import { hashOf } from '../core/hash.ts';
import type { CommitLines, FileChange } from './line-changes.ts';
import type { Repository } from './open-repository.ts';
import { PATCH_ARGUMENTS, patchReader } from './parse-patches.ts';
import { streamGit } from './run-git.ts';

/** Raise it when the patches' reading or git's arguments change. */
const LINES_VERSION = 1;
const RENAME_LIMIT = 1000;

/**
 * The lines that commits changed in some files, in one pass of `git diff-tree` over those that no earlier run has read: commits never change.
 * @param patterns names such as `*.rs`; other files take no part
 * @returns commit id -> its files; a commit that changed none of these has none
 */
export async function readLineChanges(
  repository: Repository,
  ids: readonly string[],
  patterns: readonly string[],
  store: BlobStore,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly FileChange[]>> {
  const name = `lines-${LINES_VERSION}-${hashOf(patterns.join('\0')).slice(0, 12)}`;
  const kept = store.read(name);
  const known = kept ? thaw(kept) : new Map<string, readonly FileChange[]>();
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  for (const id of missing) known.set(id, []);
  const reader = patchReader(({ id, files }: CommitLines) => known.set(id, files));
  const args = ['diff-tree', '--stdin', '-r', '--root', '-M', `-l${RENAME_LIMIT}`, ...PATCH_ARGUMENTS, '--'];
  await streamGit(
    [...args, ...patternArguments(patterns)],
    { cwd: repository.root, input: `${missing.join('\n')}\n`, signal },
    (chunk) => reader.feed(chunk),
  );
  reader.end();
  store.write(name, freeze(known));
  return known;
}

/** What the work tree has changed since HEAD, as one more commit would say it. */
export async function readWorkTreeChanges(
  repository: Repository,
  patterns: readonly string[],
  signal?: AbortSignal,
): Promise<readonly FileChange[]> {
  let files: readonly FileChange[] = [];
  const reader = patchReader((commit) => {
    files = commit.files;
  });
  const args = ['diff', '-M', `-l${RENAME_LIMIT}`, '--ignore-submodules', ...PATCH_ARGUMENTS, 'HEAD', '--'];
  await streamGit(
    [...args, ...patternArguments(patterns)],
    { cwd: repository.root, settings: repository.withoutFilters, signal },
    (chunk) => reader.feed(chunk),
  );
  reader.end();
  return files;
}

/** Without a folder in front a `*` goes through folders too. */
const patternArguments = (patterns: readonly string[]): string[] => patterns.map((pattern) => `:(top)${pattern}`);

type Frozen = readonly [id: string, files: readonly FrozenFile[]];
type FrozenFile = readonly [
  path: string,
  kind: FileChange['kind'],
  sides: readonly (string | null | readonly number[])[],
];

function freeze(known: ReadonlyMap<string, readonly FileChange[]>): Buffer {
  const rows = [...known].map(
    ([id, files]): Frozen => [
      id,
      files.map(({ path, kind, sides }) => [path, kind, sides.flatMap(({ from, hunks }) => [from, hunks])]),
    ],
  );
  return Buffer.from(JSON.stringify(rows));
}

function thaw(bytes: Buffer): Map<string, readonly FileChange[]> {
  const rows = JSON.parse(bytes.toString('utf8')) as readonly Frozen[];
  return new Map(rows.map(([id, files]) => [id, files.map(thawFile)]));
}

const thawFile = ([path, kind, flat]: FrozenFile): FileChange => ({
  path,
  kind,
  sides: Array.from({ length: flat.length / 2 }, (_, i) => ({
    from: flat[2 * i] as string | null,
    hunks: flat[2 * i + 1] as readonly number[],
  })),
});
