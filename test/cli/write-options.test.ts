import { describe, expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

const SPLIT = 'split src/stall.rs --limit 60';

describe('split', () => {
  test('--dry-run --json gives a change set that apply takes', async () => {
    const { json, omni, tree, write } = journey('rust');
    const before = tree();
    const dry = await json('split', `${SPLIT} --dry-run`);
    expect(dry).toMatchObject({ outcome: 'proven', asked: ['S'], receipt: null });
    expect(tree()).toEqual(before);
    write({ 'change.json': JSON.stringify(dry) });
    expect(await json('split', 'apply change.json --evidence S')).toMatchObject({ outcome: 'proven', plans: [] });
    expect(Object.keys(tree())).toContain('src/stall/scale.rs');
    expect((await omni('undo')).exitCode).toBe(0);
    expect(tree()).toEqual({ ...before, 'change.json': expect.anything() });
  });

  test('--notes documents the facade, and keeps the marked map', async () => {
    const map = '# Market\n\n<!-- omni-refactor:modules -->\n<!-- /omni-refactor:modules -->\n';
    const { json, omni, tree } = journey('rust', { 'README.md': map });
    const before = tree();
    expect(await json('split', `${SPLIT} --notes --evidence S`)).toMatchObject({ outcome: 'proven' });
    expect(tree()['src/stall.rs']).toMatch(/^\d+ \/\/! A stall[\s\S]*fruit_stock[\s\S]*scale/);
    expect(tree()['README.md']).toContain('`market::stall::scale`');
    expect((await omni('notes --check')).exitCode).toBe(0);
    expect((await omni('undo')).exitCode).toBe(0);
    expect(tree()).toEqual(before);
    expect((await omni('notes --check')).exitCode).toBe(1);
    expect(await json('change', 'notes')).toMatchObject({ paths: ['README.md'] });
    expect(await json('change', 'notes')).toEqual({ schemaVersion: 1, kind: 'change', receipt: null, paths: [] });
  });

  test('--commit adds the move and the glue, and undo one more; history is never rewritten', async () => {
    const { omni, json, tree, git } = journey('rust');
    const before = tree();
    const first = git('rev-parse', 'HEAD');
    const split = await omni(`${SPLIT} --evidence S --commit`);
    expect(split).toMatchObject({ exitCode: 0 });
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--format=%s').split('\n')).toEqual([
      'Split src/stall.rs',
      'Split src/stall.rs: move the text',
      'c',
    ]);
    const glue = git('rev-parse', 'HEAD');
    const undone = await json('undo', 'undo');
    expect(undone.commit).toBe(git('rev-parse', 'HEAD'));
    expect(git('rev-parse', 'HEAD~1')).toBe(glue);
    expect(git('rev-parse', 'HEAD~3')).toBe(first);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('diff', first, 'HEAD')).toBe('');
    expect(tree()).toEqual(before);
  });

  test('--commit of a Python file that becomes a package', async () => {
    const { omni, tree, git } = journey('python');
    const before = tree();
    expect(await omni('split orchard/cellar.py --limit 40 --evidence S --commit')).toMatchObject({ exitCode: 0 });
    expect(git('status', '--porcelain')).toBe('');
    expect(git('blame', '-C5', '-s', 'HEAD', '--', 'orchard/cellar/_ferment.py')).toContain(
      `^${git('rev-parse', 'HEAD~2').slice(0, 7)}`,
    );
    expect((await omni('undo')).exitCode).toBe(0);
    expect(git('status', '--porcelain')).toBe('');
    expect(tree()).toEqual(before);
  });

  test('--test runs in the staging copy, and its exit code is all that it proves', async () => {
    const { json, omni, tree } = journey('rust');
    const before = tree();
    await json('split', [...SPLIT.split(' '), '--evidence', 'S', '--test', 'test -f src/stall.rs']);
    const receipt = await json('receipt', 'receipt');
    expect(receipt).toMatchObject({ asked: ['S', 'T'], stage: { files: 6 }, inPlace: false });
    const shown = receipt.evidence.proofs.filter(({ rung }) => rung === 'T').map(({ why }) => why);
    expect(new Set(shown)).toEqual(new Set(['exit code only: 0 before, 0 after']));
    expect((await omni('undo')).exitCode).toBe(0);
    expect(tree()).toEqual(before);
  });

  test('--in-place proves in the tree itself, and takes it back when the proof fails', async () => {
    const { json, omni, tree } = journey('rust');
    const before = tree();
    const line = [...SPLIT.split(' '), '--in-place', '--evidence', 'S', '--test'];
    const failed = await omni([...line, 'test ! -d src/stall']);
    expect(failed).toMatchObject({ exitCode: 3 });
    expect(tree()).toEqual(before);
    expect(await json('split', [...line, 'test -f src/stall.rs'])).toMatchObject({ outcome: 'proven' });
    expect(await json('receipt', 'receipt')).toMatchObject({ inPlace: true, stage: null });
    expect((await omni('undo')).exitCode).toBe(0);
    expect(tree()).toEqual(before);
  });
});

test('plan --layout sibling puts the parts beside a Python file, and the split follows', async () => {
  const { omni, tree, json } = journey('python');
  expect(await json('plan', 'plan orchard/cellar.py --limit 40 --layout sibling -o plan.yaml')).toMatchObject({
    layout: 'sibling',
    predicted: { files: [{ path: 'orchard/cellar.py' }, {}, {}] },
  });
  const split = await omni('split orchard/cellar.py --plan plan.yaml --evidence S');
  expect(split).toMatchObject({ exitCode: 0 });
  expect(split.stdout).toContain('note: layout sibling: the plan says so');
  expect(Object.keys(tree())).toEqual(expect.arrayContaining(['orchard/_cellar_ferment.py', 'orchard/cellar.py']));
  expect(await omni('plan src/x.rs --layout package')).toMatchObject({ exitCode: 2 });
});

test('a file whose place matters is planned beside itself, with the reason', async () => {
  const { json } = journey('python', { 'setup.cfg': '[coverage:run]\nomit = orchard/cellar.py\n' });
  expect(await json('plan', 'plan orchard/cellar.py --limit 40')).toMatchObject({ layout: 'sibling' });
  const { notes } = await json('split', 'split orchard/cellar.py --limit 40 --dry-run');
  expect(notes).toContain('layout sibling: H33: setup.cfg names the file cellar.py');
});
