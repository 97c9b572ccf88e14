import { readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Syntax } from '../../../src/languages/syntax.ts';
import type { FileEntry, View } from '../../../src/workspace/view.ts';

/** What the texts of a workspace call traits and modules, read when it is first asked for. */
export function spokenIn(view: View): () => Spoken {
  let spoken: Spoken | null = null;
  return () => {
    spoken ??= readSpoken(view);
    return spoken;
  };
}

export interface Spoken {
  /** What the workspace's text calls a trait, and other names that an import gives such. */
  readonly traits: ReadonlySet<string>;
  /** Names that an import gives, with a capital or for a trait. */
  readonly renamed: ReadonlySet<string>;
  /** Modules that are written with a capital, by their own name or another. */
  readonly modules: ReadonlySet<string>;
}

const TRAIT = /\btrait\s+(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;
const MODULE = /\bmod\s+(\p{Lu}[\p{XID_Continue}]*)/gu;
const LAST_WORD = /[\p{XID_Start}_][\p{XID_Continue}]*$/u;
const FIRST_WORD = /^(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/u;

/** What one text calls traits and modules, and `name as alias` in it. */
interface Said {
  readonly traits: readonly string[];
  readonly modules: readonly string[];
  readonly aliases: readonly (readonly [name: string, alias: string])[];
}

// An entry stands for its bytes.
const known = new WeakMap<FileEntry, Said>();

function saidIn(view: View, entry: FileEntry): Said {
  const found = known.get(entry) ?? readText(view.text(entry.path));
  known.set(entry, found);
  return found;
}

const firstGroups = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);

function readText(text: string): Said {
  return {
    traits: text.includes('trait') ? firstGroups(text, TRAIT) : [],
    modules: text.includes('mod') ? firstGroups(text, MODULE) : [],
    aliases: aliasesIn(text),
  };
}

// Looked for by the word between: a text has many more words than renames.
function aliasesIn(text: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = text.indexOf('as'); at !== -1; at = text.indexOf('as', at + 2)) {
    if (!/^\s$/.test(text[at - 1] ?? '') || !/^\s$/.test(text[at + 2] ?? '')) continue;
    const name = LAST_WORD.exec(text.slice(Math.max(0, at - 200), at).trimEnd())?.[0];
    const alias = FIRST_WORD.exec(text.slice(at + 2, at + 300).trimStart())?.[1];
    if (name !== undefined && alias !== undefined) found.push([name, alias]);
  }
  return found;
}

function readSpoken(view: View): Spoken {
  const all = view.files
    .filter(({ grammar, state }) => grammar === 'rust' && state === 'text')
    .map((entry) => saidIn(view, entry));
  const traits = new Set(all.flatMap((one) => one.traits));
  const aliases = all.flatMap((one) => one.aliases);
  for (let size = -1; size !== traits.size; ) {
    size = traits.size;
    for (const [name, alias] of aliases) if (traits.has(name)) traits.add(alias);
  }
  const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name);
  return {
    traits,
    renamed: new Set(aliases.flatMap(([, alias]) => (isCapital(alias) || traits.has(alias) ? [alias] : []))),
    modules: new Set([
      ...all.flatMap((one) => one.modules),
      ...aliases.flatMap(([name, alias]) => (isCapital(alias) && !isCapital(name) ? [alias] : [])),
    ]),
  };
}

/** The paths that imports of the workspace give a name to. */
export function renamesOf(view: View, name: string): (readonly string[])[] {
  const written = new RegExp(`\\bas\\s+(?:r#)?${name}(?![\\p{XID_Continue}])`, 'u');
  return view.files
    .filter(({ path, grammar, state }) => grammar === 'rust' && state === 'text' && written.test(view.text(path)))
    .flatMap(({ path }) => leavesOf(view.syntax(path)))
    .flatMap(({ alias, segments }) => (alias === name ? [segments] : []));
}

const leavesOf = (syntax: Syntax): UseLeaf[] =>
  Array.from({ length: syntax.size }, (_, node) => node)
    .filter((node) => kindOf(syntax, node) === 'use_declaration')
    .flatMap((node) => readUseTree(syntax, node));
