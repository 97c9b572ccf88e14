import { expect, test } from 'vitest';
import { forgeUrl } from '../../../src/report/html/forge-url.ts';
import { headline } from '../../../src/report/html/headline.ts';
import type { PageFile } from '../../../src/report/html/page/data.ts';

test.each([
  ['git@github.com:acme/press.git', '', 'https://github.com/acme/press/blob/abc/{path}#L{line}'],
  [
    'https://user:secret@github.com/acme/press',
    'pkgs/a/',
    'https://github.com/acme/press/blob/abc/pkgs/a/{path}#L{line}',
  ],
  ['ssh://git@gitlab.acme.org:2222/a/b/c.git', '', 'https://gitlab.acme.org/a/b/c/-/blob/abc/{path}#L{line}'],
  ['https://codeberg.org/a/b.git', '', 'https://codeberg.org/a/b/src/commit/abc/{path}#L{line}'],
  ['https://bitbucket.org/a/b.git', '', 'https://bitbucket.org/a/b/src/abc/{path}#lines-{line}'],
  ['https://git.example.org/a/b', '', null],
  ['/srv/git/press.git', '', null],
  ['javascript:alert(1)', '', null],
])('%s %s', (remote, prefix, wanted) => {
  expect(forgeUrl(remote, 'abc', prefix)).toBe(wanted);
});

const file = (path: string, more: Partial<PageFile>): PageFile =>
  ({ path, score: 1, lines: 10, cognitive: 1, revisions: null, over: false, ...more }) as PageFile;

test('the headline says where the heat lies, in words', () => {
  const files = [file('a.rs', {}), file('hot.rs', { score: 9, lines: 30, cognitive: 1200, revisions: 7, over: true })];
  expect(headline(files)).toEqual([
    'Half of the heat lies in 1 of 2 files, with 75 % of the lines.',
    'The hottest is hot.rs: 30 lines, over its ceiling, cognitive complexity 1,200, 7 revisions.',
    '1 of 2 files is over a ceiling of the budget.',
  ]);
  expect(headline([])).toEqual([]);
});
