import { childByField, kindOf, type Node, type Syntax, textOf } from '../../src/languages/syntax.ts';

const ANONYMOUS = '<anonymous>';

/** One that somebody gave a name: not what stands as an argument or is called where it stands. */
export const isNamedFunction = (syntax: Syntax, node: Node): boolean =>
  !/^<anonymous>$|\(\)$/.test(functionName(syntax, node));

/** The name of a function, or for a JavaScript function without one what it is bound to: a variable, a key, `describe()`. */
export function functionName(syntax: Syntax, node: Node): string {
  const name = childByField(syntax, node, 'name');
  // A name that the parser missed is a node without text.
  if (name !== -1) return textOf(syntax, name) || ANONYMOUS;
  const parent = syntax.parent[node]!;
  return parent === -1 ? ANONYMOUS : nameByParent(syntax, parent);
}

function nameByParent(syntax: Syntax, parent: Node): string {
  const kind = kindOf(syntax, parent);
  if (kind === 'variable_declarator' || kind === 'public_field_definition') return field(syntax, parent, 'name');
  if (kind === 'pair') return field(syntax, parent, 'key');
  if (kind === 'assignment_expression') return field(syntax, parent, 'left');
  if (kind === 'export_statement') return 'default';
  const call = kind === 'arguments' ? syntax.parent[parent]! : -1;
  if (call === -1) return ANONYMOUS;
  const callee = field(syntax, call, 'function');
  return callee === ANONYMOUS ? callee : `${callee}()`;
}

/** Only names and paths of names: a computed key or a long chain of calls names nothing. */
function field(syntax: Syntax, node: Node, name: string): string {
  const child = childByField(syntax, node, name);
  const text = child === -1 ? '' : textOf(syntax, child);
  return /^[\w$#][\w$.#]*$/.test(text) ? text : ANONYMOUS;
}

/** `impl<T> Foo<T>` -> `Foo`; `impl Trait for &'a Foo` -> `&'a Foo`; a class or module by its name. */
export function typeName(syntax: Syntax, node: Node): string {
  if (kindOf(syntax, node) !== 'impl_item') return functionName(syntax, node);
  let type = childByField(syntax, node, 'type');
  if (type === -1) return ANONYMOUS;
  if (kindOf(syntax, type) === 'generic_type') type = childByField(syntax, type, 'type');
  return textOf(syntax, type).replace(/\s+/g, ' ');
}
