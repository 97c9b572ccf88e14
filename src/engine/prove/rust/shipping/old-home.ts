import type { View } from '../../../../workspace/view.ts';
import { compositionOfView } from '../composition-of.ts';

/** The nearest file that mounts a new one, directly or through others, and was there before; null where none does. */
export function oldHomeOf(before: View, after: View, path: string): string | null {
  const seen = new Set<string>();
  const open = [path];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at !== path && before.file(at)) return at;
    for (const { path: by, kind, targets } of compositionOfView(after).splices)
      if (MOUNTS.has(kind) && targets.includes(at)) open.push(by);
  }
  return null;
}

const MOUNTS: ReadonlySet<string> = new Set(['mod', 'path', 'include']);
