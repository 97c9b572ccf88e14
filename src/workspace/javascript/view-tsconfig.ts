import { dirname, extname, join } from 'node:path/posix';
import type { View } from '../view.ts';
import { foldersAbove } from './ignore-rules.ts';
import { type JsonNode, nodeAt, readJsonc, stringOf, stringsOf } from './read-jsonc.ts';
import { matches, segmentGlob } from './segment-glob.ts';

/** A configuration of TypeScript as far as the workspace's own files say it: what it extends from installed packages is not known here. */
export interface ViewTsconfig {
  readonly path: string;
  /** Itself, then what it extends, the nearest first. */
  readonly chain: readonly { readonly path: string; readonly table: JsonNode }[];
}

/** The configurations in a file's folder and above, `tsconfig.json` before its variants. */
export function tsconfigsAbove(view: View, path: string): ViewTsconfig[] {
  const folders = ['', ...foldersAbove(path)].reverse();
  return folders.flatMap((folder) =>
    view.files
      .filter((file) => file.state === 'text' && folderOf(file.path) === folder)
      .filter((file) => /(^|\/)[tj]sconfig(\.[\w.-]+)?\.json$/.test(file.path))
      .sort((a, b) => Number(isMain(b.path)) - Number(isMain(a.path)) || (a.path < b.path ? -1 : 1))
      .map((file) => ({ path: file.path, chain: chainOf(view, file.path, new Set()) })),
  );
}

const isMain = (path: string): boolean => /(^|\/)tsconfig\.json$/.test(path);
const folderOf = (path: string): string => (path.includes('/') ? dirname(path) : '');

function chainOf(view: View, path: string, seen: Set<string>): ViewTsconfig['chain'] {
  if (seen.has(path) || view.file(path)?.state !== 'text') return [];
  seen.add(path);
  const table = readJsonc(view.text(path));
  if (!table) return [];
  // Of several, the last one wins.
  const names = stringsOf(nodeAt(table, 'extends')).reverse();
  const others = names
    .filter((name) => /^\.\.?(\/|$)/.test(name))
    .flatMap((name) => {
      const place = join(dirname(path), name);
      return chainOf(view, [place, `${place}.json`].find((one) => view.file(one)) ?? place, seen);
    });
  return [{ path, table }, ...others];
}

/** A compiler option by the nearest that says it; null where none does. */
function optionOf({ chain }: ViewTsconfig, name: string): JsonNode | null {
  for (const { table } of chain) {
    const node = nodeAt(table, 'compilerOptions', name);
    if (node) return node;
  }
  return null;
}

export const isOn = (config: ViewTsconfig, name: string): boolean => {
  const node = optionOf(config, name);
  return node?.kind === 'scalar' && node.value === true;
};

/** A path that an option names, relative to the workspace; null where it is not given, or leads out. */
export function folderOption({ chain }: ViewTsconfig, name: string): string | null {
  for (const { path, table } of chain) {
    const value = stringOf(nodeAt(table, 'compilerOptions', name));
    if (value === null) continue;
    const place = join(dirname(path), value).replace(/\/$/, '');
    return place.startsWith('..') || value.includes('${') ? null : place === '.' ? '' : place;
  }
  return null;
}

/** A list of files of a configuration: whose, and what it says. */
export interface FileList {
  readonly path: string;
  readonly node: JsonNode;
}

/** `files`, `include` or `exclude` by the nearest that says it. */
export function listOf({ chain }: ViewTsconfig, key: 'files' | 'include' | 'exclude'): FileList | null {
  for (const { path, table } of chain) {
    const node = nodeAt(table, key);
    if (node) return { path, node };
  }
  return null;
}

/** Does an entry of `include` or `exclude` in a configuration hold a path? A name without a star and an extension is a folder. */
export function entryHolds(config: string, entry: string, path: string): boolean {
  const place = join(folderOf(config), entry.replace(/\/$/, ''));
  const last = place.slice(place.lastIndexOf('/') + 1);
  const glob = !/[*?]/.test(last) && extname(last) === '' ? `${place}/**/*` : place;
  return matches(segmentGlob(glob === './**/*' ? '**/*' : glob), path);
}

/** Do the lists of a configuration hold a file? What is imported is compiled all the same. */
export function listsFile(config: ViewTsconfig, path: string): boolean {
  const files = listOf(config, 'files');
  const include = listOf(config, 'include');
  if (files && stringsOf(files.node).some((entry) => join(folderOf(files.path), entry) === path)) return true;
  const holds = include
    ? stringsOf(include.node).some((entry) => entryHolds(include.path, entry, path))
    : files === null && path.startsWith(folderOf(config.path) === '' ? '' : `${folderOf(config.path)}/`);
  const exclude = listOf(config, 'exclude');
  return holds && !(exclude && stringsOf(exclude.node).some((entry) => entryHolds(exclude.path, entry, path)));
}
