import type { BlobStore } from '../../src/core/blob-store.ts';

/** A cache that lives as long as its test. */
export function memoryStore(): BlobStore & { readonly kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>();
  return {
    kept,
    read: (name) => kept.get(name) ?? null,
    write: (name, bytes) => void kept.set(name, Buffer.from(bytes)),
  };
}
