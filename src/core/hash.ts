import { createHash } from 'node:crypto';

/** SHA-256 in hex: the identity of a file's bytes in change sets, plans and caches. */
export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
