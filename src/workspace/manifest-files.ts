import { posix } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import type { Manifests } from './manifests.ts';
import type { FileEntry } from './view.ts';

export type Table = Readonly<Record<string, unknown>>;
export type ManifestProblem = Manifests['problems'][number];

/** What the readers of manifests know of a workspace: names, and the text of the few files that they ask for. */
export interface ManifestFiles {
  /** Every file that is text, sorted. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Names in a folder: files with `.rs`, and folders. */
  namesIn(dir: string): { readonly files: readonly string[]; readonly folders: readonly string[] };
  /** Paths of all files with that name. */
  named(name: string): readonly string[];
  /** A TOML file; null (and a problem with its line) when it is broken. */
  toml(path: string): Table | null;
  text(path: string): string;
  readonly problems: ManifestProblem[];
}

export function manifestFiles(files: readonly FileEntry[], read: (path: string) => string): ManifestFiles {
  const paths = files.filter((file) => file.state === 'text').map((file) => file.path);
  const present = new Set(paths);
  const problems: ManifestProblem[] = [];
  const tables = new Map<string, Table | null>();
  const byName = new Map<string, string[]>();
  const folders = new Map<string, { files: string[]; folders: Set<string> }>();
  const folder = (dir: string) => {
    let known = folders.get(dir);
    if (!known) {
      known = { files: [], folders: new Set() };
      folders.set(dir, known);
      if (dir !== '') folder(dirOf(dir)).folders.add(posix.basename(dir));
    }
    return known;
  };
  for (const path of paths) {
    const name = posix.basename(path);
    byName.set(name, [...(byName.get(name) ?? []), path]);
    folder(dirOf(path)).files.push(name);
  }
  return {
    paths,
    has: (path) => present.has(path),
    namesIn: (dir) => {
      const known = folders.get(dir);
      return { files: known?.files ?? [], folders: [...(known?.folders ?? [])].sort() };
    },
    named: (name) => byName.get(name) ?? [],
    toml(path) {
      const known = tables.get(path);
      if (known !== undefined) return known;
      const table = parseToml(path, read(path), problems);
      tables.set(path, table);
      return table;
    },
    text: read,
    problems,
  };
}

function parseToml(path: string, text: string, problems: ManifestProblem[]): Table | null {
  try {
    return parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof RangeError) {
      problems.push({ path, line: 1, reason: 'it is nested too deeply' });
      return null;
    }
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    problems.push({ path, line: error.line, reason });
    return null;
  }
}

/** The folder of a path, '' for the top. */
export const dirOf = (path: string): string => {
  const index = path.lastIndexOf('/');
  return index === -1 ? '' : path.slice(0, index);
};

/** A path that stands in a manifest, from the workspace; null where it leads out. */
export function joinPath(dir: string, path: string): string | null {
  if (posix.isAbsolute(path)) return null;
  const joined = posix.normalize(posix.join(dir, path.replaceAll('\\', '/'))).replace(/\/$/, '');
  if (joined === '.') return '';
  return joined === '..' || joined.startsWith('../') ? null : joined;
}

export const tableAt = (table: Table | null | undefined, key: string): Table | null => {
  const value = table?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : null;
};

export const stringAt = (table: Table | null | undefined, key: string): string | null => {
  const value = table?.[key];
  return typeof value === 'string' ? value : null;
};

export const stringsAt = (table: Table | null | undefined, key: string): string[] => {
  const value = table?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

export const tablesAt = (table: Table | null | undefined, key: string): Table[] => {
  const value = table?.[key];
  return Array.isArray(value) ? value.filter((item): item is Table => typeof item === 'object' && item !== null) : [];
};
