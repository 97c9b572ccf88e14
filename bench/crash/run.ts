// Reads real files, as many as there are, with all facts, and counts what crashes, fails or has syntax that the grammar does not read.
//   npm run bench:crash -- [--most N] [--batch N] [--dialects] [--out FILE] FOLDER…      at most N files of each folder
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Grammar } from '../../src/languages/language.ts';
import { listSources } from './list-sources.ts';
import { renderCrashes } from './render-crashes.ts';

export interface FileRead {
  readonly path: string;
  readonly grammar: Grammar;
  readonly bytes: number;
  readonly lines: number;
  readonly state: 'text' | 'binary' | 'not-utf8';
  readonly partial: boolean;
  /** Facts that threw, each with its reason. */
  readonly failed: readonly string[];
  readonly ms: number;
  /** Of the process that read it, and some files before. */
  readonly rss: number;
}

export interface Crash {
  readonly path: string;
  readonly how: string;
}

const CHILD = fileURLToPath(new URL('./read-files.js', import.meta.url));
const MINUTES = 30;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    most: { type: 'string', default: '1000000' },
    batch: { type: 'string', default: '1000' },
    dialects: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

const paths = listSources(positionals, Number(values.most));
const read: FileRead[] = [];
const crashes: Crash[] = [];
for (let at = 0; at < paths.length; ) {
  const batch = paths.slice(at, at + Number(values.batch));
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    [CHILD, ...(values.dialects ? ['--dialects'] : [])],
    {
      input: batch.join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: MINUTES * 60_000,
    },
  );
  // A line is written once its file is read: the one behind the last is where it ended.
  const told = stdout.split('\n').flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as FileRead] : []));
  read.push(...told);
  at += told.length;
  if (told.length < batch.length) {
    crashes.push({ path: paths[at]!, how: `${signal ?? `exit ${status}`}: ${stderr.trim().slice(-200)}` });
    at += 1;
  }
  if (values.out) writeFileSync(values.out, renderCrashes(read, crashes));
  process.stdout.write(`${at} of ${paths.length}: ${crashes.length} crashes\n`);
}
process.stdout.write(renderCrashes(read, crashes));
process.exitCode = crashes.length + read.filter(({ failed }) => failed.length > 0).length > 0 ? 1 : 0;
