import type { BareTree, Recast } from './bare-tree.ts';
import { COMMENTS, parsedTree, printOriginals } from './print-originals.ts';
import { type Branch, isUnchanged, pairBranches, takenValue } from './snapshot.ts';

/** The trees that a transform has been given of one file, and what recast asks of their nodes. */
export interface Originals {
  /** Takes a tree that was just read. @param parser of `recast.parse`, which gives the same tree with tokens */
  readonly open: (tree: BareTree, parser: object) => void;
  /** Runs what prints with recast, for which every node has its `original`: by it recast prints what did not change as it stood. */
  readonly printing: <T>(print: () => T) => T;
  /** Whether nothing of the tree was changed. */
  readonly isAsRead: (tree: BareTree) => boolean;
  /** The tree of a text as the parser gave it, with its offsets, where one was read. What comes from the tree of a transform must not be changed. */
  readonly treeOf: (text: string, parser: object) => Branch | null;
  /** Forgets all trees. */
  readonly close: () => void;
}

const HIDDEN = { configurable: false, enumerable: false, writable: true };

interface Reading {
  readonly tree: BareTree;
  readonly parser: object;
}

const isReadingOf =
  (text: string, parser: object) =>
  (one: Reading): boolean =>
    one.tree.source === text && one.parser === parser && !one.tree.isRespaced;

/** Comments have no prototype of their own, at which they could be asked. */
function setCommentOriginals(originals: ReadonlyMap<object, object>): void {
  for (const [node, value] of originals)
    if (COMMENTS.has((node as { readonly type?: unknown }).type))
      Object.defineProperty(node, 'original', { ...HIDDEN, configurable: true, value });
}

/**
 * recast copies every tree when it reads a file, since it compares the copy with the tree when it prints. Here what was changed is copied for a
 * print; only for a transform that asks a node for its `original` itself, the file is read once more.
 */
export function openOriginals(recast: Recast): Originals {
  let waiting: Reading[] = [];
  let linked: (Reading & { readonly parsed: Branch })[] = [];
  let isTouched = false;
  /** While recast prints. */
  let printed: ReadonlyMap<object, object> | null = null;
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
    Object.defineProperty(prototype, 'original', askedProperty);
  };
  const askedProperty = {
    configurable: true,
    get(this: object): unknown {
      if (printed !== null) return printed.get(this);
      link();
      return Object.getOwnPropertyDescriptor(this, 'original')?.value as unknown;
    },
    set(this: object, value: unknown): void {
      isTouched = true;
      Object.defineProperty(this, 'original', { ...HIDDEN, value });
    },
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
    printing: (print) => {
      // A node that was given an `original` says more than its tree does.
      if (isTouched) link();
      if (waiting.length === 0 || printed !== null) return print();
      printed = printOriginals(waiting.map(({ tree }) => tree));
      setCommentOriginals(printed);
      try {
        return print();
      } finally {
        printed = null;
      }
    },
    isAsRead: (tree) => !isTouched && isUnchanged(tree.snapshot),
    treeOf: (text, parser) => {
      const isAsked = isReadingOf(text, parser);
      const found = waiting.find(isAsked);
      return found === undefined ? (linked.find(isAsked)?.parsed ?? null) : parsedTree(found.tree);
    },
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
