import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, readFile, rename, rmdir, unlink } from 'node:fs/promises';

export interface DiskEntry {
  readonly kind: 'file' | 'folder' | 'symlink' | 'other';
  /** Permission bits. */
  readonly mode: number;
  readonly size: number;
}

/**
 * The file operations that apply, undo and recovery are made of, one system call or so each, on absolute paths. A parameter everywhere, so
 * that a test can make any of them fail, or end the process before or in the middle of it.
 */
export interface Disk {
  /** Null where nothing is; never follows a link. */
  readonly look: (path: string) => Promise<DiskEntry | null>;
  readonly read: (path: string) => Promise<Buffer>;
  readonly list: (path: string) => Promise<string[]>;
  /** Creates a file that must not exist, with exactly these permission bits, and waits until its bytes are on the disk. */
  readonly create: (path: string, bytes: Uint8Array, mode: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Gives a file a second name that must not exist. */
  readonly link: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly removeFolder: (path: string) => Promise<void>;
  /** Waits until a folder's entries are on the disk. */
  readonly sync: (path: string) => Promise<void>;
}

export const nodeDisk: Disk = {
  look: async (path) => {
    try {
      const stats = await lstat(path);
      const kind = stats.isFile()
        ? 'file'
        : stats.isDirectory()
          ? 'folder'
          : stats.isSymbolicLink()
            ? 'symlink'
            : 'other';
      return { kind, mode: stats.mode & 0o7777, size: stats.size };
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  },
  read: (path) => readFile(path),
  list: (path) => readdir(path),
  create: async (path, bytes, mode) => {
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await file.writeFile(bytes);
      // open() applies the umask; a plan's bits are meant exactly.
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  link,
  remove: unlink,
  makeFolder: async (path) => {
    await mkdir(path);
  },
  removeFolder: rmdir,
  sync: async (path) => {
    // Windows cannot open a folder; it needs no such call.
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;

/** The path, or a folder on the way, is not there; a name that is too long for the file system cannot be. */
export const isGone = (error: unknown): boolean => GONE.has(codeOf(error) ?? '');

const GONE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

export const isTaken = (error: unknown): boolean => codeOf(error) === 'EEXIST';

/** Removes a file that may be gone. */
export async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
