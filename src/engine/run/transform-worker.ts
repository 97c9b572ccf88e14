import { parentPort, workerData } from 'node:worker_threads';
import type { LoadFailure, RunJob, Steps } from './messages.ts';
import { runSteps } from './run-steps.ts';
import { shiftStep } from './shift-step.ts';
import type { StepRun } from './step-run.ts';

// A thread of a run: it loads what was typed, and then changes one text after another. It writes no file.
const port = parentPort!;
const { steps } = workerData as Steps;
const loaded: StepRun[] = [];
const failures: LoadFailure[] = [];
for (const step of steps) {
  try {
    loaded.push(await shiftStep(step));
  } catch (error) {
    failures.push({ step: step.name, why: (error instanceof Error ? error.message : String(error)).split('\n')[0]! });
  }
}
port.on('message', async (job: RunJob) => {
  port.postMessage(await runSteps(loaded, job));
});
port.postMessage({ ready: failures });
