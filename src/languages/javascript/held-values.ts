import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { innerOf } from './load-effects.ts';

/**
 * What the names of a statement hold. `fixed`: a value that nothing can change. `flat`: a literal of such values, or a Map or Set of them;
 * it changes only by its own name. `data`: an object. `code`: a function or class, an object only to those who treat it as one. `variable`:
 * it may be assigned again.
 */
export type Holds = 'fixed' | 'flat' | 'data' | 'code' | 'variable';

const CODE = /^(arrow_function|function_expression|generator_function|class)$/;
const FIXED = /^(string|number|true|false|null|undefined|unary_expression|template_string)$/;
const RANK: readonly Holds[] = ['fixed', 'code', 'flat', 'data', 'variable'];

/** @param assigned is one of its names written anywhere */
export function holdsOf(syntax: Syntax, nodes: readonly Node[], assigned: boolean): Holds {
  const found = nodes.flatMap((node) => holdsOfNode(syntax, innerOf(syntax, node), assigned));
  return RANK[Math.max(0, ...found.map((one) => RANK.indexOf(one)))]!;
}

function holdsOfNode(syntax: Syntax, node: Node, assigned: boolean): readonly Holds[] {
  const kind = kindOf(syntax, node);
  if (/^(variable|lexical)_declaration$/.test(kind)) {
    if (assigned) return ['variable'];
    return childrenOf(syntax, node)
      .filter((child) => kindOf(syntax, child) === 'variable_declarator')
      .map((child) => holdsOfValue(syntax, childByField(syntax, child, 'value')));
  }
  if (/^(abstract_)?class(_declaration)?$/.test(kind)) return [isStateful(syntax, node) ? 'data' : 'code'];
  if (/function/.test(kind)) return [assigned ? 'variable' : 'code'];
  if (/^(internal_module|expression_statement)$/.test(kind)) return ['data'];
  if (kind === 'export_statement') {
    const value = childByField(syntax, node, 'value');
    return value === -1 ? [] : [holdsOfValue(syntax, value)];
  }
  return [];
}

function holdsOfValue(syntax: Syntax, value: Node): Holds {
  if (value === -1) return 'fixed';
  const kind = kindOf(syntax, value);
  if (/^(as_expression|satisfies_expression|parenthesized_expression)$/.test(kind))
    return holdsOfValue(syntax, kind === 'parenthesized_expression' ? value + 2 : value + 1);
  if (CODE.test(kind)) return kind === 'class' && isStateful(syntax, value) ? 'data' : 'code';
  // `lastIndex` moves with each use of a sticky or global one.
  if (kind === 'regex') return /\/[a-z]*[gy][a-z]*$/.test(textOf(syntax, value)) ? 'data' : 'fixed';
  if (FIXED.test(kind)) return 'fixed';
  if (kind === 'binary_expression')
    return childrenOf(syntax, value).some((one) => /^(\|\||&&|\?\?)$/.test(kindOf(syntax, one))) ? 'data' : 'fixed';
  const frozen = /^Object\.freeze\(/.test(textOf(syntax, value)) ? childByField(syntax, value, 'arguments') : -1;
  if (frozen !== -1) return isFlat(syntax, frozen) ? 'fixed' : 'data';
  const made = kind === 'new_expression' && /^new\s+(Map|Set)\b/.test(textOf(syntax, value));
  return (made || kind === 'array' || kind === 'object') && isFlat(syntax, value) ? 'flat' : 'data';
}

const FLAT =
  /^(arguments|array|pair|object|new_expression|new|identifier|type_arguments|property_identifier|string|string_fragment|escape_sequence|number|true|false|null|undefined|unary_expression|comment|[[\](){},:'"`-])$/;

/** Nothing but plain values: whoever takes one of them cannot change it for the others. */
function isFlat(syntax: Syntax, value: Node): boolean {
  let depth = 0;
  for (let inner = value; inner < syntax.after[value]!; inner++) {
    const kind = kindOf(syntax, inner);
    if (!FLAT.test(kind)) return false;
    if (kind === 'type_arguments' || kind === 'string') inner = syntax.after[inner]! - 1;
    else if (kind === 'identifier' && kindOf(syntax, syntax.parent[inner]!) !== 'new_expression') return false;
    else if (kind === 'array' || kind === 'object') depth += 1;
  }
  // The pairs that a Map is made of are taken apart.
  return depth <= 1 || kindOf(syntax, value) === 'new_expression';
}

/** A class that holds something: static fields, static methods that refer to `this`. */
function isStateful(syntax: Syntax, node: Node): boolean {
  const body = childByField(syntax, node, 'body');
  if (body === -1) return false;
  return childrenOf(syntax, body).some((member) => {
    if (!childrenOf(syntax, member).some((one) => kindOf(syntax, one) === 'static')) return false;
    if (kindOf(syntax, member) !== 'method_definition') return true;
    for (let inner = member; inner < syntax.after[member]!; inner++) if (kindOf(syntax, inner) === 'this') return true;
    return false;
  });
}

const ACCESSORS = /^(Proxy|defineProperty|defineProperties|__defineGetter__)$/;

/** Can reading a member of it run code? */
export const hasAccessors = (syntax: Syntax, nodes: readonly Node[]): boolean =>
  nodes.some((node) => {
    for (let inner = node; inner < syntax.after[node]!; inner++) {
      const kind = kindOf(syntax, inner);
      if (kind === 'get' && kindOf(syntax, syntax.parent[inner]!) === 'method_definition') return true;
      if (/^(property_)?identifier$/.test(kind) && ACCESSORS.test(textOf(syntax, inner))) return true;
    }
    return false;
  });
