import { childByField, isNamed, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { leavesTrace } from './pure-calls.ts';

/** Names in calls that run when a definition is made: in a class body and in defaults, but in no function's body and no decorator. */
export function calledNames(syntax: Syntax, definition: Node): string[] {
  const found: string[] = [];
  for (let node = definition; node < syntax.after[definition]!; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'decorator' || kind === 'lambda' || isBody(syntax, node)) node = syntax.after[node]! - 1;
    else if (isNamed(syntax, node) && kind === 'call' && leavesTrace(syntax, node)) {
      found.push(...namesIn(syntax, node));
      node = syntax.after[node]! - 1;
    }
  }
  return found;
}

const isBody = (syntax: Syntax, node: Node): boolean => {
  const up = syntax.parent[node]!;
  return kindOf(syntax, up) === 'function_definition' && childByField(syntax, up, 'body') === node;
};

function namesIn(syntax: Syntax, top: Node): string[] {
  const names: string[] = [];
  for (let node = top; node < syntax.after[top]!; node++)
    if (kindOf(syntax, node) === 'identifier') names.push(textOf(syntax, node));
  return names;
}
