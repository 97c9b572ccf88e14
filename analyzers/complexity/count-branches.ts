import { childByField, childByKind, childrenOf, isNamed, kindOf, type Node } from '../../src/languages/syntax.ts';
import type { KindRule } from './rules.ts';
import { addCognitive, addCyclomatic, MARK, type Walk } from './walk.ts';

export function countBranch(walk: Walk, node: Node, rule: KindRule): void {
  const elseIf = isElseIf(walk, node);
  addCognitive(walk, node, elseIf ? 0 : walk.nesting, elseIf ? `else ${rule.reason}` : rule.reason);
  addCyclomatic(walk, node, rule.cyclomatic ?? 1, rule.reason);
  nestChildren(walk, node, rule);
}

export function countFlat(walk: Walk, node: Node, rule: KindRule): void {
  addCognitive(walk, node, 0, rule.reason);
  addCyclomatic(walk, node, rule.cyclomatic ?? 0, rule.reason);
  nestChildren(walk, node, rule);
}

/** `else`, also of loops and `try`: its last child node is its body. */
export function countElse(walk: Walk, node: Node): void {
  const { syntax } = walk;
  const body = childrenOf(syntax, node)
    .filter((child) => isNamed(syntax, child) && !isComment(walk, child))
    .at(-1);
  if (body === undefined || walk.rules.ifs.has(kindOf(syntax, body))) return;
  addCognitive(walk, node, 0, 'else');
  walk.marks[body]! |= MARK.control;
}

function isElseIf(walk: Walk, node: Node): boolean {
  const { syntax } = walk;
  const parent = syntax.parent[node]!;
  return parent !== -1 && walk.rules.ifs.has(kindOf(syntax, node)) && kindOf(syntax, parent) === 'else_clause';
}

const isComment = (walk: Walk, node: Node): boolean => walk.rules.kinds[kindOf(walk.syntax, node)]?.role === 'comment';

/** Marks the children that lie one level deeper. */
export function nestChildren(walk: Walk, node: Node, rule: KindRule): void {
  const { syntax, marks } = walk;
  const nests = rule.nests ?? [];
  const mark = rule.role === 'lambda' ? MARK.lambda : MARK.control;
  const end = syntax.after[node]!;
  let behind = '';
  for (let child = node + 1; child < end; child = syntax.after[child]!) {
    const kind = kindOf(syntax, child);
    const field = syntax.kinds.fields[syntax.field[child]!] ?? '';
    const named = isNamed(syntax, child);
    const nested = nests.includes(field) || nests.includes(kind) || (named && nests[0] === '*');
    if (nested && behind !== rule.notBehind) marks[child]! |= mark;
    if (!isComment(walk, child)) behind = kind;
  }
}

/**
 * An arm adds a path unless its pattern takes all that is left: `_`, and in Python a bare name, which always captures (in Rust it can be a
 * constant). A guard adds one more; Python's is a node of its own that counts itself.
 */
export function countArm(walk: Walk, node: Node, rule: KindRule): void {
  const { syntax } = walk;
  const pattern = childByField(syntax, node, 'pattern');
  if (pattern !== -1) {
    const guard = childByField(syntax, pattern, 'condition');
    if (kindOf(syntax, pattern + 1) !== '_') addCyclomatic(walk, node, 1, rule.reason);
    if (guard !== -1) addCyclomatic(walk, guard, 1, 'guard');
    return;
  }
  const patterns = childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'case_pattern');
  if (patterns.length !== 1 || !capturesAll(walk, patterns[0]!)) addCyclomatic(walk, node, 1, rule.reason);
}

function capturesAll(walk: Walk, pattern: Node): boolean {
  const { syntax } = walk;
  const inner = pattern + 1;
  if (inner >= syntax.after[pattern]! || syntax.after[inner] !== syntax.after[pattern]) return false;
  if (kindOf(syntax, inner) === '_') return true;
  return kindOf(syntax, inner) === 'dotted_name' && syntax.after[inner] === inner + 2;
}

/** `let Some(x) = a else { … }` is a path of its own, but it reads straight on: no cognitive cost. */
export function countLetElse(walk: Walk, node: Node, rule: KindRule): void {
  if (childByField(walk.syntax, node, 'alternative') !== -1) addCyclomatic(walk, node, 1, rule.reason);
}

export function countJump(walk: Walk, node: Node, rule: KindRule): void {
  const { syntax } = walk;
  const labelled = childByKind(syntax, node, 'label') !== -1 || childByField(syntax, node, 'label') !== -1;
  if (labelled) addCognitive(walk, node, 0, rule.reason);
}
