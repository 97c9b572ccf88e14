import { editContext } from '../../../analyzers/modules/edit/edit-context.ts';
import { type PlanReferences, planReferences } from '../../../analyzers/modules/edit/plan-references.ts';
import type { Plan } from '../../core/plan.ts';
import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';
import { outlineIn } from './plan-file.ts';

/** Which of a plan's files read from which, those with most reads first, and how many reads stay inside one. */
export function planLinks(view: View, plan: Plan): PlanReferences {
  const { path } = plan.base[0]!;
  const { planning } = languageOfFile(view.file(path))!;
  return planReferences(plan, editContext(planning, outlineIn(view, path), view.text(path), plan.limit));
}
