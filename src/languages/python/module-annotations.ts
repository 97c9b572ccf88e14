import type { Range } from '../../core/range.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/** `rate: float = 1.5` at the module's own level: an entry of the module's `__annotations__`. */
export interface ModuleAnnotation {
  readonly name: string;
  readonly type: Range;
  /** Offset of the name. */
  readonly at: number;
  /** A statement of its own: what stands below an `if` or a `try` makes its entry on some paths only. */
  readonly direct: boolean;
}

/** Annotated names of the module, in source order. `(x): int` and `a.b: int` make no entry. */
export function moduleAnnotations(syntax: Syntax): ModuleAnnotation[] {
  const found: ModuleAnnotation[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (/^(function_definition|class_definition|lambda)$/.test(kind)) node = syntax.after[node]! - 1;
    const type = kind === 'assignment' ? childByField(syntax, node, 'type') : -1;
    if (type === -1) continue;
    const left = childByField(syntax, node, 'left');
    if (kindOf(syntax, left) !== 'identifier') continue;
    found.push({
      name: textOf(syntax, left),
      type: { start: syntax.start[type]!, end: syntax.end[type]! },
      at: syntax.start[left]!,
      direct: isDirect(syntax, node),
    });
  }
  return found;
}

/** `x: int = 1` may itself be the value of nothing: it is a whole statement of the module. */
const isDirect = (syntax: Syntax, assignment: Node): boolean => {
  const statement = syntax.parent[assignment]!;
  return kindOf(syntax, statement) === 'expression_statement' && syntax.parent[statement] === 0;
};
