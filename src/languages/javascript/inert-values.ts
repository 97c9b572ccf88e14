import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { innerOf, runAtLoad } from './load-effects.ts';
import { isQuietCall } from './name-reads.ts';

// By these names the language itself calls what an object holds.
const SPOKEN =
  /^(Proxy|Symbol|Reflect|defineProperty|defineProperties|setPrototypeOf|__proto__|__defineGetter__|valueOf|to(?:Locale)?String|toJSON|then|prototype)$/;
const PRIMITIVE = /^(string|number|true|false|null|undefined|regex|template_string)$/;
const CODE =
  /^(arrow_function|function_expression|generator_function|(generator_)?function_declaration|function_signature|enum_declaration|interface_declaration|type_alias_declaration)$/;
const WRAPPED = /^(as_expression|satisfies_expression|non_null_expression|parenthesized_expression)$/;

/** Does reading a member of what these statements hold, coercing or listing it run nothing? Only of what is written out. */
export const isInert = (syntax: Syntax, nodes: readonly Node[]): boolean =>
  nodes.every((node) => isInertStatement(syntax, innerOf(syntax, node)));

function isInertStatement(syntax: Syntax, node: Node): boolean {
  const kind = kindOf(syntax, node);
  if (CODE.test(kind) || kind === 'comment' || kind === ';') return true;
  if (/^(variable|lexical)_declaration$/.test(kind))
    return childrenOf(syntax, node)
      .filter((child) => kindOf(syntax, child) === 'variable_declarator')
      .every((child) => isInertValue(syntax, childByField(syntax, child, 'value')));
  if (/^(abstract_)?class(_declaration)?$/.test(kind)) return isInertValue(syntax, node);
  if (kind !== 'export_statement') return false;
  const value = childByField(syntax, node, 'value');
  return value !== -1 && isInertValue(syntax, value);
}

function isInertValue(syntax: Syntax, value: Node): boolean {
  if (value === -1) return true;
  const kind = kindOf(syntax, value);
  if (PRIMITIVE.test(kind) || CODE.test(kind) || kind === 'unary_expression') return true;
  if (WRAPPED.test(kind)) {
    const inner = childrenOf(syntax, value).find((child) => !/^(\(|comment)$/.test(kindOf(syntax, child)));
    return inner !== undefined && isInertValue(syntax, inner);
  }
  // Either of two operands may be the value of a logical one; of the others it is a primitive.
  if (kind === 'binary_expression')
    return !/^(\|\||&&|\?\?)$/.test(kindOf(syntax, childByField(syntax, value, 'operator')));
  if (/^(abstract_)?class(_declaration)?$/.test(kind)) return isInertClass(syntax, value);
  if (/^(call|new)_expression$/.test(kind)) return isQuietCall(syntax, value) && isWrittenOut(syntax, value);
  return /^(object|array)$/.test(kind) && isWrittenOut(syntax, value);
}

/** Static members that the language asks for, decorators and what a base may bring are not looked into. */
function isInertClass(syntax: Syntax, node: Node): boolean {
  const heritage = childrenOf(syntax, node).find((child) => kindOf(syntax, child) === 'class_heritage');
  if (heritage !== undefined && !/^extends\s+([A-Z][A-Za-z]*)?Error\b(?!\.)/.test(textOf(syntax, heritage)))
    return false;
  const body = childByField(syntax, node, 'body');
  return childrenOf(syntax, body).every((member) => {
    const kinds = childrenOf(syntax, member).map((one) => kindOf(syntax, one));
    if (kinds.includes('decorator') || kindOf(syntax, member) === 'class_static_block') return false;
    return !kinds.includes('static') || isPlainMember(syntax, member, kinds);
  });
}

function isPlainMember(syntax: Syntax, member: Node, kinds: readonly string[]): boolean {
  if (kinds.includes('get') || kinds.includes('set') || kinds.includes('computed_property_name')) return false;
  if (SPOKEN.test(textOf(syntax, childByField(syntax, member, 'name')))) return false;
  return kindOf(syntax, member) === 'method_definition' || isInertValue(syntax, childByField(syntax, member, 'value'));
}

const OPEN =
  /^(call_expression|await_expression|spread_element|member_expression|subscript_expression|get|set|computed_property_name|shorthand_property_identifier)$/;

/** Only literals and functions in it, and no names by which the language calls. */
function isWrittenOut(syntax: Syntax, value: Node): boolean {
  for (const node of runAtLoad(syntax, [value])) {
    const kind = kindOf(syntax, node);
    if (node !== value && (OPEN.test(kind) || kind === 'new_expression')) return false;
    if (kind === 'method_definition') return false;
    if (/^(property_identifier|string_fragment)$/.test(kind) && SPOKEN.test(textOf(syntax, node)) && node > value + 3)
      return false;
    // What a name stands for is not written here, but for the class that is made anew.
    if (kind === 'identifier' && kindOf(syntax, syntax.parent[node]!) !== 'new_expression') return false;
  }
  return !/\b(get|set)\s+[\w$'"[]|\bvalueOf\b|\btoString\s*[(:]|\bSymbol\b/.test(textOf(syntax, value));
}
