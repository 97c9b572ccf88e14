import { type ChangeSet, EMPTY_CHANGE_SET } from '../../src/core/change-set.ts';
import { hashOf } from '../../src/core/hash.ts';

/** A tree of n files, and a change set that edits each and creates one beside it in `part/`. */
export function manyFiles(n: number): { readonly tree: Record<string, string>; readonly set: ChangeSet } {
  const names = Array.from({ length: n }, (_, index) => `f${String(index).padStart(3, '0')}.py`);
  const text = `one ${'x'.repeat(2_000)}\n`;
  return {
    tree: Object.fromEntries(names.map((name) => [name, text])),
    set: {
      ...EMPTY_CHANGE_SET,
      base: names.map((path) => ({ path, hash: hashOf(text), mode: 0o644 })),
      edit: names.map((path) => ({ path, edits: [{ start: 0, end: 3, text: 'two', reason: 'free' }] })),
      create: names.map((name) => ({ path: `part/${name}`, mode: 0o644, parts: [{ text: 'new\n', reason: 'free' }] })),
    },
  };
}
