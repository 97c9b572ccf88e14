import { unitsOf } from '../../../analyzers/map/reach.ts';
import type { MapEdge, WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

const WIDTH = 260;
const HEIGHT = 46;
const STEP_X = 340;
const STEP_Y = 70;

interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** One page that needs nothing else: units drawn from left to right by who uses whom, and every edge with its place. */
export function mapToHtml(map: WorkspaceMap): string {
  const units = unitsOf(map);
  const boxes = layOut(units);
  const width = Math.max(0, ...boxes.map(({ x }) => x)) + WIDTH + 20;
  const height = Math.max(0, ...boxes.map(({ y }) => y)) + HEIGHT + 20;
  const rows = units.edges.map(
    ({ from, to, kind, path, line }) =>
      `<tr><td>${escaped(from)}</td><td>${escaped(to)}</td><td>${kind}</td><td>${escaped(path)}:${line}</td></tr>`,
  );
  const circles = map.cycles.map((cycle) => `<li>${cycle.map(escaped).join(' ↔ ')}</li>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Map of the workspace</title>
<style>body{font:14px system-ui;margin:2rem;color-scheme:light dark}rect{fill:none;stroke:currentColor}text{fill:currentColor;font-size:12px}
path{fill:none;stroke:currentColor;opacity:.5}td{padding:.2rem .8rem .2rem 0}</style></head><body>
<h1>Map of the workspace</h1>
<p>${map.nodes.length} nodes, ${map.edges.length} edges, ${map.cycles.length} import cycles.</p>
<svg width="${width}" height="${height}" role="img" aria-label="Units and who uses whom">
<defs><marker id="end" markerWidth="8" markerHeight="8" refX="7" refY="3" orient="auto"><path d="M0,0 L7,3 L0,6"/></marker></defs>
${units.edges.map((edge) => arrow(edge, boxes)).join('\n')}
${boxes.map(({ id, x, y }) => `<rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="6"/><text x="${x + 12}" y="${y + 28}">${escaped(id)}</text>`).join('\n')}
</svg>
<h2>Edges</h2><table><tr><th>from</th><th>to</th><th>how</th><th>where</th></tr>${rows.join('')}</table>
<h2>Circles of imports</h2><ul>${circles.length === 0 ? '<li>none</li>' : circles.join('')}</ul>
</body></html>
`;
}

function arrow({ from, to }: MapEdge, boxes: readonly Box[]): string {
  const a = boxes.find(({ id }) => id === from)!;
  const b = boxes.find(({ id }) => id === to)!;
  const [x1, y1, x2, y2] = [a.x + WIDTH, a.y + HEIGHT / 2, b.x, b.y + HEIGHT / 2];
  return `<path d="M${x1},${y1} C${x1 + 40},${y1} ${x2 - 40},${y2} ${x2},${y2}" marker-end="url(#end)"/>`;
}

/** Columns by the longest way from a unit that nobody uses; what stands in a cycle ends where it comes round. */
function layOut({ nodes, edges }: WorkspaceMap): Box[] {
  const depth = new Map(nodes.map(({ id }) => [id, 0]));
  for (let round = 0; round < nodes.length; round++) {
    const deeper = edges.filter(({ from, to }) => depth.get(to)! < depth.get(from)! + 1);
    if (deeper.length === 0) break;
    for (const { from, to } of deeper) depth.set(to, Math.min(nodes.length, depth.get(from)! + 1));
  }
  const columns = [...new Set(depth.values())].sort((a, b) => a - b);
  const used = new Map<number, number>();
  return nodes.map(({ id }) => {
    const column = columns.indexOf(depth.get(id)!);
    const row = used.get(column) ?? 0;
    used.set(column, row + 1);
    return { id, x: 10 + column * STEP_X, y: 10 + row * STEP_Y };
  });
}
