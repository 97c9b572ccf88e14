import { type ChangeSet, EMPTY_CHANGE_SET } from '../../core/change-set.ts';
import { byText } from '../../core/compare.ts';
import { RefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import type { RunFile, RunResult } from '../../core/run-result.ts';
import type { View } from '../../workspace/view.ts';

/** The results of shards of one run, as the run would have had them. */
export function joinRuns(results: readonly RunResult[]): RunResult {
  const stats: Record<string, number> = {};
  for (const result of results)
    for (const [name, value] of Object.entries(result.stats)) stats[name] = (stats[name] ?? 0) + value;
  const joined = withoutClashes(
    results.flatMap(({ files }) => files).sort((a, b) => byText(a.path, b.path)),
    joinChanges(results.map(({ changeSet }) => changeSet)),
  );
  return {
    codemods: results[0]?.codemods ?? [],
    ...joined,
    stats,
    reports: results.flatMap(({ reports }) => reports).sort((a, b) => byText(a.path, b.path)),
    parses: results.reduce((sum, { parses }) => sum + parses, 0),
    isWhole: results.every(({ isWhole }) => isWhole),
  };
}

/** Each file is in one shard; a file that several of them read has one base. */
function joinChanges(sets: readonly ChangeSet[]): ChangeSet {
  const base = new Map(sets.flatMap((set) => set.base.map((one) => [one.path, one] as const)));
  return {
    ...EMPTY_CHANGE_SET,
    base: [...base.values()].sort((a, b) => byText(a.path, b.path)),
    edit: sets.flatMap(({ edit }) => edit).sort((a, b) => byText(a.path, b.path)),
    move: sets.flatMap(({ move }) => move).sort((a, b) => byText(a.from, b.from)),
  };
}

/** Two machines may send files to one place, where one run would have seen it: the first by path goes there, the others fail. */
function withoutClashes(
  files: readonly RunFile[],
  changes: ChangeSet,
): { readonly files: readonly RunFile[]; readonly changeSet: ChangeSet } {
  const first = new Map<string, string>();
  for (const { from, to } of changes.move) if (!first.has(to)) first.set(to, from);
  const late = new Map(changes.move.flatMap(({ from, to }) => (first.get(to) === from ? [] : [[from, to] as const])));
  if (late.size === 0) return { files, changeSet: changes };
  return {
    files: files.map((file) => {
      const to = late.get(file.path);
      if (to === undefined) return file;
      const why = `the run: it cannot be moved to ${to}: so is ${first.get(to)}`;
      return { path: file.path, status: 'failed', why, whole: [], unstable: [], movedTo: null };
    }),
    changeSet: {
      ...changes,
      edit: changes.edit.filter(({ path }) => !late.has(path)),
      move: changes.move.filter(({ from }) => !late.has(from)),
    },
  };
}

/** Throws RefactorError `shards-differ` where a file is not what the shards read. */
export function requireSame(view: View, { changeSet }: RunResult): void {
  const other = changeSet.base.find(
    ({ path, hash }) => view.file(path)?.state !== 'text' || hashOf(view.textOnce(path)) !== hash,
  );
  if (other === undefined) return;
  throw new RefactorError({
    code: 'shards-differ',
    what: 'The shards cannot be joined here',
    why: `${other.path} is not what they read`,
    whatToDo: 'Join them at the commit that they were made from.',
  });
}
