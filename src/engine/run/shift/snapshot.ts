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
}

/** @param onBranch called with each branch before its contents are taken */
export function takeSnapshot(root: Branch, onBranch: (branch: Branch) => void): Snapshot {
  const branches: Branch[] = [];
  const starts: number[] = [];
  const contents: unknown[] = [];
  const take = (branch: Branch): void => {
    onBranch(branch);
    const start = contents.length;
    branches.push(branch);
    starts.push(start);
    pushContents(branch, contents);
    const end = contents.length;
    const step = Array.isArray(branch) ? 1 : 2;
    for (let i = start + step - 1; i < end; i += step) if (isInside(contents, i, step)) take(contents[i] as Branch);
  };
  take(root);
  starts.push(contents.length);
  return { branches, starts, contents };
}

function pushContents(branch: Branch, contents: unknown[]): void {
  if (Array.isArray(branch)) for (const item of branch) contents.push(item);
  else for (const key of Object.keys(branch)) contents.push(key, branch[key]);
}

/**
 * Whether every branch holds what it held. Keys that came may say nothing: the visitors of ast-types give a node the fields that its kind has
 * and that the parser left out.
 */
export function isUnchanged({ branches, starts, contents }: Snapshot): boolean {
  return branches.every((branch, index) => {
    const start = starts[index]!;
    const count = starts[index + 1]! - start;
    if (Array.isArray(branch))
      return branch.length === count && branch.every((item, i) => item === contents[start + i]);
    const keys = Object.keys(branch);
    return (
      2 * keys.length >= count &&
      keys.every((key, i) => {
        const at = start + 2 * i;
        return at < start + count ? key === contents[at] && branch[key] === contents[at + 1] : isNothing(branch[key]);
      })
    );
  });
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
