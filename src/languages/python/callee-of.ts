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
  let current = kindOf(syntax, call) === 'call' ? childByField(syntax, call, 'function') : -1;
  while (current !== -1) {
    const kind = kindOf(syntax, current);
    if (kind === 'identifier') return { root: textOf(syntax, current), path: path.reverse(), literal: false };
    if (/string$/.test(kind)) return { root: null, path, literal: path.length > 0 };
    if (kind === 'attribute') {
      path.push(textOf(syntax, childByField(syntax, current, 'attribute')));
      current = childByField(syntax, current, 'object');
    } else if (kind === 'call') current = childByField(syntax, current, 'function');
    else if (kind === 'subscript') current = childByField(syntax, current, 'value');
    else if (kind === 'parenthesized_expression' || kind === 'await')
      current = namedChildrenOf(syntax, current)[0] ?? -1;
    else current = -1;
  }
  return { root: null, path, literal: false };
}
