import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../src/core/change-set.ts';
import { hashOf } from '../../src/core/hash.ts';
import { pathProblem } from '../../src/core/path-problem.ts';
import { validateChangeSet } from '../../src/core/validate-change-set.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'src/lib.rs': 'fn a🦀() {}\n',
  'src/Util.rs': '',
  'logo.png': '?',
  link: '',
};
const STATES: Readonly<Record<string, string>> = { 'logo.png': 'binary', link: 'symlink' };
const FILES = {
  files: Object.keys(TEXTS).map((path) => ({ path, state: STATES[path] ?? 'text' })),
  text: (path: string) => TEXTS[path]!,
};
const baseOf = (...paths: string[]): ChangeSet['base'] =>
  paths.map((path) => ({ path, hash: hashOf(TEXTS[path] ?? ''), mode: 0o644 }));
const LIB = baseOf('src/lib.rs');
const create = (path: string): Partial<ChangeSet> => ({
  create: [{ path, mode: 0o644, parts: [{ text: 'x', reason: 'facade' }] }],
});
const editLib = (start: number, end: number, text = ''): Partial<ChangeSet> => ({
  base: LIB,
  edit: [{ path: 'src/lib.rs', edits: [{ start, end, text, reason: 'import' }] }],
});

const cases: readonly [string, Partial<ChangeSet>, readonly string[]][] = [
  ['an edit and a new file', { ...editLib(0, 2), ...create('src/lib/a.rs') }, []],
  [
    'a file replaced by a folder of its name',
    { base: LIB, delete: [{ path: 'src/lib.rs' }], ...create('src/lib.rs/a.rs') },
    [],
  ],
  ['a path that leads out', create('../a.rs'), ['path-outside-workspace']],
  ['an absolute path', create('/etc/a.rs'), ['path-outside-workspace']],
  ["git's folder", create('.git/hooks/a'), ['path-outside-workspace']],
  ["git's folder by another name", create('sub/.GIT./config'), ['path-outside-workspace']],
  ['a backslash', create('src\\a.rs'), ['path-outside-workspace']],
  ['a path that is not normalised', create('src//a.rs'), ['path-outside-workspace']],
  ['a parent that is a symbolic link', create('link/a.rs'), ['path-exists']],
  ['a parent that is a file', create('src/lib.rs/a.rs'), ['path-exists']],
  ['a created path that exists', create('src/lib.rs'), ['path-exists']],
  ['a created path that is a folder', create('src'), ['path-exists']],
  ['a name that differs in case from a file', create('src/util.rs'), ['path-exists']],
  ['a folder that differs in case from a folder', create('SRC/new.rs'), ['path-exists']],
  [
    'two new names that differ in case',
    { create: ['n/a.rs', 'n/A.rs'].flatMap((path) => create(path).create!) },
    ['path-exists'],
  ],
  [
    'one path created twice',
    { create: [...create('n.rs').create!, ...create('n.rs').create!] },
    ['changed-twice', 'path-exists'],
  ],
  ['an edit without a hash', { ...editLib(0, 2), base: [] }, ['base-uncovered']],
  ['a delete without a hash', { delete: [{ path: 'src/lib.rs' }] }, ['base-uncovered']],
  ['a base for other content', { ...editLib(0, 2), base: [{ ...LIB[0]!, hash: hashOf('other') }] }, ['base-changed']],
  ['a base that is not there', { base: [{ path: 'gone.rs', hash: '', mode: 0o644 }] }, ['base-missing']],
  ['an edit of a picture', { base: baseOf('logo.png'), edit: [{ path: 'logo.png', edits: [] }] }, ['not-text']],
  ['an edit behind the end', editLib(0, 99), ['edit-out-of-range']],
  ['an edit through a character', editLib(0, 5), ['splits-character']],
  ['half a character as text', editLib(0, 0, '\ud83e'), ['not-unicode']],
  ['an edit and a delete of one file', { ...editLib(0, 2), delete: [{ path: 'src/lib.rs' }] }, ['changed-twice']],
  [
    'a reason that nobody knows',
    { base: LIB, edit: [{ path: 'src/lib.rs', edits: [{ start: 0, end: 0, text: '', reason: 'magic' as 'free' }] }] },
    ['unknown-reason'],
  ],
];

describe('validateChangeSet', () => {
  test.each(cases)('%s', (_, part, codes) => {
    const problems = validateChangeSet({ ...EMPTY_CHANGE_SET, ...part }, FILES);
    expect(problems.map(({ problem }) => problem.code)).toEqual(codes);
    for (const { problem } of problems) expect(Object.values(problem).every((text) => text.length > 3)).toBe(true);
  });

  test('no path that is let through can leave a folder or enter .git', () => {
    const piece = fc.constantFrom('..', '.', '', 'a', '.git', '.GIT', 'b.rs', 'C:', '\\', '.git ', '…');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (parts) => {
        const path = parts.join('/');
        if (pathProblem(path) !== null) return;
        expect(new URL(path.split('/').map(encodeURIComponent).join('/'), 'file:///w/').pathname).toMatch(/^\/w\/./);
        expect(path.split('/').every((part) => part.trim().toLowerCase() !== '.git')).toBe(true);
      }),
    );
  });
});
