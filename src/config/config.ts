/** What `omni-refactor.toml` says, with defaults filled in. */
export interface Config {
  /** Path of the file relative to the workspace, or null when there is none. */
  readonly path: string | null;
  readonly budget: Budget;
  /** Globs of files that no command looks at, beyond what git ignores. */
  readonly exclude: readonly string[];
  readonly python: { readonly interpreter: string | null };
}

export interface Budget {
  /** Physical lines a file may have; null switches the rule off. */
  readonly fileLines: number | null;
  /** Cognitive complexity a function may have; null switches the rule off. */
  readonly functionCognitive: number | null;
}
