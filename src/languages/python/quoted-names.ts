import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

const CHAIN = /(?<![\w.])([^\W\d]\w*)(?:\s*\.\s*\w+)*/gu;

/**
 * Names at the head of dotted chains in a string that stands in an annotation: `"dict[str, a.B]"` gives dict, str and a.
 * Strings under `Literal[…]` are values and give nothing.
 */
export function quotedNames(syntax: Syntax, string: Node): { readonly name: string; readonly at: number }[] {
  if (isLiteral(syntax, string)) return [];
  const names: { name: string; at: number }[] = [];
  for (const child of childrenOf(syntax, string)) {
    if (kindOf(syntax, child) !== 'string_content') continue;
    for (const match of textOf(syntax, child).matchAll(CHAIN))
      names.push({ name: match[1]!, at: syntax.start[child]! + match.index });
  }
  return names;
}

function isLiteral(syntax: Syntax, node: Node): boolean {
  for (let up = syntax.parent[node]!; up !== -1; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'subscript') return /(^|\.)Literal$/.test(textOf(syntax, childByField(syntax, up, 'value')));
    if (kind === 'generic_type') return /^Literal\b/.test(textOf(syntax, up));
    if (kind.endsWith('statement') || kind.endsWith('definition')) return false;
  }
  return false;
}
