import { expect, test } from 'vitest';
import { textOfLine } from '../../../src/tui/paint/line.ts';
import { markdownLines } from '../../../src/tui/panes/markdown-lines.ts';

const shown = (text: string, width = 40): string[] =>
  markdownLines(text, width).map((line) => textOfLine(line).trimEnd());

test('a receipt is text on a terminal: no mark-up stands in it, and tables are aligned', () => {
  const text = [
    '# Receipt 0001',
    '',
    '**Proven** (S + B) · `a b` &#64;me',
    '```sh',
    'omni-refactor split a.rs',
    '```',
    '| file | change |',
    '| --- | --- |',
    '| `src/long/name.rs` | edited |',
    '| `` a`b `` | a \\| b |',
    '- one two three four five six seven eight',
  ].join('\n');
  expect(shown(text, 30)).toEqual([
    'Receipt 0001',
    '',
    'Proven (S + B) · a b @me',
    '  omni-refactor split a.rs',
    'file              change',
    'src/long/name.rs  edited',
    'a`b               a | b',
    '  · one two three four five',
    '    six seven eight',
  ]);
});

test('a fence that is never closed, and an empty text, are shown as far as they go', () => {
  expect(shown('```\nx')).toEqual([]);
  expect(shown('')).toEqual(['']);
});
