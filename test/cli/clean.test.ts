import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownMark } from '../../src/engine/state/process-mark.ts';
import { type Journey, journey } from '../helpers/journey.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

const SPLIT = 'split orchard/cellar.py --limit 40 --evidence S --test true';

/** The folder that everything of the workspace is kept in. */
const kept = async ({ json }: Journey): Promise<string> => dirname((await json('doctor', 'doctor')).state.folder);

const proven = async (): Promise<Journey & { readonly folder: string }> => {
  const at = journey('python');
  expect((await at.omni(SPLIT)).exitCode).toBe(0);
  return { ...at, folder: await kept(at) };
};

describe('clean', () => {
  test('--dry-run names the copy and removes nothing', async () => {
    const { json, folder } = await proven();
    const shown = await json('clean', 'clean --dry-run');
    expect(shown.stored.map(({ what }) => what)).toContain('staging copy');
    expect(shown.bytes).toBe(shown.stored.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(shown.bytes).toBeGreaterThan(0);
    for (const { path } of shown.stored) expect(existsSync(path)).toBe(true);
    expect(readdirSync(join(folder, 'stage'))).toContain('tree');
  });

  test('frees it; what was applied can still be undone, and the next proof makes a new copy', async () => {
    const { omni, json, folder } = await proven();
    const freed = await omni('clean');
    expect(freed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(freed.stdout).toMatch(/staging copy .*\n[\s\S]*Freed [\d.]+ k?B\.\n$/);
    expect(readdirSync(folder).filter((name) => /^(?:freed-|stage)/.test(name))).toEqual([]);
    expect((await omni('clean')).stdout).toBe('Nothing is stored that could be freed.\n');
    expect((await json('history', 'history')).entries).toHaveLength(1);
    expect((await omni('undo')).exitCode).toBe(0);
    expect((await omni(SPLIT)).exitCode).toBe(0);
  });

  test('what an ended run had set aside goes too, and links are not followed', async () => {
    const { json, folder } = await proven();
    const outside = tempFolder();
    writeFileSync(join(outside, 'mine.txt'), 'x'.repeat(9_000_000));
    mkdirSync(join(folder, 'freed-1'));
    symlinkSync(outside, join(folder, 'freed-1', 'link'));
    symlinkSync(outside, join(folder, 'stage', 'tree', 'link'));
    const freed = await json('clean', 'clean');
    expect(freed.stored.map(({ what }) => what)).toContain('left over');
    expect(freed.bytes).toBeLessThan(9_000_000);
    expect(existsSync(join(folder, 'freed-1'))).toBe(false);
    expect(readdirSync(outside)).toEqual(['mine.txt']);
  });

  test('what verify laid out of revisions and proved there goes too; a workspace without anything gets no folders', async () => {
    const at = journey('python');
    const empty = await at.omni('clean');
    expect(empty.stdout).toBe('Nothing is stored that could be freed.\n');
    const home = dirname(await kept(at));
    expect(existsSync(home) ? readdirSync(home) : []).toEqual([]);
    expect((await at.omni('split orchard/cellar.py --limit 40 --evidence S')).exitCode).toBe(0);
    at.git('add', '-A');
    at.git('commit', '-qm', 'more');
    expect((await at.omni('verify HEAD~1 HEAD --evidence S --test true')).exitCode).toBe(0);
    const shown = await at.json('clean', 'clean');
    expect(new Set(shown.stored.map(({ what }) => what))).toEqual(
      new Set(['staging copy', 'build output', 'revisions']),
    );
    expect((await at.json('clean', 'clean --all')).stored.filter(({ what }) => what !== 'cache')).toEqual([]);
  });

  test('a workspace that another run works in is left alone', async () => {
    const { omni, json, folder } = await proven();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ ...ownMark(), token: 'another' }));
    expect(await omni('clean --json')).toMatchObject({ exitCode: 3 });
    const all = await json('clean', 'clean --all');
    expect(all.busy).toEqual([folder.split('/').at(-1)]);
    expect(all.stored.map(({ what }) => what)).toEqual(['cache']);
    expect(readdirSync(join(folder, 'stage'))).toContain('tree');
  });

  test('--all takes other workspaces and the cache', async () => {
    const { json, folder } = await proven();
    const other = join(dirname(folder), 'gone-0123456789abcdef');
    for (const own of ['journal', 'receipts', 'stage/scratch/cargo-target'])
      mkdirSync(join(other, own), { recursive: true });
    writeFileSync(join(other, 'stage', 'scratch', 'cargo-target', 'lib.rlib'), 'abc');
    const strangers = [
      join(dirname(folder), 'app-0123456789abcdef/stage/tree'),
      join(dirname(folder), '../cache/notes'),
    ];
    for (const one of strangers) mkdirSync(one, { recursive: true });
    const freed = await json('clean', 'clean --all');
    expect(freed.stored).toContainEqual({ path: join(other, 'stage', 'scratch'), what: 'build output', bytes: 3 });
    expect(freed.stored.filter(({ what }) => what === 'cache')).toHaveLength(1);
    expect(existsSync(join(other, 'stage'))).toBe(false);
    for (const one of strangers) expect(existsSync(one)).toBe(true);
  });
});
