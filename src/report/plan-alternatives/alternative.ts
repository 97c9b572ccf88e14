import type { PlanReferences } from '../../../analyzers/modules/edit/plan-references.ts';
import type { Plan } from '../../core/plan.ts';

/** One of several divisions of a file, with what tells them apart. */
export interface Alternative {
  readonly parts: number;
  /** Lines that stay in the file. */
  readonly facade: number;
  /** Lines of the largest file. */
  readonly largest: number;
  /** Reads between units of one file. */
  readonly inside: number;
  /** Reads from one of the files to another. */
  readonly cut: number;
  readonly plan: Plan;
}

export function alternativeOf(plan: Plan, { inside, cut }: PlanReferences): Alternative {
  const sizes = plan.predicted.files.map(({ lines }) => lines);
  return {
    parts: plan.modules.length,
    facade: sizes[0] ?? 0,
    largest: Math.max(0, ...sizes),
    inside,
    cut: cut.reduce((sum, { reads }) => sum + reads, 0),
    plan,
  };
}
