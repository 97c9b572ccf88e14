import { unitsOf } from '../../../analyzers/map/reach.ts';
import type { WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { escapeHtml } from './escape-html.ts';
import { mapToSvg } from './svg.ts';

/** One page that needs nothing else: units drawn from left to right by who uses whom, and every edge with its place. */
export function mapToHtml(map: WorkspaceMap): string {
  const units = unitsOf(map);
  const rows = units.edges.map(
    ({ from, to, kind, path, line }) =>
      `<tr><td>${escapeHtml(from)}</td><td>${escapeHtml(to)}</td><td>${kind}</td><td>${escapeHtml(path)}:${line}</td></tr>`,
  );
  const circles = map.cycles.map((cycle) => `<li>${cycle.map(escapeHtml).join(' ↔ ')}</li>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Map of the workspace</title>
<style>body{font:14px system-ui;margin:2rem;color-scheme:light dark}rect{fill:none;stroke:currentColor}text{fill:currentColor;font-size:12px}
path{fill:none;stroke:currentColor;opacity:.5}td{padding:.2rem .8rem .2rem 0}</style></head><body>
<h1>Map of the workspace</h1>
<p>${map.nodes.length} nodes, ${map.edges.length} edges, ${map.cycles.length} import cycles.</p>
${mapToSvg(units)}
<h2>Edges</h2><table><tr><th>from</th><th>to</th><th>how</th><th>where</th></tr>${rows.join('')}</table>
<h2>Circles of imports</h2><ul>${circles.length === 0 ? '<li>none</li>' : circles.join('')}</ul>
</body></html>
`;
}
