import { type RustIndex, rootOf } from '../bridge/rust/rust-index.ts';
import type { MapEdge } from './workspace-map.ts';

/** `use` between the modules of all crates, as far as its path leads through modules. */
export function rustEdges(index: RustIndex): MapEdge[] {
  const edges: MapEdge[] = [];
  for (const [scope, { uses }] of index.scopes)
    for (const { segments, path, line } of uses) {
      const target = moduleAt(index, scope, segments);
      if (target !== null)
        edges.push({
          from: `rs:${fileScope(index, scope)}`,
          to: `rs:${fileScope(index, target)}`,
          kind: 'use',
          path,
          line,
        });
    }
  return edges;
}

/** Inline modules and bodies stand in the module of their file. */
const fileScope = (index: RustIndex, scope: string): string => {
  let current = scope;
  while (!index.files.has(current) && current.includes('::')) current = current.slice(0, current.lastIndexOf('::'));
  return current;
};

/** The deepest module that a path leads through; null where it leads out of the workspace. */
function moduleAt(index: RustIndex, scope: string, [first = '', ...rest]: readonly string[]): string | null {
  const isRooted = first === '';
  const start = isRooted ? externOf(index, scope, rest[0] ?? '') : startOf(index, scope, first);
  if (start === null) return null;
  let current = start;
  for (const part of isRooted ? rest.slice(1) : rest) {
    if (part === 'super' && current.includes('::')) {
      current = current.slice(0, current.lastIndexOf('::'));
      continue;
    }
    if (!index.scopes.has(`${current}::${part}`)) break;
    current = `${current}::${part}`;
  }
  return current;
}

function startOf(index: RustIndex, scope: string, first: string): string | null {
  const moduleScope = scope.replace(/(?:::fn [^:]*)+$/, '');
  if (first === 'crate') return rootOf(scope);
  if (first === 'self') return moduleScope;
  if (first === 'super')
    return moduleScope.includes('::') ? moduleScope.slice(0, moduleScope.lastIndexOf('::')) : moduleScope;
  if (index.scopes.has(`${moduleScope}::${first}`)) return `${moduleScope}::${first}`;
  return externOf(index, scope, first);
}

/** A library of the workspace by what the crate calls it: `::wire` is nothing else. */
const externOf = (index: RustIndex, scope: string, name: string): string | null =>
  index.externs(rootOf(scope)).get(name) ?? null;
