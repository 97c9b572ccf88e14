import { definitionsOf, innerItem } from '../../../src/languages/rust/definitions.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { childByField, kindOf, namedChildrenOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { rustFilesBeside } from './macro-definitions.ts';
import { below, type ModulePlace, moduleAt } from './module-file.ts';
import { moduleFolder } from './module-folder.ts';
import { mayBringBuiltIn } from './plain-preludes.ts';
import { either, itemsOfTrait, type TraitItems, traitItemsOf } from './trait-items.ts';

/** What `use path::*` may bring: its names (null: any), and methods that it may be there for. */
export interface GlobNames {
  readonly names: ReadonlySet<string> | null;
  readonly trait: TraitItems;
  /** The traits that these methods are of, as their definitions call them. */
  readonly traits: readonly string[];
  /** Another crate's glob stands behind it, of which nothing is known: it may bring what every module has. */
  readonly isForeign: boolean;
}

const ANYTHING: GlobNames = { names: null, trait: 'unknown', traits: [], isForeign: false };
const IO_PRELUDE = ['Read', 'Write', 'BufRead', 'Seek'];

export function globNames(view: View, path: string, segments: readonly string[]): GlobNames {
  const last = segments[segments.length - 1] ?? '';
  if (segments.join('::') === 'std::io::prelude') {
    const traits = IO_PRELUDE.map((name) => traitItemsOf(view, path, ['std', 'io', name]));
    return { ...plain(IO_PRELUDE), trait: traits.reduce(either, 'none'), traits: IO_PRELUDE };
  }
  // Enums are written in capitals, modules small: an enum brings its variants alone.
  if (takesVariants(segments) && !isModule(view, path, last)) return ofEnum(view, path, segments);
  const place = moduleAt(view, path, segments);
  if (place === null) return { ...ANYTHING, isForeign: leadsAbroad(view, path, segments) };
  if (place.file === path && place.body === 0) return ANYTHING;
  return namesOfModule(view, { ...place, isAncestor: isAbove(view, place, path) }, new Set());
}

function ofEnum(view: View, path: string, segments: readonly string[]): GlobNames {
  const names = variantsOf(view, path, segments.at(-1)!);
  return { ...plain([]), names, isForeign: names === null && leadsAbroad(view, path, segments) };
}

/** Of what is written with a capital a glob takes the variants: other capitals. */
export const takesVariants = (segments: readonly string[]): boolean => /^\p{Lu}/u.test(segments.at(-1) ?? '');

const plain = (names: readonly string[]): GlobNames => ({
  names: new Set(names),
  trait: 'none',
  traits: [],
  isForeign: false,
});

/** To a module of another crate, by its name or by one that an import of the package gives it: `pub use dep as inner; use crate::inner::*;`. */
function leadsAbroad(view: View, path: string, segments: readonly string[]): boolean {
  if (!isRelative(segments)) return mayBringBuiltIn(segments);
  for (let length = segments.length - 1; length > 0; length--) {
    const place = moduleAt(view, path, segments.slice(0, length));
    if (place !== null) return givesCrate(view, place, segments[length]!);
  }
  return false;
}

const isRelative = ([first = '']: readonly string[]): boolean => /^(?:crate|self|super)$/.test(first);

const givesCrate = (view: View, { file, body }: ModulePlace, name: string): boolean =>
  readItems(view.syntax(file), body).items.some(({ kind, node }) =>
    kind === 'use'
      ? readUseTree(view.syntax(file), node).some(
          (leaf) => importedName(leaf) === name && !isRelative(leaf.segments) && mayBringBuiltIn(leaf.segments),
        )
      : kind === 'extern-crate' && definitionsOf(view.syntax(file), node, true).some((one) => one.name === name),
  );

/** What stands below a module sees its private items too. */
function isAbove(view: View, { file, body }: ModulePlace, path: string): boolean {
  if (body !== 0 || file === path) return false;
  const folder = moduleFolder(view, file);
  return folder === '' || path.startsWith(`${folder}/`);
}

type Target = ModulePlace & { readonly isAncestor?: boolean };

/** A module in capitals, or another name for one. */
const isModule = (view: View, path: string, name: string): boolean =>
  rustFilesBeside(view, path).some(
    (file) =>
      wordsOf(view, file).has(name) &&
      new RegExp(`\\bmod\\s+(?:r#)?${name}\\b|\\b[\\p{Ll}_][\\p{XID_Continue}]*\\s+as\\s+${name}\\b`, 'u').test(
        view.text(file),
      ),
  );

/** All that a module shows others; anything where macros make its names, or a glob of its own cannot be followed. */
function namesOfModule(view: View, place: Target, seen: ReadonlySet<string>): GlobNames {
  const key = `${place.file} ${place.body}`;
  if (seen.has(key)) return plain([]);
  const inner = new Set([...seen, key]);
  const syntax = view.syntax(place.file);
  const brought = readItems(syntax, place.body).items.map((item) => broughtBy(view, place, item, inner));
  return {
    names: new Set(brought.flatMap((one) => one.names)),
    trait: brought.reduce<TraitItems>((sum, one) => either(sum, one.trait), 'none'),
    traits: brought.flatMap((one) => one.traits),
    ...(brought.some(({ isOpen }) => isOpen) ? ANYTHING : {}),
    isForeign: brought.some((one) => one.isForeign),
  };
}

interface Brought extends Pick<GlobNames, 'trait' | 'traits' | 'isForeign'> {
  readonly names: readonly string[];
  /** It shows more than can be seen. */
  readonly isOpen: boolean;
}

const NOTHING: Brought = { names: [], trait: 'none', traits: [], isOpen: false, isForeign: false };
const OPEN: Brought = { ...NOTHING, isOpen: true };

/** What one item of a module shows others. */
function broughtBy(view: View, place: Target, item: Item, seen: ReadonlySet<string>): Brought {
  const syntax = view.syntax(place.file);
  const { kind, broken } = item;
  const node = innerItem(syntax, item.node);
  if (kind === 'macro-call' || kind === 'error' || broken) return OPEN;
  const names = definitionsOf(syntax, node, true).map(({ name }) => name);
  if (kind === 'extern-block') return { ...NOTHING, names };
  if (place.isAncestor !== true && readVisibility(syntax, node).text === '') return NOTHING;
  if (kind === 'trait') return { ...NOTHING, names, trait: itemsOfTrait(syntax, node), traits: names };
  if (kind !== 'use') return { ...NOTHING, names };
  return readUseTree(syntax, node).reduce<Brought>(
    (sum, leaf) => joined(sum, byLeaf(view, place, leaf, seen)),
    NOTHING,
  );
}

const joined = (a: Brought, b: Brought): Brought => ({
  names: [...a.names, ...b.names],
  trait: either(a.trait, b.trait),
  traits: [...a.traits, ...b.traits],
  isOpen: a.isOpen || b.isOpen,
  isForeign: a.isForeign || b.isForeign,
});

function byLeaf(view: View, place: ModulePlace, leaf: UseLeaf, seen: ReadonlySet<string>): Brought {
  const { segments, glob } = leaf;
  if (glob) {
    const target = leadsTo(view, place, segments);
    if (target === null) return { ...OPEN, isForeign: leadsAbroad(view, place.file, segments) };
    const { names, ...rest } = namesOfModule(view, target, seen);
    return names === null ? { ...OPEN, isForeign: rest.isForeign } : { ...NOTHING, ...rest, names: [...names] };
  }
  const name = importedName(leaf);
  if (name === null) return OPEN;
  const trait = traitItemsOf(view, place.file, segments);
  return { ...NOTHING, names: [name], trait, traits: trait === 'none' ? [] : [segments.at(-1)!] };
}

/** The module of a glob in a module: what begins with neither `crate` nor `super` is one below it. */
function leadsTo(view: View, { file, body }: ModulePlace, segments: readonly string[]): ModulePlace | null {
  const [first = '', ...rest] = segments;
  if (/^\p{Lu}/u.test(segments.at(-1) ?? '')) return null;
  if (first === 'crate' || (first === 'super' && body === 0)) return moduleAt(view, file, segments);
  return first === 'super' ? null : below(view, file, first === 'self' ? rest : segments, body);
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
