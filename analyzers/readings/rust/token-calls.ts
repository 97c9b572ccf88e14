import { kindRoles } from '../../../src/languages/kind-roles.ts';
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
export function tokenCalls(syntax: Syntax, from: Node, to: Node): readonly TokenCall[] {
  const all = known.get(syntax) ?? readCalls(syntax);
  known.set(syntax, all);
  if (from === 0 && to === syntax.size) return all;
  let low = firstAt(all, from);
  const found: TokenCall[] = [];
  for (; low < all.length && all[low]!.node < to; low++) if (all[low]!.tree < to) found.push(all[low]!);
  return found;
}

// Each file is asked for by many: as a whole, by its items and by its macros.
const known = new WeakMap<Syntax, readonly TokenCall[]>();

/** The index of the first call at or behind a node. */
function firstAt(calls: readonly TokenCall[], node: Node): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (calls[middle]!.node < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

const ROLES = kindRoles({ identifier: 1, token_tree: 2 });

function readCalls(syntax: Syntax): TokenCall[] {
  const { kind, size, kinds } = syntax;
  const roles = ROLES(kinds);
  const found: TokenCall[] = [];
  for (let node = 0; node < size; node++) {
    if (roles[kind[node]!] !== 1) continue;
    const bang = behind(syntax, node + 1);
    if (
      bang === -1 ||
      syntax.text[syntax.start[bang]!] !== '!' ||
      textOf(syntax, bang) !== '!' ||
      syntax.after[bang] !== bang + 1
    )
      continue;
    const tree = behind(syntax, bang + 1);
    if (tree !== -1 && roles[kind[tree]!] === 2)
      found.push({ name: textOf(syntax, node).replace(/^r#/, ''), node, prefix: prefixOf(syntax, node), tree });
  }
  return found;
}

/** The first node at or behind one that is no comment; -1 if there is none. */
function behind(syntax: Syntax, node: Node): Node {
  let at = node;
  while (at < syntax.size && isComment(kindOf(syntax, at))) at = syntax.after[at]!;
  return at < syntax.size ? at : -1;
}

const PREFIX = /(?:(?:\$\s*crate|(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)?\s*::\s*)+$/u;

const prefixOf = (syntax: Syntax, node: Node): string =>
  PREFIX.exec(syntax.text.slice(Math.max(0, syntax.start[node]! - 120), syntax.start[node]!))?.[0].replace(/\s/g, '') ??
  '';
