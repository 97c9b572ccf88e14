import type { MapEdge, WorkspaceMap } from '../../../analyzers/map/workspace-map.ts';
import { escapeHtml } from './escape-html.ts';

const WIDTH = 260;
const HEIGHT = 46;
const STEP_X = 340;
const STEP_Y = 70;

interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** The units from left to right by who uses whom, as an SVG that is drawn in the colour of its text. @param units `unitsOf` a map */
export function mapToSvg(units: WorkspaceMap): string {
  const boxes = layOut(units);
  const width = Math.max(0, ...boxes.map(({ x }) => x)) + WIDTH + 20;
  const height = Math.max(0, ...boxes.map(({ y }) => y)) + HEIGHT + 20;
  return `<svg class="units" width="${width}" height="${height}" role="img" aria-label="Units and who uses whom">
<defs><marker id="end" markerWidth="8" markerHeight="8" refX="7" refY="3" orient="auto"><path d="M0,0 L7,3 L0,6"/></marker></defs>
${units.edges.map((edge) => arrow(edge, boxes)).join('\n')}
${boxes.map(({ id, x, y }) => `<rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="6"/><text x="${x + 12}" y="${y + 28}">${escapeHtml(id)}</text>`).join('\n')}
</svg>`;
}

function arrow({ from, to }: MapEdge, boxes: readonly Box[]): string {
  const a = boxes.find(({ id }) => id === from)!;
  const b = boxes.find(({ id }) => id === to)!;
  const [x1, y1, x2, y2] = [a.x + WIDTH, a.y + HEIGHT / 2, b.x, b.y + HEIGHT / 2];
  return `<path d="M${x1},${y1} C${x1 + 40},${y1} ${x2 - 40},${y2} ${x2},${y2}" marker-end="url(#end)"/>`;
}

/** Columns by the longest way from a unit that nobody uses; what stands in a circle ends where it comes round. */
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
