import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../core/errors.ts';
import type { RunResult } from '../core/run-result.ts';
import { extractorFingerprint } from '../engine/facts/extractor-fingerprint.ts';
import { defaultWorkers } from '../engine/facts/map-files.ts';
import { shardFacts } from '../engine/facts/shard-facts.ts';
import { findWorkspace } from '../engine/find-workspace.ts';
import type { Fact } from '../languages/fact.ts';
import { reportJson } from '../report/report-json.ts';
import type { ShardJson } from '../report/shard/schema.ts';
import { cacheFolder } from '../workspace/cache-folder.ts';
import type { Io } from './io.ts';
import type { CommonOptions } from './options.ts';
import { readVersion } from './read-version.ts';
import type { Shard } from './shard-of.ts';
import { showProgress } from './show-progress.ts';
import { configFor } from './with-view.ts';

/** Reads the shard's files and prints their facts, for `merge`. */
export async function printShard(
  io: Io,
  options: CommonOptions,
  { shard, of }: Shard,
  facts: readonly Fact[],
): Promise<ExitCode> {
  const root = findWorkspace(resolve(io.cwd, options.root ?? '.'));
  const progress = showProgress(io);
  try {
    const { files, entries } = await shardFacts({
      root,
      config: await configFor(root, options),
      facts,
      shard,
      of,
      workers: options.workers ?? defaultWorkers(),
      cacheDir: options.cache ? cacheFolder(io.env) : null,
      onProgress: progress.onProgress,
      signal: io.signal,
    });
    const json: ShardJson = {
      schemaVersion: 1,
      kind: 'shard',
      version: readVersion(),
      extractors: extractorFingerprint(),
      shard,
      of,
      today: options.today ?? io.today,
      argv: withoutOptions(io.argv, ['--shard', '--root']),
      files,
      facts: entries.map(({ key, kind, bytes }) => [key, kind, bytes.toString('utf8')]),
    };
    progress.clear();
    io.stdout.write(reportJson(json, 0));
    return EXIT.fine;
  } finally {
    progress.clear();
  }
}

/** Prints what a run has made of a shard's files, for `merge`. */
export function printRunShard(io: Io, { today }: CommonOptions, { shard, of }: Shard, result: RunResult): ExitCode {
  const head = { version: readVersion(), extractors: extractorFingerprint(), shard, of, today: today ?? io.today };
  const argv = withoutOptions(io.argv, ['--shard', '--root']);
  io.stdout.write(reportJson({ schemaVersion: 1, kind: 'run-shard', ...head, argv, result }, 0));
  return EXIT.fine;
}

/** `--name value` and `--name=value`. */
export const withoutOptions = (argv: readonly string[], names: readonly string[]): string[] =>
  argv.filter(
    (word, i) =>
      !names.includes(word) && !names.includes(argv[i - 1] ?? '') && !names.some((name) => word.startsWith(`${name}=`)),
  );
