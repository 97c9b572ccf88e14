import { expect, test } from 'vitest';
import { openRepository } from '../../src/git/open-repository.ts';
import { readHistory } from '../../src/git/read-history.ts';
import { memoryStore } from '../helpers/memory-store.ts';
import { type TempRepository, tempRepository } from '../helpers/temp-repository.ts';

const fn = (name: string, body = name): string => `fn ${name}() {\n    ${body};\n    end();\n}\n`;
const text = (bodies: Readonly<Record<string, string>>): string =>
  Object.entries(bodies)
    .map(([name, body]) => fn(name, body))
    .join('\n');
const BASE = { a: 'a1', b: 'b1', c: 'c1', d: 'd1' };

/** Ten commits of other files, then one with four functions at lines 1, 6, 11 and 16. */
function grown(): TempRepository {
  const repo = tempRepository();
  for (let i = 0; i < 10; i++) repo.commit({ [`other${i % 3}.txt`]: `${i}\n` }, { day: i });
  repo.commit({ 'm.rs': text(BASE) });
  return repo;
}

async function linesOf(root: string, store = memoryStore()) {
  const history = (await readHistory((await openRepository(root)).repository!, { linesOf: ['*.rs'], store })).read();
  if (history.status !== 'ok' || history.lines.status !== 'ok') throw new Error('no lines');
  return history.lines.files;
}

/** How many commits touched each of these lines. */
async function touching(root: string, path: string, lines: readonly number[]): Promise<number[]> {
  const touches = (await linesOf(root)).get(path)?.touches ?? [];
  const covers = (ranges: readonly number[], line: number): boolean =>
    ranges.some((start, i) => i % 2 === 0 && line >= start && line < ranges[i + 1]!);
  return lines.map((line) => touches.filter(([, ranges]) => covers(ranges, line)).length);
}

test('carries changes forward over what came later, and over a rename', async () => {
  const repo = grown();
  repo.commit({ 'm.rs': text({ ...BASE, c: 'c2' }) });
  repo.commit({ 'm.rs': `// one\n// two\n\n${text({ ...BASE, c: 'c2' })}` });
  repo.commit({}, { renames: { 'm.rs': 'n.rs' } });
  repo.commit({ 'n.rs': text({ b: 'b1', c: 'c3', d: 'd1' }) });
  expect(await touching(repo.root, 'n.rs', [2, 7, 12])).toEqual([1, 3, 1]);
  expect((await linesOf(repo.root)).has('m.rs')).toBe(false);
});

test('counts a change of a branch where it stands after the merge, whichever side grew above it', async () => {
  const repo = grown();
  repo.git('checkout', '-q', '-b', 'side');
  repo.commit({ 'm.rs': text({ ...BASE, d: 'd2' }) });
  repo.git('checkout', '-q', 'main');
  repo.commit({ 'm.rs': text({ ...BASE, a: 'a1;\n    x;\n    y;\n    z;\n    u;\n    v;\n    w' }) });
  repo.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
  // d stands six lines lower than on the branch.
  expect(await touching(repo.root, 'm.rs', [3, 13, 18, 23])).toEqual([2, 1, 1, 2]);
});

test('a file that was deleted and made again begins anew', async () => {
  const repo = grown();
  repo.commit({ 'm.rs': null });
  repo.commit({ 'm.rs': text({ a: 'other', z: 'z' }) });
  expect(await touching(repo.root, 'm.rs', [2, 7])).toEqual([1, 1]);
});

test('follows what the work tree has changed since', async () => {
  const repo = grown();
  repo.commit({ 'm.rs': text({ ...BASE, d: 'd2' }) });
  repo.git('mv', 'm.rs', 'k.rs');
  repo.write({ 'k.rs': `// new\n// new\n${text({ ...BASE, d: 'd2' })}` });
  expect(await touching(repo.root, 'k.rs', [4, 19])).toEqual([1, 2]);
});

test('leaves out merges, bots and ignored revisions, and follows lines through them', async () => {
  const repo = grown();
  const bot = { author: 'dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>' };
  repo.commit({ 'm.rs': text({ ...BASE, a: 'a2;\n    a3' }) }, bot);
  const sweep = repo.commit({ 'm.rs': text({ ...BASE, a: 'a2;\n    a3', b: 'b2' }) });
  repo.commit({ '.git-blame-ignore-revs': `${sweep}\n` });
  expect(await touching(repo.root, 'm.rs', [2, 8, 13])).toEqual([1, 1, 1]);
  expect((await linesOf(repo.root)).get('m.rs')!.added).toEqual([['Ada <ada@example.org>', 19]]);
});

test('advanced from an earlier run it is the same, also from a damaged one', async () => {
  const repo = grown();
  const store = memoryStore();
  await linesOf(repo.root, store);
  repo.commit({ 'm.rs': text({ ...BASE, b: 'b2' }) });
  const whole = await linesOf(repo.root);
  expect(await linesOf(repo.root, store)).toEqual(whole);
  expect(await linesOf(repo.root, store)).toEqual(whole);
});

test('a partial clone has no lines, and says why', async () => {
  const repo = grown();
  repo.git('config', 'extensions.partialclone', 'origin');
  const history = (await readHistory((await openRepository(repo.root)).repository!, { linesOf: ['*.rs'] })).read();
  expect(history).toMatchObject({ status: 'ok', lines: { status: 'partial' } });
});
