import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempWorkspace } from '../../helpers/temp-workspace.ts';
import { MAIN, startOmni } from '../helpers/orchard.ts';

const LONG = 120_000;
const RULE = 'id: uno\nlanguage: typescript\nrule:\n  pattern: one($A)\nfix: uno($A)\n';
const workspace = (): string =>
  tempWorkspace({
    'uno.yml': RULE,
    'src/a.ts': `one(1);\n${'\n'.repeat(9)}one(2);\n`,
    'src/b.ts': 'one(3);\n',
  });
const texts = (root: string): string[] =>
  ['a', 'b'].map((name) => readFileSync(join(root, `src/${name}.ts`), 'utf8').replace(/\n+/g, ' '));
const begin = (root: string, more: Parameters<typeof startOmni>[1] = {}) =>
  startOmni(root, {
    columns: 80,
    rows: 24,
    command: [process.execPath, MAIN, 'run', 'uno.yml', 'src', '--review', '--allow-dirty'],
    ...more,
  });

describe('run --review on a terminal', () => {
  test('edits are taken and left one by one; nothing is written before the end', { timeout: LONG }, async () => {
    const root = workspace();
    const screen = begin(root);
    await screen.until('edit 1 of 3', LONG);
    expect(screen.text()).toContain('+uno(1);');
    screen.press('y');
    await screen.until('edit 2 of 3');
    screen.press('n', 'y');
    await screen.until('2 taken, 1 left: w ends the review');
    expect(texts(root)).toEqual(['one(1); one(2); ', 'one(3); ']);
    screen.press('b', 'n');
    await screen.until('1 taken, 2 left');
    screen.press('w');
    expect(await screen.exit).toBe(0);
    expect(texts(root)).toEqual(['uno(1); one(2); ', 'one(3); ']);
    expect(screen.terminal.buffer.active.type).toBe('normal');
    expect(screen.text()).toContain('declined in the review');
  });

  test('quit, Ctrl-C and SIGTERM write nothing and give the terminal back', { timeout: 2 * LONG }, async () => {
    const root = workspace();
    for (const [end, code] of [
      ['q', 0],
      ['ctrl+c', 130],
      ['SIGTERM', 130],
    ] as const) {
      const screen = begin(root);
      await screen.until('edit 1 of 3', LONG);
      screen.press('y');
      await screen.until('edit 2 of 3');
      if (end === 'SIGTERM') screen.kill(end);
      else screen.press(end, ...(end === 'q' ? ['q'] : []));
      expect([end, await screen.exit]).toEqual([end, code]);
      expect(texts(root)).toEqual(['one(1); one(2); ', 'one(3); ']);
      expect(screen.terminal.buffer.active.type).toBe('normal');
    }
  });

  test('without colour on demand, at another size, line by line on a terminal that draws nothing', {
    timeout: 2 * LONG,
  }, async () => {
    const root = workspace();
    const plain = begin(root, { env: { NO_COLOR: '1' }, columns: 100, rows: 12 });
    await plain.until('edit 1 of 3', LONG);
    expect(
      plain
        .written()
        .split('\u001B[')
        .filter((part) => /^(?!0m)[\d;]+m/.test(part)),
    ).toEqual([]);
    plain.resize(70, 24);
    await plain.until('2 files');
    plain.press('q', 'q');
    expect(await plain.exit).toBe(0);

    const dumb = begin(root, { env: { TERM: 'dumb' } });
    await dumb.until('Take this edit?', LONG);
    dumb.press('q');
    expect(await dumb.exit).toBe(0);
    expect(dumb.written()).not.toContain('\u001B[?1049h');
  });
});
