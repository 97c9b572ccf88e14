import { isBuiltinAttribute } from '../../../../languages/rust/builtin-attributes.ts';
import { tokenBefore } from '../../../../languages/rust/macro-tokens.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import {
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  nextSibling,
  type Syntax,
  textOf,
} from '../../../../languages/syntax.ts';
import type { TokenMacros } from './token-macros.ts';

/**
 * What rustfmt adds and takes away with a line break: `=> { x }` for `=> x,`, `|y| { x }` for `|y| x`, the comma before a closing bracket.
 * The commas of a macro call are its own, but for those of calls inside of its arguments where it cannot see them.
 */
export function isLayout(syntax: Syntax, node: Node, kind: string, macros: TokenMacros): boolean {
  const parent = syntax.parent[node]!;
  if (parent === -1) return false;
  if (kind === ',') return isLayoutComma(syntax, node, parent, macros);
  if ((kind !== '{' && kind !== '}') || kindOf(syntax, parent) !== 'block') return false;
  const holder = syntax.parent[parent]!;
  if (holder === -1 || !/^(match_arm|closure_expression)$/.test(kindOf(syntax, holder))) return false;
  const inside = namedChildrenOf(syntax, parent);
  const [only] = inside;
  return inside.length === 1 && isValue(syntax, only!);
}

const isValue = (syntax: Syntax, node: Node): boolean => {
  const kind = kindOf(syntax, node);
  // In a block a macro in braces makes statements, elsewhere an expression.
  const inner = kind === 'expression_statement' ? node + 1 : node;
  if (kindOf(syntax, inner) === 'macro_invocation' && textOf(syntax, inner).endsWith('}')) return false;
  if (kind === 'expression_statement') return !textOf(syntax, node).endsWith(';');
  return !/_(item|declaration|definition|comment)$|^(label|empty_statement)$/.test(kind);
};

function isLayoutComma(syntax: Syntax, comma: Node, parent: Node, macros: TokenMacros): boolean {
  const kind = kindOf(syntax, parent);
  if (kind === 'match_arm') return true;
  let next = nextSibling(syntax, comma);
  while (next !== -1 && isComment(kindOf(syntax, next))) next = nextSibling(syntax, next);
  if (next === -1 || !/^[)\]}>]$/.test(textOf(syntax, next))) return false;
  if (/^tuple_(?:expression|type|pattern)$/.test(kind)) return elementsOf(syntax, parent).length > 1;
  if (kind !== 'token_tree' && kind !== 'token_repetition') return true;
  return !isMacrosOwn(syntax, parent, macros) && !makesTuple(syntax, comma, parent);
}

/** `(1,)` among tokens: without the comma it is no tuple. */
function makesTuple(syntax: Syntax, comma: Node, tree: Node): boolean {
  if (!textOf(syntax, tree).startsWith('(')) return false;
  const commas = childrenOf(syntax, tree).filter((child) => textOf(syntax, child) === ',');
  const called = tokenBefore(syntax, tree);
  const isCall = called !== -1 && /^(?:[\p{XID_Continue}#]+|[)\]>!])$/u.test(textOf(syntax, called));
  return !isCall && commas.length === 1 && commas[0] === comma;
}

const elementsOf = (syntax: Syntax, tuple: Node): Node[] =>
  namedChildrenOf(syntax, tuple).filter((child) => !isComment(kindOf(syntax, child)));

/** True for a comma directly in the arguments of a macro call, or anywhere in those of a macro that takes tokens as they are. */
function isMacrosOwn(syntax: Syntax, tree: Node, macros: TokenMacros): boolean {
  const direct = calleeOf(syntax, tree);
  if (direct !== null) return !macros.isVec(direct);
  for (let at = tree; at !== -1; at = syntax.parent[at]!) {
    const kind = kindOf(syntax, at);
    if (kind === 'macro_definition') return true;
    if (kind === 'attribute') return !isBuiltinAttribute(/^[\w:]*/.exec(textOf(syntax, at))![0]);
    const callee = kind === 'token_tree' ? calleeOf(syntax, at) : null;
    if (callee !== null && macros.seesCommas(callee)) return true;
    if (kind === 'block' || kind === 'declaration_list' || kind === 'source_file') return false;
  }
  return false;
}

/** The macro whose arguments a token tree is; null for a group within them. */
function calleeOf(syntax: Syntax, tree: Node): string | null {
  let at = tokenBefore(syntax, tree);
  if (at === -1 || textOf(syntax, at) !== '!') return null;
  at = tokenBefore(syntax, at);
  return at === -1 || kindOf(syntax, at) !== 'identifier' ? null : textOf(syntax, at);
}
