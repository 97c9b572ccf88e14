import { byText } from '../../../src/core/compare.ts';
import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { analyzeScopes } from '../../../src/languages/python/analyze-scopes.ts';
import type { Scope, ScopeName, ScopeTree } from '../../../src/languages/python/scope-tree.ts';
import { isComprehension } from '../../../src/languages/python/scope-tree.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';

/** Our scope tree in the words of test/oracles/symtable-dump.py: one sorted line a scope. */
export function describeScopes(syntax: Syntax): string[] {
  const tree = analyzeScopes(syntax);
  const lines = lineStartsOf(syntax.text);
  const globals = new Set(
    tree.scopes.flatMap((scope) =>
      [...scope.names.values()].filter((name) => name.declaredGlobal).map(({ name }) => name),
    ),
  );
  const paths: string[] = [];
  return tree.scopes
    .map((scope) => {
      const line = scope.index === 0 ? 0 : lineAt(lines, scope.start);
      paths[scope.index] = `${paths[scope.parent] ?? ''}/${scope.name}@${line}`;
      const kind = scope.kind === 'module' || scope.kind === 'class' ? scope.kind : 'function';
      return `${paths[scope.index]} ${kind} ${namesOf(tree, scope, globals).join(' ')}`;
    })
    .sort(byText);
}

function namesOf(tree: ScopeTree, scope: Scope, globals: ReadonlySet<string>): string[] {
  const names = [...scope.names.values()]
    .filter(isListed)
    .map((name) => `${name.name}:${flagsOf(tree, scope, name, globals)}`);
  // A `global x` anywhere puts x into the module's table.
  if (scope.index === 0) for (const name of globals) if (!scope.names.has(name)) names.push(`${name}:GD`);
  return names.sort(byText);
}

/** Names that stand in strings and postponed annotations only are no symbols for CPython. */
const isListed = ({ accesses }: ScopeName): boolean =>
  accesses.length === 0 || accesses.some(({ kind, postponed }) => kind !== 'quoted' && !postponed);

function flagsOf(tree: ScopeTree, scope: Scope, name: ScopeName, globals: ReadonlySet<string>): string {
  const module = scope.index === 0;
  // CPython notes a walrus of a module-level comprehension as `global` only, not as an assignment of the module.
  const assigned = name.accesses.some(({ kind }) => ASSIGNS.has(kind) && !(module && kind === 'walrus'));
  const bound = assigned || name.imported || name.parameter;
  const declared = module ? globals.has(name.name) : name.declaredGlobal;
  // The symtable module of 3.11 takes a function that is named `top` for the module.
  const likeModule = scope.name === 'top';
  const local = module ? bound : name.resolution === 'local';
  const global = module || name.resolution === 'global' || (likeModule && bound);
  const flags: [string, boolean][] = [
    ['P', name.parameter],
    ['L', local],
    ['G', global],
    ['D', declared],
    ['N', name.declaredNonlocal && !(isComprehension(scope) && tree.scopes[scope.parent]!.kind === 'module')],
    ['F', !module && name.resolution === 'free'],
    ['I', name.imported],
    ['A', assigned],
    ['R', name.read],
  ];
  return flags
    .filter(([, on]) => on)
    .map(([letter]) => letter)
    .join('');
}

const ASSIGNS = new Set(['write', 'definition', 'augment', 'walrus', 'delete', 'annotation']);
