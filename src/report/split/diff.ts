import { createTwoFilesPatch } from 'diff';
import type { ChangeSet } from '../../core/change-set.ts';
import { byText } from '../../core/compare.ts';
import type { View } from '../../workspace/view.ts';

/** The unified diff of all files that the change sets touch, as `git diff` would name them; paths in code-unit order. */
export function renderDiff(before: View, after: View, changeSets: readonly ChangeSet[]): string {
  const paths = new Set<string>();
  for (const set of changeSets) {
    for (const { path } of [...set.edit, ...set.create, ...set.delete]) paths.add(path);
    for (const { from, to } of set.move) paths.add(from).add(to);
  }
  return [...paths]
    .sort(byText)
    .map((path) => fileDiff(path, before, after))
    .join('');
}

function fileDiff(path: string, before: View, after: View): string {
  const old = before.file(path)?.state === 'text' ? before.text(path) : null;
  const now = after.file(path)?.state === 'text' ? after.text(path) : null;
  if (old === now) return '';
  const patch = createTwoFilesPatch(
    old === null ? '/dev/null' : `a/${path}`,
    now === null ? '/dev/null' : `b/${path}`,
    old ?? '',
    now ?? '',
    undefined,
    undefined,
    { context: 3 },
  );
  return patch.replace(/^=+\n/, '');
}
