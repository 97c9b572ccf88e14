import { expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';

const help = async (...args: string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await runOmni(PROJECT_ROOT, [...args, '--help']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout;
};

test('help says of every command what it does, what it takes, and an example', async () => {
  const all = await help();
  const commands = [...all.matchAll(/^ {2}([a-z-]+) (?:\[options\]|\[command\])/gm)].map((match) => match[1]!);
  expect(commands.length).toBeGreaterThan(12);
  const pages = [all];
  for (const command of commands) {
    const page = await help(command);
    expect(page).toMatch(/Examples?:\n {2}\$ omni-refactor /);
    pages.push(page);
  }
  const text = pages.map((page) => `${page.trimEnd()}\n`).join(`\n${'-'.repeat(100)}\n\n`);
  await expect(text).toMatchFileSnapshot('../../snapshots/cli/help.txt');
});

test.each([
  ['splt', 'split'],
  ['hotspot', 'hotspots'],
  ['reciept', 'receipt'],
])('%s: did you mean %s?', async (typed, meant) => {
  const { exitCode, stdout, stderr } = await runOmni(PROJECT_ROOT, [typed, '--json']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`(Did you mean ${meant}?)`);
  expect(JSON.parse(stdout)).toMatchObject({
    kind: 'error',
    error: { code: 'usage', why: expect.stringContaining(typed) },
  });
});
