import { lstat, readdir, readlink, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Wanted } from './wanted.ts';

/**
 * node_modules as a folder of links: installed packages stay where they are, entries that lead into the workspace (its own packages)
 * lead into the copy, so that the copy's tests load the copy's code.
 */
export async function listNodeModules(root: string, stageRoot: string, path: string): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  for (const name of (await readdir(join(root, path))).sort()) {
    if (name === '.cache' || name === '.vite') continue;
    const entry = `${path}/${name}`;
    // `.bin` holds relative links to its neighbours, a scope holds packages: both are folders of links again.
    const nested = (name.startsWith('@') || name === '.bin') && (await lstat(join(root, entry))).isDirectory();
    const entries = nested ? (await readdir(join(root, entry))).sort().map((inner) => `${entry}/${inner}`) : [entry];
    for (const each of entries) wanted.push({ kind: 'link', path: each, to: await targetOf(root, stageRoot, each) });
  }
  return wanted;
}

async function targetOf(root: string, stageRoot: string, entry: string): Promise<string> {
  const source = join(root, entry);
  if (!(await lstat(source)).isSymbolicLink()) return source;
  const written = await readlink(source);
  if (entry.includes('/.bin/') && !isAbsolute(written)) return written;
  const real = await realpath(source).catch(() => null);
  if (real === null) return written;
  const inside = relative(root, real);
  const isOwn = !inside.startsWith('..') && !isAbsolute(inside) && !inside.split('/').includes('node_modules');
  return isOwn ? join(stageRoot, inside) : real;
}
