import {
  armsOf,
  type MacroDefinition,
  type MacroDefinitions,
  readMacroDefinitions,
} from '../../../analyzers/readings/rust/macro-definitions.ts';
import { calledBetween, calledIn, levelTokens, macroOf } from '../../../analyzers/readings/rust/macro-tokens.ts';
import { PRELUDE_MACROS } from '../../../analyzers/readings/rust/prelude-macros.ts';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { UnitId } from '../../../src/core/unit.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

/**
 * Why a macro call at item position cannot move: its names cannot be seen, so all of them must be public (a glob gives these on), and the
 * macro must mean the same one module deeper.
 * @returns null if it can move
 */
export function callStays(definitions: MacroDefinitions, syntax: Syntax, call: Node): string | null {
  const arguments_ = childrenOf(syntax, innerItem(syntax, call)).find((node) => kindOf(syntax, node) === 'token_tree');
  if (arguments_ === undefined) return 'its arguments cannot be read';
  const hidden = hiddenNames(syntax, arguments_);
  if (hidden !== null) return hidden;
  const open = [macroOf(syntax, call)];
  const seen = new Set(open);
  while (open.length > 0) {
    const name = open.pop()!;
    const known = definitions(name);
    if (known.length === 0) return `the macro \`${name}!\` is not one of this package`;
    for (const definition of known) {
      const why = definitionHides(definition);
      if (why !== null) return `\`${name}!\`: ${why}`;
      for (const next of calledBy(definition, definitions).filter((one) => !seen.has(one))) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return null;
}

function definitionHides(definition: MacroDefinition): string | null {
  for (const arm of armsOf(definition)) {
    const why = hiddenNames(definition.syntax, arm) ?? placeIn(definition.syntax, arm);
    if (why !== null) return why;
  }
  return null;
}

/** Macros that a definition calls, without those of the prelude. */
const calledBy = (definition: MacroDefinition, definitions: MacroDefinitions): string[] =>
  armsOf(definition)
    .flatMap((arm) => calledIn(definition.syntax, arm))
    .filter((name) => !PRELUDE_MACROS.has(name) || definitions(name).length > 0);

/** The macro calls and definitions of a file that can move. */
export function movableMacros(view: View, source: Source): ReadonlySet<UnitId> {
  const definitions = readMacroDefinitions(view, source.path);
  const { syntax, top } = source;
  const movable = top.filter((piece) =>
    piece.unit.kind === 'macro-call'
      ? piece.unit.hazards.every(({ id }) => id === 'R25') && callStays(definitions, syntax, piece.item.node) === null
      : piece.unit.kind === 'macro' && definitionStays(source, piece) === null,
  );
  return new Set(movable.map(({ unit }) => unit.id));
}

interface Stays {
  readonly hazard: 'R23' | 'R24';
  readonly why: string;
}

/** Why a `macro_rules!` cannot move to a part of macros, mounted by `#[macro_use]` where the first of them stood; null if it can. */
export function definitionStays({ syntax, text, top }: Source, { unit }: Piece): Stays | null {
  // What stands within its braces may be anything, and moves as it is.
  if (text[unit.body.end - 1] !== '}' || unit.hazards.some(({ id }) => id !== 'R24'))
    return { hazard: 'R24', why: 'it is more than a plain definition' };
  if (PRELUDE_MACROS.has(unit.name!)) return { hazard: 'R23', why: 'another macro of its name is there above it' };
  // A definition above it may call it: that is read where it is called itself.
  const above = top.filter((other) => other.unit.kind !== 'macro' && other.unit.end <= unit.start);
  const isCalled = above.some((other) =>
    calledBetween(syntax, other.item.firstNode, other.item.afterNode).includes(unit.name!),
  );
  return isCalled ? { hazard: 'R23', why: 'another macro of its name is called above it' } : null;
}

const NAMING = new Set('struct enum union trait type const static fn mod'.split(' '));
const MODIFIERS = new Set(['unsafe', 'async', 'extern', 'const']);

/** Names that only the module itself would see: items and fields without a visibility, imports, macros. */
function hiddenNames(syntax: Syntax, tree: Node): string | null {
  const tokens = levelTokens(syntax, tree);
  const textAt = (i: number): string => (tokens[i] === undefined ? '' : textOf(syntax, tokens[i]!));
  for (let i = 0; i < tokens.length; i++) {
    const word = textAt(i);
    if (word === 'macro_rules' || word === 'use') return `it makes \`${word}\` items, which only this module would see`;
    if (isNarrow(textAt, i)) return 'it makes items for a narrower audience than the crate';
    if (!isItem(textAt, i)) continue;
    if (!isShown(textAt, i)) return `it makes a private \`${word}\``;
    if (word === 'struct' && hasPrivateFields(syntax, tokens, i)) return 'it makes private fields';
  }
  return null;
}

// `$name:ident` and `<const N: usize>`, `const fn` and `unsafe extern fn` name nothing themselves.
function isItem(textAt: (i: number) => string, i: number): boolean {
  if (!NAMING.has(textAt(i)) || textAt(i + 1) === '_') return false;
  const before = textAt(i - 1);
  return !['<', ',', ':', '*'].includes(before) && !(MODIFIERS.has(textAt(i)) && NAMING.has(textAt(i + 1)));
}

const isNarrow = (textAt: (i: number) => string, i: number): boolean =>
  textAt(i) === 'pub' && /^\(\s*(?:super|self|in)\b/.test(textAt(i + 1));

function isShown(textAt: (i: number) => string, i: number): boolean {
  let at = i - 1;
  while (at >= 0 && (MODIFIERS.has(textAt(at)) || textAt(at).startsWith('"'))) at -= 1;
  const before = textAt(at);
  return before === 'pub' || before.startsWith('$') || (before.startsWith('(') && textAt(at - 1) === 'pub');
}

function hasPrivateFields(syntax: Syntax, tokens: readonly Node[], struct: number): boolean {
  for (const node of tokens.slice(struct + 1)) {
    const text = textOf(syntax, node);
    if (text === ';') return false;
    if (kindOf(syntax, node) !== 'token_tree' || text.startsWith('[')) continue;
    return fieldsOf(syntax, node).some((first) => first !== 'pub' && !first.startsWith('$'));
  }
  return false;
}

/** The first token of each field, behind its docs and attributes. */
function fieldsOf(syntax: Syntax, group: Node): string[] {
  const found: string[] = [];
  let fresh = true;
  let attribute = false;
  for (const node of levelTokens(syntax, group)) {
    const text = textOf(syntax, node);
    if (attribute) attribute = false;
    else if (text === '#') attribute = true;
    else if (text === ',') fresh = true;
    else if (fresh) {
      found.push(text);
      fresh = false;
    }
  }
  return found;
}

const PLACES = new Set(['module_path', 'file', 'include', 'include_str', 'include_bytes']);

/** Tokens that are read from the place of the call. */
function placeIn(syntax: Syntax, tree: Node): string | null {
  for (let node = tree; node < syntax.after[tree]!; node++) {
    const kind = kindOf(syntax, node);
    const next = syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 8);
    if ((kind === 'self' || kind === 'super') && /^\s*::/.test(next)) return `its \`${kind}::\` counts from the call`;
    if (kind === 'identifier' && next[0] === '!' && PLACES.has(textOf(syntax, node)))
      return `\`${textOf(syntax, node)}!\` says where the call stands`;
  }
  return null;
}
