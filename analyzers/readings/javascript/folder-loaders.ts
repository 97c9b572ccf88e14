import { basename, dirname, join } from 'node:path/posix';
import { isScript } from '../../../src/languages/javascript/is-script.ts';
import { matches, segmentGlob } from '../../../src/workspace/javascript/segment-glob.ts';
import type { View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { oncePerView } from '../../once.ts';
import { moduleOf } from './module-paths.ts';

/** A script that finds files by where they lie, and loads what it finds. */
export interface FolderLoader {
  readonly by: string;
  /** The folder, or the pattern as it is written. */
  readonly finds: string;
  /** False where it goes into folders below by code that is not read, or where its folder is named elsewhere. */
  readonly certain: boolean;
}

interface Lister {
  readonly path: string;
  readonly text: string;
  /** Texts that may name the folder: its own, and those of scripts that it is used by. */
  readonly naming: string;
}

const GLOB = /\bimport\.meta\.glob(?:Eager)?\s*(?:<[^()]*>)?\(\s*(\[[^\]]*\]|(['"`])[^'"`\n]*\2)/g;
const CONTEXT =
  /\brequire\.context\s*\(\s*(['"`])([^'"`\n]+)\1\s*(?:,\s*([^,()]+?)\s*(?:,\s*(\/(?:[^/\\\n]|\\.)+\/[a-z]*)?)?)?\s*\)/g;
const LISTS =
  /\b(?:readdir|opendir)(?:Sync)?\s*\(|\bglob(?:Sync|by|bySync)?\s*\(|\bfg(?:\.\w+)?\s*\(|\bnew\s+Glob\s*\(|\bfdir\b/;
/** What it finds is loaded: tools list folders for other ends. */
const LOADS = /\bimport\s*\(|\brequire\s*\(\s*[^'"`)\s]/;
/** Packages that list a folder and load what they find. */
const BY_PACKAGE =
  /['"](?:@graphql-tools\/load-files|load-files|require-all|require-dir|require-directory|include-all|bulk-require|auto-load|consign|express-load|@fastify\/autoload|fastify-autoload|elysia-autoload|@elysiajs\/autoload|import-all|glob-import)['"]/;
/** Goes into folders below: by an option, by a pattern, or by itself. */
const DEEP = /\brecursive\s*:\s*true|\*\*|\bisDirectory\s*\(|\bfdir\b/;
/** Takes some of the names that it finds. */
const CHOOSES = /\bendsWith\s*\(|\bextname\b|\.test\s*\(|\.match\s*\(|\bisFile\s*\(|\.filter\s*\(|\.slice\s*\(\s*-/;

/** A script that would load a new file only because of where it lies; null where none is seen. @param before the state without new files */
export function folderLoaderOf(before: View, view: View, path: string): FolderLoader | null {
  for (const { path: by, text } of patternLoaders(view)) {
    const finds = by === path ? null : (globTaking(text, by, path) ?? contextTaking(text, by, path));
    if (finds !== null) return { by, finds, certain: true };
  }
  const found = listers(view).flatMap((lister) =>
    lister.path === path ? [] : (folderListed(before, view, lister, path) ?? []),
  );
  return found.find(({ certain }) => certain) ?? found[0] ?? null;
}

/** What is larger is a bundle. */
const LARGEST = 1_000_000;

const scripts = (view: View): readonly { readonly path: string; readonly text: string }[] =>
  view.files
    .filter(
      ({ path, state, grammar, bytes }) =>
        state === 'text' && bytes < LARGEST && isScript(grammar) && !/(^|\/)node_modules\//.test(path),
    )
    .map(({ path }) => ({ path, text: view.text(path) }));

const patternLoaders = oncePerView((view) =>
  scripts(view).filter(({ text }) => /\bimport\.meta\.glob|\brequire\.context\b/.test(text)),
);

/** Scripts that list a folder, where they or a script that uses them load by a name that is put together. */
const listers = oncePerView((view): readonly Lister[] => {
  const all = scripts(view);
  const loading = all.filter(({ text }) => LOADS.test(text));
  return all
    .filter(({ text }) => LISTS.test(text) || BY_PACKAGE.test(text))
    .flatMap(({ path, text }): Lister[] => {
      if (BY_PACKAGE.test(text)) return [{ path, text, naming: text }];
      const users = loading.filter((one) => one.path !== path && asksFor(view, one, path));
      const used = loading.filter((one) => one.path !== path && asksFor(view, { path, text }, one.path));
      if (!LOADS.test(text) && users.length + used.length === 0) return [];
      return [{ path, text, naming: [text, ...[...users, ...used].map((one) => one.text)].join('\n') }];
    });
});

const asksFor = (
  view: View,
  { path, text }: { readonly path: string; readonly text: string },
  target: string,
): boolean => {
  const stem = basename(target).replace(/\.[mc]?[jt]sx?$/, '');
  const word = stem === 'index' ? basename(dirname(target)) : stem;
  return (
    text.includes(word) &&
    [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g)].some(
      ([, , name]) => name!.includes(word) && moduleOf(view, path, name!) === target,
    )
  );
};

/** A pattern as it counts from the root: vite's begin with `./`, `../` or `/`; what others mean by it is taken from both ends. */
const rooted = (pattern: string, by: string): string =>
  pattern.startsWith('/') ? pattern.slice(1) : join(dirname(by), pattern);

function globTaking(text: string, by: string, path: string): string | null {
  for (const [, list] of text.matchAll(GLOB)) {
    const patterns = [...list!.matchAll(/(['"`])([^'"`\n]*)\1/g)].map(([, , pattern]) => pattern!);
    const takes = (pattern: string): boolean => matches(segmentGlob(rooted(pattern, by)), path);
    const found = patterns.find((one) => !one.startsWith('!') && takes(one));
    if (found !== undefined && !patterns.some((one) => one.startsWith('!') && takes(one.slice(1)))) return found;
  }
  return null;
}

function contextTaking(text: string, by: string, path: string): string | null {
  for (const [, , folder, deep, pattern] of text.matchAll(CONTEXT)) {
    const base = `${join(dirname(by), folder!)}/`;
    if (!path.startsWith(base)) continue;
    const inside = path.slice(base.length);
    if (deep === 'false' && inside.includes('/')) continue;
    if (pattern === undefined || regexOf(pattern)?.test(`./${inside}`) !== false) return folder!;
  }
  return null;
}

function regexOf(literal: string): RegExp | null {
  const end = literal.lastIndexOf('/');
  try {
    return new RegExp(literal.slice(1, end), literal.slice(end + 1).replace(/[^imsu]/g, ''));
  } catch {
    return null;
  }
}

/** The folder of a new file, or one above it, that a script names and lists. */
function folderListed(before: View, view: View, { path: by, text, naming }: Lister, path: string): FolderLoader | null {
  const folder = dirname(path);
  const isOld = before.files.some((one) => dirname(one.path) === folder);
  if (isOld && (LOADS.test(text) || BY_PACKAGE.test(text)) && (isQuoted(text, folder) || isOwn(by, text, folder)))
    return { by, finds: folder, certain: true };
  const pattern = patternTaking(naming, by, path);
  if (pattern !== null) return { by, finds: pattern, certain: false };
  const finds = foldersOf(folder)
    .filter((_, up) => (up === 0 ? isOld : reaches(text, up)))
    .find((one) => isNamed(view, naming, one) || isOwn(by, text, one));
  return finds === undefined ? null : { by, finds, certain: false };
}

/** `a/b/c`, `a/b`, `a`. */
const foldersOf = (folder: string): string[] => {
  const names = folder.split('/');
  return names.map((_, i) => names.slice(0, names.length - i).join('/'));
};

/** Whether a listing of a folder so far above leads to the file: the new folder beside the others is an entry too. */
const reaches = (text: string, up: number): boolean =>
  DEEP.test(text) || BY_PACKAGE.test(text) || (up === 1 && !CHOOSES.test(text));

const isOwn = (by: string, text: string, folder: string): boolean =>
  dirname(by) === folder && /\b__dirname\b|\bimport\.meta\b/.test(text);

const isQuoted = (text: string, folder: string): boolean =>
  new RegExp(`['"\`/]${escaped(basename(folder))}['"\`/]`).test(text);

/** By its last name in a script, or by its whole path in a file of data that scripts may read. */
const isNamed = (view: View, naming: string, folder: string): boolean =>
  isQuoted(naming, folder) ||
  dataNaming(view).some((text) => new RegExp(`['"\\s](?:\\./)?${escaped(folder)}/?(?:['"](?!\\s*:)|\\s)`).test(text));

const MOST_DATA = 100_000;

const dataNaming = oncePerView((view): readonly string[] =>
  view.files
    .filter(
      ({ path, state }) =>
        state === 'text' &&
        /\.(?:json|ya?ml|toml)$/.test(path) &&
        !/(^|\/)(?:node_modules\/|tsconfig[^/]*\.json$|package-lock\.json$|\.github\/)/.test(path),
    )
    .map(({ path }) => view.text(path))
    .filter(({ length }) => length < MOST_DATA),
);

/** A path with a star, of a length that somebody writes: what is bundled has strings of any. */
const QUOTED_PATTERN = /(['"`])([\w@./*?{},[\]!$-]{0,100}\*[\w@./*?{},[\]!$-]{0,100}\.[\w*{},]{1,30})\1/g;

/** A pattern in a string, from the root or from the script's own folder. */
function patternTaking(naming: string, by: string, path: string): string | null {
  for (const [, , pattern] of naming.matchAll(QUOTED_PATTERN)) {
    const plain = pattern!.replace(/\$\{[^}]*\}\/?/g, '**/');
    if ([plain.replace(/^\.?\//, ''), join(dirname(by), plain)].some((one) => matches(segmentGlob(one), path)))
      return pattern!;
  }
  return null;
}
