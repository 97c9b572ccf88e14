import { type ChangeSet, type Edit, isEmptyChangeSet } from '../../core/change-set.ts';
import type { RunFile, RunResult } from '../../core/run-result.ts';
import { firstError } from '../../languages/first-error.ts';
import type { View } from '../../workspace/view.ts';

/** Edits of one file that are decided together: those on the same lines or on lines beside one another. */
export interface ReviewedEdit {
  readonly path: string;
  /** 1-based, in the file as it is. */
  readonly line: number;
  readonly edits: readonly Edit[];
  /** The file moves there, and all its edits go along. */
  readonly movedTo: string | null;
}

/** Every change of a run, in the order of the files and of their lines. */
export function editsToReview(view: View, { edit, move }: ChangeSet): ReviewedEdit[] {
  const targets = new Map(move.map(({ from, to }) => [from, to]));
  const edited = new Map(edit.map(({ path, edits }) => [path, edits]));
  return [...new Set([...edited.keys(), ...targets.keys()])].sort().flatMap((path): ReviewedEdit[] => {
    const edits = edited.get(path) ?? [];
    const movedTo = targets.get(path) ?? null;
    if (movedTo !== null) return [{ path, line: 1, edits, movedTo }];
    const text = view.text(path);
    return grouped(text, edits).map((group) => ({
      path,
      line: text.slice(0, group[0]!.start).split('\n').length,
      edits: group,
      movedTo,
    }));
  });
}

function grouped(text: string, edits: readonly Edit[]): Edit[][] {
  const groups: Edit[][] = [];
  for (const edit of edits) {
    const last = groups.at(-1)?.at(-1);
    const isNear = last !== undefined && text.slice(last.end, edit.start).split('\n').length <= 2;
    if (isNear) groups.at(-1)!.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

/** The change set of one of them alone, over the file as it is. */
export const changeSetOf = (whole: ChangeSet, { path, edits, movedTo }: ReviewedEdit): ChangeSet => ({
  ...whole,
  edit: edits.length === 0 ? [] : [{ path, edits }],
  move: movedTo === null ? [] : [{ from: path, to: movedTo }],
});

const DECLINED = 'declined in the review';

/**
 * The run with nothing but what was taken. A file of which only a part was taken, and which would not parse by that part alone, fails.
 * Every file still stands in the result once.
 */
export function takenOnly(view: View, result: RunResult, taken: readonly ReviewedEdit[]): RunResult {
  const asked = editsToReview(view, result.changeSet);
  const broken = new Set(pathsOf(taken).filter((path) => isBroken(view, result.changeSet, only(taken, path))));
  const kept = taken.filter(({ path }) => !broken.has(path));
  const edit = pathsOf(kept).map((path) => ({ path, edits: only(kept, path).flatMap((one) => one.edits) }));
  const changeSet: ChangeSet = {
    ...result.changeSet,
    edit: edit.filter(({ edits }) => edits.length > 0),
    move: kept.flatMap(({ path, movedTo }) => (movedTo === null ? [] : [{ from: path, to: movedTo }])),
  };
  const paths = new Set(pathsOf(kept));
  const row = (file: RunFile): RunFile => {
    if (file.status !== 'changed' || paths.has(file.path)) return file;
    const none = { whole: [], unstable: [], movedTo: null };
    return broken.has(file.path)
      ? { ...file, ...none, status: 'failed', why: 'what was taken of it does not parse without the rest' }
      : { ...file, ...none, status: 'skipped', why: DECLINED };
  };
  const stats = { ...result.stats, 'edits taken': kept.length, 'edits declined': asked.length - kept.length };
  return {
    ...result,
    files: result.files.map(row),
    stats,
    changeSet: isEmptyChangeSet(changeSet) ? { ...changeSet, base: [] } : changeSet,
  };
}

const pathsOf = (edits: readonly ReviewedEdit[]): string[] => [...new Set(edits.map(({ path }) => path))];

const only = (edits: readonly ReviewedEdit[], path: string): ReviewedEdit[] => edits.filter((one) => one.path === path);

function isBroken(view: View, whole: ChangeSet, taken: readonly ReviewedEdit[]): boolean {
  const [{ path, movedTo }] = taken as [ReviewedEdit];
  const edits = taken.flatMap((one) => one.edits);
  const after = view.overlay(changeSetOf(whole, { path, line: 1, edits, movedTo }));
  return firstError(after.syntax(movedTo ?? path)) !== null && firstError(view.syntax(path)) === null;
}
