/** A half-open span of UTF-16 code units in one file: `start` belongs to it, `end` does not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
