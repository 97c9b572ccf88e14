import { expect, test } from 'vitest';
import { countSteps } from '../../src/cli/count-steps.ts';
import type { Io } from '../../src/cli/io.ts';
import { showProgress } from '../../src/cli/show-progress.ts';
import { stepTimes } from '../../src/engine/prove/step-times.ts';
import { journey } from '../helpers/journey.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

test('where stderr is not a terminal, each step that takes long gets a line', () => {
  let said = '';
  const stderr = { write: (text: string) => (said += text), isTTY: false, columns: 100 };
  const { onProgress } = showProgress({ env: {}, stderr } as unknown as Io);
  onProgress({ type: 'phase', phase: 'facts', total: 4 });
  onProgress({ type: 'step', phase: 'facts', done: 1, total: 4 });
  onProgress({ type: 'phase', phase: 'stage' });
  onProgress({ type: 'command', command: ['cargo', 'check', '\u001b[2J'], cwd: 'crates/a' });
  onProgress({ type: 'output', text: 'noise' });
  expect(said.split('\n')).toEqual([
    'Copying to the staging area …',
    '[1] 0 s so far  $ cargo check \\u{1b}[2J  (in crates/a)',
    '',
  ]);
});

const STEPS = [
  { command: 'cargo check', seconds: 10 },
  { command: 'cargo test', seconds: 110 },
];

test('a first proof numbers its steps; the next knows how many there are and how long they take', () => {
  const first = countSteps([]);
  expect([first.begin('cargo check', 0), first.told(0)]).toEqual(['[1]', '0 s so far']);
  expect([first.begin('cargo test', 10_000), first.told(12_000)]).toEqual(['[2]', '12 s so far']);
  first.end(120_000);
  expect(first.steps()).toEqual(STEPS);
  const next = countSteps(first.steps());
  expect([next.begin('cargo check', 0), next.told(0)]).toEqual(['[1/2]', '0 s so far, about 2 min 0 s left']);
  expect(next.told(15_000)).toBe('15 s so far, about 1 min 50 s left');
  expect([next.begin('cargo test', 20_000), next.told(100_000)]).toEqual([
    '[2/2]',
    '1 min 40 s so far, about 30 s left',
  ]);
});

test('what the earlier proof did not run makes more steps, and takes the estimate away where it is most', () => {
  const next = countSteps(STEPS);
  expect([next.begin('cargo clippy', 0), next.told(0)]).toEqual(['[1/3]', '0 s so far']);
  expect([next.begin('cargo check', 0), next.told(0)]).toEqual(['[2/3]', '0 s so far']);
  expect([next.begin('cargo test', 0), next.told(0)]).toEqual(['[3/3]', '0 s so far, about 1 min 50 s left']);
});

test('the times are kept for the same proof of the same files, and nothing else is read as times', async () => {
  const at = journey('python');
  const line = 'split orchard/cellar.py --limit 40 --evidence S --test true';
  expect((await at.omni(line)).stderr).toMatch(/^\[1\] \d+ s so far {2}\$ true$/m);
  expect((await at.omni('undo')).exitCode).toBe(0);
  expect((await at.omni(`${line} --no-cache`)).stderr).toMatch(/^\[1\] \d+ s so far {2}\$ true$/m);
  expect((await at.omni('undo')).exitCode).toBe(0);
  expect((await at.omni(line)).stderr).toMatch(/^\[1\/2\] \d+ s so far, about \d+ s left {2}\$ true$/m);
  const env = { OMNI_REFACTOR_CACHE: tempFolder() };
  const times = stepTimes(env, '/w', ['S']);
  expect(times.earlier).toEqual([]);
  times.keep(STEPS);
  expect(stepTimes(env, '/w', ['S']).earlier).toEqual(STEPS);
  expect(stepTimes(env, '/w', ['S', 'B']).earlier).toEqual([]);
  times.keep([{ command: 1 }] as never);
  expect(stepTimes(env, '/w', ['S']).earlier).toEqual([]);
});
