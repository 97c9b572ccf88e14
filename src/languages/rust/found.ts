import type { Namespace } from '../../core/unit.ts';
import type { Node } from '../syntax.ts';

export interface Found {
  readonly name: string;
  readonly space: Namespace | 'any';
  /** For `self::x` 0, `super::x` 1 …; null for a name without such a prefix. */
  readonly supers: number | null;
  readonly node?: Node;
  readonly at?: number;
}
