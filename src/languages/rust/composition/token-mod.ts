import { kindOf, type Node, type Syntax, textOf } from '../../syntax.ts';
import { stringValue } from './path-value.ts';
import { fileName } from './surroundings.ts';

const PATH_BEFORE = /#\s*\[\s*path\s*=\s*("[^"]*")\s*\]\s*(?:#\s*\[[^\]]*\]\s*)*(?:pub\s*(?:\([^)]*\))?\s*)?$/;

/** `mod x;` among the tokens of a macro call or body (`cfg_fs! { pub mod fs; }`), by its `mod` token; null for other uses of the word. */
export function tokenMod(syntax: Syntax, node: Node): { name: string; path: string | null } | null {
  if (kindOf(syntax, syntax.parent[node]!) !== 'token_tree' || kindOf(syntax, node + 1) !== 'identifier') return null;
  if (textOf(syntax, node + 2) !== ';') return null;
  const before = syntax.text.slice(Math.max(0, syntax.start[node]! - 300), syntax.start[node]!);
  const attribute = PATH_BEFORE.exec(before);
  return { name: fileName(textOf(syntax, node + 1)), path: attribute ? stringValue(attribute[1]!) : null };
}
