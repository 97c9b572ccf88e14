import { join } from 'node:path';
import type { FileOutcome, RunAnswer, RunJob, Whole } from './messages.ts';
import { openOtherFiles } from './other-files.ts';
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
  const others = openOtherFiles(job.root);
  const { root, relative, text } = job;
  const file = { path: join(root, relative), relative, text, params: job.params ?? {}, trees, others, records };
  const outcome = await outcomeOf(reading, file);
  return { id: job.id, outcome, stats, reports, parses: trees.count(), reads: others.reads() };
}

async function outcomeOf(steps: readonly StepRun[], file: RunFileState): Promise<FileOutcome> {
  let now = file;
  const whole: Whole[] = [];
  const skips: Skip[] = [];
  for (const step of steps) {
    const made = await attempt(step, now);
    if (made.status === 'failed') return made;
    if (made.status === 'skipped') skips.push({ step: step.name, why: made.why });
    if (made.status !== 'changed') continue;
    if (made.whole !== null) whole.push({ step: step.name, why: made.whole });
    now = movedTo(now, made.movedTo ?? now.relative, made.text);
  }
  const isMoved = now.relative !== file.relative;
  if (now.text === file.text && !isMoved) return unchanged(steps, file, skips);
  reportRefusals(file, skips);
  const unstable = await unstableSteps(steps, { ...now, records: SILENT });
  return { status: 'changed', text: now.text, whole, unstable, movedTo: isMoved ? now.relative : null };
}

interface Skip {
  readonly step: string;
  readonly why: string | null;
}

/** Skipped only where no step had anything to say; what one of several refused stands in the report. */
function unchanged(steps: readonly StepRun[], file: RunFileState, skips: readonly Skip[]): FileOutcome {
  if (skips.length === steps.length)
    return { status: 'skipped', why: skips.find(({ why }) => why !== null)?.why ?? 'the codemod returned nothing' };
  reportRefusals(file, skips);
  return { status: 'unchanged' };
}

function reportRefusals({ records }: RunFileState, skips: readonly Skip[]): void {
  for (const { step, why } of skips) if (why !== null) records.report(`${step} left it as it is: ${why}`);
}

function movedTo(file: RunFileState, relative: string, text: string): RunFileState {
  const root = file.path.slice(0, -file.relative.length);
  return { ...file, path: join(root, relative), relative, text };
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
