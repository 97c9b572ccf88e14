import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packageListOf } from '../../../../analyzers/readings/rust/package-list.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import type { FileEntry } from '../../../../src/workspace/view.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { tempRepository } from '../../../helpers/temp-repository.ts';

const PATHS = [
  'src/lib.rs',
  'src/press.rs',
  'src/press/a.rs',
  'src/press/deep/b.rs',
  'src/tests.rs',
  'src/tests/c.rs',
  'src/a b.rs',
  'src/[x].rs',
  'tests/it.rs',
  'docs/press.rs',
  'press/d.rs',
];

const manifest = (lists: string): string =>
  `[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\ndescription = "d"\nlicense = "MIT"\n${lists}\n`;

const viewOf = (files: Readonly<Record<string, string>>) =>
  memoryView(files, { readManifests: (entries: readonly FileEntry[], read) => readManifests(entries, read) });

const shipped = (files: Readonly<Record<string, string>>): string[] => {
  const list = packageListOf(viewOf(files), 'src/lib.rs')!;
  return PATHS.filter((path) => list.ships(path));
};

const LISTS = [
  '',
  'include = ["src/*.rs"]',
  'include = ["src"]',
  'include = ["/src/**/*.rs", "!src/press/deep"]',
  'include = ["**/*.rs", "!tests/", "!/docs"]',
  'include = ["src/press.rs", "src/press/**"]',
  'include = ["press"]',
  'include = ["src/lib.rs", "src/{press,tests}.rs"]',
  'include = ["src/**"]',
  'include = ["/src/press/*", "src/a b.rs", "src/[ab]*.rs"]',
  'include = ["src/\\\\[x\\\\].rs", "src/?ests.rs"]',
  'include = ["src/", "!src/tests.rs"]',
  'exclude = ["tests"]',
  'exclude = ["tests.rs", "/press"]',
  'exclude = ["src/press/", "**/deep/**"]',
  'exclude = ["*.rs", "!src/lib.rs"]',
  'exclude = ["src/press/**", "!src/press/a.rs"]',
];

describe('the static reading of what a package holds', () => {
  it('says what cargo says', () => {
    const repository = tempRepository();
    const files = Object.fromEntries(PATHS.map((path) => [path, '']));
    for (const lists of LISTS) {
      const all = { ...files, 'Cargo.toml': manifest(lists) };
      repository.commit(all);
      const command = ['package', '--list', '--allow-dirty', '--offline'];
      const said = execFileSync('cargo', command, {
        cwd: repository.root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const list = new Set(said.split('\n'));
      expect(shipped(all), lists).toEqual(PATHS.filter((path) => list.has(path)));
    }
  }, 60_000);

  it('says what git says of ignored files', () => {
    const repository = tempRepository();
    const texts = [
      'press/\n!src/press/a.rs\n',
      '/press\ntests*\n',
      '*.rs\n!lib.rs\n',
      '# no\n\\#x\nsrc/press/**/b.rs\n',
    ];
    for (const text of texts) {
      const all = {
        ...Object.fromEntries(PATHS.map((path) => [path, ''])),
        '.gitignore': text,
        'Cargo.toml': manifest(''),
      };
      repository.write(all);
      const ignored = PATHS.filter((path) => {
        try {
          repository.git('check-ignore', '-q', '--no-index', path);
          return true;
        } catch {
          return false;
        }
      });
      expect(shipped(all), text).toEqual(PATHS.filter((path) => !ignored.includes(path)));
    }
  });

  it('asks nothing of a package that is never published', () => {
    expect(
      packageListOf(viewOf({ 'Cargo.toml': manifest('publish = false'), 'src/lib.rs': '' }), 'src/lib.rs'),
    ).toBeNull();
    expect(
      packageListOf(viewOf({ 'Cargo.toml': manifest('publish = []'), 'src/lib.rs': '' }), 'src/lib.rs'),
    ).toBeNull();
  });

  it('knows a plain array of strings, wherever its strings stand', () => {
    const at = (lists: string): string | null => {
      const text = manifest(lists);
      const include = packageListOf(viewOf({ 'Cargo.toml': text, 'src/lib.rs': '' }), 'src/lib.rs')!.include;
      return include && `${text.slice(0, include.end).split('\n').at(-1)} | ${include.indent}`;
    };
    expect(at('include = ["src/*.rs", \'a\']')).toBe('include = ["src/*.rs", \'a\' | null');
    expect(at('include = [\n  "src/*.rs", # code ] "x"\n  "a",\n]')).toBe('  "a" |   ');
    expect(at('include = { workspace = true }')).toBeNull();
    expect(at('exclude = ["a"]')).toBeNull();
    expect(at('include = [] ')).toBeNull();
  });
});
