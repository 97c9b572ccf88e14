import { nameIn } from './record-access.ts';
import { isFunctionLike, type Scope, type ScopeName } from './scope-tree.ts';

/** Decides for every name of every scope where it is bound. Parents stand before children, so one loop is enough. */
export function resolveNames(scopes: readonly Scope[]): void {
  for (const scope of scopes) for (const entry of [...scope.names.values()]) resolve(scopes, scope, entry);
}

function resolve(scopes: readonly Scope[], scope: Scope, entry: ScopeName): void {
  if (entry.declaredGlobal) return;
  if (entry.bound && !entry.declaredNonlocal) {
    entry.resolution = 'local';
    entry.owner = scope.index;
    return;
  }
  const owner = ownerOf(scopes, scope, entry.name);
  if (owner === 0) return;
  entry.resolution = 'free';
  entry.owner = owner;
  // Scopes in between carry the cell through, as CPython lists it.
  for (let up = scope.parent; up !== owner; up = scopes[up]!.parent) {
    if (scopes[up]!.names.has(entry.name)) continue;
    const passed = nameIn(scopes[up]!, entry.name);
    passed.resolution = 'free';
    passed.owner = owner;
  }
}

function ownerOf(scopes: readonly Scope[], from: Scope, name: string): number {
  for (let index = from.parent; index > 0; index = scopes[index]!.parent) {
    const scope = scopes[index]!;
    if (scope.kind === 'class' && name === '__class__' && isFunctionLike(from)) return index;
    // Bounds and aliases of PEP 695 see the class that they stand in; nothing else does.
    const sees = isFunctionLike(scope) || (index === from.parent && from.kind.startsWith('type-'));
    const entry = sees ? scope.names.get(name) : undefined;
    if (!entry) continue;
    if (entry.declaredGlobal) return 0;
    if (entry.bound && !entry.declaredNonlocal) return index;
  }
  return 0;
}
