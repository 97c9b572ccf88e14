import { isBuiltIn } from '../../../../../analyzers/readings/rust/built-in-names.ts';
import { type ConstantNames, mayBeConstant } from '../../../../../analyzers/readings/rust/constant-names.ts';
import { takesVariants } from '../../../../../analyzers/readings/rust/glob-names.ts';
import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import type { Namespace } from '../../../../core/unit.ts';
import { comparedNames } from '../../../../languages/rust/compared-names.ts';
import {
  isPrimitive,
  leadsThroughCrate,
  PRIMITIVES,
  shadowedPrimitives,
} from '../../../../languages/rust/shadowed-primitives.ts';
import { importedName } from '../../../../languages/rust/use-tree.ts';
import { expansionOf } from './call-expansion.ts';
import { both, type Formula, implies, isNever, underAll } from './cfg-formula.ts';
import { type GluedPlace, gluedPlaces, isMacroCall } from './glued-places.ts';
import { type Hidden, hiddenNames, seesHidden } from './hidden-names.ts';
import { allParts, type ModuleState, moduleHad, type Part, partHas } from './module-state.ts';
import type { Import } from './part-scope.ts';
import type { Problem } from './problem.ts';
import { type Read, readsOf } from './reads-of.ts';
import { textWithin } from './traits-made-by.ts';

export interface OutsideNames {
  /** Names of other crates. */
  readonly crates: ReadonlySet<string>;
  /** What a glob of the module brings, as far as its target can be read; null for anything. */
  readonly broughtBy: (glob: Import) => ReadonlySet<string> | null;
  /** An import of what every module of the edition has. */
  readonly isOfPrelude: (one: Import) => boolean;
  /** The package has a module `std` or `core` of its own. */
  readonly hasOwnStd: boolean;
  /** True for a name that some text of the package gives to an item, or that is an argument of a macro. */
  readonly isOwnItem: (name: string) => boolean;
  /** A glob that leads to another crate, of which nothing is known: it may bring what every module has. */
  readonly isForeign: (glob: Import) => boolean;
  /** A name that the file's edition does not have in its prelude, though later ones do. */
  readonly isOfLaterPrelude: (name: string) => boolean;
  /** Names that the package gives to constants: a pattern compares with those that it sees. */
  readonly constants: ConstantNames;
}

interface Names extends OutsideNames {
  readonly hidden: Hidden;
  readonly primitives: ReadonlySet<string>;
}

const SPACES: readonly Namespace[] = ['type', 'value', 'macro'];

/**
 * Every name that the facade or a part reads is the one that the module had: it is defined there, imported, or seen through the parent,
 * wherever the reading code exists. A name that only a glob or a macro call can make must be seen as the module saw it.
 */
export function checkReads(state: ModuleState, definitions: MacroDefinitions, outside: OutsideNames): Problem[] {
  const hidden = hiddenNames(state.earlier, definitions, outside);
  const constants = constantsOf(state, definitions, hidden, outside);
  const primitives = primitivesOf(state, definitions, outside);
  let words: ReadonlySet<string> | null = null;
  const glued = (): ReadonlySet<string> => {
    words ??= new Set([
      ...(state.earlier.syntax.text.match(WORD) ?? []),
      ...hidden.globs.flatMap(({ names }) => [...(names ?? [])]),
    ]);
    return words;
  };
  const makers = makersIn(state, definitions);
  return allParts(state).flatMap((part) => {
    const reads = readsOf(part.scope, { constants, primitives, glued, makers }, definitions);
    const lost = reads.find((read) => isLost(state, part, read, { hidden, primitives, ...outside }));
    const called = gluedPlaces(part.scope.syntax, definitions).find(isMacroCall);
    if (called) return [macroByGlue(part, called)];
    if (!lost) return [];
    const hint = { code: 'E0425', message: `cannot find \`${lost.name}\` in this scope` } as const;
    return [{ path: part.file.path, start: lost.at, why: said(lost, part), hint }];
  });
}

/** A macro that a call among the items makes is called by one of the words of that call. */
function makersIn(
  { earlier: { calls, syntax } }: ModuleState,
  definitions: MacroDefinitions,
): (name: string) => string[] {
  const makers = calls.flatMap(({ node, start, end }) => {
    const { name } = tokenCalls(syntax, node, syntax.after[node]!)[0] ?? {};
    const isMaker =
      name !== undefined && definitions(name).some((one) => /\bmacro_rules\s*!/.test(textWithin(one).slice(12)));
    return isMaker ? [{ name, words: new Set(syntax.text.slice(start, end).match(WORD)) }] : [];
  });
  return (name) =>
    definitions(name).length > 0 ? [] : makers.filter(({ words }) => words.has(name)).map((maker) => maker.name);
}

const macroByGlue = ({ file, scope }: Part, { node }: GluedPlace): Problem => ({
  path: file.path,
  start: scope.syntax.start[node]!,
  why: 'a macro is called by a name that is glued of parts: which one it is depends on where it stands',
});

const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;
const USES = /^[ \t]*(?:pub(?:\s*\([^)]*\))?\s+)?use\b[^;]*;/gm;

/** Names that patterns of the module compare with: its own constants, and those that imports, globs and macro calls bring or may bring. */
function constantsOf(
  { earlier }: ModuleState,
  definitions: MacroDefinitions,
  hidden: Hidden,
  { broughtBy, constants }: OutsideNames,
): ReadonlySet<string> {
  const isFixed = ({ kind }: { readonly kind: string }): boolean => /^(?:const|static|struct)$/.test(kind);
  const made = earlier.calls.flatMap(({ node }) => expansionOf(earlier, node, definitions).items ?? []);
  const code = earlier.syntax.text.replace(USES, '');
  // What is called, or leads on, is no constant.
  const words = new Set(code.match(WORD));
  const isPlain = (name: string): boolean =>
    words.has(name) &&
    new RegExp(`(?<![\\p{XID_Continue}])${name}(?![\\p{XID_Continue}]|\\s*(?:\\(|::|!))`, 'u').test(code);
  const compared = comparedNames(earlier.syntax);
  const isOne = (name: string, last: string): boolean =>
    isPlain(name) && (compared.has(name) ? constants.mayBe(last) : constants.isConstant(last));
  const imported = earlier.imports.flatMap((one) => {
    if (one.leaf.glob)
      return [...(broughtBy(one) ?? compared)].filter((name) => /^\P{Lu}/u.test(name) && isOne(name, name));
    const { name, leaf } = one;
    if (name === null || leaf.self || /^\p{Lu}/u.test(name)) return [];
    return isOne(name, leaf.segments.at(-1) ?? '') || (compared.has(name) && mayBeConstant(leaf)) ? [name] : [];
  });
  return new Set([
    ...earlier.defines.filter(isFixed).map(({ name }) => name),
    ...made.filter(isFixed).flatMap(({ name }) => name ?? []),
    ...imported,
    ...[...compared].filter((name) => mayBring(hidden, name)),
  ]);
}

/** Another crate's glob may bring any constant, and a macro call those that it names. */
const mayBring = ({ globs, calls }: Hidden, name: string): boolean =>
  globs.some((one) => bringsAnything(one)) || calls.some(({ shadows }) => shadows(name));

function primitivesOf(
  { earlier }: ModuleState,
  definitions: MacroDefinitions,
  { broughtBy, hasOwnStd, isForeign }: OutsideNames,
): ReadonlySet<string> {
  if (earlier.imports.some((glob) => glob.leaf.glob && bringsAnything({ glob, isForeign: isForeign(glob) })))
    return PRIMITIVES;
  const made = earlier.calls.flatMap(({ node }) => expansionOf(earlier, node, definitions).items ?? []);
  const leaves = earlier.imports.map(({ leaf }) => leaf);
  const brought = earlier.imports.flatMap((one) => (one.leaf.glob ? [...(broughtBy(one) ?? [])] : []));
  const own = hasOwnStd ? leaves.filter(leadsThroughCrate).flatMap((leaf) => importedName(leaf) ?? []) : [];
  return new Set([
    ...shadowedPrimitives([...earlier.defines, ...made], leaves),
    ...[...brought, ...own].filter(isPrimitive),
  ]);
}

function said({ name, through }: Read, part: Part): string {
  const where = part.file.depth === 0 ? 'the facade' : 'the part';
  const by = through === null ? '' : `, which the body of \`${through}!\` reads where it is called,`;
  return `\`${name}\`${by} was a name of the module, and ${where} does not see it here`;
}

function isLost(state: ModuleState, part: Part, read: Read, names: Names): boolean {
  const { hidden, primitives, crates, isOwnItem } = names;
  const isUsually = (space: Read['space']): boolean =>
    isBuiltIn(read.name, space) && !names.isOfLaterPrelude(read.name);
  const guard = underAll([...part.guards(read.at), ...part.outer]);
  const spaces = read.space === 'any' ? SPACES : [read.space];
  const had = spaces.map((space) => [space, moduleHad(state, read.name, space)] as const);
  const known = had.filter(([, formula]) => !isNever(formula));
  if (known.length > 0 && comesByPrelude(state, part, read, names)) return false;
  if (known.length > 0)
    return known.some(([space, formula]) => !isGiven(state, part, read.name, space, both(guard, formula)));
  // What a glob or a call of the module surely brings goes before the prelude and the names of crates.
  const isBrought =
    hidden.globs.some(({ names }) => names?.has(read.name) === true) ||
    isFromElsewhere(read, hidden, crates) ||
    hidden.calls.some(({ shadows }) => shadows(read.name) && isOwnItem(read.name));
  const isPlain = isUsually(read.space) && !primitives.has(read.name);
  if (isTextual(state, read, hidden) || (isPlain && !isBrought) || read.key) return false;
  if (read.path && crates.has(read.name) && !isBrought) return false;
  const isUsual = isUsually('any') || crates.has(read.name) || isBound(state, read, names);
  return !seesHidden(state, part, { name: read.name, isUsual }, guard, hidden);
}

/** Patterns bind the name, as far as the package says. */
const isBound = ({ earlier }: ModuleState, { name }: Read, { constants }: Names): boolean =>
  comparedNames(earlier.syntax).has(name) && !constants.mayBe(name);

/** The module imported what it has anyway, and nothing in the part brings another thing of that name. */
function comesByPrelude(
  { earlier }: ModuleState,
  { scope }: Part,
  { name }: Read,
  { hidden, isOfPrelude }: Names,
): boolean {
  const imports = earlier.imports.filter((one) => one.name === name);
  if (imports.length === 0 || !imports.every(isOfPrelude) || earlier.defines.some((one) => one.name === name))
    return false;
  const mayBring = ({ binding, leaf }: Import): boolean =>
    leaf.glob &&
    hidden.globs.some(
      ({ glob, names, isForeign }) => glob.binding === binding && (isForeign || names?.has(name) === true),
    );
  return (
    !scope.imports.some((one) => one.name === name || mayBring(one)) && !scope.defines.some((one) => one.name === name)
  );
}

/** A glob of another crate may bring a module, type or function that is called like one which every module has; between macros that is an error. */
const isFromElsewhere = ({ name, space, path }: Read, { globs }: Hidden, crates: ReadonlySet<string>): boolean =>
  space !== 'macro' &&
  !NEVER_SHADOWED.test(name) &&
  (isBuiltIn(name, 'type') || isBuiltIn(name, 'value') || (path && crates.has(name))) &&
  globs.some((one) => (/^\p{Lu}/u.test(name) ? one.isForeign : bringsAnything(one)));

/** Modules and names in lower case among it: no variants of an enum. */
const bringsAnything = ({ glob, isForeign }: Pick<Hidden['globs'][number], 'glob' | 'isForeign'>): boolean =>
  isForeign && !takesVariants(glob.leaf.segments);

const NEVER_SHADOWED = /^(?:Self|self|super|crate)$/;

// A macro by its name is seen in textual order: `checkMacros` and `checkOrder` ask for it.
const isTextual = ({ earlier }: ModuleState, { name, space }: Read, hidden: Hidden): boolean =>
  space !== 'type' &&
  space !== 'value' &&
  (earlier.defines.some((one) => one.name === name && one.kind === 'macro') ||
    (space === 'macro' && hidden.calls.some(({ makesMacro }) => makesMacro(name))));

const isGiven = (state: ModuleState, part: Part, name: string, space: Namespace, where: Formula): boolean =>
  implies(where, partHas(state, part, name, space));
