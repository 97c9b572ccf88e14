import { expect, test } from 'vitest';
import { fitLine } from '../../../src/tui/paint/line.ts';
import { paintRow, paletteOf } from '../../../src/tui/paint/theme.ts';

const LINE = [
  ['hot', '12.0 '],
  ['faint', '███ '],
  ['plain', 'a.rs'],
] as const;

test('the row under the cursor has one colour behind it, and its charts keep theirs', () => {
  const row = paintRow(fitLine(LINE, 16, true), paletteOf({}));
  expect(row).toBe(
    '\u001B[44;91m12.0 \u001B[0m\u001B[44;97m███ \u001B[0m\u001B[44;97ma.rs\u001B[0m\u001B[44;97m   \u001B[0m',
  );
  expect(row).not.toContain('\u001B[7m');
});

test('a theme names its colours, behind the cursor too', () => {
  const palette = paletteOf({ hot: 'bold #ff8000', selection: '#102030' });
  expect(paintRow(fitLine([['hot', 'x']], 1), palette)).toBe('\u001B[1;38;2;255;128;0mx\u001B[0m');
  expect(paintRow(fitLine([['hot', 'x']], 1, true), palette)).toBe('\u001B[48;2;16;32;48;1;38;2;255;128;0mx\u001B[0m');
});
