import type { ScopeName } from '../../../src/languages/python/scope-tree.ts';
import { childByField, kindOf } from '../../../src/languages/syntax.ts';
import { heldUses } from './held-uses.ts';
import type { PythonUse } from './python-file.ts';
import { type Origins, READS, type UseReader, usesAt } from './use-at.ts';

/** Every use of a name that imports alone have bound, and of names that hold what calling such a name gave. */
export function readUses(reader: UseReader): PythonUse[] {
  const { tree } = reader;
  const origins = originsOf(reader);
  const uses = tree.scopes.flatMap((scope) => [
    ...[...scope.names.values()].flatMap((entry) => usesOf(reader, entry, origins)),
    ...heldUses(reader, scope, origins),
  ]);
  return uses.sort((a, b) => a.line - b.line || a.column - b.column);
}

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
  const own = reader.tree.scopes[owner]?.names.get(name);
  const isSure = known.length > 0 && (own?.assigned !== true || isNoneOtherwise(reader, owner, name));
  return isSure ? accesses.flatMap((access) => usesAt(reader, access, known)) : [];
}

/** Whether all else that binds a name is `name = None`, which has nothing that could be asked for: a fallback. */
const isNoneOtherwise = ({ syntax, tree }: UseReader, owner: number, name: string): boolean =>
  tree.scopes
    .flatMap(({ names }) => {
      const entry = names.get(name);
      return entry?.owner === owner ? entry.accesses : [];
    })
    .filter(({ kind }) => kind !== 'import' && !READS.has(kind))
    .every(({ kind, node }) => {
      const assignment = syntax.parent[node]!;
      if (kind !== 'write' || kindOf(syntax, assignment) !== 'assignment') return false;
      const value = childByField(syntax, assignment, 'right');
      return value !== -1 && kindOf(syntax, value) === 'none';
    });

const importsOf = ({ offsets }: UseReader, { accesses }: ScopeName): number[] =>
  accesses.flatMap(({ kind, at }) => (kind === 'import' ? (offsets.get(at) ?? []) : []));
