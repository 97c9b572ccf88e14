import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceBetween } from '../../codemods/replace-between.ts';

const applied = (before: string, after: string): string =>
  replaceBetween(before, after).reduce(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    before,
  );

test('a text that begins with a blank line gives way to one that does not', () => {
  expect(applied('\nexport { a };\n', 'import b;\n')).toBe('import b;\n');
});

test('one edit of whole lines makes any text of any other', () => {
  const line = fc.constantFrom('', 'a', 'b', 'ab', 'ba');
  const text = fc.tuple(fc.array(line, { maxLength: 5 }), fc.boolean());
  fc.assert(
    fc.property(text, text, ([one, oneEnds], [other, otherEnds]) => {
      const [before, after] = [one.join('\n') + (oneEnds ? '\n' : ''), other.join('\n') + (otherEnds ? '\n' : '')];
      expect(applied(before, after)).toBe(after);
      for (const { start } of replaceBetween(before, after))
        expect(start === 0 || before[start - 1] === '\n').toBe(true);
    }),
  );
});
