import { kindOf, type Node, namedChildrenOf, type Syntax } from '../../../src/languages/syntax.ts';
import { JAVASCRIPT_RULES } from '../javascript-rules.ts';
import type { LanguageRules } from '../rules.ts';
import { without } from './sonar-rules.ts';
import { always, type Place, type Table } from './table.ts';

const FUNCTIONS = [
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
] as const;

const CLASSES = ['class_declaration', 'abstract_class_declaration', 'class'] as const;

/** `&&` alone counts, though `||` and `??` end a run of it; parentheses do not. */
export const SONAR_JAVASCRIPT_COGNITIVE: LanguageRules = {
  ...without(
    JAVASCRIPT_RULES,
    ['call_expression'],
    // A class changes no nesting.
    Object.fromEntries(CLASSES.map((kind) => [kind, { role: 'namespace', reason: 'class' }])),
  ),
  operators: new Set(['&&']),
  quietOperators: new Set(['||', '??']),
  apart: always,
  inRun: new Set(['parenthesized_expression']),
  isFreeRun: isShortCircuitOfJsx,
};

/** `{ready && shown && <List />}`: one operator alone, and no `?:` among its operands. */
function isShortCircuitOfJsx(syntax: Syntax, top: Node): boolean {
  let holder = syntax.parent[top]!;
  while (holder !== -1 && kindOf(syntax, holder) === 'parenthesized_expression') holder = syntax.parent[holder]!;
  if (holder === -1 || kindOf(syntax, holder) !== 'jsx_expression') return false;
  return joinsBy(syntax, top, operatorOf(syntax, top));
}

function joinsBy(syntax: Syntax, node: Node, operator: string): boolean {
  const kind = kindOf(syntax, node);
  if (kind === 'ternary_expression') return false;
  if (kind === 'parenthesized_expression')
    return namedChildrenOf(syntax, node).every((child) => joinsBy(syntax, child, operator));
  const own = operatorOf(syntax, node);
  if (!LOGICAL.has(own)) return true;
  return own === operator && namedChildrenOf(syntax, node).every((child) => joinsBy(syntax, child, operator));
}

const LOGICAL: ReadonlySet<string> = new Set(['&&', '||', '??']);

/** Empty for what is no binary expression. */
function operatorOf(syntax: Syntax, node: Node): string {
  if (kindOf(syntax, node) !== 'binary_expression') return '';
  const end = syntax.after[node]!;
  for (let child = node + 1; child < end; child = syntax.after[child]!) {
    const kind = kindOf(syntax, child);
    if (syntax.kinds.named[syntax.kind[child]!] !== 1) return kind;
  }
  return '';
}

/** Each function by itself; the operators of assignments, `catch`, `?.` and `default:` are no paths. */
export const SONAR_JAVASCRIPT: Table = {
  base: 1,
  opens: Object.fromEntries(FUNCTIONS.map((kind) => [kind, 'apart'])),
  adds: {
    if_statement: 1,
    ternary_expression: 1,
    for_statement: 1,
    for_in_statement: 1,
    while_statement: 1,
    do_statement: 1,
    switch_case: 1,
    binary_expression: ({ syntax, node }: Place) => (LOGICAL.has(operatorOf(syntax, node)) ? 1 : 0),
  },
};
