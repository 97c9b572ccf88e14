/** A half-open span of UTF-16 code units in one file: `start` belongs to it, `end` does not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
