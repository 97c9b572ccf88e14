import type { WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { reportJson } from '../report-json.ts';

/** As `schemas/map.schema.json` says. Ends with a newline. */
export function mapToJson({ nodes, edges, outside, cycles, unknown }: WorkspaceMap): string {
  return reportJson({
    schemaVersion: 1,
    kind: 'map',
    nodes: nodes.map(({ id, kind, path, unit, owner }) => ({ id, kind, path, unit, owner })),
    edges: edges.map(({ from, to, kind, path, line }) => ({ from, to, kind, path, line })),
    outside: outside.map(({ from, name, kind, path, line }) => ({ from, name, kind, path, line })),
    cycles: cycles.map((cycle) => [...cycle]),
    unknown: unknown.map(({ path, reason }) => ({ path, reason })),
  });
}
