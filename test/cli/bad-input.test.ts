import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder, writeFiles } from '../helpers/temp-workspace.ts';

let home: string;
let root: string;

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'omni-')));
  root = join(home, 'workspace');
  writeFiles(root, { 'a.rs': 'fn a() {}\n', 'empty.py': '', 'notes.txt': 'x\n', 'omni-refactor.toml': '' });
  mkdirSync(join(root, 'folder.rs'));
  writeFileSync(join(root, 'binary.rs'), Buffer.from([0x66, 0x6e, 0, 1, 2]));
  writeFileSync(join(root, 'latin.py'), Buffer.from([0x23, 0xe9, 0x0a]));
  writeFileSync(join(root, 'huge.py'), Buffer.alloc(100 * 1024 * 1024, 'x = 1\n'));
  symlinkSync('loop.rs', join(root, 'loop.rs'));
  symlinkSync('/etc/hosts', join(root, 'outside.rs'));
  writeFiles(`${root}-other`, { 'elsewhere.rs': 'fn e() {}\n', 'omni-refactor.toml': '' });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

const FILES: readonly [name: string, args: string[], code: string][] = [
  ['no such file', ['outline', 'missing.rs'], 'file-not-found'],
  ['a folder', ['outline', 'folder.rs'], 'path-is-folder'],
  ['a binary file', ['outline', 'binary.rs'], 'file-binary'],
  ['a file that is not UTF-8', ['outline', 'latin.py'], 'file-not-utf8'],
  ['100 MB', ['outline', 'huge.py'], 'file-too-large'],
  ['a language that is not read', ['outline', 'notes.txt'], 'unknown-language'],
  ['a symlink loop', ['outline', 'loop.rs'], 'symlink-loop'],
  ['a link out of the workspace', ['outline', 'outside.rs'], 'path-outside'],
  ['a workspace that does not exist', ['hotspots', '--root', 'nowhere'], 'folder-not-found'],
  ['a workspace that is a file', ['check', '--root', 'a.rs'], 'not-a-folder'],
];

describe('one line each of what, why and what to do, and exit 2', () => {
  test.each(FILES)('%s', async (_name, args, code) => {
    const { exitCode, stdout, stderr } = await runOmni(root, [...args, '--json']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, error: { code } });
    expect(stderr).toMatch(/^error: .+\n {2}why: .+\n {2}do: {2}.+\n$/);
  });

  test('a revision that does not exist', async () => {
    const repo = tempRepository();
    repo.commit({ 'a.rs': 'fn a() {}\n' });
    const { exitCode, stderr } = await runOmni(repo.root, ['hotspots', '--since', 'no-such-revision']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no-such-revision');
  });

  test('a path outside the workspace', async () => {
    const { exitCode, stderr } = await runOmni(root, ['outline', `${root}-other/elsewhere.rs`, '--root', root]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is outside the workspace');
  });

  test('an unknown option and a bad number name themselves', async () => {
    for (const [args, said] of [
      [['hotspots', '--tpo', '3'], "unknown option '--tpo'"],
      [['hotspots', '--top', 'many'], 'whole number'],
      [['hotspot'], "unknown command 'hotspot'"],
      [['hotspots', '--lang', 'cobol'], 'must be one of: rust, python, javascript'],
    ] as const) {
      const { exitCode, stderr, stdout } = await runOmni(root, args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(said);
    }
  });
});

describe('what is odd in a workspace does not stop the rest', () => {
  test('broken files are counted, with their state', async () => {
    const { exitCode, stdout } = await runOmni(root, ['hotspots', '--json']);
    expect(exitCode).toBe(1);
    const { totals } = JSON.parse(stdout) as {
      totals: { found: number; read: number; failed: { path: string; reason: string }[] };
    };
    expect(totals.found).toBe(totals.read + totals.failed.length);
    expect(totals.failed.map(({ path, reason }) => [path, reason])).toEqual([
      ['binary.rs', 'binary'],
      ['huge.py', 'too-large'],
      ['latin.py', 'not-utf8'],
      ['loop.rs', 'symlink'],
      ['outside.rs', 'symlink'],
    ]);
  });

  test('a graph without a file that could not be read says which, and exits 1', async () => {
    const { exitCode, stderr } = await runOmni(root, ['includes']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('warning: binary.rs could not be read: it holds binary data\n');
    expect(stderr).not.toContain('loop.rs');
  });

  test.each([['map'], ['report', '-o', '/dev/null'], ['status'], ['hotspots']])(
    '%s says in the same words what could not be read',
    async (...args) => {
      const { exitCode, stdout, stderr } = await runOmni(root, args);
      expect(exitCode).toBe(args[0] === 'status' ? 0 : 1);
      expect(`${stdout}${stderr}`).toMatch(/binary\.rs(?: could not be read)?: it holds binary data/);
    },
  );

  test('an empty workspace gives empty reports', async () => {
    const empty = tempFolder();
    for (const command of ['hotspots', 'includes', 'check']) {
      const { exitCode, stderr } = await runOmni(empty, [command]);
      expect({ command, exitCode, stderr }).toEqual({ command, exitCode: 0, stderr: '' });
    }
  });

  test('an empty file has an empty outline', async () => {
    const { exitCode, stdout } = await runOmni(root, ['outline', 'empty.py', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ units: [], partial: false });
  });

  test('a broken manifest is named, and the files still count', async () => {
    const broken = tempFolder();
    writeFiles(broken, {
      'Cargo.toml': '[package\nname = "x"\n',
      'src/lib.rs': 'pub fn a() {}\n',
      'pyproject.toml': 'a = = 1\n',
    });
    const { exitCode, stdout, stderr } = await runOmni(broken, ['includes']);
    expect(exitCode).toBe(0);
    expect(stdout + stderr).toContain('Cargo.toml');
  });

  test('a broken configuration is an error with its place', async () => {
    const broken = tempFolder();
    writeFiles(broken, { 'omni-refactor.toml': '[budget]\nfile-line = 3\n', 'a.rs': '' });
    const { exitCode, stderr } = await runOmni(broken, ['check']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('omni-refactor.toml:2:1');
  });
});
