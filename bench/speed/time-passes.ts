// node time-passes.js BYTES FOLDER… : user CPU of each pass over the same files in this process, interleaved, the best of three rounds.
import { PASSES, type Pass } from './passes.ts';
import { readSources, type Source } from './sources.ts';

const [bytes, rounds, ...folders] = process.argv.slice(2);
const sources = readSources(folders, Number(bytes));
const names = Object.keys(PASSES) as Pass[];

async function userSeconds(run: (source: Source) => number): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < sources.length; i++) {
    run(sources[i]!);
    // Native trees are only freed when the event loop turns.
    if (i % 40 === 39) await new Promise((done) => setImmediate(done));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
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
