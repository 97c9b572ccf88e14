import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Artifact } from './read-messages.ts';

/**
 * The source files that went into an artifact, absolute, as rustc's own dep-info lists them.
 * @param cwd where cargo starts rustc: the Cargo workspace's root
 */
export function sourcesOf(artifact: Artifact, cwd: string): string[] {
  const found = new Set<string>();
  for (const info of artifactPaths(artifact, '.d')) for (const path of readDepInfo(info)) found.add(resolve(cwd, path));
  return [...found];
}

/** Files of an ending that rustc wrote beside an artifact, each once. */
export const artifactPaths = (artifact: Artifact, ending: string): string[] => [
  ...new Set(artifact.files.flatMap((file) => besides(file, ending))),
];

// libx-1f.rmeta and libx-1f.so stand beside x-1f.d; a build script is linked to a name without its hash.
function besides(file: string, ending: string): string[] {
  const folder = dirname(file);
  const stem = basename(file, extname(file));
  const names = [stem, stem.replace(/^lib/, '')]
    .map((name) => join(folder, `${name}${ending}`))
    .filter((path) => existsSync(path));
  if (names.length > 0) return names;
  if (!basename(file).startsWith('build-script') || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith('build_script') && name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** The prerequisites of a makefile as rustc writes it: `out: a.rs b\ c.rs`, then one empty rule a file. */
function readDepInfo(path: string): string[] {
  return parseDepInfo(readFileSync(path, 'utf8'));
}

/** @internal Exported for its tests. */
export function parseDepInfo(text: string): string[] {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const colon = line.search(/: |:$/);
    if (colon === -1) continue;
    for (const name of line.slice(colon + 1).match(/(?:\\ |[^ ])+/g) ?? []) found.add(name.replaceAll('\\ ', ' '));
  }
  return [...found];
}
