import type { Plan } from '../../core/plan.ts';
import { jsonText } from '../json-text.ts';

/** The plan as JSON for programs; `readPlan` reads it too. */
export const writePlanJson = (plan: Plan): string => jsonText({ schemaVersion: 1, kind: 'plan', ...plan });
