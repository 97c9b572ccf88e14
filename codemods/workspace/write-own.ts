import type { ChangeSet } from '../../src/core/change-set.ts';
import { hashOf } from '../../src/core/hash.ts';
import type { View } from '../../src/workspace/view.ts';

/** A file that a command keeps, and how the command recognises it. */
export interface OwnFile {
  readonly path: string;
  readonly text: string;
  readonly isOwn: (before: string) => boolean;
}

export type Written = Pick<ChangeSet, 'base' | 'edit' | 'create'> & { readonly notes: readonly string[] };

const NOTHING: Written = { base: [], edit: [], create: [], notes: [] };

/** Creates the file, or replaces what the command wrote before; what somebody else wrote stays, and is reported. */
export function writeOwn(view: View, { path, text, isOwn }: OwnFile): Written {
  const entry = view.file(path);
  if (!entry && view.stands(path) === null)
    return { ...NOTHING, create: [{ path, mode: 0o644, parts: [{ text, reason: 'free' }] }] };
  const before = entry?.state === 'text' ? view.text(path) : '';
  if (!entry || !isOwn(before)) return { ...NOTHING, notes: [`kept ${path} as it is: it is not of this command`] };
  if (before === text) return NOTHING;
  return {
    ...NOTHING,
    base: [{ path, hash: hashOf(before), mode: entry.mode }],
    edit: [{ path, edits: [{ start: 0, end: before.length, text, reason: 'free' }] }],
  };
}
