// node time-workers.js BYTES ROUNDS FOLDER… : two threads that start cold and compute all facts, against two that only parse and walk.
import { Worker } from 'node:worker_threads';
import { metricsFact } from '../../analyzers/complexity/metrics-fact.ts';
import { mapFiles } from '../../src/engine/facts/map-files.ts';
import { rustComposition } from '../../src/languages/rust/composition-fact.ts';
import { median } from './measure-command.ts';
import { readSources } from './sources.ts';

const [bytes, rounds, ...folders] = process.argv.slice(2);
const sources = readSources(folders, Number(bytes));

/** The files are dealt out by turns. */
async function bareInWorkers(): Promise<void> {
  const halves = [0, 1].map((half) => sources.filter((_, i) => i % 2 === half));
  await Promise.all(
    halves.map(async (workerData) => {
      const worker = new Worker(new URL('./bare-worker.js', import.meta.url), { workerData });
      await new Promise((done, failed) => worker.on('message', done).on('error', failed));
      await worker.terminate();
    }),
  );
}

async function factsInWorkers(): Promise<void> {
  const jobs = sources.map(({ path, grammar, text }) => {
    const facts = grammar === 'rust' ? [metricsFact, rustComposition] : [metricsFact];
    return { path, key: path, grammar, bytes: Buffer.from(text), facts };
  });
  await mapFiles(jobs, { workers: 2 }, () => {});
}

const ratios: { wall: number; cpu: number }[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const bare = await cost(bareInWorkers);
  const facts = await cost(factsInWorkers);
  ratios.push({ wall: facts.wall / bare.wall, cpu: facts.cpu / bare.cpu });
}
const of = (column: 'wall' | 'cpu'): number => median(ratios.map((ratio) => ratio[column]));
process.stdout.write(`${JSON.stringify({ files: sources.length, wallToBare: of('wall'), cpuToBare: of('cpu') })}\n`);

async function cost(work: () => Promise<void>): Promise<{ wall: number; cpu: number }> {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - began, cpu: (user + system) / 1000 };
}
