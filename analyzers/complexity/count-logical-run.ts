import { isNamed, kindOf, type Node } from '../../src/languages/syntax.ts';
import { addCognitive, addCyclomatic, MARK, type Walk } from './walk.ts';

/**
 * A run is a tree of boolean operators with nothing between them; `!`, `not` and (but for `inRun`) parentheses begin a new one. Read from left to right, each
 * operator that differs from the one before costs 1: `a && b && c` 1, `a || b && c || d` 3, `a && (b && c)` 2.
 * Each run is read once, from its topmost node: chains of thousands of operands stay linear.
 */
export function countLogicalRun(walk: Walk, top: Node): void {
  const { syntax, marks, rules } = walk;
  if ((marks[top]! & MARK.partOfRun) !== 0 || !joinsOperands(walk, top)) return;
  const run: Run = { walk, isFree: rules.isFreeRun?.(syntax, top) === true, misread: [], last: '' };
  const end = syntax.after[top]!;
  for (let node = top + 1; node < end; ) node = leaveMisread(run, node) ?? readOperand(run, node);
}

interface Run {
  readonly walk: Walk;
  readonly isFree: boolean;
  /** Parts of the run that stand inside of an operand: where each ends, and what is read then. */
  readonly misread: { readonly end: Node; readonly next: Node }[];
  /** The operator that it is at. */
  last: string;
}

function leaveMisread({ misread }: Run, node: Node): Node | null {
  const inner = misread[misread.length - 1];
  if (!inner || node < inner.end) return null;
  misread.pop();
  return inner.next;
}

/** @returns the node to read next */
function readOperand(run: Run, node: Node): Node {
  const { syntax, marks, rules } = run.walk;
  if (!isNamed(syntax, node)) {
    if (!run.isFree) run.last = countOperator(run.walk, node, run.last);
    return node + 1;
  }
  const part = joins(run.walk, node) ? node : misreadRun(run.walk, node);
  if (part === -1) return rules.inRun?.has(kindOf(syntax, node)) ? node + 1 : syntax.after[node]!;
  marks[part]! |= MARK.partOfRun;
  if (part !== node) run.misread.push({ end: syntax.after[part]!, next: syntax.after[node]! });
  return part + 1;
}

const joins = (walk: Walk, node: Node): boolean =>
  walk.rules.kinds[kindOf(walk.syntax, node)]?.role === 'logical' && joinsOperands(walk, node);

const CHAIN: ReadonlySet<string> = new Set([
  'non_null_expression',
  'member_expression',
  'subscript_expression',
  'call_expression',
  'binary_expression',
]);

/** TypeScript's grammar reads `a && b!.c` as `(a && b)!.c`: the run at the head of such a chain, or -1. */
function misreadRun(walk: Walk, node: Node): Node {
  const { syntax } = walk;
  for (let at = node; CHAIN.has(kindOf(syntax, at)); at += 1)
    if (kindOf(syntax, at) === 'non_null_expression' && joins(walk, at + 1)) return at + 1;
  return -1;
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
