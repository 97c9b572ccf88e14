import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

describe('a Rust file, with cargo', () => {
  test('gives a unit to a new module, and takes it back', async () => {
    const { root, omni, json, tree, git } = journey('rust');
    const before = tree();
    const moved = await omni('move most_fruit --from src/stall.rs --to src/stall/counting.rs --evidence S,B,T');
    expect(moved.stdout).toContain('PROVEN by S+B+T, and written.');
    expect(readFileSync(join(root, 'src/stall/counting.rs'), 'utf8')).toContain('pub fn most_fruit');
    expect(await json('verify', 'verify HEAD . --evidence S')).toMatchObject({ outcome: 'proven' });
    git('add', '-A');
    git('commit', '-qm', 'move');

    const follows = await omni('move fruit_or_none --from src/stall.rs --to src/stall/counting.rs --evidence S,B');
    expect(follows.stdout).toContain('PROVEN by S+B, and written.');
    expect(await json('verify', 'verify HEAD . --evidence S')).toMatchObject({ outcome: 'proven' });
    expect((await omni('undo')).exitCode).toBe(0);
    expect(await json('split', 'move has_fruit --from src/stall.rs --to src/till.rs')).toMatchObject({
      outcome: 'refused',
      refusals: [{ hazard: 'M5' }],
    });

    const dry = await omni('join src/stall.rs --dry-run');
    expect(dry.stdout).toContain('PROVEN by S (dry run: nothing was written).');
    const joined = await json('split', 'join src/stall/counting.rs --evidence S,B,T');
    expect(joined).toMatchObject({ outcome: 'proven', refusals: [], gaps: [] });
    expect(joined.claims).toContainEqual(
      expect.objectContaining({ path: 'src/stall/counting.rs', kind: 'removed', by: 'rungs' }),
    );
    expect(tree()['src/stall/counting.rs']).toBeUndefined();
    expect(await json('verify', 'verify HEAD . --evidence S,B')).toMatchObject({ outcome: 'proven' });
    expect((await omni('undo')).exitCode).toBe(0);
    expect((await omni('undo')).exitCode).toBe(0);
    expect(tree()).toEqual(before);
  });

  test('is left alone where the place is no place, or the unit no unit', async () => {
    const { json, tree } = journey('rust');
    const before = tree();
    expect(await json('error', 'move most_fruit --from src/stall.rs --to src/other.rs')).toMatchObject({
      error: { code: 'no-place-to-move', whatToDo: 'Name that place: --to src/stall/other.rs' },
    });
    expect(await json('error', 'move no_such --from src/stall.rs --to src/stall/other.rs')).toMatchObject({
      error: { code: 'unknown-unit' },
    });
    expect(await json('error', 'join src/stall.rs')).toMatchObject({ error: { code: 'nothing-to-join' } });
    expect(tree()).toEqual(before);
  });
});

test('a Python module takes the parts of a split back, by S, B, A, M and T', async () => {
  const { omni, json, git } = journey('python');
  expect((await omni('split orchard/cellar.py --limit 40 --evidence S')).exitCode).toBe(0);
  git('add', '-A');
  git('commit', '-qm', 'split');
  const joined = await omni('join orchard/cellar/__init__.py --evidence S,B,A,M,T');
  expect(joined.stdout).toContain('PROVEN by S+B+A+M+T, and written.');
  expect(await json('verify', 'verify HEAD . --evidence S,B,A,M')).toMatchObject({ outcome: 'proven' });
});

test('a module that another file names is refused, and a join by hand that forgets it is not proven', async () => {
  const { omni, json, git, write, tree } = journey('python');
  expect((await omni('split orchard/cellar.py --limit 40 --evidence S')).exitCode).toBe(0);
  write({ 'orchard/user.py': 'from orchard.cellar._vessel import Vessel\n\nVESSEL = Vessel\n' });
  git('add', '-A');
  git('commit', '-qm', 'split');
  const before = tree();
  const refused = await json('split', 'join orchard/cellar/__init__.py');
  expect(refused.refusals).toMatchObject([{ hazard: 'M1', path: 'orchard/user.py' }]);
  expect(tree()).toEqual(before);
});
