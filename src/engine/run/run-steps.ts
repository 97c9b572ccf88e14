import type { FileOutcome, RunAnswer, RunJob, Whole } from './messages.ts';
import type { RunRecords, Stepped, StepRun } from './step-run.ts';

/** Runs the steps over one file, each on what the one before has made, and once more over the result: a codemod that is done has nothing to do. */
export async function runSteps(steps: readonly StepRun[], job: RunJob): Promise<RunAnswer> {
  const stats: Record<string, number> = {};
  const reports: string[] = [];
  const records: RunRecords = {
    stats: (name, quantity) => {
      stats[name] = (stats[name] ?? 0) + (typeof quantity === 'number' ? quantity : 1);
    },
    report: (message) => reports.push(String(message)),
  };
  return { id: job.id, outcome: await outcomeOf(steps, job, records), stats, reports };
}

async function outcomeOf(steps: readonly StepRun[], { path, text }: RunJob, reports: RunRecords): Promise<FileOutcome> {
  let now = text;
  const whole: Whole[] = [];
  let skips = 0;
  for (const step of steps) {
    const made = await attempt(step, path, now, reports);
    if (made.status === 'failed') return made;
    if (made.status === 'skipped') skips += 1;
    if (made.status !== 'changed') continue;
    if (made.whole !== null) whole.push({ step: step.name, why: made.whole });
    now = made.text;
  }
  if (now === text)
    return skips === steps.length
      ? { status: 'skipped', why: 'the codemod returned nothing' }
      : { status: 'unchanged' };
  return { status: 'changed', text: now, whole, unstable: await unstableSteps(steps, path, now) };
}

const SILENT: RunRecords = { stats: () => {}, report: () => {} };

async function unstableSteps(steps: readonly StepRun[], path: string, text: string): Promise<string[]> {
  const unstable: string[] = [];
  for (const step of steps) {
    const made = await attempt(step, path, text, SILENT);
    if (made.status === 'changed' || made.status === 'failed') unstable.push(step.name);
  }
  return unstable;
}

async function attempt(
  { name, run }: StepRun,
  path: string,
  text: string,
  reports: RunRecords,
): Promise<Stepped | Extract<FileOutcome, { status: 'failed' }>> {
  try {
    return await run(path, text, reports);
  } catch (error) {
    return { status: 'failed', step: name, why: firstLine(error) };
  }
}

/** A parser's complaint ends with a drawing of the place; the line and column stand in its first line. */
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.trim() ||
  'it threw an error without a message';
