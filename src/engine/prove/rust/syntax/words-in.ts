import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';

/** Where a file has a word outside of its comments. */
export function wordsIn(syntax: Syntax, word: string): { readonly node: Node; readonly at: number }[] {
  const found: { node: Node; at: number }[] = [];
  const pattern = new RegExp(`(?<![\\p{XID_Continue}])${word}(?![\\p{XID_Continue}])`, 'u');
  for (let node = 0; node < syntax.size; node++) {
    if (syntax.after[node] !== node + 1) continue;
    const kind = kindOf(syntax, node);
    const counts = kind.endsWith('identifier') || kind === 'string_content' || kind.startsWith('shorthand_');
    if (counts && pattern.test(textOf(syntax, node))) found.push({ node, at: syntax.start[node]! });
  }
  return found;
}
