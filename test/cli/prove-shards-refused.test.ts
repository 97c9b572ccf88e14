import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ProofShardJson, sealed } from '../../src/report/shard/proof-shard.ts';
import { journey } from '../helpers/journey.ts';
import { COUNT, onMachine, sharesOf } from '../helpers/prove-apart.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

const LINE = ['split', 'orchard/cellar.py', '--limit', '20', '--anyway', '--evidence', 'S,B,T'];
const PYTEST = 'import pytest\n\n\n@pytest.mark.parametrize("n", range(8))\ndef test_it(n):\n    assert n >= 0\n';

type Share = ProofShardJson['share'];

/** One answer of a share written anew. */
const answered = (share: Share, word: RegExp, text: (old: string) => string | null): Share => {
  const answers = share.answers.flatMap(([key, old]): Share['answers'] => {
    const now = word.test(key) ? text(old) : old;
    return now === null ? [] : [[key, now]];
  });
  expect(answers).not.toEqual(share.answers);
  return { ...share, answers };
};

/** What somebody made of the second of four shards, with a digest that fits, and what `merge` says. */
const SABOTAGES: readonly (readonly [string, (shard: ProofShardJson) => Partial<ProofShardJson>, string])[] = [
  ['another version', () => ({ extractors: '0123456789abcdef' }), 'another version of this tool made them'],
  ['another command', ({ argv }) => ({ argv: [...argv, '--locked'] }), 'they come from different command lines'],
  [
    'another base',
    ({ share }) => ({ share: { ...share, subject: { ...share.subject, base: 'other' } } }),
    'they are about different states of the workspace',
  ],
  [
    'another change',
    ({ share }) => ({ share: { ...share, subject: { ...share.subject, change: 'other' } } }),
    'they are about different changes',
  ],
  [
    'other programs',
    ({ share }) => ({ share: { ...share, programs: share.programs.map((program) => `${program} of another`) } }),
    'they have divided different programs',
  ],
  [
    'another toolchain',
    ({ share }) => ({ share: answered(share, /\["version"\]/, (text) => text.replace('Python 3', 'Python 4')) }),
    'their machines are not the same: ["version"] differs',
  ],
  [
    'another refined change',
    ({ share }) => ({ share: answered(share, /^same settled/, (text) => text.replace('cellar', 'kellar')) }),
    'their machines are not the same',
  ],
  [
    'tests that are not told',
    ({ share }) => ({ share: answered(share, /"after"/, () => null) }),
    'shard 2 does not say how its share of ["tests","","after"] ended',
  ],
  ['another number', () => ({ shard: 3 }), '3/4 is there twice'],
];

test('shards that are not of one proof are refused by name, and nothing is written', async () => {
  const { root, tree, write } = journey('python', { 'tests/test_more.py': PYTEST });
  const before = tree();
  const files = await sharesOf(root, LINE);
  expect(tree()).toEqual(before);
  const home = tempFolder();
  const merged = (...names: string[]) => onMachine(home, root, ['merge', ...names]);
  const second = JSON.parse(readFileSync(files[1]!, 'utf8')) as ProofShardJson;
  const other = join(home, 'other.json');
  const instead = [files[0]!, other, ...files.slice(2)];
  for (const [name, make, why] of SABOTAGES) {
    const { digest: _, ...shard } = { ...second, ...make(second) };
    writeFileSync(other, JSON.stringify(sealed(shard)));
    const { exitCode, stderr } = await merged(...instead);
    expect(stderr, name).toContain(why);
    expect(exitCode, name).toBe(2);
  }
  writeFileSync(other, readFileSync(files[1]!, 'utf8').replace('passed', 'failed'));
  expect((await merged(...instead)).stderr).toContain('other.json is damaged');
  writeFileSync(other, '{}');
  expect((await merged(...instead)).stderr).toContain('other.json is not a shard');
  expect((await merged(...files.slice(1))).stderr).toContain('1/4 is not among them');
  expect((await merged(...files, files[0]!)).stderr).toContain('1/4 is there twice');
  const init = readFileSync(join(root, 'orchard/__init__.py'), 'utf8');
  write({ 'orchard/__init__.py': '"""An orchard of another kind."""\n' });
  expect((await merged(...files)).stderr).toContain('the workspace is not what they were made from');
  write({ 'orchard/__init__.py': init });
  expect(tree()).toEqual(before);
  expect(await merged(...files)).toMatchObject({ exitCode: 0 });
  expect(tree()).not.toEqual(before);
  expect(files).toHaveLength(COUNT);
}, 240_000);

test('options that a share cannot have are refused', async () => {
  const { omni } = journey('python');
  for (const [more, why] of [
    ['--dry-run --prove-shard 1/2', '--dry-run cannot be given with --prove-shard'],
    ['--in-place --prove-shard 1/2', '--in-place cannot be given with --prove-shard'],
    ['--evidence-out x.json', '--evidence-out cannot be given alone'],
  ] as const) {
    const { exitCode, stderr } = await omni(`split orchard/cellar.py ${more}`);
    expect(stderr).toContain(why);
    expect(exitCode).toBe(2);
  }
});
