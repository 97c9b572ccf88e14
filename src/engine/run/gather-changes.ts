import { type BaseFile, type ChangeSet, type Edit, EMPTY_CHANGE_SET } from '../../core/change-set.ts';
import { byText } from '../../core/compare.ts';
import { hashOf } from '../../core/hash.ts';
import { pathProblem } from '../../core/path-problem.ts';
import type { View } from '../../workspace/view.ts';
import { formatEdits } from '../prove/format-edits.ts';
import type { FileOutcome, RunAnswer } from './messages.ts';

export interface Changes {
  /** Takes what the steps made of a file, which had this text. @returns the outcome, or why it cannot be one */
  readonly add: (path: string, text: string, answer: RunAnswer) => FileOutcome;
  readonly changeSet: () => ChangeSet;
}

/** One change set of all files of a run: edits, moves, and the hash of every file that was changed or asked for its text. */
export function gatherChanges(view: View): Changes {
  const edits = new Map<string, readonly Edit[]>();
  const moves = new Map<string, string>();
  const base = new Map<string, BaseFile>();
  return {
    add: (path, text, { outcome, reads }) => {
      if (outcome.status !== 'changed') return outcome;
      const changed = reads.find((read) => isOther(view, read));
      const why = changed !== undefined ? `${changed.path} changed while it was read` : problemOf(view, moves, outcome);
      if (why !== null) return { status: 'failed', step: 'the run', why };
      for (const each of [...reads, { path, hash: hashOf(text) }])
        if (view.file(each.path)?.state === 'text') base.set(each.path, baseOf(view, each));
      const made = editsTo(text, outcome.text);
      if (made.length > 0) edits.set(path, made);
      if (outcome.movedTo !== null) moves.set(outcome.movedTo, path);
      return outcome;
    },
    changeSet: () => ({
      ...EMPTY_CHANGE_SET,
      base: [...base.values()].sort((a, b) => byText(a.path, b.path)),
      edit: [...edits].map(([path, made]) => ({ path, edits: made })).sort((a, b) => byText(a.path, b.path)),
      move: [...moves].map(([to, from]) => ({ from, to })).sort((a, b) => byText(a.from, b.from)),
    }),
  };
}

/** A file that git or the configuration leaves out is not part of the view, and nothing vouches for it. */
const isOther = (view: View, { path, hash }: RunAnswer['reads'][number]): boolean =>
  view.file(path)?.state === 'text' && hashOf(view.textOnce(path)) !== hash;

function problemOf(
  view: View,
  moves: ReadonlyMap<string, string>,
  { movedTo }: Extract<FileOutcome, { status: 'changed' }>,
): string | null {
  if (movedTo === null) return null;
  const why = pathProblem(movedTo);
  if (why !== null) return `it cannot be moved to ${movedTo}: ${why}`;
  if (view.stands(movedTo) !== null) return `it cannot be moved to ${movedTo}: something stands there`;
  return moves.has(movedTo) ? `it cannot be moved to ${movedTo}: so is ${moves.get(movedTo)}` : null;
}

const baseOf = (view: View, { path, hash }: RunAnswer['reads'][number]): BaseFile => ({
  path,
  hash,
  mode: view.file(path)!.mode,
});

const editsTo = (before: string, after: string): Edit[] =>
  before === after ? [] : formatEdits(before, after).map((change) => ({ ...change, reason: 'free' }));
