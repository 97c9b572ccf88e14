import { translateGlob } from '../compile-glob.ts';

/** What the last rule that names a path says of it; null where none does. */
export type Ruling = 'ignored' | 'kept' | null;

interface Rule {
  readonly test: RegExp;
  readonly ruling: 'ignored' | 'kept';
  readonly folders: boolean;
}

/** What rules say of a path from their own folder. */
export type IgnoreRules = (path: string, isFolder: boolean) => Ruling;

/** Rules in the syntax of `.gitignore`, as cargo reads `include` and `exclude` too: the last one that names a path decides. */
export function compileIgnoreRules(lines: readonly string[]): IgnoreRules {
  const rules = lines.flatMap((line) => compileRule(line) ?? []).reverse();
  return (path, isFolder) =>
    rules.find(({ test, folders }) => (isFolder || !folders) && test.test(path))?.ruling ?? null;
}

/** What is said of a file, or else of the nearest folder around it that something is said of: how cargo asks its lists. */
export function rulingOf(rules: IgnoreRules, file: string): Ruling {
  const found = rules(file, false);
  if (found !== null) return found;
  for (let index = file.lastIndexOf('/'); index > 0; index = file.lastIndexOf('/', index - 1)) {
    const ruling = rules(file.slice(0, index), true);
    if (ruling !== null) return ruling;
  }
  return null;
}

function compileRule(line: string): Rule | null {
  let glob = line.endsWith('\\ ') ? line : line.trimEnd();
  if (glob === '' || glob.startsWith('#')) return null;
  const kept = glob.startsWith('!');
  if (kept || /^\\[!#]/.test(glob)) glob = glob.slice(1);
  const anchored = glob.startsWith('/');
  if (anchored) glob = glob.slice(1);
  const folders = glob.endsWith('/');
  if (folders) glob = glob.replace(/\/+$/, '');
  if (glob === '') return null;
  if (!anchored && !glob.includes('/')) glob = `**/${glob}`;
  // `a/**` names what lies in `a`, and not `a`.
  if (glob.endsWith('/**')) glob += '/*';
  return { test: new RegExp(`^${translateGlob(glob)}$`, 'su'), ruling: kept ? 'kept' : 'ignored', folders };
}
