import type { Node, Syntax } from '../syntax.ts';
import type { Scope } from './scope-tree.ts';

/** What it means for a name to stand somewhere. */
export const CONTEXT = {
  inherit: 0,
  read: 1,
  write: 2,
  definition: 3,
  parameter: 4,
  augment: 5,
  walrus: 6,
  delete: 7,
  annotation: 8,
  global: 9,
  nonlocal: 10,
  /** No name of any scope: attribute, keyword, module path. Holds for the whole subtree. */
  skip: 11,
  /** Inside `case`: bare names are captures. Holds for the whole subtree. */
  pattern: 12,
} as const;

export interface Collector {
  readonly syntax: Syntax;
  readonly scopes: Scope[];
  /** Node -> scope index, -1 while it is not visited. */
  readonly scope: Int32Array;
  readonly context: Uint8Array;
  /** Node -> 1 inside an annotation. */
  readonly annotation: Uint8Array;
  readonly postponedAnnotations: boolean;
}

export type Handler = (collector: Collector, node: Node, scope: number) => void;
