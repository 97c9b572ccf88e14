import { by, byText } from '../../src/core/compare.ts';
import { stronglyConnected } from '../../src/core/graph.ts';
import type { View } from '../../src/workspace/view.ts';
import { findBridges } from '../bridge/find-bridges.ts';
import { pythonIndex } from '../bridge/python/python-index.ts';
import { rustIndex } from '../bridge/rust/rust-index.ts';
import { rustModules } from '../bridge/rust/rust-modules.ts';
import { ownerFinder } from '../budget/find-owner.ts';
import { composedOnce } from '../composition/composed-once.ts';
import { defineAnalyzer } from '../define-analyzer.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { oncePerView } from '../once.ts';
import { packageEdges } from './package-edges.ts';
import { pythonEdges } from './python-edges.ts';
import { rustEdges } from './rust-edges.ts';
import { unitFinder } from './units.ts';
import type { MapEdge, MapNode, WorkspaceMap } from './workspace-map.ts';

/** One graph of Rust crates and modules, Python distributions and modules, JS packages, and the native modules between them. */
export const map = defineAnalyzer<WorkspaceMap>({
  id: 'map',
  title: 'One graph of both languages: crates, distributions, packages, modules, native modules',
  rules: [],
  run: oncePerView(mapOf),
});

function mapOf(view: View): WorkspaceMap {
  const composition = composedOnce(view);
  const units = unitFinder(view);
  const { bridges, unknown } = findBridges(view);
  const python = pythonIndex(view);
  const rust = view.manifests.crates.length === 0 ? null : rustIndex(view);
  const ownerOf = ownerFinder(view);
  const withOwner = (node: Omit<MapNode, 'owner'>): MapNode => ({ ...node, owner: ownerOf(node.path) });
  const names = { python, bridges, set: new Set<string>() };
  const imported = pythonEdges(names);
  const nodes: MapNode[] = [
    ...units.nodes.map(withOwner),
    ...python.modules
      .filter(({ name }) => name.dotted !== '')
      .map(({ path, name }) =>
        withOwner({ id: `py:${name.dotted}`, kind: 'python-module', path, unit: units.of(path, 'distribution') }),
      ),
    ...rustModules(composition).map(({ id, file }) =>
      withOwner({ id: `rs:${id}`, kind: 'rust-module', path: file, unit: units.of(file, 'crate') }),
    ),
    ...bridges.map(({ module, native }) =>
      withOwner({ id: `native:${module}`, kind: 'native', path: native.place.path, unit: null }),
    ),
  ];
  const known = new Map(nodes.map((node) => [node.id, node]));
  const edges = [
    ...packageEdges(view),
    ...(rust ? rustEdges(rust) : []),
    ...imported.edges,
    ...bridges.map(
      ({ module, crate, native }): MapEdge => ({
        from: `native:${module}`,
        to: `crate:${crate.name}`,
        kind: 'builds',
        ...native.place,
      }),
    ),
  ].filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  return {
    nodes: [...known.values()].sort(by(({ id }) => id)),
    edges: unique(edges),
    outside: imported.outside,
    cycles: cyclesOf([...known.keys()], edges),
    unknown: [...unknown, ...python.unread, ...unreadManifests(view)],
  };
}

/** What a manifest that cannot be read says of its folder is not on the map. */
const unreadManifests = (view: View): { path: string; reason: string }[] =>
  view.manifests.problems
    .filter(({ path }) => !isFixture(path))
    .map(({ path, line, reason }) => ({ path, reason: line === null ? reason : `line ${line}: ${reason}` }));

/** The first place of each edge. */
function unique(edges: readonly MapEdge[]): MapEdge[] {
  const first = new Map<string, MapEdge>();
  for (const edge of edges) {
    const key = `${edge.from}\0${edge.to}\0${edge.kind}`;
    if (!first.has(key)) first.set(key, edge);
  }
  return [...first].sort(([a], [b]) => byText(a, b)).map(([, edge]) => edge);
}

/** Imports that run while a module is loaded. Modules of one crate may name one another freely, and cargo itself holds crates apart. */
function cyclesOf(ids: readonly string[], edges: readonly MapEdge[]): string[][] {
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const to: number[][] = ids.map(() => []);
  for (const edge of edges) if (edge.kind === 'import') to[indexOf.get(edge.from)!]!.push(indexOf.get(edge.to)!);
  return stronglyConnected(to)
    .filter((component) => component.length > 1)
    .map((component) => component.map((i) => ids[i]!).sort(byText))
    .sort((a, b) => byText(a[0]!, b[0]!));
}
