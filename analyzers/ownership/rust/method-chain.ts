import {
  childByField,
  childByKind,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

/** `root.a(x).b(y)`: what it begins with, and the methods in order. */
export interface MethodChain {
  readonly root: Node;
  readonly calls: readonly ChainCall[];
}

export interface ChainCall {
  readonly name: string;
  readonly arguments: readonly Node[];
  /** Where the method's name stands. */
  readonly node: Node;
}

/** Takes a value apart into the methods that are called one after the other; without methods the value is its own root. */
export function chainOf(syntax: Syntax, value: Node): MethodChain {
  const calls: ChainCall[] = [];
  let at = plainOf(syntax, value);
  while (kindOf(syntax, at) === 'call_expression') {
    const callee = withoutGenerics(syntax, childByField(syntax, at, 'function'));
    if (callee === -1 || kindOf(syntax, callee) !== 'field_expression') break;
    const name = childByField(syntax, callee, 'field');
    calls.unshift({ name: textOf(syntax, name), arguments: argumentsOf(syntax, at), node: name });
    at = plainOf(syntax, childByField(syntax, callee, 'value'));
  }
  return { root: at, calls };
}

/** What stands behind `&`, `?`, `.await` and parentheses. */
export function plainOf(syntax: Syntax, value: Node): Node {
  let at = value;
  for (;;) {
    const kind = kindOf(syntax, at);
    if (!/^(?:reference_expression|parenthesized_expression|try_expression|await_expression)$/.test(kind)) return at;
    const inner = namedChildrenOf(syntax, at).find(
      (one) => !/^(?:mutable_specifier|line_comment)$/.test(kindOf(syntax, one)),
    );
    if (inner === undefined) return at;
    at = inner;
  }
}

/** `f::<T>` -> `f`. */
const withoutGenerics = (syntax: Syntax, callee: Node): Node =>
  callee !== -1 && kindOf(syntax, callee) === 'generic_function' ? childByField(syntax, callee, 'function') : callee;

function argumentsOf(syntax: Syntax, call: Node): Node[] {
  const list = childByField(syntax, call, 'arguments');
  return list === -1 ? [] : namedChildrenOf(syntax, list).filter((one) => !/comment$/.test(kindOf(syntax, one)));
}

/** The path of what a call calls, without type arguments: `axum::Router::new`; null where it is no path. */
export function calledPath(syntax: Syntax, call: Node): string | null {
  if (kindOf(syntax, call) !== 'call_expression') return null;
  const callee = withoutGenerics(syntax, childByField(syntax, call, 'function'));
  if (callee === -1 || !/^(?:scoped_)?identifier$/.test(kindOf(syntax, callee))) return null;
  return textOf(syntax, callee)
    .replace(/(?:::)?<[^()]*>/g, '')
    .replace(/\s+/g, '');
}

/** The text of a plain string literal; null where it is none. */
export function stringOf(syntax: Syntax, node: Node | undefined): string | null {
  if (node === undefined || kindOf(syntax, node) !== 'string_literal') return null;
  return childByKind(syntax, node, 'escape_sequence') === -1 ? textOf(syntax, node).slice(1, -1) : null;
}
