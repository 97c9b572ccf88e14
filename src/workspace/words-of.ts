import type { FileEntry, View } from './view.ts';

/** An identifier of Rust, Python or JavaScript, found anywhere in a text. */
const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;

// An entry stands for its bytes; an overlay keeps the entries of files that it leaves alone.
const known = new WeakMap<FileEntry, ReadonlySet<string>>();

/** The identifiers in a file's text, also those in comments and strings; each file is searched once. Throws as `text` does. */
export function wordsOf(view: View, path: string): ReadonlySet<string> {
  const entry = view.file(path);
  const found = entry && known.get(entry);
  if (found) return found;
  const words = new Set(view.text(path).match(WORD));
  if (entry) known.set(entry, words);
  return words;
}
