import type { ChangeSet } from '../../core/change-set.ts';
import { RefactorError } from '../../core/errors.ts';
import { type Accepts, type Evidence, gapsOf, mergeEvidence, type Rung } from '../../core/evidence.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { View } from '../../workspace/view.ts';
import type { Language } from '../language.ts';
import { languageOfFile } from '../language-of.ts';
import { LANGUAGES } from '../languages.ts';
import type { Prover, Stage } from './prover.ts';

export interface ProveOptions {
  readonly before: View;
  readonly after: View;
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
 * nothing is executed, and a change that does not build is not tested.
 */
export async function proveChange(options: ProveOptions): Promise<Evidence> {
  const { before, after, changeSet, paths, accepts, testCommand, onProgress, signal } = options;
  const provers = await proversOf(after, paths);
  let evidence = mergeEvidence([]);
  const asked: Rung[] = [];
  for (const phase of PHASES) {
    const rungs = phase.filter((rung) => options.asked.includes(rung));
    if (rungs.length === 0) continue;
    if (gapsOf(evidence, asked, paths, accepts).length > 0) break;
    asked.push(...rungs);
    for (const prover of provers) {
      const stage = rungs[0] === 'S' ? null : options.stage;
      const part = await prover.prove({ before, after, changeSet, stage, rungs, testCommand, onProgress, signal });
      for (const proof of part.proofs) onProgress({ type: 'proof', proof });
      evidence = mergeEvidence([evidence, part]);
    }
  }
  return evidence;
}

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
