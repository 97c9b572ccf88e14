import type { Plan } from '../../core/plan.ts';
import { reportJson } from '../report-json.ts';

/**
 * The plan as JSON for programs, with what a split by it would tell; `readPlan` reads it too.
 */
export const writePlanJson = (plan: Plan, notes: readonly string[]): string =>
  reportJson({ schemaVersion: 2, kind: 'plan', ...plan, notes });
