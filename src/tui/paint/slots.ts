/** Private characters stand for prepared rows while ink lays out; two ranges in turn, so that each frame differs for React. */
const BASES = [0xe000, 0xe800] as const;
const TOKEN = /[\uE000-\uF8FF] */g;

export interface Slots {
  /** Begins a frame; rows of the one before are forgotten. */
  readonly begin: () => void;
  /** A column of tokens, one a row, for ink to place. */
  readonly give: (rows: readonly string[]) => string;
  /** Puts the rows where ink placed their tokens. Rows are exactly as wide as their panes: the blanks that ink put behind a token go. */
  readonly expand: (line: string) => string;
}

/**
 * Ink measures and takes apart every character of every text on each frame: 45 ms of CPU a key for a screen of 160x48, against 4 ms for making the
 * rows. So it is given one character a row and lays out panes; the rows themselves go straight to the surface. No text of the workspace
 * ever passes through it either.
 */
export function createSlots(): Slots {
  let turn: 0 | 1 = 0;
  let held: string[] = [];
  return {
    begin() {
      turn = turn === 0 ? 1 : 0;
      held = [];
    },
    give: (rows) =>
      rows
        .map((row) => {
          held.push(row);
          return String.fromCharCode(BASES[turn] + held.length - 1);
        })
        .join('\n'),
    expand: (line) =>
      line.replace(TOKEN, (token) => {
        const code = token.charCodeAt(0);
        return held[code - (code >= BASES[1] ? BASES[1] : BASES[0])] ?? '';
      }),
  };
}
