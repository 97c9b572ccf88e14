import { argumentsOf, expandMacro } from '../../../analyzers/readings/rust/expand-macro.ts';
import {
  armsOf,
  type MacroDefinition,
  type MacroDefinitions,
  readMacroDefinitions,
} from '../../../analyzers/readings/rust/macro-definitions.ts';
import { calledBetween, calledIn, macroOf } from '../../../analyzers/readings/rust/macro-tokens.ts';
import { type MadeItem, madeItems } from '../../../analyzers/readings/rust/made-items.ts';
import { PRELUDE_MACROS } from '../../../analyzers/readings/rust/prelude-macros.ts';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { UnitId } from '../../../src/core/unit.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

/**
 * Why a macro call at item position cannot move. Its names cannot be seen in the text, so that it must be known down to the items that it
 * makes: all of them public, since a glob re-exports only these; and the macro must mean the same one module deeper.
 * @returns null if it can move
 */
export function callStays(definitions: MacroDefinitions, syntax: Syntax, call: Node): string | null {
  const name = macroOf(syntax, call);
  const tree = childrenOf(syntax, innerItem(syntax, call)).find((node) => kindOf(syntax, node) === 'token_tree');
  const argument = tree === undefined ? null : argumentsOf(syntax, tree);
  if (argument === null) return 'its arguments cannot be read';
  if (definitions(name).length === 0 || isForeign(syntax, call, name))
    return `the macro \`${name}!\` is not one of this package`;
  const expansion = expandMacro(definitions, name, argument);
  if (expansion === null) return `it is not known what \`${name}!\` expands to here`;
  const others = syntax.text.slice(0, syntax.start[call]!) + syntax.text.slice(syntax.end[call]!);
  return (
    madeItems(expansion)
      .map((item) => hides(item, others))
      .find((why) => why !== null) ?? placeOfBodies(definitions, name)
  );
}

/** Another crate's macro of that name, by its path or by an import. */
function isForeign(syntax: Syntax, call: Node, name: string): boolean {
  const written = textOf(syntax, childByField(syntax, innerItem(syntax, call), 'macro')).replace(/\s/g, '');
  if (written.includes('::')) return !/^(?:crate|self|super)::/.test(written);
  const { items } = readItems(syntax, 0);
  const modules = new Set(items.filter(({ kind }) => kind === 'mod').map(({ node }) => nameOf(syntax, node)));
  return items
    .filter(({ kind }) => kind === 'use')
    .flatMap(({ node }) => readUseTree(syntax, node))
    .filter((leaf) => importedName(leaf) === name)
    .some(({ segments, alias }) => alias !== null || !(LOCAL.has(segments[0]!) || modules.has(segments[0]!)));
}

const LOCAL = new Set(['crate', 'self', 'super']);

const nameOf = (syntax: Syntax, node: Node): string => textOf(syntax, childByField(syntax, node, 'name'));

/** @param others the file without the call: what reads a private field may stand in another module then */
function hides({ kind, name, visibility, privateFields }: MadeItem, others: string): string | null {
  if (kind === 'unknown' || kind === 'call') return 'it makes something that cannot be read as an item';
  if (kind === 'use' || kind === 'mod') return `it makes \`${kind}\` items, which only this module would see`;
  if (name === null) return null;
  if (visibility === '') return `it makes a private \`${kind}\``;
  if (visibility !== 'pub' && visibility !== 'pub(crate)')
    return 'it makes items with a narrower visibility than the crate';
  const read = privateFields.some((field) => new RegExp(`\\b${field}\\b`).test(others));
  return read ? 'it makes private fields' : null;
}

function placeOfBodies(definitions: MacroDefinitions, first: string): string | null {
  const names = new Set([first]);
  for (const name of names)
    for (const definition of definitions(name)) {
      for (const arm of armsOf(definition)) {
        const why = placeIn(definition.syntax, arm);
        if (why !== null) return `\`${name}!\`: ${why}`;
      }
      for (const next of calledBy(definition, definitions)) names.add(next);
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
  if (isGivenOn(syntax, top, unit.name!))
    return {
      hazard: 'R24',
      why: 'an import of the module re-exports it by a name that it has only where it is defined',
    };
  // A definition above it may call it: that is read where it is called itself.
  const above = top.filter((other) => other.unit.kind !== 'macro' && other.unit.end <= unit.start);
  const isCalled = above.some((other) =>
    calledBetween(syntax, other.item.firstNode, other.item.afterNode).includes(unit.name!),
  );
  return isCalled ? { hazard: 'R23', why: 'another macro of its name is called above it' } : null;
}

/** `pub(crate) use name;` beside its definition: elsewhere it would be an import of nothing, or a redundant one. */
const isGivenOn = (syntax: Syntax, top: Source['top'], name: string): boolean =>
  top
    .filter(({ unit }) => unit.kind === 'use')
    .flatMap(({ item }) => readUseTree(syntax, item.node))
    .some(({ segments, glob }) => !glob && segments.length === 1 && segments[0] === name);

const PLACES = new Set(['module_path', 'file', 'include', 'include_str', 'include_bytes']);

/** Tokens that are read from the place of the call. */
function placeIn(syntax: Syntax, tree: Node): string | null {
  for (let node = tree; node < syntax.after[tree]!; node++) {
    const kind = kindOf(syntax, node);
    const next = syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 8);
    if ((kind === 'self' || kind === 'super') && /^\s*::/.test(next)) return `its \`${kind}::\` counts from the call`;
    if (kind === 'identifier' && next[0] === '!' && PLACES.has(textOf(syntax, node)))
      return `\`${textOf(syntax, node)}!\` gives the place of the call`;
  }
  return null;
}
