import { basename, dirname } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';

/** A line of a configuration that puts another module in the place of one, by the text of a relative name. */
export interface AliasLine {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** Files that tell tools how names of modules are to be read. */
const CONFIGURES =
  /(?:^|\/)(?:[\w.-]*\.config\.[mc]?[jt]s|package\.json|\.babelrc(?:\.json)?|babel\.config\.json|jest\.config\.json|(?:build|bundle|gulpfile|esbuild|rollup|webpack|vite|karma\.conf)[\w.-]*\.[mc]?[jt]s)$|(?:^|\/)(?:scripts?|tools?|build|config)\/[\w./-]*\.[mc]?[jt]s$/;

/** A string or a regular expression, and what stands right before it. */
const LITERAL =
  /(\b(?:from|import|require|resolve)\s*\(?\s*)?(?:(['"`])((?:(?!\2)[^\\\n]|\\.)*)\2|\/((?:[^\\/\n[]|\\.|\[(?:[^\\\]\n]|\\.)*\])+)\/[a-z]*)/g;

/**
 * Where a configuration replaces modules by relative names as they are written: vitest's and vite's `alias`, jest's `moduleNameMapper`, a plugin's
 * `filter`. Only lines that may match one of the names; patterns that take any relative name (`^(\.{1,2}/.*)\.js$`) are none.
 * @param names relative names of modules as they stand in an import
 */
export function aliasLine(view: View, names: readonly string[]): AliasLine | null {
  if (names.length === 0) return null;
  for (const { path, state } of view.files) {
    if (state !== 'text' || !CONFIGURES.test(path) || /(?:^|\/)node_modules\//.test(path)) continue;
    const text = view.text(path);
    for (const { 0: found, 1: asks, 3: string, 4: pattern, index } of text.matchAll(LITERAL)) {
      if (asks !== undefined || !names.some((name) => mayMatch(string ?? pattern ?? '', name))) continue;
      return { path, line: lineAt(text, index + found.length) };
    }
  }
  return null;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Does a pattern begin like a relative name, and either say this module's name or leave it open? */
function mayMatch(written: string, name: string): boolean {
  const plain = written.replace(/\\+/g, '').replace(/^\^/, '');
  if (/^\(?\(?(?:\?:)?\.(?:\{1,2\}|\.\?|\+)\/?/.test(plain)) return false;
  const isRelative = /^\(?\.{1,2}\//.test(plain) || (written.includes('\\') && /^(?:\.\*|\(\.[*+]\))?\//.test(plain));
  return isRelative && (plain.includes(stemOf(name)) || /^\(?\.{1,2}\/\(?(?:\.[*+]|\[)/.test(plain));
}

const stemOf = (name: string): string => {
  const stem = basename(name.replace(/\.[mc]?[jt]sx?$/, ''));
  return stem === 'index' ? basename(dirname(name)) : stem;
};
