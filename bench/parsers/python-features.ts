import { parse } from '../../src/languages/parse.ts';
import {
  childByField,
  childrenOf,
  isNamed,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../src/languages/syntax.ts';
import type { Features } from './our-features.ts';

const KINDS: Readonly<Record<string, string>> = {
  if_statement: 'ifs',
  elif_clause: 'ifs',
  conditional_expression: 'conditionals',
  for_statement: 'loops',
  while_statement: 'loops',
  try_statement: 'tries',
  except_clause: 'handlers',
  except_group_clause: 'handlers',
  with_statement: 'withs',
  lambda: 'lambdas',
  call: 'calls',
  class_definition: 'classes',
  function_definition: 'defs',
  decorator: 'decorators',
  return_statement: 'returns',
  raise_statement: 'raises',
  assert_statement: 'asserts',
  delete_statement: 'deletes',
  import_statement: 'imports',
  import_from_statement: 'imports',
  future_import_statement: 'imports',
  global_statement: 'globals',
  nonlocal_statement: 'globals',
  await: 'awaits',
  yield: 'yields',
  named_expression: 'walruses',
  match_statement: 'matches',
  case_clause: 'cases',
  for_in_clause: 'comprehensions',
  boolean_operator: 'logical',
};

/** @returns the line of the first place that is not understood, counted from 1, where there is one */
export function pythonFeatures(text: string): Features | number {
  const syntax = parse(text, 'python');
  const [error] = syntax.errors;
  if (error !== undefined) return text.slice(0, syntax.start[error]).split('\n').length;
  const counts: Record<string, number> = {};
  const bodies: number[] = [];
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'identifier' || kind === '__future__') count(`name ${textOf(syntax, node).normalize('NFKC')}`);
    else if (isNamed(syntax, node) && KINDS[kind] !== undefined) count(KINDS[kind]);
    if (kind === 'function_definition' && isNamed(syntax, node)) bodies.push(bodyStart(syntax, node));
  }
  const statements = childrenOf(syntax, 0)
    .filter((node) => !/^(comment|;|line_continuation)$/.test(kindOf(syntax, node)))
    .map((node) => [syntax.start[node]!, lastTokenEnd(syntax, node)] as const);
  return { statements, bodies: bodies.sort((a, b) => a - b), counts };
}

function bodyStart(syntax: Syntax, node: Node): number {
  const body = childByField(syntax, node, 'body');
  const first = childrenOf(syntax, body).find((child) => kindOf(syntax, child) !== 'comment');
  return syntax.start[first ?? body]!;
}

/** Where the last token ends that is no comment. CPython counts the semicolon of a block's last line, and that of no other statement. */
function lastTokenEnd(syntax: Syntax, node: Node): number {
  const skipped = /(_definition|(if|for|while|try|with|match)_statement)$/.test(kindOf(syntax, node))
    ? /^(comment|block|line_continuation)$/
    : /^(comment|;|block|line_continuation)$/;
  for (let last = syntax.after[node]! - 1; last > node; last--) {
    const isLeaf = syntax.after[last] === last + 1;
    if (isLeaf && !skipped.test(kindOf(syntax, last))) return syntax.end[last]!;
  }
  return syntax.end[node]!;
}
