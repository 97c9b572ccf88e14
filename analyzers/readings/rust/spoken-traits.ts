import { readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

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
// Begun at the blank: a text has many more words than renames.
const RENAMED = /(?<=([\p{XID_Start}_][\p{XID_Continue}]*))\s+as\s+(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;
const MODULE = /\bmod\s+(\p{Lu}[\p{XID_Continue}]*)/gu;

function readSpoken(view: View): Spoken {
  const texts = view.files
    .filter(({ grammar, state }) => grammar === 'rust' && state === 'text')
    .map(({ path }) => view.text(path));
  const all = (pattern: RegExp): RegExpExecArray[] => texts.flatMap((text) => [...text.matchAll(pattern)]);
  const traits = new Set(all(TRAIT).map(([, name]) => name!));
  const aliases = all(RENAMED).map(([, name, alias]) => [name!, alias!] as const);
  for (let size = -1; size !== traits.size; ) {
    size = traits.size;
    for (const [name, alias] of aliases) if (traits.has(name)) traits.add(alias);
  }
  const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name);
  return {
    traits,
    renamed: new Set(aliases.flatMap(([, alias]) => (isCapital(alias) || traits.has(alias) ? [alias] : []))),
    modules: new Set([
      ...all(MODULE).map(([, name]) => name!),
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
