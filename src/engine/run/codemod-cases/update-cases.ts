import { relative, sep } from 'node:path';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../core/change-set.ts';
import { hashOf } from '../../../core/hash.ts';
import type { View } from '../../../workspace/view.ts';
import { reportOf } from './run-cases.ts';
import type { Tested } from './test-suites.ts';

/**
 * What has to be written for every case to expect what was made of it.
 * @param view of the whole workspace, without what its configuration leaves out
 */
export function updateOf(view: View, root: string, tested: readonly Tested[]): ChangeSet {
  const wanted = new Map<string, string | null>();
  for (const { case: each, ran } of tested) {
    if (ran === null) continue;
    const from = (path: string): string => relative(root, path).split(sep).join('/');
    for (const path of each.expected?.keys() ?? []) wanted.set(from(each.placeOf(path)), null);
    for (const [path, text] of ran.actual) wanted.set(from(each.placeOf(path)), text);
    if (ran.lines.length > 0 || each.report !== null)
      wanted.set(from(`${each.folder}${sep}report.txt`), reportOf(ran.lines));
  }
  const set = { base: [], edit: [], create: [], delete: [] } as {
    [Key in 'base' | 'edit' | 'create' | 'delete']: ChangeSet[Key][number][];
  };
  for (const [path, text] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) add(set, view, path, text);
  return { ...EMPTY_CHANGE_SET, ...set };
}

function add(
  set: { [Key in 'base' | 'edit' | 'create' | 'delete']: ChangeSet[Key][number][] },
  view: View,
  path: string,
  text: string | null,
): void {
  const entry = view.file(path);
  if (entry === undefined) {
    if (text !== null) set.create.push({ path, mode: 0o644, parts: [{ text, reason: 'free' }] });
    return;
  }
  const before = view.text(path);
  if (before === text) return;
  set.base.push({ path, hash: hashOf(before), mode: entry.mode });
  if (text === null) set.delete.push({ path });
  else set.edit.push({ path, edits: [{ start: 0, end: before.length, text, reason: 'free' }] });
}
