import type { Token } from './tokens.ts';

export interface Parameter {
  readonly name: string;
  readonly kind: 'singular' | 'plus' | 'star';
  /** `$name`: the commands see it as a variable of the environment. */
  readonly exported: boolean;
  readonly fallback: readonly Token[] | null;
}

export interface Dependency {
  /** `name`, or `module::name`. */
  readonly recipe: string;
  readonly args: readonly (readonly Token[])[];
}

export interface Recipe {
  readonly name: string;
  readonly path: string;
  /** 1-based line of the first line of the body. */
  readonly line: number;
  readonly parameters: readonly Parameter[];
  readonly before: readonly Dependency[];
  /** Behind `&&`. */
  readonly after: readonly Dependency[];
  readonly attributes: readonly Attribute[];
  readonly rows: readonly string[];
}

export interface Attribute {
  readonly name: string;
  readonly value: string | null;
}

/** A justfile with all that it imports. */
export interface Justfile {
  readonly path: string;
  /** Folder in which its recipes run. */
  readonly dir: string;
  readonly recipes: ReadonlyMap<string, Recipe>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly modules: ReadonlyMap<string, Justfile>;
  readonly variables: ReadonlyMap<string, { readonly value: readonly Token[]; readonly exported: boolean }>;
  readonly settings: ReadonlyMap<string, readonly Token[]>;
  /** What `just` alone runs. */
  readonly first: string | null;
}
