import type { Namespace } from '../../core/unit.ts';
import type { Node } from '../syntax.ts';

export interface Found {
  readonly name: string;
  readonly space: Namespace | 'any';
  /** For `self::x` 0, `super::x` 1 …; null for a name without such a prefix. */
  readonly supers: number | null;
  /** A `use` of the file's own module, which does not see what it imports itself: `supers` says so, though no prefix is written. */
  readonly bare?: boolean;
  readonly node?: Node;
  readonly at?: number;
}
