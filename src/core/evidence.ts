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
  /** Of a formatter or linter: it can break a rung, but shows nothing of it by itself. */
  readonly beside?: true;
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

export const NO_EVIDENCE: Evidence = { proofs: [], commands: [], diagnostics: [], tools: [] };

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

/** The code of a diagnostic that an earlier attempt of the same run had as `unused_imports`; it has no place. */
export const UNUSED_BEFORE = 'unused_imports before';

export type Outcome = 'proven' | 'refused' | 'not-proven';

/** A proof that shows less here than it does elsewhere: it stays what it is, and says so. What is not proven is left alone. */
export const weaken = (proof: Proof, why: string): Proof =>
  proof.verdict === 'proven' ? { ...proof, weakened: [proof.weakened, why].filter(Boolean).join('; ') } : proof;

/** Differences that a person takes responsibility for; only hazards whose verdict is `accepted` belong here. */
export interface Accepts {
  readonly hazards: readonly HazardId[];
  /** Ids of moved units that nothing compiled or imported. */
  readonly uncompiled: readonly string[];
}

export const NOTHING_ACCEPTED: Accepts = { hazards: [], uncompiled: [] };

/** What stands between evidence and a proof. */
export type Gap =
  | { readonly kind: 'failed'; readonly proof: Proof }
  /** No configuration shows the rung for the file; `why` is what the nearest one said. */
  | { readonly kind: 'unshown'; readonly rung: Rung; readonly path: string; readonly why: string }
  /** A moved unit that only S saw. */
  | { readonly kind: 'uncompiled'; readonly unit: UnitCoverage };

/**
 * DESIGN's definition: each rung asked for is proven in at least one configuration for every changed file, and failed in none; every moved
 * unit was compiled or imported by each rung that can tell. [] is a proof.
 * @param paths the changed files that rungs have to cover
 */
export function gapsOf(
  { proofs, coverage = [] }: Pick<Evidence, 'proofs' | 'coverage'>,
  asked: readonly Rung[],
  paths: readonly string[],
  accepts: Accepts = NOTHING_ACCEPTED,
): Gap[] {
  const failed = proofs.filter((proof) => proof.verdict === 'failed' && !isAccepted(proof, accepts));
  const shown = new Set(proofs.filter((proof) => shows(proof, accepts)).map(({ rung, path }) => `${rung} ${path}`));
  const broken = new Set(failed.map(({ rung, path }) => `${rung} ${path}`));
  const unshown = asked.flatMap((rung) =>
    paths
      .filter((path) => !shown.has(`${rung} ${path}`) && !broken.has(`${rung} ${path}`))
      .map((path): Gap => ({ kind: 'unshown', rung, path, why: whyUnshown(proofs, rung, path) })),
  );
  return [
    ...failed.map((proof): Gap => ({ kind: 'failed', proof })),
    ...uncompiledUnits(coverage, asked)
      .filter(({ unit }) => !accepts.uncompiled.includes(unit))
      .map((unit): Gap => ({ kind: 'uncompiled', unit })),
    ...unshown,
  ];
}

/** A failure that somebody has taken responsibility for. */
export const isAccepted = ({ verdict, hazard }: Proof, { hazards }: Accepts): boolean =>
  verdict === 'failed' && hazard !== undefined && hazards.includes(hazard);

const shows = (proof: Proof, accepts: Accepts): boolean =>
  !proof.beside && (proof.verdict === 'proven' || isAccepted(proof, accepts));

/** What was not run says more of the way on than what is vacuous. */
function whyUnshown(proofs: Evidence['proofs'], rung: Rung, path: string): string {
  const relevant = proofs.filter((proof) => proof.rung === rung && proof.path === path && !proof.beside);
  const decisive = relevant.find(({ verdict }) => verdict === 'not-run') ?? relevant[0];
  return decisive?.why ?? 'it was not run';
}

/** Moved units that no configuration of a rung that was asked for compiled or imported: one a rung. */
export function uncompiledUnits(coverage: readonly UnitCoverage[], asked: readonly Rung[]): UnitCoverage[] {
  const keyOf = ({ rung, path, unit }: UnitCoverage): string => `${rung} ${path} ${unit}`;
  const seen = new Set(coverage.filter(({ configurations }) => configurations.length > 0).map(keyOf));
  const seenKeys = new Set<string>();
  return coverage.filter((one) => {
    const key = keyOf(one);
    if (one.rung === 'S' || !asked.includes(one.rung) || seen.has(key) || seenKeys.has(key)) return false;
    seenKeys.add(key);
    return true;
  });
}

/** The verdict of one rung as a whole: the worst of its files', where the best configuration counts for a file unless one failed. */
export function worstOf(proofs: readonly Proof[]): Pick<Proof, 'verdict' | 'why'> | null {
  const files = new Map<string, Proof>();
  for (const proof of proofs) {
    const known = files.get(proof.path);
    if (proof.verdict !== 'failed' && proof.beside) continue;
    if (!known || BEST_FIRST.indexOf(proof.verdict) < BEST_FIRST.indexOf(known.verdict)) files.set(proof.path, proof);
  }
  const worst = [...files.values()].sort((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict))[0];
  return worst ?? null;
}

const BEST_FIRST: readonly Verdict[] = ['failed', 'proven', 'vacuous', 'not-run'];
const WORST_FIRST: readonly Verdict[] = ['failed', 'not-run', 'vacuous', 'proven'];

export const mergeEvidence = (parts: readonly Evidence[]): Evidence => ({
  proofs: parts.flatMap((part) => part.proofs),
  commands: parts.flatMap((part) => part.commands),
  diagnostics: parts.flatMap((part) => part.diagnostics),
  coverage: parts.flatMap((part) => part.coverage ?? []),
  tools: [...new Set(parts.flatMap((part) => part.tools))],
});
