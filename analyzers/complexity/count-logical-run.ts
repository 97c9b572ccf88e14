import { isNamed, kindOf, type Node } from '../../src/languages/syntax.ts';
import { addCognitive, addCyclomatic, MARK, type Walk } from './walk.ts';

/**
 * A run is a tree of boolean operators with nothing between them; `!`, `not` and parentheses begin a new one. Read from left to right, each
 * operator that differs from the one before costs 1: `a && b && c` 1, `a || b && c || d` 3, `a && (b && c)` 2.
 * Each run is read once, from its topmost node: chains of thousands of operands stay linear.
 */
export function countLogicalRun(walk: Walk, top: Node): void {
  const { syntax, marks, rules } = walk;
  if ((marks[top]! & MARK.partOfRun) !== 0 || !joinsOperands(walk, top)) return;
  const end = syntax.after[top]!;
  let last = '';
  for (let node = top + 1; node < end; ) {
    const kind = kindOf(syntax, node);
    if (!isNamed(syntax, node)) {
      last = countOperator(walk, node, last);
      node += 1;
    } else if (rules.kinds[kind]?.role === 'logical' && joinsOperands(walk, node)) {
      marks[node]! |= MARK.partOfRun;
      node += 1;
    } else node = syntax.after[node]!;
  }
}

/** `binary_expression` is also `a + b`: the operator tells. */
function joinsOperands(walk: Walk, node: Node): boolean {
  const { syntax, rules } = walk;
  const end = syntax.after[node]!;
  for (let child = node + 1; child < end; child = syntax.after[child]!) {
    if (isNamed(syntax, child)) continue;
    const kind = kindOf(syntax, child);
    if (rules.operators.has(kind) || rules.quietOperators.has(kind)) return true;
  }
  return false;
}

/** The operator that the run is at now: each counts as a path, and each change of operator as a thing to follow. */
function countOperator(walk: Walk, node: Node, last: string): string {
  const { operators, quietOperators } = walk.rules;
  const kind = kindOf(walk.syntax, node);
  if (!operators.has(kind) && !quietOperators.has(kind)) return last;
  addCyclomatic(walk, node, 1, kind);
  if (operators.has(kind) && kind !== last) addCognitive(walk, node, 0, kind);
  return kind;
}
