/** The part of a list sorted by `at` that lies in [start, end). */
export function within<T extends { readonly at: number }>(
  items: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  return items.slice(lowerBound(items, start), lowerBound(items, end));
}

function lowerBound(items: readonly { readonly at: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle]!.at < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
