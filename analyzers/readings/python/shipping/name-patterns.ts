import { translateGlob } from '../../../../src/workspace/compile-glob.ts';

/** `fnmatch` of package names: `*` stands for anything, dots too. */
export function matchesName(pattern: string, name: string): boolean {
  return new RegExp(`^${escaped(pattern).replaceAll('\\*', '.*').replaceAll('\\?', '.')}$`, 's').test(name);
}

/**
 * A pattern of files as build backends read it, much as gitignore does: one without a slash inside names a file or folder at any depth, and
 * a folder stands for all that lies in it.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const body = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
  const rooted = /^\.?\//.test(pattern) || body.includes('/');
  return new RegExp(`^${rooted ? '' : '(?:.*/)?'}${translateGlob(body)}(?:/.*)?$`, 's').test(path);
}

const escaped = (pattern: string): string => pattern.replace(/[.+^${}()|[\]\\*?]/g, '\\$&');
