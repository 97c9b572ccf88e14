import type { Node } from '../syntax.ts';

export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'lambda'
  | 'listcomp'
  | 'setcomp'
  | 'dictcomp'
  | 'genexpr'
  | 'type-parameters'
  | 'type-alias';

/**
 * `augment` is `x += 1` (writes, and reads first) · `annotation` is `x: int` without a value (makes the name local, writes nothing) ·
 * `quoted` is a name inside a string annotation, which no interpreter resolves by itself · `walrus` is `:=` inside a comprehension, told
 * to the scope that it binds in · `implicit` is the `__class__` that `super` reads.
 */
export type AccessKind =
  | 'read'
  | 'write'
  | 'definition'
  | 'parameter'
  | 'import'
  | 'augment'
  | 'walrus'
  | 'delete'
  | 'annotation'
  | 'quoted'
  | 'implicit'
  | 'global'
  | 'nonlocal';

/** One place where a scope touches a name. */
export interface Access {
  readonly kind: AccessKind;
  /** Offset of the name in the text. */
  readonly at: number;
  readonly node: Node;
  /** True if it happens while the module is imported; false if a call or an annotation reader makes it happen. */
  readonly eager: boolean;
  /** Stands in an annotation that `from __future__ import annotations` turns into a string. */
  readonly postponed: boolean;
}

export interface ScopeName {
  /** As the interpreter stores it: `__x` in class `C` is `_C__x`. */
  readonly name: string;
  /** `free`: an enclosing function's; `global`: the module's or a builtin; in the module scope bound names are `local`. */
  resolution: 'local' | 'free' | 'global';
  /** Index of the scope that holds the binding; 0 for the module's names and builtins. */
  owner: number;
  bound: boolean;
  parameter: boolean;
  imported: boolean;
  /** Bound by anything but an import or a parameter. */
  assigned: boolean;
  read: boolean;
  declaredGlobal: boolean;
  declaredNonlocal: boolean;
  readonly accesses: Access[];
}

export interface Scope {
  readonly index: number;
  readonly kind: ScopeKind;
  /** `top` for the module, `lambda`, `listcomp` …, else the name of the def or class. */
  readonly name: string;
  readonly node: Node;
  readonly start: number;
  /** Index of the enclosing scope, -1 for the module. */
  readonly parent: number;
  /** True if its body runs while the module is imported. */
  readonly eager: boolean;
  /** The class whose name mangles `__x` here. */
  readonly privateOf: string | null;
  readonly names: Map<string, ScopeName>;
  /** Offsets of `from m import *`. */
  readonly starImports: number[];
}

export interface ScopeTree {
  /** Scope 0 is the module; a parent stands before its children. */
  readonly scopes: readonly Scope[];
  /** `from __future__ import annotations` is in force. */
  readonly postponedAnnotations: boolean;
}

const COMPREHENSIONS: ReadonlySet<ScopeKind> = new Set<ScopeKind>(['listcomp', 'setcomp', 'dictcomp', 'genexpr']);

export const isComprehension = (scope: Scope): boolean => COMPREHENSIONS.has(scope.kind);

/** Names of such a scope are seen by the scopes inside it. */
export const isFunctionLike = (scope: Scope): boolean => scope.kind !== 'module' && scope.kind !== 'class';
