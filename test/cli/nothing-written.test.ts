import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Journey, journey } from '../helpers/journey.ts';

const SPLIT = 'split src/stall.rs --limit 60';
const withTest = (command: string): string[] => [...SPLIT.split(' '), '--evidence', 'S', '--test', command];

async function expectUnwritten(at: Journey, line: string | readonly string[], ...said: string[]): Promise<void> {
  const before = at.tree();
  const told = await at.omni(line);
  expect(told).toMatchObject({ exitCode: 3 });
  for (const words of said) expect(told.stdout + told.stderr).toContain(words);
  expect(at.tree()).toEqual(before);
  expect((await at.json('history', 'history')).entries).toEqual([]);
}

test('refused: the hazard with its line', async () => {
  const at = journey('python');
  at.write({ 'orchard/cellar.py': `${readFileSync(join(at.root, 'orchard/cellar.py'), 'utf8')}\ndef (:\n` });
  await expectUnwritten(
    at,
    'split orchard/cellar.py --limit 40',
    'REFUSED: nothing was written.',
    'H37',
    'cellar.py:67',
  );
});

test('not proven: a test that goes from right to wrong', async () => {
  const at = journey('rust');
  await expectUnwritten(at, withTest('test ! -d src/stall'), 'NOT PROVEN by S+T: nothing was written.', 'failed T');
});

test('not proven: a baseline that does not build, and how to go on', async () => {
  const at = journey('rust', { 'src/till.rs': 'pub fn broken() -> u32 { "no number" }\n', 'tests/market.rs': '' });
  await expectUnwritten(at, SPLIT, 'NOT PROVEN by S+B', 'baseline', '--evidence S');
});

test('not proven: a test command that fails before the change says nothing', async () => {
  await expectUnwritten(journey('rust'), withTest('false'), 'NOT PROVEN by S+T', 'T tests');
});

test('an apply that did not finish: reads warn, writes refuse, undo and resume end it', async () => {
  const at = journey('rust');
  const before = at.tree();
  await at.omni(`${SPLIT} --evidence S`);
  const after = at.tree();
  const { state } = await at.json('doctor', 'doctor');
  const interrupt = (): void => {
    const ended = readdirSync(state.folder).find((name) => name.endsWith('.applied.json'))!;
    renameSync(join(state.folder, ended), join(state.folder, 'open.json'));
  };
  interrupt();
  expect((await at.omni('outline src/till.rs')).stderr).toContain('did not finish');
  expect((await at.omni('plan src/till.rs')).stderr).toContain('did not finish');
  expect((await at.json('doctor', 'doctor')).state.unfinished).toMatch(/^0001-/);
  expect((await at.omni('doctor')).stdout).toContain('UNFINISHED');
  for (const line of ['split src/till.rs --limit 30 --evidence S', 'split src/till.rs --limit 30 --evidence S,B']) {
    expect(await at.omni([...line.split(' '), '--json'])).toMatchObject({
      exitCode: 3,
      stdout: expect.stringContaining('"unfinished-apply"'),
    });
    expect(at.tree()).toEqual(after);
  }
  expect(await at.json('change', 'apply --resume')).toMatchObject({ receipt: expect.stringMatching(/^0001-/) });
  expect(at.tree()).toEqual(after);
  interrupt();
  expect(await at.json('undo', 'undo')).toMatchObject({ commit: null });
  expect(at.tree()).toEqual(before);
  expect((await at.json('doctor', 'doctor')).state).toMatchObject({ unfinished: null, applies: 1 });
});
