import type { Range } from '../../../src/core/range.ts';

export interface Cut extends Range {
  /** For a block that leaves with all its members: what stands before the first of them and behind the last. */
  readonly shell?: { readonly open: Range; readonly close: Range };
}
