import { byText } from '../../src/core/compare.ts';
import type { MapEdge, WorkspaceMap } from './workspace-map.ts';

/** Everything that some nodes lead to (`forward`), or that leads to them, themselves included; sorted. */
export function reach(map: WorkspaceMap, from: readonly string[], direction: 'forward' | 'backward'): string[] {
  const next = new Map<string, string[]>();
  const add = (a: string, b: string): void => void next.set(a, [...(next.get(a) ?? []), b]);
  const link = ({ from: a, to: b }: Pick<MapEdge, 'from' | 'to'>): void =>
    direction === 'forward' ? add(a, b) : add(b, a);
  for (const edge of map.edges) link(edge);
  // What is built of a crate changes with each of its modules.
  for (const { id, unit } of map.nodes) if (unit !== null) link({ from: unit, to: id });
  const seen = new Set<string>(from);
  const open = [...from];
  for (let current = open.pop(); current !== undefined; current = open.pop())
    for (const one of next.get(current) ?? []) {
      if (seen.has(one)) continue;
      seen.add(one);
      open.push(one);
    }
  return [...seen].sort(byText);
}

/** The part of a map that some nodes span. */
export function partOf(map: WorkspaceMap, ids: readonly string[]): WorkspaceMap {
  const kept = new Set(ids);
  return {
    nodes: map.nodes.filter(({ id }) => kept.has(id)),
    edges: map.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    outside: map.outside.filter(({ from }) => kept.has(from)),
    cycles: map.cycles.filter((cycle) => cycle.every((id) => kept.has(id))),
    unknown: map.unknown,
  };
}

/** The nodes that a name means: an id, what stands behind its first `:`, or a path; with `*` at the end all that begin so. */
export function nodesNamed({ nodes }: WorkspaceMap, name: string): string[] {
  const isMeant = (text: string): boolean => (name.endsWith('*') ? text.startsWith(name.slice(0, -1)) : text === name);
  return nodes
    .filter(({ id, path }) => isMeant(id) || isMeant(id.slice(id.indexOf(':') + 1)) || isMeant(path))
    .map(({ id }) => id);
}

/** What does not run at import time stands for an edge only where nothing else does. */
const isWeak = ({ kind }: MapEdge): number => (kind === 'type' ? 2 : kind === 'deferred' ? 1 : 0);

/** Units and native modules alone, with the edges of their modules led to them. */
export function unitsOf(map: WorkspaceMap): WorkspaceMap {
  const unitOf = new Map(map.nodes.map(({ id, unit }) => [id, unit ?? id]));
  const kept = new Set(
    map.nodes.filter(({ unit, kind }) => unit === null && !kind.endsWith('-module')).map(({ id }) => id),
  );
  const edges = new Map<string, MapEdge>();
  for (const edge of map.edges) {
    const [from, to] = [unitOf.get(edge.from)!, unitOf.get(edge.to)!];
    const key = `${from}\0${to}`;
    const known = edges.get(key);
    if (from !== to && kept.has(from) && kept.has(to) && (!known || isWeak(known) > isWeak(edge)))
      edges.set(key, { ...edge, from, to });
  }
  return { ...map, nodes: map.nodes.filter(({ id }) => kept.has(id)), edges: [...edges.values()], outside: [] };
}
