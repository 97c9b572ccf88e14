import type { Unit } from '../../../src/core/unit.ts';
import { rustOutline } from '../../../src/languages/rust/outline.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { rustFilesBeside } from './macro-definitions.ts';
import { moduleFile } from './module-file.ts';
import { either, itemsOfTrait, type TraitItems, traitItemsOf } from './trait-items.ts';

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

/** All that a file shows others; anything where it gives all of something on, or macros make its names. */
function namesOfModule(view: View, file: string): GlobNames {
  const outline = view.facts(file, rustOutline);
  if (outline.status === 'failed') return ANYTHING;
  const { items } = readItems(view.syntax(file), 0);
  const brought = outline.value.units.map((unit, i) => broughtBy(view, file, unit, items[i]!.node));
  return {
    names: new Set(brought.flatMap((one) => one?.names ?? [])),
    trait: brought.reduce<TraitItems>((sum, one) => either(sum, one?.trait ?? 'none'), 'none'),
    ...(brought.includes(null) ? ANYTHING : {}),
  };
}

const NOTHING = { names: [], trait: 'none' } as const;

/** What one unit of a module shows others; null where that cannot be seen. */
function broughtBy(
  view: View,
  file: string,
  unit: Unit,
  node: Node,
): { readonly names: readonly string[]; readonly trait: TraitItems } | null {
  if (unit.kind === 'macro-call' || unit.kind === 'error' || unit.opaque) return null;
  const names = unit.defines.map(({ name }) => name);
  if (unit.kind === 'extern-block') return { names, trait: 'none' };
  if (unit.visibility === '') return NOTHING;
  const syntax = view.syntax(file);
  if (unit.kind === 'trait') return { names, trait: itemsOfTrait(syntax, node) };
  if (unit.kind !== 'use') return { names, trait: 'none' };
  const leaves = readUseTree(syntax, node);
  if (leaves.some((leaf) => leaf.glob || importedName(leaf) === null)) return null;
  return { names, trait: leaves.map(({ segments }) => traitItemsOf(view, file, segments)).reduce(either, 'none') };
}

function variantsOf(view: View, path: string, name: string): ReadonlySet<string> | null {
  const files = rustFilesBeside(view, path).filter((file) => wordsOf(view, file).has(name));
  const has = (words: string): readonly string[] =>
    files.filter((file) => new RegExp(`\\b(?:${words})\\s+${name}\\b`).test(view.text(file)));
  // A module, or something that another name stands for, brings more than variants.
  if (has('mod|as|type').length > 0) return null;
  const enums = has('enum').flatMap((file) => enumsNamed(view.syntax(file), name));
  return enums.length === 0 ? null : new Set(enums.flat());
}

/** The variants of each enum of a name. */
function enumsNamed(syntax: Syntax, name: string): string[][] {
  const found: string[][] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'enum_item' && textOf(syntax, childByField(syntax, node, 'name')) === name)
      found.push(variantNames(syntax, childByField(syntax, node, 'body')));
  return found;
}

const variantNames = (syntax: Syntax, body: number): string[] =>
  (body === -1 ? [] : namedChildrenOf(syntax, body))
    .filter((child) => kindOf(syntax, child) === 'enum_variant')
    .map((child) => plainName(textOf(syntax, childByField(syntax, child, 'name'))));
