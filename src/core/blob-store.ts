/** A place for things that can be made again. Losing an entry costs time, never a result. */
export interface BlobStore {
  /** The bytes that were written last under that name; null if there are none, or if they are damaged. */
  read(name: string): Buffer | null;
  write(name: string, bytes: Uint8Array): void;
}

export const NO_STORE: BlobStore = { read: () => null, write: () => {} };
