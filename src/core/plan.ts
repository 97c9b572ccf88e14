import type { Refusal } from './refusal.ts';
import type { UnitId } from './unit.ts';

export const PLAN_VERSION = 1;

/** The reviewable proposal: every unit of the file stands exactly once in `modules`, `keep` or `refused`. */
export interface Plan {
  readonly version: typeof PLAN_VERSION;
  readonly codemod: string;
  readonly base: readonly { readonly path: string; readonly hash: string }[];
  /** The commit whose history broke ties, or null if history took no part. */
  readonly history: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly layout: string;
  /** Lines that each resulting file should not exceed. */
  readonly limit: number;
  /** The smallest largest file that is reachable, and the unit or cycle that sets it. */
  readonly bound: { readonly lines: number; readonly setBy: readonly UnitId[] };
  readonly modules: readonly PlannedModule[];
  readonly keep: readonly { readonly unit: UnitId; readonly why: string }[];
  readonly refused: readonly { readonly unit: UnitId; readonly refusal: Refusal }[];
  readonly predicted: { readonly files: readonly { readonly path: string; readonly lines: number }[] };
}

export interface PlannedModule {
  /** The module's name, which is the file's stem. */
  readonly name: string;
  readonly units: readonly UnitId[];
  readonly why: string;
}
