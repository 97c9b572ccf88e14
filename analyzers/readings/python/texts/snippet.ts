/** Python that stands in another text, with the line (1-based) of that text that each of its own lines comes from. */
export interface Snippet {
  readonly text: string;
  readonly lines: readonly number[];
}
