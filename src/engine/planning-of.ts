import { javascriptPlanning } from '../../analyzers/modules/javascript/planning.ts';
import { pythonPlanning } from '../../analyzers/modules/python/planning.ts';
import { rustPlanning } from '../../analyzers/modules/rust/planning.ts';
import type { PlanningLanguage } from '../core/language.ts';
import type { LanguageId } from '../core/unit.ts';

/** What the planner asks of a language. Apart from the rest of it: the screen shapes plans, and must not load codemods for that. */
export const PLANNING = {
  rust: rustPlanning,
  python: pythonPlanning,
  javascript: javascriptPlanning,
} as const satisfies Readonly<Record<LanguageId, PlanningLanguage>>;

export function planningOf(id: LanguageId): PlanningLanguage {
  const planning = Object.entries(PLANNING).find(([language]) => language === id)?.[1];
  if (!planning) throw new Error(`there is no language ${id}`);
  return planning;
}
