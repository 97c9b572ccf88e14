import { plainName } from '../../src/languages/rust/plain-name.ts';
import { readItems } from '../../src/languages/rust/read-items.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../src/languages/syntax.ts';

/** What a reader found in a file: items with what encloses them, in source order, and how often each construct stands in plain code. */
export interface Found {
  readonly items: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** The same from our tree as the oracle prints from syn's. */
export function readTree(syntax: Syntax): Found {
  return { items: itemsIn(syntax, 0, ''), counts: countsIn(syntax) };
}

const OPENS: Readonly<Record<string, (name: string) => string>> = {
  mod: (name) => name,
  trait: (name) => name,
  impl: () => 'impl',
  'extern-block': () => 'extern',
};

const NAMELESS = new Set(['impl', 'use', 'extern-block', 'error', 'expr', 'let']);

function itemsIn(syntax: Syntax, container: Node, around: string): string[] {
  return readItems(syntax, container).items.flatMap(({ kind, node }) => {
    if (kind === 'empty') return [];
    const name = NAMELESS.has(kind) ? '' : nameOf(syntax, node).replace(/^r#/, '');
    const body = childByField(syntax, node, 'body');
    const inner = Object.hasOwn(OPENS, kind) && body !== -1 ? `${around}${OPENS[kind]!(name)}/` : null;
    return [`${around}${kind} ${name}`, ...(inner === null ? [] : itemsIn(syntax, body, inner))];
  });
}

function nameOf(syntax: Syntax, node: Node): string {
  const inner = kindOf(syntax, node) === 'expression_statement' ? node + 1 : node;
  if (kindOf(syntax, inner) === 'macro_invocation') {
    const path = textOf(syntax, childByField(syntax, inner, 'macro')).replace(/\s/g, '');
    return plainName(path.split('::').pop()!);
  }
  const name = childByField(syntax, inner, 'name');
  return name === -1 ? '' : plainName(textOf(syntax, name));
}

const COUNTED: Readonly<Record<string, string>> = {
  function_item: 'fn',
  function_signature_item: 'fn',
  closure_expression: 'closure',
  if_expression: 'if',
  match_expression: 'match',
  match_arm: 'arm',
  loop_expression: 'loop',
  while_expression: 'while',
  for_expression: 'for',
  return_expression: 'return',
  try_expression: '?',
};

const OPERATORS = new Set(['&&', '||']);

function countsIn(syntax: Syntax): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (
      kind === 'token_tree' ||
      kind === 'macro_definition' ||
      kind === 'attribute_item' ||
      kind === 'inner_attribute_item'
    )
      node = syntax.after[node]! - 1;
    else if (Object.hasOwn(COUNTED, kind)) add(COUNTED[kind]!);
    else if (OPERATORS.has(kind) && isOperator(syntax, node)) add(kind);
  }
  return counts;
}

const isOperator = (syntax: Syntax, node: Node): boolean =>
  /^(?:binary_expression|let_chain)$/.test(kindOf(syntax, syntax.parent[node]!));
