import { basename, dirname } from 'node:path/posix';
import { memberAccesses } from '../../../src/languages/rust/member-accesses.ts';
import { isOtherTarget } from '../../../src/languages/rust/other-targets.ts';
import { kindOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { type Guard, type Need, needAlso, needEither, normal, readGuards } from './guards.ts';
import type { Layout } from './layout.ts';
import { type AskedModule, readPathNames } from './path-names.ts';

/** What the other files read of the split module. */
export interface OtherFiles {
  /** A name, in files below the module: they see its private ones. `*` where one sees all of a module. */
  readonly below: (name: string) => Need;
  /** A name, in all files of the package that are compiled together with the module: other targets see public names only, which are always re-exported. */
  readonly anywhere: (name: string) => Need;
  /**
   * A field or associated item, in files below the module.
   * @param of the type that it belongs to
   * @param carriers names of which a file must have one to hold a value of that type
   */
  readonly members: (word: string, kind: 'field' | 'method', of: string, carriers: ReadonlySet<string>) => Need;
}

const GUARDED_MOD =
  /#\s*\[\s*cfg\s*\(([^\]]*)\)\s*\]\s*(?:#\s*\[[^\]]*\]\s*)*(?:pub\s*(?:\([^)]*\))?\s+)?mod\s+(\w+)\s*;/g;

const LIKE_CRATE = /\bmod\s+(?:r#)?(std|core|alloc)\b/g;

/** What one file reads, with its guards. */
interface FileReads {
  readonly names: ReadonlyMap<string, Need>;
  /** Those that may be private ones of the module. */
  readonly direct: ReadonlyMap<string, Need>;
  readonly members: ReadonlyMap<
    string,
    readonly { readonly kind: string; readonly of: string | null; readonly need: Need }[]
  >;
}

/** Whether a path really leads here is not asked: a name that nobody uses costs an import that the compiler finds unused. */
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
  for (const { path: file } of [...files, { path }])
    for (const [, predicate, name] of view.text(file).matchAll(GUARDED_MOD))
      guarded.set(partPath(file, name!), predicate!.trim().replace(/\s+/g, ' '));
  const asked = {
    name: basename(path) === 'mod.rs' ? basename(dirname(path)) : basename(path, '.rs'),
    isRoot: layout.root,
    ownCrates: new Set(
      [...files, { path }].flatMap((file) => [...view.text(file.path).matchAll(LIKE_CRATE)].map(([, name]) => name!)),
    ),
  };
  const read = new Map<string, FileReads>();
  const readsOf = (file: string): FileReads => {
    const found = read.get(file) ?? readFile(view, file, asked, guardOf(file, guarded));
    read.set(file, found);
    return found;
  };
  const having = (word: string, isIn: (file: string) => boolean): string[] =>
    files
      .filter((file) => isIn(file.path) && (word === '*' || wordsOf(view, file.path).has(word)))
      .map((file) => file.path);
  const nameIn = (word: string, list: 'names' | 'direct', isIn: (file: string) => boolean): Need =>
    having(word, isIn).reduce<Need>((sum, file) => needEither(sum, readsOf(file)[list].get(word) ?? null), null);
  const isBelow = (file: string): boolean => file.startsWith(folder);
  return {
    below: (name) => nameIn(name, 'direct', isBelow),
    anywhere: (name) => nameIn(name, 'names', () => true),
    members: (word, kind, of, carriers) =>
      having(word, isBelow)
        .filter((file) => [...carriers].some((name) => wordsOf(view, file).has(name)))
        .flatMap((file) => readsOf(file).members.get(word) ?? [])
        .filter((one) => one.kind === kind && (one.of === null || one.of === of))
        .reduce<Need>((sum, { need }) => needEither(sum, need), null),
  };
}

function readFile(view: View, path: string, asked: AskedModule, outer: Guard): FileReads {
  const syntax = view.syntax(path);
  const guards = readGuards(syntax);
  const guardAt = (offset: number): Guard => normal([...outer, ...guards.at(offset)]);
  const names = new Map<string, Need>();
  const direct = new Map<string, Need>();
  for (const one of readPathNames(syntax, asked)) {
    const guard = guardAt(one.at);
    names.set(one.name, needAlso(names.get(one.name) ?? null, guard));
    if (one.direct) direct.set(one.name, needAlso(direct.get(one.name) ?? null, guard));
  }
  const members = new Map<string, { kind: string; of: string | null; need: Need }[]>();
  for (const { word, kind, of, node } of memberAccesses(syntax)) {
    const list = members.get(word) ?? [];
    const known = list.find((one) => one.kind === kind && one.of === of);
    const guard = guardAt(syntax.start[node]!);
    if (known) known.need = needAlso(known.need, guard);
    else members.set(word, [...list, { kind, of, need: [guard] }]);
  }
  for (const { word, offset } of macroMembers(syntax)) {
    const need: Need = [guardAt(offset)];
    const both = ['field', 'method'].map((kind) => ({ kind, of: null, need }));
    members.set(word, [...(members.get(word) ?? []), ...both]);
  }
  return { names, direct, members };
}

/** What the `macro_rules!` of a file read behind a `.`: of which type only their callers know. */
function macroMembers(syntax: ReturnType<View['syntax']>): { word: string; offset: number }[] {
  const found: { word: string; offset: number }[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'macro_definition') {
      const start = syntax.start[node]!;
      for (const match of syntax.text
        .slice(start, syntax.end[node])
        .matchAll(/\.\s*([\p{XID_Start}_][\p{XID_Continue}]*|\d+)/gu))
        found.push({ word: match[1]!, offset: start });
    }
  return found;
}

/** `src/m.rs` declaring `tests` -> `src/m/tests`, without extension. */
function partPath(file: string, name: string): string {
  const dir = dirname(file);
  const stem = basename(file, '.rs');
  const folder = stem === 'mod' || stem === 'lib' || stem === 'main' ? dir : `${dir}/${stem}`;
  return folder === '.' ? name : `${folder}/${name}`;
}

function guardOf(path: string, guarded: ReadonlyMap<string, string>): Guard {
  const found: string[] = [];
  const stem = path.replace(/(\/mod)?\.rs$/, '');
  for (const [module, predicate] of guarded)
    if (stem === module || stem.startsWith(`${module}/`)) found.push(predicate);
  return [...new Set(found)].sort();
}
