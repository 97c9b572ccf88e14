import { readFileSync } from 'node:fs';

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

describe('a Rust file, with cargo', () => {
  test('is planned, edited, split, shown, verified and taken back', async () => {
    const { root, omni, json, tree, git, write } = journey('rust');
    expect((await omni('plan src/stall.rs --limit 60 -o plan.yaml')).exitCode).toBe(0);
    const plan = readFileSync(join(root, 'plan.yaml'), 'utf8');
    const edited = plan
      .replace('- name: scale\n', '- name: weighing\n')
      .replace('      - fn most_fruit\n', '')
      .replace('keep:\n', 'keep:\n  - unit: fn most_fruit\n    why: it stays\n');
    expect(edited.length).not.toBe(plan.length);
    const before = { ...tree(), 'plan.yaml': `644 ${edited}` };
    write({ 'plan.yaml': edited });

    const split = await omni('split src/stall.rs --plan plan.yaml --evidence S,B,T');
    expect(split).toMatchObject({ exitCode: 0 });
    expect(split.stderr).toContain('This will execute, in a staging copy:\n  cargo check');
    expect(split.stdout).toContain('PROVEN by S+B+T, and written.');
    const after = tree();
    expect(Object.keys(after).filter((path) => !(path in before))).toEqual([
      'src/stall/',
      'src/stall/fruit_stock.rs',
      'src/stall/weighing.rs',
    ]);
    expect(after['src/stall.rs']).toContain('pub fn most_fruit');

    const { entries } = await json('history', 'history');
    expect(entries).toMatchObject([{ state: 'applied', undoable: true, outcome: 'proven', asked: ['S', 'B', 'T'] }]);
    const receipt = await json('receipt', `receipt ${entries[0]!.id}`);
    expect(receipt.evidence.proofs.filter(({ rung, verdict }) => rung === 'T' && verdict === 'proven')).toHaveLength(3);
    const { stdout: markdown } = await omni('receipt --markdown');
    expect(markdown).toContain('**Proven** (S + B + T)');
    expect(markdown).toContain('| `src/stall/weighing.rs` | created |');

    expect(await json('verify', 'verify HEAD . --evidence S')).toMatchObject({ outcome: 'proven' });
    git('add', '-A');
    git('commit', '-qm', 'split');
    expect(await json('verify', 'verify HEAD~1 HEAD --evidence S')).toMatchObject({ outcome: 'proven', removed: [] });

    expect(await json('undo', 'undo')).toMatchObject({ id: receipt.id, commit: null });
    expect(tree()).toEqual(before);
    expect((await json('history', 'history')).entries).toMatchObject([{ state: 'undone', undoable: false }]);
  });

  test('goes together with another one, and both are built', async () => {
    const { omni, json, tree } = journey('rust');
    const before = tree();
    const split = await json('split', 'split src/till.rs src/stall.rs --limit 50 --evidence S,B');
    expect(split).toMatchObject({ outcome: 'proven', plans: [{}, {}] });
    expect(split.changeSets).toHaveLength(2);
    expect(Object.keys(tree())).toEqual(expect.arrayContaining(['src/stall/', 'src/till/']));
    expect((await omni('undo')).exitCode).toBe(0);
    expect(tree()).toEqual(before);
  });
});

test('a Python file becomes a package, with its tests, and a file again', async () => {
  const { omni, tree } = journey('python');
  const before = tree();
  const split = await omni('split orchard/cellar.py --limit 40 --evidence S,B,T');
  expect(split).toMatchObject({ exitCode: 0 });
  expect(split.stdout).toContain('unittest: 2 tests with equal ids and outcomes');
  expect(split.stdout).toContain('note: layout package: nothing in the file or its project depends on');
  expect(Object.keys(tree()).filter((path) => path.startsWith('orchard/cellar'))).toEqual([
    'orchard/cellar/',
    'orchard/cellar/__init__.py',
    'orchard/cellar/_ferment.py',
    'orchard/cellar/_vessel.py',
  ]);
  expect((await omni('undo')).exitCode).toBe(0);
  expect(tree()).toEqual(before);
});

test('a TypeScript file keeps its surface behind a barrel, by a plan in JSON', async () => {
  const { omni, json, tree, write } = journey('rust');
  const shape = (word: string): string =>
    `export interface ${word} {\n  readonly size: number;\n}\n\nexport function area${word}(shape: ${word}): number {\n  return shape.size * 2;\n}\n`;
  write({ 'web/shapes.ts': `${shape('Circle')}\n${shape('Square')}` });
  const { keep, ...plan } = await json('plan', 'plan web/shapes.ts');
  const leaves = keep.filter(({ unit }) => unit.includes('Square'));
  const modules = [{ name: 'square', units: leaves.map(({ unit }) => unit), why: 'all about squares' }];
  write({ 'plan.json': JSON.stringify({ ...plan, modules, keep: keep.filter((one) => !leaves.includes(one)) }) });
  const before = tree();
  const split = await omni('apply plan.json --evidence S');
  expect(split).toMatchObject({ exitCode: 0, stderr: '' });
  expect(Object.keys(tree()).filter((path) => !(path in before))).toEqual(['web/shapes/', 'web/shapes/square.ts']);
  expect((await omni('undo')).exitCode).toBe(0);
  expect(tree()).toEqual(before);
});
