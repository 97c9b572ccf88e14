import { parentPort, workerData } from 'node:worker_threads';
import type { Loaded, LoadFailure, RunAnswer, RunJob, Step, StepKind, Steps } from './messages.ts';
import { moduleStep } from './module-step.ts';
import { ruleStep } from './rules/rule-step.ts';
import { runSteps } from './run-steps.ts';
import { shippedStep } from './shipped-step.ts';
import type { StepRun } from './step-run.ts';
import { watchGlobals } from './watch-globals.ts';

// A thread of a run: it loads what was typed, and then changes one text after another. It writes no file.
const port = parentPort!;
const { steps, candidates } = workerData as Steps;
const LOADERS: Readonly<Record<StepKind, (step: Step) => StepRun | Promise<StepRun>>> = {
  rules: ruleStep,
  module: moduleStep,
  shipped: shippedStep,
};
const loaded: StepRun[] = [];
const failures: LoadFailure[] = [];
for (const step of steps) {
  try {
    loaded.push(await LOADERS[step.kind](step));
  } catch (error) {
    failures.push({ step: step.name, why: (error instanceof Error ? error.message : String(error)).split('\n')[0]! });
  }
}
const replaced = watchGlobals();
port.on('message', async (job: RunJob) => {
  const answer = await runSteps(loaded, job);
  const name = replaced();
  port.postMessage(name === null ? answer : spoiled(answer, name));
});

/** Nothing that was made after that can be trusted: neither this file nor one that follows. */
function spoiled(answer: RunAnswer, name: string): RunAnswer {
  const step = loaded.length === 1 ? loaded[0]!.name : 'one of the codemods';
  return { ...answer, outcome: { status: 'failed', step, why: `it replaced ${name}` }, isSpoiled: true };
}
// Flags: the paths themselves would be copied back.
const reads = Uint8Array.from(candidates, (path) => Number(loaded.some((step) => step.reads(path))));
port.postMessage({ ready: failures, reads } satisfies Loaded);
