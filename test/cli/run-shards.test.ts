import { expect, test } from 'vitest';
import { type Journey, journey } from '../helpers/journey.ts';

const RULE = `id: no-log
language: TypeScript
rule:
  pattern: console.log($A)
fix: report($A)
`;
const FILES = {
  'rules/no-log.yml': RULE,
  'web/broken.ts': 'console.log((;\n',
  ...Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, i) => [
      `web/${name}.ts`,
      i % 3 === 2 ? `export const ${name} = 1;\n` : `console.log('${name}');\nexport const ${name} = ${i};\n`,
    ]),
  ),
};
const COUNT = 4;

/** What each of four machines prints, as files beside the workspace. */
async function shardsOf({ omni, write }: Journey, line: string): Promise<string> {
  const names = Array.from({ length: COUNT }, (_, i) => `../run-shard-${i + 1}.json`);
  for (const [i, name] of names.entries()) {
    const { stdout, exitCode } = await omni(`${line} --shard ${i + 1}/${COUNT}`);
    expect(exitCode).toBe(0);
    write({ [name]: stdout });
  }
  return names.reverse().join(' ');
}

test('shards of a run write nothing; joined they are the run: its report, its files, one undo', async () => {
  const alone = journey('rust', FILES);
  const whole = await alone.json('run', 'run rules/no-log.yml web');
  const apart = journey('rust', FILES);
  const before = apart.tree();
  const names = await shardsOf(apart, 'run rules/no-log.yml web');
  expect(apart.tree()).toEqual(before);
  const joined = await apart.json('run', `merge ${names}`);
  expect(joined.counts).toMatchObject({ found: 8, changed: 5, failed: 1 });
  expect({ ...joined, receipt: '' }).toEqual({ ...whole, receipt: '' });
  expect(apart.tree()).toEqual(alone.tree());
  expect(await apart.omni('undo')).toMatchObject({ exitCode: 0 });
  expect(apart.tree()).toEqual(before);
});

test('a dry run of shards is one of the join, and a change since then stops it', async () => {
  const { omni, write, tree, ...rest } = journey('rust', FILES);
  const names = await shardsOf({ omni, write, tree, ...rest }, 'run rules/no-log.yml web --dry-run --diff');
  const before = tree();
  const dry = await omni(`merge ${names}`);
  expect(dry).toEqual(await omni('run rules/no-log.yml web --dry-run --diff'));
  expect(dry.stdout).toContain("+report('a');");
  expect(tree()).toEqual(before);
  write({ 'web/a.ts': 'other();\n' });
  const refused = await omni(`merge ${names}`);
  expect(refused).toMatchObject({ exitCode: 2 });
  expect(refused.stderr).toContain('web/a.ts is not what they read');
});

test('what is about all files of a run is no option of a shard', async () => {
  const { omni } = journey('rust', FILES);
  for (const option of ['--fail-fast', '--review', '--repos repos.txt'])
    expect(await omni(`run rules/no-log.yml --shard 1/2 ${option}`)).toMatchObject({ exitCode: 2 });
});
