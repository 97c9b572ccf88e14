/** One complaint of a linter or type checker. */
export interface LintMessage {
  /** As the tool prints it: absolute, or relative to the folder in which it ran. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** `F401`, `no-redef`, `reportMissingImports`; '' where the tool names none. */
  readonly rule: string;
  readonly message: string;
  /** How the tool would fix it by whole lines: [first, end) from 1. [] where it would not, or not surely. */
  readonly fixes: readonly { readonly first: number; readonly end: number; readonly text: string }[];
}
