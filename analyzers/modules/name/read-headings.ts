/** A comment that titles what follows it, up to the next one. */
export interface Heading {
  /** Offset of its first character. */
  readonly at: number;
  readonly title: string;
}

// `# ---- Parsing ----`, `// MARK: - Parsing`, `# region Parsing`, at the start of a line.
const RULED = /^(?:#|\/\/)+\s*[-=*#~_]{3,}\s*([^\s\-=*#~_].*?)\s*[-=*#~_]*\s*$/;
const MARKED = /^(?:#|\/\/)\s*(?:MARK:|#?region\b)\s*-?\s*(\S.*?)\s*$/;
const RULE = /^(?:#|\/\/)+\s*[-=*#~_]{3,}\s*$/;
const PLAIN = /^(?:#|\/\/)+\s*(\S.*?)\s*$/;

/** The headings of a text, in order: one line with a rule in it, or a line between two rules. */
export function readHeadings(text: string): Heading[] {
  const found: Heading[] = [];
  const rows = text.split('\n');
  let position = 0;
  rows.forEach((row, i) => {
    const isBoxed = RULE.test(rows[i - 1] ?? '') && RULE.test(rows[i + 1] ?? '');
    const title = (RULED.exec(row) ?? MARKED.exec(row) ?? (isBoxed ? PLAIN.exec(row) : null))?.[1];
    if (title !== undefined) found.push({ at: position, title });
    position += row.length + 1;
  });
  return found;
}

/** The titles that some places stand under, each once, in the order of the text. */
export function titlesOver(headings: readonly Heading[], places: readonly number[]): string[] {
  const over = places.flatMap((place) => headings.findLast(({ at }) => at < place) ?? []);
  return headings.filter((one) => over.includes(one)).map(({ title }) => title);
}
