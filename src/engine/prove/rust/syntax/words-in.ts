import { plainName } from '../../../../languages/rust/plain-name.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no ASCII may have two normal forms.
const ASCII = /^[\x00-\x7f]*$/;

/** True for a file that has a word, comments and strings included, in either normal form. */
export const hasWord = (view: View, path: string, word: string): boolean =>
  wordsOf(view, path).has(word) ||
  (!ASCII.test(word) && [...wordsOf(view, path)].some((one) => one.normalize('NFC') === word));

/** Where a file has a word outside of its comments. */
export function wordsIn(syntax: Syntax, word: string): { readonly node: Node; readonly at: number }[] {
  const found: { node: Node; at: number }[] = [];
  const pattern = new RegExp(`(?<![\\p{XID_Continue}])${word}(?![\\p{XID_Continue}])`, 'u');
  for (let node = 0; node < syntax.size; node++) {
    if (syntax.after[node] !== node + 1) continue;
    const kind = kindOf(syntax, node);
    const counts = kind.endsWith('identifier') || kind === 'string_content' || kind.startsWith('shorthand_');
    if (counts && pattern.test(plainName(textOf(syntax, node)))) found.push({ node, at: syntax.start[node]! });
  }
  return found;
}
