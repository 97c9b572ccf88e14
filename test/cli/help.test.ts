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

test.each([
  [['version'], 0, /^\d+\.\d+\.\d+\n$/],
  [['-v'], 0, /^\d+\.\d+\.\d+\n$/],
])('%j prints the version', async (args, exitCode, said) => {
  const ran = await runOmni(PROJECT_ROOT, args);
  expect(ran.exitCode).toBe(exitCode);
  expect(ran.stdout).toMatch(said);
});

test.each([[['splt', '--help']], [['help', 'splt']], [['help', 'splt', 'x']], [['nosuch', 'x', '--json', '--help']]])(
  '%j is not a command, whatever stands beside it',
  async (args) => {
    const { exitCode, stdout, stderr } = await runOmni(PROJECT_ROOT, args);
    expect(exitCode).toBe(2);
    expect(stdout).not.toContain('Usage:');
    expect(stderr).toContain('omni-refactor --help');
  },
);

test.each(['src/cli/main.ts', 'src', './README.md'])('a file without a command: %s', async (path) => {
  const { exitCode, stdout, stderr } = await runOmni(PROJECT_ROOT, [path, '--json']);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'file-without-command' } });
  expect(stderr).toContain(`omni-refactor plan ${path}`);
});

test.each([['plan'], ['split']])('%s takes no limit below one line', async (command) => {
  for (const limit of ['0', '-1', '1.5', 'x'])
    expect(await runOmni(PROJECT_ROOT, [command, 'src/cli/main.ts', '--limit', limit])).toMatchObject({ exitCode: 2 });
});
