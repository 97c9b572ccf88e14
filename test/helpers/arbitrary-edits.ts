import fc from 'fast-check';

/** Source-like texts: BOM or none, LF, CRLF or lone CR, tabs, emoji, final newline or none. */
export const sourceText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff'),
    fc.array(fc.constantFrom('a', 'fn x', '🦀', 'é', '\t', ' ', '\n', '\n', '\r\n', '\r', '"', '漢'), {
      maxLength: 40,
    }),
  )
  .map(([bom, parts]) => bom + parts.join(''));

/** Offsets between whole characters. */
export function bordersOf(text: string): number[] {
  const borders = [0];
  for (const character of text) borders.push(borders.at(-1)! + character.length);
  return borders;
}

export interface ArbitraryEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of a text that do not overlap, in source order; at most one at each place. */
export const editsOf = (text: string): fc.Arbitrary<ArbitraryEdit[]> => {
  const borders = bordersOf(text);
  return fc
    .uniqueArray(fc.nat({ max: borders.length - 1 }), { maxLength: 8 })
    .chain((picks) =>
      fc.tuple(
        fc.constant(picks.toSorted((a, b) => a - b).map((pick) => borders[pick]!)),
        fc.array(fc.constantFrom('', 'X', '🦀\r\n', 'long text'), { minLength: picks.length, maxLength: picks.length }),
        fc.array(fc.boolean(), { minLength: picks.length, maxLength: picks.length }),
      ),
    )
    .map(([places, texts, wide]) => {
      const edits: ArbitraryEdit[] = [];
      for (const [index, start] of places.entries()) {
        if (start < (edits.at(-1)?.end ?? 0)) continue;
        if (start === edits.at(-1)?.end && edits.at(-1)?.start !== start) continue;
        edits.push({ start, end: wide[index] ? (places[index + 1] ?? start) : start, text: texts[index]! });
      }
      return edits;
    });
};
