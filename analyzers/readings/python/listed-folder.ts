import { dirname, join, normalize } from 'node:path/posix';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { compileGlob } from '../../../src/workspace/compile-glob.ts';
import { escaped } from '../../namings/module-name.ts';

/** A package that a file refers to: where it lies, and the expressions and texts that mean it there. */
export interface KnownPackage {
  readonly folder: string;
  readonly aliases: readonly string[];
}

/** What one call lists. */
export interface ListedFolder {
  readonly folder: string;
  /** It goes down into the folders below. */
  readonly isDeep: boolean;
  /** Whether it takes a file of this name. */
  readonly takes: (name: string) => boolean;
}

const LISTS = /(?:^|\.)(?:iter_modules|walk_packages|find_modules|listdir|scandir|i?glob|rglob|iterdir|walk|contents)$/;
const DEEP = /(?:^|\.)(?:walk_packages|walk|rglob)$/;
const NO_FOLDER = /(?:^|\.)_?ast\.walk$/;
/** Variables that are made of variables, and so on. */
const DEEPEST = 4;

export const isListing = (syntax: Syntax, node: Node): boolean => {
  if (kindOf(syntax, node) !== 'call') return false;
  const called = textOf(syntax, childByField(syntax, node, 'function'));
  return LISTS.test(called) && !NO_FOLDER.test(called);
};

/**
 * The folder that a call lists, as far as its text and the variables of its file tell: from where the file itself lies, or a package that it names.
 * Null where it lists something else, or what nobody can tell.
 */
export function listedFolder(
  syntax: Syntax,
  node: Node,
  path: string,
  packages: readonly KnownPackage[],
): ListedFolder | null {
  const called = textOf(syntax, childByField(syntax, node, 'function'));
  const isWalk = /packages$|modules$/.test(called);
  const whole = textOf(syntax, node);
  // The prefix of names that a walk over modules is given is no folder.
  const asked = isWalk ? whole.replace(/,\s*(?:prefix\s*=\s*)?[^,()]*(?:\([^()]*\))?[^,()]*\)$/, ')') : whole;
  const text = withValues(syntax, asked);
  const base = baseOf(text, path, packages);
  if (base === null) return null;
  const strings = [...text.matchAll(/(?<![\w.])["']([^"'\n]*)["']/g)].map(([, string]) => string!);
  const pattern = strings.find((string) => string.includes('*'));
  const below = strings.filter((string) => string !== pattern && !base.said.includes(string) && string !== '..');
  const inPattern = pattern === undefined ? [] : pattern.split('/').slice(0, -1);
  const last = pattern === undefined ? null : compileGlob(pattern.split('/').at(-1)!);
  return {
    folder: normalize(join(base.folder, ...below, ...inPattern.filter((part) => part !== '**'))).replace(/\/$/, ''),
    isDeep: DEEP.test(called) || inPattern.includes('**') || /recursive\s*=\s*True/.test(whole),
    takes: (name) => last === null || isWalk || last.test(name),
  };
}

/** The text with each variable that the file gives one value replaced by it. */
function withValues(syntax: Syntax, text: string): string {
  let known = text;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = known.replace(/(?<![\w."'])[A-Za-z_]\w*(?![\w"'(=])/g, (name) => valueNamed(syntax, name) ?? name);
    if (next === known || next.length > 2000) break;
    known = next;
  }
  return known;
}

function valueNamed(syntax: Syntax, name: string): string | null {
  const given = [
    ...syntax.text.matchAll(new RegExp(`^[ \\t]*${escaped(name)}(?:[ \\t]*:[^=\\n]+)?[ \\t]*=(?!=)(.*)$`, 'gm')),
  ];
  const value = given.length === 1 ? given[0]![1]!.trim() : null;
  return value !== null && /__(?:file|path)__|\bfiles\(|\bparent|dirname|["'/]/.test(value) && isClosed(value)
    ? value
    : null;
}

const isClosed = (text: string): boolean =>
  ['()', '[]', '{}'].every(([open, close]) => text.split(open!).length === text.split(close!).length);

interface Base {
  readonly folder: string;
  /** Texts in the expression that name the package itself. */
  readonly said: readonly string[];
}

function baseOf(text: string, path: string, packages: readonly KnownPackage[]): Base | null {
  const ups = levelsUp(text);
  const own = /(?<![\w.])__(file|path)__/.exec(text);
  if (own) return own[1] === 'path' ? above(dirname(path), ups) : above(path, ups);
  for (const { folder, aliases } of packages) {
    const meant = aliases.map(escaped).join('|');
    if (meant === '') continue;
    const asked = new RegExp(`(?<![\\w.])(?:${meant})\\.__(file|path)__`).exec(text);
    if (asked) return asked[1] === 'path' ? above(folder, ups) : above(join(folder, '__init__.py'), ups);
    const files = new RegExp(
      `\\b(?:files|find_modules|walk_packages|contents)\\(\\s*(?:(?:${meant})|["'](${meant})["'])\\s*[,)]`,
    ).exec(text);
    if (files) return { folder, said: [files[1] ?? ''] };
  }
  return null;
}

/** A file that is not gone up from is no folder. */
function above(start: string, ups: number): Base | null {
  if (/\.py$/.test(start) && ups === 0) return null;
  let folder = start;
  for (let level = 0; level < ups; level++) folder = dirname(folder);
  return { folder, said: [] };
}

const levelsUp = (text: string): number =>
  [...text.matchAll(/\bdirname\(|\.parent\b|["']\.\.["']|\bpardir\b/g)].length +
  [...text.matchAll(/\.parents\[(\d+)\]/g)].reduce((sum, [, level]) => sum + Number(level) + 1, 0);
