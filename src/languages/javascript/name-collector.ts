import type { Node, Syntax } from '../syntax.ts';
import type { Declaration, LexicalScope } from './lexical-names.ts';

/** What it means for a name to stand somewhere; everything from `declareVar` on declares. */
export const CONTEXT = {
  inherit: 0,
  read: 1,
  write: 2,
  /** No name of any scope; holds for the whole subtree. */
  skip: 3,
  declareVar: 4,
  declare: 5,
  declareType: 6,
  declareBoth: 7,
} as const;

export interface NameCollector {
  readonly syntax: Syntax;
  readonly scopes: LexicalScope[];
  readonly declarations: Declaration[];
  readonly scope: Int32Array;
  readonly context: Uint8Array;
  /** Node -> 1 where only the type checker reads. */
  readonly inType: Uint8Array;
  /** Node -> 1 where code runs later without a scope of its own: the value of an instance field. */
  readonly deferred: Uint8Array;
}

export type NameHandler = (collector: NameCollector, node: Node, scope: number) => void;
