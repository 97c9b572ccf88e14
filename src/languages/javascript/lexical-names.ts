import type { Namespace } from '../../core/unit.ts';
import type { Node } from '../syntax.ts';

export interface LexicalScope {
  readonly parent: number;
  /** Takes `var`: a module, function, namespace or static block; not a block. */
  readonly hoists: boolean;
  /** Runs while the module is loaded. */
  readonly eager: boolean;
  /** Name -> spaces that it is declared in. */
  readonly names: Map<string, Set<Namespace>>;
}

export interface Declaration {
  readonly name: string;
  readonly spaces: readonly Namespace[];
  readonly at: number;
  readonly node: Node;
  readonly scope: number;
}

export interface Reference {
  readonly name: string;
  readonly space: Namespace | 'any';
  readonly at: number;
  readonly scope: number;
  readonly eager: boolean;
  readonly write: boolean;
  readonly node: Node;
  /** It stands where only the type checker reads. */
  readonly erased: boolean;
}

export interface LexicalNames {
  readonly scopes: readonly LexicalScope[];
  readonly declarations: readonly Declaration[];
  /** References that no inner scope answers: other top-level names, imports and globals; by offset. */
  readonly free: readonly Reference[];
}

/** The scope that answers a reference, or 0. */
export function ownerOf(scopes: readonly LexicalScope[], reference: Reference): number {
  for (let index = reference.scope; index > 0; index = scopes[index]!.parent) {
    const spaces = scopes[index]!.names.get(reference.name);
    if (spaces && (reference.space === 'any' || spaces.has(reference.space))) return index;
  }
  return 0;
}
