import type { ErrorCode } from '../../core/error-codes.ts';
import { RefactorError } from '../../core/errors.ts';
import { extractorFingerprint } from './extractor-fingerprint.ts';
import type { PackEntry } from './pack.ts';

/** What one machine says of its share. */
export interface ShardHead {
  readonly extractors: string;
  readonly shard: number;
  readonly of: number;
  readonly today: string;
  readonly argv: readonly string[];
}

/** What one machine handed over. */
export interface ShardResult extends ShardHead {
  readonly facts: readonly (readonly [key: string, kind: string, value: string])[];
}

export interface JoinedHeads {
  readonly argv: readonly string[];
  /** The latest of the shards'. */
  readonly today: string;
}

export interface JoinedShards extends JoinedHeads {
  readonly given: readonly PackEntry[];
}

/** All shards of one run, in any order. Throws RefactorError `shards-differ` | `shard-missing`. */
export const joinShards = (shards: readonly ShardResult[]): JoinedShards => ({
  ...joinHeads(shards),
  given: shards.flatMap(({ facts }) => facts.map(([key, kind, value]) => ({ key, kind, bytes: Buffer.from(value) }))),
});

/**
 * The command line of all shards of one run. Throws RefactorError `shards-differ` | `shard-missing`.
 * @param code what this program's own code is known by
 */
export function joinHeads(shards: readonly ShardHead[], code = extractorFingerprint()): JoinedHeads {
  const first = shards[0];
  if (!first) throw refuse('shard-missing', 'no shard was named', 'Name the files that --shard wrote, all of them.');
  for (const { of, argv, extractors } of shards) {
    if (of !== first.of || argv.join('\0') !== first.argv.join('\0'))
      throw refuse('shards-differ', 'they come from different command lines', 'Join only shards of one run.');
    if (extractors !== code)
      throw refuse('shards-differ', 'another version of this tool made them', 'Use one version on all machines.');
  }
  const twice = shards.find(({ shard }, i) => shards.findIndex((one) => one.shard === shard) !== i);
  if (twice) throw refuse('shards-differ', `${twice.shard}/${first.of} is there twice`, 'Name each shard once.');
  const missing = Array.from({ length: first.of }, (_, i) => i + 1).filter(
    (number) => !shards.some(({ shard }) => shard === number),
  );
  if (missing.length > 0)
    throw refuse(
      'shard-missing',
      `${missing.map((number) => `${number}/${first.of}`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} not among them`,
      'Name the files of all shards.',
    );
  return {
    argv: first.argv,
    today: shards
      .map(({ today }) => today)
      .sort()
      .at(-1)!,
  };
}

const refuse = (code: ErrorCode, why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code, what: 'The shards cannot be joined', why, whatToDo });
