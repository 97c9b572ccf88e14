export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Divides a rectangle by weights so that the pieces come as near to squares as they can (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000).
 * @param weights descending, each above 0
 * @returns a rectangle for each weight; their areas are to one another as the weights are
 */
export function squarify(weights: readonly number[], { x, y, width, height }: Rect): Rect[] {
  const scale = (width * height) / weights.reduce((sum, weight) => sum + weight, 0);
  const areas = weights.map((weight) => weight * scale);
  const rects: Rect[] = [];
  let free = { x, y, width, height };
  for (let from = 0; from < areas.length; ) {
    const side = Math.min(free.width, free.height);
    let to = from + 1;
    while (to < areas.length && worst(areas.slice(from, to + 1), side) <= worst(areas.slice(from, to), side)) to++;
    const row = areas.slice(from, to);
    free = layRow(row, free, rects);
    from = to;
  }
  return rects;
}

/** The longest side over the shortest, of the worst piece of a row. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  const most = areas[0]!;
  const least = areas.at(-1)!;
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least));
}

function layRow(areas: readonly number[], free: Rect, into: Rect[]): Rect {
  const sum = areas.reduce((total, area) => total + area, 0);
  const upright = free.width >= free.height;
  const side = upright ? free.height : free.width;
  const depth = side > 0 ? sum / side : 0;
  let position = 0;
  for (const area of areas) {
    const length = depth > 0 ? area / depth : 0;
    into.push(
      upright
        ? { x: free.x, y: free.y + position, width: depth, height: length }
        : { x: free.x + position, y: free.y, width: length, height: depth },
    );
    position += length;
  }
  return upright
    ? { x: free.x + depth, y: free.y, width: free.width - depth, height: free.height }
    : { x: free.x, y: free.y + depth, width: free.width, height: free.height - depth };
}
