import { importedName, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { type ForeignMacro, foreignMacros } from './foreign-macros.ts';
import { definitionsAnywhere, readMacroDefinitions, rustFilesBeside } from './macro-definitions.ts';
import { isPureCrate } from './pure-macros.ts';
import { useLeaves } from './use-leaves.ts';
import { withDependencies } from './workspace-dependencies.ts';

/** Which crates the macros of a module come from. */
export interface MacroCrates {
  /**
   * @param path as written, without spaces: `dep::Go`
   * @returns the crates that it may be of; [] where nothing shows any
   */
  readonly cratesOf: (path: string) => readonly string[];
  /** True for a macro that makes of each place what stands there, whatever was expanded before. */
  readonly isPure: (crate: string, path: string) => boolean;
}

/** What an import of the module brings. */
interface Brought {
  readonly name: string | null;
  readonly leaf: UseLeaf;
}

export function readMacroCrates(view: View, path: string, imports: readonly Brought[]): MacroCrates {
  const named = once((name) => cratesNaming(view, path, name));
  const byImport = ({ leaf: { segments } }: Brought): readonly string[] =>
    isForeign(segments[0]) ? [segments[0]!] : named(segments.at(-1)!);
  const byGlob = ({ leaf: { segments } }: Brought, name: string): readonly string[] =>
    isForeign(segments[0]) ? [segments[0]!] : named(name);
  const byName = (name: string): readonly string[] => {
    const own = imports.filter((one) => one.name === name);
    if (own.length > 0) return own.flatMap(byImport);
    const globs = imports.filter(({ leaf }) => leaf.glob);
    return [...macroUsed(view, path), ...globs.flatMap((glob) => byGlob(glob, name))];
  };
  const crateOfPath = (first: string, last: string): readonly string[] => {
    const own = imports.filter(({ name }) => name === first);
    if (own.length > 0) return own.flatMap(byImport);
    return isForeign(first) ? [first] : named(last);
  };
  const pure = once((crate) => keepsNothing(view, crate));
  return {
    cratesOf: (written) => {
      const segments = written.replace(/^::/, '').split('::');
      const found = segments.length > 1 ? crateOfPath(segments[0]!, segments.at(-1)!) : byName(segments[0]!);
      return [...new Set(found)].sort();
    },
    // A `macro_rules!` keeps nothing.
    isPure: (crate, written) =>
      pure(crate) || (isOfWorkspace(view, crate) && definitionsAnywhere(view, written.split('::').at(-1)!).length > 0),
  };
}

/** The macros, derives and attributes of a file that may keep something, or read where they stand, as they are written. */
export function strangeMacros(view: View, path: string): string[] {
  const syntax = view.syntax(path);
  const { cratesOf, isPure } = readMacroCrates(
    view,
    path,
    useLeaves(syntax).map((leaf) => ({ leaf, name: importedName(leaf) })),
  );
  return foreignMacros(syntax, readMacroDefinitions(view, path)).flatMap((one) =>
    isPlainMacro({ cratesOf, isPure }, one) ? [] : [one.path],
  );
}

/** The crates among those that are known to keep nothing whose macros a file calls: that is taken for granted. */
export function knownMacroCrates(view: View, path: string): string[] {
  const syntax = view.syntax(path);
  const imports = useLeaves(syntax).map((leaf) => ({ leaf, name: importedName(leaf) }));
  const { cratesOf } = readMacroCrates(view, path, imports);
  const found = foreignMacros(syntax, readMacroDefinitions(view, path)).flatMap((one) => cratesOf(one.path));
  return [...new Set(found)].filter(isPureCrate).sort();
}

/** The first macro of a file that a crate of the workspace makes with words for the module path or the file of a place. */
export function placingExpansion(view: View, path: string, what: PlaceWords = 'path'): string | undefined {
  const syntax = view.syntax(path);
  const imports = useLeaves(syntax).map((leaf) => ({ leaf, name: importedName(leaf) }));
  const { cratesOf } = readMacroCrates(view, path, imports);
  const isPlacing = once((crate) => emittingCrate(view, crate, PLACES[what]));
  return foreignMacros(syntax, readMacroDefinitions(view, path)).find((one) => cratesOf(one.path).some(isPlacing))
    ?.path;
}

/** What the macros of a crate may put into the program of the place that they are called at: its module path and file, or the numbers of its lines. */
export type PlaceWords = 'path' | 'lines';

const PLACES: Readonly<Record<PlaceWords, RegExp>> = {
  path: /\bmodule_path\s*!|\bfile\s*!\s*\(\s*\)|\.(?:file|local_file|source_file)\s*\(\s*\)/u,
  lines:
    /\.byte_range\s*\(\s*\)|\b(?:span\w*|call_site|mixed_site|def_site)(?:\s*\(\s*\))?\s*\.\s*(?:(?:start|end)\s*\(\s*\)\s*\.\s*)?(?:line|column)\b/u,
};

/** True for a macro of crates that are known to keep nothing, and for an attribute that is a word of what derives. */
export const isPlainMacro = (crates: MacroCrates, macro: ForeignMacro): boolean => sharedState(crates, macro) === null;

/** The crates that share what they may keep between two expansions; null for macros that keep nothing. */
export function sharedState({ cratesOf, isPure }: MacroCrates, { kind, path }: ForeignMacro): string | null {
  const crates = cratesOf(path);
  // An attribute that nothing brings is a word of what derives.
  if (crates.length === 0) return kind === 'attribute' ? null : '';
  return crates.every((crate) => isPure(crate, path)) ? null : crates.join();
}

function once<Value>(answer: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    if (!known.has(name)) known.set(name, answer(name));
    return known.get(name)!;
  };
}

const isForeign = (first = ''): boolean => !/^(?:|crate|\$crate|self|super|std|core|alloc)$/.test(first);

/** The crates from which some import of the package takes a name. */
function cratesNaming(view: View, path: string, name: string): string[] {
  return rustFilesBeside(view, path)
    .filter((file) => wordsOf(view, file).has(name))
    .flatMap((file) => useLeaves(view.syntax(file)))
    .flatMap((leaf) => {
      const isOne = importedName(leaf) === name || leaf.segments.at(-1) === name;
      return isOne && isForeign(leaf.segments[0]) ? [leaf.segments[0]!] : [];
    });
}

const MACRO_USED = /#\s*\[\s*macro_use[^\]]*\]\s*(?:pub\s+)?extern\s+crate\s+(\w+)/g;

const macroUsed = (view: View, path: string): string[] =>
  rustFilesBeside(view, path).flatMap((file) =>
    [...view.text(file).matchAll(MACRO_USED)].flatMap(([, crate]) => (isForeign(crate) ? [crate!] : [])),
  );

/** Whether a crate of macros of the workspace, or what it is built of, has certain words. */
export const emittingCrate = (view: View, crate: string, words: RegExp): boolean =>
  withDependencies(
    view,
    view.manifests.crates.filter((one) => isNamed(one, crate) && isMacros(one)),
  ).some((one) => holdsWords(view, one, words));

const isNamed = ({ name }: Crate, crate: string): boolean => name.replaceAll('-', '_') === crate;

export const isOfWorkspace = (view: View, crate: string): boolean =>
  view.manifests.crates.some((one) => isNamed(one, crate));

const isMacros = ({ targets }: Crate): boolean => targets.some(({ procMacro }) => procMacro);

/** Of a crate outside of the workspace the list says it. */
const keepsNothing = (view: View, crate: string): boolean =>
  isOfWorkspace(view, crate) ? holdsNothing(view, crate) : isPureCrate(crate);

/** A crate of the workspace whose macros, or all of the workspace's where it re-exports them, hold no state and read nothing of their surroundings. */
function holdsNothing(view: View, crate: string): boolean {
  const own = view.manifests.crates.find((one) => isNamed(one, crate));
  if (!own) return false;
  const all = isMacros(own) ? [own] : view.manifests.crates.filter(isMacros);
  return all.length > 0 && !withDependencies(view, all).some((one) => holdsState(view, one));
}

const STATE =
  /(?<!')\bstatic\s+(?:mut\s+)?[\p{XID_Start}_][\p{XID_Continue}]*\s*:|\b(?:thread_local|lazy_static)\s*!|\b(?:Atomic[A-Z]|Mutex|RwLock|OnceLock|OnceCell|LazyLock|LazyCell)|\b(?:fs|env|time|net|process)\s*::|\binclude(?:_str|_bytes)?\s*!|\b(?:module_path|file)\s*!|\.(?:file|local_file|source_file|source_text)\s*\(\s*\)/u;

const holdsState = (view: View, crate: Crate): boolean => holdsWords(view, crate, STATE);

const holdsWords = (view: View, { dir }: Crate, words: RegExp): boolean =>
  view.files.some(
    ({ path, grammar, state }) =>
      grammar === 'rust' &&
      state === 'text' &&
      (dir === '' || path.startsWith(`${dir}/`)) &&
      words.test(view.text(path)),
  );
