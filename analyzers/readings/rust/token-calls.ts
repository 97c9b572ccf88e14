import { isComment } from '../../../src/languages/rust/tokens.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** A macro call in any spelling: real ones, and runs of tokens inside of another call; comments and spaces may stand anywhere. */
export interface TokenCall {
  /** The last segment of the macro's path. */
  readonly name: string;
  /** The identifier of that segment. */
  readonly node: Node;
  /** The path in front of it, without spaces: `std::`, `$crate::`; '' for a plain name. */
  readonly prefix: string;
  readonly tree: Node;
}

/** Every macro call among the nodes from..to, in source order. */
export function tokenCalls(syntax: Syntax, from: Node, to: Node): TokenCall[] {
  const found: TokenCall[] = [];
  for (let node = from; node < to; node++) {
    if (kindOf(syntax, node) !== 'identifier') continue;
    const bang = behind(syntax, node + 1, to);
    if (bang === -1 || textOf(syntax, bang) !== '!' || syntax.after[bang] !== bang + 1) continue;
    const tree = behind(syntax, bang + 1, to);
    if (tree !== -1 && kindOf(syntax, tree) === 'token_tree')
      found.push({ name: textOf(syntax, node).replace(/^r#/, ''), node, prefix: prefixOf(syntax, node), tree });
  }
  return found;
}

/** The first node at or behind one that is no comment; -1 if there is none. */
function behind(syntax: Syntax, node: Node, to: Node): Node {
  let at = node;
  while (at < to && isComment(kindOf(syntax, at))) at = syntax.after[at]!;
  return at < to ? at : -1;
}

const PREFIX = /(?:(?:\$\s*crate|(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)?\s*::\s*)+$/u;

const prefixOf = (syntax: Syntax, node: Node): string =>
  PREFIX.exec(syntax.text.slice(Math.max(0, syntax.start[node]! - 120), syntax.start[node]!))?.[0].replace(/\s/g, '') ??
  '';
