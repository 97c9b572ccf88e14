/** An annotated name of a class, or of a module. Texts are as written. */
export interface PythonName {
  readonly name: string;
  readonly annotation: string | null;
  readonly value: string | null;
  /** From 1. */
  readonly line: number;
}

export interface PythonMethod {
  readonly name: string;
  readonly decorators: readonly string[];
  readonly returns: string | null;
  readonly line: number;
}

export interface PythonClass {
  /** `Outer.Inner` of a class in a class. */
  readonly name: string;
  readonly line: number;
  readonly bases: readonly string[];
  readonly keywords: readonly { readonly name: string; readonly value: string }[];
  readonly decorators: readonly string[];
  /** Of `class Page[T]`. */
  readonly parameters: readonly string[];
  readonly names: readonly PythonName[];
  readonly methods: readonly PythonMethod[];
}

/** The classes of a Python file and what its module assigns once, by content alone. */
export interface PythonTypes {
  readonly classes: readonly PythonClass[];
  readonly names: readonly PythonName[];
}
