import headless from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowPatch } from '../../../src/tui/terminal/row-patch.ts';

const COLUMNS = 24;
const span = fc
  .tuple(fc.constantFrom('', '31', '44;97', '1;36', '2'), fc.stringMatching(/^[ab █│漢]{0,6}$/))
  .map(([codes, text]) => (codes === '' ? text : `\u001B[${codes}m${text}\u001B[0m`));
const row = fc.array(span, { maxLength: 3 }).map((spans) => spans.join('').trimEnd());

/** Text and colours of each cell. */
async function shown(...written: readonly string[]): Promise<string[]> {
  const terminal = new headless.Terminal({ cols: COLUMNS, rows: 2, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(`\u001B[?7l${written.join('')}`, resolve));
  const line = terminal.buffer.active.getLine(0)!;
  return Array.from({ length: COLUMNS }, (_, x) => {
    const cell = line.getCell(x)!;
    return [cell.getChars().trim(), cell.getFgColor(), cell.getBgColor(), cell.isBold(), cell.isDim()].join();
  });
}

const whole = (text: string): string => `\u001B[1;1H${text}\u001B[0m\u001B[K`;

test('a patched row is the row that is painted whole', async () => {
  await fc.assert(
    fc.asyncProperty(row, row, async (before, after) => {
      expect(await shown(whole(before), rowPatch(before, after, 1))).toEqual(await shown(whole(after)));
    }),
    { numRuns: 300 },
  );
});

test('only what differs is sent, and of two changes close together the room between them too', () => {
  expect(rowPatch('one two three', 'one 2 three', 3)).toBe('\u001B[3;5H2 three\u001B[3;12H\u001B[K');
  expect(rowPatch('a'.repeat(40), `b${'a'.repeat(38)}b`, 1)).toBe('\u001B[1;1Hb\u001B[1;40Hb');
  expect(rowPatch('same', 'same', 1)).toBe('');
});
