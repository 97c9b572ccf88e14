import { PLAN_VERSION, type Plan } from '../../core/plan.ts';

/** The plan as JSON for programs; `readPlan` reads it too. */
export const writePlanJson = (plan: Plan): string =>
  `${JSON.stringify({ schemaVersion: PLAN_VERSION, ...plan }, null, 2)}\n`;
