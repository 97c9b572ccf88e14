import { kindOf, type Syntax } from '../../../src/languages/syntax.ts';

/** The text with blanks in place of its comments, at the same offsets; unchanged where the parser does not understand all of it. */
export function withoutComments(syntax: Syntax): string {
  if (syntax.errors.length > 0) return syntax.text;
  const pieces: string[] = [];
  let from = 0;
  for (let node = 1; node < syntax.size; node++) {
    if (!/^(html_)?comment$/.test(kindOf(syntax, node))) continue;
    const [start, end] = [syntax.start[node]!, syntax.end[node]!];
    pieces.push(syntax.text.slice(from, start), syntax.text.slice(start, end).replace(/[^\n\r]/g, ' '));
    from = end;
  }
  return pieces.join('') + syntax.text.slice(from);
}
