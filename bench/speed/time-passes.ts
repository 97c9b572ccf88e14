// node time-passes.js BYTES ROUNDS FOLDER… : user CPU of each pass over the same files in this process, interleaved, the best of the rounds.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PASSES, type Pass } from './passes.ts';
import { readSources, type Source } from './sources.ts';

const [bytes, rounds, ...folders] = process.argv.slice(2);
const sources = readSources(folders, Number(bytes));
const names = Object.keys(PASSES) as Pass[];

// A bare pass leaves no young objects behind: without this its trees would never be freed, and it would pay for fresh memory (842 MB).
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;

async function userSeconds(run: (source: Source) => number): Promise<number> {
  collect({ type: 'minor' });
  await new Promise((done) => setImmediate(done));
  const before = process.cpuUsage();
  for (let i = 0; i < sources.length; i++) {
    run(sources[i]!);
    // Native trees are only freed when the event loop turns.
    if (i % 40 === 39) await new Promise((done) => setImmediate(done));
  }
  return process.cpuUsage(before).user / 1e6;
}

const best = new Map<Pass, number>();
for (let round = 0; round < Number(rounds); round++)
  for (const name of names) {
    const seconds = await userSeconds(PASSES[name]);
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, seconds));
  }
const size = sources.reduce((sum, { text }) => sum + text.length, 0);
process.stdout.write(
  `${JSON.stringify({ files: sources.length, characters: size, seconds: Object.fromEntries(best), peak: process.resourceUsage().maxRSS })}\n`,
);
