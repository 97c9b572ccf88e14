import type { Access, ScopeTree } from '../../../src/languages/python/scope-tree.ts';
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
  /** Call of `import_module` -> the import. */
  readonly calls: ReadonlyMap<Node, number>;
  readonly placeOf: PlaceOf;
}

/** `scope name` -> the imports that may have bound it. */
export type Origins = ReadonlyMap<string, readonly number[]>;

export const READS = new Set<Access['kind']>(['read', 'quoted', 'augment']);

interface Chain {
  readonly names: readonly string[];
  readonly top: Node;
  readonly call: Node;
}

/** The attributes behind a name, up to the first call. */
export function chainOf(syntax: Syntax, name: Node): Chain {
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

/** A use of a name, and what is asked at once of the object that calling it gives: `m.C().x`. */
export function usesAt(reader: UseReader, access: Access, imports: readonly number[]): PythonUse[] {
  const { syntax } = reader;
  const { kind, node } = access;
  if (!READS.has(kind) || kindOf(syntax, node) !== 'identifier') return [];
  const { names, call } = chainOf(syntax, node);
  const member = call === -1 || kind === 'quoted' ? null : memberAt(reader, call, { imports, chain: names });
  const use = useOf(reader, access, imports);
  return member === null ? [use] : [use, member];
}

function useOf(reader: UseReader, { kind, node, postponed }: Access, imports: readonly number[]): PythonUse {
  const { syntax } = reader;
  const { names, top, call } = chainOf(syntax, node);
  const asked = askedBy(syntax, top);
  return {
    imports,
    chain: asked ? [...names, asked.name] : names,
    member: null,
    how: asked ? asked.how : howUsed(syntax, top, call),
    call: call === -1 ? decorating(syntax, top) : shapeOf(syntax, call),
    typeOnly: postponed || kind === 'quoted' || inTypeBranch(syntax, node),
    guard: asked ? asked.guard : readGuard(syntax, node, 'attribute'),
    mayMisfit: call !== -1 && readGuard(syntax, call, 'call') !== null,
    ...reader.placeOf(syntax.start[node]!),
  };
}

function howUsed(syntax: Syntax, top: Node, call: Node): PythonUse['how'] {
  if (call !== -1 || decorating(syntax, top) !== null) return 'call';
  const up = syntax.parent[top]!;
  const kind = kindOf(syntax, up);
  if (kind === 'argument_list' && kindOf(syntax, syntax.parent[up]!) === 'class_definition') return 'base';
  if (kind === 'delete_statement') return 'store';
  if ((kind === 'assignment' || kind === 'augmented_assignment') && fieldOf(syntax, top) === 'left') return 'store';
  return 'read';
}

/** `@name`: a call with what it stands above. */
const decorating = (syntax: Syntax, top: Node): CallShape | null =>
  kindOf(syntax, syntax.parent[top]!) === 'decorator' ? { positional: 1, keywords: [], spread: false } : null;

interface Asked {
  readonly name: string;
  readonly guard: PythonUse['guard'];
  readonly how: 'asked' | 'store';
}

/** `getattr(m, "x")`, `getattr(m, "x", None)`, `hasattr(m, "x")`; `setattr(m, "x", …)` stores. */
function askedBy(syntax: Syntax, top: Node): Asked | null {
  const list = syntax.parent[top]!;
  if (kindOf(syntax, list) !== 'argument_list') return null;
  const call = syntax.parent[list]!;
  if (kindOf(syntax, call) !== 'call') return null;
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  const given = namedChildrenOf(syntax, list);
  if (!/^(?:getattr|hasattr|setattr)$/.test(callee) || given[0] !== top || given[1] === undefined) return null;
  const name = /^[rRuU]?(["'])(\w+)\1$/.exec(textOf(syntax, given[1]))?.[2];
  if (name === undefined) return null;
  if (callee === 'setattr') return { name, guard: null, how: 'store' };
  return {
    how: 'asked',
    name,
    guard: callee === 'hasattr' || given.length > 2 ? 'fallback' : readGuard(syntax, top, 'attribute'),
  };
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

/** What is asked of an object that calling a chain gave; null where nothing is. @param object the node that stands for it */
export function memberAt(
  reader: UseReader,
  object: Node,
  { imports, chain }: Pick<PythonUse, 'imports' | 'chain'>,
): PythonUse | null {
  const { syntax } = reader;
  const { names, top, call } = chainOf(syntax, object);
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
    guard: readGuard(syntax, object, 'attribute'),
    mayMisfit: call !== -1 && readGuard(syntax, call, 'call') !== null,
    ...reader.placeOf(syntax.start[object]!),
  };
}
