import type { Access, Scope, ScopeName } from '../../../src/languages/python/scope-tree.ts';
import { childByField, fieldOf, kindOf, type Node, textOf } from '../../../src/languages/syntax.ts';
import type { PythonUse } from './python-file.ts';
import { chainOf, memberAt, type Origins, type UseReader, usesAt } from './use-at.ts';

/** What the only assignment of a variable gives it: a name of a native module, or an object that calling one made. */
interface Held {
  readonly imports: readonly number[];
  readonly chain: readonly string[];
  readonly isMade: boolean;
}

/** `x = m.C(…)`, `f = m.f`, `m = import_module("m")`: what is asked of a variable that nothing else binds is asked of what it holds. */
export function heldUses(reader: UseReader, scope: Scope, origins: Origins): PythonUse[] {
  return [...scope.names.values()].flatMap((entry) => {
    const held = entry.owner === scope.index ? heldBy(reader, scope, entry, origins) : null;
    return held ? accessesOf(reader, scope, entry.name).flatMap((access) => usesOfHeld(reader, access, held)) : [];
  });
}

/** Every access of a name that a scope owns, from whatever scope. */
const accessesOf = ({ tree }: UseReader, { index }: Scope, name: string): readonly Access[] =>
  tree.scopes.flatMap(({ names }) => {
    const own = names.get(name);
    return own?.owner === index ? own.accesses : [];
  });

function usesOfHeld(reader: UseReader, access: Access, { imports, chain, isMade }: Held): PythonUse[] {
  const { kind, node, postponed } = access;
  if (kind !== 'read' || postponed || kindOf(reader.syntax, node) !== 'identifier') return [];
  if (!isMade) return usesAt(reader, access, imports).map((use) => ({ ...use, chain: [...chain, ...use.chain] }));
  const use = memberAt(reader, node, { imports, chain });
  return use === null ? [] : [use];
}

function heldBy(reader: UseReader, scope: Scope, entry: ScopeName, origins: Origins): Held | null {
  const { syntax } = reader;
  const value = onlyValue(reader, entry);
  if (value === -1) return null;
  const imported = reader.calls.get(value);
  if (imported !== undefined) return { imports: [imported], chain: [], isMade: false };
  const isMade = kindOf(syntax, value) === 'call';
  let root = isMade ? childByField(syntax, value, 'function') : value;
  while (kindOf(syntax, root) === 'attribute') root = childByField(syntax, root, 'object');
  if (kindOf(syntax, root) !== 'identifier') return null;
  const { names, top, call } = chainOf(syntax, root);
  if ((isMade ? call : top) !== value) return null;
  const imports = importsBehind(reader, scope, textOf(syntax, root), origins);
  return imports === null ? null : { imports, chain: names, isMade };
}

/** The value of the one assignment that binds a variable; -1 where there are others, or another binding. */
function onlyValue(
  { syntax }: UseReader,
  { accesses, parameter, imported, declaredGlobal, declaredNonlocal }: ScopeName,
): Node {
  if (parameter || imported || declaredGlobal || declaredNonlocal) return -1;
  const bindings = accesses.filter(({ kind }) => kind !== 'read' && kind !== 'quoted');
  const [only] = bindings;
  if (bindings.length !== 1 || only?.kind !== 'write') return -1;
  const assignment = syntax.parent[only.node]!;
  if (kindOf(syntax, assignment) !== 'assignment' || fieldOf(syntax, only.node) !== 'left') return -1;
  return childByField(syntax, assignment, 'right');
}

function importsBehind({ tree }: UseReader, scope: Scope, name: string, origins: Origins): readonly number[] | null {
  const owner = scope.names.get(name)?.owner ?? 0;
  const imports = origins.get(`${owner} ${name}`);
  return !imports || imports.length === 0 || tree.scopes[owner]?.names.get(name)?.assigned ? null : imports;
}
