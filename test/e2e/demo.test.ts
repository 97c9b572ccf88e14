import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT, type Ran, runTool } from '../helpers/run-tool.ts';

const SAMPLE = join(PROJECT_ROOT, 'demo/sample');
const folder = mkdtempSync(join(tmpdir(), 'omni-refactor-sample-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sample workspace', () => {
  const copy = join(folder, 'sample');
  const env = { CARGO_TARGET_DIR: join(folder, 'target'), PYTHONDONTWRITEBYTECODE: '1' };
  const run = (command: string, args: readonly string[], within = '.'): Promise<Ran> =>
    runTool(command, args, { cwd: join(copy, within), env });

  beforeAll(() => cpSync(SAMPLE, copy, { recursive: true, filter: (path) => !isStray(path) }));

  test('its Rust builds without a warning, and its tests pass', async () => {
    const ran = await run('cargo', ['test', '--offline', '--locked', '--workspace']);
    expect(ran).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('warning') });
    expect(sumOf(ran.stdout, /test result: ok\. (\d+) passed; 0 failed/g)).toBe(13);
  });

  test('its Rust is as rustfmt leaves it, spliced file included', async () => {
    expect(await run('cargo', ['fmt', '--all', '--check'])).toMatchObject({ exitCode: 0 });
    const spliced = ['--edition', '2021', '--check', 'crates/label/src/wording.rs'];
    expect(await run('rustfmt', spliced)).toMatchObject({ exitCode: 0 });
  });

  test('its Python tests pass with nothing but Python', async () => {
    const ran = await run('python3', ['-m', 'unittest'], 'python');
    expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/Ran 18 tests[\s\S]*OK\n$/) });
  });
});

describe('its history', () => {
  const build = (name: string, env: Record<string, string> = {}): Promise<Ran> =>
    runTool(process.execPath, [join(PROJECT_ROOT, 'demo/history.mjs'), join(folder, name)], { cwd: folder, env });
  const git = async (...args: string[]): Promise<string[]> => {
    const ran = await runTool('git', args, { cwd: join(folder, 'history') });
    expect(ran).toMatchObject({ exitCode: 0 });
    return ran.stdout.split('\n').filter((line) => line !== '');
  };
  let first: Ran;

  beforeAll(async () => {
    first = await build('history');
    expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^[0-9a-f]{40}\n$/) });
  });

  test('has the same last commit wherever and by whomever it is built', async () => {
    const elsewhere = { TZ: 'Asia/Tokyo', LC_ALL: 'C', GIT_AUTHOR_NAME: 'Somebody', GIT_DIR: folder, HOME: folder };
    const second = await build('elsewhere', elsewhere);
    expect(second).toEqual(first);
  });

  test('ends with the sample, byte for byte', async () => {
    const history = join(folder, 'history');
    expect(await git('status', '--porcelain')).toEqual([]);
    expect(await git('ls-files')).toEqual(filesOf(SAMPLE));
    expect(contentOf(history)).toEqual(contentOf(SAMPLE));
  });

  test('has busy and quiet files, four authors, and more than a year', async () => {
    const authors = await git('log', '--format=%an');
    expect(authors).toHaveLength(27);
    expect(new Set(authors).size).toBe(4);
    const days = await git('log', '--format=%as');
    expect([days.at(-1), days[0]]).toEqual(['2025-09-15', '2026-11-10']);
    const revisions = async (path: string): Promise<number> => (await git('log', '--format=%h', '--', path)).length;
    expect(await revisions('crates/press/src/press.rs')).toBe(13);
    expect(await revisions('python/src/orchard/cellar.py')).toBe(9);
    expect(await revisions('crates/press/src/season.rs')).toBe(1);
  });
});

const isStray = (path: string): boolean => /[\\/](target|__pycache__|\.pytest_cache|\.git)([\\/]|$)/.test(path);

const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isStray(path.slice(root.length)))
    .map((path) => relative(root, path))
    .sort();

const contentOf = (root: string): string[] =>
  filesOf(root).map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`);

const sumOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);
