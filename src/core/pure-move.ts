import type { ChangeSet, Part } from './change-set.ts';

/**
 * The part of a split that only moves bytes: cuts and their verbatim returns, no new text and no edits. It does not build; it is the first
 * of two commits, so that `git blame -C` finds the old authors of every moved line.
 */
export function pureMove(set: ChangeSet): ChangeSet {
  const create = set.create.flatMap(({ path, mode, parts }) => {
    const moved = parts.flatMap((part): Part[] => ('from' in part ? [{ from: part.from }] : []));
    return moved.length > 0 ? [{ path, mode, parts: moved }] : [];
  });
  const edit = set.edit.flatMap(({ path, edits }) => {
    const cuts = edits.filter((edit) => edit.reason === 'moved' && edit.text === '');
    return cuts.length > 0 ? [{ path, edits: cuts }] : [];
  });
  return { ...set, create, edit };
}
