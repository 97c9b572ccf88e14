/** Characters that are overwritten; `text` is as long as what stood there. */
export interface Patch {
  readonly start: number;
  readonly text: string;
}
