import type { Language } from '../../src/languages/language.ts';
import type { Position } from '../../src/languages/rust/composition/surroundings.ts';

/** One module: the file that carries it and every fragment that is spliced into it. Each file belongs to exactly one module. */
export interface Module {
  /**
   * Rust `crate::a::b` with the crate's name first (`demo`, `demo[bin tool]`, `demo[test it]`, `demo[build]`); Python `pkg.mod`; JavaScript
   * the path without extension; a file outside all: its path. The files of one cfg-chosen module share its id.
   */
  readonly id: string;
  readonly language: Language;
  readonly file: string;
  /** Files spliced by `include!` (directly or through one another), in order of splicing. */
  readonly fragments: readonly string[];
}

export type SpliceKind = 'include' | 'include_str' | 'include_bytes' | 'path' | 'mod';

/** One place where a file names another. What a `macro_rules!` forwards stands where that macro is called. */
export interface Splice {
  readonly kind: SpliceKind;
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What surrounds it. `test` says that it is compiled under cfg(test) or in a test target only. */
  readonly position: Position;
  readonly test: boolean;
  readonly form: 'literal' | 'concat-env' | 'out-dir' | 'macro-forwarded' | 'implicit' | 'unknown';
  /** `cfg` predicates around it, as written. */
  readonly cfg: readonly string[];
  /** Files of the workspace that it names; several for `#[cfg_attr(.., path = "..")]`, or where the file is part of several crates. */
  readonly targets: readonly string[];
  /** Why there is no target: `generated at build time`, `no such file`, `path is computed by …`. */
  readonly unresolved: string | null;
}

export interface Composition {
  /** Sorted by id, then file. Their files and fragments together are exactly the source files of the view, each once. */
  readonly modules: readonly Module[];
  /** Path -> id of its module. */
  readonly moduleOf: ReadonlyMap<string, string>;
  /** Sorted by path, then start. */
  readonly splices: readonly Splice[];
  /** Files that are spliced or mounted more than once, with all places. */
  readonly shared: readonly {
    readonly path: string;
    readonly by: readonly { readonly path: string; readonly line: number }[];
  }[];
}
