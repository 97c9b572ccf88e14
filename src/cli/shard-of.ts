import { InvalidArgumentError } from 'commander';

/** 1-based: the second of eight is `{ shard: 2, of: 8 }`. */
export interface Shard {
  readonly shard: number;
  readonly of: number;
}

type Env = Readonly<Record<string, string | undefined>>;

interface Scheduler {
  readonly name: string;
  readonly index: string;
  readonly total: string;
  /** The index of the first job. */
  readonly first: (env: Env) => number;
  /** What the index grows by from one job to the next. */
  readonly step?: (env: Env) => number;
}

const zero = (): number => 0;
const one = (): number => 1;

/**
 * Where schedulers say which job of how many this one is. GitHub tells it to expressions alone, and Kubernetes tells no total: the two
 * variables of this program, which come first, take it from there.
 * https://docs.gitlab.com/ci/variables/predefined_variables/ (CI_NODE_INDEX counts from 1),
 * https://buildkite.com/docs/pipelines/configure/environment-variables, https://slurm.schedmd.com/job_array.html,
 * https://circleci.com/docs/reference/variables/, https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
const SCHEDULERS: readonly Scheduler[] = [
  { name: 'omni-refactor', index: 'OMNI_REFACTOR_SHARD_INDEX', total: 'OMNI_REFACTOR_SHARDS', first: zero },
  { name: 'GitLab', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: one },
  { name: 'Buildkite', index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: zero },
  { name: 'CircleCI', index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: zero },
  {
    name: 'Slurm',
    index: 'SLURM_ARRAY_TASK_ID',
    total: 'SLURM_ARRAY_TASK_COUNT',
    first: (env) => numberIn(env, 'SLURM_ARRAY_TASK_MIN') ?? 0,
    step: (env) => numberIn(env, 'SLURM_ARRAY_TASK_STEP') ?? 1,
  },
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', total: 'OMNI_REFACTOR_SHARDS', first: zero },
];

/** `2/8`, or `auto`: what the scheduler of this job says. Throws InvalidArgumentError for what names no shard. */
export function shardOf(text: string, env: Env): Shard {
  if (text === 'auto') return fromScheduler(env);
  const [, shard, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (shard && of && shard <= of) return { shard, of };
  throw new InvalidArgumentError('Write it as 2/8, the second of eight, or as auto in a parallel job.');
}

function fromScheduler(env: Env): Shard {
  const found = SCHEDULERS.find(({ index }) => env[index] !== undefined && env[index] !== '');
  if (!found)
    throw new InvalidArgumentError(
      'No scheduler says which job this is; set OMNI_REFACTOR_SHARD_INDEX (from 0) and OMNI_REFACTOR_SHARDS. In GitHub Actions these are strategy.job-index and strategy.job-total.',
    );
  const [index, of] = [numberIn(env, found.index), numberIn(env, found.total)];
  if (of === null)
    throw new InvalidArgumentError(`${found.name} says ${found.index} and no number of jobs; set ${found.total}.`);
  const shard = index === null ? Number.NaN : (index - found.first(env)) / (found.step?.(env) ?? 1) + 1;
  if (Number.isInteger(shard) && shard >= 1 && shard <= of) return { shard, of };
  throw new InvalidArgumentError(`${found.name} says ${found.index}=${env[found.index]} of ${found.total}=${of}.`);
}

function numberIn(env: Env, name: string): number | null {
  const text = env[name] ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
