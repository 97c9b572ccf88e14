import { expect, test } from 'vitest';
import type { ChangeSet } from '../../src/core/change-set.ts';
import { hashOf } from '../../src/core/hash.ts';
import { pureMove } from '../../src/core/pure-move.ts';
import { renderChangeSet } from '../../src/core/render-change-set.ts';

const text = 'fn keep() {}\nfn go() {}\n';

const split: ChangeSet = {
  base: [{ path: 'm.rs', hash: hashOf(text), mode: 0o644 }],
  edit: [
    {
      path: 'm.rs',
      edits: [
        { start: 0, end: 0, text: 'mod part;\nuse part::go;\n', reason: 'mod-line' },
        { start: 13, end: 24, text: '', reason: 'moved' },
      ],
    },
  ],
  create: [
    {
      path: 'm/part.rs',
      mode: 0o644,
      parts: [
        { text: 'use super::*;\n\n', reason: 'import' },
        {
          from: { path: 'm.rs', start: 13, end: 24 },
          edits: [{ start: 13, end: 13, text: 'pub(super) ', reason: 'visibility' }],
        },
      ],
    },
    { path: 'm/notes.rs', mode: 0o644, parts: [{ text: '//! notes\n', reason: 'notes' }] },
  ],
  move: [],
  delete: [],
};

test('keeps cuts and verbatim returns, and nothing that was written new', () => {
  const files = renderChangeSet(pureMove(split), () => text);
  expect(files.map((file) => [file.path, file.kind === 'text' && file.text])).toEqual([
    ['m.rs', 'fn keep() {}\n'],
    ['m/part.rs', 'fn go() {}\n'],
  ]);
});
