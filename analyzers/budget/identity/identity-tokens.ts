import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

const WHOLE = new Set([
  'string',
  'string_literal',
  'raw_string_literal',
  'char_literal',
  'template_string',
  'regex',
  'lifetime',
]);
const PREFIXES = new Set(['super', 'self', 'crate']);

/**
 * The tokens of a subtree that a verbatim move keeps: without comments, visibility, `export`, the dots of relative imports, the `self::`,
 * `super::` and `crate::` before paths, and the comma that a formatter puts before a closing bracket.
 * @param own the entity's own name: a token of its own, so that renaming alone changes nothing
 */
export function identityTokens(syntax: Syntax, node: Node, ownName: string | null): string[] {
  const tokens: string[] = [];
  let position = syntax.start[node]!;
  for (let next = node; next < syntax.after[node]!; ) {
    const kind = kindOf(syntax, next);
    const leaf = syntax.after[next] === next + 1 || WHOLE.has(kind);
    const skipped = isSkipped(syntax, next, kind);
    if (!leaf && !skipped) {
      next += 1;
      continue;
    }
    // Text that no leaf covers is still part of what is written.
    const gap = syntax.text.slice(position, syntax.start[next]!).trim();
    if (gap !== '') tokens.push(gap);
    if (!skipped && syntax.end[next]! > syntax.start[next]!) tokens.push(tokenOf(syntax, next, kind, ownName));
    position = Math.max(position, syntax.end[next]!);
    next = syntax.after[next]!;
  }
  return withoutLayout(tokens);
}

const isSkipped = (syntax: Syntax, node: Node, kind: string): boolean =>
  kind.endsWith('comment') ||
  kind === 'visibility_modifier' ||
  kind === 'export' ||
  (kind === 'import_prefix' && syntax.end[node]! > syntax.start[node]!);

function tokenOf(syntax: Syntax, node: Node, kind: string, ownName: string | null): string {
  const text = textOf(syntax, node);
  return ownName !== null && text === ownName && kind.endsWith('identifier') ? OWN : text;
}

const OWN = '\u0000own';

function withoutLayout(tokens: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (token === ',' && next !== undefined && /^[)\]}>]$/.test(next)) continue;
    if (next === '::' && PREFIXES.has(token)) i += 1;
    else kept.push(token);
  }
  return kept;
}
