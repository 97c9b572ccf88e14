import type { ChangeSet } from '../../core/change-set.ts';
import { isRefactorError, RefactorError } from '../../core/errors.ts';
import {
  type Accepts,
  type Evidence,
  gapsOf,
  mergeEvidence,
  NO_EVIDENCE,
  type Proof,
  type Rung,
} from '../../core/evidence.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { View } from '../../workspace/view.ts';
import type { Language } from '../language.ts';
import { languageOfFile } from '../language-of.ts';
import { LANGUAGES } from '../languages.ts';
import { changesBetween } from '../verdict/changes-between.ts';
import { type Direction, directionOf } from '../verdict/direction.ts';
import { partOf } from './answers/ask.ts';
import { askProver } from './ask-prover.ts';
import { lateDefinitions } from './late-definitions.ts';
import type { ProofRequest, Prover, Stage } from './prover.ts';
import { withSourceReaders } from './read-as-text.ts';
import { STOPPED } from './run-limited.ts';
import { withSubstitutions } from './substituted.ts';

export interface ProveOptions {
  readonly before: View;
  readonly after: View;
  /** The state that is written, where this change is one step on the way to it; absent: `after`. */
  readonly end?: View;
  readonly changeSet: ChangeSet | null;
  readonly paths: readonly string[];
  readonly asked: readonly Rung[];
  readonly accepts: Accepts;
  readonly testCommand: readonly string[] | null;
  readonly stage: Stage | null;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/** From cheap to costly. A and M read what B builds, so they are asked for together. */
const PHASES: readonly (readonly Rung[])[] = [['S'], ['B', 'A', 'M'], ['T']];

/**
 * Runs each language's prover over its changed files, phase by phase. Once a rung is lost nothing more is run: where the static one fails,
 * nothing is executed, and a change that does not build is not tested. A join is proven by the same provers, some rungs from its end to its start.
 */
export async function proveChange(options: ProveOptions): Promise<Evidence> {
  const { before, after, end = after, paths, onProgress } = options;
  const provers = await proversOf(after, paths);
  const changes = changesBetween(before, after);
  const direction = directionOf(before, after, changes);
  const gone = changes.filter(({ kind }) => kind === 'removed').map(({ path }) => path);
  let evidence = mergeEvidence([]);
  const asked: Rung[] = [];
  for (const phase of PHASES) {
    const rungs = phase.filter((rung) => options.asked.includes(rung));
    if (rungs.length === 0) continue;
    if (isLost(options, evidence, asked)) break;
    asked.push(...rungs);
    for (const prover of provers) {
      const left = rungs.includes('S') ? besideS(prover, { before, after, end, paths, gone, direction }) : [];
      const own = paths.filter((path) => languageOfFile(after.file(path))?.id === prover.language);
      const part = await orStopped(ask(prover, requestsOf(options, direction, rungs), before), rungs, own);
      for (const proof of [...left, ...part.proofs]) onProgress({ type: 'proof', proof });
      evidence = mergeEvidence([evidence, { ...NO_EVIDENCE, proofs: left }, part]);
    }
  }
  return evidence;
}

/**
 * Whether a rung so far is lost. A machine that runs a share of the programs knows so of those alone that it does not share: all of them
 * have to come to the same programs.
 */
function isLost({ paths, accepts, stage }: ProveOptions, evidence: Evidence, asked: readonly Rung[]): boolean {
  if (stage === null || partOf(stage) === null) return gapsOf(evidence, asked, paths, accepts).length > 0;
  const proofs = evidence.proofs.filter(({ rung }) => rung === 'S');
  return gapsOf({ proofs }, asked.includes('S') ? ['S'] : [], paths, accepts).length > 0;
}

interface Loaded extends Required<Pick<ProveOptions, 'before' | 'after' | 'end' | 'paths'>> {
  /** Files that are not there any more: parts that were joined, or the one that a package took the place of. */
  readonly gone: readonly string[];
  readonly direction: Direction;
}

/** What is asked of the state that is written, whichever way the proof reads: that it loads, and that no file names one that is gone. */
const besideS = (prover: Prover, { before, after, end, paths, gone, direction }: Loaded): Proof[] => [
  ...(direction === 'split' ? [] : (prover.leftBehind?.(before, after, gone, end) ?? [])),
  ...lateDefinitions(
    { before, after },
    [...paths, ...gone],
    paths.filter((path) => prover.language === languageOfFile(after.file(path))?.id),
  ),
];

/** A program that had to be stopped shows nothing, and neither do the others of its phase. */
async function orStopped(
  asked: Promise<Evidence>,
  rungs: readonly Rung[],
  paths: readonly string[],
): Promise<Evidence> {
  try {
    return await asked;
  } catch (error) {
    if (!isRefactorError(error) || error.problem.code !== STOPPED) throw error;
    const why = `${error.problem.what}: ${error.problem.why}`;
    return {
      ...NO_EVIDENCE,
      proofs: rungs.flatMap((rung) =>
        paths.map((path): Proof => ({ rung, path, configuration: '-', verdict: 'not-run', why })),
      ),
    };
  }
}

async function ask(prover: Prover, requests: readonly ProofRequest[], before: View): Promise<Evidence> {
  const parts: Evidence[] = [];
  for (const request of requests) {
    const said = await askProver(prover, request);
    const told = withSourceReaders(said.proofs, request.before, request.after);
    const part = { ...said, proofs: withSubstitutions(told, request.before, request.after) };
    // What is said of the state that a join leaves is nothing that a codemod could mend.
    parts.push(request.before === before ? part : { ...part, diagnostics: [] });
  }
  return mergeEvidence(parts);
}

/**
 * What a prover is asked. A split is read as it is. Of a join, S reads the split that leads back: that nothing is lost, doubled or given another
 * audience is as true from there. So are equal interfaces and equal meaning (A, M). What a compiler, a linter or a test says of the new state
 * has to be asked of the new state: B and T look at a join from its start to its end, as at any change.
 */
function requestsOf(options: ProveOptions, direction: Direction, rungs: readonly Rung[]): ProofRequest[] {
  const { before, after, changeSet, asked, testCommand, onProgress, signal } = options;
  const stage = rungs[0] === 'S' ? null : options.stage;
  const common = { asked, testCommand, onProgress, signal };
  if (direction === 'split') return [{ ...common, before, after, changeSet, stage, rungs }];
  const back = rungs.filter((rung) => BACKWARDS.includes(rung));
  const forth = rungs.filter((rung) => !BACKWARDS.includes(rung));
  const turned = stage && { ...stage, show: (state: 'before' | 'after') => stage.show(OTHER[state]) };
  return [
    { ...common, before, after, changeSet: null, stage, rungs: forth },
    { ...common, before: after, after: before, changeSet: null, stage: turned, rungs: back, isJoin: true },
  ].filter((request) => request.rungs.length > 0);
}

const BACKWARDS: readonly Rung[] = ['S', 'A', 'M'];
const OTHER = { before: 'after', after: 'before' } as const;

/** The provers of the languages of some files. */
export function proversOf(view: View, paths: readonly string[]): Promise<Prover[]> {
  const languages = new Set<Language>(paths.flatMap((path) => languageOfFile(view.file(path)) ?? []));
  return Promise.all(LANGUAGES.filter((language) => languages.has(language)).map(({ prover }) => prover()));
}

/** Throws RefactorError `rung-not-built` (exit 3) if a prover cannot give a rung that is asked for. */
export function requireRungs(provers: readonly Prover[], asked: readonly Rung[]): void {
  for (const prover of provers) {
    const missing = asked.filter((rung) => !prover.rungs.includes(rung));
    if (missing.length === 0) continue;
    throw new RefactorError({
      code: 'rung-not-built',
      what: `The evidence ${missing.join(', ')} cannot be given for ${prover.language}`,
      why: `this version proves ${prover.rungs.join(', ')} there`,
      whatToDo: `Ask for --evidence ${asked.filter((rung) => prover.rungs.includes(rung)).join(',') || 'S'}.`,
    });
  }
}
