import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { kindRoles } from '../../../src/languages/kind-roles.ts';
import { analyzeScopes } from '../../../src/languages/python/analyze-scopes.ts';
import { readDunderAll } from '../../../src/languages/python/read-dunder-all.ts';
import { type ImportedName, readImports } from '../../../src/languages/python/read-imports.ts';
import type { ScopeTree } from '../../../src/languages/python/scope-tree.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import type { PlaceOf, PythonFile, PythonImport } from './python-file.ts';
import { readDynamicImports } from './read-dynamic-imports.ts';
import { readGuard } from './read-guard.ts';
import { readUses } from './read-uses.ts';

export function readPythonFile(syntax: Syntax): PythonFile {
  const starts = lineStartsOf(syntax.text);
  const placeOf = (at: number): { line: number; column: number } => {
    const line = lineAt(starts, at);
    return { line, column: at - starts[line - 1]! + 1 };
  };
  const tree = analyzeScopes(syntax);
  const all = readDunderAll(syntax);
  const { imports, offsets } = importsOf(syntax, placeOf);
  const calls = new Map<Node, number>();
  for (const { node, ...one } of readDynamicImports(syntax)) {
    calls.set(node, imports.length);
    const guard = readGuard(syntax, node, 'import');
    imports.push({ ...one, bound: null, star: false, typeChecking: false, guard, ...placeOf(syntax.start[node]!) });
  }
  return {
    imports,
    uses: readUses({ syntax, tree, imports, offsets, calls, placeOf }),
    patched: patchedIn(syntax.text),
    binds: [...tree.scopes[0]!.names.values()].filter(({ assigned }) => assigned).map(({ name }) => name),
    all: all === null ? null : { names: all.names, complete: all.complete },
    dynamic: dynamicReason(syntax, tree),
  };
}

function importsOf(
  syntax: Syntax,
  placeOf: PlaceOf,
): { readonly imports: PythonImport[]; readonly offsets: ReadonlyMap<number, number> } {
  const imports: PythonImport[] = [];
  // Where a name is bound -> its import.
  const offsets = new Map<number, number>();
  const nodes = statementsAt(syntax);
  for (const statement of readImports(syntax)) {
    if (statement.kind === 'future') continue;
    const node = nodes.get(statement.start) ?? -1;
    const guard = node === -1 ? null : readGuard(syntax, node, 'import');
    const { level, module, typeChecking, scope } = statement;
    const base = { level, module, typeChecking, scope, guard };
    if (statement.star)
      imports.push({ ...base, name: null, bound: null, bindsTop: false, star: true, ...placeOf(statement.start) });
    for (const name of statement.names) {
      offsets.set(boundAt(name), imports.length);
      imports.push({
        ...base,
        star: false,
        ...boundBy(statement.kind === 'from', module, name),
        ...placeOf(name.start),
      });
    }
  }
  return { imports, offsets };
}

const importing = kindRoles({ import_statement: 1, import_from_statement: 1 });

/** Import statements by where they begin. */
function statementsAt(syntax: Syntax): Map<number, Node> {
  const nodes = new Map<number, Node>();
  const roles = importing(syntax.kinds);
  for (let node = 1; node < syntax.size; node++)
    if (roles[syntax.kind[node]!] !== 0) nodes.set(syntax.start[node]!, node);
  return nodes;
}

const boundAt = ({ alias, start, end }: ImportedName): number => (alias === null ? start : end - alias.length);

function boundBy(
  isFrom: boolean,
  module: string,
  { name, alias }: ImportedName,
): Pick<PythonImport, 'module' | 'name' | 'bound' | 'bindsTop'> {
  if (isFrom) return { module, name, bound: alias ?? name, bindsTop: false };
  return { module: name, name: null, bound: alias ?? name.split('.', 1)[0]!, bindsTop: alias === null };
}

const PATCHES = /\b(?:patch|setattr|patch\.object)\(\s*(?:[\w.]+\s*,\s*)?["'](?:[\w.]+\.)?(\w+)["']/g;

/** By `mock.patch`, `patch.object`, `monkeypatch.setattr` and `setattr`, with a target that is written out. */
const patchedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PATCHES)].flatMap(([, name]) => name ?? [])),
];

/** A module that provides names by code (`__getattr__`), or changes its own namespace. */
function dynamicReason(syntax: Syntax, tree: ScopeTree): string | null {
  if (tree.scopes[0]!.names.has('__getattr__')) return 'it has a `__getattr__`';
  if (/\b(?:globals|vars|locals)\(\s*\)\s*(?:\[[^\]]*\]\s*=[^=]|\.(?:update|setdefault|__setitem__))/.test(syntax.text))
    return 'it changes its namespace';
  if (/\bsetattr\(\s*sys\.modules|\bsys\.modules\[\s*__name__\s*\]/.test(syntax.text))
    return 'it changes its own module';
  return null;
}
