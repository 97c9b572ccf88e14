import { type ChangeSet, changedPaths } from '../../core/change-set.ts';
import type { Diagnostic, Evidence } from '../../core/evidence.ts';
import { hashOf } from '../../core/hash.ts';
import type { View } from '../../workspace/view.ts';
import { followBudget, withoutBudget } from './follow-budget.ts';
import type { Job } from './jobs.ts';
import { checked } from './make-change-set.ts';

/** Hands the diagnostics to the codemods; null when there is nothing to refine or they change nothing. */
export function refineAll(
  view: View,
  jobs: readonly Job[],
  changeSets: readonly ChangeSet[],
  evidence: Evidence,
): { readonly changeSets: readonly ChangeSet[]; readonly notes: readonly string[] } | null {
  if (evidence.diagnostics.length === 0) return null;
  const refined: ChangeSet[] = [];
  const notes: string[] = [];
  let changed = false;
  let latest = view;
  const code = withoutBudget(changeSets);
  for (const [i, changeSet] of code.entries()) {
    const path = changeSet.base[0]!.path;
    const refine = jobOf(jobs, code.slice(0, i), path)?.refine;
    const relevant = relevantTo(evidence.diagnostics, code.slice(i + 1));
    const result = refine ? checked(latest, refine(latest, changeSet, relevant)) : null;
    const next = result?.status === 'changed' ? result.changeSet : changeSet;
    if (result?.status === 'changed') notes.push(...result.notes);
    changed ||= hashOf(JSON.stringify(next)) !== hashOf(JSON.stringify(changeSet));
    refined.push(next);
    latest = latest.overlay(next);
  }
  return changed ? { changeSets: followBudget(view, refined), notes } : null;
}

/** A file that is joined and then split again has two jobs, in the order of its change sets. */
function jobOf(jobs: readonly Job[], above: readonly ChangeSet[], path: string): Job | undefined {
  const own = jobs.filter((job) => job.path === path);
  const turn = above.filter(({ base }) => base[0]?.path === path).length;
  return own[Math.min(turn, own.length - 1)];
}

/** Diagnostics as a change set may read them: in a file that a later one writes again, the places are that one's. */
function relevantTo(diagnostics: readonly Diagnostic[], later: readonly ChangeSet[]): readonly Diagnostic[] {
  const theirs = new Set(later.flatMap(changedPaths));
  return diagnostics.map((one) => (theirs.has(one.path) ? { ...one, path: '', suggestions: [] } : one));
}
