import { join } from 'node:path';
import { hashOf } from '../../core/hash.ts';
import type { Grammar } from '../../languages/language.ts';
import { folderStore } from '../../workspace/cache-folder.ts';
import type { FoundFile } from '../../workspace/discover-files.ts';
import { type FileState, stateWithoutReading } from '../../workspace/read-content.ts';
import type { FileEntry } from '../../workspace/view.ts';
import type { FactCache } from './fact-cache.ts';

/** What an earlier run saw in blobs that git vouched for, and had all facts of: by it a rerun need not look into the cache of facts. */
export interface KnownFiles {
  /** The state of a file that git vouches for and whose facts are all there; null: look. */
  stateOf(file: FoundFile, grammar: Grammar | null): FileState | null;
  /** Keeps what this run has seen, if that is more. */
  keep(files: readonly FileEntry[]): void;
}

interface Stored {
  /** The cache of facts as it stood: another one may lack some. */
  readonly cache: string;
  /** `grammar blob` -> length and state. */
  readonly files: readonly (readonly [key: string, seen: string])[];
}

const NONE: KnownFiles = { stateOf: () => null, keep: () => {} };

/** One for each set of facts that is asked for. */
const KEPT = 12;

/**
 * @param dir the cache folder; null keeps nothing
 * @param kinds of all facts that are asked for
 */
export function knownFiles(dir: string | null, root: string, kinds: readonly string[], cache: FactCache): KnownFiles {
  if (dir === null) return NONE;
  const store = folderStore(join(dir, `files-${hashOf(root).slice(0, 16)}`), KEPT);
  const name = `${hashOf([...kinds].sort().join('\n')).slice(0, 16)}.json`;
  const bytes = store.read(name);
  const stored = bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as Stored);
  const known = new Map(stored !== null && stored.cache === cache.mark() ? stored.files : []);
  return {
    stateOf(file, grammar) {
      const { blob, bytes } = file;
      if (blob === null || stateWithoutReading(file) !== null) return null;
      const seen = known.get(keyOf(grammar, `git:${blob}`));
      return seen?.startsWith(`${bytes} `) ? (seen.slice(`${bytes} `.length) as FileState) : null;
    },
    keep(files) {
      const mark = cache.mark();
      if (mark === null) return;
      const rows = files
        .filter(({ key }) => key.startsWith('git:'))
        .map(({ key, grammar, bytes, state }) => [keyOf(grammar, key), `${bytes} ${state}`] as const);
      if (stored?.cache === mark && rows.every(([key, seen]) => known.get(key) === seen)) return;
      const kept: Stored = { cache: mark, files: rows };
      store.write(name, Buffer.from(JSON.stringify(kept)));
    },
  };
}

const keyOf = (grammar: Grammar | null, key: string): string => `${grammar ?? '-'} ${key}`;
