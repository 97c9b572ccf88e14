import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { createTraitReader, isUsedAsType, membersOf, type TraitReader } from './trait-members.ts';

/** The names of a trait's functions and constants; `none` for what is no trait, `unknown` where neither can be said. */
export type TraitItems = ReadonlySet<string> | 'none' | 'unknown';

const readers = new WeakMap<View, TraitReader>();

/**
 * Which methods an import of a file may be there for.
 * @param segments the path of the import as written: `['std', 'fmt', 'Write']`
 */
export function traitItemsOf(view: View, path: string, segments: readonly string[]): TraitItems {
  const reader = readers.get(view) ?? createTraitReader(view);
  readers.set(view, reader);
  const found = reader.ofImport(segments, isCrate(view, path, segments));
  if (found === null) return 'none';
  if (found.names !== null) return found.names;
  return isUsedAsType(view.syntax(path), segments.at(-1)!) ? 'none' : 'unknown';
}

/** True for a path that begins with the name of a crate: with none of a module of the file. */
function isCrate(view: View, path: string, [first = '']: readonly string[]): boolean {
  if (first === '') return true;
  if (/^(?:crate|self|super)$/.test(first)) return false;
  // `use kind::Kind` with `mod kind;` in the file.
  return !new RegExp(`\\bmod\\s+(?:r#)?${first}\\b`).test(view.text(path));
}

/** Those of a `trait_item`; `unknown` where a macro makes some of them. */
export function itemsOfTrait(syntax: Syntax, trait: Node): TraitItems {
  const members = membersOf(syntax, trait);
  return members === null ? 'unknown' : new Set(members);
}

/** Both may be asked for. */
export const either = (a: TraitItems, b: TraitItems): TraitItems => {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  if (a === 'none') return b;
  return b === 'none' ? a : new Set([...a, ...b]);
};
