import { basename, dirname } from 'node:path/posix';
import { isOtherTarget } from '../../../src/languages/rust/other-targets.ts';
import { kindOf, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { type Guard, type Need, needAlso, readGuards } from './guards.ts';
import type { Layout } from './layout.ts';

/** Words of the other files that could name something of the split module. */
export interface OtherFiles {
  /** In files below the module: they see its private names. */
  readonly below: (word: string) => Need;
  /** In all files of the package that are compiled together with the module: other targets see public names only, which are always given on. */
  readonly anywhere: (word: string) => Need;
}

const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;
const GUARDED_MOD =
  /#\s*\[\s*cfg\s*\(([^\]]*)\)\s*\]\s*(?:#\s*\[[^\]]*\]\s*)*(?:pub\s*(?:\([^)]*\))?\s+)?mod\s+(\w+)\s*;/g;

/** Files are compared word by word: a word of something else counts too, and costs a re-export that the compiler finds unused. */
export function readOtherFiles(view: View, path: string, layout: Layout): OtherFiles {
  const scope = layout.crate === null || layout.crate.dir === '' ? '' : `${layout.crate.dir}/`;
  const folder = layout.folder === '' ? '' : `${layout.folder}/`;
  const apart = isOtherTarget(path, scope) ? () => false : (other: string) => isOtherTarget(other, scope);
  const files = view.files.filter(
    (file) =>
      file.grammar === 'rust' &&
      file.state === 'text' &&
      file.path !== path &&
      file.path.startsWith(scope) &&
      !apart(file.path),
  );
  const guarded = new Map<string, string>();
  for (const { path: at } of [...files, { path }])
    for (const [, predicate, name] of view.text(at).matchAll(GUARDED_MOD))
      guarded.set(childPath(at, name!), predicate!.trim().replace(/\s+/g, ' '));
  const read = new Map<string, ReadonlyMap<string, Need>>();
  const needsOf = (file: string): ReadonlyMap<string, Need> => {
    const words = read.get(file) ?? readWords(view, file, guardOf(file, guarded));
    read.set(file, words);
    return words;
  };
  const needIn = (word: string, isIn: (file: string) => boolean): Need =>
    files
      .filter((file) => isIn(file.path) && wordsOf(view, file.path).has(word))
      .flatMap((file) => needsOf(file.path).get(word) ?? [])
      .reduce<Need>(needAlso, null);
  return {
    below: (word) => needIn(word, (file) => file.startsWith(folder)),
    anywhere: (word) => needIn(word, () => true),
  };
}

/** When a file has each word outside of its comments. */
function readWords(view: View, path: string, outer: Guard): Map<string, Need> {
  const syntax = view.syntax(path);
  const guards = readGuards(syntax);
  const words = new Map<string, Need>();
  for (let node = 0; node < syntax.size; node++) {
    if (syntax.after[node] !== node + 1) continue;
    const kind = kindOf(syntax, node);
    // `#[serde(with = "super::hex")]`, `"{LIMIT}"`.
    if (!kind.endsWith('identifier') && kind !== 'string_content' && !kind.startsWith('shorthand_')) continue;
    const guard = [...new Set([...outer, ...guards.at(syntax.start[node]!)])].sort();
    for (const word of textOf(syntax, node).match(WORD) ?? [])
      words.set(word, needAlso(words.get(word) ?? null, guard));
  }
  return words;
}

/** `src/m.rs` declaring `tests` -> `src/m/tests`, without extension. */
function childPath(file: string, name: string): string {
  const own = dirname(file);
  const stem = basename(file, '.rs');
  const folder = stem === 'mod' || stem === 'lib' || stem === 'main' ? own : `${own}/${stem}`;
  return folder === '.' ? name : `${folder}/${name}`;
}

function guardOf(path: string, guarded: ReadonlyMap<string, string>): Guard {
  const found: string[] = [];
  const stem = path.replace(/(\/mod)?\.rs$/, '');
  for (const [module, predicate] of guarded)
    if (stem === module || stem.startsWith(`${module}/`)) found.push(predicate);
  return [...new Set(found)].sort();
}
