import type { Config } from '../../config/config.ts';
import { by } from '../../core/compare.ts';
import type { OnProgress } from '../../core/progress.ts';
import { openRepository } from '../../git/open-repository.ts';
import type { Fact } from '../../languages/fact.ts';
import { discoverFiles } from '../../workspace/discover-files.ts';
import { gatherFacts } from './gather-facts.ts';
import type { PackEntry } from './pack.ts';

export interface ShardOptions {
  readonly root: string;
  readonly config: Config;
  readonly facts: readonly Fact[];
  /** 1-based. */
  readonly shard: number;
  readonly of: number;
  readonly workers: number;
  readonly cacheDir: string | null;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** Every n-th of a sorted list: the shards have each entry once. */
export const isOfShard =
  ({ shard, of }: { readonly shard: number; readonly of: number }) =>
  (_entry: unknown, i: number): boolean =>
    i % of === shard - 1;

/** Every n-th file of the workspace, by path, with its facts: the costly part of a run, which other machines can share. */
export async function shardFacts(options: ShardOptions): Promise<{ files: number; entries: PackEntry[] }> {
  const { root, shard, of } = options;
  const opened = await openRepository(root, options.signal);
  const found = await discoverFiles(root, opened.repository, { ...options.config, enters: 'sources' }, options.signal);
  const inShard = [...found.files].sort(by(({ path }) => path)).filter(isOfShard({ shard, of }));
  const gathered = await gatherFacts({ ...options, found: inShard });
  return { files: inShard.length, entries: gathered.entries() };
}
