import { type Rect, squarify } from './squarify.ts';
import type { MapNode } from './tree.ts';

const SVG = 'http://www.w3.org/2000/svg';
const TITLE = 17;
const GAP = 2;
/** Cells that are smaller than this, in pixels squared, are shown as one. */
const LEAST = 30;

export interface MapHandlers {
  readonly open: (node: MapNode) => void;
  readonly look: (node: MapNode) => void;
  /** What a square is painted with, as a style. */
  readonly paint: (node: MapNode) => string;
  /** Files that are named large once the map stands; told where each square is. */
  readonly named: ReadonlySet<MapNode>;
  readonly placed: (node: MapNode, rect: Rect) => void;
  /** Whether it is what the reader searches for. */
  readonly fits: (node: MapNode) => boolean;
}

/** Draws what a node is made of, down to files, as long as there is room. Each cell of the first level is a button. */
export function drawMap(svg: SVGSVGElement, node: MapNode, size: Rect, handlers: MapHandlers): void {
  svg.replaceChildren();
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  for (const { child, rect } of cellsOf(node, size)) {
    const cell = svg.appendChild(element('g', { class: 'cell', tabindex: '0', role: 'button' }));
    cell.setAttribute('aria-label', `${child.kind} ${child.name}, ${child.lines} lines, ${child.why}`);
    cell.appendChild(box(rect, child, handlers));
    drawInside(cell, child, rect, handlers);
    cell.addEventListener('click', () => handlers.open(child));
    cell.addEventListener('focus', () => handlers.look(child));
    cell.addEventListener('mouseenter', () => handlers.look(child));
    cell.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        handlers.open(child);
      } else if (event.key.startsWith('Arrow')) {
        event.preventDefault();
        neighbour(cell, event.key)?.focus();
      }
    });
  }
}

/** A folder's strip with its name, and in what is left of it its own cells. */
function drawInside(cell: SVGElement, node: MapNode, rect: Rect, handlers: MapHandlers): void {
  const inner = inside(rect);
  const isGroup = node.kind === 'crate' || node.kind === 'folder' || cell.childElementCount === 1;
  const divided = isGroup && node.children.length > 0 && inner.width > 24 && inner.height > 14;
  if (handlers.named.has(node)) handlers.placed(node, rect);
  else label(cell, rect, node, divided);
  if (!divided) return;
  for (const { child, rect: area } of cellsOf(node, inner)) {
    cell.appendChild(box(area, child, handlers, 'small'));
    drawInside(cell, child, area, handlers);
  }
}

function cellsOf(node: MapNode, rect: Rect): { child: MapNode; rect: Rect }[] {
  const children = node.children.filter(({ lines }) => lines > 0);
  if (children.length === 0) return [];
  const rects = squarify(
    children.map(({ lines }) => lines),
    rect,
  );
  return children
    .map((child, i) => ({ child, rect: rects[i]! }))
    .filter(({ rect: area }) => area.width * area.height >= LEAST);
}

const inside = ({ x, y, width, height }: Rect): Rect => ({
  x: x + GAP,
  y: y + TITLE,
  width: Math.max(0, width - 2 * GAP),
  height: Math.max(0, height - TITLE - GAP),
});

function box({ x, y, width, height }: Rect, node: MapNode, handlers: MapHandlers, more = ''): SVGElement {
  const shape = element('rect', {
    x: String(x + 0.5),
    y: String(y + 0.5),
    width: String(Math.max(0, width - 1)),
    height: String(Math.max(0, height - 1)),
    class: `box ${node.kind} ${more}${handlers.fits(node) ? '' : ' away'}`,
    style: handlers.paint(node),
  });
  shape.appendChild(element('title', {})).textContent = `${node.name}: ${node.lines} lines, ${node.why}`;
  return shape;
}

function label(cell: SVGElement, { x, y, width, height }: Rect, node: MapNode, divided: boolean): void {
  const room = Math.floor((width - 8) / 6.6);
  if (room < 3 || height < TITLE) return;
  const text = cell.appendChild(element('text', { x: String(x + 5), y: String(y + 12.5), class: 'label' }));
  text.textContent = node.name.length > room ? `${node.name.slice(0, room - 1)}…` : node.name;
  if (divided || height < 2 * TITLE) return;
  const below = cell.appendChild(element('text', { x: String(x + 5), y: String(y + 26), class: 'label faint' }));
  below.textContent = `${node.lines}`.slice(0, room);
}

/** The nearest cell in the direction of an arrow key. */
function neighbour(cell: SVGElement, key: string): SVGElement | null {
  const from = centre(cell);
  let best: SVGElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of cell.parentNode!.querySelectorAll<SVGElement>('.cell')) {
    const { along, across } = wayTo(centre(other), from, key);
    if (other === cell || along <= 1) continue;
    const distance = along + 2 * across;
    if (distance < least) [best, least] = [other, distance];
  }
  return best;
}

type Point = readonly [x: number, y: number];

function centre(one: Element): Point {
  const { left, top, width, height } = one.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** Pixels from a point to another: in the direction of the key, negative behind it, and aside of it. */
function wayTo([ox, oy]: Point, [x, y]: Point, key: string): { along: number; across: number } {
  const [right, down] = [ox - x, oy - y];
  if (key === 'ArrowLeft') return { along: -right, across: Math.abs(down) };
  if (key === 'ArrowRight') return { along: right, across: Math.abs(down) };
  return { along: key === 'ArrowUp' ? -down : down, across: Math.abs(right) };
}

export function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
