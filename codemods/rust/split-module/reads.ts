import type { Namespace } from '../../../src/core/unit.ts';
import type { Access } from '../../../src/languages/rust/member-accesses.ts';

/** A name of the module that code reads. */
export interface Read {
  readonly name: string;
  readonly space: Namespace | 'any';
  readonly at: number;
  /**
   * By a path: `self::name` asks the module, not the scope of the code; `crate::m::name` asks the module even where the code has that name
   * itself.
   */
  readonly through: boolean | 'crate';
}

/** A field or associated item that code reads by its name. */
export type MemberRead = Pick<Access, 'word' | 'kind' | 'of'> & {
  readonly at: number;
  /** The code sees the imports of the module: it stands in no inner module, or in one that takes all of its parent in. */
  readonly inScope: boolean;
};
