import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';
import type { LocalLane } from '../../../analyzers/quality-gates/local-lanes.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { View } from '../../workspace/view.ts';
import { openStage, stageEnvironment } from '../stage/open-stage.ts';
import type { Lock } from '../state/with-lock.ts';
import { type Planting, plantingsFor } from './plants.ts';
import { type GateRunOptions, runGate } from './run-gates.ts';

export const PROOF_STATES = ['proven', 'blind', 'not-proven'] as const;

/** Whether a lane sees what it is there for. */
export interface GateProof {
  readonly lane: Lane;
  /** `proven`: red for every crate. `blind`: green over what was planted in some. `not-proven`: it could not be tried. */
  readonly state: (typeof PROOF_STATES)[number];
  readonly red: readonly string[];
  /** Crates in which nothing that was planted turned the lane red. */
  readonly green: readonly string[];
  readonly detail: string;
}

export interface ProveOptions {
  readonly view: View;
  readonly lock: Lock;
  readonly lanes: readonly LocalLane[];
  /** Crates that are tried; null for all. */
  readonly crates: readonly string[] | null;
  readonly onOutput: (text: string) => void;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** Plants what each lane has to see, one crate after the other, in a staging copy, and runs the lane. The workspace is not touched. */
export async function proveGates(options: ProveOptions): Promise<GateProof[]> {
  const { lock, onProgress, signal, onOutput } = options;
  const stage = await openStage({ lock, changeSets: [], onProgress, signal });
  await stage.show('before');
  const run: GateRunOptions = { root: stage.root, env: stageEnvironment(stage), onOutput, signal };
  const proofs: GateProof[] = [];
  try {
    for (const lane of options.lanes) proofs.push(await proveGate(options, lane, run));
  } finally {
    await stage.show('before');
  }
  return proofs;
}

async function proveGate({ view, crates }: ProveOptions, lane: LocalLane, run: GateRunOptions): Promise<GateProof> {
  const untried = (detail: string): GateProof => ({ lane: lane.lane, state: 'not-proven', red: [], green: [], detail });
  const all = plantingsFor(view, lane.lane);
  if (all === null) return untried('what it checks comes from outside, and cannot be planted');
  const plantings = all.filter(({ crate }) => crates === null || crates.includes(crate));
  if (plantings.length === 0) return untried('no crate has a place to plant it');
  // A lane that is red before anything was planted shows nothing about what is planted.
  const clean = await runGate(lane, run);
  if (clean.state !== 'success')
    return untried(clean.state === 'failure' ? `it fails already:\n${clean.detail}` : clean.detail);
  const red: string[] = [];
  const green: string[] = [];
  for (const planting of plantings) ((await isRed(view, lane, planting, run)) ? red : green).push(planting.crate);
  const detail = green.length === 0 ? '' : `passes although something was planted in ${green.join(', ')}`;
  return { lane: lane.lane, state: green.length === 0 ? 'proven' : 'blind', red, green, detail };
}

async function isRed(view: View, lane: LocalLane, { path, text }: Planting, run: GateRunOptions): Promise<boolean> {
  const place = join(run.root, path);
  await writeFile(place, text);
  try {
    return (await runGate(lane, run)).state === 'failure';
  } finally {
    await writeFile(place, view.text(path));
  }
}
