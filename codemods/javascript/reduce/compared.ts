import type { Edit } from '../../../src/core/change-set.ts';
import type { Tree } from './read-tree.ts';

/** Two texts, and what leads from a node of the first to one of the second: null where a change can only be made around it. */
export interface Compared {
  readonly before: string;
  readonly after: string;
  readonly changes: (before: Tree, after: Tree) => Edit[] | null;
}
