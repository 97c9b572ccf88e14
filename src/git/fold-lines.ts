import { carryRange, composeHunks } from './carry-lines.ts';
import type { Commit } from './commit-log.ts';
import type { FileChange, Hunks } from './line-changes.ts';

/** What happened to the lines of one file, by today's line numbers. */
export interface FoldedFile {
  /** Per commit that counts, the newest first: its number and the places in the file that it changed, `start, end` each. */
  readonly touches: [commit: number, ranges: readonly number[]][];
  /** Lines that each author added, whether they are still there or not. */
  readonly added: Map<string, number>;
}

export interface FoldLinesOptions {
  /** Commit id -> its number where it counts, else undefined: its changes then only move lines. */
  readonly numberOf: (id: string) => number | undefined;
  readonly authorOf: (commit: Commit) => string;
  readonly changesOf: (id: string) => readonly FileChange[];
}

/** How a file of some commit stands today: `head` is its name, null if it is gone. */
interface Carried {
  readonly head: string | null;
  /** From that commit to HEAD. */
  readonly hunks: Hunks;
  /** How many changes lie between: of two ways to HEAD the one with more of them knows more of this file. */
  readonly steps: number;
}

type State = Map<string, Carried>;

/**
 * Walks commits from HEAD back and carries each change forward to the lines of HEAD, along the branch that it was made on. Where branches
 * meet, a merge tells only of files that differ from all its parents; any other file has come unchanged from one of them, and the way to
 * HEAD on which it was changed is the true one.
 * @param commits of the period, children before parents, HEAD first
 */
export function foldLines(commits: readonly Commit[], options: FoldLinesOptions): Map<string, FoldedFile> {
  const states = new Map<string, State>();
  const folded = new Map<string, FoldedFile>();
  if (commits[0]) states.set(commits[0].id, new Map());
  for (const commit of commits) {
    const state = states.get(commit.id);
    if (!state) continue;
    states.delete(commit.id);
    const changes = options.changesOf(commit.id);
    const number = options.numberOf(commit.id);
    if (number !== undefined)
      for (const change of changes) note(folded, state, change, number, options.authorOf(commit));
    commit.parents.forEach((parent, i) => {
      const isLast = i === commit.parents.length - 1;
      const before = isLast ? state : new Map(state);
      stepBack(before, changes, i);
      const other = states.get(parent);
      states.set(parent, other ? join(other, before) : before);
    });
  }
  return folded;
}

const unchanged = (path: string): Carried => ({ head: path, hunks: [], steps: 0 });

function note(folded: Map<string, FoldedFile>, state: State, change: FileChange, number: number, author: string): void {
  const { head, hunks } = state.get(change.path) ?? unchanged(change.path);
  const hunkList = change.sides[0]!.hunks;
  if (head === null || hunkList.length === 0) return;
  let file = folded.get(head);
  if (!file) {
    file = { touches: [], added: new Map() };
    folded.set(head, file);
  }
  const ranges: number[] = [];
  let lines = 0;
  for (let i = 0; i < hunkList.length; i += 4) {
    const [start, count] = [hunkList[i + 2]!, hunkList[i + 3]!];
    ranges.push(...carryRange(hunks, [start, start + count]));
    lines += count;
  }
  file.touches.push([number, ranges]);
  if (lines > 0) file.added.set(author, (file.added.get(author) ?? 0) + lines);
}

/** From a commit's state to that of one of its parents. All old names are read before new ones count. */
function stepBack(state: State, changes: readonly FileChange[], parent: number): void {
  const before: [string, Carried][] = [];
  for (const { path, kind, sides } of changes) {
    const { head, hunks: later, steps } = state.get(path) ?? unchanged(path);
    const { from, hunks } = sides[Math.min(parent, sides.length - 1)]!;
    if (kind !== 'edited' || from !== null) before.unshift([path, { head: null, hunks: [], steps: steps + 1 }]);
    if (kind !== 'edited') continue;
    before.push([from ?? path, { head, hunks: head === null ? [] : composeHunks(hunks, later), steps: steps + 1 }]);
  }
  for (const [path, carried] of before) state.set(path, carried);
}

function join(a: State, b: State): State {
  const [more, fewer] = a.size >= b.size ? [a, b] : [b, a];
  for (const [path, carried] of fewer) if (carried.steps > (more.get(path)?.steps ?? 0)) more.set(path, carried);
  return more;
}
