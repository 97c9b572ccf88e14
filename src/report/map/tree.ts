import { unitsOf } from '../../../analyzers/map/reach.ts';
import type { MapNode, WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { sanitize } from '../sanitize.ts';

/**
 * Each unit and native module with its owner, how many modules it has, and what it leads to; then the cycles.
 * @param every also each module with its edges
 */
export function mapToTree(map: WorkspaceMap, every: boolean): string {
  const units = unitsOf(map);
  const lines = units.nodes.flatMap((node) => [
    headOf(map, node),
    ...edgesOf(units, node.id),
    ...(every ? modulesOf(map, node.id) : []),
  ]);
  const loose = map.nodes.filter(({ unit, kind }) => unit === null && kind.endsWith('-module'));
  if (loose.length > 0)
    lines.push(
      `${loose.length} modules of no crate or distribution`,
      ...(every ? loose.flatMap((node) => moduleLines(map, node)) : []),
    );
  lines.push(map.cycles.length === 0 ? 'no import cycle' : `${map.cycles.length} import cycles:`);
  for (const cycle of map.cycles) lines.push(`  ${cycle.map(sanitize).join(' <-> ')}`);
  for (const { path, reason } of map.unknown) lines.push(`unknown: ${sanitize(path)}: ${sanitize(reason)}`);
  return `${lines.join('\n')}\n`;
}

function headOf(map: WorkspaceMap, { id, path, owner }: MapNode): string {
  const count = map.nodes.filter(({ unit }) => unit === id).length;
  const modules = count === 0 ? '' : `, ${count} ${count === 1 ? 'module' : 'modules'}`;
  return `${sanitize(id)}  ${sanitize(path)}${modules}${owner === null ? '' : `, ${sanitize(owner)}`}`;
}

const edgesOf = ({ edges }: WorkspaceMap, id: string): string[] =>
  edges
    .filter(({ from }) => from === id)
    .map(({ to, kind, path, line }) => `  -> ${sanitize(to)}  ${kind}, ${sanitize(path)}:${line}`);

const modulesOf = (map: WorkspaceMap, unit: string): string[] =>
  map.nodes.filter((node) => node.unit === unit).flatMap((node) => moduleLines(map, node));

const moduleLines = (map: WorkspaceMap, { id, path }: MapNode): string[] => [
  `  ${sanitize(id)}  ${sanitize(path)}`,
  ...edgesOf(map, id).map((line) => `  ${line}`),
];
