import { hashOf } from '../../core/hash.ts';
import type { FoundFile } from '../../workspace/discover-files.ts';
import { type FileState, isKeyOf, keyOfLink, stateOfBytes, stateWithoutReading } from '../../workspace/read-content.ts';
import type { FactCache } from './fact-cache.ts';

/** What a file holds, as far as it had to be looked into. */
export interface Content {
  readonly state: FileState;
  readonly key: string;
  readonly bytes: Buffer | null;
}

/** The length of a blob and the state of its bytes: `1234 text`. */
export const STATE_KIND = 'state@2';

export type Read = (path: string) => Buffer | null;

/** A file's state and key, without reading where the cache knows the blob that git vouches for. */
export function lookAt(file: FoundFile, root: string, cache: FactCache, read: Read): Content {
  const state = stateWithoutReading(file);
  if (state) return { state, key: state === 'symlink' ? keyOfLink(root, file.path) : '', bytes: null };
  const vouched = file.blob === null ? null : `git:${file.blob}`;
  const kept = vouched === null ? undefined : cache.get(vouched, STATE_KIND)?.toString('latin1');
  if (vouched !== null && kept?.startsWith(`${file.bytes} `))
    return { state: kept.slice(`${file.bytes} `.length) as FileState, key: vouched, bytes: null };
  const bytes = read(file.path);
  if (!bytes) return { state: 'unreadable', key: '', bytes: null };
  const seen = stateOfBytes(bytes);
  // Trusted only once its bytes were seen to be the blob; a file that was written a moment ago is known by its bytes.
  if (vouched === null || !isKeyOf(vouched, bytes)) return { state: seen, key: hashOf(bytes), bytes };
  cache.put(vouched, STATE_KIND, Buffer.from(`${bytes.length} ${seen}`));
  return { state: seen, key: vouched, bytes };
}

/** The bytes of a file whose state alone was known; its state and key anew, should they be others by now. */
export function reread(file: FoundFile, content: Content, read: Read): Content {
  const bytes = read(file.path);
  if (!bytes) return { state: 'unreadable', key: '', bytes: null };
  const key = isKeyOf(content.key, bytes) ? content.key : hashOf(bytes);
  return { state: stateOfBytes(bytes), key, bytes };
}
