import { grammarOf } from '../../src/languages/language.ts';
import { parse } from '../../src/languages/parse.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax } from '../../src/languages/syntax.ts';

/** What a parser sees in a file, in words that two parsers share. Offsets are UTF-16. */
export interface Features {
  readonly statements: readonly (readonly [start: number, end: number])[];
  /** Where the bodies of functions begin. */
  readonly bodies: readonly number[];
  readonly counts: Readonly<Record<string, number>>;
}

const KINDS: Readonly<Record<string, string>> = {
  if_statement: 'ifs',
  switch_case: 'cases',
  switch_default: 'cases',
  catch_clause: 'catches',
  ternary_expression: 'conditionals',
  class_declaration: 'classes',
  abstract_class_declaration: 'classes',
  class: 'classes',
  new_expression: 'news',
  jsx_opening_element: 'markup',
  jsx_self_closing_element: 'markup',
  throw_statement: 'throws',
  return_statement: 'returns',
  for_statement: 'loops',
  for_in_statement: 'loops',
  while_statement: 'loops',
  do_statement: 'loops',
};
const FUNCTIONS =
  /^(function_declaration|generator_function_declaration|function_expression|generator_function|arrow_function|method_definition)$/;

/** @returns the line of the first place that is not understood, counted from 1, where there is one */
export function ourFeatures(path: string, text: string): Features | number {
  const syntax = parse(text, grammarOf(path)!);
  const [error] = syntax.errors;
  if (error !== undefined) return text.slice(0, syntax.start[error]).split('\n').length;
  const counts: Record<string, number> = {};
  const bodies: number[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (syntax.kinds.named[syntax.kind[node]!] === 0) continue;
    const kind = kindOf(syntax, node);
    const name = kind === 'call_expression' ? nameOfCall(syntax, node) : (KINDS[kind] ?? logical(syntax, node, kind));
    if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
    const body = FUNCTIONS.test(kind) ? childByField(syntax, node, 'body') : -1;
    if (body !== -1) bodies.push(syntax.start[body]!);
  }
  const statements = childrenOf(syntax, 0)
    .filter((node) => !/^(comment|html_comment|hash_bang_line|empty_statement|;)$/.test(kindOf(syntax, node)))
    .map((node) => [syntax.start[node]!, syntax.end[node]!] as const);
  return { statements, bodies: bodies.sort((a, b) => a - b), counts };
}

/** `import(…)` is a call here, and a word of its own there. */
const nameOfCall = (syntax: Syntax, node: Node): string | null =>
  kindOf(syntax, childByField(syntax, node, 'function')) === 'import' ? null : 'calls';

const logical = (syntax: Syntax, node: Node, kind: string): string | null =>
  kind === 'binary_expression' &&
  childrenOf(syntax, node).some((child) => /^(&&|\|\||\?\?)$/.test(kindOf(syntax, child)))
    ? 'logical'
    : null;
