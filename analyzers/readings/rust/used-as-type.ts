import { fieldOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/**
 * True if a file uses a name as types are used: it is built, matched, stands where a trait would need `dyn`, or begins a path and never
 * stands where only a trait can.
 */
export function isUsedAsType(syntax: Syntax, name: string): boolean {
  let heads = 0;
  let bounds = 0;
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if ((kind !== 'type_identifier' && kind !== 'identifier') || textOf(syntax, node) !== name) continue;
    if (isBuilt(syntax, node) || (kind === 'type_identifier' && isPlainType(syntax, node))) return true;
    if (isBound(syntax, node)) bounds += 1;
    else if (isHead(syntax, node)) heads += 1;
  }
  return heads > 0 && bounds === 0;
}

/** `Name { .. }`, `Name(..)`, in code or in a pattern. */
function isBuilt(syntax: Syntax, node: Node): boolean {
  const kind = kindOf(syntax, syntax.parent[node]!);
  const field = fieldOf(syntax, node);
  if (kind === 'struct_expression') return field === 'name';
  if (kind === 'call_expression') return field === 'function';
  return (kind === 'tuple_struct_pattern' || kind === 'struct_pattern') && field === 'type';
}

/** `Name::new()`, `Name::Variant`, in code or among tokens. */
const isHead = (syntax: Syntax, node: Node): boolean =>
  /^\s*::\s*[\p{XID_Start}_]/u.test(syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 20));

const PLACES = new Set([
  'field_declaration',
  'parameter',
  'reference_type',
  'pointer_type',
  'array_type',
  'tuple_type',
  'ordered_field_declaration_list',
  'let_declaration',
  'const_item',
  'static_item',
]);

/** With its arguments: `Name<T>`. */
const wholeType = (syntax: Syntax, node: Node): Node =>
  kindOf(syntax, syntax.parent[node]!) === 'generic_type' && fieldOf(syntax, node) === 'type'
    ? syntax.parent[node]!
    : node;

/** A type of a field, parameter, result or argument. */
function isPlainType(syntax: Syntax, node: Node): boolean {
  const type = wholeType(syntax, node);
  const parent = kindOf(syntax, syntax.parent[type]!);
  if (PLACES.has(parent) || parent === 'type_arguments') return true;
  return (
    (parent === 'function_item' || parent === 'function_signature_item') && fieldOf(syntax, type) === 'return_type'
  );
}

const BOUNDS =
  /^(?:trait_bounds|dynamic_type|abstract_type|higher_ranked_trait_bound|removed_trait_bound|bounded_type)$/;

/** `T: Name`, `dyn Name`, `impl Name`, `impl Name for`, `<T as Name>`. */
function isBound(syntax: Syntax, node: Node): boolean {
  const type = wholeType(syntax, node);
  const parent = kindOf(syntax, syntax.parent[type]!);
  if (BOUNDS.test(parent)) return true;
  return (
    (parent === 'impl_item' && fieldOf(syntax, type) === 'trait') ||
    (parent === 'qualified_type' && fieldOf(syntax, type) === 'alias')
  );
}
