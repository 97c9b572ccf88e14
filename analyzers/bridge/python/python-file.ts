/** Line and column of an offset, both from 1. */
export type PlaceOf = (at: number) => { readonly line: number; readonly column: number };

/** What hides a failure: an `except` around it; a test that expects it. */
export type Guard = 'fallback' | 'expected' | null;

/** What an import names, before it is known which file it stands in. */
export interface ImportRef {
  /** Leading dots. */
  readonly level: number;
  /** Dotted; '' for `from . import x`. */
  readonly module: string;
  /** The name behind `from … import`; null for `import a.b` and for `*`. */
  readonly name: string | null;
}

export interface PythonImport extends ImportRef {
  /** The name that it binds: `a` of `import a.b`; null for `*`. */
  readonly bound: string | null;
  /** `import a.b` without `as` binds `a` alone. */
  readonly bindsTop: boolean;
  readonly star: boolean;
  readonly typeChecking: boolean;
  readonly scope: 'module' | 'class' | 'function';
  readonly guard: Guard;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** How a call is written. */
export interface CallShape {
  readonly positional: number;
  readonly keywords: readonly string[];
  /** `*args` or `**kwargs` stands in it. */
  readonly spread: boolean;
}

/** One use of what imports bound. */
export interface PythonUse {
  /** Imports, by index, that may have bound the name. */
  readonly imports: readonly number[];
  /** Attributes behind it, in order. */
  readonly chain: readonly string[];
  /** A member that is asked of an object that calling the chain gave. */
  readonly member: string | null;
  readonly how: 'read' | 'call' | 'base' | 'store' | 'asked';
  readonly call: CallShape | null;
  /** Nothing evaluates it: an annotation as a string, a branch for type checkers. */
  readonly typeOnly: boolean;
  readonly guard: Guard;
  /** A call that does not fit is caught as a `TypeError`. */
  readonly mayMisfit: boolean;
  readonly line: number;
  readonly column: number;
}

/** What a Python file takes from others, and what it offers. By content alone. */
export interface PythonFile {
  readonly imports: readonly PythonImport[];
  readonly uses: readonly PythonUse[];
  /** Last names of what the file puts something else in place of: `add` of `mock.patch("acme._core.add")`. */
  readonly patched: readonly string[];
  /** Names that the module binds by anything but an import. */
  readonly binds: readonly string[];
  /** `__all__`, or null. */
  readonly all: { readonly names: readonly string[]; readonly complete: boolean } | null;
  /** Why names may appear that no line binds; null: none can. */
  readonly dynamic: string | null;
}
