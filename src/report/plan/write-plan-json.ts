import type { Plan } from '../../core/plan.ts';
import { reportJson } from '../report-json.ts';

/**
 * The plan as JSON for programs, with what a split by it would tell; `readPlan` reads it too.
 * @param notWorth why a split would be a token one, or null
 */
export const writePlanJson = (plan: Plan, notes: readonly string[], notWorth: string | null): string =>
  reportJson({ schemaVersion: 1, kind: 'plan', ...plan, notes, notWorth });
