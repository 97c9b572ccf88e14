import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { readAttribute } from './attributes.ts';
import { isBuiltinAttribute } from './builtin-attributes.ts';
import type { Found } from './found.ts';
import { conditionalAttributes } from './inner-attributes.ts';
import { isMacroName } from './macro-tokens.ts';
import { isKeyword, plainName } from './plain-name.ts';

/**
 * `#[derive(A, b::C)]` reads A and b; `#[route(handler = f)]` reads route and f; `#[serde(with = "m::n")]` reads m; `#[cfg_attr(P, a, b)]`
 * reads what the attributes a and b read.
 */
export function attributeUses(syntax: Syntax, node: Node): Found[] {
  const attribute = readAttribute(syntax, node);
  if (attribute.path !== 'cfg_attr') return usesOf(syntax, node, attribute);
  return conditionalAttributes(syntax, node).flatMap((one) => usesOf(syntax, node, one));
}

interface Written {
  readonly path: string;
  readonly argument: Node;
  /** Where its path stands, if that is not the start of the item. */
  readonly at?: number;
}

function usesOf(syntax: Syntax, item: Node, { path, argument, at }: Written): Found[] {
  if (path === 'derive') return tokenNames(syntax, item, argument, () => 'macro');
  if (isBuiltinAttribute(path)) return [];
  const [head = '', ...rest] = path.split('::');
  const found: Found[] = [];
  if (!['', 'crate', 'self', 'super'].includes(head) && !isHelper(syntax, item, rest)) {
    const place = at === undefined ? {} : { node: item, at };
    found.push({ name: plainName(head), space: rest.length > 0 ? 'type' : 'macro', supers: null, ...place });
  }
  return [...found, ...tokenNames(syntax, item, argument, namedBy), ...pathStrings(syntax, item, argument)];
}

/** On a field or a variant no macro can stand: the attribute is a word of what derives, or of the macro around it. */
const isHelper = (syntax: Syntax, item: Node, rest: readonly string[]): boolean =>
  rest.length === 0 &&
  /^(?:field_declaration_list|ordered_field_declaration_list|enum_variant_list)$/.test(
    kindOf(syntax, syntax.parent[item]!),
  );

type Choose = (syntax: Syntax, node: Node, isInner: boolean) => Found['space'] | null;

function tokenNames(syntax: Syntax, item: Node, argument: Node, choose: Choose): Found[] {
  const found: Found[] = [];
  if (argument === -1) return found;
  for (let node = argument + 1; node < syntax.after[argument]!; node++) {
    if (kindOf(syntax, node) !== 'identifier' || isKeyword(textOf(syntax, node)) || !isMacroName(syntax, node))
      continue;
    const space = choose(syntax, node, syntax.parent[node] !== argument);
    const path = textOf(syntax, node + 1) === '::';
    if (space !== null)
      found.push({
        name: plainName(textOf(syntax, node)),
        space: path ? 'type' : space,
        supers: null,
        node: item,
        at: syntax.start[node]!,
      });
  }
  return found;
}

// `#[arg(long, value_parser = parse_size)]`, `#[garde(custom(check))]`: keys and flags are no names; what stands behind `=` is, what stands
// in brackets of its own may be, and so may a path.
const namedBy: Choose = (syntax, node, isInner) => {
  const next = textOf(syntax, node + 1);
  if (textOf(syntax, node - 1) === '=' || next === '::' || /^\p{Lu}/u.test(textOf(syntax, node))) return 'any';
  return isInner && next !== '=' && !next.startsWith('(') ? 'any' : null;
};

const PATH_KEYS = new Set(
  (
    'with serialize_with deserialize_with skip_serializing_if default from into try_from remote getter bound using deserialize_as serialize_as ' +
    'schema_with custom function validate validator value_parser parse_with parser format_with compare_with hash_with build_fn'
  ).split(' '),
);

/** Strings that macros read as paths or calls: behind a key that says so, or holding `::`. */
function pathStrings(syntax: Syntax, item: Node, argument: Node): Found[] {
  const found: Found[] = [];
  if (argument === -1) return found;
  for (let node = argument + 1; node < syntax.after[argument]!; node++) {
    const path = kindOf(syntax, node) === 'string_literal' ? readPathString(syntax, item, node) : null;
    if (path !== null) found.push(path);
  }
  return found;
}

const PATH_STRING =
  /^"((?:(?:self|super)\s*::\s*)*)([\p{XID_Start}_][\p{XID_Continue}]*)(\s*::[\w:]+)?(?:\([^"]*\))?"$/u;

/** The first name of the path that a string spells; null where it spells none. */
function readPathString(syntax: Syntax, item: Node, node: Node): Found | null {
  const match = PATH_STRING.exec(textOf(syntax, node));
  if (!match || match[2] === 'crate') return null;
  const key = textOf(syntax, node - 1) === '=' ? textOf(syntax, node - 2) : '';
  if (match[1] === '' && match[3] === undefined && !PATH_KEYS.has(key)) return null;
  return {
    name: match[2]!,
    space: match[3] === undefined ? 'any' : 'type',
    supers: match[1] === '' ? null : (match[1]!.match(/super/g)?.length ?? 0),
    node: item,
    at: syntax.start[node]! + 1 + match[1]!.length,
  };
}
