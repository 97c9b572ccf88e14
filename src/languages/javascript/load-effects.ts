import type { Unit } from '../../core/unit.ts';
import { childByField, childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { convertsAtOnce } from './conversions.ts';
import { isTypeNamespace } from './is-type-namespace.ts';
import { isQuietCall } from './name-reads.ts';
import { runsNothing } from './read-commonjs.ts';

/**
 * What a statement does by itself while its module is loaded. `none`: it runs no code that others could see; it may still read what others
 * change. `computes`: it calls something for a value that it binds. `acts`: it runs for what it does to others.
 */
export type LoadEffect = 'none' | 'computes' | 'acts';

const LATER =
  /^(function_declaration|generator_function_declaration|function_expression|generator_function|arrow_function|type_annotation|type_arguments|type_parameters|interface_declaration|type_alias_declaration|function_signature|ambient_declaration|implements_clause|import_statement)$/;

/** @param nodes the statements of one unit */
export function loadEffect(
  syntax: Syntax,
  unit: Unit,
  nodes: readonly Node[],
  isOwnName: (name: string) => boolean,
): LoadEffect {
  if (/^(import|directive|empty)$/.test(unit.kind) || isExportObject(syntax, unit, nodes)) return 'none';
  if (/^(expression|statement|error|using)$/.test(unit.kind)) return 'acts';
  let effect: LoadEffect = 'none';
  for (const node of runAtLoad(syntax, nodes)) {
    const one = effectOf(syntax, node, isOwnName);
    if (one === 'acts') return one;
    if (one !== 'none') effect = one;
  }
  return effect;
}

/** `exports.a = a`, `module.exports = { … }` where the value runs no code: the module gives something, and does nothing. */
export const givesOnly = (syntax: Syntax, nodes: readonly Node[], isOwnName: (name: string) => boolean): boolean =>
  nodes.every((node) => {
    if (runsNothing(syntax, node)) return true;
    const assignment = kindOf(syntax, node) === 'expression_statement' ? node + 1 : -1;
    if (assignment === -1 || kindOf(syntax, assignment) !== 'assignment_expression') return false;
    const left = textOf(syntax, childByField(syntax, assignment, 'left')).replace(/\s+/g, '');
    if (!/^(module\.exports|exports\.[\w$]+|module\.exports\.[\w$]+)$/.test(left)) return false;
    const right = childByField(syntax, assignment, 'right');
    return [...runAtLoad(syntax, [right])].every((one) => effectOf(syntax, one, isOwnName) === 'none');
  });

function effectOf(syntax: Syntax, node: Node, isOwnName: (name: string) => boolean): LoadEffect {
  const kind = kindOf(syntax, node);
  if (/^(decorator|class_static_block|await_expression)$/.test(kind)) return 'acts';
  if (/^(assignment_expression|augmented_assignment_expression|update_expression)$/.test(kind)) return 'acts';
  if (kind === 'unary_expression' && kindOf(syntax, node + 1) === 'delete') return 'acts';
  if (/^jsx_(element|self_closing_element|fragment)$/.test(kind)) return 'computes';
  if (convertsAtOnce(syntax, node)) return 'computes';
  if (kind !== 'call_expression' && kind !== 'new_expression') return 'none';
  const callee = childByField(syntax, node, kind === 'call_expression' ? 'function' : 'constructor');
  const root = callee === -1 ? '' : (/^[\w$]+/.exec(textOf(syntax, callee))?.[0] ?? '');
  return isQuietCall(syntax, node) && !isOwnName(root) ? 'none' : 'computes';
}

const ASKING =
  /^(call_expression|new_expression|member_expression|subscript_expression|spread_element|array_pattern|for_in_statement)$/;

/** Is anything called or read of a value while the module is loaded: it depends on what the prototypes and globals of the language are then. */
export const asksLanguage = (syntax: Syntax, nodes: readonly Node[]): boolean =>
  [...runAtLoad(syntax, nodes)].some((node) => ASKING.test(kindOf(syntax, node)));

/** The nodes that run while the module is loaded: not the bodies of functions, not what an object's own fields begin with, no types. */
export function* runAtLoad(syntax: Syntax, nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes)
    for (let inner = node; inner < syntax.after[node]!; inner++) {
      const kind = kindOf(syntax, inner);
      if (kind === 'method_definition') {
        yield* runWithMethod(syntax, inner);
        inner = syntax.after[inner]! - 1;
      } else if ((LATER.test(kind) && !isCalledAtOnce(syntax, inner)) || isInstanceValue(syntax, inner))
        inner = syntax.after[inner]! - 1;
      else yield inner;
    }
}

/** A method's computed name and the decorators of its parameters run when the class is made. */
function* runWithMethod(syntax: Syntax, method: Node): Generator<Node> {
  const name = childByField(syntax, method, 'name');
  if (name !== -1 && kindOf(syntax, name) === 'computed_property_name') yield* runAtLoad(syntax, [name]);
  const parameters = childByField(syntax, method, 'parameters');
  for (const parameter of parameters === -1 ? [] : childrenOf(syntax, parameters))
    for (const child of childrenOf(syntax, parameter)) if (kindOf(syntax, child) === 'decorator') yield child;
}

/** `(() => …)()`: its body runs. */
function isCalledAtOnce(syntax: Syntax, node: Node): boolean {
  let current = node;
  while (/^(parenthesized_expression|await_expression|unary_expression)$/.test(kindOf(syntax, syntax.parent[current]!)))
    current = syntax.parent[current]!;
  return kindOf(syntax, syntax.parent[current]!) === 'call_expression' && fieldOf(syntax, current) === 'function';
}

function isInstanceValue(syntax: Syntax, node: Node): boolean {
  if (fieldOf(syntax, node) !== 'value') return false;
  const up = syntax.parent[node]!;
  if (!/^(public_field_definition|field_definition)$/.test(kindOf(syntax, up))) return false;
  return !childrenOf(syntax, up).some((child) => kindOf(syntax, child) === 'static');
}

/** Does a statement get its value when its turn comes? A function has it before anything is evaluated, a type never. */
export const isEvaluated = (syntax: Syntax, unit: Unit, nodes: readonly Node[]): boolean =>
  !/^(import|directive|empty)$/.test(unit.kind) &&
  !isExportObject(syntax, unit, nodes) &&
  nodes.some(
    (node) =>
      !/^(function_declaration|generator_function_declaration|function_signature|interface_declaration|type_alias_declaration|ambient_declaration|export_clause|comment|;)$/.test(
        kindOf(syntax, innerOf(syntax, node)),
      ) && !isTypesOnly(syntax, node),
  );

/** `module.exports = { a, b };`, as the outline found it. */
const isExportObject = (syntax: Syntax, unit: Unit, nodes: readonly Node[]): boolean =>
  unit.kind === 'export' && nodes.every((node) => kindOf(syntax, node) === 'expression_statement');

/** `namespace N { export type A = … }` has no value. */
function isTypesOnly(syntax: Syntax, node: Node): boolean {
  const inner = innerOf(syntax, node);
  const space = kindOf(syntax, inner) === 'expression_statement' ? inner + 1 : inner;
  const name = childByField(syntax, space, 'name');
  return name !== -1 && isTypeNamespace(syntax, name);
}

/** The declaration below `export`, an export list, else the statement itself. */
export const innerOf = (syntax: Syntax, node: Node): Node => {
  if (kindOf(syntax, node) !== 'export_statement') return node;
  const declaration = childByField(syntax, node, 'declaration');
  if (declaration !== -1) return declaration;
  return childrenOf(syntax, node).find((child) => kindOf(syntax, child) === 'export_clause') ?? node;
};
