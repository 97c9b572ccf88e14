import { kindRoles } from '../../../src/languages/kind-roles.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { FileReader, ItemContext } from './item-context.ts';

/** Paths as they are written, without the name at their end, each with the first line that has it. */
export type WrittenPaths = Map<string, number>;

const SCOPED = 1;
const WORD = 2;
const STRING = 3;
const CALL = 4;
const LEFT_OUT = 5;
const MODULE = 6;
const COLONS = 7;

const rolesOf = kindRoles({
  scoped_identifier: SCOPED,
  scoped_type_identifier: SCOPED,
  identifier: WORD,
  crate: WORD,
  self: WORD,
  super: WORD,
  metavariable: WORD,
  string_literal: STRING,
  macro_invocation: CALL,
  use_declaration: LEFT_OUT,
  visibility_modifier: LEFT_OUT,
  line_comment: LEFT_OUT,
  block_comment: LEFT_OUT,
  mod_item: MODULE,
  '::': COLONS,
});

/** Macros whose arguments are code of another crate, or no code at all. */
const QUOTING = /(?:^|::)\s*(?:quote|quote_spanned|parse_quote|parse_quote_spanned|stringify)$/;

interface Reading {
  readonly syntax: Syntax;
  readonly roles: Uint8Array;
  /** Names that `use` brings into a body, with where they hold. */
  readonly local: readonly LocalUse[];
  /** What stands in a macro's definition, or in a module in a body, means something only where its path has a root. */
  rootedUntil: Node;
}

interface LocalUse {
  readonly name: string;
  readonly segments: readonly string[];
  readonly from: Node;
  readonly until: Node;
}

/**
 * Paths of an item that lead somewhere without a `use`: in expressions, types, attributes, and in the arguments of macros. What stands in the
 * bodies of inline modules is read with their own items.
 */
export function readPaths({ syntax, lineOf }: FileReader, { item }: ItemContext, written: WrittenPaths): void {
  const isDivided = item.kind === 'use' || item.kind === 'mod' || item.kind === 'extern-crate';
  const until = isDivided ? item.node : item.afterNode;
  const reading: Reading = {
    syntax,
    roles: rolesOf(syntax.kinds),
    local: isDivided ? [] : localUses(syntax, item.node, until),
    rootedUntil: item.kind === 'macro' ? until : -1,
  };
  for (let node = item.firstNode; node < until; )
    node = step(reading, node, item.node, (segments) => {
      const key = segments.join('::');
      if (key !== '' && !written.has(key)) written.set(key, lineOf(node));
    });
}

/** Reads what begins at a node. @returns the node to go on with */
function step(reading: Reading, node: Node, item: Node, add: (segments: readonly string[]) => void): Node {
  const { syntax, roles } = reading;
  switch (roles[syntax.kind[node]!]) {
    case SCOPED:
      if (!isPathOf(reading, node)) add(led(reading, node, scopedSegments(syntax, node)));
      return node + 1;
    case WORD:
      return wordAt(reading, node, add);
    case STRING:
      if (isOption(reading, node)) add(led(reading, node, stringSegments(syntax, node)));
      return syntax.after[node]!;
    case CALL:
      return QUOTING.test(textOf(syntax, childByField(syntax, node, 'macro'))) ? syntax.after[node]! : node + 1;
    case LEFT_OUT:
      return syntax.after[node]!;
    case MODULE:
      if (node !== item) reading.rootedUntil = Math.max(reading.rootedUntil, syntax.after[node]!);
      return node + 1;
    default:
      return node + 1;
  }
}

/** `a::b` of `a::b::c` is no path of its own. */
const isPathOf = ({ syntax, roles }: Reading, node: Node): boolean => {
  const parent = syntax.parent[node]!;
  return roles[syntax.kind[parent]!] === SCOPED && syntax.kinds.fields[syntax.field[node]!] === 'path';
};

/** The name at the end is an item, not a module: without it. Behind `<`, other paths begin, which are read by themselves. */
function scopedSegments(syntax: Syntax, node: Node): string[] {
  const text = textOf(syntax, node);
  const end = text.indexOf('<');
  const plain = (end === -1 ? text : text.slice(0, end)).replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '');
  const segments = plain.split('::').map((segment) => plainName(segment.trim()));
  // `a::b::<T>::c` ends with an empty name before its arguments.
  return (end === -1 || segments.at(-1) !== '' ? segments.slice(0, -1) : segments.slice(0, -2)).filter(isSegment);
}

/** Only the first may be empty: `::wire`. */
const isSegment = (segment: string, at: number): boolean => segment !== '' || at === 0;

/** A path among the tokens of a macro or an attribute. */
function wordAt(reading: Reading, node: Node, add: (segments: readonly string[]) => void): Node {
  const { syntax } = reading;
  if (!isColons(reading, node + 1)) return isQuoting(syntax, node) ? behindTree(syntax, node) : node + 1;
  if (!/^token_|^macro_rule/.test(kindOf(syntax, syntax.parent[node]!)) || textOf(syntax, node - 1) === '.')
    return node + 1;
  const path = tokenPath(reading, node);
  if (path === null) return node + 1;
  const { segments, last } = path;
  const behind = last + 1 < syntax.size ? textOf(syntax, last + 1) : '';
  if (behind === '!' && QUOTING.test(segments.join('::'))) return behindTree(syntax, last);
  // Behind `::`, `*` and `{` say that the name before them is a module, `<` that it is none; a name that nothing calls may be one.
  const isTyped = behind === '::' && textOf(syntax, last + 2) === '<';
  const isItem = isTyped || /^[({!<]/.test(behind) || /^\p{Lu}/u.test(segments.at(-1)!);
  add(led(reading, node, isItem ? segments.slice(0, -1) : segments));
  return last + 1;
}

const isColons = ({ syntax, roles }: Reading, node: Node): boolean =>
  node < syntax.size && roles[syntax.kind[node]!] === COLONS;

/** The names of a path that begins at a token, and its last token; null where a type stands before it: `<T as a::B>::C`. */
function tokenPath(reading: Reading, node: Node): { readonly segments: string[]; readonly last: Node } | null {
  const { syntax, roles } = reading;
  const isWord = (at: Node): boolean => roles[syntax.kind[at]!] === WORD;
  const isRooted = isColons(reading, node - 1);
  if (isRooted && (isWord(node - 2) || textOf(syntax, node - 2) === '>')) return null;
  const segments = [...(isRooted ? [''] : []), wordOf(syntax, node)];
  let last = node;
  while (isColons(reading, last + 1) && isWord(last + 2)) {
    last += 2;
    segments.push(wordOf(syntax, last));
  }
  return { segments, last };
}

const wordOf = (syntax: Syntax, node: Node): string => {
  const word = plainName(textOf(syntax, node));
  return word === '$crate' ? 'crate' : word;
};

const isQuoting = (syntax: Syntax, node: Node): boolean =>
  node + 2 < syntax.size && QUOTING.test(textOf(syntax, node)) && textOf(syntax, node + 1) === '!';

/** Past the `!` and the tree of a macro that is called among tokens. */
const behindTree = (syntax: Syntax, node: Node): Node =>
  kindOf(syntax, node + 2) === 'token_tree' ? syntax.after[node + 2]! : node + 2;

const PATH_STRING = /^"((?:::)?[\p{L}_][\p{L}\p{N}_]*(?:::[\p{L}_][\p{L}\p{N}_]*)+)(?:::<[^"]*>)?"$/u;

/** `#[serde(with = "crate::codec")]`: the value of an option in an attribute. */
function isOption({ syntax }: Reading, node: Node): boolean {
  const tree = syntax.parent[node]!;
  if (kindOf(syntax, tree) !== 'token_tree' || textOf(syntax, node - 1) !== '=') return false;
  let up = tree;
  while (kindOf(syntax, up) === 'token_tree') up = syntax.parent[up]!;
  return kindOf(syntax, up) === 'attribute' && !/^(?:feature|reason|note|since)$/.test(textOf(syntax, node - 2));
}

/** The name at the end of `with` is a module, of other options an item. */
function stringSegments(syntax: Syntax, node: Node): string[] {
  const segments = (PATH_STRING.exec(textOf(syntax, node))?.[1] ?? '').split('::');
  return /^(?:with|crate)$/.test(textOf(syntax, node - 2)) ? segments : segments.slice(0, -1);
}

/** The path as it is read from the module around the item: without types, and by what a body brings in. */
function led(reading: Reading, node: Node, segments: readonly string[]): readonly string[] {
  const type = segments.findIndex((segment) => /^\p{Lu}/u.test(segment));
  const modules = type === -1 ? segments : segments.slice(0, type);
  const [first = '', ...rest] = modules;
  if (modules.length === 0 || first === 'Self') return [];
  const isRooted = first === '' || first === 'crate';
  if (node < reading.rootedUntil) return isRooted ? modules : [];
  const use = isRooted
    ? undefined
    : reading.local.find((one) => one.name === first && one.from <= node && node < one.until);
  return use ? [...use.segments, ...rest] : modules;
}

/** What `use` brings into the blocks of a body; the innermost first. */
function localUses(syntax: Syntax, from: Node, until: Node): LocalUse[] {
  if (!/\buse\s/.test(syntax.text.slice(syntax.start[from]!, syntax.end[until - 1]!))) return [];
  const found: LocalUse[] = [];
  for (let node = from + 1; node < until; node++) {
    if (kindOf(syntax, node) !== 'use_declaration') continue;
    const block = syntax.parent[node]!;
    for (const leaf of readUseTree(syntax, node)) {
      const name = importedName(leaf);
      const isOwn = leaf.segments[0] === name;
      if (name !== null && !isOwn)
        found.unshift({ name, segments: leaf.segments, from: block, until: syntax.after[block]! });
    }
  }
  return found;
}
