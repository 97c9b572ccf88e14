import type { Command } from 'commander';
import { EXIT, type ExitCode, RefactorError } from '../core/errors.ts';
import { proofFingerprint } from '../engine/facts/extractor-fingerprint.ts';
import type { RecordedAnswers } from '../engine/prove/answers/recorded-answers.ts';
import { reportJson } from '../report/report-json.ts';
import { sealed } from '../report/shard/proof-shard.ts';
import type { Io } from './io.ts';
import { writeNamed } from './named-files.ts';
import type { CommonOptions } from './options.ts';
import { withoutOptions } from './print-shard.ts';
import { readVersion } from './read-version.ts';
import { type Shard, shardOf } from './shard-of.ts';

/** Of commands whose proof can be spread over machines. */
export interface ProofShardOptions {
  readonly proveShard?: Shard;
  readonly evidenceOut?: string;
}

export const addProofShardOptions = (command: Command, io: Io): Command =>
  command
    .option(
      '--prove-shard <i/n>',
      "run the i-th of n shares of the proof's programs, write nothing, and hand over what they said, for `merge`; auto: the job of a parallel CI run",
      (text: string) => shardOf(text, io.env),
    )
    .option('--evidence-out <file>', 'where --prove-shard writes what it hands over (default: it is printed)');

/** For the help of such a command: what is divided, and what is not. */
export const SHARED = `Shared among shards: cargo by sets of features, clippy, rustdoc and MIR with them; tests by nextest, pytest, vitest and jest.
On one shard, whole: cargo test and doctests, unittest, other test runners, --test, and B, A, M of Python and JavaScript.`;

/** Throws RefactorError `usage` for options that a share of a proof cannot have. */
export function requireShareable(
  { proveShard, evidenceOut }: ProofShardOptions,
  others: Readonly<Record<string, boolean | undefined>> = {},
): void {
  if (proveShard === undefined && evidenceOut !== undefined) throw NO_SHARD;
  const [found] = Object.entries(others).find(([, isGiven]) => isGiven) ?? [];
  if (proveShard === undefined || found === undefined) return;
  throw new RefactorError({
    code: 'usage',
    what: `${found} cannot be given with --prove-shard`,
    why: 'a share of a proof runs programs in a copy, and only that',
    whatToDo: 'Leave one of the two out.',
  });
}

const NO_SHARD = new RefactorError({
  code: 'usage',
  what: '--evidence-out cannot be given alone',
  why: 'only a share of a proof is handed over',
  whatToDo: 'Say which share it is, such as --prove-shard 1/4.',
});

/** Hands over what the programs of this machine's share have said. */
export function handOver(
  io: Io,
  { today, evidenceOut }: Pick<CommonOptions, 'today'> & ProofShardOptions,
  { shard, of }: Shard,
  answers: RecordedAnswers,
): ExitCode {
  const share = answers.share();
  if (share === null) throw new TypeError('nothing was proven');
  const { subject, programs } = share;
  const json = sealed({
    schemaVersion: 1,
    kind: 'proof-shard',
    version: readVersion(),
    extractors: proofFingerprint(),
    shard,
    of,
    today: today ?? io.today,
    argv: withoutOptions(io.argv, ['--prove-shard', '--evidence-out', '--root']),
    share: { subject, programs: [...programs], answers: share.answers.map(([key, text]) => [key, text]) },
  });
  const text = reportJson(json, 0);
  if (evidenceOut === undefined) io.stdout.write(text);
  else writeNamed(io, evidenceOut, text);
  return EXIT.fine;
}
