import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { RefactorError } from '../../core/errors.ts';
import { proofFingerprint } from '../../engine/facts/extractor-fingerprint.ts';
import { joinHeads, joinShards } from '../../engine/facts/join-shards.ts';
import { joinAnswers } from '../../engine/prove/answers/joined-answers.ts';
import { joinRuns } from '../../engine/run/join-runs.ts';
import { isWhole, type ProofShardJson, proofShardSchema } from '../../report/shard/proof-shard.ts';
import { type RunShardJson, runShardSchema } from '../../report/shard/run-shard.ts';
import { type ShardJson, shardSchema } from '../../report/shard/schema.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { addCheck } from './check.ts';
import { addHotspots } from './hotspots.ts';
import { addRun } from './run.ts';
import { addSplit } from './split.ts';
import { addVerify } from './verify.ts';

export function addMerge(program: Command, io: Io, run: Run): void {
  program
    .command('merge')
    .description(
      'merge the shards that hotspots, check or run wrote with --shard, or split or verify with --prove-shard, on several machines: one report, one change',
    )
    .argument('<shards...>', 'the files of all shards, in any order')
    .option('--root <folder>', 'the workspace, at the commit that the shards were made from')
    .option('--json', 'print JSON, whatever format the shards were asked for')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], { root, json }: { readonly root?: string; readonly json?: boolean }) => {
      const { argv, ...given } = joined(paths.map((path) => readShard(resolve(io.cwd, path), path)));
      const inner = new Command()
        .exitOverride()
        .configureOutput({ writeOut: io.stdout.write, writeErr: io.stderr.write });
      const there: Io = { ...io, ...given };
      addHotspots(inner, there, run);
      addCheck(inner, there, run);
      addRun(inner, there, run);
      addVerify(inner, there, run);
      addSplit(inner, there, run);
      const added = [
        ...(root === undefined ? [] : ['--root', root]),
        ...(json && !argv.includes('--json') ? ['--json'] : []),
      ];
      await inner.parseAsync([...argv, ...added], { from: 'user' });
    });
}

type AnyShard = ShardJson | RunShardJson | ProofShardJson;

const isOfRun = (shard: AnyShard): shard is RunShardJson => shard.kind === 'run-shard';
const isOfProof = (shard: AnyShard): shard is ProofShardJson => shard.kind === 'proof-shard';
const isOfFacts = (shard: AnyShard): shard is ShardJson => shard.kind === 'shard';

/** The command line, and what the shards give to it. */
function joined(shards: readonly AnyShard[]): { readonly argv: readonly string[] } & Partial<Io> {
  const ofProof = shards.filter(isOfProof).sort((a, b) => a.shard - b.shard);
  if (ofProof.length > 0) {
    const heads = joinHeads(shards, proofFingerprint());
    return { ...heads, answers: joinAnswers(ofProof.map(({ share }) => share)) };
  }
  const ofRun = shards.filter(isOfRun);
  if (ofRun.length === 0) return joinShards(shards.filter(isOfFacts));
  return { ...joinHeads(shards), ran: joinRuns(ofRun.map(({ result }) => result)) };
}

function readShard(file: string, path: string): AnyShard {
  try {
    const shard = z
      .union([shardSchema, runShardSchema, proofShardSchema])
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    if (!isOfProof(shard) || isWhole(shard)) return shard;
  } catch (error) {
    throw new RefactorError({
      code: 'shard-unreadable',
      what: `${path} is not a shard`,
      why: error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read, or another program wrote it',
      whatToDo: 'Name a file that hotspots, check or run wrote with --shard, or split or verify with --prove-shard.',
    });
  }
  throw new RefactorError({
    code: 'shard-unreadable',
    what: `${path} is damaged`,
    why: 'it is not as it was written: its digest is another',
    whatToDo: 'Take the file from the machine that wrote it once more.',
  });
}

const EXAMPLES = `
Examples:
  $ omni-refactor check --shard 1/2 > 1.json    # on one machine
  $ omni-refactor check --shard 2/2 > 2.json    # on another
  $ omni-refactor merge 1.json 2.json           # at the same commit: byte for byte what check would print
  $ omni-refactor run rules.yml --shard 1/2 > 1.json    # writes nothing; merge writes, as run would
  $ omni-refactor verify main HEAD --prove-shard 1/2 --evidence-out 1.json    # merge gives the verdict

The report is made where \`merge\` runs, from the facts in the shards; whatever they lack is read there.
What shards of \`run\` have changed is written there once, with one journal and one undo; no codemod runs again.
What shards of \`split\` or \`verify\` have proven is judged there by the same prover, and \`split\` writes once; none of their
programs runs again. Only what all answers together ask for runs there: a search for builds, files that cannot be proven together.`;
