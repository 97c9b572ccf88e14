import { readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path/posix';
import { hashOf } from '../../core/hash.ts';

/** A file that a codemod of another file has read, and the hash of the text that it got. */
export interface ReadFile {
  readonly path: string;
  readonly hash: string;
}

/** What the codemods of one file may ask of the rest of the workspace. Paths are from its root; none leads out of it. */
export interface OtherFiles {
  readonly exists: (path: string) => 'file' | 'folder' | null;
  /** null where there is no such file. Throws for one that is not UTF-8. */
  readonly read: (path: string) => string | null;
  /** Everything that was read. */
  readonly reads: () => readonly ReadFile[];
}

/** @param root absolute */
export function openOtherFiles(root: string): OtherFiles {
  const known = new Map<string, string | null>();
  const exists: OtherFiles['exists'] = (path) => {
    const found = isInside(path) ? statSync(join(root, path), { throwIfNoEntry: false }) : undefined;
    if (found === undefined) return null;
    return found.isDirectory() ? 'folder' : 'file';
  };
  return {
    exists,
    read: (path) => {
      const place = normalize(path);
      const found = known.get(place);
      if (found !== undefined) return found;
      const text = exists(place) === 'file' ? decoded(join(root, place), place) : null;
      known.set(place, text);
      return text;
    },
    reads: () => [...known].flatMap(([path, text]) => (text === null ? [] : [{ path, hash: hashOf(text) }])),
  };
}

const isInside = (path: string): boolean => {
  const place = normalize(path);
  return place !== '..' && !place.startsWith('../') && !place.startsWith('/');
};

function decoded(place: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(place));
  } catch (error) {
    throw new Error(`${path} cannot be read: ${(error as Error).message}`);
  }
}
