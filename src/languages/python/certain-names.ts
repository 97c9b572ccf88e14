import { childByKind, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/** Names bound when control leaves a statement normally; null if it never does (`raise`, `return`). */
type Bound = ReadonlySet<string> | null;

const NOTHING: Bound = new Set<string>();
const LEAVES = new Set(['raise_statement', 'return_statement', 'break_statement', 'continue_statement']);
const NEW_SCOPE = new Set(['function_definition', 'class_definition', 'lambda']);

/**
 * Names that a statement binds on every path through it.
 * @param boundAt node of a binding -> the name that it binds, for the scope that the statement stands in
 */
export function certainNames(syntax: Syntax, statement: Node, boundAt: ReadonlyMap<Node, string>): ReadonlySet<string> {
  // Compound statements from the innermost outward: nesting never deepens the call stack.
  const known = new Map<Node, Bound>();
  for (let node = syntax.after[statement]! - 1; node >= statement; node--) {
    const kind = kindOf(syntax, node);
    if (kind === 'block') known.set(node, inSequence(syntax, node, known, boundAt));
    else if (kind.endsWith('_statement') || kind === 'decorated_definition' || NEW_SCOPE.has(kind))
      known.set(node, ofStatement(syntax, node, kind, known, boundAt));
  }
  return known.get(statement) ?? new Set();
}

function inSequence(
  syntax: Syntax,
  block: Node,
  known: ReadonlyMap<Node, Bound>,
  boundAt: ReadonlyMap<Node, string>,
): Bound {
  const all = new Set<string>();
  for (const child of childrenOf(syntax, block)) {
    const bound = known.get(child);
    if (bound === null) return null;
    for (const name of bound ?? directNames(syntax, child, boundAt)) all.add(name);
  }
  return all;
}

function ofStatement(
  syntax: Syntax,
  node: Node,
  kind: string,
  known: ReadonlyMap<Node, Bound>,
  boundAt: ReadonlyMap<Node, string>,
): Bound {
  if (LEAVES.has(kind)) return null;
  const block = (owner: Node): Bound => {
    const body = owner === -1 ? -1 : childByKind(syntax, owner, 'block');
    return body === -1 ? NOTHING : (known.get(body) ?? NOTHING);
  };
  if (kind === 'if_statement') {
    const others = childrenOf(syntax, node).filter((child) => /^(elif|else)_clause$/.test(kindOf(syntax, child)));
    const complete = others.some((child) => kindOf(syntax, child) === 'else_clause');
    return inAll([block(node), ...others.map(block), ...(complete ? [] : [NOTHING])]);
  }
  if (kind === 'try_statement') return ofTry(syntax, node, block);
  if (kind === 'with_statement') {
    const clause = childByKind(syntax, node, 'with_clause');
    // `with suppress(ImportError):` may end early.
    if (clause === -1 || /suppress|raises/.test(textOf(syntax, clause))) return NOTHING;
    return both(new Set(directNames(syntax, clause, boundAt)), block(node));
  }
  if (kind === 'for_statement' || kind === 'while_statement' || kind === 'match_statement') return NOTHING;
  return new Set(directNames(syntax, node, boundAt));
}

function ofTry(syntax: Syntax, node: Node, block: (owner: Node) => Bound): Bound {
  const clauses = (pattern: RegExp): Node[] =>
    childrenOf(syntax, node).filter((child) => pattern.test(kindOf(syntax, child)));
  const body = block(node);
  const normal =
    body === null ? null : clauses(/^else_clause$/).reduce<Bound>((bound, clause) => both(bound, block(clause)), body);
  const handled = clauses(/^except_(group_)?clause$/).map(block);
  return clauses(/^finally_clause$/).reduce<Bound>(
    (bound, clause) => both(bound, block(clause)),
    inAll([normal, ...handled]),
  );
}

const both = (a: Bound, b: Bound): Bound => (a === null || b === null ? null : new Set([...a, ...b]));

/** Branches that never end do not count. */
function inAll(branches: readonly Bound[]): Bound {
  const ending = branches.filter((branch) => branch !== null);
  const [first, ...rest] = ending;
  return first === undefined ? null : new Set([...first].filter((name) => rest.every((branch) => branch.has(name))));
}

function directNames(syntax: Syntax, node: Node, boundAt: ReadonlyMap<Node, string>): string[] {
  const names: string[] = [];
  for (let inner = node; inner < syntax.after[node]!; inner++) {
    const name = boundAt.get(inner);
    if (name !== undefined && !isOptional(syntax, inner, node)) names.push(name);
  }
  return names;
}

/** `a and (n := f())`, `[n := x for …]`, `x if y else (n := 1)`. */
function isOptional(syntax: Syntax, node: Node, top: Node): boolean {
  for (let up = syntax.parent[node]!; up > top; up = syntax.parent[up]!)
    if (/^(boolean_operator|conditional_expression|.*comprehension|generator_expression)$/.test(kindOf(syntax, up)))
      return true;
  return false;
}
