import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../src/core/apply-edits.ts';
import { EMPTY_CHANGE_SET } from '../../src/core/change-set.ts';
import { conservation } from '../../src/core/conservation.ts';
import { type AfterEdit, editAfter } from '../../src/core/edit-after.ts';
import { renderChangeSet } from '../../src/core/render-change-set.ts';

const BASE = 'abcdefghijklmnopqrstuvwxyz';
const base = { path: 'a', hash: '', mode: 0o644 };
const set = {
  ...EMPTY_CHANGE_SET,
  base: [base],
  edit: [
    {
      path: 'a',
      edits: [
        { start: 0, end: 0, text: '<mod>', reason: 'mod-line' as const },
        { start: 4, end: 12, text: '', reason: 'moved' as const },
        { start: 20, end: 22, text: 'XY', reason: 'visibility' as const },
        { start: 24, end: 26, text: '', reason: 'moved' as const },
      ],
    },
  ],
  create: [
    {
      path: 'b',
      mode: 0o644,
      parts: [
        { text: 'use;', reason: 'import' as const },
        {
          from: { path: 'a', start: 4, end: 12 },
          edits: [{ start: 6, end: 6, text: 'pub', reason: 'visibility' as const }],
        },
        { text: '|', reason: 'format' as const },
        { from: { path: 'a', start: 24, end: 26 } },
      ],
    },
  ],
};
const read = (): string => BASE;
const textOf = (of: typeof set | ReturnType<typeof editAfter>, path: string): string => {
  const file = renderChangeSet(of, read).find((one) => one.path === path);
  return file?.kind === 'text' ? file.text : '';
};

const edits = (length: number): fc.Arbitrary<AfterEdit[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 5 }).map((list) => {
    const sorted: AfterEdit[] = [];
    for (const [start, size, text] of list.sort((a, b) => a[0] - b[0])) {
      const end = Math.min(start + size, length);
      const last = sorted[sorted.length - 1];
      if (!last || start > last.end) sorted.push({ start, end, text, reason: 'format' });
    }
    return sorted;
  });

for (const path of ['a', 'b'])
  it(`edits of what ${path} holds afterwards become edits with provenance: same text, nothing lost`, () => {
    const text = textOf(set, path);
    fc.assert(
      fc.property(edits(text.length), (list) => {
        const changed = editAfter(set, read, path, list);
        expect(textOf(changed, path)).toBe(applyEdits(text, list));
        expect(conservation(changed, read)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
