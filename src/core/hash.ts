import { createHash } from 'node:crypto';

/** SHA-256 in hex: the identity of a file's bytes in change sets, plans and caches. */
export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What git calls these bytes, in hex; ids of 40 digits are SHA-1, of 64 SHA-256. */
export const blobIdOf = (bytes: Uint8Array, digits: number): string =>
  createHash(digits === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
