import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../src/core/change-set.ts';
import { renderChangeSet } from '../../src/core/render-change-set.ts';
import { bordersOf, editsOf, sourceText } from '../helpers/arbitrary-edits.ts';

const BASE: Readonly<Record<string, string>> = { 'a.rs': '\ufeffuse x;\r\nfn a() {}\r\nfn 🦀() {}', 'b.rs': 'b\n' };
const at = (text: string) => ({ start: BASE['a.rs']!.indexOf(text), end: BASE['a.rs']!.indexOf(text) + text.length });
const render = (set: Partial<ChangeSet>) =>
  renderChangeSet({ ...EMPTY_CHANGE_SET, ...set }, (path) => BASE[path]!).map((file) => Object.values(file).join(' '));
const edit = (text: string, to: string) => ({
  path: 'a.rs',
  edits: [{ ...at(text), text: to, reason: 'free' as const }],
});

test.each<[string, Partial<ChangeSet>, string[]]>([
  ['nothing', {}, []],
  ['an edit', { edit: [edit('a()', 'b()')] }, ['text a.rs \ufeffuse x;\r\nfn b() {}\r\nfn 🦀() {} ']],
  ['a move', { move: [{ from: 'b.rs', to: 'c/b.rs' }] }, ['deleted b.rs', 'moved c/b.rs b.rs']],
  [
    'an edit of a moved file',
    { edit: [edit('use x;\r\n', '')], move: [{ from: 'a.rs', to: 'c.rs' }] },
    ['deleted a.rs', 'text c.rs \ufefffn a() {}\r\nfn 🦀() {} '],
  ],
  ['a delete', { delete: [{ path: 'b.rs' }] }, ['deleted b.rs']],
  [
    'a file made of ranges, edited on the way, and new text',
    {
      create: [
        {
          path: 'n.rs',
          mode: 0o755,
          parts: [
            { text: 'use super::*;\r\n', reason: 'import' },
            { from: { path: 'a.rs', ...at('fn 🦀() {}') }, edits: [{ ...at('🦀'), text: 'crab', reason: 'free' }] },
            { from: { path: 'b.rs', start: 0, end: 2 } },
          ],
        },
      ],
    },
    [`text n.rs use super::*;\r\nfn crab() {}b\n ${0o755}`],
  ],
  [
    'a deleted file whose path is created anew',
    { delete: [{ path: 'b.rs' }], create: [{ path: 'b.rs', mode: 0o644, parts: [] }] },
    [`text b.rs  ${0o644}`],
  ],
])('%s', (_, set, expected) => {
  expect(render(set)).toEqual(expected);
});

test('a file cut into parts anywhere, with any edits, is the edited file', () => {
  const cases = sourceText.chain((text) =>
    fc.tuple(fc.constant(text), editsOf(text), fc.array(fc.nat(), { maxLength: 4 })),
  );
  fc.assert(
    fc.property(cases, ([text, edits, picks]) => {
      const free = bordersOf(text).filter((border) => edits.every(({ start, end }) => border < start || border > end));
      const cuts = [0, ...picks.flatMap((pick) => free[pick % Math.max(1, free.length)] ?? []), text.length].sort(
        (a, b) => a - b,
      );
      const all = edits.map((each) => ({ ...each, reason: 'free' as const }));
      const parts = cuts.slice(1).map((end, index) => {
        const start = cuts[index]!;
        const inside = all.filter((each) => each.start >= start && each.end <= end);
        return { from: { path: 'm', start, end }, edits: start === end ? [] : inside };
      });
      const create = [{ path: 'n', mode: 0o644, parts }];
      const whole = [{ path: 'm', edits: all }];
      const [n] = renderChangeSet({ ...EMPTY_CHANGE_SET, create }, () => text);
      const [m] = renderChangeSet({ ...EMPTY_CHANGE_SET, edit: whole }, () => text);
      if (text !== '') expect(n).toMatchObject({ text: (m as { text: string }).text });
    }),
  );
});
