import { describe, expect, test, vi } from 'vitest';
import { journey } from '../helpers/journey.ts';

let killed = false;

vi.mock('../../src/engine/split/commit-split.ts', async (original) => {
  const real = await original<typeof import('../../src/engine/split/commit-split.ts')>();
  const commitSplit: typeof real.commitSplit = (...args) =>
    killed ? Promise.reject(new Error('killed before the commits')) : real.commitSplit(...args);
  return { ...real, commitSplit };
});

const SPLIT = 'split src/stall.rs --limit 60 --evidence S --commit';

/** A run that ended between the write and its commits, in a crate with a baseline. */
async function halfDone() {
  const at = journey('rust', { 'omni-refactor.toml': '[budget]\nfile-lines = 60\n' });
  await at.omni('init');
  at.git('add', '-A');
  at.git('commit', '-qm', 'budget');
  const head = at.git('rev-parse', 'HEAD');
  killed = true;
  expect((await at.omni(SPLIT)).exitCode).toBe(70);
  killed = false;
  expect(at.git('rev-parse', 'HEAD')).toBe(head);
  expect(at.git('status', '--porcelain')).not.toBe('');
  return { at, head };
}

describe('--commit that was killed between the write and its commits', () => {
  test('is told at the next start, and finished by --resume: the same two commits', async () => {
    const { at, head } = await halfDone();
    expect((await at.omni('history')).stderr).toContain('written but not committed');
    const resumed = await at.omni('apply --resume');
    expect(resumed, resumed.stderr).toMatchObject({ exitCode: 0 });
    expect(at.git('rev-parse', 'HEAD~2')).toBe(head);
    expect(at.git('status', '--porcelain')).toBe('');
    const half = [
      at.git('rev-parse', 'HEAD^{tree}'),
      at.git('rev-parse', 'HEAD~1^{tree}'),
      at.git('log', '-2', '--format=%s'),
    ];

    const whole = journey('rust', { 'omni-refactor.toml': '[budget]\nfile-lines = 60\n' });
    await whole.omni('init');
    whole.git('add', '-A');
    whole.git('commit', '-qm', 'budget');
    expect((await whole.omni(SPLIT)).exitCode).toBe(0);
    expect(half).toEqual([
      whole.git('rev-parse', 'HEAD^{tree}'),
      whole.git('rev-parse', 'HEAD~1^{tree}'),
      whole.git('log', '-2', '--format=%s'),
    ]);

    expect((await at.omni('history')).stderr).toBe('');
    expect(await at.omni('apply --resume')).toMatchObject({ exitCode: 2 });
    expect(await at.omni('undo')).toMatchObject({ exitCode: 0 });
    expect(at.git('diff', head, 'HEAD')).toBe('');
  });

  test('can be undone instead', async () => {
    const { at, head } = await halfDone();
    expect(await at.omni('undo')).toMatchObject({ exitCode: 0 });
    expect(at.git('rev-parse', 'HEAD')).toBe(head);
    expect(at.git('status', '--porcelain')).toBe('');
    expect(await at.omni('apply --resume')).toMatchObject({ exitCode: 2 });
  });

  test('is refused by name where somebody has committed meanwhile, once', async () => {
    const { at } = await halfDone();
    at.git('commit', '-q', '--allow-empty', '-m', 'other');
    const resumed = await at.omni('apply --resume --json');
    expect(resumed.exitCode).toBe(2);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ error: { code: 'git-head-moved' } });
    expect((await at.omni('history')).stderr).toBe('');
  });
});

test.each([
  ['a merge', ['merge', '--no-commit', '--no-ff', 'side']],
  ['a cherry-pick', ['cherry-pick', '--no-commit', 'side']],
])('--commit inside of %s is refused before anything is proven', async (what, begin) => {
  const at = journey('rust');
  at.git('checkout', '-qb', 'side');
  at.write({ 'src/other.txt': 'side\n' });
  at.git('add', '-A');
  at.git('commit', '-qm', 'side');
  at.git('checkout', '-q', 'main');
  at.git(...begin);
  // git itself forgets a cherry-pick without conflicts.
  if (what === 'a cherry-pick') at.git('update-ref', 'CHERRY_PICK_HEAD', at.git('rev-parse', 'side'));
  const head = at.git('rev-parse', 'HEAD');
  const before = at.tree();
  const ran = await at.omni([...SPLIT.split(' '), '--json']);
  expect(ran.exitCode).toBe(2);
  expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'cannot-commit' } });
  expect(ran.stderr).toContain(what);
  expect(at.tree()).toEqual(before);
  expect(at.git('rev-parse', 'HEAD')).toBe(head);
});
