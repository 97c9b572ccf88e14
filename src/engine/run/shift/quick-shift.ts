import { type BareTree, type Recast, readBareTree } from './bare-tree.ts';
import type { Originals } from './originals.ts';
import { type AstTypes, type NodePath, quickFind } from './quick-find.ts';
import type { Parser } from './quick-parser.ts';

/** `j` of jscodeshift: of a text, a node or paths it makes a collection. */
export interface Shift {
  (source: unknown, options?: object): Collection;
  withParser: (parser: string | Parser) => Shift;
}

interface Collection {
  readonly paths: () => readonly NodePath[];
  toSource: (options?: object) => unknown;
  find: (type: unknown, filter?: unknown) => Collection;
}

/** What is used of jscodeshift's own `find`. */
export interface Finding {
  readonly types: AstTypes;
  readonly matchNode: (node: unknown, filter: unknown) => boolean;
  readonly fromPaths: (paths: readonly NodePath[], parent: Collection, type: unknown) => Collection;
}

/** The two readings of one parser. */
export interface Parsers {
  /** To a tree without tokens, which the transform may change. */
  readonly bare: (text: string) => unknown;
  /** Of the same tree with tokens, for recast. */
  readonly whole: Parser;
}

/**
 * jscodeshift, whose texts are read without recast's copy. A file is read once more, by recast, where it is printed after a change.
 * @param shift as it comes, with the parser `whole`
 * @param withParser what `j.withParser` is to be
 */
export function quickShift(
  shift: Shift,
  parsers: Parsers,
  { recast, originals, finding }: { readonly recast: Recast; readonly originals: Originals; readonly finding: Finding },
  withParser: Shift['withParser'],
): Shift {
  const j = (source: unknown, options?: object): Collection => {
    if (typeof source !== 'string') return printsLinked(shift(source, options), originals);
    if (options !== undefined) return shift(source, options);
    const tree = readBareTree(source, parsers.bare, recast);
    originals.open(tree, parsers.whole);
    return findsQuickly(printsUnchanged(shift(tree.file), tree, originals), finding);
  };
  return Object.assign(j, shift, { withParser });
}

function printsLinked(collection: Collection, originals: Originals): Collection {
  const { toSource } = collection;
  collection.toSource = (options) => originals.printing(() => toSource.call(collection, options));
  return collection;
}

function printsUnchanged(collection: Collection, tree: BareTree, originals: Originals): Collection {
  const { toSource } = printsLinked(collection, originals);
  collection.toSource = (options) =>
    collection.paths()[0]?.value === tree.file && originals.isAsRead(tree)
      ? tree.lines.toString(options)
      : toSource(options);
  return collection;
}

/** Of a whole file: what is found below it is searched by jscodeshift. */
function findsQuickly(collection: Collection, { types, matchNode, fromPaths }: Finding): Collection {
  const { find } = collection;
  collection.find = (type, filter) => {
    const [root] = collection.paths();
    const isFound = (node: unknown): boolean => !filter || matchNode(node, filter);
    const found = root === undefined ? null : quickFind(root, String(type), isFound, types);
    return found === null ? find.call(collection, type, filter) : fromPaths(found, collection, type);
  };
  return collection;
}
