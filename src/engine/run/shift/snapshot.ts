/** An object or a list of a tree. */
export type Branch = Record<string, unknown> | unknown[];

/**
 * What a tree held: its objects and lists, each before those inside it, with their shallow contents. Of an object those are key, value, key,
 * value; of a list its items. Branch i has those from `starts[i]` to `starts[i + 1]`.
 */
export interface Snapshot {
  readonly branches: readonly Branch[];
  readonly starts: readonly number[];
  readonly contents: readonly unknown[];
  /** The branches inside branch i are those from i + 1 to before `ends[i]`. */
  readonly ends: readonly number[];
  /** By index: of the branch that it stands in; -1 for the first. */
  readonly parents: readonly number[];
}

/** @param onBranch called with each branch before its contents are taken */
export function takeSnapshot(root: Branch, onBranch: (branch: Branch) => void): Snapshot {
  const branches: Branch[] = [];
  const starts: number[] = [];
  const contents: unknown[] = [];
  const ends: number[] = [];
  const parents: number[] = [];
  const take = (branch: Branch, parent: number): void => {
    onBranch(branch);
    const index = branches.length;
    const start = contents.length;
    branches.push(branch);
    starts.push(start);
    ends.push(0);
    parents.push(parent);
    pushContents(branch, contents);
    const end = contents.length;
    const step = Array.isArray(branch) ? 1 : 2;
    for (let i = start + step - 1; i < end; i += step)
      if (isInside(contents, i, step)) take(contents[i] as Branch, index);
    ends[index] = branches.length;
  };
  take(root, -1);
  starts.push(contents.length);
  return { branches, starts, contents, ends, parents };
}

function pushContents(branch: Branch, contents: unknown[]): void {
  if (Array.isArray(branch)) for (const item of branch) contents.push(item);
  else for (const key of Object.keys(branch)) contents.push(key, branch[key]);
}

/**
 * Whether every branch holds what it held. Keys that came may say nothing: the visitors of ast-types give a node the fields that its kind has
 * and that the parser left out.
 */
export function isUnchanged(snapshot: Snapshot): boolean {
  return snapshot.branches.every((_, index) => holdsSame(snapshot, index));
}

/** Whether the branch itself holds what it held. */
export function holdsSame({ branches, starts, contents }: Snapshot, index: number): boolean {
  const branch = branches[index]!;
  const start = starts[index]!;
  const count = starts[index + 1]! - start;
  if (Array.isArray(branch)) return branch.length === count && branch.every((item, i) => item === contents[start + i]);
  const keys = Object.keys(branch);
  return (
    2 * keys.length >= count &&
    keys.every((key, i) => {
      const at = start + 2 * i;
      return at < start + count ? key === contents[at] && branch[key] === contents[at + 1] : isNothing(branch[key]);
    })
  );
}

/**
 * The tree as it was taken. Branches that are not marked are the ones of the tree itself.
 * @param isCopied by index: 1 for the branches that are made anew with what they held; so is all that they stand in
 * @param onMade called with each branch of the new tree that was made, and with each own one that stands in such a one
 */
export function restoreTree(
  snapshot: Snapshot,
  isCopied: Uint8Array,
  onMade: (made: Branch, index: number) => void,
): Branch {
  const restore = (index: number): Branch => {
    const branch = snapshot.branches[index]!;
    if (isCopied[index] === 1) return restoreBranch(snapshot, index, restore, onMade);
    onMade(branch, index);
    // The items of a list stand in what the list stands in.
    if (Array.isArray(branch)) for (const child of childrenOf(snapshot, index)) restore(child);
    return branch;
  };
  return restore(0);
}

function* childrenOf({ ends }: Snapshot, index: number): Generator<number> {
  for (let child = index + 1; child < ends[index]!; child = ends[child]!) yield child;
}

function restoreBranch(
  { branches, starts, contents, ends }: Snapshot,
  index: number,
  restore: (child: number) => Branch,
  onMade: (made: Branch, index: number) => void,
): Branch {
  const branch = branches[index]!;
  const isList = Array.isArray(branch);
  const step = isList ? 1 : 2;
  const made = (isList ? [] : Object.create(Object.getPrototypeOf(branch))) as Record<string | number, unknown>;
  onMade(made as Branch, index);
  let child = index + 1;
  for (let i = starts[index]! + step - 1; i < starts[index + 1]!; i += step) {
    const isBelow = isInside(contents, i, step);
    made[isList ? i - starts[index]! : (contents[i - 1] as string)] = isBelow ? restore(child) : contents[i];
    if (isBelow) child = ends[child]!;
  }
  return made as Branch;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/**
 * Pairs each branch with the one in its place of another tree, which was made as the first one was.
 * Throws where that tree has another shape.
 */
export function pairBranches({ branches, starts, contents }: Snapshot, other: Branch): Branch[] {
  const pairs: Branch[] = [];
  const pair = (found: unknown): void => {
    const index = pairs.length;
    const branch = branches[index];
    if (!isBranch(found) || branch === undefined || Array.isArray(branch) !== Array.isArray(found))
      throw new Error('a second reading of the file gave another tree');
    pairs.push(found);
    const [start, end] = [starts[index]!, starts[index + 1]!];
    const step = Array.isArray(branch) ? 1 : 2;
    for (let i = start + step - 1; i < end; i += step) {
      if (!isInside(contents, i, step)) continue;
      pair(Array.isArray(found) ? found[i - start] : found[contents[i - 1] as string]);
    }
  };
  pair(other);
  return pairs;
}

/** What the object `index` held by a key. */
export function takenValue({ starts, contents }: Snapshot, index: number, key: string): unknown {
  for (let i = starts[index]!; i < starts[index + 1]!; i += 2) if (contents[i] === key) return contents[i + 1];
  return undefined;
}

/** Places and tokens say nothing of their own. */
const LEAVES: ReadonlySet<unknown> = new Set(['loc', 'tokens']);

const isInside = (contents: readonly unknown[], at: number, step: number): boolean =>
  isBranch(contents[at]) && !(step === 2 && LEAVES.has(contents[at - 1]));

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
