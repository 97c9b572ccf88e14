import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeSet, Edit, Part } from '../../src/core/change-set.ts';
import { conservation } from '../../src/core/conservation.ts';
import { hashOf } from '../../src/core/hash.ts';
import { renderChangeSet } from '../../src/core/render-change-set.ts';
import { bordersOf, sourceText } from '../helpers/arbitrary-edits.ts';

const LIB = '//! licence\nuse std::fmt;\nfn a() {}\nfn b() {}\n';
const A = { start: LIB.indexOf('fn a'), end: LIB.indexOf('fn b') };
const moveA: Edit = { ...A, text: '', reason: 'moved' };
const modLine: Edit = { start: A.start, end: A.start, text: 'mod a;\n', reason: 'mod-line' };
const fromA: Part = { from: { path: 'lib.rs', ...A } };

const splitOf = (edits: readonly Edit[], parts: readonly Part[]): ChangeSet => ({
  base: [{ path: 'lib.rs', hash: hashOf(LIB), mode: 0o644 }],
  edit: [{ path: 'lib.rs', edits }],
  create: [{ path: 'lib/a.rs', mode: 0o644, parts }],
  move: [],
  delete: [],
});
const header: Part = { text: '//! licence\n', reason: 'header' };

describe('a split of one function', () => {
  const sabotage: readonly [string, ChangeSet, readonly string[]][] = [
    ['is conserved', splitOf([modLine, moveA], [header, { text: 'use super::*;\n', reason: 'import' }, fromA]), []],
    [
      'may widen a visibility on the way',
      splitOf(
        [moveA],
        [
          {
            from: { path: 'lib.rs', ...A },
            edits: [{ ...A, end: A.start, text: 'pub(super) ', reason: 'visibility' }],
          },
        ],
      ),
      [],
    ],
    ['is caught when the moved range is dropped', splitOf([moveA], [header]), [`dropped ${A.start}..${A.end}`]],
    ['is caught when a range comes back twice', splitOf([moveA], [fromA, fromA]), [`duplicated ${A.start}..${A.end}`]],
    ['is caught when the range also stays', splitOf([], [fromA]), [`duplicated ${A.start}..${A.end}`]],
    [
      'is caught when the cut is one character short',
      splitOf([{ ...moveA, end: A.end - 1 }], [fromA]),
      [`duplicated ${A.end - 1}..${A.end}`],
    ],
    [
      'is caught when the part is one character short',
      splitOf([moveA], [{ from: { path: 'lib.rs', ...A, end: A.end - 1 } }]),
      [`dropped ${A.end - 1}..${A.end}`],
    ],
    [
      'is caught when text is free',
      splitOf([moveA], [fromA, { text: 'fn evil() {}\n', reason: 'free' }]),
      ['open-reason 0..0'],
    ],
    [
      'is caught when an edit is free',
      splitOf([moveA, { start: 0, end: 3, text: '', reason: 'free' }], [fromA]),
      ['open-reason 0..3'],
    ],
    ['is caught when a cut inserts', splitOf([{ ...moveA, text: 'x' }], [fromA]), [`moved-text ${A.start}..${A.end}`]],
    [
      'is caught when new text calls itself moved',
      splitOf([moveA], [fromA, { text: 'x', reason: 'moved' }]),
      ['moved-text 0..0'],
    ],
    [
      'is caught when a header is invented',
      splitOf([moveA], [{ text: '// GPL\n', reason: 'header' }, fromA]),
      ['invented-header 0..0'],
    ],
    [
      'is caught when edits overlap',
      splitOf([moveA, { start: A.start + 1, end: A.start + 2, text: '', reason: 'import' }], [fromA]),
      [`bad-range ${A.start + 1}..${A.start + 2}`],
    ],
    [
      'is caught when a range leaves the file',
      splitOf([], [{ from: { path: 'lib.rs', start: 5, end: 999 } }]),
      ['bad-range 5..999'],
    ],
    [
      'is caught when a deleted file does not return whole',
      { ...splitOf([], [fromA]), edit: [], delete: [{ path: 'lib.rs' }] },
      [`dropped 0..${A.start}`, `dropped ${A.end}..${LIB.length}`],
    ],
    [
      'is caught when text is taken from a file that stays as it is',
      { ...splitOf([], [fromA]), edit: [] },
      [`duplicated ${A.start}..${A.end}`],
    ],
  ];

  test.each(sabotage)('%s', (_, set, expected) => {
    const found = conservation(set, () => LIB).map(({ code, start, end }) => `${code} ${start}..${end}`);
    expect(found).toEqual(expected);
  });
});

/** A text cut at random borders, each piece moved to one of three files or kept. */
const anySplit = sourceText
  .filter((text) => text.length > 0)
  .chain((text) => {
    const borders = bordersOf(text);
    return fc.tuple(
      fc.constant(text),
      fc.uniqueArray(fc.nat({ max: borders.length - 1 }), { maxLength: 6 }).map((picks) => {
        const cuts = [0, ...picks.map((pick) => borders[pick]!), text.length].sort((a, b) => a - b);
        return cuts
          .slice(1)
          .map((end, index) => ({ start: cuts[index]!, end }))
          .filter(({ start, end }) => end > start);
      }),
      fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 }),
    );
  })
  .map(([text, pieces, owners]) => {
    const moved = pieces.map((piece, index) => ({ ...piece, to: owners[index]! })).filter(({ to }) => to > 0);
    const set: ChangeSet = {
      base: [{ path: 'm.py', hash: hashOf(text), mode: 0o644 }],
      edit: [
        { path: 'm.py', edits: moved.map(({ start, end }) => ({ start, end, text: '', reason: 'moved' as const })) },
      ],
      create: [1, 2, 3].map((to) => ({
        path: `m/${to}.py`,
        mode: 0o644,
        parts: moved
          .filter((piece) => piece.to === to)
          .map(({ start, end }) => ({ from: { path: 'm.py', start, end } })),
      })),
      move: [],
      delete: [],
    };
    return { text, set, moved };
  });

describe('for any split', () => {
  test('nothing is reported, and the characters of all files are those of the base', () => {
    fc.assert(
      fc.property(anySplit, ({ text, set }) => {
        expect(conservation(set, () => text)).toEqual([]);
        const all = renderChangeSet(set, () => text).map((file) => (file.kind === 'text' ? file.text : ''));
        expect([...all.join('')].sort()).toEqual([...text].sort());
      }),
    );
  });

  test('dropping or doubling any one part is reported at exactly its range', () => {
    fc.assert(
      fc.property(anySplit, fc.nat(), fc.boolean(), ({ text, set, moved }, pick, double) => {
        fc.pre(moved.length > 0);
        const victim = moved[pick % moved.length]!;
        const broken = {
          ...set,
          create: set.create.map((file) => ({
            ...file,
            parts: file.parts.flatMap((part) =>
              'from' in part && part.from.start === victim.start ? (double ? [part, part] : []) : [part],
            ),
          })),
        };
        const { start, end } = victim;
        const found = conservation(broken, () => text).map(({ code, start, end }) => ({ code, start, end }));
        expect(found).toEqual([{ code: double ? 'duplicated' : 'dropped', start, end }]);
      }),
    );
  });
});
