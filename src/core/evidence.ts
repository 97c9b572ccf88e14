import type { HazardId } from './hazards/index.ts';

/** S syntax · B build · A public API · M meaning · T the project's tests. */
export const RUNGS = ['S', 'B', 'A', 'M', 'T'] as const;
export type Rung = (typeof RUNGS)[number];

export type Verdict = 'proven' | 'failed' | 'vacuous' | 'not-run';

/** One rung, for one changed file, in one configuration. */
export interface Proof {
  readonly rung: Rung;
  readonly path: string;
  /** `lib`, `tests`, `all-features`; for a rung that has only one, `-`. */
  readonly configuration: string;
  readonly verdict: Verdict;
  /** What was shown, or what broke: one line. */
  readonly why: string;
  /** Of what is proven: why it shows less than it says elsewhere, such as a base that has errors of its own. */
  readonly weakened?: string;
  /** Of a failure that a person may accept by this id (`--accept R55`): the one difference that was found is of this kind. */
  readonly hazard?: HazardId;
}

/** A unit that moved, and the configurations of a rung that compiled or imported it; none: only S saw it. */
export interface UnitCoverage {
  readonly rung: Rung;
  /** The file that holds it now. */
  readonly path: string;
  readonly unit: string;
  readonly configurations: readonly string[];
  /** The condition that it stands under, as written (`cfg(feature = "serde")`); null where it has none. */
  readonly condition: string | null;
}

/** A program that was run for a proof, as it would be typed, and what it said. */
export interface CommandRecord {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly exitCode: number | null;
  readonly seconds: number;
  /** The end of what it printed, stdout and stderr together, capped. */
  readonly output: string;
}

export interface Evidence {
  readonly proofs: readonly Proof[];
  readonly commands: readonly CommandRecord[];
  /** Compiler diagnostics that `refine` may use. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was compiled, unit by unit, where a rung can tell. */
  readonly coverage?: readonly UnitCoverage[];
  /** Versions of the tools that were run: `rustc 1.95.0`. */
  readonly tools: readonly string[];
}

export interface Diagnostic {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly level: 'error' | 'warning';
  readonly code: string | null;
  readonly message: string;
  /** Machine-applicable suggestions: replace [start, end) of the file by text. */
  readonly suggestions: readonly {
    readonly path: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

export type Outcome = 'proven' | 'refused' | 'not-proven';

/** A proof that shows less here than it does elsewhere: it stays what it is, and says so. What is not proven is left alone. */
export const weaken = (proof: Proof, why: string): Proof =>
  proof.verdict === 'proven' ? { ...proof, weakened: why } : proof;

/**
 * DESIGN's definition: each rung asked for is proven in at least one configuration for every changed file, and failed in none.
 * @param paths the changed files (created and edited)
 */
export function outcomeOf(
  evidence: Evidence,
  asked: readonly Rung[],
  paths: readonly string[],
): 'proven' | 'not-proven' {
  if (evidence.proofs.some((proof) => proof.verdict === 'failed')) return 'not-proven';
  const shown = new Set(
    evidence.proofs.filter((proof) => proof.verdict === 'proven').map((proof) => `${proof.rung} ${proof.path}`),
  );
  return asked.every((rung) => paths.every((path) => shown.has(`${rung} ${path}`))) ? 'proven' : 'not-proven';
}

export const mergeEvidence = (parts: readonly Evidence[]): Evidence => ({
  proofs: parts.flatMap((part) => part.proofs),
  commands: parts.flatMap((part) => part.commands),
  diagnostics: parts.flatMap((part) => part.diagnostics),
  coverage: parts.flatMap((part) => part.coverage ?? []),
  tools: [...new Set(parts.flatMap((part) => part.tools))],
});
