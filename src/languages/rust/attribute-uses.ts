import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { readAttribute } from './attributes.ts';
import { isBuiltinAttribute } from './builtin-attributes.ts';
import type { Found } from './found.ts';
import { isMacroName } from './macro-tokens.ts';
import { plainName } from './plain-name.ts';

/** `#[derive(A, b::C)]` reads A and b; `#[route(handler = f)]` reads route and f; `#[serde(with = "m::n")]` reads m. */
export function attributeUses(syntax: Syntax, node: Node): Found[] {
  const attribute = readAttribute(syntax, node);
  if (attribute.path === 'derive') return tokenNames(syntax, node, attribute.argument, () => 'macro');
  const head = attribute.path.split('::');
  const builtin = isBuiltinAttribute(attribute.path);
  const found: Found[] = [];
  if (!builtin && head[0] !== '' && head[0] !== 'crate' && head[0] !== 'self' && head[0] !== 'super')
    found.push({ name: plainName(head[0]!), space: head.length > 1 ? 'type' : 'macro', supers: null });
  if (attribute.path === 'cfg_attr') found.push(...derivesInside(syntax, node, attribute.argument));
  if (!builtin)
    found.push(...tokenNames(syntax, node, attribute.argument, namedBy), ...pathStrings(syntax, attribute.argument));
  return found;
}

type Choose = (syntax: Syntax, node: Node) => Found['space'] | null;

function tokenNames(syntax: Syntax, item: Node, argument: Node, choose: Choose): Found[] {
  const found: Found[] = [];
  if (argument === -1) return found;
  for (let node = argument + 1; node < syntax.after[argument]!; node++) {
    if (kindOf(syntax, node) !== 'identifier' || !isMacroName(syntax, node)) continue;
    const space = choose(syntax, node);
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

// `#[arg(long, value_parser = parse_size)]`: keys and flags are no names; what stands behind `=` is, and so is a path.
const namedBy: Choose = (syntax, node) =>
  textOf(syntax, node - 1) === '=' || textOf(syntax, node + 1) === '::' || /^\p{Lu}/u.test(textOf(syntax, node))
    ? 'any'
    : null;

/** `cfg_attr(test, derive(Debug))`. */
function derivesInside(syntax: Syntax, item: Node, argument: Node): Found[] {
  if (argument === -1) return [];
  for (let node = argument + 1; node < syntax.after[argument]!; node++)
    if (textOf(syntax, node) === 'derive' && kindOf(syntax, node + 1) === 'token_tree')
      return tokenNames(syntax, item, node + 1, () => 'macro');
  return [];
}

const PATH_KEYS = new Set(
  'with serialize_with deserialize_with skip_serializing_if default from into try_from remote getter bound using deserialize_as serialize_as'.split(
    ' ',
  ),
);

/** Strings that macros read as paths: behind a key that says so, or holding `::`. */
function pathStrings(syntax: Syntax, argument: Node): Found[] {
  const found: Found[] = [];
  if (argument === -1) return found;
  for (let node = argument + 1; node < syntax.after[argument]!; node++) {
    if (kindOf(syntax, node) !== 'string_literal') continue;
    const match = /^"((?:(?:self|super)\s*::\s*)*)([\p{XID_Start}_][\p{XID_Continue}]*)(\s*::[\w:]+)?"$/u.exec(
      textOf(syntax, node),
    );
    if (!match || match[2] === 'crate') continue;
    const key = textOf(syntax, node - 1) === '=' ? textOf(syntax, node - 2) : '';
    if (match[1] === '' && match[3] === undefined && !PATH_KEYS.has(key)) continue;
    const supers = match[1] === '' ? null : (match[1]!.match(/super/g)?.length ?? 0);
    found.push({
      name: match[2]!,
      space: match[3] === undefined ? 'any' : 'type',
      supers,
      at: syntax.start[node]! + 1 + match[1]!.length,
    });
  }
  return found;
}
