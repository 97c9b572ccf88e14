import type { Options, PythonAttribute } from './python-attributes.ts';
import type { RustParameter } from './read-signature.ts';

/** Where an item stands: inline modules of the file around it, its line from 1, and the `cfg` predicates that it waits for. */
export interface Where {
  readonly inline: readonly string[];
  readonly line: number;
  readonly cfg: readonly string[];
}

/** A name that `use` brings in; `alias` null for a glob. */
export interface RustUse extends Where {
  readonly segments: readonly string[];
  readonly alias: string | null;
  /** Below `#[pymodule_export]`: the declarative module has it. */
  readonly exported: boolean;
}

/** A variable that holds a Python module, or a call that makes one. */
export type ModuleRef = { readonly variable: string } | { readonly call: string } | { readonly wrapped: string };

/** What `m.add(name, value)` gives. */
export type Value =
  | { readonly kind: 'class'; readonly path: string }
  | { readonly kind: 'function'; readonly path: string }
  | { readonly kind: 'module'; readonly of: ModuleRef }
  /** A literal of Rust, as it is written. */
  | { readonly kind: 'constant'; readonly text: string }
  /** An object that only a run can tell. */
  | { readonly kind: 'value' };

/** A name: as it is written, the constant that holds it, or the class whose own it is. */
export type NameRef = { readonly text: string } | { readonly constant: string } | { readonly ofClass: string } | null;

/** One thing that a function does with a Python module, in source order. */
export type Step = Where & {
  /** It stands in a branch, a loop or a closure: whether it happens is decided at run time. */
  readonly maybe: boolean;
} & (
    | { readonly do: 'new'; readonly variable: string; readonly name: NameRef }
    | { readonly do: 'made'; readonly variable: string; readonly of: ModuleRef }
    | { readonly do: 'class'; readonly on: string; readonly path: string }
    | { readonly do: 'function'; readonly on: string; readonly path: string }
    | { readonly do: 'module'; readonly on: string; readonly path: string }
    | { readonly do: 'add'; readonly on: string; readonly name: NameRef; readonly value: Value }
    | { readonly do: 'submodule'; readonly on: string; readonly of: ModuleRef }
    | { readonly do: 'call'; readonly path: string; readonly arguments: readonly (string | null)[] }
    | { readonly do: 'return'; readonly variable: string }
    | { readonly do: 'opaque'; readonly on: string; readonly reason: string }
  );

export interface RustFunction extends Where {
  readonly name: string;
  /** The type whose `impl` it stands in. */
  readonly owner: string | null;
  readonly attributes: readonly PythonAttribute[];
  readonly parameters: readonly RustParameter[];
  /** '' for none. */
  readonly returns: string;
  readonly steps: readonly Step[];
}

export interface RustField {
  /** Null in a tuple. */
  readonly name: string | null;
  readonly type: string;
  readonly options: Options;
  readonly cfg: readonly string[];
  readonly line: number;
}

export interface RustVariant {
  readonly name: string;
  readonly shape: 'unit' | 'tuple' | 'struct';
  readonly options: Options;
  readonly fields: readonly RustField[];
  readonly cfg: readonly string[];
  readonly line: number;
}

export interface RustClass extends Where {
  readonly name: string;
  readonly kind: 'struct' | 'enum';
  readonly options: Options;
  readonly fields: readonly RustField[];
  readonly variants: readonly RustVariant[];
  /** Attributes and derives that are neither Rust's nor PyO3's: they may add members. */
  readonly strange: readonly string[];
}

export interface RustMethod {
  readonly name: string;
  readonly attributes: readonly PythonAttribute[];
  readonly parameters: readonly RustParameter[];
  readonly hasSelf: boolean;
  readonly isConst: boolean;
  readonly returns: string;
  readonly cfg: readonly string[];
  readonly line: number;
}

/** A block of `#[pymethods]`. */
export interface RustMethods extends Where {
  readonly type: string;
  readonly methods: readonly RustMethod[];
  /** Macros that are called among the methods. */
  readonly strange: readonly string[];
}

export interface RustModule extends Where {
  readonly name: string;
  readonly attributes: readonly PythonAttribute[];
}

/** A named thing that only stands for another: a type alias, a constant with a string, an exception that a macro makes. */
export interface RustName extends Where {
  readonly name: string;
  readonly kind: 'alias' | 'constant' | 'exception' | 'foreign-exception';
  readonly value: string;
  readonly exported: boolean;
}

/** Paths that lead somewhere without a `use`, as they are written in one module of a file. */
export interface RustPaths {
  readonly inline: readonly string[];
  /** Without the name at their end, each with the first line that has it: `crate::http`, `::wire`. */
  readonly written: readonly (readonly [path: string, line: number])[];
}

/** What a Rust file declares for Python, and how its names lead to others. By content alone. */
export interface RustFile {
  readonly uses: readonly RustUse[];
  readonly functions: readonly RustFunction[];
  readonly classes: readonly RustClass[];
  readonly methods: readonly RustMethods[];
  /** Inline modules with attributes of PyO3. */
  readonly modules: readonly RustModule[];
  readonly names: readonly RustName[];
  /** Macro calls that stand as items, with the words in them. */
  readonly calls: readonly (Where & { readonly name: string; readonly words: readonly string[] })[];
  readonly paths: readonly RustPaths[];
}
