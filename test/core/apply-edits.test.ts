import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/core/apply-edits.ts';
import { isRefactorError } from '../../src/core/errors.ts';
import { editsOf, sourceText } from '../helpers/arbitrary-edits.ts';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (isRefactorError(error)) return error.problem.code;
    throw error;
  }
  return 'none';
};

test.each([
  [
    'insertions at one place keep their order',
    'ab',
    [
      [1, 1, 'X'],
      [1, 1, 'Y'],
    ],
    'aXYb',
  ],
  [
    'an insertion stands before a replacement that begins there',
    'abc',
    [
      [1, 2, 'R'],
      [1, 1, 'I'],
    ],
    'aIRc',
  ],
  [
    'an insertion stands behind a replacement that ends there',
    'abc',
    [
      [1, 1, 'I'],
      [0, 1, 'R'],
    ],
    'RIbc',
  ],
  ['CRLF stays', 'a\r\nb\r\n', [[0, 1, 'c']], 'c\r\nb\r\n'],
  ['a BOM is the first character', '\ufeffa', [[1, 1, 'x']], '\ufeffxa'],
  ['a missing final newline stays missing', 'a\nb', [[2, 3, 'c']], 'a\nc'],
  ['an emoji is two code units', '🦀a', [[2, 3, 'b']], '🦀b'],
] as const)('%s', (_, text, edits, expected) => {
  expect(
    applyEdits(
      text,
      edits.map(([start, end, text]) => ({ start, end, text })),
    ),
  ).toBe(expected);
});

test.each([
  [
    'overlapping-edits',
    [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ],
  ],
  [
    'overlapping-edits',
    [
      { start: 0, end: 3, text: '' },
      { start: 1, end: 1, text: 'x' },
    ],
  ],
  ['edit-out-of-range', [{ start: 0, end: 9, text: '' }]],
  ['bad-range', [{ start: 2, end: 1, text: '' }]],
  ['bad-range', [{ start: Number.NaN, end: 1, text: '' }]],
  ['bad-range', [{ start: 0.5, end: 1, text: '' }]],
  ['splits-character', [{ start: 4, end: 4, text: 'x' }]],
] as const)('%s is thrown, never guessed', (code, edits) => {
  expect(codeOf(() => applyEdits('abc🦀d', edits))).toBe(code);
});

test('an edit outside the slice that it belongs to is refused', () => {
  expect(codeOf(() => applyEdits('abcdef', [{ start: 0, end: 1, text: 'x' }], 2, 4))).toBe('edit-out-of-range');
  expect(codeOf(() => applyEdits('abcdef', [], 4, 9))).toBe('bad-range');
});

describe('for any text and any edits', () => {
  const cases = sourceText.chain((text) => fc.tuple(fc.constant(text), editsOf(text)));

  test('the result is what an independent implementation makes', () => {
    fc.assert(
      fc.property(cases, ([text, edits]) => {
        const pieces: string[] = [];
        let last = 0;
        const inOrder = edits.map((edit, order) => ({ ...edit, order }));
        inOrder.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
        for (const { start, end, text: replacement } of inOrder) {
          pieces.push(text.slice(last, start), replacement);
          last = end;
        }
        pieces.push(text.slice(last));
        expect(applyEdits(text, edits)).toBe(pieces.join(''));
      }),
    );
  });

  test('slices that meet give the whole, whatever stands at their borders', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ([text, edits], seed) => {
        const borders = [0, ...edits.map(({ end }) => end), text.length].filter(
          (at) => !edits.some(({ start, end }) => start < at && at < end),
        );
        const cut = borders[seed % borders.length]!;
        const left = edits.filter(({ start, end }) => end < cut || (end === cut && start < cut));
        const right = edits.filter((edit) => !left.includes(edit));
        const joined = applyEdits(text, left, 0, cut) + applyEdits(text, right, cut);
        expect(joined).toBe(applyEdits(text, edits));
      }),
    );
  });

  test('every removed and inserted character is accounted for', () => {
    fc.assert(
      fc.property(cases, ([text, edits]) => {
        const removed = edits.reduce((sum, { start, end }) => sum + end - start, 0);
        const inserted = edits.reduce((sum, edit) => sum + edit.text.length, 0);
        expect(applyEdits(text, edits).length).toBe(text.length - removed + inserted);
      }),
    );
  });
});
