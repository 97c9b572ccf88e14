import { mayGlue } from '../../../src/languages/rust/glued-names.ts';
import type { FileEntry, View } from '../../../src/workspace/view.ts';

// An entry stands for its bytes.
const known = new WeakMap<FileEntry, boolean>();

/** True for a file that may hold a glued name; each text is searched once. */
export function mayHoldGlue(view: View, path: string): boolean {
  const entry = view.file(path);
  const found = (entry && known.get(entry)) ?? mayGlue(view.text(path));
  if (entry) known.set(entry, found);
  return found;
}
