import { join } from 'node:path/posix';
import type { View } from '../view.ts';
import { foldersAbove } from './ignore-rules.ts';
import { type JsonNode, nodeAt, readJsonc, stringsOf } from './read-jsonc.ts';
import { matches, segmentGlob } from './segment-glob.ts';

/** An entry of `sideEffects` as webpack reads it: without a slash it names a file in any folder. */
export function sideEffectHolds(folder: string, entry: string, path: string): boolean {
  const inside = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
  if (inside === null) return false;
  const pattern = entry.replace(/^\.?\//, '');
  return matches(segmentGlob(entry.includes('/') ? pattern : `**/${pattern}`), inside);
}

/** What `sideEffects` says of a file: `unknown` where it is not there, and everything may have effects. */
function sideEffectsOf(table: JsonNode, folder: string, path: string): 'yes' | 'no' | 'unknown' {
  const node = nodeAt(table, 'sideEffects');
  if (!node) return 'unknown';
  if (node.kind === 'array')
    return stringsOf(node).some((entry) => sideEffectHolds(folder, entry, path)) ? 'yes' : 'no';
  return node.kind === 'scalar' && node.value === false ? 'no' : 'yes';
}

/** Subpaths of a package by which others could load a file, as `exports` gives them: `./lib/*`. */
export function publicBy(manifest: string, folder: string, path: string): string[] {
  const inside = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
  const exports = nodeAt(readJsonc(manifest), 'exports');
  if (inside === null || exports?.kind !== 'object') return [];
  const subpaths = exports.entries.filter(({ key }) => key.startsWith('.') && key.includes('*'));
  const found = subpaths.filter(({ value }) => targetsOf(value).some((target) => holds(target, `./${inside}`)));
  // `null` closes what a shorter pattern opens.
  return found
    .filter(({ key, value }) => {
      const [prefix, suffix] = key.split('*') as [string, string];
      const name = nameIn(targetsOf(value), `./${inside}`);
      const subpath = `${prefix}${name}${suffix}`;
      const closer = subpaths.filter((one) => one.key.length > key.length && holds(one.key, subpath));
      return !closer.some((one) => one.value.kind === 'scalar' && one.value.value === null);
    })
    .map(({ key }) => key);
}

const targetsOf = (node: JsonNode): string[] =>
  node.kind === 'object' ? node.entries.flatMap(({ value }) => targetsOf(value)) : stringsOf(node);

/** `*` of `exports` stands for any text, slashes too. */
function holds(pattern: string, path: string): boolean {
  const [prefix = '', suffix] = pattern.split('*');
  return (
    suffix !== undefined &&
    path.startsWith(prefix) &&
    path.endsWith(suffix) &&
    path.length >= prefix.length + suffix.length
  );
}

function nameIn(targets: readonly string[], path: string): string {
  const target = targets.find((one) => holds(one, path)) ?? '*';
  const [prefix = '', suffix = ''] = target.split('*');
  return path.slice(prefix.length, path.length - suffix.length);
}

export interface Manifest {
  readonly path: string;
  /** '' for the workspace. */
  readonly folder: string;
  readonly text: string;
  readonly table: JsonNode;
}

/** The package.json files of a file's folder and above that can be read, the nearest first. */
export function manifestsAbove(view: View, path: string): Manifest[] {
  return ['', ...foldersAbove(path)].reverse().flatMap((folder) => {
    const manifest = join(folder, 'package.json');
    if (view.file(manifest)?.state !== 'text') return [];
    const text = view.text(manifest);
    const table = readJsonc(text);
    return table ? [{ path: manifest, folder, text, table }] : [];
  });
}

/** Does the nearest package.json say that loading a file does nothing that anybody could miss? */
export function saysNoEffects(view: View, path: string): boolean {
  const [nearest] = manifestsAbove(view, path);
  return nearest !== undefined && sideEffectsOf(nearest.table, nearest.folder, path) === 'no';
}
