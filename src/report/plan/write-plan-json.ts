import type { Plan } from '../../core/plan.ts';
import { jsonText } from '../json-text.ts';

/** The plan as JSON for programs, with what a split by it would tell; `readPlan` reads it too. */
export const writePlanJson = (plan: Plan, notes: readonly string[]): string =>
  jsonText({ schemaVersion: 1, kind: 'plan', ...plan, notes });
