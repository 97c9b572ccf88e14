import { type LintLevels, readLintLevels } from '../../../analyzers/readings/rust/lint-levels.ts';
import { type RustStyle, rustfmtStyle } from '../../../analyzers/readings/rust/rustfmt-style.ts';
import type { View } from '../../../src/workspace/view.ts';

/** How a split spells what it writes itself: as the lints and the layout of the package want it. */
export interface Form {
  readonly isOn: LintLevels;
  readonly style: RustStyle;
  /** The audience of what was private, one module deeper. */
  readonly parent: 'pub(super) ' | 'pub(in super) ';
  /** What stands above an import of something deprecated. */
  readonly deprecated: string;
}

export function formOf(view: View, path: string): Form {
  const isOn = readLintLevels(view, path);
  const reason = isOn('clippy::allow_attributes_without_reason')
    ? ', reason = "given on for those who use it still"'
    : '';
  return {
    isOn,
    style: rustfmtStyle(view, path),
    parent: isOn('clippy::pub_with_shorthand') ? 'pub(in super) ' : 'pub(super) ',
    deprecated: `#[${isOn('clippy::allow_attributes') ? 'expect' : 'allow'}(deprecated${reason})]`,
  };
}
