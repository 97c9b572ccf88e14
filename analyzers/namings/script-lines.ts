import { posix } from 'node:path';
import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import { translateGlob } from '../../src/workspace/compile-glob.ts';
import type { View } from '../../src/workspace/view.ts';
import { escaped } from './module-name.ts';

/** A line of a script that runs a file, or means it by a pattern. */
export interface ScriptLine {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** What is written there. */
  readonly text: string;
}

/** Documents, data and records: they speak of files, and take none. What a compiler follows by imports needs no pattern either. */
export const NO_SCRIPT =
  /\.(?:mdx?|markdown|rst|adoc|(?<!CMakeLists\.)txt|html?|svg|snap|lock|[ct]sv|map|pot?|ipynb|css|scss|less|log|diff|patch|vue|svelte|astro)$|(?:^|\/)(?:[^/]*lock[^/]*\.json|tsconfig[^/]*\.json|Cargo\.toml|\.git\w+|\.\w+ignore|CODEOWNERS|omni-refactor\.\w+|fixtures?|testdata|__?snapshots?_*|node_modules)(?:$|\/)/;
/** Programs that build, or tell a tool which files it is for. */
const BUILDS =
  /\.conf(?:ig)?\.[cm]?[jt]s$|(?:^|\/)(?:gulpfile|gruntfile|jakefile|(?:webpack|rollup|rspack|esbuild|vite)[\w.-]*|build|copy|release|bundle|package)\.[cm]?[jt]s$|(?:^|\/)(?:noxfile|tasks|fabfile|dodo|wscript|conanfile|build|make|release|setup)\.py$/i;
const LARGEST = 1_000_000;

function* linesOf(view: View, pattern: RegExp): Generator<RegExpExecArray & { readonly from: string }> {
  for (const { path: from, state, grammar, bytes } of view.files) {
    const isRead = grammar === null ? !NO_SCRIPT.test(from) : BUILDS.test(from);
    if (!isRead || state !== 'text' || bytes > LARGEST) continue;
    for (const found of view.text(from).matchAll(pattern)) yield Object.assign(found, { from });
  }
}

const placed = (view: View, from: string, at: number, text: string): ScriptLine => ({
  path: from,
  line: lineAt(lineStartsOf(view.text(from)), at),
  text,
});

/** Where a script runs a Python module by its name: `python -m pkg.core`. */
export function runByName(view: View, dotted: string): ScriptLine | null {
  const name = escaped(dotted);
  for (const { 0: text, index, from } of linesOf(view, new RegExp(`-m["',\\s]+${name}(?![\\w.])`, 'g')))
    return placed(view, from, index, text);
  return null;
}

/** Where a script runs a file by its path, or by its name alone from some folder: `cd pkg && python core.py`. */
export function runByPath(view: View, path: string): ScriptLine | null {
  const file = escaped(posix.basename(path));
  const runs = new RegExp(
    `(?:\\b(?:python|pypy)[\\d.]*["',]*\\s+["']*(?:-[a-zA-Z]+\\s+)*|\\bexec\\s+|(?<![\\w./])\\.\\/)((?:[\\w.-]+\\/)*${file})(?![\\w.])`,
    'g',
  );
  for (const { 0: text, 1: named, index, from } of linesOf(view, runs))
    if (`/${path}`.endsWith(`/${named!.replace(/^(?:\.{1,2}\/)+/, '')}`)) return placed(view, from, index, text);
  return null;
}

/** The patterns by which scripts have unittest find files: `python -m unittest discover -p "*_check.py"`. */
export function unittestPatterns(view: View): string[] {
  const found: string[] = [];
  for (const { 1: pattern } of linesOf(view, /\bunittest\b[^\n]*?\s(?:-p|--pattern)[\s="',]+([\w*?.[\]-]+)/g))
    found.push(pattern!);
  return found;
}

const PATTERN = /(?<![\w*?/.-])(?:(?:[\w.@-]+|\*\*)\/)*[\w.?*[\]-]*\*[\w.?*[\]-]*\.(?:\w+|\{[\w.,]+\})(?![\w/*])/g;

/**
 * Where a script means a file by a pattern that does not mean all of some others: `cp pkg/*.py out/`. A pattern without a folder is read from the
 * script's own, and from those that it goes to.
 * @param added the files that the first one becomes
 */
export function patternLine(view: View, path: string, added: readonly string[]): ScriptLine | null {
  for (const { 0: pattern, index, from } of linesOf(view, PATTERN)) {
    const isMeant = matcherFrom(view.text(from), from, pattern);
    if (isMeant(path) && added.some((one) => !isMeant(one))) return placed(view, from, index, pattern);
  }
  return null;
}

function matcherFrom(text: string, from: string, pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/^(?:\.{1,2}\/)+/, '');
  const entered = [...text.matchAll(/\b(?:cd|pushd|WORKDIR)\s+["']?((?:[\w.-]+\/)*[\w.-]+)/g)].map(
    ([, folder]) => folder!,
  );
  const folders = ['', posix.dirname(from), ...entered].map((folder) => (folder === '.' ? '' : folder));
  const tests = folders.map((folder) => new RegExp(`^${translateGlob(posix.join(folder, plain))}$`, 'su'));
  return (path) => tests.some((test) => test.test(path));
}
