import { basename, dirname } from 'node:path/posix';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';
import { moduleFolder } from './module-folder.ts';

/**
 * The file of a module that a path names, by where files usually lie; null for an inline module, one of another crate, or a path that cannot
 * be followed.
 * @param segments from `crate`, `self` or `super`, or beginning with a module of the file
 */
export function moduleFile(view: View, path: string, segments: readonly string[]): string | null {
  const [first = '', ...rest] = segments;
  if (first === 'crate') {
    const root = crateOf(view, path)?.targets.find(({ kind }) => kind === 'lib' || kind === 'bin')?.path;
    return root === undefined ? null : below(view, root, rest);
  }
  if (first === 'super') {
    const parent = parentFile(view, path);
    return parent === null ? null : rest[0] === 'super' ? moduleFile(view, parent, rest) : below(view, parent, rest);
  }
  return below(view, path, first === 'self' ? rest : segments);
}

function below(view: View, file: string, names: readonly string[]): string | null {
  let at = file;
  for (const name of names) {
    const folder = moduleFolder(view, at);
    const stem = folder === '' ? name : `${folder}/${name}`;
    const found = [`${stem}.rs`, `${stem}/mod.rs`].find((one) => view.file(one)?.state === 'text');
    if (found === undefined) return null;
    at = found;
  }
  return at;
}

function parentFile(view: View, path: string): string | null {
  const own = dirname(path);
  const folder = basename(path) === 'mod.rs' ? dirname(own) : own;
  const inside = (name: string): string => (folder === '.' ? name : `${folder}/${name}`);
  const candidates = [`${folder}.rs`, inside('mod.rs'), inside('lib.rs'), inside('main.rs')];
  return candidates.find((one) => one !== path && view.file(one)?.state === 'text') ?? null;
}
