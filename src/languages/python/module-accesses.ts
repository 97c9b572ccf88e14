import { by } from '../../core/compare.ts';
import type { Node } from '../syntax.ts';
import { type AccessKind, isComprehension, type Scope, type ScopeTree } from './scope-tree.ts';

export interface Binding {
  readonly name: string;
  readonly at: number;
  readonly node: Node;
  readonly kind: AccessKind;
}

export interface Read {
  readonly name: string;
  readonly at: number;
  readonly eager: boolean;
  readonly quoted: boolean;
}

const BINDS = new Set<AccessKind>(['write', 'definition', 'import', 'augment', 'walrus', 'delete', 'annotation']);
const READS = new Set<AccessKind>(['read', 'augment', 'delete', 'quoted']);

/** Every place where a scope binds or unbinds one of its own names, by offset. */
export function bindingsOf(scope: Scope): Binding[] {
  const bindings: Binding[] = [];
  for (const entry of scope.names.values()) {
    if (entry.resolution !== 'local' && scope.index !== 0) continue;
    for (const { at, node, kind } of entry.accesses)
      if (BINDS.has(kind)) bindings.push({ name: entry.name, at, node, kind });
  }
  return bindings.sort(by((binding) => binding.at));
}

/**
 * Every read of a name of the module or a builtin, from whatever scope, by offset. `template = template` in the body of a class reads the
 * module's: until the class has bound a name, its body sees the module's, so a name that both bind counts as read of both.
 */
export function moduleReads(tree: ScopeTree): Read[] {
  const reads: Read[] = [];
  const top = tree.scopes[0]!.names;
  for (const scope of tree.scopes) {
    for (const entry of scope.names.values()) {
      const shared = scope.kind === 'class' && entry.owner === scope.index && top.get(entry.name)?.bound === true;
      if (entry.owner !== 0 && !shared) continue;
      for (const { at, kind, eager } of entry.accesses)
        if (READS.has(kind)) reads.push({ name: entry.name, at, eager, quoted: kind === 'quoted' });
    }
  }
  return reads.sort(by((read) => read.at));
}

/** Names of the module that functions and classes rebind through `global`, by offset. */
export function globalWrites(tree: ScopeTree): Binding[] {
  const inner = tree.scopes.filter((scope) => scope.index !== 0 && !isComprehension(scope));
  const declared = inner.flatMap(({ names }) => [...names.values()].filter((entry) => entry.declaredGlobal));
  const writes = declared.flatMap(({ name, accesses }) =>
    accesses.filter(({ kind }) => BINDS.has(kind)).map(({ at, node, kind }): Binding => ({ name, at, node, kind })),
  );
  return writes.sort(by((write) => write.at));
}
