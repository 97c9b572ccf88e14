import { childByField, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../syntax.ts';

export interface Callee {
  /** The name that the called expression begins with, or null: a literal, a call's result. */
  readonly root: string | null;
  readonly path: readonly string[];
  /** A method of a text that stands there. */
  readonly literal: boolean;
}

/** Who is called, as far as names tell. */
export function calleeOf(syntax: Syntax, call: Node): Callee {
  const path: string[] = [];
  let at = kindOf(syntax, call) === 'call' ? childByField(syntax, call, 'function') : -1;
  while (at !== -1) {
    const kind = kindOf(syntax, at);
    if (kind === 'identifier') return { root: textOf(syntax, at), path: path.reverse(), literal: false };
    if (/string$/.test(kind)) return { root: null, path, literal: path.length > 0 };
    if (kind === 'attribute') {
      path.push(textOf(syntax, childByField(syntax, at, 'attribute')));
      at = childByField(syntax, at, 'object');
    } else if (kind === 'call') at = childByField(syntax, at, 'function');
    else if (kind === 'subscript') at = childByField(syntax, at, 'value');
    else if (kind === 'parenthesized_expression' || kind === 'await') at = namedChildrenOf(syntax, at)[0] ?? -1;
    else at = -1;
  }
  return { root: null, path, literal: false };
}
