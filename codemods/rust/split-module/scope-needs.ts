import { takesVariants } from '../../../analyzers/readings/rust/glob-names.ts';
import { PRELUDE_MACROS } from '../../../analyzers/readings/rust/prelude-macros.ts';
import { PRELUDE_NAMES } from '../../../analyzers/readings/rust/prelude-names.ts';
import type { TraitItems } from '../../../analyzers/readings/rust/trait-items.ts';
import type { Namespace } from '../../../src/core/unit.ts';
import { isBuiltinAttribute } from '../../../src/languages/rust/builtin-attributes.ts';
import { groupBy } from './group-by.ts';
import { type Guard, type Guards, type Need, needAlso, needEither } from './guards.ts';
import type { ModuleItem, ModuleLeaf, ModuleNames } from './module-names.ts';
import type { MemberRead, Read } from './reads.ts';

/** What a range of code needs of the module's scope, in whichever file it stands. */
export interface ScopeNeeds {
  /** When it needs an import of the module. */
  readonly leaf: (leaf: ModuleLeaf) => Need;
  /** When it needs an item of the module. */
  readonly item: (item: ModuleItem) => Need;
  /** Reads of names that nothing in the text of the module brings. */
  readonly strange: readonly Read[];
}

export interface Reader {
  readonly reads: readonly Read[];
  /** Those that may be methods of a trait. */
  readonly members: readonly MemberRead[];
  /** Names in its docs. */
  readonly documented: ReadonlySet<string>;
  /** Names that it defines itself, by namespace. */
  readonly isOwn: (name: string, space: Namespace | 'any') => boolean;
}

const DOCUMENTED: Guard = ['doc'];

/** What docs alone name is imported for rustdoc. */
export function scopeNeeds(names: ModuleNames, reader: Reader, guards: Guards): ScopeNeeds {
  const { reads, isOwn } = reader;
  const named = nameNeeds(reader, guards);
  const methods = methodNeeds(names, reader, guards);
  const strange = reads.filter(
    ({ name, space, through }) => !through && !isOwn(name, space) && isStrange(names, name, space),
  );
  const globNeed = globNeeds(names, reads, strange, guards);
  return {
    leaf: (one) => {
      const { leaf, name, trait, implemented } = one;
      if (one.isUsual) return null;
      if (leaf.glob) return needEither(globNeed(one), methods(trait));
      // A `macro_rules!` is seen in textual order: an import of it serves others.
      if (leaf.segments.length === 1 && leaf.alias === null && names.macros.has(leaf.segments[0]!)) return null;
      const needed = name === null ? null : named(name, leaf.self ? ['type'] : ['type', 'value', 'macro']);
      return needEither(needed, methods(trait, implemented));
    },
    item: (item) => needEither(named(item.name, item.spaces), methods(item.trait)),
    strange,
  };
}

/** When all that a glob brings is needed, by the names that it may bring. */
function globNeeds(
  names: ModuleNames,
  reads: readonly Read[],
  strange: readonly Read[],
  guards: Guards,
): (glob: ModuleLeaf) => Need {
  const usual = reads.filter(
    (read) => isUsual(read) && !read.through && !names.items.has(read.name) && !names.imported.has(read.name),
  );
  return ({ leaf: { segments }, names: brought, isForeign }) => {
    if (isForeign && !takesVariants(segments)) return ALWAYS;
    const mayBring = ({ name }: Read): boolean => brought === null || brought.has(name);
    return needOf(guards, [
      ...strange.filter(mayBring),
      ...(isForeign || brought !== null ? usual.filter(mayBring) : []),
    ]);
  };
}

/** What is written like a primitive type, a name of the prelude, a crate or a pattern's variable may be something that such a glob brings. */
const ALWAYS: Need = [[]];

/** What is called like a name of the prelude, or a crate, may be what a glob brings: a module `core`, a variant of another crate's enum. */
const isUsual = ({ name, space }: Read): boolean => space !== 'macro' && PRELUDE_NAMES.has(name);

const needOf = (guards: Guards, found: readonly { readonly at: number }[]): Need =>
  found.reduce<Need>((need, { at }) => needAlso(need, guards.at(at)), null);

/** When a name is read in some namespaces. */
function nameNeeds(
  { reads, documented, isOwn }: Reader,
  guards: Guards,
): (name: string, spaces: readonly Namespace[]) => Need {
  const byName = groupBy(reads, ({ name }) => name);
  return (name, spaces) => {
    const code = needOf(
      guards,
      (byName.get(name) ?? []).filter(
        ({ space, through }) => !through && (space === 'any' || spaces.includes(space)) && !isOwn(name, space),
      ),
    );
    return documented.has(name) && !isOwn(name, 'any') ? needEither(code, [DOCUMENTED]) : code;
  };
}

/** When a trait's methods may be called. */
function methodNeeds(
  { isExplained }: ModuleNames,
  { members }: Reader,
  guards: Guards,
): (trait: TraitItems, implemented?: ReadonlySet<string>) => Need {
  const byWord = groupBy(
    members.filter(({ kind }) => kind === 'method'),
    ({ word }) => word,
  );
  return (trait, implemented = new Set()) => {
    if (trait === 'none') return null;
    const words =
      trait === 'unknown'
        ? [...byWord.keys()].filter((word) => !isExplained(word) || implemented.has(word))
        : [...trait];
    return needOf(
      guards,
      words.flatMap((word) => byWord.get(word) ?? []),
    );
  };
}

/** A name that nothing in the module brings by name: a glob may. */
const isStrange = (names: ModuleNames, name: string, space: Namespace | 'any'): boolean =>
  !names.items.has(name) &&
  !names.macros.has(name) &&
  !names.imported.has(name) &&
  (!PRELUDE_NAMES.has(name) || name === 'Result') &&
  !(space !== 'type' && space !== 'value' && (PRELUDE_MACROS.has(name) || isBuiltinAttribute(name)));
