import type { Statement } from './shell-tokens.ts';

/** A loop over more values stays as it stands. */
const MOST = 64;

/**
 * The statements with each `for X in a b*; do …; done` written out, once for each value; a loop over what is computed stays as it stands.
 * @param filesOf the paths that a pattern names; null where that is not known
 */
export function unrolled(statements: readonly Statement[], filesOf: (pattern: string) => string[] | null): Statement[] {
  const start = statements.findIndex(({ words }) => words[0] === 'for' && words[2] === 'in');
  if (start === -1) return [...statements];
  const end = endOf(statements, start);
  const { words } = statements[start]!;
  const values = valuesOf(words.slice(3), filesOf);
  const body = unrolled(statements.slice(start + 1, end), filesOf);
  const written =
    values === null ? [statements[start]!, ...body] : values.flatMap((value) => filled(body, words[1]!, value));
  return [...statements.slice(0, start), ...written, ...unrolled(statements.slice(end), filesOf)];
}

/** The `done` of the loop, or the end of the text. */
function endOf(statements: readonly Statement[], start: number): number {
  let depth = 0;
  for (let i = start; i < statements.length; i++) {
    const { words } = statements[i]!;
    if (/^(?:for|while|until|select)$/.test(words[0] ?? '') || /^(?:while|until)$/.test(words[1] ?? '')) depth += 1;
    if (words[0] === 'done') depth -= 1;
    if (depth === 0) return i;
  }
  return statements.length;
}

function valuesOf(words: readonly string[], filesOf: (pattern: string) => string[] | null): string[] | null {
  const values = words.map((word) => {
    if (/[$`{]/.test(word)) return null;
    return /[*?[]/.test(word) ? filesOf(word) : [word];
  });
  const flat = values.flatMap((one) => one ?? []);
  return values.includes(null) || flat.length > MOST ? null : flat;
}

const filled = (body: readonly Statement[], name: string, value: string): Statement[] =>
  body.map((statement) => ({
    ...statement,
    words: statement.words.map((word) =>
      word.replaceAll(`\${${name}}`, value).replace(new RegExp(`\\$${name}(?!\\w)`, 'g'), () => value),
    ),
  }));
