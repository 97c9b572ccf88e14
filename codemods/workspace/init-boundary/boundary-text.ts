import type { MapNode, WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { byText } from '../../../src/core/compare.ts';
import { stronglyConnected } from '../../../src/core/graph.ts';

const quoted = (texts: readonly string[]): string => `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;

/** The `[boundary]` table that holds what is true of a map, and nothing more. */
export function boundaryText(map: WorkspaceMap): string {
  const layers = layersOf(map);
  const lines = [
    '# Derived from the imports of today. The uppermost layer first: what stands lower must not lead to what stands higher. Tighten it.',
    '[boundary]',
    'layers = [',
    ...layers.map((layer) => `  ${quoted(layer)},`),
    ']',
  ];
  for (const { id } of map.nodes.filter(({ kind }) => kind === 'native')) {
    const importers = [
      ...new Set(map.edges.filter(({ to, from }) => to === id && from.startsWith('py:')).map(({ from }) => from)),
    ].sort(byText);
    lines.push(
      '',
      '[[boundary.rule]]',
      `id = ${JSON.stringify(`importers-of-${id.slice(id.indexOf(':') + 1)}`)}`,
      'from = ["py:*"]',
      `forbid = ${quoted([id])}`,
      ...(importers.length === 0 ? [] : [`except = ${quoted(importers)}`]),
      'types = "forbid"',
      'instead = "Import what wraps the native module."',
    );
  }
  return `${lines.join('\n')}\n`;
}

const TESTS =
  /(?:^|\/)(?:tests?|bench(?:es|marks?)?|docs?|examples?|scripts?)\/|(?:^|\/)(?:conftest|setup|test_[^/]*|[^/]*_test)\.py$/;

/** What a node counts as: a package below the top, a crate, a native module; null for tests and what stands in no unit. */
function groupOf({ id, kind, path, unit }: MapNode): string | null {
  if (kind === 'native' || kind === 'crate') return id;
  if (kind !== 'python-module' || unit === null || TESTS.test(path)) return null;
  return id.split('.').slice(0, 2).join('.');
}

/** Groups by how far they stand above what uses nothing; what stands in a cycle is one layer. */
function layersOf({ nodes, edges }: WorkspaceMap): string[][] {
  const groupFor = new Map(nodes.flatMap((node) => [[node.id, groupOf(node)] as const]));
  const groups = [...new Set([...groupFor.values()].filter((one) => one !== null))].sort(byText);
  const indexOf = new Map(groups.map((group, i) => [group, i]));
  const to = groups.map(() => new Set<number>());
  for (const { from, to: target, kind } of edges) {
    const [a, b] = [indexOf.get(groupFor.get(from) ?? ''), indexOf.get(groupFor.get(target) ?? '')];
    if (kind !== 'type' && a !== undefined && b !== undefined && a !== b) to[a]!.add(b);
  }
  const levels = levelsOf(to.map((set) => [...set]));
  const highest = Math.max(0, ...levels);
  const selector = (group: string): string => (isParent(nodes, group) ? `${group}.*` : group);
  return Array.from({ length: highest + 1 }, (_, i) =>
    groups.filter((__, place) => levels[place] === highest - i).map(selector),
  ).filter((layer) => layer.length > 0);
}

/** A package below the top stands for all in it; a top package only for its own file. */
const isParent = (nodes: readonly MapNode[], group: string): boolean =>
  group.startsWith('py:') && group.includes('.') && nodes.some(({ id }) => id.startsWith(`${group}.`));

/** Components come after all that they lead to. */
function levelsOf(edges: readonly (readonly number[])[]): number[] {
  const levels = new Array<number>(edges.length).fill(0);
  for (const component of stronglyConnected(edges)) {
    const members = new Set(component);
    const below = component.flatMap((member) =>
      edges[member]!.filter((one) => !members.has(one)).map((one) => levels[one]! + 1),
    );
    for (const member of component) levels[member] = Math.max(0, ...below);
  }
  return levels;
}
