import type { RustIndex } from '../bridge/rust/rust-index.ts';
import { targetFinder } from './rust-target.ts';
import type { MapEdge } from './workspace-map.ts';

/** `use` between the modules of all crates, then paths without one, as far as each leads through modules. */
export function rustEdges(index: RustIndex): MapEdge[] {
  const find = targetFinder(index);
  const edges: MapEdge[] = [];
  const add = (scope: string, segments: readonly string[], place: Pick<MapEdge, 'path' | 'line'>): void => {
    const target = find(scope, segments);
    if (target === null) return;
    const [from, to] = [fileScope(index, scope), fileScope(index, target.module)];
    if (from !== to) edges.push({ from: `rs:${from}`, to: `rs:${to}`, kind: 'use', ...place });
  };
  for (const [scope, { uses }] of index.scopes)
    for (const { segments, path, line } of uses) add(scope, segments, { path, line });
  for (const { scope, path, written } of index.paths)
    for (const [text, line] of written) add(scope, text.split('::'), { path, line });
  return edges;
}

/** Inline modules and bodies stand in the module of their file. */
const fileScope = (index: RustIndex, scope: string): string => {
  let current = scope;
  while (!index.files.has(current) && current.includes('::')) current = current.slice(0, current.lastIndexOf('::'));
  return current;
};
