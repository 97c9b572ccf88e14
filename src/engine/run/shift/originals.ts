import type { BareTree, Recast } from './bare-tree.ts';
import { type Branch, isUnchanged, pairBranches, takenValue } from './snapshot.ts';

/** The trees that a transform has been given of one file, and what recast asks of their nodes. */
export interface Originals {
  /** Takes a tree that was just read. @param parser of `recast.parse`, which gives the same tree with tokens */
  readonly open: (tree: BareTree, parser: object) => void;
  /** Gives every node its `original`: the node as it was parsed, by which recast prints what did not change as it stood. */
  readonly link: () => void;
  /** Whether nothing of the tree was changed. */
  readonly isAsRead: (tree: BareTree) => boolean;
  /** The tree of a text as the parser gave it, with its offsets, where one was linked; nobody has changed it. */
  readonly treeOf: (text: string, parser: object) => Branch | null;
  /** Forgets all trees. */
  readonly close: () => void;
}

const HIDDEN = { configurable: false, enumerable: false, writable: true };

/**
 * recast copies every tree when it reads a file, since it compares the copy with the tree when it prints. Here the second tree is made when
 * something asks a node for its `original`: most files are never printed.
 */
export function openOriginals(recast: Recast): Originals {
  let waiting: { readonly tree: BareTree; readonly parser: object }[] = [];
  let linked: { readonly tree: BareTree; readonly parser: object; readonly parsed: Branch }[] = [];
  let isTouched = false;
  const link = (): void => {
    const trees = waiting;
    waiting = [];
    for (const { tree, parser } of trees)
      linked.push({ tree, parser, parsed: linkTree(tree, recast.parse(tree.source, { parser })) });
  };
  const asked = new WeakSet<object>();
  const askOf = (prototype: object): void => {
    if (asked.has(prototype)) return;
    asked.add(prototype);
    Object.defineProperty(prototype, 'original', {
      configurable: true,
      get(this: object) {
        link();
        return Object.getOwnPropertyDescriptor(this, 'original')?.value as unknown;
      },
      set(this: object, value: unknown) {
        isTouched = true;
        Object.defineProperty(this, 'original', { ...HIDDEN, value });
      },
    });
  };
  return {
    open: (tree, parser) => {
      waiting.push({ tree, parser });
      askOf(Object.getPrototypeOf(tree.file) as object);
      Object.defineProperty(tree.file, 'tokens', {
        configurable: true,
        get: () => {
          link();
          return Object.getOwnPropertyDescriptor(tree.file, 'tokens')?.value as unknown;
        },
        set: (value: unknown) => define(tree.file, 'tokens', value),
      });
    },
    link,
    isAsRead: (tree) => !isTouched && isUnchanged(tree.snapshot),
    treeOf: (text, parser) =>
      linked.find(({ tree, parser: its }) => tree.source === text && its === parser && !tree.isRespaced)?.parsed ??
      null,
    close: () => {
      waiting = [];
      linked = [];
      isTouched = false;
    },
  };
}

const define = (object: object, key: string, value: unknown): void => {
  Object.defineProperty(object, key, { configurable: true, enumerable: true, writable: true, value });
};

/** @returns the tree as it was parsed */
function linkTree({ file, snapshot }: BareTree, read: ReturnType<Recast['parse']>): Branch {
  const pairs = pairBranches(snapshot, read.original);
  for (const [i, branch] of snapshot.branches.entries()) {
    const original = pairs[i]!;
    if (Array.isArray(branch) || Array.isArray(original)) continue;
    const own = Object.getOwnPropertyDescriptor(branch, 'original');
    Object.defineProperty(branch, 'original', { ...HIDDEN, value: own === undefined ? original : own.value });
    if (typeof branch.loc === 'object' && branch.loc === takenValue(snapshot, i, 'loc')) branch.loc = original.loc;
  }
  define(file, 'tokens', read.tokens);
  return read.original;
}
