import type { BareTree, Lines, Point } from './bare-tree.ts';
import { neighbourTokens } from './neighbour-tokens.ts';
import { type Branch, holdsSame, restoreTree, type Snapshot, takenValue } from './snapshot.ts';

/**
 * What recast compares changed trees with when it prints them: each object with the one that was parsed. One in which nothing was changed is its
 * own original, at which recast does not look any further; the others are made anew from what they held.
 */
export function printOriginals(trees: readonly BareTree[]): Map<object, object> {
  const originals = new Map<object, object>();
  for (const tree of trees) {
    // A node may have come from another tree, which knows nothing of its new place.
    const copied = trees.length === 1 ? copiedBranches(tree.snapshot) : allBranches(tree.snapshot);
    addOriginals(originals, tree, copied);
  }
  return originals;
}

/** The tree as it was parsed, without the fields that the visitors of ast-types have filled in since. */
export const parsedTree = ({ snapshot }: BareTree): Branch => restoreTree(snapshot, allBranches(snapshot), () => {});

/** A place as recast keeps it. */
interface RecastPlace {
  readonly start: Point;
  readonly end: Point;
  lines?: Lines;
  indent?: number;
}

function addOriginals(originals: Map<object, object>, tree: BareTree, copied: Uint8Array): void {
  const { snapshot, lines } = tree;
  const setTokens = neighbourTokens(tree);
  const indents: number[] = [];
  restoreTree(snapshot, copied, (made, index) => {
    const branch = snapshot.branches[index]!;
    indents[index] = indents[snapshot.parents[index]!] ?? 0;
    if (Array.isArray(branch)) return;
    originals.set(branch, made);
    const loc = branch.loc as RecastPlace | null | undefined;
    if (!loc) return;
    if (COMMENTS.has(branch.type) || lines.isPrecededOnlyByWhitespace(loc.start)) indents[index] = loc.start.column;
    Object.assign(loc, { lines, indent: indents[index] });
    setTokens(loc, branch as unknown as { start: number; end: number });
  });
}

export const COMMENTS: ReadonlySet<unknown> = new Set(['CommentBlock', 'CommentLine']);

/**
 * By index: 1 for what was changed, all below it, and all that it stands in. recast asks of each node below a changed one whether it needs
 * parentheses where it stands now; statements need none, so that those of a changed list may be taken as they are.
 */
function copiedBranches(snapshot: Snapshot): Uint8Array {
  const { branches, ends } = snapshot;
  const changed = changedBranches(snapshot);
  const copied = changed.slice();
  const lists = statementLists(snapshot);
  const markMoved = movedMarker(snapshot, copied);
  for (const [index, branch] of branches.entries()) {
    if (changed[index] !== 1) continue;
    if (!lists.has(branch)) copied.fill(1, index, ends[index]);
    for (const [key, value] of Object.entries(branch)) if (key !== 'loc' && key !== 'tokens') markMoved(value, index);
  }
  return withWhatHolds(copied, snapshot);
}

/** Marks what a value brings along that stood elsewhere, with all below it. @returns `from`: the branch that holds the value; -1: a new one */
function movedMarker(
  { branches, ends, parents }: Snapshot,
  marked: Uint8Array,
): (value: unknown, from: number) => void {
  const places = new Map(branches.map((branch, index): [unknown, number] => [branch, index]));
  const seen = new Set<unknown>();
  const mark = (value: unknown, from: number): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    const index = places.get(value);
    if (index !== undefined) {
      if (parents[index] !== from) marked.fill(1, index, ends[index]);
      return;
    }
    seen.add(value);
    for (const each of Object.values(value)) mark(each, -1);
  };
  return mark;
}

const allBranches = ({ branches }: Snapshot): Uint8Array => new Uint8Array(branches.length).fill(1);

const changedBranches = (snapshot: Snapshot): Uint8Array =>
  Uint8Array.from(snapshot.branches, (_, index) => (holdsSame(snapshot, index) ? 0 : 1));

/** Marks all that a marked branch stands in. */
function withWhatHolds(marked: Uint8Array, { parents }: Snapshot): Uint8Array {
  for (let index = marked.length - 1; index > 0; index -= 1) if (marked[index] === 1) marked[parents[index]!] = 1;
  return marked;
}

function statementLists(snapshot: Snapshot): ReadonlySet<unknown> {
  return new Set(
    snapshot.branches.flatMap((branch, index) =>
      !Array.isArray(branch) && (branch.type === 'Program' || branch.type === 'BlockStatement')
        ? [takenValue(snapshot, index, 'body')]
        : [],
    ),
  );
}
