import { kindOf, type Node, type Syntax } from '../syntax.ts';

/** Does a statement call, construct or wait for anything, so that it may act upon more than it names. Functions in it count. */
export function callsAnything(syntax: Syntax, statement: Node): boolean {
  for (let node = statement; node < syntax.after[statement]!; node++)
    if (/^(call_expression|new_expression|await_expression|decorator)$/.test(kindOf(syntax, node))) return true;
  return false;
}
