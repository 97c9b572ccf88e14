import { expect, test } from 'vitest';
import { shardOf } from '../../src/cli/shard-of.ts';
import { journey } from '../helpers/journey.ts';

test.each([
  [
    { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' },
    { shard: 2, of: 4 },
  ],
  [
    { BUILDKITE_PARALLEL_JOB: '0', BUILDKITE_PARALLEL_JOB_COUNT: '3' },
    { shard: 1, of: 3 },
  ],
  [
    { CIRCLE_NODE_INDEX: '2', CIRCLE_NODE_TOTAL: '3' },
    { shard: 3, of: 3 },
  ],
  [
    {
      SLURM_ARRAY_TASK_ID: '14',
      SLURM_ARRAY_TASK_MIN: '10',
      SLURM_ARRAY_TASK_STEP: '2',
      SLURM_ARRAY_TASK_COUNT: '5',
    },
    { shard: 3, of: 5 },
  ],
  [
    { SLURM_ARRAY_TASK_ID: '0', SLURM_ARRAY_TASK_COUNT: '2' },
    { shard: 1, of: 2 },
  ],
  [
    { JOB_COMPLETION_INDEX: '3', OMNI_REFACTOR_SHARDS: '4' },
    { shard: 4, of: 4 },
  ],
  [
    { OMNI_REFACTOR_SHARD_INDEX: '1', OMNI_REFACTOR_SHARDS: '2', CI_NODE_INDEX: '7' },
    { shard: 2, of: 2 },
  ],
])('auto reads %j', (env, shard) => {
  expect(shardOf('auto', env)).toEqual(shard);
});

test.each([
  ['auto', {}, /No scheduler/],
  ['auto', { JOB_COMPLETION_INDEX: '3' }, /set OMNI_REFACTOR_SHARDS/],
  ['auto', { CI_NODE_INDEX: '5', CI_NODE_TOTAL: '4' }, /CI_NODE_INDEX=5 of CI_NODE_TOTAL=4/],
  ['auto', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '4' }, /CI_NODE_INDEX=x/],
  ['0/3', {}, /2\/8/],
  ['4/3', {}, /2\/8/],
])('%s of %j names no shard', (text, env, why) => {
  expect(() => shardOf(text, env)).toThrow(why);
});

test('four jobs of a scheduler, joined, are one run', async () => {
  const { omni, write } = journey('rust');
  const whole = await omni('hotspots --no-cache --json');
  for (const index of [0, 1, 2, 3]) {
    const env = { OMNI_REFACTOR_SHARD_INDEX: String(index), OMNI_REFACTOR_SHARDS: '4' };
    const { stdout, exitCode } = await omni('hotspots --no-cache --json --shard auto', env);
    expect(exitCode).toBe(0);
    write({ [`../${index}.json`]: stdout });
  }
  expect(await omni('merge ../0.json ../1.json ../2.json ../3.json')).toEqual(whole);
});
