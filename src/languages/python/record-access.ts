import type { Node } from '../syntax.ts';
import type { Collector } from './collector.ts';
import {
  type AccessKind,
  isComprehension,
  isFunctionLike,
  type Scope,
  type ScopeKind,
  type ScopeName,
} from './scope-tree.ts';

/** Bodies of these run when they are met; a generator's elements run when somebody asks, which import-time code may do at once. */
const RUNS_AT_ONCE = new Set<ScopeKind>([
  'module',
  'class',
  'listcomp',
  'setcomp',
  'dictcomp',
  'genexpr',
  'type-parameters',
]);

/** Adds a scope and says its index. A class's private name comes in force in its body only. */
export function openScope(collector: Collector, kind: ScopeKind, name: string, node: Node, parent: number): number {
  const outer = collector.scopes[parent];
  const index = collector.scopes.length;
  collector.scopes.push({
    index,
    kind,
    name,
    node,
    start: collector.syntax.start[node]!,
    parent,
    eager: RUNS_AT_ONCE.has(kind) && (outer?.eager ?? true),
    privateOf: kind === 'class' ? name : (outer?.privateOf ?? null),
    names: new Map(),
    starImports: [],
  });
  return index;
}

/** Records an access in the scope that the node stands in. */
export function recordName(collector: Collector, name: string, node: Node, kind: AccessKind): void {
  const scope = collector.scopes[collector.scope[node]!]!;
  const offset = collector.syntax.start[node]!;
  if (kind === 'walrus') {
    recordWalrus(collector, scope, name, node, offset);
    return;
  }
  record(collector, scope, { name, node, at: offset, kind });
  if (kind === 'read' && name === 'super' && isFunctionLike(scope))
    record(collector, scope, { name: '__class__', node, at: offset, kind: 'implicit' });
}

/** An access as it is found: `node` holds the name that begins at `at`. */
interface Recorded {
  readonly name: string;
  readonly node: Node;
  readonly at: number;
  readonly kind: AccessKind;
}

export function record(collector: Collector, scope: Scope, { name, node, at, kind }: Recorded): void {
  const entry = nameIn(scope, mangleName(name.normalize('NFKC'), scope.privateOf));
  const inAnnotation = collector.annotation[node] === 1;
  const postponed = inAnnotation && collector.postponedAnnotations && kind === 'read';
  entry.accesses.push({ kind, at, node, eager: scope.eager && !postponed && kind !== 'quoted', postponed });
  if (kind === 'global') entry.declaredGlobal = true;
  else if (kind === 'nonlocal') entry.declaredNonlocal = true;
  else if (kind === 'read' || kind === 'implicit') entry.read ||= !postponed;
  else if (kind !== 'quoted') {
    entry.bound = true;
    if (kind === 'parameter') entry.parameter = true;
    else if (kind === 'import') entry.imported = true;
    else entry.assigned = true;
  }
}

export function nameIn(scope: Scope, name: string): ScopeName {
  const known = scope.names.get(name);
  if (known) return known;
  const entry: ScopeName = {
    name,
    resolution: 'global',
    owner: 0,
    bound: false,
    parameter: false,
    imported: false,
    assigned: false,
    read: false,
    declaredGlobal: false,
    declaredNonlocal: false,
    accesses: [],
  };
  scope.names.set(name, entry);
  return entry;
}

/** `[y := f(x) for x in xs]` binds y in the function around the comprehension; the comprehension sees it as nonlocal or global. */
function recordWalrus(collector: Collector, scope: Scope, name: string, node: Node, offset: number): void {
  let target = scope;
  while (isComprehension(target) && target.parent !== -1) target = collector.scopes[target.parent]!;
  if (target === scope) {
    record(collector, scope, { name, node, at: offset, kind: 'write' });
    return;
  }
  const global =
    target.kind === 'module' || target.names.get(mangleName(name, target.privateOf))?.declaredGlobal === true;
  record(collector, scope, { name, node, at: offset, kind: global ? 'global' : 'nonlocal' });
  record(collector, scope, { name, node, at: offset, kind: 'write' });
  record(collector, target, { name, node, at: offset, kind: 'walrus' });
}

/** `__x` in class `_C` is stored as `_C__x`; dunder names, dotted names and classes named only by underscores are left alone. */
function mangleName(name: string, privateOf: string | null): string {
  if (privateOf === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = privateOf.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
