import { type Node, type Syntax, textOf } from '../syntax.ts';
import type { Found } from './found.ts';
import { isKeyword } from './plain-name.ts';

/**
 * True for an identifier in a token tree that may name an item: the first of a path; not a field, method, lifetime or keyword.
 * Punctuation and identifiers are leaves, so that the token before `node` is `node - 1`.
 */
export function isMacroName(syntax: Syntax, node: Node): boolean {
  if (isKeyword(textOf(syntax, node))) return false;
  const before = textOf(syntax, node - 1);
  return before !== '.' && before !== '::' && before !== "'" && before !== '$';
}

const CAPTURE = /\{\{|\{([\p{XID_Start}_][\p{XID_Continue}]*)\s*(?=[:}])/gu;
const WIDTH = /[:.<>^+#?]\s*([\p{XID_Start}_][\p{XID_Continue}]*)\$/gu;

/** Names that a format string reads: `"{LIMIT:>width$}"` has two. */
export function capturedNames(syntax: Syntax, node: Node): Found[] {
  const text = textOf(syntax, node);
  if (!text.includes('{')) return [];
  const names: Found[] = [];
  for (const pattern of [CAPTURE, WIDTH]) {
    for (const match of text.matchAll(pattern)) {
      if (match[1] === undefined) continue;
      const at = syntax.start[node]! + match.index + match[0].indexOf(match[1]);
      names.push({ name: match[1], space: 'any', supers: null, at });
    }
  }
  return names;
}
