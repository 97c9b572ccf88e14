import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { RefactorError } from '../../core/errors.ts';
import { joinHeads, joinShards } from '../../engine/facts/join-shards.ts';
import { joinRuns } from '../../engine/run/join-runs.ts';
import { type RunShardJson, runShardSchema } from '../../report/shard/run-shard.ts';
import { type ShardJson, shardSchema } from '../../report/shard/schema.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { addCheck } from './check.ts';
import { addHotspots } from './hotspots.ts';
import { addRun } from './run.ts';

export function addMerge(program: Command, io: Io, run: Run): void {
  program
    .command('merge')
    .description(
      'merge the shards that hotspots, check or run wrote with --shard on several machines: one report, one change',
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
      const added = [
        ...(root === undefined ? [] : ['--root', root]),
        ...(json && !argv.includes('--json') ? ['--json'] : []),
      ];
      await inner.parseAsync([...argv, ...added], { from: 'user' });
    });
}

type AnyShard = ShardJson | RunShardJson;

const isOfRun = (shard: AnyShard): shard is RunShardJson => shard.kind === 'run-shard';
const isOfFacts = (shard: AnyShard): shard is ShardJson => shard.kind === 'shard';

/** The command line, and what the shards give to it. */
function joined(shards: readonly AnyShard[]): { readonly argv: readonly string[] } & Partial<Io> {
  const ofRun = shards.filter(isOfRun);
  if (ofRun.length === 0) return joinShards(shards.filter(isOfFacts));
  return { ...joinHeads(shards), ran: joinRuns(ofRun.map(({ result }) => result)) };
}

function readShard(file: string, path: string): AnyShard {
  try {
    return z.union([shardSchema, runShardSchema]).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new RefactorError({
      code: 'shard-unreadable',
      what: `${path} is not a shard`,
      why: error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read, or another program wrote it',
      whatToDo: 'Name a file that hotspots, check or run wrote with --shard.',
    });
  }
}

const EXAMPLES = `
Examples:
  $ omni-refactor check --shard 1/2 > 1.json    # on one machine
  $ omni-refactor check --shard 2/2 > 2.json    # on another
  $ omni-refactor merge 1.json 2.json           # at the same commit: byte for byte what check would print
  $ omni-refactor run rules.yml --shard 1/2 > 1.json    # writes nothing; merge writes, as run would

The report is made where \`merge\` runs, from the facts in the shards; whatever they lack is read there.
What shards of \`run\` have changed is written there once, with one journal and one undo; no codemod runs again.`;
