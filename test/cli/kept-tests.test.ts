import { expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

const SPLIT = 'split orchard/cellar.py --limit 40 --evidence S,B,T --anyway --json';

interface Printed {
  readonly outcome: string;
  readonly evidence: {
    readonly proofs: readonly { readonly rung: string; readonly verdict: string; readonly why: string }[];
    readonly commands: readonly { readonly command: readonly string[] }[];
  };
}

/** The outcome, how often the tests ran, and what is said of them. */
function told(stdout: string) {
  const { outcome, evidence } = JSON.parse(stdout) as Printed;
  const runs = evidence.commands.filter(({ command }) => /unittest|pytest/.test(command.join(' '))).length;
  const [tests] = evidence.proofs.filter(({ rung }) => rung === 'T');
  return { outcome, runs, kept: /as kept of the proof of \d{4}-\d\d-\d\d$/.test(tests!.why) };
}

test('a proof of the same state takes the tests before the change from an earlier one, unless it is told to keep to itself', async () => {
  const { omni } = journey('python');
  const rounds = [];
  for (const more of ['', '', ' --no-cache']) {
    rounds.push(told((await omni(`${SPLIT}${more}`)).stdout));
    await omni('undo');
  }
  expect(rounds).toEqual([
    { outcome: 'proven', runs: 2, kept: false },
    { outcome: 'proven', runs: 1, kept: true },
    { outcome: 'proven', runs: 2, kept: false },
  ]);
}, 120_000);

test('a test that the split breaks fails beside what was kept, and the tests before run again to say so', async () => {
  const counts = [
    'import pathlib, unittest',
    'import orchard',
    'class Files(unittest.TestCase):',
    '    def test_files(self):',
    '        here = pathlib.Path(orchard.__file__).parent',
    '        self.assertLess(sum(1 for path in here.rglob("*.py")), 4)',
    '',
  ];
  const { omni } = journey('python', { 'tests/test_files.py': counts.join('\n') });
  const rounds = [];
  for (let round = 0; round < 2; round++) rounds.push(told((await omni(SPLIT)).stdout));
  expect(rounds.map(({ outcome, kept }) => ({ outcome, kept }))).toEqual([
    { outcome: 'not-proven', kept: false },
    { outcome: 'not-proven', kept: false },
  ]);
  // Both times the tests after, and before it twice: what was kept is none of the two.
  expect(rounds.map(({ runs }) => runs)).toEqual([3, 3]);
}, 120_000);
