import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { isCoerced } from './name-reads.ts';

/** Names by which the language itself asks an object for something. */
const ASKED =
  /^(prototype|valueOf|to(?:Locale)?String|toJSON|then|return|get|set|has|ownKeys|getPrototypeOf|__proto__)$/;
const MAKES = /^(Proxy|defineProperty|defineProperties|setPrototypeOf|__defineGetter__|__proto__)$/;

/**
 * Does some object that this code makes run code of its own where it is read, coerced or listed? It has an accessor, a trap, or a member that
 * the language calls by itself.
 */
export const hasConversions = (syntax: Syntax, nodes: readonly Node[]): boolean =>
  nodes.some((node) => {
    for (let at = node; at < syntax.after[node]!; at++) if (isConversion(syntax, at)) return true;
    return false;
  });

function isConversion(syntax: Syntax, at: Node): boolean {
  const kind = kindOf(syntax, at);
  const up = syntax.parent[at]!;
  if (kind === 'get' || kind === 'set') return kindOf(syntax, up) === 'method_definition';
  // `[Symbol.iterator]() { … }`, and any other name that is only known when it runs.
  if (kind === 'computed_property_name')
    return /^(method_definition|pair|public_field_definition)$/.test(kindOf(syntax, up));
  if (!/^((shorthand_)?property_)?identifier$|^string_fragment$/.test(kind)) return false;
  const name = textOf(syntax, at);
  if (MAKES.test(name)) return true;
  return ASKED.test(name) && (kind.startsWith('shorthand') || isGiven(syntax, at));
}

/** `name() {}`, `name: …`, `static name = …`, `x.name = …`. */
function isGiven(syntax: Syntax, at: Node): boolean {
  const up = syntax.parent[at]!;
  const kind = kindOf(syntax, up);
  if (kind === 'string') return isGiven(syntax, up);
  if (/^(method_definition|public_field_definition)$/.test(kind)) return fieldOf(syntax, at) === 'name';
  if (kind === 'pair') return fieldOf(syntax, at) === 'key';
  if (kind === 'subscript_expression' || kind === 'member_expression')
    return fieldOf(syntax, up) === 'left' && /assignment_expression$/.test(kindOf(syntax, syntax.parent[up]!));
  return false;
}

/** A literal with such members that is coerced, listed or read where it stands. */
export const convertsAtOnce = (syntax: Syntax, literal: Node): boolean =>
  /^(object|array|class)$/.test(kindOf(syntax, literal)) &&
  (isCoerced(syntax, literal) || isTakenApart(syntax, literal)) &&
  hasConversions(syntax, [literal]);

function isTakenApart(syntax: Syntax, literal: Node): boolean {
  let at = literal;
  while (
    /^(parenthesized_expression|as_expression|satisfies_expression|non_null_expression)$/.test(
      kindOf(syntax, syntax.parent[at]!),
    )
  )
    at = syntax.parent[at]!;
  const up = syntax.parent[at]!;
  const kind = kindOf(syntax, up);
  if (/^(member|subscript)_expression$/.test(kind)) return fieldOf(syntax, at) === 'object';
  if (kind === 'variable_declarator') return /_pattern$/.test(kindOf(syntax, childByField(syntax, up, 'name')));
  return kind === 'spread_element' || kind === 'arguments';
}
