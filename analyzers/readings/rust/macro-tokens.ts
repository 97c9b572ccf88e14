import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { isComment } from '../../../src/languages/rust/tokens.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** The macro that an item-position call names, without its path. */
export const macroOf = (syntax: Syntax, node: Node): string =>
  textOf(syntax, childByField(syntax, innerItem(syntax, node), 'macro')).replace(/^.*::\s*/, '');

/** The tokens of a tree outside of any group of its own but repetitions, without its delimiters and comments. */
export function levelTokens(syntax: Syntax, tree: Node): Node[] {
  const found: Node[] = [];
  for (let node = tree + 1; node < syntax.after[tree]!; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'token_repetition') continue;
    if (isComment(kind)) {
      node = syntax.after[node]! - 1;
      continue;
    }
    if (
      syntax.after[node] === node + 1 ||
      kind === 'token_tree' ||
      kind === 'metavariable' ||
      kind.endsWith('literal')
    ) {
      if (!(syntax.parent[node] === tree && /^[{}()[\]]$/.test(kind))) found.push(node);
      node = syntax.after[node]! - 1;
    }
  }
  return found;
}

/** Names before a `!` in a tree. */
export const calledIn = (syntax: Syntax, tree: Node): string[] => calledBetween(syntax, tree, syntax.after[tree]!);

/** Names before a `!` of the nodes from..to. */
export function calledBetween(syntax: Syntax, from: Node, to: Node): string[] {
  const found: string[] = [];
  for (let node = from; node < to; node++)
    if (kindOf(syntax, node) === 'identifier' && syntax.text[syntax.end[node]!] === '!')
      found.push(textOf(syntax, node));
  return found;
}
