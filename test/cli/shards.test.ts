import { expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

const EXTRA = {
  'omni-refactor.toml': '[budget]\nfile-lines = 30\nfunction-cognitive = 1\n',
  'src/parts.rs': 'include!("parts/a.inc");\n',
  'src/parts/a.inc': 'pub fn spliced(x: bool) { if x { if x {} } }\n',
  'tool/broken.py': 'def f(:\n',
  'web/app.ts': 'export const f = (a: number): number => (a ? (a > 1 ? 1 : 2) : 3);\n',
};

test.each(['hotspots', 'hotspots --json --by function', 'check', 'check --format sarif', 'check --json'])(
  '%s: joined shards are byte for byte one run',
  async (line) => {
    const { omni, write, tree } = journey('rust', EXTRA);
    const before = tree();
    const whole = await omni(`${line} --no-cache`);
    const names = await Promise.all(
      [1, 2, 3].map(async (i) => {
        const { stdout, exitCode } = await omni(`${line} --no-cache --shard ${i}/3`);
        expect(exitCode).toBe(0);
        return { [`../${i}.json`]: stdout };
      }),
    );
    for (const each of names) write(each);
    expect(tree()).toEqual(before);
    const shards = names.map((each) => JSON.parse(Object.values(each)[0]!) as { facts: unknown[]; files: number });
    expect(shards.every(({ facts }) => facts.length > 0)).toBe(true);
    const joined = await omni('merge ../3.json ../1.json ../2.json');
    expect(joined).toEqual(whole);
  },
);

test('shards that do not belong together are refused', async () => {
  const { omni, write } = journey('rust');
  const shard = async (line: string): Promise<string> => (await omni(`${line} --no-cache`)).stdout;
  write({
    '../a.json': await shard('check --shard 1/2'),
    '../b.json': await shard('check --json --shard 2/2'),
    '../c.json': (await shard('check --shard 2/2')).replace(/"extractors":"\w+"/, '"extractors":"0"'),
    '../d.json': '{}',
  });
  const why = async (line: string): Promise<string> => {
    const { exitCode, stderr } = await omni(line);
    expect(exitCode).toBe(2);
    return stderr;
  };
  expect(await why('merge ../a.json')).toContain('2/2 is not among them');
  expect(await why('merge ../a.json ../b.json')).toContain('different command lines');
  expect(await why('merge ../a.json ../c.json')).toContain('another version');
  expect(await why('merge ../d.json')).toContain('../d.json is not a shard');
  expect(await why('merge ../nowhere.json')).toContain('is not a shard');
  expect(await why('check --shard 3/2')).toContain('2/8');
});
