import { expect, test } from 'vitest';
import { shortenDiff } from '../../../src/report/split/shorten-diff.ts';

const run = (sign: string, count: number) => Array.from({ length: count }, (_, i) => `${sign}line ${i}`);

test('keeps short runs, headers and context', () => {
  const diff = ['--- a/m.rs', '+++ b/m.rs', '@@ -1,3 +1,3 @@', ' a', ...run('-', 8), ...run('+', 8), ' b'].join('\n');
  expect(shortenDiff(diff)).toBe(diff);
});

test('shows the ends of a long run, and how much it hides', () => {
  const diff = [' a', ...run('-', 100), ...run('+', 9), ' b'].join('\n');
  expect(shortenDiff(diff).split('\n')).toEqual([
    ' a',
    '-line 0',
    '-line 1',
    '-   … 97 more lines (--full-diff shows them)',
    '-line 99',
    '+line 0',
    '+line 1',
    '+   … 6 more lines (--full-diff shows them)',
    '+line 8',
    ' b',
  ]);
});
