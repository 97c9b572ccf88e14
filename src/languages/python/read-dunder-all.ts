import type { Range } from '../../core/range.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

export interface DunderAll {
  /** Names told by plain string literals, in order. */
  readonly names: readonly string[];
  /** False if some part is computed: `__all__ += other.__all__`, a comprehension, a condition around it. */
  readonly complete: boolean;
  /** Statements that make or change it. */
  readonly statements: readonly Range[];
}

const CHANGES = /^__all__\s*\.\s*(extend|append|remove|insert)$/;

/** `__all__` of a file, or null if the file has none. Follows `=`, `+=`, `.extend([...])` and `.append("x")` at the top level. */
export function readDunderAll(syntax: Syntax): DunderAll | null {
  const names: string[] = [];
  const statements: Range[] = [];
  let complete = true;
  if (!syntax.text.includes('__all__')) return null;
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'function_definition' || kind === 'class_definition') {
      node = syntax.after[node]! - 1;
      continue;
    }
    const value = givenTo(syntax, node, kind);
    if (value === null) continue;
    const read = value.known ? literals(syntax, value.node) : null;
    if (read) names.push(...read);
    complete &&= read !== null && syntax.parent[syntax.parent[node]!] === 0;
    statements.push({ start: syntax.start[node]!, end: syntax.end[node]! });
  }
  return statements.length === 0 ? null : { names, complete, statements };
}

/** The node whose strings `__all__` takes; `known` is false for `remove` and the like. */
function givenTo(syntax: Syntax, node: Node, kind: string): { readonly node: Node; readonly known: boolean } | null {
  if (kind === 'assignment' || kind === 'augmented_assignment') {
    const left = childByField(syntax, node, 'left');
    if (left === -1 || textOf(syntax, left) !== '__all__') return null;
    return { node: childByField(syntax, node, 'right'), known: true };
  }
  if (kind !== 'call') return null;
  const callee = childByField(syntax, node, 'function');
  const change =
    callee === -1 || syntax.end[callee]! - syntax.start[callee]! > 40 ? null : CHANGES.exec(textOf(syntax, callee));
  if (!change) return null;
  const list = childByField(syntax, node, 'arguments');
  const given =
    list === -1 ? -1 : (childrenOf(syntax, list).find((child) => !'(),'.includes(kindOf(syntax, child))) ?? -1);
  return { node: given, known: change[1] === 'extend' || change[1] === 'append' };
}

/** The strings of `["a", "b"]`, `("a",)`, `"a"` or sums of such; null if anything else takes part. */
function literals(syntax: Syntax, top: Node): string[] | null {
  if (top === -1) return null;
  const names: string[] = [];
  for (let node = top; node < syntax.after[top]!; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'string') {
      const match = /^[rRuU]?(['"])([^'"\\]*)\1$/.exec(textOf(syntax, node));
      if (!match) return null;
      names.push(match[2]!);
      node = syntax.after[node]! - 1;
    } else if (!/^(list|tuple|binary_operator|parenthesized_expression|comment|[[\](),+])$/.test(kind)) return null;
  }
  return names;
}
