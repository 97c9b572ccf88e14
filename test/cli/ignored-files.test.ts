import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

const fn = (name: string): string =>
  `export function ${name}(value: number): number {\n${'  value += 1;\n'.repeat(30)}  return value;\n}\n`;
const CORE = ['parseA', 'parseB', 'parseC', 'storeA', 'storeB', 'storeC'].map(fn).join('\n');

async function split(prepare: (root: string, git: (...args: string[]) => string) => void): Promise<string> {
  const { root, git, commit } = tempRepository();
  commit({ 'package.json': '{"name":"demo","type":"module"}\n', 'src/core.ts': CORE });
  prepare(root, git);
  const { exitCode, stdout } = await runOmni(root, [
    'split',
    'src/core.ts',
    '--limit',
    '110',
    '--anyway',
    '--evidence',
    'S',
  ]);
  return `${exitCode} ${/P4 .*|PROVEN by S/.exec(stdout)?.[0] ?? stdout}; ${git('status', '--porcelain').split('\n').length} changed`;
}

it('writes where git leaves out nothing', async () => {
  expect(await split(() => {})).toBe('0 PROVEN by S; 2 changed');
});

it('refuses new files that a list outside of the tree leaves out', async () => {
  const exclude = (root: string): void => appendFileSync(join(root, '.git/info/exclude'), 'core\n');
  expect(await split(exclude)).toBe('3 P4 src/core.ts:1; 1 changed');
});

it("refuses new files that a person's own list leaves out", async () => {
  const own = (root: string, git: (...args: string[]) => string): void => {
    writeFileSync(join(root, '.git/mine'), 'core/\n');
    git('config', 'core.excludesFile', join(root, '.git/mine'));
  };
  expect(await split(own)).toBe('3 P4 src/core.ts:1; 1 changed');
});
