import { BASELINE_FILE, printBaseline, readBaseline } from '../../../analyzers/budget/baseline.ts';
import { budgetState } from '../../../analyzers/budget/budget-state.ts';
import { configEdits } from '../../../analyzers/budget/config-edits.ts';
import { findEntities } from '../../../analyzers/budget/find-entities.ts';
import { nextEntries } from '../../../analyzers/budget/next-baseline.ts';
import { CHECKS } from '../../../analyzers/checks.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { nextGateEntries, printGateEntry, readGateBaseline } from '../../../analyzers/gate/gate-baseline.ts';
import { applyEdits } from '../../core/apply-edits.ts';
import type { View } from '../../workspace/view.ts';
import { readOutput, writeOutput } from './write-output.ts';

export interface LoweredBudget {
  readonly entries: number;
  /** Lines that are gone, and lines that are new or lower; a moved entry is both. */
  readonly removed: number;
  readonly written: number;
  /** Exceptions whose value, name or place in the configuration changed. */
  readonly exceptions: number;
  /** Entities over what they are allowed: the baseline never follows them. */
  readonly over: number;
}

/** Brings baseline and exceptions down to the real values and under the names of today. Nothing is ever raised. */
export function lowerBudget(view: View, root: string): LoweredBudget {
  const entries = readBaseline(view);
  const state = budgetState(view, findEntities(view, composition.run(view)), entries);
  const next = nextEntries(state);
  const text = readOutput(root, BASELINE_FILE);
  const gate = lowerGate(view);
  const printed = printBaseline(next, gate.now);
  const [old, now] = [linesOf(printBaseline(entries, gate.old)), linesOf(printed)];
  if ((text !== null || next.length + gate.now.length > 0) && printed !== text)
    writeOutput(root, BASELINE_FILE, printed);
  const config = view.config.path === null ? null : readOutput(root, view.config.path);
  const edits = config === null ? [] : configEdits(config, state);
  if (config !== null && edits.length > 0) writeOutput(root, view.config.path!, applyEdits(config, edits));
  return {
    entries: next.length + gate.now.length,
    removed: [...old].filter((line) => !now.has(line)).length,
    written: [...now].filter((line) => !old.has(line)).length,
    exceptions: edits.length,
    over: state.cases.filter(({ entity, allowed }) => entity.value > allowed).length,
  };
}

/** The entries of the other checks, as they stand and as they are needed. */
function lowerGate(view: View): { readonly old: string[]; readonly now: string[] } {
  const entries = readGateBaseline(view);
  if (entries.length === 0) return { old: [], now: [] };
  const findings = CHECKS.flatMap((check) => check.run(view).findings);
  return { old: entries.map(printGateEntry), now: nextGateEntries(entries, findings, false).map(printGateEntry) };
}

const linesOf = (text: string): Set<string> => new Set(text.split('\n').filter((line) => line !== ''));
