import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace, writeFiles } from '../helpers/temp-workspace.ts';

const fn = (name: string, ifs: number): string => `fn ${name}(x: i32) {\n${'    if x > 1 { go(); }\n'.repeat(ifs)}}\n`;
const CONFIG = '[budget]\nfile-lines = 20\nfunction-cognitive = 5\n';
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

test('from zero in two commands, then the ratchet only turns down', async () => {
  const root = tempWorkspace({ 'src/a.rs': fn('f', 600), 'README.md': '' });
  expect((await runOmni(root, ['init'])).exitCode).toBe(0);
  expect(read(root, 'omni-refactor.toml')).toContain('file-lines = 500');
  expect((await runOmni(root, ['check'])).exitCode).toBe(0);
  expect((await runOmni(root, ['init'])).stderr).toContain('omni-refactor baseline');

  writeFiles(root, { 'src/a.rs': fn('f', 601) });
  expect((await runOmni(root, ['check'])).stdout).toMatch(/602 when|had 600|had 602/);
  expect((await runOmni(root, ['baseline'])).stdout).toContain('the baseline never follows');
  expect((await runOmni(root, ['check'])).exitCode).toBe(1);

  writeFiles(root, { 'src/a.rs': fn('f', 550) });
  const stale = await runOmni(root, ['check']);
  expect(stale.exitCode).toBe(1);
  expect(stale.stdout.trimEnd()).toMatch(/omni-refactor baseline$/);
  expect((await runOmni(root, ['baseline'])).exitCode).toBe(0);
  expect(read(root, 'omni-refactor.baseline')).toContain('file-lines src/a.rs 552 ');
  expect((await runOmni(root, ['check'])).exitCode).toBe(0);
  expect((await runOmni(root, ['baseline'])).stdout).toContain('Nothing to lower');
});

const exception = (path: string, value: number, expires = '2026-12-31'): string =>
  `\n[[budget.exception]]\nrule = "file-lines"\npath = "${path}"\nvalue = ${value}\nowner = "@ada"\nreason = "generated"\nissue = "X-1"\nexpires = "${expires}"\nexit = "no longer generated"\n`;

test('an exception is lowered, followed and let go where it stands', async () => {
  const root = tempWorkspace({
    'omni-refactor.toml': CONFIG + exception('src/a.rs', 40) + exception('src/b.rs', 30),
    'src/a.rs': Array.from({ length: 8 }, (_, i) => fn(`f${i}`, 2)).join(''),
    'src/b.rs': 'fn b() {}\n',
  });
  const { stdout } = await runOmni(root, ['check', '--json']);
  expect(
    (JSON.parse(stdout) as { findings: { rule: string; place: { line: number } }[] }).findings.map((f) => [
      f.rule,
      f.place.line,
    ]),
  ).toEqual([
    ['stale-exception', 5],
    ['stale-exception', 15],
  ]);
  await runOmni(root, ['baseline']);
  expect(read(root, 'omni-refactor.toml')).toBe(`${CONFIG}${exception('src/a.rs', 32)}\n`);
  expect((await runOmni(root, ['check'])).exitCode).toBe(0);

  writeFiles(root, { 'src/c.rs': read(root, 'src/a.rs'), 'src/a.rs': '' });
  expect((await runOmni(root, ['check'])).exitCode).toBe(0);
  await runOmni(root, ['baseline']);
  expect(read(root, 'omni-refactor.toml')).toBe(`${CONFIG}${exception('src/c.rs', 32)}\n`);
  expect((await runOmni(root, ['check', '--json'])).exitCode).toBe(0);
  expect((await runOmni(root, ['check', '--today', '2026-12-31'])).exitCode).toBe(0);
  const late = await runOmni(root, ['check', '--today', '2027-01-01']);
  expect(late.exitCode).toBe(1);
  expect(late.stdout.replace(/\s+/g, ' ')).toContain('expired on 2026-12-31; @ada answers for it');
  writeFileSync(join(root, 'src/c.rs'), `${read(root, 'src/c.rs')}fn more() {}\n`);
  expect((await runOmni(root, ['check'])).stdout).toContain('its exception allows 32');
});

test.each([
  ['<<<<<<< HEAD\n', ':1:1', 'conflict markers'],
  ['# ok\nfile-lines a.rs many 0 -\n', ':2:17', 'whole number'],
  ['file-line a.rs 3 0 -\n', ':1:1', 'no rule is called file-line'],
  ['file-lines a.rs 3\n', ':1:1', 'five fields'],
  ['file-lines a.rs 3 0 xyz\n', ':1:21', 'hashes'],
])('a broken baseline %j is an error with its place', async (text, place, why) => {
  const root = tempWorkspace({ 'omni-refactor.toml': CONFIG, 'omni-refactor.baseline': text });
  const { exitCode, stderr } = await runOmni(root, ['check']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`omni-refactor.baseline${place}`);
  expect(stderr).toContain(why);
});

test('init is one change that undo takes back, and `init ci` another', async () => {
  const before = {
    'Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\n',
    'src/lib.rs': fn('f', 30),
    '.gitattributes': '*.rs text',
  };
  const root = tempWorkspace(before);
  expect((await runOmni(root, ['init', '--dry-run'])).stdout).not.toContain('undo');
  expect(existsSync(join(root, 'omni-refactor.toml'))).toBe(false);
  expect((await runOmni(root, ['init'])).stdout).toContain('omni-refactor undo');
  expect(read(root, '.gitattributes')).toBe('*.rs text\n\nomni-refactor.baseline merge=union\n');
  expect((await runOmni(root, ['init', 'ci'])).stdout).toContain('.github/workflows/quality-gates.yml');
  expect((await runOmni(root, ['init', 'ci'])).stdout).toContain('Nothing to write.');
  expect((await runOmni(root, ['init', 'everything'])).exitCode).toBe(2);
  expect((await runOmni(root, ['undo'])).exitCode).toBe(0);
  expect((await runOmni(root, ['undo'])).exitCode).toBe(0);
  expect(readdirSync(root).sort()).toEqual(['.gitattributes', 'Cargo.toml', 'src']);
  expect(read(root, '.gitattributes')).toBe(before['.gitattributes']);
});
