import type { ChangeSet } from '../../core/change-set.ts';
import { isRefactorError } from '../../core/errors.ts';
import { countLines, lineAt, lineStartsOf } from '../../core/lines.ts';
import type { Plan } from '../../core/plan.ts';
import type { Refusal } from '../../core/refusal.ts';
import { renderPart } from '../../core/render-change-set.ts';
import type { Unit } from '../../core/unit.ts';
import { compose } from '../../engine/change/compose.ts';
import { jobsOf } from '../../engine/change/jobs.ts';
import { outlineIn, requireFitting } from '../../engine/plan/plan-file.ts';
import type { View } from '../../workspace/view.ts';
import type { Line } from '../paint/line.ts';
import { diffLines, renamed, shownPaths } from './diff-lines.ts';
import { highlight } from './highlight.ts';
import type { Preview, PreviewFile } from './messages.ts';

/** What a plan would make of the workspace, as the codemod itself makes it; nothing is written. */
export function makePreview(view: View, plan: Plan): Preview {
  const path = plan.base[0]!.path;
  try {
    requireFitting(view, plan, (entry) => entry);
    const { changeSets, after, notes, refusals } = compose(view, jobsOf([plan], [], false), false);
    if (refusals.length > 0) return { status: 'refused', refusals: refusals.map((each) => refusalView(view, each)) };
    if (changeSets.length === 0) return { status: 'nothing' };
    const units = [...outlineIn(view, path).units, ...outlineIn(view, path).members];
    return {
      status: 'ready',
      files: previewFiles(view, after, changeSets, path, units),
      diff: diffLines(view, after, changeSets),
      notes,
    };
  } catch (error) {
    if (isRefactorError(error)) return { status: 'failed', problem: error.problem };
    throw error;
  }
}

/** A refusal with its place as an editor names it. */
export const refusalView = (view: View, { hazard, path, start, why, whatToDo }: Refusal) => ({
  hazard,
  place: `${path}:${view.file(path)?.state === 'text' ? lineAt(lineStartsOf(view.text(path)), start) : 1}`,
  why,
  whatToDo,
});

function previewFiles(
  before: View,
  after: View,
  sets: readonly ChangeSet[],
  facade: string,
  units: readonly Unit[],
): PreviewFile[] {
  const oldName = renamed(sets);
  const files = shownPaths(after, sets).map((path): PreviewFile => {
    const text = after.text(path);
    const from = oldName.get(path) ?? path;
    const old = before.file(from)?.state === 'text' ? countLines(before.text(from)) : null;
    return {
      path,
      kind: from === facade ? 'facade' : old === null ? 'created' : 'edited',
      before: old,
      lines: countLines(text),
      code: after.file(path)?.grammar
        ? highlight(after.syntax(path))
        : text.split('\n').map((line): Line => [['plain', line]]),
      unitLines: unitLines(before, sets, path, units),
    };
  });
  const order = ({ kind }: PreviewFile): number => (kind === 'facade' ? 0 : kind === 'created' ? 1 : 2);
  return files.sort((a, b) => order(a) - order(b));
}

/** Where units went: parts of a created file say which range they came from. */
function unitLines(
  before: View,
  sets: readonly ChangeSet[],
  path: string,
  units: readonly Unit[],
): Record<string, number> {
  const found: Record<string, number> = {};
  let line = 0;
  const created = sets.flatMap(({ create }) => create).find((one) => one.path === path);
  for (const part of created?.parts ?? []) {
    if ('from' in part) {
      const { start, end, path: from } = part.from;
      const text = before.text(from);
      for (const unit of units)
        if (unit.start >= start && unit.end <= end)
          found[unit.id] ??= line + text.slice(start, unit.start).split('\n').length - 1;
    }
    line += renderPart(part, before.text).split('\n').length - 1;
  }
  return found;
}
