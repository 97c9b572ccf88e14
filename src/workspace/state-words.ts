import type { FileEntry } from './view.ts';

const WORDS: Readonly<Record<FileEntry['state'], string>> = {
  text: 'it can be read',
  symlink: 'it is a symbolic link',
  binary: 'it holds binary data',
  'not-utf8': 'it is not valid UTF-8',
  'too-large': 'it is larger than 20 MiB',
  unreadable: 'permission is denied, or it is not a regular file',
};

/** Why a file was not read, in words: of a state of its entry, or the reason itself. */
export const reasonInWords = (reason: string): string =>
  Object.hasOwn(WORDS, reason) ? WORDS[reason as FileEntry['state']] : reason;
