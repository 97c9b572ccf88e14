import type { Namespace } from '../../core/unit.ts';
import { kindRoles } from '../kind-roles.ts';
import { childByField, fieldOf, type Kinds, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { attributeUses } from './attribute-uses.ts';
import { type Bindings, collectBindings } from './bindings.ts';
import type { Found } from './found.ts';
import { gluesIn, isGlued } from './glued-names.ts';
import { capturedNames, isMacroName, tokenBehind } from './macro-tokens.ts';
import { type ModuleSpan, moduleSpans } from './module-spans.ts';
import { plainName } from './plain-name.ts';
import { readUseTree } from './use-tree.ts';

export interface RawUse {
  readonly node: Node;
  readonly name: string;
  readonly space: Namespace | 'any';
  readonly at: number;
  /** Read by a path from the module, `self::name`, where the code stands in no inner module: the module gives it, whatever the code sees. */
  readonly through: boolean;
}

/**
 * Every name of the file's own module that is read, in source order: first segments of paths, types, values, macros, attribute paths,
 * and the identifiers inside of macro calls (`any`). Locals are left out, and so are names that belong to an inner module's own scope.
 * @param primitives primitive types that the module has others for: `type u16 = u64;`
 */
export function readUses(
  syntax: Syntax,
  constants: ReadonlySet<string>,
  primitives: ReadonlySet<string> = NO_NAMES,
): readonly RawUse[] {
  // Of constants only those in lower case make a difference: many ask for the same.
  const lower = [...constants].filter((name) => /^\P{Lu}/u.test(name)).sort();
  const key = `${lower.join()} ${[...primitives].sort().join()}`;
  const lists = known.get(syntax) ?? new Map<string, readonly RawUse[]>();
  known.set(syntax, lists);
  const found = lists.get(key) ?? usesIn(syntax, new Set(lower), primitives);
  lists.set(key, found);
  return found;
}

const known = new WeakMap<Syntax, Map<string, readonly RawUse[]>>();

function usesIn(syntax: Syntax, constants: ReadonlySet<string>, primitives: ReadonlySet<string>): RawUse[] {
  const bindings = collectBindings(syntax, constants);
  const reading: Reading = { syntax, bindings, primitives };
  const spans = moduleSpans(syntax);
  const uses: RawUse[] = [];
  let open = 0;
  const inside: ModuleSpan[] = [];
  const counts = countingKinds(syntax.kinds);
  for (let node = 0; node < syntax.size; ) {
    if (counts[syntax.kind[node]!] === 0) {
      node += 1;
      continue;
    }
    while (inside.length > 0 && inside[inside.length - 1]!.until <= node) inside.pop();
    if (open < spans.length && spans[open]!.from === node) inside.push(spans[open++]!);
    const kind = kindOf(syntax, node);
    const found = usesAt(reading, node, kind, inside.length);
    const free = found.filter((use) => isFree(use, inside, bindings, node));
    uses.push(...free.map((use) => rawUse(syntax, node, use, inside.length === 0)));
    node = isSkipped(syntax, node, kind) ? syntax.after[node]! : node + 1;
  }
  return uses;
}

/** True if the name is one of the file's own module, seen from inside of the inner modules `inside`. */
function isFree(use: Found, inside: readonly ModuleSpan[], bindings: Bindings, node: Node): boolean {
  const up = use.supers ?? 0;
  if (up > inside.length) return false;
  const module = inside[inside.length - 1 - up];
  if (use.supers === null)
    return (!module || module.seesFile || use.space === 'macro') && !bindings.isLocal(use.name, use.space, node);
  return !module || (module.seesFile && !bindings.isLocal(use.name, use.space, module.from));
}

const SKIPPED = new Set([
  'use_declaration',
  'attribute_item',
  'inner_attribute_item',
  'visibility_modifier',
  'extern_crate_declaration',
  'token_tree_pattern',
  'token_binding_pattern',
  'lifetime',
  'label',
  'use_bounds',
  'line_comment',
  'block_comment',
]);

const isSkipped = (syntax: Syntax, node: Node, kind: string): boolean => SKIPPED.has(kind) || isGlued(syntax, node);

const NONE: readonly Found[] = [];
const NO_NAMES: ReadonlySet<string> = new Set();

interface Reading {
  readonly syntax: Syntax;
  readonly bindings: Bindings;
  readonly primitives: ReadonlySet<string>;
}

function usesAt({ syntax, bindings, primitives }: Reading, node: Node, kind: string, depth: number): readonly Found[] {
  switch (kind) {
    case 'identifier':
      return bindings.binds[node] === 1 ? NONE : identifierUse(syntax, node);
    case 'shorthand_field_identifier':
      return bindings.binds[node] === 1 ? NONE : one(syntax, node, 'value');
    case 'type_identifier':
      return typeUse(syntax, node);
    case 'union':
    case 'default':
      return weakUse(syntax, node);
    case 'primitive_type':
      return primitiveUse(syntax, node, primitives);
    case 'self':
    case 'super':
      return relativePathUse(syntax, node);
    case 'string_literal':
    case 'raw_string_literal':
      return kindOf(syntax, syntax.parent[node]!) === 'token_tree' ? capturedNames(syntax, node) : NONE;
    case 'token_tree':
      return gluedUse(syntax, node);
    case 'use_declaration':
      return useDeclarationUses(syntax, node, depth);
    case 'attribute_item':
      return attributeUses(syntax, node);
    default:
      return NONE;
  }
}

const NAMED = new Set([
  'function_item',
  'function_signature_item',
  'const_item',
  'static_item',
  'mod_item',
  'enum_variant',
  'macro_definition',
  'const_parameter',
  'scoped_identifier',
  'struct_item',
  'enum_item',
  'union_item',
  'trait_item',
  'type_item',
  'associated_type',
  'type_parameter',
  'type_binding',
  'scoped_type_identifier',
]);

/** `[<get_ a>]`: the name that the parts make, where these are known. What stands in the brackets names nothing. */
function gluedUse(syntax: Syntax, tree: Node): readonly Found[] {
  const glue = gluesIn(syntax).find(({ node }) => node === tree);
  const before = textOf(syntax, tree - 1);
  return glue?.name == null || before === '.' || before === '::'
    ? NONE
    : [{ name: glue.name, space: 'any', supers: null }];
}

function identifierUse(syntax: Syntax, node: Node): readonly Found[] {
  const parent = syntax.parent[node]!;
  if (parent === -1) return NONE;
  const parentKind = kindOf(syntax, parent);
  if (parentKind === 'token_tree' || parentKind === 'token_repetition')
    return isMacroName(syntax, node) ? one(syntax, node, spaceOfToken(syntax, node)) : NONE;
  const field = fieldOf(syntax, node);
  if (field === 'name' && NAMED.has(parentKind)) return NONE;
  if (field === 'path') return one(syntax, node, 'type');
  return one(syntax, node, field === 'macro' ? 'macro' : 'value');
}

// Keywords of the grammar that are names among the tokens of a macro call.
const weakWords = kindRoles({ union: 1, default: 1 });

/** Kinds that may read a name: those with a name of their own, and these words. */
function countingKinds(kinds: Kinds): Uint8Array {
  const weak = weakWords(kinds);
  return Uint8Array.from(weak, (isWeak, kind) => (isWeak === 1 || kinds.named[kind] === 1 ? 1 : 0));
}

const weakUse = (syntax: Syntax, node: Node): readonly Found[] =>
  /^token_(?:tree|repetition)$/.test(kindOf(syntax, syntax.parent[node]!)) && isMacroName(syntax, node)
    ? one(syntax, node, spaceOfToken(syntax, node))
    : NONE;

/** Among the tokens of a macro call: what begins a path is no value, and what is called with a `!` is a macro. */
function spaceOfToken(syntax: Syntax, node: Node): Namespace | 'any' {
  const next = tokenBehind(syntax, node);
  if (textOf(syntax, next) === '::') return 'type';
  const isCall = textOf(syntax, next) === '!' && kindOf(syntax, tokenBehind(syntax, next)) === 'token_tree';
  return isCall ? 'macro' : 'any';
}

function primitiveUse(syntax: Syntax, node: Node, primitives: ReadonlySet<string>): readonly Found[] {
  if (primitives.size === 0 || !primitives.has(textOf(syntax, node))) return NONE;
  const parentKind = kindOf(syntax, syntax.parent[node]!);
  if (parentKind !== 'token_tree' && parentKind !== 'token_repetition') return one(syntax, node, 'type');
  return isMacroName(syntax, node) ? one(syntax, node, 'any') : NONE;
}

function typeUse(syntax: Syntax, node: Node): readonly Found[] {
  if (textOf(syntax, node) === 'Self') return NONE;
  if (fieldOf(syntax, node) === 'name' && NAMED.has(kindOf(syntax, syntax.parent[node]!))) return NONE;
  return one(syntax, node, 'type');
}

function one(syntax: Syntax, node: Node, space: Namespace | 'any'): readonly Found[] {
  const name = plainName(textOf(syntax, node));
  return name === 'Self' || name === '_' ? NONE : [{ name, space, supers: null }];
}

/** `self::a`, `super::super::a::b`: the first name behind the prefix, from the module that the prefix leads to. */
function relativePathUse(syntax: Syntax, node: Node): readonly Found[] {
  const parent = syntax.parent[node]!;
  const parentKind = kindOf(syntax, parent);
  if (parentKind === 'token_tree' || parentKind === 'token_repetition') return relativeTokens(syntax, node);
  if (fieldOf(syntax, node) !== 'path') return NONE;
  let supers = kindOf(syntax, node) === 'super' ? 1 : 0;
  let path = parent;
  let name = childByField(syntax, path, 'name');
  while (name !== -1 && kindOf(syntax, name) === 'super') {
    supers += 1;
    path = syntax.parent[path]!;
    name = childByField(syntax, path, 'name');
  }
  if (name === -1) return NONE;
  return [
    {
      name: plainName(textOf(syntax, name)),
      space: spaceOfPath(syntax, path),
      supers,
      node: name,
      at: syntax.start[name]!,
    },
  ];
}

function spaceOfPath(syntax: Syntax, path: Node): Namespace {
  const field = fieldOf(syntax, path);
  if (field === 'path') return 'type';
  if (field === 'macro') return 'macro';
  return kindOf(syntax, path) === 'scoped_type_identifier' ? 'type' : 'value';
}

function relativeTokens(syntax: Syntax, node: Node): readonly Found[] {
  if (textOf(syntax, node - 1) === '::') return NONE;
  let supers = kindOf(syntax, node) === 'super' ? 1 : 0;
  let next = node + 1;
  while (textOf(syntax, next) === '::' && kindOf(syntax, next + 1) === 'super') {
    supers += 1;
    next += 2;
  }
  if (textOf(syntax, next) !== '::' || kindOf(syntax, next + 1) !== 'identifier') return NONE;
  const name = plainName(textOf(syntax, next + 1));
  return [{ name, space: 'any', supers, node: next + 1, at: syntax.start[next + 1]! }];
}

function useDeclarationUses(syntax: Syntax, node: Node, depth: number): readonly Found[] {
  return readUseTree(syntax, node).flatMap((leaf): Found[] => {
    const index = leaf.segments.findIndex((segment) => segment !== 'self' && segment !== 'super');
    const prefix = leaf.segments.slice(0, index);
    const supers = prefix.length === 0 ? null : prefix.filter((segment) => segment === 'super').length;
    const name = leaf.segments[index];
    if (name === undefined || name === '' || name === 'crate' || name.startsWith('$')) return [];
    const only = index === leaf.segments.length - 1 && !leaf.glob;
    // A `use` inside of the module that it reads from does not see what it imports itself: the prefix is that of its own module.
    const ownDepth = supers === null && depth === 0 ? 0 : supers;
    const space = only && !leaf.self ? 'any' : 'type';
    return [{ name, space, supers: ownDepth, bare: supers === null, node, at: syntax.start[leaf.node]! }];
  });
}

const rawUse = (syntax: Syntax, node: Node, use: Found, isTop: boolean): RawUse => ({
  node: use.node ?? node,
  name: use.name,
  space: use.space,
  at: use.at ?? syntax.start[node]!,
  through: use.supers !== null && use.bare !== true && isTop,
});
