import type { Syntax } from '../syntax.ts';

/** The columns of a tree. */
export type FlatTree = Pick<Syntax, 'size' | 'kind' | 'start' | 'end' | 'parent' | 'after' | 'field' | 'errors'>;
