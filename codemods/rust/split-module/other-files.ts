import { basename, dirname } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { type Guard, type Need, needAlso } from './guards.ts';
import type { Layout } from './layout.ts';

/** Words of the other files that could name something of the split module. */
export interface OtherFiles {
  /** In files below the module: they see its private names. */
  readonly below: (word: string) => Need;
  /** In all files of the package. */
  readonly anywhere: (word: string) => Need;
}

const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;
const GUARDED_MOD =
  /#\s*\[\s*cfg\s*\(([^\]]*)\)\s*\]\s*(?:#\s*\[[^\]]*\]\s*)*(?:pub\s*(?:\([^)]*\))?\s+)?mod\s+(\w+)\s*;/g;

/** Texts are compared word by word: a name in a comment or of something else counts too, and costs a re-export that is removed later. */
export function readOtherFiles(view: View, path: string, layout: Layout): OtherFiles {
  const scope = layout.crate === null ? '' : layout.crate.dir === '' ? '' : `${layout.crate.dir}/`;
  const folder = layout.folder === '' ? '' : `${layout.folder}/`;
  const files = view.files.filter(
    (file) => file.grammar === 'rust' && file.state === 'text' && file.path !== path && file.path.startsWith(scope),
  );
  const guarded = new Map<string, string>();
  for (const { path: at } of [...files, { path }])
    for (const [, predicate, name] of view.text(at).matchAll(GUARDED_MOD))
      guarded.set(childPath(at, name!), predicate!.trim().replace(/\s+/g, ' '));
  const below = new Map<string, Need>();
  const anywhere = new Map<string, Need>();
  for (const file of files) {
    const guard = guardOf(file.path, guarded);
    for (const word of new Set(view.text(file.path).match(WORD))) {
      anywhere.set(word, needAlso(anywhere.get(word) ?? null, guard));
      if (file.path.startsWith(folder)) below.set(word, needAlso(below.get(word) ?? null, guard));
    }
  }
  return { below: (word) => below.get(word) ?? null, anywhere: (word) => anywhere.get(word) ?? null };
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
