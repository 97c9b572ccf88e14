import type { FileOutcome, RunAnswer, RunJob, Whole } from './messages.ts';
import type { RunFileState, RunRecords, Stepped, StepRun } from './step-run.ts';
import { openTrees } from './trees.ts';

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
  const trees = openTrees();
  const reading = steps.filter(({ reads }) => reads(job.relative));
  const file = { path: job.path, relative: job.relative, text: job.text, trees, records };
  const outcome = await outcomeOf(reading, file);
  return { id: job.id, outcome, stats, reports, parses: trees.count() };
}

async function outcomeOf(steps: readonly StepRun[], file: RunFileState): Promise<FileOutcome> {
  const { text } = file;
  let now = text;
  const whole: Whole[] = [];
  let skips = 0;
  for (const step of steps) {
    const made = await attempt(step, { ...file, text: now });
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
  return {
    status: 'changed',
    text: now,
    whole,
    unstable: await unstableSteps(steps, { ...file, text: now, records: SILENT }),
  };
}

const SILENT: RunRecords = { stats: () => {}, report: () => {} };

async function unstableSteps(steps: readonly StepRun[], file: RunFileState): Promise<string[]> {
  const unstable: string[] = [];
  for (const step of steps) {
    const made = await attempt(step, file);
    if (made.status === 'changed' || made.status === 'failed') unstable.push(step.name);
  }
  return unstable;
}

async function attempt(
  { name, run }: StepRun,
  file: RunFileState,
): Promise<Stepped | Extract<FileOutcome, { status: 'failed' }>> {
  try {
    return await run(file);
  } catch (error) {
    return { status: 'failed', step: name, why: firstLine(error) };
  }
}

/** A parser's complaint ends with a drawing of the place; the line and column stand in its first line. */
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.trim() ||
  'it threw an error without a message';
