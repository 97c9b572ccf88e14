import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const rust = Array.from({ length: 12 }, (_, i) => `pub fn f${i}() -> u8 {\n${'    let _ = 1;\n'.repeat(12)}    1\n}\n`);
const python = Array.from({ length: 12 }, (_, i) => `def f${i}():\n${'    x = 1\n'.repeat(12)}    return x\n`);
const script = Array.from({ length: 12 }, (_, i) => `export function f${i}() {\n${'  g();\n'.repeat(12)}}\n`);

/** Each file breaks in its seventh function. */
const BROKEN: readonly (readonly [string, string, readonly string[], string])[] = [
  ['R60', 'src/m.rs', rust, 'pub fn broken( -> u8 {\n'],
  ['R60', 'src/n.rs', rust, 'let stray = ;\n'],
  ['R60', 'src/o.rs', rust, 'pub struct { a: u8 }\n'],
  ['H37', 'shop/m.py', python, 'def broken(:\n    pass\n'],
  ['H37', 'shop/n.py', python, 'x = = 1\n'],
  ['J13', 'lib/m.js', script, 'export function ( {\n'],
  ['J13', 'lib/n.ts', script, 'const x: = 1;\n'],
];

describe.each(BROKEN)('%s: %s with a syntax error', (hazard, path, parts, error) => {
  const files = { [path]: [...parts.slice(0, 6), error, ...parts.slice(6)].join('\n') };
  const line = files[path]!.split('\n').indexOf(error.split('\n')[0]!) + 1;

  test.each([
    ['plan', []],
    ['split', ['--evidence', 'S']],
    ['split', ['--evidence', 'S', '--dry-run', '--anyway']],
    ['split', ['--evidence', 'S', '--over-budget']],
  ])('%s %j refuses at once, with the line', async (command, more) => {
    const root = tempWorkspace(files);
    const { exitCode, stdout, stderr } = await runOmni(root, [command, path, '--limit', '60', ...more]);
    const said = stdout + stderr;
    expect(exitCode).toBe(3);
    expect(said).toContain('REFUSED');
    expect(said).toContain(hazard);
    const told = Number(/line (\d+) has syntax/.exec(said)?.[1]);
    expect(Math.abs(told - line)).toBeLessThanOrEqual(2);
    expect(existsSync(join(root, path.replace(/\.\w+$/, '')))).toBe(false);
  });
});

test('the others are divided, and the broken one is named', async () => {
  const root = tempWorkspace({ 'src/a.rs': rust.join('\n'), 'src/b.rs': `${rust.join('\n')}\nfn (\n` });
  const { exitCode, stdout } = await runOmni(root, [
    'split',
    'src/a.rs',
    'src/b.rs',
    '--limit',
    '90',
    '--evidence',
    'S',
  ]);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('PROVEN by S');
  expect(stdout).toMatch(/left out src\/b\.rs: refused/);
});

test('verify does not prove what it cannot read', async () => {
  const root = tempWorkspace({ 'old/m.rs': 'fn a() {}\nfn (\n', 'new/m.rs': 'fn a() { }\nfn (\n' });
  expect(await runOmni(root, ['verify', 'old', 'new', '--evidence', 'S'])).toMatchObject({ exitCode: 3 });
});
