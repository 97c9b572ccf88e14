import type { Attribute } from '../../../src/languages/rust/attributes.ts';
import type { Item } from '../../../src/languages/rust/read-items.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import type { PythonAttribute } from './python-attributes.ts';
import type { RustFile, Where } from './rust-file.ts';

export type FileDraft = { -readonly [Key in keyof RustFile]: RustFile[Key][number][] };

/** What items are read with: the tree, the lines, and what has been found. */
export interface FileReader {
  readonly syntax: Syntax;
  readonly lineOf: (node: Node) => number;
  readonly found: FileDraft;
  /** The file mentions Python: then its items count, else only what it uses. */
  readonly python: boolean;
  /** Reads the items of an inline module or of a function's body. */
  readonly inside: (container: Node, inline: readonly string[], cfg: readonly string[]) => void;
}

/** One item with what stands around and before it. */
export interface ItemContext {
  readonly item: Item;
  readonly attributes: readonly Attribute[];
  readonly python: readonly PythonAttribute[];
  readonly where: Where;
}
