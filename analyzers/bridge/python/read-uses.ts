import type { Access, Scope, ScopeName, ScopeTree } from '../../../src/languages/python/scope-tree.ts';
import {
  childByField,
  fieldOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { CallShape, PlaceOf, PythonImport, PythonUse } from './python-file.ts';
import { readGuard } from './read-guard.ts';

export interface UseReader {
  readonly syntax: Syntax;
  readonly tree: ScopeTree;
  readonly imports: readonly PythonImport[];
  /** Offset of a name that an import binds -> the import. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly placeOf: PlaceOf;
}

/** Every use of a name that imports alone have bound, and of names that hold what calling such a name gave. */
export function readUses(reader: UseReader): PythonUse[] {
  const { tree } = reader;
  const origins = originsOf(reader);
  const uses = tree.scopes.flatMap((scope) => [
    ...[...scope.names.values()].flatMap((entry) => usesOf(reader, entry, origins)),
    ...instanceUses(reader, scope, origins),
  ]);
  return uses.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `scope name` -> the imports that may have bound it. */
type Origins = ReadonlyMap<string, readonly number[]>;

function originsOf(reader: UseReader): Origins {
  const origins = new Map<string, readonly number[]>();
  for (const scope of reader.tree.scopes)
    for (const entry of scope.names.values())
      if (entry.owner === scope.index && entry.imported && !entry.parameter)
        origins.set(`${scope.index} ${entry.name}`, importsOf(reader, entry));
  return origins;
}

function usesOf(reader: UseReader, { owner, name, accesses }: ScopeName, origins: Origins): PythonUse[] {
  const known = origins.get(`${owner} ${name}`) ?? [];
  const isSure = known.length > 0 && reader.tree.scopes[owner]?.names.get(name)?.assigned !== true;
  return isSure ? accesses.flatMap((access) => useOf(reader, access, known) ?? []) : [];
}

const importsOf = ({ offsets }: UseReader, { accesses }: ScopeName): number[] =>
  accesses.flatMap(({ kind, at }) => (kind === 'import' ? (offsets.get(at) ?? []) : []));

const READS = new Set<Access['kind']>(['read', 'quoted', 'augment']);

interface Chain {
  readonly names: readonly string[];
  readonly top: Node;
  readonly call: Node;
}

/** The attributes behind a name, up to the first call. */
function chainOf(syntax: Syntax, name: Node): Chain {
  const names: string[] = [];
  let top = name;
  for (;;) {
    const up = syntax.parent[top]!;
    const kind = kindOf(syntax, up);
    if (kind === 'attribute' && childByField(syntax, up, 'object') === top) {
      names.push(textOf(syntax, childByField(syntax, up, 'attribute')));
      top = up;
    } else if (kind === 'call' && childByField(syntax, up, 'function') === top) return { names, top, call: up };
    else return { names, top, call: -1 };
  }
}

function useOf(reader: UseReader, { kind, node, postponed }: Access, imports: readonly number[]): PythonUse | null {
  const { syntax } = reader;
  if (!READS.has(kind)) return null;
  if (kindOf(syntax, node) !== 'identifier') return null;
  const { names, top, call } = chainOf(syntax, node);
  const asked = askedBy(syntax, top);
  return {
    imports,
    chain: asked ? [...names, asked.name] : names,
    member: null,
    how: asked ? 'asked' : howUsed(syntax, top, call),
    call: call === -1 ? null : shapeOf(syntax, call),
    typeOnly: postponed || kind === 'quoted' || inTypeBranch(syntax, node),
    guard: asked ? asked.guard : readGuard(syntax, node, 'attribute'),
    mayMisfit: call !== -1 && readGuard(syntax, call, 'call') !== null,
    ...reader.placeOf(syntax.start[node]!),
  };
}

function howUsed(syntax: Syntax, top: Node, call: Node): PythonUse['how'] {
  if (call !== -1) return 'call';
  const up = syntax.parent[top]!;
  const kind = kindOf(syntax, up);
  if (kind === 'argument_list' && kindOf(syntax, syntax.parent[up]!) === 'class_definition') return 'base';
  if (kind === 'delete_statement') return 'store';
  if ((kind === 'assignment' || kind === 'augmented_assignment') && fieldOf(syntax, top) === 'left') return 'store';
  return 'read';
}

/** `getattr(m, "x")`, `getattr(m, "x", None)`, `hasattr(m, "x")`. */
function askedBy(syntax: Syntax, top: Node): { readonly name: string; readonly guard: PythonUse['guard'] } | null {
  const list = syntax.parent[top]!;
  if (kindOf(syntax, list) !== 'argument_list') return null;
  const call = syntax.parent[list]!;
  if (kindOf(syntax, call) !== 'call') return null;
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  const given = namedChildrenOf(syntax, list);
  if (!/^(?:getattr|hasattr)$/.test(callee) || given[0] !== top || given[1] === undefined) return null;
  const name = /^[rRuU]?(["'])(\w+)\1$/.exec(textOf(syntax, given[1]))?.[2];
  if (name === undefined) return null;
  return { name, guard: callee === 'hasattr' || given.length > 2 ? 'fallback' : readGuard(syntax, top, 'attribute') };
}

/** The branch of `if TYPE_CHECKING:`. */
function inTypeBranch(syntax: Syntax, node: Node): boolean {
  let below = node;
  for (let up = syntax.parent[node]!; up > 0; below = up, up = syntax.parent[up]!) {
    if (kindOf(syntax, up) !== 'if_statement' || kindOf(syntax, below) !== 'block') continue;
    if (/^\(?(?:\w+\.)?TYPE_CHECKING\)?$/.test(textOf(syntax, childByField(syntax, up, 'condition')))) return true;
  }
  return false;
}

function shapeOf(syntax: Syntax, call: Node): CallShape {
  const list = childByField(syntax, call, 'arguments');
  if (list === -1 || kindOf(syntax, list) === 'generator_expression')
    return { positional: 1, keywords: [], spread: false };
  const keywords: string[] = [];
  let positional = 0;
  let spread = false;
  for (const node of namedChildrenOf(syntax, list)) {
    const kind = kindOf(syntax, node);
    if (kind === 'comment') continue;
    if (kind === 'keyword_argument') keywords.push(textOf(syntax, childByField(syntax, node, 'name')));
    else if (kind === 'list_splat' || kind === 'dictionary_splat') spread = true;
    else positional += 1;
  }
  return { positional, keywords, spread };
}

/** `x = m.C(...)` where nothing else binds `x`: what is asked of `x` is asked of a `C`. */
function instanceUses(reader: UseReader, scope: Scope, origins: Origins): PythonUse[] {
  return [...scope.names.values()].flatMap((entry) => {
    const made = entry.owner === scope.index ? creationOf(reader, scope, entry, origins) : null;
    return made ? accessesOf(reader, scope, entry.name).flatMap((access) => memberUse(reader, access, made) ?? []) : [];
  });
}

/** Every access of a name that a scope owns, from whatever scope. */
const accessesOf = ({ tree }: UseReader, { index }: Scope, name: string): readonly Access[] =>
  tree.scopes.flatMap(({ names }) => {
    const own = names.get(name);
    return own?.owner === index ? own.accesses : [];
  });

interface Creation {
  readonly imports: readonly number[];
  readonly chain: readonly string[];
}

function creationOf(
  { syntax, tree }: UseReader,
  scope: Scope,
  { accesses, parameter, imported, declaredGlobal, declaredNonlocal }: ScopeName,
  origins: Origins,
): Creation | null {
  if (parameter || imported || declaredGlobal || declaredNonlocal) return null;
  const bindings = accesses.filter(({ kind }) => kind !== 'read' && kind !== 'quoted');
  const [only] = bindings;
  if (bindings.length !== 1 || only?.kind !== 'write') return null;
  const assignment = syntax.parent[only.node]!;
  if (kindOf(syntax, assignment) !== 'assignment' || fieldOf(syntax, only.node) !== 'left') return null;
  const call = childByField(syntax, assignment, 'right');
  if (call === -1 || kindOf(syntax, call) !== 'call') return null;
  let root = childByField(syntax, call, 'function');
  while (kindOf(syntax, root) === 'attribute') root = childByField(syntax, root, 'object');
  if (kindOf(syntax, root) !== 'identifier') return null;
  const chain = chainOf(syntax, root);
  if (chain.call !== call) return null;
  const name = textOf(syntax, root);
  const owner = scope.names.get(name)?.owner ?? 0;
  const imports = origins.get(`${owner} ${name}`);
  if (!imports || imports.length === 0 || tree.scopes[owner]?.names.get(name)?.assigned) return null;
  return { imports, chain: chain.names };
}

function memberUse(
  reader: UseReader,
  { kind, node, postponed }: Access,
  { imports, chain }: Creation,
): PythonUse | null {
  const { syntax } = reader;
  if (kind !== 'read' || postponed || kindOf(syntax, node) !== 'identifier') return null;
  const { names, top, call } = chainOf(syntax, node);
  const [member] = names;
  if (member === undefined) return null;
  const isWhole = names.length === 1;
  return {
    imports,
    chain,
    member,
    how: isWhole ? howUsed(syntax, top, call) : 'read',
    call: isWhole && call !== -1 ? shapeOf(syntax, call) : null,
    typeOnly: false,
    guard: readGuard(syntax, node, 'attribute'),
    mayMisfit: call !== -1 && readGuard(syntax, call, 'call') !== null,
    ...reader.placeOf(syntax.start[node]!),
  };
}
