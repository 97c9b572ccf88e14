import type { Unit } from '../../core/unit.ts';
import { childByField, childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/**
 * What a statement does while its module is loaded. `none`: nothing that can be seen. `computes`: it calls something for a value that it
 * binds. `acts`: it runs for what it does to others.
 */
export type LoadEffect = 'none' | 'computes' | 'acts';

const LATER =
  /^(function_declaration|generator_function_declaration|function_expression|generator_function|arrow_function|method_definition|type_annotation|type_arguments|type_parameters|interface_declaration|type_alias_declaration|function_signature|ambient_declaration|implements_clause|import_statement)$/;

// Building one of these touches nothing but itself.
const QUIET_NEW =
  /^(Map|Set|WeakMap|WeakSet|WeakRef|RegExp|Date|Array|Object|Error|TypeError|RangeError|URL|AbortController|TextEncoder|TextDecoder|(Big)?(Ui|I)nt(8|16|32|64)(Clamped)?Array|Float(32|64)Array|ArrayBuffer)$/;
const QUIET_CALL =
  /^(Symbol(\.for)?|RegExp|String(\.raw|\.fromCharCode)?|Number|BigInt|Boolean|Object\.(freeze|create|keys|values|entries|fromEntries)|Array\.(from|of)|Math\.\w+|Number\.\w+)$/;

/** @param nodes the statements of one unit */
export function loadEffect(syntax: Syntax, unit: Unit, nodes: readonly Node[]): LoadEffect {
  if (/^(import|directive|empty)$/.test(unit.kind)) return 'none';
  if (unit.kind === 'expression' || unit.kind === 'statement' || unit.kind === 'error') return 'acts';
  let effect: LoadEffect = 'none';
  for (const node of nodes)
    for (let at = node; at < syntax.after[node]!; at++) {
      const kind = kindOf(syntax, at);
      if (LATER.test(kind) || isInstanceValue(syntax, at)) {
        at = syntax.after[at]! - 1;
        continue;
      }
      if (kind === 'decorator' || kind === 'class_static_block' || kind === 'await_expression') return 'acts';
      if (/^(assignment_expression|augmented_assignment_expression|update_expression)$/.test(kind)) return 'acts';
      if ((kind === 'call_expression' || kind === 'new_expression') && !isQuiet(syntax, at, kind)) effect = 'computes';
    }
  return effect;
}

function isInstanceValue(syntax: Syntax, node: Node): boolean {
  if (fieldOf(syntax, node) !== 'value') return false;
  const up = syntax.parent[node]!;
  if (!/^(public_field_definition|field_definition)$/.test(kindOf(syntax, up))) return false;
  return !childrenOf(syntax, up).some((child) => kindOf(syntax, child) === 'static');
}

function isQuiet(syntax: Syntax, node: Node, kind: string): boolean {
  if (/[#@]__PURE__\s*\*\/\s*$/.test(syntax.text.slice(Math.max(0, syntax.start[node]! - 40), syntax.start[node]!)))
    return true;
  const callee = childByField(syntax, node, kind === 'call_expression' ? 'function' : 'constructor');
  return callee !== -1 && (kind === 'call_expression' ? QUIET_CALL : QUIET_NEW).test(textOf(syntax, callee));
}

const PLAIN_VALUE =
  /^(arrow_function|function_expression|generator_function|class|string|number|true|false|null|undefined|regex|unary_expression|binary_expression)$/;

/** Does a statement get its value when its turn comes? A function has it before anything is evaluated, a type never. */
export const isEvaluated = (syntax: Syntax, unit: Unit, nodes: readonly Node[]): boolean =>
  !/^(import|directive|empty)$/.test(unit.kind) &&
  nodes.some(
    (node) =>
      !/^(function_declaration|generator_function_declaration|function_signature|interface_declaration|type_alias_declaration|ambient_declaration|export_clause|comment|;)$/.test(
        kindOf(syntax, innerOf(syntax, node)),
      ),
  );

const innerOf = (syntax: Syntax, node: Node): Node => {
  if (kindOf(syntax, node) !== 'export_statement') return node;
  const declaration = childByField(syntax, node, 'declaration');
  if (declaration !== -1) return declaration;
  return childrenOf(syntax, node).find((child) => kindOf(syntax, child) === 'export_clause') ?? node;
};

/** May two units that reach this one see each other's doing: a variable, an object, a static field. */
export const holdsState = (syntax: Syntax, nodes: readonly Node[]): boolean =>
  nodes.some((node) => {
    const inner = innerOf(syntax, node);
    const kind = kindOf(syntax, inner);
    if (kind === 'variable_declaration') return true;
    if (kind === 'lexical_declaration') return /^let\b/.test(textOf(syntax, inner)) || holdsObject(syntax, inner);
    return /^(abstract_)?class/.test(kind) && hasStaticField(syntax, inner);
  });

function hasStaticField(syntax: Syntax, node: Node): boolean {
  for (let at = node; at < syntax.after[node]!; at++)
    if (/^(public_)?field_definition$/.test(kindOf(syntax, at)))
      if (childrenOf(syntax, at).some((one) => kindOf(syntax, one) === 'static')) return true;
  return false;
}

function holdsObject(syntax: Syntax, declaration: Node): boolean {
  return childrenOf(syntax, declaration).some((child) => {
    if (kindOf(syntax, child) !== 'variable_declarator') return false;
    const value = childByField(syntax, child, 'value');
    if (value === -1 || PLAIN_VALUE.test(kindOf(syntax, value)) || kindOf(syntax, value) === 'template_string')
      return false;
    return !/\bas\s+const$|^Object\.freeze\(/.test(textOf(syntax, value));
  });
}
