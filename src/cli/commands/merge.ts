import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { RefactorError } from '../../core/errors.ts';
import { joinShards, type ShardResult } from '../../engine/facts/join-shards.ts';
import { shardSchema } from '../../report/shard/schema.ts';
import type { Io } from '../io.ts';
import type { Run } from '../run.ts';
import { addCheck } from './check.ts';
import { addHotspots } from './hotspots.ts';

export function addMerge(program: Command, io: Io, run: Run): void {
  program
    .command('merge')
    .description(
      'merge the shards that `hotspots --shard` or `check --shard` wrote on several machines into one report',
    )
    .argument('<shards...>', 'the files of all shards, in any order')
    .option('--root <folder>', 'the workspace, at the commit that the shards were made from')
    .option('--json', 'print JSON, whatever format the shards were asked for')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], { root, json }: { readonly root?: string; readonly json?: boolean }) => {
      const { argv, today, given } = joinShards(paths.map((path) => readShard(resolve(io.cwd, path), path)));
      const inner = new Command()
        .exitOverride()
        .configureOutput({ writeOut: io.stdout.write, writeErr: io.stderr.write });
      const joined: Io = { ...io, today, given };
      addHotspots(inner, joined, run);
      addCheck(inner, joined, run);
      const added = [
        ...(root === undefined ? [] : ['--root', root]),
        ...(json && !argv.includes('--json') ? ['--json'] : []),
      ];
      await inner.parseAsync([...argv, ...added], { from: 'user' });
    });
}

function readShard(file: string, path: string): ShardResult {
  try {
    return shardSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new RefactorError({
      code: 'shard-unreadable',
      what: `${path} is not a shard`,
      why: error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read, or another program wrote it',
      whatToDo: 'Name a file that hotspots --shard or check --shard wrote.',
    });
  }
}

const EXAMPLES = `
Examples:
  $ omni-refactor check --shard 1/2 > 1.json    # on one machine
  $ omni-refactor check --shard 2/2 > 2.json    # on another
  $ omni-refactor merge 1.json 2.json           # at the same commit: byte for byte what check would print

The report is made where \`merge\` runs, from the facts in the shards; whatever they lack is read there.`;
