import {
  childByField,
  childByKind,
  childrenOf,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { isOn, tsconfigsAbove } from '../../../src/workspace/javascript/view-tsconfig.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Does a configuration above the file require a type on each export (`isolatedDeclarations`)? */
export const wantsDeclaredTypes = (view: View, path: string): boolean =>
  tsconfigsAbove(view, path).some((config) => isOn(config, 'isolatedDeclarations'));

const LITERAL = /^(string|number|true|false|null|undefined)$/;
const TYPES =
  /^(interface_declaration|type_alias_declaration|enum_declaration|internal_module|module|function_signature|ambient_declaration)$/;

/**
 * Can a statement's declaration be written without a look at anything else? What is not sure counts as no.
 * @param node a top-level statement, with or without `export`
 */
export function declaresTypes(syntax: Syntax, node: Node): boolean {
  const kind = kindOf(syntax, node);
  if (kind === 'export_statement') {
    const inner = childByField(syntax, node, 'declaration');
    return inner !== -1 && declaresTypes(syntax, inner);
  }
  if (TYPES.test(kind)) return true;
  if (/^(generator_)?function_declaration$/.test(kind)) return hasSignature(syntax, node);
  if (/^(lexical|variable)_declaration$/.test(kind))
    return childrenOf(syntax, node).every(
      (child) => kindOf(syntax, child) !== 'variable_declarator' || isTypedVariable(syntax, child),
    );
  return /^(abstract_)?class_declaration$/.test(kind) && isTypedClass(syntax, node);
}

function isTypedVariable(syntax: Syntax, declarator: Node): boolean {
  if (childByField(syntax, declarator, 'type') !== -1) return true;
  const name = childByField(syntax, declarator, 'name');
  const value = childByField(syntax, declarator, 'value');
  return value !== -1 && kindOf(syntax, name) === 'identifier' && isTypedValue(syntax, value);
}

function isTypedValue(syntax: Syntax, value: Node): boolean {
  const kind = kindOf(syntax, value);
  if (/^(arrow_function|function_expression)$/.test(kind)) return hasSignature(syntax, value);
  if (kind === 'as_expression') return !/\bas\s+const$/.test(textOf(syntax, value)) || isTypedValue(syntax, value + 1);
  return isLiteral(syntax, value);
}

/** What TypeScript 5.9, 6.0 and 7.0 take for a type by itself; not a regular expression, `!x`, or what `satisfies` follows. */
function isLiteral(syntax: Syntax, value: Node): boolean {
  const kind = kindOf(syntax, value);
  if (kind === 'template_string') return childByKind(syntax, value, 'template_substitution') === -1;
  return LITERAL.test(kind) || (kind === 'unary_expression' && /^[-+]\s*[\d.]+n?$/.test(textOf(syntax, value)));
}

/** Types for each parameter and for what comes back. */
function hasSignature(syntax: Syntax, fn: Node): boolean {
  if (childByField(syntax, fn, 'return_type') === -1) return false;
  const parameters = childByField(syntax, fn, 'parameters');
  return parameters !== -1 && isTypedList(syntax, parameters);
}

const isTypedList = (syntax: Syntax, parameters: Node): boolean =>
  childrenOf(syntax, parameters)
    .filter((child) => /parameter$/.test(kindOf(syntax, child)))
    .every((child) => childByField(syntax, child, 'type') !== -1 || hasLiteralDefault(syntax, child));

/** `patchFlag = 0` is a number; what is made by a name, an object or a pattern is not looked at. */
function hasLiteralDefault(syntax: Syntax, parameter: Node): boolean {
  const value = childByField(syntax, parameter, 'value');
  const isPlain = kindOf(syntax, childByField(syntax, parameter, 'pattern')) === 'identifier';
  return value !== -1 && isPlain && isLiteral(syntax, value);
}

function isTypedClass(syntax: Syntax, node: Node): boolean {
  const heritage = childByKind(syntax, node, 'class_heritage');
  if (heritage !== -1 && /\(/.test(textOf(syntax, heritage))) return false;
  const body = childByField(syntax, node, 'body');
  return body !== -1 && childrenOf(syntax, body).every((member) => isTypedMember(syntax, member));
}

function isTypedMember(syntax: Syntax, member: Node): boolean {
  const kind = kindOf(syntax, member);
  const text = textOf(syntax, member);
  if (/^(public_field_definition|field_definition)$/.test(kind))
    return /^private\b|^#|^static\s+#/.test(text) || childByField(syntax, member, 'type') !== -1;
  if (kind !== 'method_definition') return true;
  if (/^(private\b|#)/.test(text)) return true;
  const parameters = childByField(syntax, member, 'parameters');
  const isOther = /^(static\s+)?(set\s|constructor\b)/.test(text.replace(/^(public|protected|override)\s+/, ''));
  return isOther ? parameters !== -1 && isTypedList(syntax, parameters) : hasSignature(syntax, member);
}
