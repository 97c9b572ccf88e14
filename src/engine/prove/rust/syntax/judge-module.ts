import { dirname, join } from 'node:path/posix';
import { readConstantNames } from '../../../../../analyzers/readings/rust/constant-names.ts';
import { crateNames } from '../../../../../analyzers/readings/rust/crate-names.ts';
import { crateOf } from '../../../../../analyzers/readings/rust/crate-of.ts';
import { editionOf } from '../../../../../analyzers/readings/rust/edition-of.ts';
import { isInPrelude, isOfLaterPrelude } from '../../../../../analyzers/readings/rust/edition-prelude.ts';
import { readExplained } from '../../../../../analyzers/readings/rust/explained-members.ts';
import { type GlobNames, globNames } from '../../../../../analyzers/readings/rust/glob-names.ts';
import { isPlainMacro, readMacroCrates, strangeMacros } from '../../../../../analyzers/readings/rust/macro-crates.ts';
import { readMacroDefinitions, rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { isMacroUsed } from '../../../../../analyzers/readings/rust/macro-use.ts';
import { readOwnItems } from '../../../../../analyzers/readings/rust/own-items.ts';
import { readPackageTypes } from '../../../../../analyzers/readings/rust/package-types.ts';
import { mayBringBuiltIn } from '../../../../../analyzers/readings/rust/plain-preludes.ts';
import type { TraitReader } from '../../../../../analyzers/readings/rust/trait-members.ts';
import { createTraitReach } from '../../../../../analyzers/readings/rust/trait-reach.ts';
import type { Attribute } from '../../../../languages/rust/attributes.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';
import { implies, underAll } from './cfg-formula.ts';
import { checkCalls } from './check-calls.ts';
import { checkComments, looseComments, placeLevels } from './check-comments.ts';
import { checkExpansions, checkHanded } from './check-expansions.ts';
import { checkFolder } from './check-folder.ts';
import { checkForeignCode } from './check-foreign-code.ts';
import { checkFreshNames } from './check-fresh-names.ts';
import { checkGlobs, createReads } from './check-globs.ts';
import { checkHeads } from './check-heads.ts';
import { checkImports } from './check-imports.ts';
import { checkGivenMacros, checkMacros } from './check-macros.ts';
import { checkMadeNames } from './check-made-names.ts';
import { checkMembers } from './check-members.ts';
import { checkMounts } from './check-mounts.ts';
import { checkMoved } from './check-moved.ts';
import { checkNames } from './check-names.ts';
import { checkOrder } from './check-order.ts';
import { checkOwnPaths } from './check-own-paths.ts';
import { checkPlaces } from './check-places.ts';
import { checkReaders } from './check-readers.ts';
import { checkReads } from './check-reads.ts';
import { checkRelative } from './check-relative.ts';
import { checkTraits } from './check-traits.ts';
import { type Collected, collectItems } from './collect-items.ts';
import { compareAudience } from './compare-audience.ts';
import type { Facade } from './facade.ts';
import type { Mount } from './last-seen.ts';
import { allParts, type ModuleState, seesParent } from './module-state.ts';
import { readOutside } from './outside.ts';
import { pairItems } from './pair-items.ts';
import type { Import, PartScope } from './part-scope.ts';
import { modLines, type PartFile } from './parts-of.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';
import { editionsOf, isRoot, lineOf, readState } from './read-state.ts';
import { splicedPart } from './spliced-facade.ts';
import { calledBelow, createCalledThrough, filesOfModule, macrosMadeBy, mayBeModules } from './textual-macros.ts';
import { readTokenMacros } from './token-macros.ts';

/** One module before and after: its facade with the parts that it mounts. */
export function judgeModule(facade: Facade, after: View, files: readonly PartFile[], traits: TraitReader): Problem[] {
  return editionsOf(facade.before, facade.path).flatMap((fromRoot) =>
    judgeAs({ facade, fromRoot }, after, files, traits),
  );
}

/** A module as one edition reads its paths: from the root of the crate, or from where they stand. */
function judgeAs(
  { facade, fromRoot }: { readonly facade: Facade; readonly fromRoot: boolean },
  after: View,
  files: readonly PartFile[],
  traits: TraitReader,
): Problem[] {
  const { before, path, textPath, placeOf, opened, modulePath } = facade;
  const views = new Map(files.map((file) => [file.path, file.depth === 0 ? after : splicedPart(after, file.path)]));
  const syntaxes = new Map([...views].map(([file, view]) => [file, view.syntax(file)]));
  const syntaxOf = (file: string): Syntax => syntaxes.get(file)!;
  const lines = modLines(syntaxOf(path), path);
  const definitions = readMacroDefinitions(before, path);
  const state = readState({ facade, fromRoot }, files, syntaxOf, { lines, definitions });
  const places = placesOf(facade, state);
  const macros = readTokenMacros(before, path);
  const itemsBefore = collectItems(before.syntax(path), { ...places.before, macros }, opened);
  const itemsAfter = files.flatMap((file) =>
    collectItems(syntaxOf(file.path), { ...places.after(file), macros }, opened),
  );
  const modules = new Set(state.parts.map(({ file }) => file.name));
  const { pairs, problems } = pairItems(itemsBefore, itemsAfter, { facade: path, modules, placeOf });
  for (const pair of pairs) {
    const wrong = compareAudience(pair.earlier.tokens, pair.later.tokens, modulePath);
    if (wrong) problems.push({ path: pair.later.path, start: pair.later.start, why: wrong });
  }
  const mounts = new Map(state.parts.map(({ file }) => [file.path, lineOf(lines, file)]));
  const mountOf = (file: string): Mount | null => {
    if (!mounts.has(file)) return null;
    const line = mounts.get(file);
    return { at: line?.start ?? Number.POSITIVE_INFINITY, macroUse: line?.macroUse ?? false };
  };
  const isConverted = (file: string): boolean => facade.parts.some((part) => part.path === file);
  const isOwn = (file: string): boolean => [...views].some(([part, view]) => file === part || !view.file(file));
  const crates = crateNames(before, path);
  const reach = createTraitReach(before, path);
  const globs = readGlobs(before, path);
  const isUsual = readUsual(before, path);
  const constants = readConstantNames(before, path);
  const outside = readOutside(after, path, isOwn, { modulePath, fromRoot, crates, isEnum: readEnums(after, path) });
  const expansions = {
    definitions,
    syntaxOf,
    mountOf,
    filesOf: (one: Collected) => filesOfModule(after, path, one).map((file) => after.syntax(file)),
    before: before.syntax(path),
    crates: readMacroCrates(before, path, state.earlier.imports),
  };
  const sides = {
    before: itemsBefore,
    after: itemsAfter,
    mountOf,
    syntaxOf,
    calledBelow: (one: Collected, names: ReadonlySet<string>) => calledBelow(after, path, one, names),
    calledThrough: createCalledThrough(definitions),
  };
  problems.push(
    ...checkMounts(
      state,
      pairs.map((pair) => ({ ...pair, outer: placeOf(pair.earlier.start).cfg })),
      ({ file }) => {
        const line = mounts.get(file.path);
        return line ? { line, had: attributesHad(facade, file) } : null;
      },
    ),
    ...checkComments(
      looseComments(before.syntax(path), path, placeLevels({ depth: 0 })),
      files.flatMap((file) => looseComments(syntaxOf(file.path), file.path, placeLevels(file))),
      path,
      (start) => ({ path: placeOf(start).path, start: placeOf(start).at }),
    ),
    ...checkMoved(pairs, path, syntaxOf, isConverted),
    ...checkFolder(facade, pairs, syntaxOf, definitions),
    ...checkReaders(facade, itemsBefore, itemsAfter, pairs, syntaxOf),
    ...checkMadeNames(state, before, path, pairs),
    ...checkImports(state),
    ...checkNames(state, outside, { ...globs, constants }),
    ...checkGlobs(state, mayBring(state, globs), createReads(definitions)),
    ...checkReads(state, definitions, {
      crates,
      ...globs,
      isOfPrelude: ({ binding, name }) =>
        isUsual(binding.split('::').slice(1), binding.startsWith('::')) && binding.endsWith(`::${name}`),
      hasOwnStd: declaresStd(before, path),
      isOwnItem: readOwnItems(before, path),
      isOfLaterPrelude: (name) => isOfLaterPrelude(name, editionOf(before, path)),
      constants,
    }),
    ...checkTraits(state, withOwnReading(traits, before, path, isUsual), definitions, {
      ...readExplained(before, path),
      included: readIncluded(before, path),
      mayReach: reach.mayCall,
      types: readPackageTypes(before, path),
      typesNow: readPackageTypes(after, path),
      namesIn: (name) => wordsOutsideOfUses(state.earlier).has(name),
      after,
      filesBelow: outside.filesBelow,
      whereOf: outside.whereOf,
      modulePath,
    }),
    ...checkMembers(state, after, { syntaxOf, isOwn, definitions }),
    ...checkFreshNames(state, {
      crates,
      broughtBy: globs.broughtBy,
      before,
      path,
      outside,
      definitions,
      isStrange: () => strangeMacros(before, path).length > 0,
    }),
    ...checkOwnPaths(state, definitions, { modulePath, fromRoot }),
    ...checkHeads(allParts(state)),
    ...checkForeignCode(state, {
      ...{ before, path, definitions, ...globs },
      isPlain: (macro) => isPlainMacro(expansions.crates, macro),
    }),
    ...checkExpansions(pairs, expansions),
    ...checkHanded(pairs, expansions),
    ...newTargets(before, files),
    ...checkPlaces(facade, before, after, files, lines),
    ...checkCalls(pairs, state, definitions, macros),
    ...checkRelative(state, before, after, path),
    ...checkMacros(pairs, sides),
    ...checkGivenMacros(sides, {
      earlier: state.earlier.imports,
      later: allParts(state).flatMap(({ file, scope }) => scope.imports.map((one) => ({ ...one, path: file.path }))),
      facade: path,
      former: textPath,
      isMacroUsed: isMacroUsed(after, path),
    }),
    ...checkOrder(pairs, {
      before: before.syntax(path),
      syntaxOf,
      mountOf,
      mayBeModules: mayBeModules(state.earlier, definitions),
      madeBy: (call) => macrosMadeBy(state.earlier, call, definitions, readIncluded(before, path)),
    }),
  );
  return problems;
}

/** No module and no import stands for the name of an enum anywhere in the package. */
function readEnums(view: View, path: string): (name: string) => boolean {
  const files = rustFilesBeside(view, path);
  return (name) => {
    const texts = files.filter((file) => wordsOf(view, file).has(name)).map((file) => view.text(file));
    const has = (words: string): boolean => texts.some((text) => new RegExp(`\\b${words}\\s+${name}\\b`).test(text));
    return has('enum') && !has('mod') && !has('as');
  };
}

interface Globs {
  /** What a glob brings, as far as its target can be read; null for anything. */
  readonly broughtBy: (glob: Import) => ReadonlySet<string> | null;
  readonly isForeign: (glob: Import) => boolean;
}

function readGlobs(view: View, path: string): Globs {
  const known = new Map<string, GlobNames>();
  const read = ({ segments }: Import['leaf']): GlobNames => {
    const key = segments.join('::');
    const found = known.get(key) ?? globNames(view, path, segments);
    known.set(key, found);
    return found;
  };
  return {
    broughtBy: ({ leaf }) => read(leaf).names,
    isForeign: ({ leaf, binding }) => {
      const { names, isForeign } = read(leaf);
      return names === null && (isForeign || (binding.startsWith('::') && mayBringBuiltIn(leaf.segments)));
    },
  };
}

/** Whether a glob of the facade or of a part may bring a name: it is read where the module had it. */
function mayBring({ earlier }: ModuleState, { broughtBy, isForeign }: Globs): (glob: Import, name: string) => boolean {
  return (glob, name) => {
    const one = earlier.imports.find(({ leaf, binding }) => leaf.glob && binding === glob.binding) ?? glob;
    return broughtBy(one)?.has(name) ?? isForeign(one);
  };
}

/** A module `std` or `core` that the package declares: paths through the crate lead there, and not to the library. */
const declaresStd = (view: View, path: string): boolean =>
  rustFilesBeside(view, path).some((file) => /\bmod\s+(?:std|core)\b/.test(view.text(file)));

const wordsKnown = new WeakMap<PartScope, ReadonlySet<string>>();

/** The words of a file without its imports. */
function wordsOutsideOfUses(scope: PartScope): ReadonlySet<string> {
  const known = wordsKnown.get(scope);
  if (known) return known;
  const uses = scope.outline.units.filter(({ kind }) => kind === 'use');
  let text = '';
  let at = 0;
  for (const { start, end } of uses) {
    text += scope.syntax.text.slice(at, start);
    at = Math.max(at, end);
  }
  const found = new Set((text + scope.syntax.text.slice(at)).match(/[\p{XID_Start}_][\p{XID_Continue}]*/gu));
  wordsKnown.set(scope, found);
  return found;
}

const readIncluded =
  (view: View, path: string) =>
  (literal: string): string | null => {
    const file = join(dirname(path), literal);
    return view.file(file)?.state === 'text' ? view.text(file) : null;
  };

type IsUsual = (path: readonly string[], isCrate: boolean) => boolean;

/** What every module of the edition has, whoever imports it. */
function readUsual(view: View, path: string): IsUsual {
  const edition = declaresStd(view, path) ? null : editionOf(view, path);
  return (segments, isCrate) => isCrate && isInPrelude(segments, edition);
}

/** A glob of a module of the workspace brings the traits that the module has; those of the prelude need no import. */
const withOwnReading = (traits: TraitReader, view: View, path: string, isUsual: IsUsual): TraitReader => ({
  ofImport: (segments, isCrate) => (isUsual(segments, isCrate) ? null : traits.ofImport(segments, isCrate)),
  ofGlob: (binding, isCrate, segments) => {
    const brought = isCrate ? null : globNames(view, path, segments);
    const own = brought?.trait;
    if (brought === null || own === undefined || own === 'unknown') return traits.ofGlob(binding, isCrate, segments);
    return own === 'none' ? null : { names: own, by: 'workspace', of: brought.traits };
  },
});

/** Attributes that stood on the `include!` in whose place a part stands. */
const attributesHad = ({ parts }: Facade, { path }: PartFile): string[] =>
  parts.find((part) => part.path === path)?.attributes.map(writtenAttribute) ?? [];

const writtenAttribute = ({ path, text, argument }: Attribute): string =>
  `#[${path}${argument === -1 ? '' : `(${text})`}]`.replace(/\s+/g, '');

type PlaceBase = Omit<Place, 'macros'>;

function placesOf(
  { before, path, textPath, placeOf, modulePath }: Facade,
  state: ModuleState,
): { readonly before: PlaceBase; readonly after: (file: PartFile) => PlaceBase } {
  const root = isRoot(before, path);
  const own = {
    path: textPath,
    depth: 0,
    root,
    modulePath,
    reaches: () => true,
    fileOf: (at: number) => (placeOf(at).path === path ? textPath : placeOf(at).path),
  };
  return {
    before: own,
    after: (file) => {
      const part = allParts(state).find((one) => one.file === file)!;
      const names = new Set([
        ...part.scope.defines.map(({ name }) => name),
        ...part.scope.imports.flatMap(({ name }) => name ?? []),
      ]);
      // What a glob of an inner module brings is asked for name by name.
      const sees = seesParent(part);
      const reaches = (name: string | null, at: number): boolean =>
        name === null || names.has(name) || implies(underAll([...part.guards(at), ...part.outer]), sees);
      return { ...own, path: file.path, depth: file.depth, reaches, fileOf: () => file.path };
    },
  };
}

const TARGET =
  /^(?:build|src\/(?:main|lib)|src\/bin\/(?:[^/]+|[^/]+\/main)|(?:tests|examples|benches)\/(?:[^/]+|[^/]+\/main))\.rs$/;

/** A new file where cargo looks for programs and tests is one. */
function newTargets(before: View, files: readonly PartFile[]): Problem[] {
  return files
    .filter(({ path }) => !before.file(path))
    .filter(({ path }) => {
      const dir = crateOf(before, path)?.dir ?? '';
      return TARGET.test(dir === '' ? path : path.slice(dir.length + 1));
    })
    .map(({ path }) => ({ path, start: 0, why: 'cargo takes a file of this name for a target of its own' }));
}
