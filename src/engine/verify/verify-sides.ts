import type { Config } from '../../config/config.ts';
import { type Accepts, type Evidence, mergeEvidence, NO_EVIDENCE, type Rung } from '../../core/evidence.ts';
import { NO_LIMITS, type ProgramLimits } from '../../core/program-limits.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { Claim, Decision } from '../../core/verdict.ts';
import type { View } from '../../workspace/view.ts';
import { wayBetween } from '../move/way-between.ts';
import { announceProof } from '../prove/announce-proof.ts';
import type { Answers } from '../prove/answers/answers.ts';
import { subjectOf } from '../prove/answers/subject-of.ts';
import { proversOf, requireRungs } from '../prove/prove-change.ts';
import { proveSteps } from '../prove/prove-steps.ts';
import { openStage } from '../stage/open-stage.ts';
import { stateFolderOf } from '../state/state-folder.ts';
import { type Lock, withLock } from '../state/with-lock.ts';
import { provenPaths } from '../verdict/claim-paths.ts';
import { decide } from '../verdict/decide.ts';
import { layOutSides, type SidesRequest } from './lay-out-sides.ts';
import { linkInstalled } from './link-installed.ts';
import { openSides } from './open-sides.ts';

export interface VerifyOptions extends SidesRequest {
  readonly config: Config;
  readonly today: string;
  readonly asked: readonly Rung[];
  readonly accepts: Accepts;
  readonly testCommand: readonly string[] | null;
  /** Absent: none. */
  readonly limits?: ProgramLimits;
  /** Of several machines that prove together; absent: this one proves alone. */
  readonly answers?: Answers;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onAnnounce: (lines: readonly string[]) => void;
  readonly onProgress: OnProgress;
}

export interface VerifyResult {
  /** `unchanged`: nothing differs that anything reads. */
  readonly outcome: 'proven' | 'not-proven' | 'unchanged';
  readonly before: View;
  readonly after: View;
  /** Source files that differ, and are still there. */
  readonly paths: readonly string[];
  readonly removed: readonly string[];
  readonly asked: readonly Rung[];
  readonly evidence: Evidence;
  readonly decision: Decision;
}

/**
 * Runs the provers on a split that somebody else made. Nothing of the user's is written: revisions are laid out in the state folder.
 * Throws RefactorError `unknown-side`, `rung-not-built` …
 */
export async function verifySides(options: VerifyOptions): Promise<VerifyResult> {
  const state = await stateFolderOf(options.root, options.env);
  // Another run would lay its own revisions out in the same place.
  return withLock({ ...options, state }, (lock) => verifyLocked(options, lock));
}

async function verifyLocked(options: VerifyOptions, lock: Lock): Promise<VerifyResult> {
  const { asked, accepts, signal, onProgress, testCommand, limits = NO_LIMITS, answers } = options;
  const sides = await layOutSides(options, lock.state);
  const { before, after, claims } = await openSides(options, sides);
  answers?.about(subjectOf(before, after));
  // Behind the reading: what is installed is no part of what the two sides are compared for.
  await linkInstalled(options.root, sides.before, before);
  await linkInstalled(options.root, sides.after, after);
  const paths = provenPaths(claims);
  const removed = claims
    .filter(({ path, kind }) => kind === 'removed' && before.file(path)?.grammar)
    .map(({ path }) => path);
  const common = { before, after, paths, removed, asked };
  if (claims.every(({ by }) => by === 'inert')) {
    const decision: Decision = { outcome: 'proven', claims, gaps: [], accepted: [] };
    return { ...common, outcome: 'unchanged', evidence: NO_EVIDENCE, decision };
  }
  const provers = await proversOf(after, paths);
  requireRungs(provers, asked);
  options.onAnnounce(
    announceProof(provers, { root: sides.before.root, env: options.env }, { before, rungs: asked, testCommand }, paths),
  );
  const prove = async (heldLock: Lock): Promise<Evidence> => {
    const executing = paths.length > 0 && asked.some((rung) => rung !== 'S');
    const afterRoot = sides.after.root;
    const opened = executing
      ? await openStage({ lock: heldLock, changeSets: [], afterRoot, signal, onProgress })
      : null;
    const stage = opened && { ...opened, limits, ...(answers === undefined ? {} : { answers }) };
    const given = { before, after, asked, accepts, testCommand, stage };
    return proveSteps(wayBetween(before, after), { ...given, onProgress, signal });
  };
  const state = await stateFolderOf(sides.before.root, options.env);
  const shown =
    state.id === lock.state.id
      ? await prove(lock)
      : await withLock({ state, signal, onProgress }, (heldLock) => prove(heldLock));
  const evidence = mergeEvidence([shown, lostFiles(claims, removed)]);
  const decision = decide(claims, evidence, asked, accepts);
  return { ...common, outcome: decision.outcome, evidence, decision };
}

/** A prover compares files that are there: of one that is gone, and stands in no other place, the static rung is lost. */
const lostFiles = (claims: readonly Claim[], removed: readonly string[]): Evidence => ({
  ...NO_EVIDENCE,
  proofs: claims
    .filter(({ path, by }) => by === 'nothing' && removed.includes(path))
    .map(({ path, why }) => ({ rung: 'S', path, configuration: '-', verdict: 'failed', why })),
});
