import type { FileEntry, View } from '../../../src/workspace/view.ts';
import { type MacroDefinition, type MacroDefinitions, rustFilesBeside } from './macro-definitions.ts';
import { tokenCalls } from './token-calls.ts';

/** What a macro call reads of the place where it stands: the folder of the source file, its path, the module path, its line. */
export type PlaceRead = 'folder' | 'file' | 'module' | 'line';

const STANDARD: Readonly<Record<string, PlaceRead>> = {
  include: 'folder',
  include_str: 'folder',
  include_bytes: 'folder',
  file: 'file',
  module_path: 'module',
  line: 'line',
  column: 'line',
};

export interface PlaceMacros {
  /** What a call of that name reads, by itself or through macros of the package that it comes down to. */
  readonly readsOf: (name: string) => ReadonlySet<PlaceRead>;
  /** True for the compiler's own macro, under its own name or another one that an import gives it. */
  readonly isStandard: (name: string) => boolean;
}

const NOTHING: ReadonlySet<PlaceRead> = new Set();

/**
 * The macros through which a package reads the place of a call: the compiler's own, other names that an import gives them, `macro_rules!`
 * that come down to them in any number of steps, and other crates' macros that are called `include…`.
 */
export function readPlaceMacros(view: View, path: string, definitions: MacroDefinitions): PlaceMacros {
  const known = new Map<string, ReadonlySet<PlaceRead>>();
  let renamed: ReadonlyMap<string, string> | null = null;
  const readsOf = (name: string): ReadonlySet<PlaceRead> => {
    const found = known.get(name);
    if (found) return found;
    renamed ??= renamedMacros(view, path);
    const reads = reachedFrom(name, definitions, renamed);
    known.set(name, reads);
    return reads;
  };
  const isStandard = (name: string): boolean => {
    if (definitions(name).length > 0) return false;
    if (Object.hasOwn(STANDARD, name)) return true;
    renamed ??= renamedMacros(view, path);
    return renamed.has(name);
  };
  return { readsOf, isStandard };
}

function reachedFrom(
  first: string,
  definitions: MacroDefinitions,
  renamed: ReadonlyMap<string, string>,
): ReadonlySet<PlaceRead> {
  const reads = new Set<PlaceRead>();
  const seen = new Set([first]);
  for (const name of seen) {
    const own = definitions(name);
    const standard = STANDARD[renamed.get(name) ?? name];
    if (standard !== undefined && Object.hasOwn(STANDARD, renamed.get(name) ?? name) && own.length === 0)
      reads.add(standard);
    // `include_wgsl!("x")`: another crate's macro cannot be read here.
    else if (own.length === 0 && /^include_/.test(name)) reads.add('folder');
    for (const definition of own) for (const next of calledIn(definition)) seen.add(next);
  }
  return reads.size === 0 ? NOTHING : reads;
}

const bodies = new WeakMap<MacroDefinition, readonly string[]>();

function calledIn(definition: MacroDefinition): readonly string[] {
  const known = bodies.get(definition);
  if (known) return known;
  const { syntax, node } = definition;
  const names = [...new Set(tokenCalls(syntax, node + 1, syntax.after[node]!).map(({ name }) => name))];
  bodies.set(definition, names);
  return names;
}

const RENAMES = /\b(?:include(?:_str|_bytes)?|file|module_path)\b[^;]*?\bas\b/;
const COMMENTS = /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** `use std::include_str as load;`, wherever in the package, in the body of a macro too, and in any number of steps: the new name -> the first. */
function renamedMacros(view: View, path: string): Map<string, string> {
  const found = new Map<string, string>();
  const files = rustFilesBeside(view, path);
  if (!files.some((file) => RENAMES.test(view.text(file)))) return found;
  const aliases = files.flatMap((file) => aliasesIn(view, file));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [name, alias] of aliases) {
      const first = found.get(name) ?? (Object.hasOwn(STANDARD, name) ? name : undefined);
      if (first !== undefined && !found.has(alias)) found.set(alias, first);
    }
  }
  return found;
}

// An entry stands for its bytes.
const renames = new WeakMap<FileEntry, readonly Alias[]>();

type Alias = readonly [name: string, alias: string];

function aliasesIn(view: View, file: string): readonly Alias[] {
  const entry = view.file(file)!;
  const found = renames.get(entry) ?? readAliases(view.text(file));
  renames.set(entry, found);
  return found;
}

const readAliases = (text: string): Alias[] =>
  [...text.replace(COMMENTS, ' ').matchAll(/\b(?:r#)?(\w+)\s+as\s+(?:r#)?([a-z_]\w*)/g)].map(
    ([, name, alias]): Alias => [name!, alias!],
  );
