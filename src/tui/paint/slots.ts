/** The first of the private characters; the n-th stands for the n-th row of the screen. */
const BASE = 0xe000;
const TOKEN = /[\uE000-\uF8FF] */g;

export interface Slots {
  /** Takes the painted rows of a frame, in the order in which their tokens are numbered. */
  readonly fill: (rows: readonly string[]) => void;
  /** Puts the rows where ink placed their tokens. Rows are exactly as wide as their panes: the blanks that ink put behind a token go. */
  readonly expand: (line: string) => string;
}

/** A column of tokens for ink to place: those of `count` rows from the one numbered `first`. */
export const tokens = (first: number, count: number): string =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(BASE + first + i)).join('\n');

/**
 * Ink measures and takes apart every character of every text on each frame: 45 ms of CPU a key for a screen of 160x48, against 4 ms for making the
 * rows. So it is given one character a row and lays out panes; the rows themselves go straight to the surface. No text of the workspace
 * ever passes through it either.
 */
export function createSlots(): Slots {
  let slots: readonly string[] = [];
  return {
    fill(rows) {
      slots = rows;
    },
    expand: (line) => line.replace(TOKEN, (token) => slots[token.charCodeAt(0) - BASE] ?? ''),
  };
}
