import { element } from './draw-map.ts';
import type { Rect } from './squarify.ts';
import type { MapNode } from './tree.ts';

/** So many files are named large, the hottest first. */
const NAMED = 10;
const NAME_HIGH = 19;
const NAME_CHARACTER = 8.6;

/** The hottest files below a node. */
export function hottestBelow(node: MapNode): MapNode[] {
  const files: MapNode[] = [];
  const open = [node];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (current.kind === 'file') files.push(current);
    else open.push(...current.children);
  }
  return files.sort((a, b) => (b.file?.score ?? 0) - (a.file?.score ?? 0)).slice(0, NAMED);
}

export interface Placed {
  readonly node: MapNode;
  readonly rect: Rect;
}

/** Writes the names of squares over the map, large; one that would cover another moves down, or is left out. */
export function drawNames(svg: SVGSVGElement, squares: readonly Placed[], size: Rect): void {
  const taken: Rect[] = [];
  for (const { node, rect } of squares) {
    const place = freePlace(node.name, rect, taken, size);
    if (place === null) continue;
    taken.push(place);
    const made = element('text', {
      x: String(place.x + place.width / 2),
      y: String(place.y + NAME_HIGH - 5),
      class: 'name',
    });
    made.textContent = node.name;
    svg.append(made);
  }
}

/** In the middle of a square, as far as the map and the names before leave it. */
function freePlace(name: string, rect: Rect, taken: readonly Rect[], size: Rect): Rect | null {
  const width = name.length * NAME_CHARACTER;
  if (width > size.width) return null;
  const x = Math.min(Math.max(0, rect.x + (rect.width - width) / 2), size.width - width);
  const middle = rect.y + (rect.height - NAME_HIGH) / 2;
  for (const shift of [0, 1, -1, 2, -2]) {
    const place = { x, y: middle + shift * NAME_HIGH, width, height: NAME_HIGH };
    const isInside = place.y >= 0 && place.y + NAME_HIGH <= size.height;
    if (isInside && !taken.some((other) => meets(place, other))) return place;
  }
  return null;
}

const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
