import { type BareTree, type Recast, readBareTree } from './bare-tree.ts';
import type { Originals } from './originals.ts';
import type { Parser } from './quick-parser.ts';

/** `j` of jscodeshift: of a text, a node or paths it makes a collection. */
export interface Shift {
  (source: unknown, options?: object): Collection;
  withParser: (parser: string | Parser) => Shift;
}

interface Collection {
  readonly paths: () => readonly { readonly value: unknown }[];
  toSource: (options?: object) => unknown;
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
  { recast, originals }: { readonly recast: Recast; readonly originals: Originals },
  withParser: Shift['withParser'],
): Shift {
  const j = (source: unknown, options?: object): Collection => {
    if (typeof source !== 'string') return printsLinked(shift(source, options), originals);
    if (options !== undefined) return shift(source, options);
    const tree = readBareTree(source, parsers.bare, recast);
    originals.open(tree, parsers.whole);
    return printsUnchanged(shift(tree.file), tree, originals);
  };
  return Object.assign(j, shift, { withParser });
}

function printsLinked(collection: Collection, originals: Originals): Collection {
  const { toSource } = collection;
  collection.toSource = (options) => {
    originals.link();
    return toSource.call(collection, options);
  };
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
