import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BlobStore } from '../../src/core/blob-store.ts';
import type { History } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { readHistory } from '../../src/git/read-history.ts';
import { memoryStore } from '../helpers/memory-store.ts';
import { type TempRepository, tempRepository } from '../helpers/temp-repository.ts';

const read = async (root: string, since?: string, store?: BlobStore) =>
  (await readHistory((await openRepository(root)).repository!, { since, ...(store ? { store } : {}) })).read();
const ok = (history: History) => {
  if (history.status !== 'ok') throw new Error(history.reason);
  return history;
};
/** Ten commits on other files, so that the history is not called squashed. */
function grown(): TempRepository {
  const repo = tempRepository();
  for (let i = 0; i < 10; i++) repo.commit({ [`other${i % 3}.rs`]: `${i}\n` }, { day: i });
  return repo;
}
const LONG = Array.from({ length: 30 }, (_, i) => `line ${i}\n`).join('');

test('folds renames, decays from the commit date of HEAD, counts authors', async () => {
  const repo = grown();
  repo.commit({ 'a.rs': LONG }, { day: 20 });
  repo.commit({}, { day: 30, renames: { 'a.rs': 'b.rs' }, author: 'Bob <bob@example.org>' });
  repo.commit({ 'b.rs': `${LONG}more\n` }, { day: 200 });
  const history = ok(await read(repo.root));
  const numbers = history.files.get('b.rs')!;
  expect(numbers).toMatchObject({ revisions: 3, authors: 2, lastChange: '2026-07-20' });
  expect(numbers.revisionsDecayed).toBeCloseTo(1 + 2 ** (-170 / 180) + 2 ** (-180 / 180), 12);
  expect(history.files.has('a.rs')).toBe(false);
  expect(history).toMatchObject({ commits: 13, headDate: '2026-07-20', since: null });
});

test('gives a name that was taken again to the new file', async () => {
  const repo = grown();
  repo.commit({ 'a.rs': LONG });
  repo.commit({}, { renames: { 'a.rs': 'b.rs' } });
  repo.commit({ 'a.rs': 'new\n' });
  const { files } = ok(await read(repo.root));
  expect([files.get('a.rs')!.revisions, files.get('b.rs')!.revisions]).toEqual([1, 2]);
});

test('leaves out bots, sweeping commits, ignored revisions and merges, and follows renames through them', async () => {
  const repo = grown();
  repo.commit({ 'a.rs': LONG });
  repo.commit(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`old/${i}.rs`, `old ${i}\n`])));
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`many/${i}.rs`, `${i}\n`]));
  repo.commit(many, { renames: { 'a.rs': 'b.rs' } });
  repo.commit({ 'b.rs': `${LONG}bot\n` }, { author: 'dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>' });
  const sweep = repo.commit({ 'b.rs': `${LONG}format\n` });
  repo.git('checkout', '-q', '-b', 'side', 'HEAD~1');
  repo.commit({ 'side.rs': 's\n' });
  repo.git('checkout', '-q', 'main');
  repo.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
  repo.commit({ '.git-blame-ignore-revs': `# format\n${sweep}\n` });
  const history = ok(await read(repo.root));
  expect(history.leftOut).toEqual({ sweeping: 1, bots: 1, ignored: 1, merges: 1 });
  expect(history.files.get('b.rs')!.revisions).toBe(1);
  expect(history.files.get('side.rs')!.revisions).toBe(1);
});

test('honours the mailmap', async () => {
  const repo = grown();
  repo.commit({ 'a.rs': '1\n' }, { author: 'Bob <bob@old.org>' });
  repo.commit({ 'a.rs': '2\n' }, { author: 'Robert <bob@new.org>' });
  expect(ok(await read(repo.root)).files.get('a.rs')!.authors).toBe(2);
  repo.commit({ '.mailmap': 'Robert <bob@new.org> <bob@old.org>\n' });
  expect(ok(await read(repo.root)).files.get('a.rs')!.authors).toBe(1);
});

test.each([
  ['5d', 1],
  ['1m', 2],
  ['2026-02-20', 2],
  ['HEAD~2', 2],
  ['2y', 13],
])('--since %s counts %i commits', async (since, commits) => {
  const repo = grown();
  repo.commit({ 'a.rs': '1\n' }, { day: 40 });
  repo.commit({ 'a.rs': '2\n' }, { day: 60 });
  repo.commit({ 'a.rs': '3\n' }, { day: 80 });
  expect(ok(await read(repo.root, since)).commits).toBe(commits);
});

test('a --since that means nothing is an error', async () => {
  await expect(read(grown().root, '--all')).rejects.toMatchObject({ problem: { code: 'unknown-since' } });
});

test('an advanced history equals one that is read anew, also after a reset', async () => {
  const repo = grown();
  const store = memoryStore();
  await read(repo.root, undefined, store);
  repo.commit({ 'a.rs': LONG });
  repo.commit({}, { renames: { 'a.rs': 'b.rs' } });
  expect(await read(repo.root, undefined, store)).toEqual(await read(repo.root));
  repo.git('reset', '-q', '--hard', 'HEAD~3');
  expect(await read(repo.root, undefined, store)).toEqual(await read(repo.root));
  repo.commit({ 'other1.rs': LONG });
  expect(await read(repo.root, undefined, store)).toEqual(await read(repo.root));
  expect(await read(repo.root, undefined, store)).toEqual(await read(repo.root));
});

test('few commits, one import, a shallow clone and no commit have no numbers', async () => {
  const few = tempRepository();
  expect((await read(few.root)).status).toBe('absent');
  few.commit({ 'a.rs': 'a\n' });
  expect(await read(few.root)).toEqual({ status: 'squashed', reason: 'the history has only one commit' });
  const imported = tempRepository();
  imported.commit(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`f${i}.rs`, `${i}\n`])));
  for (let i = 0; i < 12; i++) imported.commit({ 'f0.rs': `new ${i}\n` });
  expect((await read(imported.root)).status).toBe('squashed');
  imported.git('clone', '-q', '--depth', '2', `file://${imported.root}`, 'shallow');
  expect((await read(`${imported.root}/shallow`)).status).toBe('shallow');
});

test('a workspace below the top folder sees its own files, and renames into it', async () => {
  const repo = grown();
  repo.commit({ 'a.rs': LONG });
  repo.commit({}, { renames: { 'a.rs': 'sub/b.rs' } });
  const history = ok(await read(`${repo.root}/sub`));
  expect([...history.files]).toEqual([['b.rs', expect.objectContaining({ revisions: 2 })]]);
});

test('counts what git log --follow counts, file by file, over many random renames', async () => {
  const repo = grown();
  const names = ['a.rs', 'b.rs', 'c.rs'];
  names.forEach((name, i) => {
    repo.commit({ [name]: LONG.replaceAll('line', `text ${i}`) });
  });
  let seed = 3;
  for (let step = 0; step < 25; step++) {
    seed = (seed * 75 + 74) % 65_537;
    const at = seed % names.length;
    const text = readFileSync(join(repo.root, names[at]!), 'utf8');
    if (seed % 2 === 0) {
      repo.commit({ [names[at]!]: `${text}step ${step}\n` });
    } else {
      const to = `moved${step}/${names[at]!.split('/').at(-1)}`;
      repo.commit({}, { renames: { [names[at]!]: to } });
      names[at] = to;
    }
  }
  const { files } = ok(await read(repo.root));
  for (const name of names)
    expect(files.get(name)!.revisions).toBe(repo.git('log', '--follow', '--format=%H', '--', name).split('\n').length);
});
