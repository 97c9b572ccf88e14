import { rustOutline } from '../../../src/languages/rust/outline.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, kindOf, namedChildrenOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { rustFilesBeside } from './macro-definitions.ts';
import { moduleFile } from './module-file.ts';
import { itemsOfTrait, type TraitItems, traitItemsOf } from './trait-items.ts';

/** What `use path::*` may bring: its names (null: any), and methods that it may be there for. */
export interface GlobNames {
  readonly names: ReadonlySet<string> | null;
  readonly trait: TraitItems;
}

const ANYTHING: GlobNames = { names: null, trait: 'unknown' };
const IO_PRELUDE = ['Read', 'Write', 'BufRead', 'Seek'];

export function globNames(view: View, path: string, segments: readonly string[]): GlobNames {
  const last = segments[segments.length - 1] ?? '';
  if (segments.join('::') === 'std::io::prelude') {
    const traits = IO_PRELUDE.map((name) => traitItemsOf(view, path, ['std', 'io', name]));
    return { names: new Set(IO_PRELUDE), trait: traits.reduce(either, 'none') };
  }
  // Enums are written in capitals, modules small: an enum brings its variants alone.
  if (/^\p{Lu}/u.test(last)) return { names: variantsOf(view, path, last), trait: 'none' };
  const file = moduleFile(view, path, segments);
  return file === null || file === path ? ANYTHING : namesOfModule(view, file);
}

const either = (a: TraitItems, b: TraitItems): TraitItems => {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  if (a === 'none') return b;
  return b === 'none' ? a : new Set([...a, ...b]);
};

/** All that a file shows others; anything where it gives all of something on, or macros make its names. */
function namesOfModule(view: View, file: string): GlobNames {
  const outline = view.facts(file, rustOutline);
  if (outline.status === 'failed') return ANYTHING;
  const syntax = view.syntax(file);
  const { items } = readItems(syntax, 0);
  const names = new Set<string>();
  let trait: TraitItems = 'none';
  for (const [i, unit] of outline.value.units.entries()) {
    if (unit.kind === 'macro-call' || unit.kind === 'error' || unit.opaque) return ANYTHING;
    if (unit.kind === 'extern-block') for (const { name } of unit.defines) names.add(name);
    if (unit.visibility === '') continue;
    for (const { name } of unit.defines) names.add(name);
    if (unit.kind === 'trait') trait = either(trait, itemsOfTrait(syntax, items[i]!.node));
    if (unit.kind !== 'use') continue;
    for (const leaf of readUseTree(syntax, items[i]!.node)) {
      if (leaf.glob || importedName(leaf) === null) return ANYTHING;
      trait = either(trait, traitItemsOf(view, file, leaf.segments));
    }
  }
  return { names, trait };
}

function variantsOf(view: View, path: string, name: string): ReadonlySet<string> | null {
  const variants = new Set<string>();
  let found = false;
  for (const file of rustFilesBeside(view, path)) {
    if (!wordsOf(view, file).has(name) || !new RegExp(`\\benum\\s+${name}\\b`).test(view.text(file))) continue;
    const syntax = view.syntax(file);
    for (let node = 0; node < syntax.size; node++) {
      if (kindOf(syntax, node) !== 'enum_item' || textOf(syntax, childByField(syntax, node, 'name')) !== name) continue;
      found = true;
      for (const variant of variantNames(syntax, childByField(syntax, node, 'body'))) variants.add(variant);
    }
  }
  return found ? variants : null;
}

const variantNames = (syntax: Syntax, body: number): string[] =>
  (body === -1 ? [] : namedChildrenOf(syntax, body))
    .filter((child) => kindOf(syntax, child) === 'enum_variant')
    .map((child) => plainName(textOf(syntax, childByField(syntax, child, 'name'))));
