import { describe, expect, test } from 'vitest';
import { type Journey, journey } from '../helpers/journey.ts';

type Kind = Parameters<Journey['json']>[0];

const READS: readonly [kind: Kind, line: string][] = [
  ['hotspots', 'hotspots'],
  ['hotspots', 'hotspots --by module --since 1y'],
  ['hotspots', 'hotspots --by function'],
  ['hotspots', 'hotspots --by crate'],
  ['explain-file', 'hotspots --explain src/stall.rs'],
  ['adopted', 'init'],
  ['lowered', 'baseline'],
  ['status', 'status'],
  ['includes', 'includes'],
  ['outline', 'outline src/stall.rs'],
  ['outline', 'outline orchard/cellar.py'],
  ['findings', 'check'],
  ['plan', 'plan src/stall.rs --limit 60'],
  ['plan', 'plan orchard/cellar.py --limit 40'],
  ['verify', 'verify HEAD HEAD'],
  ['history', 'history'],
  ['doctor', 'doctor'],
  ['clean', 'clean --dry-run'],
  ['change', 'notes --check'],
  ['error', 'receipt'],
];

describe('what --json prints is as its schema says, and nothing else stands on stdout', () => {
  const extra = {
    'src/parts.rs': 'include!("parts/a.rs");\n#[path = "gone.rs"]\nmod gone;\n',
    'src/parts/a.rs': 'pub fn spliced() {}\n',
    'orchard/cellar.py':
      'import os\n\n\nclass Cask:\n    def fill(self):\n        return os.sep\n\n\ndef roll(cask):\n    return cask.fill()\n',
    'orchard/broken.py': 'def (:\n',
  };

  test.each(READS)('%s: %s', async (kind, line) => {
    expect(await journey('rust', extra).json(kind, line)).toHaveProperty('schemaVersion', kind === 'plan' ? 2 : 1);
  });
});

test('verify takes two folders as they are, also inside of one repository', async () => {
  const at = journey('python');
  const { omni, json, write } = at;
  const text = 'def one():\n    return 1\n\n\ndef two():\n    return one() + 1\n';
  const part = 'from pkg import thing\n';
  write({ 'old/pkg/__init__.py': '', 'old/pkg/thing.py': text, 'old/pkg/other.py': part });
  write({ 'new/pkg/__init__.py': '', 'new/pkg/thing.py': text, 'new/pkg/other.py': part });
  const before = at.tree();
  expect(await json('verify', 'verify old new --evidence S')).toMatchObject({ outcome: 'unchanged' });
  write({ 'new/pkg/thing.py': text.replace('+ 1', '+ 2') });
  expect(await omni('verify old new --evidence S')).toMatchObject({ exitCode: 3 });
  write({ 'new/pkg/thing.py': text });
  expect(at.tree()).toEqual(before);
});

test('verify misses no file that is gone', async () => {
  const { json, git } = journey('rust');
  git('rm', '-q', 'src/till.rs');
  git('commit', '-qm', 'lose a file');
  const lost = await json('verify', 'verify HEAD~1 HEAD --evidence S');
  expect(lost).toMatchObject({ outcome: 'not-proven', removed: ['src/till.rs'], paths: [] });
  expect(lost.gaps).toMatchObject([{ kind: 'unshown', rung: 'S', path: 'src/till.rs' }]);
});
