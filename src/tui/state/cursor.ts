/** Where a list stands: the selected index and the first one that is shown. */
export interface Cursor {
  readonly at: number;
  readonly top: number;
}

export const START: Cursor = { at: 0, top: 0 };
